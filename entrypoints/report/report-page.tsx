import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FaultNotices } from '../../components/fault-notices';
import { Figure, type OpenedFigure, OpenFigure } from '../../components/figure';
import { type Names, NamesContext } from '../../components/names';
import { PrintSheet } from '../../components/print-sheet';
import { Rich } from '../../components/rich';
import { SAMPLE_DIARY, SAMPLE_NAMES, sampleSummary } from '../../components/sample';
import { DefinitionsView } from '../../components/summary/definitions-view';
import { FigureDialog } from '../../components/summary/figure-dialog';
import { FindingsView } from '../../components/summary/findings-view';
import { SummaryView } from '../../components/summary/summary-view';
import { type ExportFormat, type Version, WeekHead } from '../../components/summary/week-head';
import { openPage } from '../../utils/browser/tabs';
import { formatDuration } from '../../utils/format/duration';
import { exportFileName, weekAsCsv, weekAsJson } from '../../utils/format/week-export';
import { weekAsWorkbook } from '../../utils/format/week-workbook';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { faults as faultWords } from '../../utils/i18n/faults';
import { normWords } from '../../utils/i18n/norms';
import { records as recordWords } from '../../utils/i18n/records';
import { report as words } from '../../utils/i18n/report';
import { sheets } from '../../utils/i18n/sheets';
import { summary as summaryWords } from '../../utils/i18n/summary';
import { trends as trendWords } from '../../utils/i18n/trends';
import { addDiaryLine, deleteDiaryLine } from './diary';
import { FigureEvidence } from './figure-evidence';
import { forgetJudgement, judgeFinding } from './judge-finding';
import { NormsView } from './norms-view';
import { RecordsView } from './records-view';
import {
  addressOf,
  compared,
  data,
  failure,
  faults,
  firstWorkingMs,
  forgetFaults,
  goTo,
  isRunningWeek,
  knowledge,
  platforms,
  policy,
  settings,
  showNextWeek,
  showPreviousWeek,
  stored,
  type View,
  view,
  type WeekData,
  week,
  weekKey,
} from './report-state';
import { saveFile } from './save-file';
import { SheetsView } from './sheets-view';
import { TrendsPage } from './trends-page';

const opened = signal<OpenedFigure | undefined>(undefined);
const printVersion = signal<Version>('systems');
/** The last thing that the person wanted kept could not be. */
const notSaved = signal(false);
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SAMPLE: WeekData = { summary: sampleSummary(), diary: SAMPLE_DIARY, rejected: [] };

/** Does what the person asked for, and says so where it could not be kept. */
function kept<Arguments extends readonly unknown[]>(
  change: (...given: Arguments) => Promise<void>,
): (...given: Arguments) => Promise<void> {
  return async (...given) => {
    notSaved.value = false;
    try {
      await change(...given);
    } catch {
      notSaved.value = true;
    }
  };
}

const judge = kept(judgeFinding);
const restore = kept(forgetJudgement);
const addDiary = kept(addDiaryLine);
const deleteDiary = kept(deleteDiaryLine);
const faultsRead = kept(forgetFaults);

/** The report page: the summary of a week and what it rests on. */
export function ReportPage() {
  const sample = view.value === 'sample';
  const names = namesFor(sample);
  const shown = sample ? SAMPLE : data.value;
  const hasFigures = typeof shown === 'object' && shown.summary.state !== 'empty';
  return (
    <NamesContext.Provider value={names}>
      <OpenFigure.Provider
        value={(figure) => {
          opened.value = figure;
        }}
      >
        <div class={hasFigures ? 'report has-sheet' : 'report'}>
          <div class="on-screen">
            <Head shown={shown} sample={sample} names={names} />
            <main>
              {sample ? <SampleBanner /> : <Views />}
              <FaultNotices
                faults={sample ? [] : faults.value}
                zone={settings.value.zone}
                onRead={faultsRead}
              />
              <p class={notSaved.value ? 'notice signal-notice' : undefined} role="alert">
                {notSaved.value && t(words.notSaved)}
              </p>
              <CurrentView shown={shown} sample={sample} />
            </main>
          </div>
          {hasFigures && (
            <PrintSheet
              summary={shown.summary}
              compared={sample || compared.value}
              version={printVersion.value}
              sample={sample}
            />
          )}
        </div>
        {opened.value !== undefined && (
          <FigureDialog
            opened={opened.value}
            onClose={() => {
              opened.value = undefined;
            }}
          >
            {sample ? (
              <p class="soft">{t(recordWords.evidenceSample)}</p>
            ) : (
              <FigureEvidence opened={opened.value} />
            )}
          </FigureDialog>
        )}
      </OpenFigure.Provider>
    </NamesContext.Provider>
  );
}

