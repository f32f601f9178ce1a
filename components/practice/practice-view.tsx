import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { practice as words } from '../../utils/i18n/practice';
import {
  PRACTICE_FORMS,
  type PracticeEntry,
  type PracticeItem,
  type PracticeSystem,
  type PracticeValues,
  practiceSubmission,
} from './practice-log';

const SYSTEMS = ['first', 'second'] as const satisfies readonly PracticeSystem[];

/** Of nobody: the area code of the number does not exist, nor does the phone. */
const MADE_UP: Readonly<Record<PracticeItem, string>> = {
  name: '张建国',
  number: '990101198001010014',
  phone: '199 0000 1234',
  address: '青山镇柳河村三组 12 号',
  size: '3',
  visit: '房屋安全，饮水正常。',
};

/** Two pretend systems and, beside them, what would be recorded. */
export function PracticeView() {
  const [entries, setEntries] = useState<readonly PracticeEntry[]>([]);
  const [sent, setSent] = useState<readonly (readonly [PracticeSystem, PracticeValues])[]>([]);
  const [round, setRound] = useState(0);
  const add = (entry: PracticeEntry) => setEntries([...entries, entry]);
  const submit = (system: PracticeSystem, values: PracticeValues) => {
    const earlier = sent.filter(([other]) => other !== system).map(([, given]) => given);
    add(practiceSubmission(system, values, earlier));
    setSent([...sent, [system, values]]);
  };
  return (
    <main class="page practice">
      <div class="page-head">
        <p class="brand">{t(common.productName)}</p>
        <h1>{t(words.title)}</h1>
      </div>
      <p class="text practice-lead">{t(words.lead)}</p>
      <div class="practice-systems" key={round}>
        {SYSTEMS.map((system) => (
          <PracticeForm
            key={system}
            system={system}
            onSubmit={(values) => submit(system, values)}
            onRead={() => add({ kind: 'action', system })}
          />
        ))}
      </div>
      <section class="practice-log" aria-live="polite">
        <h2>{t(words.recorded)}</h2>
        {entries.length === 0 ? (
          <p class="soft">{t(words.nothing)}</p>
        ) : (
          <>
            <ol class="number-list">
              {entries.map((entry, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: entries are only added at the end
                <li key={index} data-entry={entry.kind}>
                  <Entry entry={entry} />
                </li>
              ))}
            </ol>
            <p class="small soft">{t(words.notKept)}</p>
            <p>
              <button
                type="button"
                class="button small"
                data-action="again"
                onClick={() => {
                  setEntries([]);
                  setSent([]);
                  setRound(round + 1);
                }}
              >
                {t(words.again)}
              </button>
            </p>
          </>
        )}
      </section>
    </main>
  );
}

interface PracticeFormProps {
  readonly system: PracticeSystem;
  readonly onSubmit: (values: PracticeValues) => void;
  readonly onRead: () => void;
}

function PracticeForm({ system, onSubmit, onRead }: PracticeFormProps) {
  const items = PRACTICE_FORMS[system];
  const [values, setValues] = useState<PracticeValues>(new Map());
  const [empty, setEmpty] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const filled = [...values.values()].some((value) => value.trim() !== '');
    setEmpty(!filled);
    if (!filled) return;
    onSubmit(values);
    setValues(new Map());
  };
  return (
    <form autocomplete="off" data-system={system} onSubmit={submit}>
      <h2>{t(words[system])}</h2>
      {items.map((item) => (
        <label key={item} class="field">
          {t(words[item])}
          <input
            class="input"
            name={item}
            value={values.get(item) ?? ''}
            onInput={(event) => setValues(new Map(values).set(item, event.currentTarget.value))}
          />
        </label>
      ))}
      <p role="alert" class="small signal">
        {empty && t(words.empty)}
      </p>
      <p class="button-row">
        <button type="submit" class="button primary" data-action={`submit-${system}`}>
          {t(words.submit)}
        </button>
        <button
          type="button"
          class="button"
          data-action={`fill-${system}`}
          onClick={() => setValues(new Map(items.map((item) => [item, MADE_UP[item]])))}
        >
          {t(words.fill)}
        </button>
        <button type="button" class="button" onClick={onRead}>
          {t(words.read)}
        </button>
      </p>
    </form>
  );
}

function Entry({ entry }: { readonly entry: PracticeEntry }) {
  const system = t(words[entry.system]);
  if (entry.kind === 'action') return <>{t(words.action, { system })}</>;
  const listed = (items: readonly PracticeItem[]) =>
    items.map((item) => t(words[item])).join(t(common.list));
  const other = t(words[entry.system === 'first' ? 'second' : 'first']);
  return (
    <>
      {t(words.submission, { system, fields: entry.items.length, items: listed(entry.items) })}
      {entry.repeated.length > 0 && (
        <strong class="row-note signal" data-repeated={entry.repeated.length}>
          {t(words.repeated, {
            fields: entry.repeated.length,
            items: listed(entry.repeated),
            system: other,
          })}
        </strong>
      )}
      {entry.tooCommon && <span class="row-note soft">{t(words.notAlone)}</span>}
    </>
  );
}
