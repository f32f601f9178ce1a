import { useContext, useEffect, useState } from 'preact/hooks';
import { NamesContext } from '../../components/names';
import { LedgerTable } from '../../components/sheets/ledger-table';
import { SHEET_KINDS, type SheetKind, sheetDraft } from '../../components/sheets/sheet-draft';
import { SheetEditor } from '../../components/sheets/sheet-editor';
import { type FourWeeks, fourWeeks } from '../../utils/domain/four-weeks';
import type { WeekSummary } from '../../utils/domain/summary';
import { weekOfKey } from '../../utils/domain/week';
import { dayKey } from '../../utils/format/date';
import { document as wordDocument } from '../../utils/format/document';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { report } from '../../utils/i18n/report';
import { sheets as words } from '../../utils/i18n/sheets';
import { addToLedger, type LedgerLine, readLedger } from '../../utils/storage/ledger';
import { openDatabase } from '../../utils/storage/open-database';
import { readWeek } from '../../utils/storage/week-records';
import { loadKnowledge } from './load-knowledge';
import { platforms, policy, settings } from './report-state';
import { saveFile } from './save-file';

const KINDS = {
  report: [words.kindReport, words.hintReport],
  'check-up': [words.kindCheckUp, words.hintCheckUp],
  already: [words.kindAlready, words.hintAlready],
} as const;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A sheet to hand in about a platform, and the ledger of those handed in. */
export function SheetsView({ summary }: { readonly summary: WeekSummary }) {
  const names = useContext(NamesContext);
  const [lines, setLines] = useState<readonly LedgerLine[]>([]);
  const [failed, setFailed] = useState(false);
  const ids = concerned(summary);
  const [asked, setAsked] = useState(askedFor);
  const [kind, setKind] = useState<SheetKind>(askedKind);
  useEffect(() => {
    const follow = () => {
      setAsked(askedFor());
      setKind(askedKind());
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const [weeks, setWeeks] = useState<FourWeeks>();
  useEffect(() => {
    let shown = true;
    readFourWeeks(summary.week).then(
      (found) => shown && setWeeks(found),
      () => shown && setFailed(true),
    );
    return () => {
      shown = false;
    };
  }, [summary]);
  const read = async () => setLines(await readLedger(await openDatabase(), Date.now()));
  const change = async (task: (ledger: Ledger) => Promise<unknown>) => {
    setFailed(false);
    try {
      await task((await openDatabase()).ledger);
      await read();
    } catch {
      setFailed(true);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, and after each change
  useEffect(() => {
    void read().catch(() => setFailed(true));
  }, []);
  const id = ids.includes(asked) ? asked : (ids[0] ?? '');
  const platform = platforms.value.get(id);
  const off = policy.value?.disabledOutputs.includes('print');
  const keep = async () => {
    const findings = summary.findings.filter((one) => one.platform === id);
    await addToLedger(
      await openDatabase(),
      {
        platform: id,
        findings: findings.map((finding) => finding.id),
        kind: kind === 'check-up' ? kind : 'report',
      },
      Date.now(),
    );
    await read();
  };
  const saveWord = (blocks: Parameters<typeof wordDocument>[0]) => {
    const day = dayKey(Date.now(), settings.value.zone);
    const name = `${t(KINDS[kind][0])}-${names.platform(id)}-${day}`;
    saveFile(`${name.replace(/[\\/:*?"<>|]/g, ' ')}.docx`, wordDocument(blocks), WORD);
  };
  return (
    <section class="view-text sheets">
      <div class="together screen-only">
        <h2>{t(words.view)}</h2>
        <p class="soft">{t(words.lead)}</p>
      </div>
      {platform === undefined || weeks === undefined ? (
        <p>{t(id === '' ? words.noPlatforms : common.loading)}</p>
      ) : (
        <>
          <div class="records-query screen-only">
            <label class="field">
              {t(common.platform)}
              <select
                class="input"
                name="platform"
                value={id}
                onChange={(event) => setAsked(event.currentTarget.value)}
              >
                {ids.map((one) => (
                  <option key={one} value={one} selected={one === id}>
                    {names.platform(one)}
                  </option>
                ))}
              </select>
            </label>
            <label class="field">
              {t(words.kind)}
              <select
                class="input"
                name="kind"
                value={kind}
                onChange={(event) => setKind(event.currentTarget.value as SheetKind)}
              >
                {SHEET_KINDS.map((one) => (
                  <option key={one} value={one} selected={one === kind}>
                    {t(KINDS[one][0])}
                  </option>
                ))}
              </select>
              <span class="hint">{t(KINDS[kind][1])}</span>
            </label>
          </div>
          <SheetEditor
            key={`${kind} ${id} ${summary.week} ${language.value}`}
            draft={sheetDraft(kind, { summary, weeks, platform, names })}
            outputsOff={off === true}
            onPrint={off === false ? () => window.print() : undefined}
            onWord={off === false ? saveWord : undefined}
            onKeep={kind === 'already' ? undefined : keep}
          />
        </>
      )}
      <div class="together screen-only">
        <h3>{t(words.ledger)}</h3>
        <p class="soft">{t(words.ledgerLead)}</p>
        <p class="signal" role="alert">
          {failed && t(report.notSaved)}
        </p>
        <LedgerTable
          lines={lines}
          zone={settings.value.zone}
          onState={(entry, status) => change((ledger) => ledger.update(entry, { status }))}
          onRemove={(entry) => change((ledger) => ledger.delete(entry))}
        />
      </div>
    </section>
  );
}

async function readFourWeeks(key: string): Promise<FourWeeks> {
  const { zone, thetaMs, workHours } = settings.value;
  const [database, { concepts, dayKind }] = await Promise.all([openDatabase(), loadKnowledge()]);
  const reading = { now: Date.now(), settings: { zone, thetaMs, workHours }, concepts, dayKind };
  return fourWeeks(await readWeek(database, weekOfKey(key, zone), reading));
}

type Ledger = Awaited<ReturnType<typeof openDatabase>>['ledger'];

/** The platforms of which anything can be said: used, found, or asking for what others have. */
function concerned({ findings, platforms: used, zombies }: WeekSummary): readonly string[] {
  const ids = [findings, zombies, used].flatMap((rows) => rows.map(({ platform }) => platform));
  return [...new Set(ids)].filter((id) => platforms.value.has(id));
}

function askedFor(): string {
  return new URLSearchParams(location.hash.slice(1)).get('platform') ?? '';
}

function askedKind(): SheetKind {
  const wanted = new URLSearchParams(location.hash.slice(1)).get('sheet');
  return SHEET_KINDS.find((kind) => kind === wanted) ?? 'report';
}
