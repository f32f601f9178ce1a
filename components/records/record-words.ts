import { isEntered } from '../../utils/domain/entered';
import type {
  Action,
  CoverageDay,
  DiaryLine,
  Fault,
  Finding,
  Form,
  FormField,
  Interval,
  LedgerEntry,
  OtherWeekSum,
  PageSign,
  Submission,
  Transfer,
  Upload,
  WeekSum,
} from '../../utils/domain/records';
import { dayKey, formatClock, formatDayKey, formatFullDay } from '../../utils/format/date';
import { formatDuration } from '../../utils/format/duration';
import { formatDecimal } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { actionNames } from '../../utils/i18n/actions';
import { common } from '../../utils/i18n/common';
import { faults } from '../../utils/i18n/faults';
import { findingName, findingStatus } from '../../utils/i18n/findings';
import {
  certainties,
  fileKinds,
  ledgerStates,
  outcomes,
  pageClasses,
  pageStates,
  places,
  type RecordKind,
  recordKinds,
  uploadOutcomes,
  records as words,
} from '../../utils/i18n/records';
import type { Names } from '../names';

/** The stored record behind each kind. */
export interface RecordOf {
  readonly intervals: Interval;
  readonly submissions: Submission;
  readonly uploads: Upload;
  readonly actions: Action;
  readonly pageSigns: PageSign;
  readonly forms: Form;
  readonly transfers: Transfer;
  readonly findings: Finding;
  readonly diary: DiaryLine;
  readonly ledger: LedgerEntry;
  readonly coverage: CoverageDay;
  readonly weekSums: WeekSum;
  readonly otherWeekSums: OtherWeekSum;
  readonly faults: Fault;
}

/** A record in plain words. */
export interface RecordWords {
  readonly when: string;
  readonly platform: string;
  readonly what: string;
}

/** What else the words need to know. */
export interface WordsContext {
  readonly names: Names;
  readonly zone: string;
  /** The form of a submission, if it is still there. */
  readonly form: (platform: string, signature: string) => Form | undefined;
}

type Writers = {
  readonly [Kind in RecordKind]: (record: RecordOf[Kind], context: WordsContext) => RecordWords;
};

/** Says a record of a kind in plain words. */
export function recordWords<Kind extends RecordKind>(
  kind: Kind,
  record: RecordOf[Kind],
  context: WordsContext,
): RecordWords {
  return (WRITERS[kind] as (record: RecordOf[Kind], context: WordsContext) => RecordWords)(
    record,
    context,
  );
}

const WRITERS: Writers = {
  intervals: (interval, { names, zone }) => {
    const playing = interval.playing.reduce((sum, { lengthMs }) => sum + lengthMs, 0);
    const waiting = interval.waiting.reduce((sum, { lengthMs }) => sum + lengthMs, 0);
    const { captchaMs = 0 } = interval;
    return {
      when: `${formatFullDay(interval.from, zone, language.value)} ${t(words.span, {
        from: formatClock(interval.from, zone),
        to: formatClock(interval.to, zone),
      })}`,
      platform: names.platform(interval.platform),
      what: joined([
        t(words.intervalLine, {
          place: t(places[interval.place]),
          length: formatDuration(interval.to - interval.from, language.value),
        }),
        t(pageClasses[interval.pageClass]),
        interval.pauses.length > 0 && t(words.pauses, { count: interval.pauses.length }),
        playing > 0 && t(words.playing, { time: formatDuration(playing, language.value) }),
        waiting > 0 && t(words.waiting, { time: formatDuration(waiting, language.value) }),
        captchaMs > 0 && t(words.captcha, { time: formatDuration(captchaMs, language.value) }),
        interval.certainty !== 'confirmed' && t(certainties[interval.certainty]),
      ]),
    };
  },
  submissions: (submission, context) => ({
    when: moment(submission.at, context.zone),
    platform: context.names.platform(submission.platform),
    what: submissionWords(submission, context),
  }),
  uploads: (upload, { names, zone }) => ({
    when: moment(upload.at, zone),
    platform: names.platform(upload.platform),
    what: joined([
      t(words.uploadLine, { kind: t(fileKinds[upload.fileKind]), size: sizeOf(upload.sizeClass) }),
      upload.proofMaterial && t(words.proof),
      t(uploadOutcomes[upload.outcome]),
    ]),
  }),
  actions: (action, { names, zone }) => ({
    when: moment(action.at, zone),
    platform: names.platform(action.platform),
    what: joined([
      t(actionNames[action.action]),
      action.outcome === 'attempt' && t(words.unproven),
      action.count > 1 && t(words.countOf, { count: action.count }),
      action.exempt && t(words.exempt),
    ]),
  }),
  pageSigns: (sign, { names, zone }) => ({
    when: moment(sign.at, zone),
    platform: names.platform(sign.platform),
    what: joined([
      t(pageClasses[sign.pageClass]),
      sign.failed && t(words.failed),
      sign.state !== 'normal' && t(pageStates[sign.state]),
      sign.newest !== undefined &&
        t(words.newest, {
          date: formatDayKey(sign.newest, language.value, dayKey(sign.at, zone)),
        }),
      sign.columns.length > 0 &&
        t(words.columns, {
          count: sign.columns.length,
          blank: sign.columns.filter(({ blank }) => blank).length,
        }),
      sign.loadMs !== undefined &&
        t(words.loadTime, { seconds: formatDecimal(sign.loadMs / 1000, language.value) }),
      sign.complaintEntry && t(words.complaintEntry),
    ]),
  }),
  forms: (form, { names, zone }) => ({
    when: moment(form.lastSeenAt, zone),
    platform: names.platform(form.platform),
    what: joined([
      form.heading !== undefined && t(words.formLine, { form: form.heading }),
      t(words.fieldsLine, {
        count: form.fields.length,
        items: itemsOf(form.fields, names),
      }),
    ]),
  }),
  transfers: (transfer, { names, zone }) => ({
    when: moment(transfer.at, zone),
    platform: t(words.transferLine, {
      from: names.platform(transfer.from),
      to: names.platform(transfer.to),
    }),
    what: t(transfer.kind === 'export-upload' ? words.exportUpload : words.copyPaste),
  }),
  findings: (finding, { names, zone }) => ({
    when: moment(finding.lastAt, zone),
    platform: names.platform(finding.platform),
    what: joined([t(findingName(finding.rule)), t(findingStatus[finding.status])]),
  }),
  diary: (line) => ({
    when: formatDayKey(line.day, language.value),
    platform: '',
    what: joined([
      line.text,
      line.minutes !== undefined &&
        t(common.about, { value: formatDuration(line.minutes * 60_000, language.value) }),
    ]),
  }),
  ledger: (entry, { names, zone }) => ({
    when: moment(entry.at, zone),
    platform: names.platform(entry.platform),
    what: t(ledgerStates[entry.status]),
  }),
  coverage: (day) => ({
    when: formatDayKey(day.day, language.value),
    platform: '',
    what: t(words.coverageLine, {
      active: day.active.length * 5,
      recorded: day.recorded.length * 5,
    }),
  }),
  weekSums: weekSumWords,
  otherWeekSums: weekSumWords,
  faults: (fault, { names, zone }) => ({
    when: moment(fault.at, zone),
    platform: fault.platform === undefined ? '' : names.platform(fault.platform),
    what: t(words.faultTimes, { text: t(faults[fault.code]), count: fault.count }),
  }),
};

