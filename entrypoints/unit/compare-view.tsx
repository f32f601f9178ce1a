import { useState } from 'preact/hooks';
import { DataTable } from '../../components/data-table';
import { type Change, compareReleases } from '../../utils/domain/contribution/compare-releases';
import type { Release } from '../../utils/domain/contribution/release';
import { parseRelease } from '../../utils/domain/contribution/release-file';
import { formatWeekKeys } from '../../utils/format/date';
import { formatDecimal } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { unit as words } from '../../utils/i18n/unit';
import { ChooseFiles } from './choose-files';
import { CollectionPart } from './collection-part';
import { readAllChosen, refusedWords } from './read-chosen';
import { rowName } from './unit-state';

const COMPARED = [
  'minutes',
  'reentryMinutes',
  'reentered',
  'fillings',
  'checkIns',
  'traces',
  'repeats',
] as const;

/** Results of different weeks side by side: what fell, what rose, what came back. */
export function CompareView() {
  const [releases, setReleases] = useState<readonly Release[]>([]);
  const [said, setSaid] = useState<string>();
  const read = async (files: readonly File[]) => {
    const { values, refused } = await readAllChosen(files, parseRelease);
    setReleases(values);
    setSaid(refusedWords(refused));
  };
  const compared = compareReleases(releases, COMPARED);
  return (
    <>
      <div class="not-printed">
        <CollectionPart brief />
      </div>
      <section class="part">
        <p class="small soft text">{t(words.compareHint)}</p>
        <p class="button-row screen-only">
          <ChooseFiles
            several
            primary
            label={t(words.chooseReleases)}
            action="choose-releases"
            onChoose={read}
          />
        </p>
        <p role="alert">{said}</p>
        {releases.length > 0 &&
          ('refused' in compared ? (
            <p class="notice">{t(words[`compare-${compared.refused}`])}</p>
          ) : (
            <Compared releases={compared.releases} changes={compared.changes} />
          ))}
      </section>
    </>
  );
}

interface ChangesProps {
  readonly releases: readonly Release[];
  readonly changes: readonly Change[];
}

/** What has changed stands open; what has not can be looked up. */
function Compared({ releases, changes }: ChangesProps) {
  const hasChanged = ({ change, relapse }: Change) => relapse || change !== 'level';
  const changed = changes.filter(hasChanged);
  const level = changes.filter((one) => !hasChanged(one));
  return (
    <>
      {changed.length === 0 ? (
        <p class="text">{t(words.nothingChanged)}</p>
      ) : (
        <Changes caption={t(words.compareTitle)} releases={releases} changes={changed} />
      )}
      {level.length > 0 && (
        <details>
          <summary>{t(words.unchanged, { count: level.length })}</summary>
          <Changes
            caption={t(words.unchanged, { count: level.length })}
            releases={releases}
            changes={level}
          />
        </details>
      )}
    </>
  );
}

function Changes({ caption, releases, changes }: ChangesProps & { readonly caption: string }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={changes}
      rowKey={({ row, measure }) => `${row} ${measure}`}
      columns={[
        { key: 'row', title: t(words.row), cell: ({ row }) => rowName(row) },
        {
          key: 'measure',
          title: t(words.measure),
          cell: ({ measure }) =>
            t(
              measure === 'minutes'
                ? words.minutesShort
                : measure === 'reentryMinutes'
                  ? words.reentryShort
                  : words[measure],
            ),
        },
        ...releases.map(({ weeks }, index) => ({
          key: String(index),
          title: formatWeekKeys(weeks, language.value),
          number: true,
          cell: ({ means }: Change) => {
            const mean = means[index];
            return mean === undefined ? '—' : formatDecimal(mean, language.value);
          },
        })),
        {
          key: 'change',
          title: t(words.change),
          cell: ({ row, measure, change, relapse }) => (
            <span data-change={`${row} ${measure} ${relapse ? 'relapse' : change}`}>
              {relapse ? <strong>{t(words.relapse)}</strong> : t(words[change])}
            </span>
          ),
        },
      ]}
    />
  );
}
