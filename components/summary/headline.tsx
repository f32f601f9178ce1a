import type { ComponentChildren } from 'preact';
import type { WeekSummary } from '../../utils/domain/summary';
import { formatDuration, formatDurationRange, formatEstimate } from '../../utils/format/duration';
import { formatCount, formatShare } from '../../utils/format/number';
import { language, sentenceGap, t } from '../../utils/i18n';
import { summary as words } from '../../utils/i18n/summary';
import { Figure } from '../figure';
import { Rich } from '../rich';

interface HeadlineProps {
  readonly summary: WeekSummary;
  /** Whether entries are compared at all: without, re-entry is not judged. */
  readonly compared: boolean;
}

/** The week in one sentence, and what it compares with: personal version. */
export function Headline({ summary, compared }: HeadlineProps) {
  const { reentry, clocks } = summary;
  const platforms = <PlatformCount summary={summary} />;
  const working = (
    <Figure
      figure="time.working"
      value={clocks.workingMs}
      shown={formatDuration(clocks.workingMs, language.value)}
    />
  );
  if (!compared) {
    return <Rich message={words.headlineNotCompared} with={{ platforms, working }} />;
  }
  if (reentry.fields === 0) {
    return <Rich message={words.headlineNoReentry} with={{ platforms, working }} />;
  }
  const shown = formatEstimate(reentry.ms.mid, language.value);
  return (
    <Rich
      message={words.headline}
      with={{
        platforms,
        working,
        reentry: (
          <Figure
            figure="reentry.ms"
            value={reentry.ms.mid}
            shown={shown}
            evidence={reentry.evidence}
            class="signal"
          />
        ),
        range: (
          <span class="range">
            {formatDurationRange(reentry.ms.low, reentry.ms.high, language.value)}
          </span>
        ),
      }}
    />
  );
}

/** The week in one sentence about systems: no personal time in it. */
export function SystemsHeadline({ summary, compared }: HeadlineProps) {
  const { reentry, platforms } = summary;
  const sum = (pick: (platform: (typeof platforms)[number]) => number) =>
    platforms.reduce((total, platform) => total + pick(platform), 0);
  const common = {
    platforms: <PlatformCount summary={summary} />,
    submissions: formatCount(
      sum(({ submissions }) => submissions),
      language.value,
    ),
    entered: formatCount(
      sum(({ enteredFields }) => enteredFields),
      language.value,
    ),
  };
  if (!compared || reentry.share === undefined) {
    return <Rich message={words.headlineSystemsNotCompared} with={common} />;
  }
  return (
    <Rich
      message={words.headlineSystems}
      with={{
        ...common,
        comparable: formatCount(reentry.comparableFields, language.value),
        fields: formatCount(reentry.fields, language.value),
        share: formatShare(reentry.share),
      }}
    />
  );
}

/** Comparison with the weeks before, only where they are comparable, and the coverage. */
export function ComparisonLine({ summary, compared }: HeadlineProps) {
  const { comparison, clocks, reentry, coverage, state } = summary;
  const compares = state === 'complete' && !summary.buildUp;
  const parts: string[] = [];
  const { previous, mean } = comparison;
  // Only platforms that both weeks have: a new one makes no week longer than the other.
  const current = comparison.current ?? { ...clocks, reentryMs: reentry.ms.mid };
  if (compares && previous !== undefined) {
    parts.push(changeInWords(current.workingMs - previous.workingMs));
    const change = current.reentryMs - previous.reentryMs;
    if (compared && Math.abs(change) >= 60_000) {
      const time = formatDuration(Math.abs(change), language.value);
      parts.push(t(change > 0 ? words.moreReentry : words.lessReentry, { time }));
    }
  }
  if (compares && mean !== undefined) {
    const time = formatDuration(mean.workingMs, language.value);
    const { weeks } = mean;
    parts.push(weeks === 4 ? t(words.meanOfFour, { time }) : t(words.meanOfSome, { weeks, time }));
  }
  const sentence =
    parts.length === 0
      ? undefined
      : t(words.sentence, {
          text: parts.reduce((first, second) => t(words.joined, { first, second })),
        });
  return (
    <>
      {sentence ?? (compares ? t(words.notCompared) : '')}
      {sentenceGap()}
      {coverage === undefined ? t(words.coverageUnknown) : <CoverageWords coverage={coverage} />}
    </>
  );
}

/** Work out of hours and urgent tasks: the person's own, never in the systems version. */
export function HoursLine({ summary }: Pick<HeadlineProps, 'summary'>) {
  const { outOfHours, overhead } = summary;
  if (outOfHours.ms === undefined) return null;
  return (
    <Rich
      message={words.hoursLine}
      with={{
        hours: (
          <Figure
            figure="outOfHours.ms"
            value={outOfHours.ms}
            shown={formatDuration(outOfHours.ms, language.value)}
          />
        ),
        urgent: (
          <Figure
            figure="overhead.urgent"
            value={overhead.urgent}
            shown={formatCount(overhead.urgent, language.value)}
          />
        ),
      }}
    />
  );
}

function changeInWords(change: number): string {
  const time = formatDuration(Math.abs(change), language.value);
  if (Math.abs(change) < 60_000) return t(words.sameAsLast);
  return change > 0 ? t(words.moreThanLast, { time }) : t(words.lessThanLast, { time });
}

function CoverageWords({ coverage }: { readonly coverage: number }) {
  const share: ComponentChildren = (
    <Figure figure="coverage" value={coverage} shown={formatShare(coverage)} />
  );
  return <Rich message={words.coverage} with={{ share }} />;
}

function PlatformCount({ summary }: { readonly summary: WeekSummary }) {
  const count = summary.proliferation.platforms;
  return (
    <Figure figure="platforms.count" value={count} shown={formatCount(count, language.value)} />
  );
}
