import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { FindingView } from '../../utils/domain/summary';
import { formatDay } from '../../utils/format/date';
import { formatDuration } from '../../utils/format/duration';
import { formatShare } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import {
  findingCount,
  findingName,
  findingStatus,
  normName,
  officialCategories,
  findings as words,
} from '../../utils/i18n/findings';
import { pageClasses } from '../../utils/i18n/records';
import { OpenFigure } from '../figure';
import { NamesContext } from '../names';

export type Judgement = 'confirmed' | 'rejected';

interface FindingsPartProps {
  readonly findings: readonly FindingView[];
  readonly zone: string;
  /** Absent where nothing can be judged, as in the sample. */
  readonly onJudge?: ((finding: FindingView, judgement: Judgement) => void) | undefined;
  /** Grades and categories are shown on the list's own page. */
  readonly detailed?: boolean;
}

/** One line for each finding: how sure, what, how much, since when, by which norm. */
export function FindingsPart({ findings, zone, onJudge, detailed = false }: FindingsPartProps) {
  if (findings.length === 0) return <p class="soft">{t(words.empty)}</p>;
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <FindingLine
          key={finding.id}
          finding={finding}
          zone={zone}
          onJudge={onJudge}
          detailed={detailed}
        />
      ))}
    </ul>
  );
}

interface FindingLineProps extends Omit<FindingsPartProps, 'findings'> {
  readonly finding: FindingView;
}

function FindingLine({ finding, zone, onJudge, detailed }: FindingLineProps) {
  const names = useContext(NamesContext);
  const open = useContext(OpenFigure);
  const what = t(words.what, {
    platform: names.platform(finding.platform),
    symptom: t(findingName(finding.rule)),
  });
  const measure = findingMeasure(finding);
  return (
    <li class="finding" data-finding={finding.rule} data-platform={finding.platform}>
      <p class="finding-text">
        <span class={finding.status === 'confirmed' ? 'tag accent' : 'tag'}>
          {t(findingStatus[finding.status])}
        </span>{' '}
        {finding.recurred && <span class="tag signal">{t(words.recurred)}</span>}{' '}
        <strong>{measure === undefined ? what : t(words.about, { what, measure })}</strong>
      </p>
      <p class="finding-text small soft">
        <Notes>
          {findingDates(finding, zone)}
          {normWords(finding)}
          {finding.norm !== undefined && finding.ours ? t(words.ours) : ''}
          {!isOfSilence(finding) && (
            <button
              type="button"
              class="link small"
              data-action="finding-evidence"
              aria-label={`${t(words.observations, { count: finding.n })} · ${t(words.evidenceLabel, { what })}`}
              onClick={() =>
                open({ figure: 'findings.list', shown: what, evidence: finding.evidence })
              }
            >
              {t(words.observations, { count: finding.n })}
            </button>
          )}
          {finding.pageClasses.length > 0 &&
            t(words.seenOn, {
              pages: finding.pageClasses.map((page) => t(pageClasses[page])).join(t(common.list)),
            })}
          {detailed && t(officialCategories[finding.category])}
          {detailed && t(GRADES[finding.grade])}
        </Notes>
      </p>
      {onJudge !== undefined && (
        <p class="button-row finding-actions">
          {finding.status !== 'confirmed' && (
            <button
              type="button"
              class="button small"
              data-action="confirm-finding"
              aria-label={t(words.confirmLabel, { what })}
              onClick={() => onJudge(finding, 'confirmed')}
            >
              {t(words.confirm)}
            </button>
          )}
          <button
            type="button"
            class="button small"
            data-action="reject-finding"
            aria-label={t(words.rejectLabel, { what })}
            onClick={() => onJudge(finding, 'rejected')}
          >
            {t(words.reject)}
          </button>
          <a
            class="button small"
            data-action="report-sheet"
            aria-label={t(words.sheetLabel, { what })}
            href={`#${new URLSearchParams({ view: 'sheets', platform: finding.platform })}`}
          >
            {t(words.sheet)}
          </a>
        </p>
      )}
    </li>
  );
}

/** A platform that was not opened: no record shows that there is none. */
function isOfSilence({ evidence: { ids }, platform }: FindingView): boolean {
  return ids.length > 0 && ids.every((id) => id === platform);
}

const GRADES = { A: words.gradeA, B: words.gradeB, C: words.gradeC } as const;

function Notes({ children }: { readonly children: readonly ComponentChildren[] }) {
  return (
    <>
      {children
        .filter((note) => note !== false && note !== '')
        .map((note) => (
          <span key={typeof note === 'string' ? note : 'records'} class="note">
            {note}
          </span>
        ))}
    </>
  );
}

/** How much of it there was, in the unit of the finding. */
export function findingMeasure({ rule, measure, unit, n }: FindingView): string | undefined {
  const say = (value: number) => {
    if (unit === 'ms') return formatDuration(value, language.value);
    if (unit === 'share') return formatShare(value);
    if (unit === 'days') return t(words.measureDays, { count: Math.round(value) });
    const count = findingCount(rule);
    return count === undefined
      ? t(words.measureCount, { count: Math.round(value) })
      : t(count, { amount: Math.round(value) });
  };
  if (measure === undefined) return unit === 'count' ? say(n) : undefined;
  const [low, mid, high] = [say(measure.low), say(measure.mid), say(measure.high)];
  const whole = low === mid && mid === high ? mid : t(words.measureRange, { low, mid, high });
  return unit === 'share' ? t(words.measureShare, { share: whole }) : whole;
}

/** When it was seen; of what was not opened, up to when. */
export function findingDates(finding: FindingView, zone: string): string {
  const { firstAt, lastAt } = finding;
  if (isOfSilence(finding)) {
    return t(words.asOf, { date: formatDay(lastAt, zone, language.value) });
  }
  const first = formatDay(firstAt, zone, language.value);
  const last = formatDay(lastAt, zone, language.value);
  return first === last ? t(words.once, { date: last }) : t(words.since, { first, last });
}

function normWords(finding: FindingView): string {
  if (finding.norm === undefined) return finding.ours ? t(words.ours) : t(words.noNorm);
  const norm = t(normName(finding.norm));
  return t(finding.byAnalogy ? words.byAnalogy : words.byNorm, { norm });
}