/** Names of platforms and data items as the person knows them. */
function namesFor(sample: boolean): Names {
  const list = platforms.value;
  const known = knowledge.value;
  const spoken = language.value;
  return {
    platform: (id) => {
      if (sample) return SAMPLE_NAMES.get(id)?.[spoken] ?? id;
      const platform = list.get(id);
      return platform?.ownName ?? platform?.name ?? id;
    },
    concept: (key) => known?.conceptName(key, spoken),
  };
}

interface ShownProps {
  readonly shown: WeekData | 'reading' | 'none';
  readonly sample: boolean;
}

function Head({ shown, sample, names }: ShownProps & { readonly names: Names }) {
  const summary = typeof shown === 'object' ? shown.summary : undefined;
  const { key, from, to, zone } = week.value;
  const off = policy.value?.disabledOutputs ?? ['json', 'csv', 'print'];
  const formats = (['excel', 'csv', 'json'] as const).filter((format) => !off.includes(format));
  const full = summary !== undefined && summary.state !== 'empty';
  const ofWeek = ['summary', 'findings', 'sheets'].includes(view.value);
  return (
    <WeekHead
      summary={summary ?? { week: key, from, to, zone }}
      formats={formats}
      outputsOff={
        full && policy.value !== undefined && formats.length === 0 && off.includes('print')
      }
      onPrevious={ofWeek ? showPreviousWeek : undefined}
      onNext={ofWeek && !isRunningWeek.value ? showNextWeek : undefined}
      onPrint={full && view.value !== 'sheets' && !off.includes('print') ? print : undefined}
      onContribute={
        sample || off.includes('contribution')
          ? undefined
          : () => openPage('unit.html', '#contribute')
      }
      onExport={full ? (format, version) => save(format, version, shown, names) : undefined}
    />
  );
}

async function print(version: Version): Promise<void> {
  printVersion.value = version;
  // The sheet is drawn in the next frame.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  addEventListener(
    'afterprint',
    () => {
      printVersion.value = 'systems';
    },
    { once: true },
  );
  window.print();
}

function save(
  format: ExportFormat,
  version: Version,
  shown: WeekData | 'reading' | 'none',
  names: Names,
): void {
  if (typeof shown !== 'object') return;
  const { summary, diary } = shown;
  const contents = {
    summary,
    diary,
    version,
    language: language.value,
    platformName: names.platform,
    conceptName: names.concept,
  };
  const name = exportFileName(summary.week, version, language.value);
  if (format === 'excel') saveFile(`${name}.xlsx`, weekAsWorkbook(contents), WORKBOOK);
  else if (format === 'json') saveFile(`${name}.json`, weekAsJson(contents), 'application/json');
  else saveFile(`${name}.csv`, weekAsCsv(contents), 'text/csv;charset=utf-8');
}

function SampleBanner() {
  return (
    <div class="sample-banner">
      <p>{t(summaryWords.sampleBanner)}</p>
      <p class="button-row">
        <button type="button" class="button small" onClick={() => openPage('practice.html')}>
          {t(common.openPractice)}
        </button>
        <a class="button small" href={addressOf({ view: 'summary' })}>
          {t(summaryWords.leaveSample)}
        </a>
      </p>
    </div>
  );
}

