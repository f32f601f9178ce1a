import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlatformWeek, WeekSummary } from '../utils/domain/summary';
import { formatDuration, formatDurationRange, formatEstimate } from '../utils/format/duration';
import { formatCount, formatShare } from '../utils/format/number';
import { language, sentenceGap, t } from '../utils/i18n';
import { actionNames } from '../utils/i18n/actions';
import { common } from '../utils/i18n/common';
import { definitions, type FigureName } from '../utils/i18n/definitions';
import {
  findingName,
  findingStatus,
  findings as findingWords,
  shortNormName,
} from '../utils/i18n/findings';
import { summary as words } from '../utils/i18n/summary';
import { NamesContext } from './names';
import { findingMeasure } from './summary/findings-part';
import { goodPracticeLine } from './summary/good-part';
import { ComparisonLine, Headline, HoursLine, SystemsHeadline } from './summary/headline';
import { overlapOrder } from './summary/overlap-matrix';
import { type Version, versionName, weekLabel } from './summary/week-head';

interface PrintSheetProps {
  readonly summary: WeekSummary;
  readonly compared: boolean;
  readonly version: Version;
  readonly sample: boolean;
}

/** So much fits on one A4 page with footnotes; the rest, where it is more than one, is one line. */
const PLATFORMS = 8;
const MATRIX = 6;
const FINDINGS = 5;
const FOOTNOTES: readonly FigureName[] = [
  'reentry.fields',
  'forms.submissions',
  'actions.total',
  'uploads.repeated',
  'zombies.count',
];

/**
 * The week on one sheet of A4. The systems version holds no clock, hour, idle, playback or
 * out-of-hours figure of the person.
 */
export function PrintSheet({ summary, compared, version, sample }: PrintSheetProps) {
  const names = useContext(NamesContext);
  const personal = version === 'personal';
  const { findings, goodPractices } = summary;
  return (
    <article class="sheet" data-version={version} aria-hidden="true">
      <header class="sheet-head">
        <h1>
          {t(words.title)}
          {sample && ` · ${t(common.sample)}`}
        </h1>
        <p>{weekLabel(summary)}</p>
        <p class="sheet-version">
          {personal ? `${versionName(version)} · ${t(words.printPersonal)}` : t(words.printSystems)}
        </p>
      </header>
      <p class="sheet-lead">
        {personal ? (
          <>
            <Headline summary={summary} compared={compared} />
            {sentenceGap()}
            <ComparisonLine summary={summary} compared={compared} />
            {sentenceGap()}
            <HoursLine summary={summary} />
          </>
        ) : (
          <SystemsHeadline summary={summary} compared={compared} />
        )}
      </p>
      <SheetFigures summary={summary} compared={compared} personal={personal} />
      {compared && summary.overlaps.length > 0 && (
        <SheetPart title={t(words.overlapTitle)}>
          <SheetMatrix summary={summary} />
        </SheetPart>
      )}
      <SheetPart title={t(personal ? words.timeTitle : words.formsTitle)}>
        <SheetPlatforms summary={summary} personal={personal} compared={compared} />
      </SheetPart>
      <div class="sheet-columns">
        <SheetPart title={t(findingWords.title)}>
          {findings.length === 0 ? (
            <p>{t(findingWords.empty)}</p>
          ) : (
            <ul>
              {findings.slice(0, FINDINGS).map((finding) => (
                <li key={finding.id}>
                  <b>{t(findingStatus[finding.status])}</b>{' '}
                  {[
                    t(findingWords.what, {
                      platform: names.platform(finding.platform),
                      symptom: t(findingName(finding.rule)),
                    }),
                    findingMeasure(finding),
                    finding.norm === undefined
                      ? undefined
                      : t(finding.byAnalogy ? findingWords.byAnalogy : findingWords.byNorm, {
                          norm: t(shortNormName(finding.norm)),
                        }),
                  ]
                    .filter((part) => part !== undefined)
                    .join(language.value === 'zh_CN' ? '，' : ', ')}
                </li>
              ))}
            </ul>
          )}
        </SheetPart>
        <SheetPart title={t(words.goodTitle)}>
          {goodPractices.length === 0 ? (
            <p>{t(words.goodEmpty)}</p>
          ) : (
            <ul>
              {goodPractices.slice(0, FINDINGS).map((practice) => (
                <li key={`${practice.platform} ${practice.kind}`}>
                  {goodPracticeLine(practice, names.platform(practice.platform))}
                </li>
              ))}
            </ul>
          )}
          <p>{t(words.unseenShort)}</p>
        </SheetPart>
      </div>
      <footer class="sheet-foot">
        <p class="sheet-notes">
          <strong>{t(words.printNotes)}</strong>
          {FOOTNOTES.map((name, index) => (
            <span key={name}>
              {' '}
              {index + 1}. {t(definitions[name].title)}
              {language.value === 'zh_CN' ? '：' : ': '}
              {firstSentence(t(definitions[name].what))}
            </span>
          ))}
        </p>
        <p>{t(words.printNotForRanking)}</p>
      </footer>
    </article>
  );
}

/** A footnote has room for one sentence; the page of definitions has the rest. */
function firstSentence(text: string): string {
  return /^.*?(?:。|[.:;](?=\s))/.exec(text)?.[0] ?? text;
}

interface SheetPartProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

