import { DataTable } from '../../components/data-table';
import { Menu } from '../../components/menu';
import type { Collection } from '../../utils/domain/contribution/collection';
import { isTime, layoutOf } from '../../utils/domain/contribution/layout';
import {
  type PrintedMeasure,
  type Release,
  type ReleaseRow,
  reachOfOne,
  releaseHash,
} from '../../utils/domain/contribution/release';
import { formatWeekKeys } from '../../utils/format/date';
import { formatDuration } from '../../utils/format/duration';
import { formatCount, formatDecimal, formatShare } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { unit as words } from '../../utils/i18n/unit';
import { printedSum, RELEASE_COLUMNS } from './release-columns';
import { type ReleaseFormat, saveRelease } from './release-exports';
import { depthOf, platformName, policy, rowName } from './unit-state';

interface ReleaseViewProps {
  readonly release: Release;
  readonly collection: Collection;
}

const FORMATS = [
  ['excel', words.exportExcel],
  ['csv', words.exportCsv],
  ['json', words.exportJson],
  ['tsv', words.exportTsv],
] as const satisfies readonly (readonly [ReleaseFormat, unknown])[];

/** A result as a page and on paper. Rows stand in the order of the dictionary. */
export function ReleaseView({ release, collection }: ReleaseViewProps) {
  const { weeks, people, k, zombies } = release;
  const off = policy.value.disabledOutputs;
  const formats = FORMATS.filter(([format]) => !off.some((output) => output === format));
  const forms = release.rows.filter(({ hours }) => hours !== undefined);
  return (
    <section class="part" data-release={releaseHash(release)}>
      <h2>
        {t(words.releaseTitle)}　{collection.title}
      </h2>
      <p>
        {t(words.releaseWeeks, {
          weeks: formatWeekKeys(weeks, language.value),
          people,
          unit: t(weeks.length > 1 ? words.unitPersonWeeks : words.unitPeople),
        })}
      </p>
      <div class="button-row screen-only">
        {!off.includes('print') && (
          <button
            type="button"
            class="button"
            data-action="print-release"
            onClick={() => window.print()}
          >
            {t(words.print)}
          </button>
        )}
        <Menu
          label={t(words.export)}
          action="export-release"
          items={formats.map(([format, label]) => ({
            label: t(label),
            action: `release-${format}`,
            onChoose: () => saveRelease(release, collection, format),
          }))}
        />
      </div>
      <DataTable
        caption={t(words.releaseTitle)}
        captionHidden
        rows={release.rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'row',
            title: t(words.row),
            cell: ({ key }) => (
              <span class={`depth-${depthOf(key)}`} data-row={key}>
                {rowName(key)}
              </span>
            ),
          },
          {
            key: 'people',
            title: t(words.people),
            number: true,
            cell: ({ people: count }) => count ?? '',
          },
          ...RELEASE_COLUMNS.map(([measure, title]) => ({
            key: measure,
            title: t(title),
            number: true,
            cell: (row: ReleaseRow) => (
              <span data-cell={`${row.key} ${measure}`}>{cellOf(row, measure)}</span>
            ),
          })),
          {
            key: 'mean',
            title: t(words.perPerson),
            number: true,
            cell: ({ people: count, sums: { minutes } }) =>
              minutes === undefined || !count
                ? ''
                : formatDuration((minutes / count) * 60_000, language.value),
          },
          {
            key: 'duplicates',
            title: t(words.duplicateShare),
            number: true,
            cell: ({ duplicateShare: share }) => (share === undefined ? '' : formatShare(share)),
          },
          {
            key: 'prefill',
            title: t(words.prefillRate),
            number: true,
            cell: ({ prefillRate: rate }) => (rate === undefined ? '' : formatShare(rate)),
          },
        ]}
      />
      {forms.length > 0 && (
        <>
          <h3>{t(words.formsTitle)}</h3>
          <DataTable
            caption={t(words.formsTitle)}
            captionHidden
            rows={forms}
            rowKey={({ key }) => key}
            columns={[
              { key: 'form', title: t(words.formName), cell: ({ key }) => rowName(key) },
              {
                key: 'fillings',
                title: t(words.fillings),
                number: true,
                cell: ({ sums }) => sums.fillings,
              },
              {
                key: 'each',
                title: t(words.each),
                number: true,
                cell: ({ each }) => each && t(words.bracket, each),
              },
              {
                key: 'hours',
                title: t(words.hours),
                number: true,
                cell: ({ hours }) => hours && t(words.bracket, hours),
              },
            ]}
          />
          <p class="small soft">{t(words.formsNote)}</p>
        </>
      )}
      <h3>{t(words.zombiesTitle, { k })}</h3>
      <p data-zombies={zombies.join(' ')}>
        {zombies.length === 0
          ? t(words.noneListed)
          : zombies.map(platformName).join(t(common.list))}
      </p>
      <div class="small soft">
        <p>{t(words.releaseNote, { k })}</p>
        <p>
          {release.mode === 'sealed'
            ? t(words.forgedSealed)
            : t(words.forgedPlain, {
                minutes: Math.ceil(reachOfOne(release, layoutOf(collection), 'all', 'minutes')),
              })}
        </p>
        <p>{t(words.unseen)}</p>
        <p>{t(words.useLimits)}</p>
        <p class="key-text">{t(words.checkCode, { code: releaseHash(release) })}</p>
      </div>
    </section>
  );
}

function cellOf(row: ReleaseRow, measure: PrintedMeasure): string {
  const sum = printedSum(row, measure);
  if (sum === undefined) return '—';
  return isTime(measure) ? formatDecimal(sum, language.value) : formatCount(sum, language.value);
}
