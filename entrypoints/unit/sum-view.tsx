import { useRef, useState } from 'preact/hooks';
import { DataTable } from '../../components/data-table';
import { type Collection, collectionId } from '../../utils/domain/contribution/collection';
import { sealedBatchText } from '../../utils/domain/contribution/key-holder';
import { mayRelease } from '../../utils/domain/contribution/ledger';
import { expectedOf } from '../../utils/domain/contribution/read-contribution';
import {
  PLAIN_FILES,
  type Release,
  releaseHash,
  releaseOf,
} from '../../utils/domain/contribution/release';
import {
  parseSum,
  type SumFile,
  type SumMismatch,
  sumText,
} from '../../utils/domain/contribution/sum-file';
import { mergedSums, wholeSums } from '../../utils/domain/contribution/whole-sums';
import { formatCount, formatDecimal } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { unit as words } from '../../utils/i18n/unit';
import { enterLine, keepBatch, marksOf, readLedger } from '../../utils/storage/unit-ledger';
import { saveFile } from '../report/save-file';
import { ChooseFiles } from './choose-files';
import { CollectionPart } from './collection-part';
import { countFiles } from './count-files';
import type { Counted, Progress } from './count-report';
import { FOREIGN, type Parsed, readAllChosen, refusedWords } from './read-chosen';
import { ReleaseView } from './release-view';
import { collection, layout, rowName, weekName } from './unit-state';

/** The unit's page: contributions in, a closed result out. */
export function SumView() {
  const one = collection.value;
  return (
    <>
      <div class="not-printed">
        <CollectionPart brief />
      </div>
      {one !== undefined && <Sums key={collectionId(one)} collection={one} />}
    </>
  );
}