function SheetPart({ title, children }: SheetPartProps) {
  return (
    <section class="sheet-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function SheetFigures({ summary, compared, personal }: SheetPlatformsProps) {
  const { reentry, actions, uploads, zombies } = summary;
  const kinds = (Object.entries(actions.byKind) as [keyof typeof actionNames, number][])
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([kind, count]) => `${t(actionNames[kind])}\u00a0${count}`)
    .join(' · ');
  const cells: readonly (readonly [string, string, string])[] = [
    [
      t(words.cardReentry),
      !compared
        ? t(words.cardNotCompared)
        : reentry.fields === 0
          ? t(words.cardReentryNone)
          : personal
            ? formatEstimate(reentry.ms.mid, language.value)
            : t(words.fieldsCount, { count: reentry.fields }),
      reentry.share === undefined || !compared
        ? ''
        : personal
          ? `${t(words.cardReentrySub, {
              fields: formatCount(reentry.fields, language.value),
              share: formatShare(reentry.share),
            })} (${formatDurationRange(reentry.ms.low, reentry.ms.high, language.value)})`
          : t(words.shareOfComparable, { share: formatShare(reentry.share) }),
    ],
    [t(words.cardActions), t(common.times, { count: actions.total }), kinds],
    [
      t(words.cardUploads),
      t(words.files, { count: uploads.repeatedAcross + uploads.repeatedOnPlatform }),
      t(words.cardUploadsSub, {
        across: uploads.repeatedAcross,
        same: uploads.repeatedOnPlatform,
      }),
    ],
    [t(words.cardZombies), t(words.count, { count: zombies.length }), ''],
  ];
  return (
    <table class="sheet-figures">
      <tbody>
        <tr>
          {cells.map(([title, figure, note]) => (
            <td key={title}>
              <span>{title}</span>
              <strong>{figure}</strong>
              <small>{note}</small>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function SheetMatrix({ summary }: Pick<PrintSheetProps, 'summary'>) {
  const names = useContext(NamesContext);
  const order = overlapOrder(summary.overlaps).slice(0, MATRIX);
  const cells = new Map(summary.overlaps.map((one) => [`${one.from}\n${one.to}`, one]));
  return (
    <table class="sheet-table">
      <thead>
        <tr>
          <th>
            {t(words.overlapFirst)} ↓　{t(words.overlapAgain)} →
          </th>
          {order.map((platform, index) => (
            <th key={platform} class="number">
              {index + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {order.map((from, index) => (
          <tr key={from}>
            <th>
              {index + 1}　{names.platform(from)}
            </th>
            {order.map((to) => {
              const overlap = cells.get(`${from}\n${to}`);
              return (
                <td key={to} class="number">
                  {from === to
                    ? '／'
                    : overlap === undefined
                      ? ''
                      : formatCount(overlap.fields, language.value)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SheetPlatformsProps {
  readonly summary: WeekSummary;
  readonly personal: boolean;
  readonly compared: boolean;
}

type Column = readonly [string, (rows: readonly PlatformWeek[]) => string];

function SheetPlatforms({ summary, personal, compared }: SheetPlatformsProps) {
  const names = useContext(NamesContext);
  const sum = (pick: (platform: PlatformWeek) => number) => (rows: readonly PlatformWeek[]) =>
    rows.reduce((total, row) => total + pick(row), 0);
  const count = (pick: (platform: PlatformWeek) => number) => (rows: readonly PlatformWeek[]) =>
    formatCount(sum(pick)(rows), language.value);
  const time = (pick: (platform: PlatformWeek) => number) => (rows: readonly PlatformWeek[]) =>
    formatDuration(sum(pick)(rows), language.value);
  const traces = ({ actions }: PlatformWeek) =>
    Object.values(actions).reduce((total, one) => total + one, 0);
  const columns: readonly Column[] = [
    ...(personal
      ? [
          [t(words.working), time(({ clocks }) => clocks.workingMs)] as Column,
          [t(words.playing), time(({ clocks }) => clocks.playingMs)] as Column,
          [t(words.idle), time(({ clocks }) => clocks.idleMs)] as Column,
        ]
      : []),
    [t(words.submissions), count(({ submissions }) => submissions)],
    [t(words.entered), count(({ enteredFields }) => enteredFields)],
    ...(compared
      ? [[t(words.reentered), count(({ reenteredFields }) => reenteredFields)] as Column]
      : []),
    [t(words.prefilled), count(({ prefilledFields }) => prefilledFields)],
    [t(words.cardActions), count(traces)],
  ];
  const { length } = summary.platforms;
  const shown = length === PLATFORMS + 1 ? length : PLATFORMS;
  const rows = summary.platforms.slice(0, shown);
  const rest = summary.platforms.slice(shown);
  const lines: readonly (readonly [string, readonly PlatformWeek[]])[] = [
    ...rows.map((row) => [names.platform(row.platform), [row]] as const),
    ...(rest.length === 0 ? [] : [[t(words.printOther, { count: rest.length }), rest] as const]),
    [t(common.total), summary.platforms],
  ];
  return (
    <table class="sheet-table">
      <thead>
        <tr>
          <th>{t(common.platform)}</th>
          {columns.map(([title]) => (
            <th key={title} class="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, of]) => (
          <tr key={name}>
            <th>{name}</th>
            {columns.map(([title, cell]) => (
              <td key={title} class="number">
                {cell(of)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
