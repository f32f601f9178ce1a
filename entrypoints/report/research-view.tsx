import { useContext, useEffect, useState } from 'preact/hooks';
import { DataTable } from '../../components/data-table';
import { NamesContext } from '../../components/names';
import { leaveStudy, readStudy, writeStudy } from '../../utils/browser/study';
import { RESEARCH_TABLES, type ResearchTable } from '../../utils/domain/research/codebook';
import {
  type ResearchInput,
  type ResearchRow,
  researchTables,
} from '../../utils/domain/research/research-tables';
import type { SampledRecord } from '../../utils/domain/research/sample-records';
import {
  isOpen,
  parseStudy,
  type SampleAnswer,
  type Study,
  type StudyConsent,
} from '../../utils/domain/research/study';
import { shiftWeek, weekAt } from '../../utils/domain/week';
import { dayKey, formatDayKey, formatWeekKeys } from '../../utils/format/date';
import { language, t } from '../../utils/i18n';
import type { Message } from '../../utils/i18n/message';
import { research as words } from '../../utils/i18n/research';
import { type RecordLine, readRecordsById } from './records-source';
import { policy, settings } from './report-state';
import { packageOf, readResearch, readSample } from './research-source';
import { saveFile } from './save-file';

const ROWS_AT_A_TIME = 200;
const ANSWERS = ['right', 'wrong', 'unsure'] as const satisfies readonly SampleAnswer['answer'][];

/** Taking part in a study: its text and the decision, a sample to check, the package to look at. */
export function ResearchView() {
  const [consent, setConsent] = useState<StudyConsent | 'none'>();
  useEffect(() => void readStudy().then((found) => setConsent(found ?? 'none')), []);
  if (consent === undefined) return null;
  const keep = (next: StudyConsent) => {
    setConsent(next);
    return writeStudy(next);
  };
  return (
    <section class="view-text">
      <h2>{t(words.title)}</h2>
      {consent === 'none' ? (
        <Decision
          onAgree={(study, timeOfDay) => keep({ study, timeOfDay, at: Date.now(), answers: [] })}
        />
      ) : (
        <TakingPart
          consent={consent}
          onAnswer={keep}
          onLeave={async () => {
            await leaveStudy();
            setConsent('none');
          }}
        />
      )}
    </section>
  );
}

interface DecisionProps {
  readonly onAgree: (study: Study, timeOfDay: boolean) => void;
}

function Decision({ onAgree }: DecisionProps) {
  const [study, setStudy] = useState<Study | 'refused'>();
  const [timeOfDay, setTimeOfDay] = useState(false);
  return (
    <>
      <p class="text">{t(words.lead)}</p>
      <p>
        <label class="field">
          <span>{t(words.open)}</span>
          <input
            class="input"
            type="file"
            name="study"
            accept=".json"
            onChange={async ({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) setStudy(parseStudy(await file.text()) ?? 'refused');
            }}
          />
        </label>
      </p>
      <p role="alert" class={study === 'refused' ? 'notice signal-notice' : undefined}>
        {study === 'refused' && t(words.notStudy)}
      </p>
      {typeof study === 'object' && (
        <>
          <Facts study={study} />
          <p class="text">{t(words.contents)}</p>
          <label class="choice">
            <input
              type="checkbox"
              name="time-of-day"
              checked={timeOfDay}
              onChange={(event) => setTimeOfDay(event.currentTarget.checked)}
            />
            <span>{t(words.hours)}</span>
          </label>
          <p class="button-row">
            <button
              type="button"
              class="button"
              data-action="join"
              onClick={() => onAgree(study, timeOfDay)}
            >
              {t(words.agree)}
            </button>
            <button
              type="button"
              class="button"
              data-action="not-join"
              onClick={() => setStudy(undefined)}
            >
              {t(words.decline)}
            </button>
          </p>
        </>
      )}
    </>
  );
}

