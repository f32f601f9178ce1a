import type { ComponentChildren } from 'preact';
import type { ActionKind } from '../../utils/domain/action-kind';
import type { WeekSummary, ZombieSuspicion } from '../../utils/domain/summary';
import { dayKey, formatDayKey, weekNumber } from '../../utils/format/date';
import { formatDuration, formatEstimate } from '../../utils/format/duration';
import { formatCount, formatShare } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { actionNames } from '../../utils/i18n/actions';
import { common } from '../../utils/i18n/common';
import { findingName } from '../../utils/i18n/findings';
import { summary as words } from '../../utils/i18n/summary';
import { SmallBars } from '../charts/small-bars';
import { Figure } from '../figure';
import { Rich } from '../rich';

interface HeadlineCardsProps {
  readonly summary: WeekSummary;
  readonly compared: boolean;
}

type Series = WeekSummary['comparison']['series'];
type SeriesWeek = NonNullable<Series[number]>;

/** The four numbers of the week, each with what it is made of and the last eight weeks. */
export function HeadlineCards({ summary, compared }: HeadlineCardsProps) {
  const { comparison } = summary;
  return (
    <section class="cards" aria-label={t(words.cards)}>
      <ReentryCard summary={summary} compared={compared}>
        {compared && (
          <Bars
            series={comparison.series}
            pick={({ reentryMs }) => reentryMs}
            say={(ms) => formatDuration(ms, language.value)}
            signal
          />
        )}
      </ReentryCard>
      <ActionsCard summary={summary}>
        <Bars series={comparison.series} pick={({ actions }) => actions} />
      </ActionsCard>
      <UploadsCard summary={summary}>
        <Bars series={comparison.series} pick={({ uploads }) => uploads} />
      </UploadsCard>
      <ZombiesCard summary={summary} />
    </section>
  );
}

interface CardProps {
  readonly summary: WeekSummary;
  readonly children?: ComponentChildren;
}

function ReentryCard({ summary, compared, children }: CardProps & { readonly compared: boolean }) {
  const { reentry } = summary;
  const none = reentry.fields === 0;
  const fields = (
    <Figure
      figure="reentry.fields"
      value={reentry.fields}
      shown={formatCount(reentry.fields, language.value)}
      evidence={reentry.evidence}
    />
  );
  const time = formatEstimate(reentry.ms.mid, language.value);
  return (
    <Card title={t(words.cardReentry)} bars={children}>
      <p class={none ? 'card-figure' : 'card-figure signal'}>
        {!compared ? (
          t(words.cardNotCompared)
        ) : (
          <Figure
            figure="reentry.ms"
            value={reentry.ms.mid}
            shown={none ? t(words.cardReentryNone) : time}
            evidence={reentry.evidence}
          />
        )}
      </p>
      <p class="card-sub">
        {!compared ? (
          t(words.cardNotComparedSub)
        ) : reentry.share === undefined ? (
          fields
        ) : (
          <Rich
            message={words.cardReentrySub}
            with={{
              fields,
              share: (
                <Figure
                  figure="reentry.share"
                  value={reentry.share}
                  shown={formatShare(reentry.share)}
                  evidence={reentry.evidence}
                />
              ),
            }}
          />
        )}
      </p>
    </Card>
  );
}

function ActionsCard({ summary, children }: CardProps) {
  const { actions } = summary;
  const kinds = (Object.entries(actions.byKind) as [ActionKind, number][])
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3);
  return (
    <Card title={t(words.cardActions)} bars={children}>
      <p class="card-figure">
        <Figure
          figure="actions.total"
          value={actions.total}
          shown={t(common.times, { count: actions.total })}
          evidence={actions.evidence}
        />
      </p>
      <p class="card-sub">
        {kinds.map(([kind, count]) => (
          <span key={kind} class="pair" data-kind={kind}>
            {t(actionNames[kind])} {formatCount(count, language.value)}
          </span>
        ))}
      </p>
    </Card>
  );
}

function UploadsCard({ summary, children }: CardProps) {
  const { uploads } = summary;
  const repeated = uploads.repeatedAcross + uploads.repeatedOnPlatform;
  const evidence = { ids: uploads.repeats.flatMap((repeat) => repeat.evidence.ids) };
  return (
    <Card title={t(words.cardUploads)} bars={children}>
      <p class="card-figure">
        <Figure
          figure="uploads.repeated"
          value={repeated}
          shown={repeated === 0 ? t(words.cardNone) : t(words.files, { count: repeated })}
          evidence={evidence}
        />
      </p>
      <p class="card-sub">
        {repeated > 0 && (
          <span class="pair">
            {t(words.cardUploadsSub, {
              across: uploads.repeatedAcross,
              same: uploads.repeatedOnPlatform,
            })}
          </span>
        )}
        {uploads.nearRepeats > 0 && (
          <span class="pair">{t(words.cardUploadsNear, { count: uploads.nearRepeats })}</span>
        )}
      </p>
    </Card>
  );
}

function ZombiesCard({ summary }: CardProps) {
  const { zombies } = summary;
  const evidence = { ids: zombies.flatMap((zombie) => zombie.evidence.ids) };
  return (
    <Card title={t(words.cardZombies)}>
      <p class="card-figure">
        <Figure
          figure="zombies.count"
          value={zombies.length}
          shown={
            zombies.length === 0 ? t(words.cardNone) : t(words.count, { count: zombies.length })
          }
          evidence={evidence}
        />
      </p>
      <p class="card-sub">{newestOf(zombies, summary)}</p>
    </Card>
  );
}

function newestOf(zombies: readonly ZombieSuspicion[], summary: WeekSummary): string {
  const newest = zombies.find((zombie) => zombie.newest !== undefined)?.newest;
  if (newest !== undefined) {
    const date = formatDayKey(newest, language.value, summary.week);
    return t(words.cardZombiesNewest, { date });
  }
  const [first] = zombies;
  if (first === undefined) return '';
  const opened = zombies.find(({ kind }) => kind === 'unused')?.lastOpenedAt;
  if (opened === undefined) return t(findingName(first.rule));
  const date = formatDayKey(dayKey(opened, summary.zone), language.value, summary.week);
  return t(words.cardZombiesUnused, { date });
}

interface CardFrameProps {
  readonly title: string;
  readonly bars?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Card({ title, bars, children }: CardFrameProps) {
  return (
    <article class="card">
      <h2>{title}</h2>
      {children}
      <div class="card-bars">{bars}</div>
    </article>
  );
}

interface BarsProps {
  readonly series: Series;
  readonly pick: (week: SeriesWeek) => number;
  readonly say?: (value: number) => string;
  readonly signal?: boolean;
}

function Bars({ series, pick, say, signal = false }: BarsProps) {
  if (series.length < 2) return null;
  const inWords = say ?? ((value: number) => formatCount(value, language.value));
  const values = series
    .map((week) =>
      week === undefined ? t(words.noRecord) : `${weekNumber(week.week)}: ${inWords(pick(week))}`,
    )
    .join(', ');
  return (
    <SmallBars
      values={series.map((week) => (week === undefined ? undefined : pick(week)))}
      label={t(words.lastEightWeeks, { values })}
      signal={signal}
    />
  );
}
