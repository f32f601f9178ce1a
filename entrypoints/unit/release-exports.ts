import type { Collection } from '../../utils/domain/contribution/collection';
import { type Release, releaseHash, releaseTable } from '../../utils/domain/contribution/release';
import { releaseText } from '../../utils/domain/contribution/release-file';
import { type Cell, toCsv } from '../../utils/format/csv';
import { workbook } from '../../utils/format/workbook';
import { t } from '../../utils/i18n';
import { unit as words } from '../../utils/i18n/unit';
import { saveFile } from '../report/save-file';
import { printedSum, RELEASE_COLUMNS } from './release-columns';
import { platformName, rowName } from './unit-state';

export type ReleaseFormat = 'excel' | 'csv' | 'json' | 'tsv';

export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function saveRelease(release: Release, { code }: Collection, format: ReleaseFormat): void {
  const name = `${code}-${release.weeks[0]}${release.weeks.length > 1 ? '-4w' : ''}-result`;
  if (format === 'json') saveFile(`${name}.json`, releaseText(release), 'application/json');
  else if (format === 'tsv')
    saveFile(
      `${name}-${releaseHash(release).slice(0, 16)}.tsv`,
      releaseTable(release),
      'text/tab-separated-values',
    );
  else {
    const header = [
      t(words.row),
      t(words.people),
      ...RELEASE_COLUMNS.map(([, title]) => t(title)),
      t(words.duplicateShare),
      t(words.prefillRate),
    ];
    const share = (value: number | undefined): Cell =>
      value === undefined ? undefined : Math.round(value * 100) / 100;
    const rows = release.rows.map((row): readonly Cell[] => [
      rowName(row.key),
      row.people,
      ...RELEASE_COLUMNS.map(([measure]) => printedSum(row, measure)),
      share(row.duplicateShare),
      share(row.prefillRate),
    ]);
    if (format === 'csv') saveFile(`${name}.csv`, toCsv(header, rows), 'text/csv;charset=utf-8');
    else saveFile(`${name}.xlsx`, releaseWorkbook(release, header, rows), EXCEL);
  }
}

function releaseWorkbook(
  release: Release,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Uint8Array<ArrayBuffer> {
  return workbook([
    { name: t(words.releaseTitle), header, rows },
    {
      name: t(words.formsTitle),
      header: [t(words.formName), t(words.fillings), t(words.each), t(words.hours)],
      rows: release.rows.flatMap(({ key, sums, each, hours }) =>
        each === undefined || hours === undefined
          ? []
          : [[rowName(key), sums.fillings, t(words.bracket, each), t(words.bracket, hours)]],
      ),
    },
    {
      name: t(words.rules),
      header: [t(words.rules)],
      rows: [
        [release.weeks.join(' ')],
        [t(words.releaseNote, { k: release.k })],
        [t(words.formsNote)],
        [
          `${t(words.zombiesTitle, { k: release.k })} ${release.zombies.map(platformName).join(' ')}`,
        ],
        [t(words.unseen)],
        [t(words.useLimits)],
        [t(words.checkCode, { code: releaseHash(release) })],
      ],
    },
  ]);
}