function Facts({ study }: { readonly study: Study }) {
  const lines: readonly (readonly [Message, string])[] = [
    [words.contact, study.contact],
    [words.purpose, study.purpose],
    [words.ends, formatDayKey(study.ends, language.value)],
    [words.withdrawal, study.withdrawal],
  ];
  return (
    <>
      <h3>{study.title}</h3>
      <dl>
        {lines.map(([title, text]) => (
          <div key={title.en}>
            <dt class="soft">{t(title)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface TakingPartProps {
  readonly consent: StudyConsent;
  readonly onAnswer: (consent: StudyConsent) => void;
  readonly onLeave: () => void;
}

function TakingPart({ consent, onAnswer, onLeave }: TakingPartProps) {
  const { study } = consent;
  const open = isOpen(study, dayKey(Date.now(), settings.value.zone));
  return (
    <>
      <p class="text">
        {t(open ? words.taking : words.ended, {
          title: study.title,
          day: formatDayKey(study.ends, language.value),
        })}
      </p>
      <p>
        <button type="button" class="button" data-action="leave-study" onClick={onLeave}>
          {t(words.leave)}
        </button>
      </p>
      {open && <Sample consent={consent} onAnswer={onAnswer} />}
      {open && <Package consent={consent} />}
    </>
  );
}

interface AskedRecord {
  readonly asked: SampledRecord;
  readonly line: RecordLine;
}

/** Records of the last finished week, and whether they are right. */
function Sample({ consent, onAnswer }: Omit<TakingPartProps, 'onLeave'>) {
  const names = useContext(NamesContext);
  const { zone } = settings.value;
  const week = shiftWeek(weekAt(Date.now(), zone).key, -1);
  const [records, setRecords] = useState<readonly AskedRecord[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: answers change nothing of what is asked
  useEffect(() => {
    void readSample(consent, week, zone).then(async (asked) => {
      const lines = await readRecordsById(
        asked.map(({ id }) => id),
        { names, zone },
      );
      const lineOf = new Map(lines.map((line) => [line.id, line]));
      setRecords(
        asked.flatMap((one) => {
          const line = lineOf.get(one.id);
          return line === undefined ? [] : [{ asked: one, line }];
        }),
      );
    });
  }, [week, language.value]);
  const answer = ({ id, kind }: SampledRecord, given: SampleAnswer['answer']) =>
    onAnswer({
      ...consent,
      answers: [
        ...consent.answers.filter((one) => one.id !== id),
        { id, week, kind, answer: given },
      ],
    });
  return (
    <>
      <h3>{t(words.sampleTitle)}</h3>
      <p class="text">
        {t(records?.length === 0 ? words.none : words.sampleText, {
          week: formatWeekKeys([week], language.value),
        })}
      </p>
      {records?.map(({ asked, line }) => (
        <fieldset key={asked.id} class="sampled">
          <legend>
            {line.when} {line.platform} {line.what}
          </legend>
          {ANSWERS.map((one) => (
            <label key={one} class="choice">
              <input
                type="radio"
                name={asked.id}
                value={one}
                checked={consent.answers.some(
                  ({ id, answer: given }) => id === asked.id && given === one,
                )}
                onChange={() => answer(asked, one)}
              />
              <span>{t(words[one])}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}

/** The exact contents, week by week to leave out, and the one button that saves them. */
function Package({ consent }: { readonly consent: StudyConsent }) {
  const [all, setAll] = useState<ResearchInput>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => void readResearch(consent, settings.value).then(setAll), [consent]);
  if (all === undefined) return null;
  const input = { ...all, weeks: all.weeks.filter(({ summary }) => !left.has(summary.week)) };
  const rows = researchTables(input);
  const off = policy.value?.disabledOutputs.some((output) => output === 'csv' || output === 'json');
  return (
    <>
      <h3>{t(words.packageTitle)}</h3>
      <p class="text">{t(all.weeks.length === 0 ? words.noWeeks : words.packageText)}</p>
      <p class="button-row">
        {all.weeks.map(({ summary: { week } }) => (
          <label key={week} class="choice">
            <input
              type="checkbox"
              name={week}
              checked={!left.has(week)}
              onChange={({ currentTarget: { checked } }) =>
                setLeft(
                  new Set(checked ? [...left].filter((one) => one !== week) : [...left, week]),
                )
              }
            />
            <span>{formatWeekKeys([week], language.value)}</span>
          </label>
        ))}
      </p>
      {RESEARCH_TABLES.map((table) => {
        const its = rows.get(table.name) ?? [];
        return its.length > 0 && <PackageTable key={table.name} table={table} rows={its} />;
      })}
      <p>
        {off ? (
          t(words.off)
        ) : (
          <button
            type="button"
            class="button primary"
            data-action="save-package"
            disabled={input.weeks.length === 0}
            onClick={() =>
              saveFile(
                `${t(words.file, { code: consent.study.code })}.zip`,
                packageOf(input),
                'application/zip',
              )
            }
          >
            {t(words.save)}
          </button>
        )}
      </p>
    </>
  );
}

interface PackageTableProps {
  readonly table: ResearchTable;
  readonly rows: readonly ResearchRow[];
}

/** One table of the package; its rows are drawn when they are asked for, some hundreds at a time. */
function PackageTable({ table: { name, columns, ...table }, rows }: PackageTableProps) {
  const [drawn, setDrawn] = useState(0);
  const title = t(words.rows, { table: t(table.title), count: rows.length });
  return (
    <details
      data-table={name}
      onToggle={({ currentTarget: { open } }) => setDrawn(open ? ROWS_AT_A_TIME : 0)}
    >
      <summary>{title}</summary>
      {drawn > 0 && (
        <DataTable
          caption={title}
          captionHidden
          columns={columns.map((column) => ({
            key: column.name,
            title: t(column.title),
            number: column.type !== 'string',
            cell: (row: ResearchRow) => String(row[column.name] ?? ''),
          }))}
          rows={rows.slice(0, drawn)}
          rowKey={(row) => JSON.stringify(row)}
        />
      )}
      {drawn > 0 && drawn < rows.length && (
        <p>
          <button
            type="button"
            class="button"
            data-action="more-rows"
            onClick={() => setDrawn(drawn + ROWS_AT_A_TIME)}
          >
            {t(words.moreRows, { count: rows.length - drawn })}
          </button>
        </p>
      )}
    </details>
  );
}
