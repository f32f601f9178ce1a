import { useEffect, useMemo, useState } from 'preact/hooks';
import { DataTable } from '../../components/data-table';
import { CheckSetting } from '../../components/setting';
import { readTokenSecret } from '../../utils/browser/settings';
import type { Collection } from '../../utils/domain/contribution/collection';
import {
  contributionFileName,
  contributionVector,
  headingOf,
  MAX_REVISION,
  plainText,
} from '../../utils/domain/contribution/contribution';
import { codeOfPlatform, figuresOfWeek } from '../../utils/domain/contribution/figures-of-week';
import { type Layout, MEASURES, type Row } from '../../utils/domain/contribution/layout';
import { sealFor } from '../../utils/domain/contribution/seal';
import { contributionToken, newTokenSecret } from '../../utils/domain/contribution/token';
import { weekAt } from '../../utils/domain/week';
import { t } from '../../utils/i18n';
import { faults } from '../../utils/i18n/faults';
import { unit as words } from '../../utils/i18n/unit';
import { saveFile } from '../report/save-file';
import { CollectionPart } from './collection-part';
import { type OwnWeek, readOwnWeek } from './own-week';
import {
  collection,
  depthOf,
  layout,
  platformName,
  policy,
  rowName,
  settings,
  weekName,
} from './unit-state';

/** The person's own page: look at what a contribution holds, thin it out, save it or not. */
export function ContributeView() {
  const [declined, setDeclined] = useState(false);
  if (declined) return <p class="notice">{t(words.declined)}</p>;
  const [one, shape] = [collection.value, layout.value];
  return (
    <>
      <CollectionPart />
      {policy.value.disabledOutputs.includes('contribution') ? (
        <p class="notice">{t(words.outputOff)}</p>
      ) : (
        one !== undefined &&
        shape !== undefined && (
          <Preview
            key={JSON.stringify(one)}
            collection={one}
            layout={shape}
            onDecline={() => setDeclined(true)}
          />
        )
      )}
    </>
  );
}

const REVISIONS = Array.from({ length: MAX_REVISION }, (_, index) => index + 1);

interface PreviewProps {
  readonly collection: Collection;
  readonly layout: Layout;
  readonly onDecline: () => void;
}

