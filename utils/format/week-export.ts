/**
 * A week as files for the person. The systems version (仅系统版) holds platforms, forms and repeats;
 * no clocks, hours, idle, playback or out-of-hours. Re-entry is told there in data items alone: its
 * minutes are a part of the person's time worked. The personal version holds all figures but the heat
 * map, which is for the person's own eyes only and is in no file.
 */

import { ACTION_KINDS } from '../domain/action-kind';
import type { DiaryLine } from '../domain/records';
import type { PlatformWeek, WeekSummary } from '../domain/summary';
import { MINUTE_MS } from '../domain/time-constants';
import { actionNames } from '../i18n/actions';
import { categoryMessage } from '../i18n/categories';
import { exportWords } from '../i18n/exports';
import { type Language, say } from '../i18n/message';
import { type Cell, toCsv } from './csv';

export type ExportVersion = 'systems' | 'personal';

export interface WeekExport {
  readonly summary: WeekSummary;
  readonly diary: readonly DiaryLine[];
  readonly version: ExportVersion;
  readonly language: Language;
  /** The person's name for a platform. */
  readonly platformName: (id: string) => string;
  /** The name of a data item; undefined where it is unknown. */
  readonly conceptName?: (key: string) => string | undefined;
}

/** File name without its ending: the week and the version, nothing of the person. */
export function exportFileName(week: string, version: ExportVersion, language: Language): string {
  const name = version === 'systems' ? exportWords.fileSystems : exportWords.filePersonal;
  return say(language, name, { week });
}

/** The week as a JSON text, two spaces deep. Times are milliseconds, as in the summary. */
export function weekAsJson({ summary, diary, version, platformName }: WeekExport): string {
  const body = version === 'systems' ? systemsPart(summary) : personalPart(summary, diary);
  const names = new Map(
    [
      ...summary.platforms.map(({ platform }) => platform),
      ...summary.findings.map(({ platform }) => platform),
      ...summary.zombies.map(({ platform }) => platform),
    ].map((id) => [id, platformName(id)]),
  );
  return `${JSON.stringify(
    {
      format: 'qingzhuang-week',
      formatVersion: 1,
      version,
      week: summary.week,
      ...body,
      platformNames: [...names].map(([platform, name]) => ({ platform, name })),
    },
    null,
    2,
  )}\n`;
}

/** The week as CSV, one line per platform, minutes rounded to one decimal. */
export function weekAsCsv(of: WeekExport): string {
  const { header, rows } = platformTable(of);
  return toCsv(header, rows);
}

/** One row per platform, minutes rounded to one decimal. */
export function platformTable({ summary, version, language, platformName }: WeekExport): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
} {
  const columns: readonly (readonly [string, (platform: PlatformWeek) => Cell])[] = [
    [say(language, exportWords.week), () => summary.week],
    [say(language, exportWords.platform), ({ platform }) => platformName(platform)],
    [
      say(language, exportWords.category),
      ({ category }) => say(language, categoryMessage(category)),
    ],
    [say(language, exportWords.submissions), ({ submissions }) => submissions],
    [say(language, exportWords.attempts), ({ attempts }) => attempts],
    [say(language, exportWords.rework), ({ rework }) => rework],
    [say(language, exportWords.entered), ({ enteredFields }) => enteredFields],
    [say(language, exportWords.prefilled), ({ prefilledFields }) => prefilledFields],
    [say(language, exportWords.reentered), ({ reenteredFields }) => reenteredFields],
    [say(language, exportWords.uploads), ({ uploads }) => uploads],
    ...ACTION_KINDS.map(
      (kind) =>
        [say(language, actionNames[kind]), (row: PlatformWeek) => row.actions[kind] ?? 0] as const,
    ),
    ...(version === 'systems' ? [] : clockColumns(language)),
  ];
  return {
    header: columns.map(([title]) => title),
    rows: summary.platforms.map((platform) => columns.map(([, cell]) => cell(platform))),
  };
}

function clockColumns(
  language: Language,
): readonly (readonly [string, (platform: PlatformWeek) => Cell])[] {
  return [
    [say(language, exportWords.reentryMinutes), ({ reentryMs }) => minutes(reentryMs.mid)],
    [say(language, exportWords.working), ({ clocks }) => minutes(clocks.workingMs)],
    [say(language, exportWords.workingLow), ({ clocks }) => minutes(clocks.inputMs)],
    [say(language, exportWords.workingHigh), ({ clocks }) => minutes(clocks.frontMs)],
    [say(language, exportWords.playing), ({ clocks }) => minutes(clocks.playingMs)],
    [say(language, exportWords.idle), ({ clocks }) => minutes(clocks.idleMs)],
    [say(language, exportWords.beside), ({ clocks }) => minutes(clocks.besideMs)],
    [say(language, exportWords.waiting), ({ clocks }) => minutes(clocks.waitingMs)],
  ];
}

function minutes(ms: number): number {
  return Math.round((ms / MINUTE_MS) * 10) / 10;
}

function systemsPart(summary: WeekSummary): object {
  const { reentry, uploads, actions } = summary;
  return {
    platforms: summary.platforms.map((platform) => ({
      platform: platform.platform,
      category: platform.category,
      submissions: platform.submissions,
      attempts: platform.attempts,
      rework: platform.rework,
      enteredFields: platform.enteredFields,
      prefilledFields: platform.prefilledFields,
      reenteredFields: platform.reenteredFields,
      uploads: platform.uploads,
      actions: platform.actions,
    })),
    reentry: {
      fields: reentry.fields,
      comparableFields: reentry.comparableFields,
      share: reentry.share,
      duplicateSubmissions: reentry.duplicateSubmissions,
      unchangedResubmissions: reentry.unchangedResubmissions,
      prefillRate: reentry.prefillRate,
    },
    overlaps: summary.overlaps.map(
      ({ evidence: _evidence, reentryMs: _reentryMs, ...overlap }) => overlap,
    ),
    forms: summary.forms.map(({ platform, heading, submissions, fields, ...form }) => ({
      platform,
      heading,
      submissions,
      fields,
      enteredFields: form.enteredFields,
      prefilledFields: form.prefilledFields,
    })),
    isomorphic: summary.isomorphic,
    inconsistent: summary.inconsistent,
    uploads: {
      total: uploads.total,
      repeatedAcross: uploads.repeatedAcross,
      repeatedOnPlatform: uploads.repeatedOnPlatform,
      nearRepeats: uploads.nearRepeats,
      proofMaterial: uploads.proofMaterial,
    },
    actions: { total: actions.total, byKind: actions.byKind, exempt: actions.exempt },
    zombies: summary.zombies.map(
      ({ evidence: _evidence, lastOpenedAt: _opened, ...zombie }) => zombie,
    ),
    findings: summary.findings.map(({ rule, ruleVersion, platform, grade, status, n, norm }) => ({
      rule,
      ruleVersion,
      platform,
      grade,
      status,
      n,
      norm,
    })),
    goodPractices: summary.goodPractices.map(({ lastAt: _lastAt, ...practice }) => practice),
  };
}

function personalPart(summary: WeekSummary, diary: readonly DiaryLine[]): object {
  const { heat: _heat, ...rest } = summary;
  return { ...rest, diary };
}