/** All kinds, in the order in which they are offered. */
export const RECORD_KINDS = Object.keys(recordKinds) as readonly RecordKind[];

function weekSumWords(sum: WeekSum, { names }: WordsContext): RecordWords {
  return {
    when: sum.week,
    platform: names.platform(sum.platform),
    what: t(words.weekSumLine, {
      working: formatDuration(sum.workingMs, language.value),
      submissions: sum.submissions,
      reentered: sum.reenteredFields,
    }),
  };
}

function submissionWords(submission: Submission, { names, form }: WordsContext): string {
  const { judgement, fields } = submission;
  const known = form(submission.platform, submission.form);
  const prefilled = fields.filter(({ how }) => how === 'prefilled').length;
  const entered = fields.filter(isEntered).length;
  const conceptAt = (index: number) => {
    const key = fields[index]?.concept;
    return (key === undefined ? undefined : names.concept(key)) ?? undefined;
  };
  const reentered = judgement?.reentered ?? [];
  const items = [...new Set(reentered.map(({ field }) => conceptAt(field)))].filter(
    (name) => name !== undefined,
  );
  return joined([
    t(outcomes[submission.outcome]),
    known?.heading === undefined
      ? t(words.unnamedForm)
      : t(words.formLine, { form: known.heading }),
    submission.intent === 'draft' && t(words.draft),
    submission.intent === 'step' && t(words.step),
    submission.rework && t(words.rework),
    t(words.enteredFields, { count: entered }),
    prefilled > 0 && t(words.prefilledFields, { count: prefilled }),
    reentered.length > 0 &&
      t(words.reenteredFields, {
        count: reentered.length,
        items: items.length === 0 ? t(words.unnamedForm) : items.join(t(words.list)),
      }),
    (judgement?.fixed.length ?? 0) > 0 &&
      t(words.fixedFields, { count: judgement?.fixed.length ?? 0 }),
    judgement?.duplicateOf !== undefined &&
      t(words.duplicateOf, { platform: names.platform(judgement.duplicateOf.platform) }),
    t(words.filling, { time: formatDuration(submission.fillingMs, language.value) }),
  ]);
}

function itemsOf(fields: readonly FormField[], names: Names): string {
  const named = fields.map(({ concept, label }) =>
    concept === undefined ? label : (names.concept(concept) ?? label),
  );
  const known = named.filter((name) => name !== undefined);
  const unknown = named.length - known.length;
  return [...known, ...(unknown > 0 ? [t(words.unknownItems, { count: unknown })] : [])].join(
    t(words.list),
  );
}

function joined(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== '').join(t(words.and));
}

function moment(at: number, zone: string): string {
  return `${formatFullDay(at, zone, language.value)} ${formatClock(at, zone)}`;
}

/** Upper end of a size class in words: class 3 is 8 to 16 KiB. */
function sizeOf(sizeClass: number): string {
  const kib = 2 ** (sizeClass + 1);
  return kib < 1024 ? `${kib} KB` : `${Math.round(kib / 1024)} MB`;
}