function Preview({ collection: one, layout: shape, onDecline }: PreviewProps) {
  const running = weekAt(Date.now(), settings.value.zone).key;
  const [week, setWeek] = useState(
    () => one.weeks.filter((key) => key < running).at(-1) ?? one.weeks[0] ?? '',
  );
  const [own, setOwn] = useState<OwnWeek>();
  const [failed, setFailed] = useState(false);
  // Until the week is read there is nothing to show, and nothing may be saved in its name.
  const [read, setRead] = useState<string>();
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(new Map());
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [rev, setRev] = useState(1);
  const [text, setText] = useState('');
  const [saved, setSaved] = useState<string>();
  useEffect(() => {
    let current = true;
    setOwn(undefined);
    setFailed(false);
    readOwnWeek(week)
      .then(
        (found) => current && setOwn(found),
        () => current && setFailed(true),
      )
      .then(() => current && setRead(week));
    return () => {
      current = false;
    };
  }, [week]);

  const figures = useMemo(
    () =>
      own === undefined ? [] : figuresOfWeek(own.summary, own.platforms, own.forms, one, codes),
    [own, one, codes],
  );
  const vector = useMemo(
    () => contributionVector(figures, shape, hidden),
    [figures, shape, hidden],
  );
  const all = contributionVector(figures, shape);
  const rows = shape.rows.filter(({ weightAt }) => all[weightAt] === 1);
  const blank = hidden.has('all');
  useEffect(() => {
    let current = true;
    void fileText(one, week, rev, vector).then(({ text: made }) => current && setText(made));
    setSaved(undefined);
    return () => {
      current = false;
    };
  }, [one, week, rev, vector]);
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    setHidden(next);
  };
  const save = async () => {
    const { name, text: made } = await fileText(one, week, rev, vector);
    saveFile(name, made, 'application/json');
    setSaved(name);
  };
  return (
    <>
      <section class="part">
        <h2>{t(words.whoReads)}</h2>
        <ul class="dash-list text" data-who={one.mode}>
          {whoReads(one).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section class="part">
        <h2>{t(words.previewTitle)}</h2>
        <div class="form-grid">
          <label class="field">
            {t(words.week)}
            <select
              class="input"
              name="week"
              value={week}
              onChange={({ currentTarget }) => setWeek(currentTarget.value)}
            >
              {one.weeks.map((key) => (
                <option key={key} value={key} selected={key === week} disabled={key > running}>
                  {key < running ? weekName(key) : t(words.weekNotOver, { week: weekName(key) })}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            {t(words.revision)}
            <select
              class="input"
              name="revision"
              value={rev}
              onChange={({ currentTarget }) => setRev(Number(currentTarget.value))}
            >
              {REVISIONS.map((revision) => (
                <option key={revision} value={revision}>
                  {revision}
                </option>
              ))}
            </select>
            <span class="hint">{t(words.revisionHint)}</span>
          </label>
        </div>
        <InternalCodes collection={one} own={own} codes={codes} onChange={setCodes} />
        {own === undefined && read === week && (
          <p class="notice" role={failed ? 'alert' : undefined}>
            {t(failed ? faults['database-unreadable'] : words.noRecords)}
          </p>
        )}
        <p class="small soft text">{t(words.previewHint)}</p>
        {!blank && rows.length > 0 && (
          <RowsTable rows={rows} vector={vector} hidden={hidden} onToggle={toggle} />
        )}
        <CheckSetting
          name="blank"
          label={t(words.blank)}
          hint={t(words.blankHint)}
          checked={blank}
          onChange={() => toggle('all')}
        />
        {vector.every((value) => value === 0) && <p class="small soft">{t(words.nothing)}</p>}
        <details>
          <summary>{t(words.exactText)}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <pre class="file-text" tabIndex={0} data-text>
            {text}
          </pre>
        </details>
        <p class="equal">
          <button
            type="button"
            class="button"
            data-action="export"
            disabled={read !== week}
            onClick={save}
          >
            {t(words.agreeExport)}
          </button>
          <button type="button" class="button" data-action="decline" onClick={onDecline}>
            {t(words.decline)}
          </button>
        </p>
        <p role="status">{saved !== undefined && t(words.exported, { name: saved })}</p>
      </section>
    </>
  );
}

function whoReads({ mode, keyHolder, rules }: Collection): readonly string[] {
  return mode === 'plain'
    ? [t(words.plainWho1), t(words.plainWho2), t(words.plainWho3)]
    : [
        t(words.sealedWho1),
        t(words.sealedWho2, { holder: keyHolder?.name ?? '' }),
        t(words.sealedWho3, { k: rules.k }),
      ];
}

async function fileText(
  one: Collection,
  week: string,
  rev: number,
  vector: Uint32Array,
): Promise<{ readonly name: string; readonly text: string }> {
  const secret = await readTokenSecret(newTokenSecret);
  const { collection: id } = headingOf(one, week, '', rev);
  const heading = headingOf(one, week, contributionToken(secret, id, week), rev);
  return {
    name: contributionFileName(heading),
    text:
      one.mode === 'plain'
        ? plainText(heading, vector)
        : await sealFor(one, heading, vector, secret),
  };
}

interface InternalCodesProps {
  readonly collection: Collection;
  readonly own: OwnWeek | undefined;
  readonly codes: ReadonlyMap<string, string>;
  readonly onChange: (codes: ReadonlyMap<string, string>) => void;
}

/** Which of the person's platforms an internal code stands for: only the person knows. */
export function InternalCodes({ collection: one, own, codes, onChange }: InternalCodesProps) {
  const internal = one.platforms.filter((platform) => platform.internal);
  if (internal.length === 0 || own === undefined) return null;
  const free = own.platforms.filter(
    (platform) => !platform.ignored && codeOfPlatform(platform.id, platform, one) === undefined,
  );
  const choose = (code: string, id: string) => {
    const next = new Map([...codes].filter(([, other]) => other !== code));
    if (id !== '') next.set(id, code);
    onChange(next);
  };
  return (
    <fieldset class="part">
      <legend class="small soft">{t(words.internalMatch)}</legend>
      <div class="form-grid">
        {internal.map(({ code }) => (
          <label key={code} class="field">
            {platformName(code)}
            <select
              class="input"
              name={`code-${code}`}
              onChange={({ currentTarget }) => choose(code, currentTarget.value)}
            >
              <option value="">{t(words.noMatch)}</option>
              {free.map(({ id, name, ownName }) => (
                <option key={id} value={id} selected={codes.get(id) === code}>
                  {ownName ?? name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface RowsTableProps {
  readonly rows: readonly Row[];
  readonly vector: Uint32Array;
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

function RowsTable({ rows, vector, hidden, onToggle }: RowsTableProps) {
  const title = (measure: (typeof MEASURES)[number]) =>
    t(
      measure === 'minutes'
        ? words.minutesShort
        : measure === 'reentryMinutes'
          ? words.reentryShort
          : words[measure],
    );
  return (
    <DataTable
      caption={t(words.previewTitle)}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'row',
          title: t(words.row),
          cell: ({ key }) =>
            key === 'all' ? (
              rowName(key)
            ) : (
              <label class={`row-choice depth-${depthOf(key)}`}>
                <input
                  type="checkbox"
                  data-row={key}
                  aria-label={t(words.give, { row: rowName(key) })}
                  checked={!hidden.has(key)}
                  onChange={() => onToggle(key)}
                />
                {rowName(key)}
              </label>
            ),
        },
        ...MEASURES.map((measure) => ({
          key: measure,
          title: title(measure),
          number: true,
          cell: ({ slots, weightAt }: Row) => {
            if (vector[weightAt] === 0) return measure === 'minutes' ? t(words.notGiven) : '';
            const slot = slots.find((one) => one.measure === measure);
            return slot === undefined ? '' : vector[slot.at];
          },
        })),
      ]}
    />
  );
}