const TABS = [
  ['summary', summaryWords.viewSummary],
  ['findings', summaryWords.viewFindings],
  ['trends', trendWords.title],
  ['sheets', sheets.view],
  ['records', summaryWords.viewRecords],
  ['definitions', summaryWords.viewDefinitions],
  ['norms', normWords.title],
] as const satisfies readonly (readonly [View, unknown])[];

function Views() {
  return (
    <nav aria-label={t(summaryWords.views)}>
      <ul class="views">
        {TABS.map(([name, title]) => (
          <li key={name}>
            <a
              href={addressOf({ view: name })}
              data-view={name}
              aria-current={view.value === name ? 'page' : undefined}
            >
              {t(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Few people ever open it: it is fetched from the package when they do. */
function ResearchView() {
  const [View, setView] = useState<() => JSX.Element | null>();
  useEffect(
    () => void import('./research-view').then((found) => setView(() => found.ResearchView)),
    [],
  );
  return View === undefined ? null : <View />;
}

function CurrentView({ shown, sample }: ShownProps) {
  if (view.value === 'definitions') return <DefinitionsView />;
  if (view.value === 'norms') return <NormsView />;
  if (view.value === 'research') return <ResearchView />;
  if (!sample && failure.value !== undefined) {
    return (
      <p class="notice signal-notice" data-fault={failure.value}>
        {t(faultWords[failure.value])}
      </p>
    );
  }
  if (shown === 'none') return <EmptyWeek />;
  if (view.value === 'trends' && !sample) return <TrendsPage />;
  // The list names platforms: it waits for their names.
  if (view.value === 'records' && firstWorkingMs.value !== undefined) return <RecordsView />;
  if (shown === 'reading') return <FirstFigure />;
  if (view.value === 'sheets') return <SheetsView summary={shown.summary} />;
  if (view.value === 'findings') {
    return (
      <FindingsView
        summary={shown.summary}
        rejected={shown.rejected}
        onJudge={judge}
        onRestore={restore}
      />
    );
  }
  if (shown.summary.state === 'empty') return <EmptyWeek />;
  if (sample) return <SummaryView summary={shown.summary} compared diary={shown.diary} />;
  return (
    <SummaryView
      summary={shown.summary}
      compared={compared.value}
      diary={shown.diary}
      onJudge={judge}
      onAddDiary={addDiary}
      onDeleteDiary={deleteDiary}
      onAllFindings={() => goTo({ view: 'findings' })}
    />
  );
}

/** What is known before everything else is read, in the place where the sentence will stand. */
function FirstFigure() {
  const workingMs = firstWorkingMs.value;
  return (
    <section class="headline" aria-busy="true">
      {workingMs !== undefined && workingMs > 0 && view.value === 'summary' && (
        <p class="headline-first">
          <Rich
            message={words.firstFigure}
            with={{
              working: (
                <Figure
                  figure="time.working"
                  value={workingMs}
                  shown={formatDuration(workingMs, language.value)}
                />
              ),
            }}
          />
        </p>
      )}
      <p class="soft">{t(words.reading)}</p>
    </section>
  );
}

/** Nothing there: what will appear, and the sample. */
function EmptyWeek() {
  const agreed = stored.value.consent !== undefined;
  return (
    <section class="empty-week" data-state="empty">
      <h2>{t(summaryWords.emptyTitle)}</h2>
      <p>{agreed ? t(summaryWords.emptyText) : t(summaryWords.emptyNotAgreed)}</p>
      <p class="button-row">
        {!agreed && (
          <button type="button" class="button primary" onClick={() => openPage('welcome.html')}>
            {t(summaryWords.decide)}
          </button>
        )}
        <a class="button" href={addressOf({ view: 'sample' })} data-action="open-sample">
          {t(summaryWords.openSample)}
        </a>
        {weekKey.value !== undefined && (
          <a class="button" href={addressOf({ view: 'summary', week: undefined })}>
            {t(summaryWords.latestWeek)}
          </a>
        )}
      </p>
    </section>
  );
}
