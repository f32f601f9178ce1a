import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlatformFunction, SubstitutionSide, WeekSummary } from '../../utils/domain/summary';
import { SECOND_MS } from '../../utils/domain/time-constants';
import { formatDuration } from '../../utils/format/duration';
import { formatDecimal, formatShare } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { actionNames, cueNames } from '../../utils/i18n/actions';
import { common } from '../../utils/i18n/common';
import type { FigureName } from '../../utils/i18n/definitions';
import type { Message } from '../../utils/i18n/message';
import { summary as words } from '../../utils/i18n/summary';
import { Figure } from '../figure';
import { NamesContext } from '../names';

interface Line {
  readonly title: Message;
  readonly figure: FigureName;
  readonly value: number;
  readonly shown: string;
  readonly note?: string;
}

/** The figures that are not the headline: hours, overhead, tools. Zeros are left out. */
export function OtherPart({ summary }: { readonly summary: WeekSummary }) {
  const lines = otherLines(summary);
  return (
    <>
      <dl class="figures-list">
        {lines.map((line) => (
          <div key={line.figure + line.title.en}>
            <dt>{t(line.title)}</dt>
            <dd>
              <Figure figure={line.figure} value={line.value} shown={line.shown} />
              {line.note !== undefined && <span class="row-note">{line.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <OtherSentences summary={summary} />
    </>
  );
}

function otherLines(summary: WeekSummary): readonly Line[] {
  const { outOfHours, overhead, reentry, uploads, actions, proliferation, assessment } = summary;
  const time = (ms: number) => formatDuration(ms, language.value);
  const onOneLine = (ms: number) => time(ms).replaceAll(' ', '\u00a0');
  const times = (value: number) => t(common.times, { count: value });
  const nights = [
    outOfHours.nightMs > 0 ? `${t(words.night)} ${onOneLine(outOfHours.nightMs)}` : '',
    (outOfHours.holidayMs ?? 0) > 0
      ? `${t(words.holiday)} ${onOneLine(outOfHours.holidayMs ?? 0)}`
      : '',
  ].filter((note) => note !== '');
  const all: readonly Line[] = [
    {
      title: words.outOfHours,
      figure: 'outOfHours.ms',
      value: outOfHours.ms ?? 0,
      shown: outOfHours.ms === undefined ? t(words.calendarUnknown) : time(outOfHours.ms),
      ...(nights.length === 0 ? {} : { note: nights.join(' · ') }),
    },
    {
      title: words.urgent,
      figure: 'overhead.urgent',
      value: overhead.urgent,
      shown: t(common.items, { count: overhead.urgent }),
    },
    {
      title: words.waiting,
      figure: 'time.waiting',
      value: overhead.waitingMs,
      shown: time(overhead.waitingMs),
    },
    {
      title: words.logins,
      figure: 'overhead.logins',
      value: overhead.logins,
      shown: times(overhead.logins),
      note: [
        time(overhead.loginMs),
        ...(overhead.relogins > 0 ? [t(words.relogins, { count: overhead.relogins })] : []),
        ...(proliferation.separateLogins > 1
          ? [t(words.separateLogins, { count: proliferation.separateLogins })]
          : []),
      ].join(' · '),
    },
    {
      title: words.captcha,
      figure: 'overhead.captcha',
      value: overhead.captchaMs,
      shown: time(overhead.captchaMs),
    },
    {
      title: words.rework,
      figure: 'overhead.rework',
      value: overhead.rework,
      shown: times(overhead.rework),
    },
    {
      title: words.retry,
      figure: 'reentry.retry',
      value: reentry.retryMs.mid,
      shown: time(reentry.retryMs.mid),
    },
    {
      title: words.duplicateRecords,
      figure: 'reentry.duplicateSubmissions',
      value: reentry.duplicateSubmissions,
      shown: times(reentry.duplicateSubmissions),
    },
    {
      title: words.unchanged,
      figure: 'reentry.unchanged',
      value: reentry.unchangedResubmissions,
      shown: times(reentry.unchangedResubmissions),
    },
    {
      title: words.fixed,
      figure: 'reentry.fixed',
      value: reentry.fixedFields,
      shown: t(common.items, { count: reentry.fixedFields }),
    },
    {
      title: words.proof,
      figure: 'uploads.proof',
      value: uploads.proofMaterial,
      shown: t(words.files, { count: uploads.proofMaterial }),
    },
    {
      title: words.forced,
      figure: 'actions.forced',
      value: actions.forcedSeconds,
      shown: time(actions.forcedSeconds * SECOND_MS),
    },
    {
      title: words.attemptsApart,
      figure: 'actions.attempts',
      value: actions.attempts,
      shown: times(actions.attempts),
    },
    {
      title: words.exempt,
      figure: 'actions.exempt',
      value: actions.exempt,
      shown: times(actions.exempt),
    },
    {
      title: words.assessment,
      figure: 'assessment.visits',
      value: assessment.visits,
      shown: t(words.visits, { count: assessment.visits }),
    },
    {
      title: words.external,
      figure: 'external.submissions',
      value: summary.external.submissions,
      shown: times(summary.external.submissions),
    },
    {
      title: words.platforms28,
      figure: 'proliferation.platforms28Days',
      value: proliferation.platforms28Days,
      shown: t(words.count, { count: proliferation.platforms28Days }),
    },
    {
      title: words.redundant,
      figure: 'proliferation.redundant',
      value: proliferation.redundant,
      shown: t(words.count, { count: proliferation.redundant }),
    },
    {
      title: words.switches,
      figure: 'switches.perHour',
      value: summary.switchesPerHour ?? 0,
      shown: t(common.times, {
        count: formatDecimal(summary.switchesPerHour ?? 0, language.value),
      }),
    },
  ];
  return all.filter(({ value, figure }) => value > 0 || figure === 'outOfHours.ms');
}

function OtherSentences({ summary }: { readonly summary: WeekSummary }) {
  const names = useContext(NamesContext);
  // Another unit or period changes the figure that is asked for; another wording only its name.
  const inOtherTerms = summary.inconsistent.filter(({ differs }) => differs.some(isOfSubstance));
  const inOtherWords = summary.inconsistent.length - inOtherTerms.length;
  const sentences: string[] = [
    ...summary.actions.routine.map(({ platform, action, days }) =>
      t(words.routine, {
        platform: names.platform(platform),
        action: t(actionNames[action]),
        days,
      }),
    ),
    ...labelSentence(summary.actions.ownLabels),
    ...summary.actions.cued
      .filter(({ lift = 0, cuedVisits }) => lift >= LEAST_LIFT && cuedVisits >= LEAST_VISITS)
      .map(({ cue, cuedVisits, cuedActions, otherVisits, otherActions }) =>
        t(words.cued, {
          cue: t(cueNames[cue]),
          cuedVisits,
          cuedActions,
          otherVisits,
          otherActions,
        }),
      ),
    ...summary.proliferation.functions
      .filter(({ platforms }) => platforms.length > 1)
      .map(({ use, platforms }) =>
        t(words.functionLine, {
          use: t(USES[use]),
          count: platforms.length,
          platforms: platforms.map(names.platform).join(t(common.list)),
        }),
      ),
    ...sensitiveSentence(summary.external, names.concept),
    ...summary.silos.map(({ kind, from, to, count }) =>
      t(words.silo, {
        from: names.platform(from),
        to: names.platform(to),
        kind: t(kind === 'export-upload' ? words.siloExport : words.siloCopy),
        count,
      }),
    ),
    ...summary.substitutions.map(({ fell, rose }) =>
      t(words.substitutionLine, {
        fell: platformsOf(fell, names.platform),
        fellBurden: t(BURDENS[fell.burden]),
        fellBefore: amount(fell, fell.before),
        fellNow: amount(fell, fell.now),
        rose: platformsOf(rose, names.platform),
        roseBurden: t(BURDENS[rose.burden]),
        roseBefore: amount(rose, rose.before),
        roseNow: amount(rose, rose.now),
      }),
    ),
    ...inOtherTerms.map(({ concept, sides: [first, second], differs }) =>
      t(words.inconsistentNote, {
        item: names.concept(concept) ?? t(words.unknownItem),
        first: names.platform(first.platform),
        second: names.platform(second.platform),
        differs: differs.map((one) => t(DIFFERS[one])).join(t(common.list)),
      }),
    ),
    ...(inOtherWords > 0 ? [t(words.otherWordsNote, { count: inOtherWords })] : []),
    ...summary.isomorphic.map(({ forms: [first, second], shared, overlap }) =>
      t(words.isomorphicLine, {
        first: names.platform(first.platform),
        second: names.platform(second.platform),
        shared: shared.length,
        overlap: formatShare(overlap),
      }),
    ),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul class="dash-list">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Little more than elsewhere says nothing, nor do a few visits (both *ours*). */
const LEAST_LIFT = 1.5;
const LEAST_VISITS = 4;

function labelSentence(labels: WeekSummary['actions']['ownLabels']): readonly string[] {
  return labels.voluntary + labels.required + labels.unclear === 0 ? [] : [t(words.own, labels)];
}

function sensitiveSentence(
  { sensitive }: WeekSummary['external'],
  nameOf: (concept: string) => string | undefined,
): readonly string[] {
  if (sensitive.length === 0) return [];
  const items = sensitive.map(({ concept, count }) =>
    t(words.sensitiveItem, { item: nameOf(concept) ?? t(words.unknownItem), count }),
  );
  return [t(words.sensitive, { items: items.join(t(common.list)) })];
}

const USES = {
  'check-in': words.useCheckIn,
  report: words.useReport,
  study: words.useStudy,
  messages: words.useMessages,
  party: words.useParty,
} as const satisfies Readonly<Record<PlatformFunction, Message>>;

const BURDENS = {
  filling: words.burdenFilling,
  actions: words.burdenActions,
  uploads: words.burdenUploads,
  playing: words.burdenPlaying,
  working: words.burdenWorking,
} as const satisfies Readonly<Record<SubstitutionSide['burden'], Message>>;

const DIFFERS = {
  unit: words.differsUnit,
  period: words.differsPeriod,
  wording: words.differsWording,
} as const;

function isOfSubstance(difference: keyof typeof DIFFERS): boolean {
  return difference !== 'wording';
}

function platformsOf({ platforms }: SubstitutionSide, name: (id: string) => string): string {
  return platforms.map(name).join(t(common.list));
}

function amount({ burden }: SubstitutionSide, value: number): string {
  return burden === 'actions' || burden === 'uploads'
    ? t(common.times, { count: Math.round(value) })
    : formatDuration(value, language.value);
}

/** Intensity bands, with the note that they are this project's own. */
export function BandsPart({ summary }: { readonly summary: WeekSummary }) {
  const names = useContext(NamesContext);
  const systems = (summary.systemBands ?? []).filter(({ band }) => band >= 2).slice(0, 8);
  const { platforms, traces, duplicates, outOfHours } = summary.bands;
  const rows: readonly (readonly [Message, ComponentChildren, number])[] = [
    ...(platforms === undefined
      ? []
      : [
          [
            words.bandPlatforms,
            t(words.count, { count: platforms.value }),
            platforms.band,
          ] as const,
        ]),
    ...(duplicates === undefined
      ? []
      : [[words.bandDuplicates, formatShare(duplicates.value), duplicates.band] as const]),
    ...(traces === undefined
      ? []
      : [[words.bandTraces, formatShare(traces.value), traces.band] as const]),
    ...(outOfHours === undefined
      ? []
      : [[words.bandOutOfHours, formatShare(outOfHours.value), outOfHours.band] as const]),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <dl class="figures-list">
        {rows.map(([title, value, band]) => (
          <div key={title.en}>
            <dt>{t(title)}</dt>
            <dd>
              {value}
              <span class="row-note">{t(words.band, { band })}</span>
            </dd>
          </div>
        ))}
      </dl>
      {systems.length > 0 && (
        <ul class="dash-list">
          {systems.map(({ platform, measure, value, band }) => (
            <li key={platform + measure}>
              {t(words.systemBand, {
                platform: names.platform(platform),
                measure: t(measure === 'traces' ? words.bandTraces : words.bandDuplicates),
                share: formatShare(value),
                band,
              })}
            </li>
          ))}
        </ul>
      )}
      <p class="small soft">{t(words.bandsNote)}</p>
    </>
  );
}
