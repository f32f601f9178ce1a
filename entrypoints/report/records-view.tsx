import { useContext, useEffect, useState } from 'preact/hooks';
import { Dialog } from '../../components/dialog';
import { NamesContext } from '../../components/names';
import { RECORD_KINDS } from '../../components/records/record-words';
import { TableScroll } from '../../components/table-scroll';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { type RecordKind, recordKinds, records as words } from '../../utils/i18n/records';
import { OwnLabelChoice } from './own-label';
import {
  countDigests,
  countRecords,
  deleteMatching,
  deleteRecord,
  type RecordLine,
  readRecords,
} from './records-source';
import { platforms, settings } from './report-state';

const STEP = 50;

/** Every record on this computer, in plain words, searchable and deletable. */
export function RecordsView() {
  const names = useContext(NamesContext);
  const { zone } = settings.value;
  const [kind, setKind] = useState<RecordKind>('submissions');
  const [platform, setPlatform] = useState('');
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(STEP);
  const [lines, setLines] = useState<readonly RecordLine[]>();
  const [total, setTotal] = useState(0);
  const [digests, setDigests] = useState(0);
  const [turn, setTurn] = useState(0);
  const [asking, setAsking] = useState(false);
  const [deleted, setDeleted] = useState<number>();
  const [failed, setFailed] = useState(false);
  const spoken = language.value;

  // biome-ignore lint/correctness/useExhaustiveDependencies: names follow the language and the list
  useEffect(() => {
    const search = new AbortController();
    // A search waits until the typing pauses.
    const timer = setTimeout(async () => {
      const [found, all, kept] = await Promise.all([
        readRecords({ kind, platform, text, limit }, { names, zone }, search.signal),
        countRecords(kind),
        countDigests(),
      ]);
      if (search.signal.aborted) return;
      setLines(found);
      setTotal(all);
      setDigests(kept);
    }, 120);
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [kind, platform, text, limit, turn, zone, spoken]);

  const change = (set: () => void) => {
    set();
    setLimit(STEP);
    setDeleted(undefined);
    setFailed(false);
  };
  const removing = async (remove: () => Promise<number>) => {
    setAsking(false);
    try {
      setDeleted(await remove());
      setFailed(false);
    } catch {
      setFailed(true);
    }
    setTurn(turn + 1);
  };
  const remove = (line: RecordLine) =>
    removing(async () => {
      await deleteRecord(line, zone);
      return 1;
    });
  const removeAll = () =>
    removing(() =>
      deleteMatching({ kind, platform, text }, { names, zone }, new AbortController().signal),
    );

  return (
    <section class="records">
      <h2>{t(words.title)}</h2>
      <p class="soft text">{t(words.lead)}</p>
      <search class="records-query">
        <label class="field">
          {t(words.kind)}
          <select
            class="input"
            name="kind"
            value={kind}
            onChange={(event) => change(() => setKind(event.currentTarget.value as RecordKind))}
          >
            {RECORD_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(recordKinds[one])}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {t(common.platform)}
          <select
            class="input"
            name="platform"
            value={platform}
            onChange={(event) => change(() => setPlatform(event.currentTarget.value))}
          >
            <option value="">{t(words.allPlatforms)}</option>
            {[...platforms.value.keys()].map((id) => (
              <option key={id} value={id}>
                {names.platform(id)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {t(words.search)}
          <input
            class="input"
            type="search"
            name="text"
            placeholder={t(words.searchHint)}
            value={text}
            onInput={(event) => change(() => setText(event.currentTarget.value))}
          />
        </label>
      </search>
      <p class="small soft" aria-live="polite">
        {t(words.counted, { count: total })}
        {t(words.and)}
        {t(words.shown, { count: lines?.length ?? 0 })}
        {deleted !== undefined && ` ${t(words.deleted, { count: deleted })}`}
      </p>
      <p class="signal" role="alert">
        {failed && t(words.notDeleted)}
      </p>
      {lines?.length === 0 && <p>{t(words.none)}</p>}
      {lines !== undefined && lines.length > 0 && (
        <>
          <RecordTable lines={lines} onDelete={remove} />
          <p class="button-row">
            {lines.length >= limit && (
              <button type="button" class="button" onClick={() => setLimit(limit + STEP)}>
                {t(words.more)}
              </button>
            )}
            <button
              type="button"
              class="button"
              data-action="delete-matching"
              onClick={() => setAsking(true)}
            >
              {t(words.deleteShown)}
            </button>
          </p>
        </>
      )}
      <p class="small soft text">{t(words.digestNote, { count: digests })}</p>
      {asking && (
        <Dialog title={t(words.deleteShownTitle)} onClose={() => setAsking(false)}>
          <p>{t(words.deleteShownText)}</p>
          <p class="dialog-actions">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {t(common.cancel)}
            </button>
            <button
              type="button"
              class="button primary"
              data-action="confirm-delete"
              onClick={removeAll}
            >
              {t(common.delete)}
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
}

interface RecordTableProps {
  readonly lines: readonly RecordLine[];
  readonly onDelete?: (line: RecordLine) => void;
}

export function RecordTable({ lines, onDelete }: RecordTableProps) {
  return (
    <TableScroll label={t(words.title)}>
      <table class="table in-words">
        <caption class="visually-hidden">{t(words.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(words.when)}</th>
            <th scope="col">{t(common.platform)}</th>
            <th scope="col">{t(words.what)}</th>
            {onDelete !== undefined && (
              <th scope="col">
                <span class="visually-hidden">{t(words.deleteOne)}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} data-record={line.kind}>
              <td class="nowrap">{line.when}</td>
              <td class="platform-cell">{line.platform}</td>
              <td class="record-cell">
                {line.what}
                {line.own !== undefined && (
                  <OwnLabelChoice id={String(line.id)} given={line.own.label} />
                )}
              </td>
              {onDelete !== undefined && (
                <td>
                  <button
                    type="button"
                    class="link small nowrap"
                    data-action="delete-record"
                    aria-label={t(words.deleteLabel, { what: `${line.when} ${line.what}` })}
                    onClick={() => onDelete(line)}
                  >
                    {t(words.deleteOne)}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