function Sums({ collection: one }: { readonly collection: Collection }) {
  const [week, setWeek] = useState(one.weeks[0] ?? '');
  const [progress, setProgress] = useState<Progress>();
  const [counted, setCounted] = useState<Counted>();
  const [files, setFiles] = useState<readonly SumFile[]>([]);
  const [said, setSaid] = useState<string>();
  const [release, setRelease] = useState<Release>();
  const running = useRef<AbortController | undefined>(undefined);
  const length = layout.value?.entries.length ?? 0;
  const tooFew = (sum: SumFile) => one.mode === 'plain' && sum.n < PLAIN_FILES;

  const count = async (chosen: readonly File[]) => {
    running.current = new AbortController();
    setCounted(undefined);
    setRelease(undefined);
    setSaid(undefined);
    setProgress({ done: 0, total: 1, counted: 0 });
    const holder = files.find((file) => file.half === 'holder' && file.week === week);
    try {
      const result = await countFiles(
        { expected: expectedOf(one, week), files: chosen, leftOut: holder?.leftOut ?? [] },
        setProgress,
        running.current.signal,
      );
      await keepBatch(result.sum.batches[0]?.hash ?? '', result.marks);
      setCounted(result);
      const half = one.mode === 'sealed' ? 'office' : 'whole';
      const others = files.filter((file) => !(file.half === half && file.week === week));
      setFiles(tooFew(result.sum) ? others : [...others, result.sum]);
    } catch {
      setSaid(t(words.stopped));
    }
    setProgress(undefined);
  };
  const addSums = async (chosen: readonly File[]) => {
    const id = collectionId(one);
    const { values, refused } = await readAllChosen(chosen, (text): Parsed<SumFile> => {
      const parsed = parseSum(text, length);
      return 'value' in parsed && parsed.value.collection !== id ? FOREIGN : parsed;
    });
    const texts = new Map([...files, ...values].map((file) => [sumText(file), file]));
    setFiles([...texts.values()]);
    setRelease(undefined);
    setSaid(refusedWords(refused));
  };
  const make = async () => {
    const made = await makeRelease(one, files);
    setSaid('said' in made ? made.said : undefined);
    setRelease('release' in made ? made.release : undefined);
  };
  const saveMerged = () => {
    const merged = mergedSums(files);
    if ('mismatch' in merged) return setSaid(mismatchWords(merged.mismatch, merged.week));
    for (const file of merged.value)
      saveFile(
        `${one.code}-${file.week}-${file.half}-merged.json`,
        sumText(file),
        'application/json',
      );
  };
  const name = (what: string) => `${one.code}-${week}-${what}`;
  const leftOut = files.find((file) => file.half === 'holder' && file.week === week)?.leftOut ?? [];
  return (
    <>
      <section class="part not-printed">
        <h2>{t(words.chooseFiles)}</h2>
        {one.mode === 'plain' && <p class="notice">{t(words.plainWarning)}</p>}
        <div class="form-grid">
          <label class="field">
            {t(words.week)}
            <select
              class="input"
              name="week"
              value={week}
              onChange={({ currentTarget }) => {
                setWeek(currentTarget.value);
                setCounted(undefined);
              }}
            >
              {one.weeks.map((key) => (
                <option key={key} value={key} selected={key === week}>
                  {weekName(key)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <p class="small soft text">{t(words.filesHint)}</p>
        {progress === undefined ? (
          <p class="button-row">
            <ChooseFiles
              several
              primary
              label={t(words.chooseFiles)}
              action="choose-files"
              onChoose={count}
            />
            <ChooseFiles
              folder
              label={t(words.chooseFolder)}
              action="choose-folder"
              onChoose={count}
            />
          </p>
        ) : (
          <ProgressLine progress={progress} onStop={() => running.current?.abort()} />
        )}
        {counted !== undefined && <CountedPart counted={counted} />}
        {counted !== undefined && tooFew(counted.sum) && (
          <p class="notice signal-notice">{t(words.tooFewPlain)}</p>
        )}
        {counted !== undefined && !tooFew(counted.sum) && (
          <>
            {one.mode === 'sealed' && <p class="small soft text">{t(words.sealedNext)}</p>}
            <p class="button-row">
              {one.mode === 'sealed' && (
                <button
                  type="button"
                  class="button primary"
                  data-action="save-batch"
                  onClick={() =>
                    saveFile(
                      `${name('sealed')}.txt`,
                      sealedBatchText(counted.sum, counted.seals),
                      'text/plain',
                    )
                  }
                >
                  {t(words.saveBatch)}
                </button>
              )}
              <button
                type="button"
                class="button"
                data-action="save-sum"
                onClick={() =>
                  saveFile(
                    `${name(one.mode === 'sealed' ? 'office' : 'sum')}.json`,
                    sumText(counted.sum),
                    'application/json',
                  )
                }
              >
                {t(one.mode === 'sealed' ? words.saveHalf : words.saveSum)}
              </button>
            </p>
          </>
        )}
      </section>
      <section class="part not-printed">
        <h2>{t(words.sumsTitle)}</h2>
        <p class="small soft text">{t(words.sumsHint)}</p>
        <p class="button-row">
          <ChooseFiles
            several
            label={t(words.chooseSums)}
            action="choose-sums"
            onChoose={addSums}
          />
        </p>
        {leftOut.length > 0 && <p class="notice">{t(words.leftOut, { count: leftOut.length })}</p>}
        {files.length > 0 && (
          <SumsTable
            files={files}
            onRemove={(file) => {
              setFiles(files.filter((other) => other !== file));
              setRelease(undefined);
            }}
          />
        )}
        <p class="small soft text">{t(words.releaseOnce)}</p>
        <p class="button-row">
          <button
            type="button"
            class="button primary"
            data-action="make-release"
            disabled={files.length === 0}
            onClick={make}
          >
            {t(words.makeRelease)}
          </button>
          {files.length > 1 && (
            <button type="button" class="button" data-action="save-merged" onClick={saveMerged}>
              {t(words.saveMerged)}
            </button>
          )}
        </p>
        <p role="alert" class={said === undefined ? undefined : 'notice signal-notice'}>
          {said}
        </p>
      </section>
      {release !== undefined && <ReleaseView release={release} collection={one} />}
    </>
  );
}

function ProgressLine({
  progress: { done, total, counted },
  onStop,
}: {
  readonly progress: Progress;
  readonly onStop: () => void;
}) {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const line = t(words.counting, {
    percent: `${Math.round(share * 100)}%`,
    count: formatCount(counted, language.value),
  });
  return (
    <div class="part" data-progress={Math.round(share * 100)}>
      <progress value={share} max={1} aria-label={line} />
      <p>{line}</p>
      <p class="button-row">
        <button type="button" class="button" data-action="stop" onClick={onStop}>
          {t(words.stop)}
        </button>
      </p>
    </div>
  );
}

function CountedPart({ counted: { sum, refused, countMs, allMs } }: { readonly counted: Counted }) {
  return (
    <>
      <p role="status" data-counted={sum.n} data-count-ms={Math.round(countMs)}>
        {t(words.countedLine, {
          count: formatCount(sum.n, language.value),
          seconds: formatDecimal(allMs / 1000, language.value),
          refused: [...refused.values()].reduce((all, count) => all + count, 0),
        })}
      </p>
      {refused.size > 0 && (
        <DataTable
          caption={t(words.refusalReason)}
          captionHidden
          rows={[...refused]}
          rowKey={([reason]) => reason}
          columns={[
            {
              key: 'reason',
              title: t(words.refusalReason),
              cell: ([reason]) => t(words[`refused-${reason}`]),
            },
            {
              key: 'count',
              title: t(words.refusalCount),
              number: true,
              cell: ([reason, count]) => <span data-refused={reason}>{count}</span>,
            },
          ]}
        />
      )}
    </>
  );
}

const HALVES = { office: words.halfOffice, holder: words.halfHolder, whole: words.halfWhole };

function SumsTable({
  files,
  onRemove,
}: {
  readonly files: readonly SumFile[];
  readonly onRemove: (file: SumFile) => void;
}) {
  return (
    <DataTable
      caption={t(words.sumsTitle)}
      captionHidden
      rows={files}
      rowKey={({ week, half, batches }) => `${week} ${half} ${batches[0]?.hash}`}
      columns={[
        { key: 'week', title: t(words.week), cell: ({ week }) => weekName(week) },
        {
          key: 'half',
          title: t(words.half),
          cell: ({ half }) => <span data-half={half}>{t(HALVES[half])}</span>,
        },
        { key: 'n', title: t(words.files), number: true, cell: ({ n }) => n },
        {
          key: 'remove',
          title: t(words.remove),
          cell: (file) => (
            <button
              type="button"
              class="link"
              aria-label={`${t(words.remove)} ${file.week}`}
              onClick={() => onRemove(file)}
            >
              {t(words.remove)}
            </button>
          ),
        },
      ]}
    />
  );
}

/** The result, once: entered in the ledger before it is shown; or why there is none. */
async function makeRelease(
  one: Collection,
  files: readonly SumFile[],
): Promise<{ readonly release: Release } | { readonly said: string }> {
  const whole = wholeSums(files);
  if ('mismatch' in whole) return { said: mismatchWords(whole.mismatch, whole.week) };
  const made = releaseOf(one, whole.value);
  const { k } = one.rules;
  if ('refused' in made) {
    const entries = (made.faults ?? []).slice(0, 5).map(({ entry, kind }) => {
      const row = entry
        .split('/')
        .slice(0, entry.startsWith('all') ? 1 : 2)
        .join('/');
      return `${rowName(row)} ${t(words[kind])}`;
    });
    const list = [...new Set(entries)].join(t(common.list));
    if (made.refused === 'void') return { said: t(words['release-void'], { entries: list }) };
    if (made.refused === 'too-few') return { said: t(words['release-too-few'], { k }) };
    return { said: t(words[`release-${made.refused}`]) };
  }
  const { release } = made;
  const hashes = whole.value.flatMap(({ batches }) => batches.map(({ hash }) => hash));
  const line = {
    collection: release.collection,
    weeks: release.weeks,
    batch: hashes.join(' '),
    marks: await marksOf(hashes),
    release: releaseHash(release),
  };
  const answer = mayRelease(await readLedger('office', release.collection), line, k);
  if (answer === 'too-alike') return { said: t(words['ledger-too-alike'], { k }) };
  if (answer === 'other-weeks') return { said: t(words['ledger-other-weeks']) };
  await enterLine('office', line);
  return { release };
}

function mismatchWords(mismatch: SumMismatch, week: string): string {
  return mismatch === 'half' || mismatch === 'batches'
    ? t(words[`mismatch-${mismatch}`], { week: weekName(week) })
    : t(words[`mismatch-${mismatch}`]);
}
