/**
 * The weekly summary (本周小结) as data: what the report page draws, what the exports write.
 * Computed by `summariseWeek` from records alone; nothing of it is cached.
 */

import type { ActionKind } from './action-kind';
import type { CueKind } from './observation';
import type { PageClass } from './page-class';
import type { Finding } from './records';

/** Milliseconds on each clock. The four clocks are mutually exclusive; the rest are parts or bounds. */
export interface Clocks {
  /** 操作: front less pauses longer than θ. */
  readonly workingMs: number;
  /** 视频播放: media advancing while not working, in front or beside. */
  readonly playingMs: number;
  /** 页面打开未操作: in front without input for longer than θ, at most 10 min at a stretch. */
  readonly idleMs: number;
  /** 旁屏打开: visible while another program has the focus; an upper bound. */
  readonly besideMs: number;
  /** Lower bound of working: 5-second windows with input. */
  readonly inputMs: number;
  /** Upper bound of working: in front altogether (working + playing in front + idle). */
  readonly frontMs: number;
  /** Part of the time in front that was waiting for a slow page (等待系统). */
  readonly waitingMs: number;
}

/** A number with its bounds, `low ≤ mid ≤ high`. */
export interface Bracket {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Where a figure comes from: the records behind it, newest first. */
export interface Evidence {
  readonly ids: readonly string[];
  readonly firstAt?: number;
  readonly lastAt?: number;
}

export interface PlatformWeek {
  readonly platform: string;
  readonly name: string;
  readonly category: string;
  readonly clocks: Clocks;
  /** Clocks by day, Monday first, 7 entries. */
  readonly days: readonly Clocks[];
  readonly visits: number;
  readonly submissions: number;
  readonly attempts: number;
  readonly drafts: number;
  readonly rework: number;
  readonly enteredFields: number;
  readonly prefilledFields: number;
  readonly reenteredFields: number;
  /** Entered fields that re-entry is told among; absent where the details have gone. */
  readonly comparableFields?: number;
  readonly reentryMs: Bracket;
  readonly uploads: number;
  /** Uploads that repeat an earlier one exactly; absent where the details have gone. */
  readonly repeatedUploads?: number;
  readonly actions: Readonly<Partial<Record<ActionKind, number>>>;
  readonly actionAttempts: number;
}

/** Data items shared by two platforms: submitted on both with the same content. */
export interface PlatformOverlap {
  readonly from: string;
  readonly to: string;
  /** Re-entered fields on `to` that had been submitted on `from`. */
  readonly fields: number;
  readonly reentryMs: number;
  /** Concepts concerned, most frequent first, with the number of times. */
  readonly concepts: readonly {
    readonly concept: string;
    readonly count: number;
    /** When it had last been submitted on `from`; absent where that is not known. */
    readonly reportedAt?: number;
  }[];
  readonly evidence: Evidence;
}

export interface RepeatedUpload {
  /** Keyed digest that the uploads share; never shown, it groups. */
  readonly group: string;
  readonly kind: 'across-platforms' | 'on-platform' | 'near-repeat';
  readonly platforms: readonly string[];
  readonly times: number;
  readonly fileKind: string;
  readonly proofMaterial: boolean;
  readonly evidence: Evidence;
}

export interface ZombieSuspicion {
  readonly platform: string;
  readonly kind: 'content' | 'unreachable' | 'use' | 'unused';
  readonly rule: string;
  /** Observations behind it: pages, loads or visits. */
  readonly n: number;
  /** Newest update date seen, `yyyy-mm-dd`. */
  readonly newest?: string;
  readonly lastOpenedAt?: number;
  /** Numbers that the sentence needs, by name, as `staleColumns: 6`. */
  readonly figures: Readonly<Record<string, number>>;
  readonly evidence: Evidence;
}

export interface FormWeek {
  readonly platform: string;
  readonly signature: string;
  readonly heading?: string;
  readonly submissions: number;
  /** Its submissions in the 28 days up to the week's end: how often it is asked for in a month. */
  readonly submissions28Days?: number;
  readonly attempts: number;
  readonly fields: number;
  readonly fillingMs: number;
  readonly enteredFields: number;
  readonly prefilledFields: number;
  readonly reenteredFields?: number;
  /** Working time in its re-entered fields, ms. */
  readonly reentryMs?: number;
}

/** A whole record that had been submitted on another platform before. */
export interface DuplicateSubmission {
  readonly submission: string;
  readonly platform: string;
  readonly form: string;
  readonly at: number;
  readonly earlier: string;
  readonly earlierPlatform: string;
  /** Rarity-weighted share of the entered values that were already submitted elsewhere, 0…1. */
  readonly rho: number;
}

/** Two forms of different platforms that ask for largely the same. */
export interface IsomorphicForms {
  readonly forms: readonly [FormKey, FormKey];
  /** |A∩B| ÷ min(|A|, |B|) over non-generic concepts, 0…1. */
  readonly overlap: number;
  readonly shared: readonly string[];
}

export interface FormKey {
  readonly platform: string;
  readonly signature: string;
}

/** One data item that two platforms ask for by another unit, period or wording (口径不一). */
export interface InconsistentDefinition {
  readonly concept: string;
  readonly differs: readonly ('unit' | 'period' | 'wording')[];
  readonly sides: readonly [DefinitionSide, DefinitionSide];
}

export interface DefinitionSide extends FormKey {
  /** Absent where the label may not be kept. */
  readonly label?: string;
  readonly unit?: string;
}

/** A finding with what its line and its evidence need. */
export interface FindingView extends Finding {
  /** What it is a sign of, as `check-in`, `duplicate-entry`, `zombie-content`. */
  readonly symptom: string;
  readonly category: OfficialCategory;
  /** Key of the norm in the table of norms; absent where no norm speaks of it. */
  readonly norm?: string;
  /** The norm was written for mobile apps: cite it as 参照, never as 违反. */
  readonly byAnalogy: boolean;
  /** The threshold is this project's convention (*ours*). */
  readonly ours: boolean;
  readonly measure?: Bracket;
  readonly unit: 'count' | 'ms' | 'share' | 'days';
  /** Numbers that the sentence needs, by name. */
  readonly figures: Readonly<Record<string, number>>;
  readonly pageClasses: readonly PageClass[];
  readonly evidence: Evidence;
  /** It had gone after a report sheet was handed in, and is back (回潮). */
  readonly recurred: boolean;
}

/** The categories of the official calls for clues. */
const OFFICIAL_CATEGORIES = [
  'forced-use',
  'excessive-traces',
  'ranking-abuse',
  'repeated-reporting',
  'empty-zombie',
] as const;
export type OfficialCategory = (typeof OFFICIAL_CATEGORIES)[number];

/** What a platform does well (做法较好), listed as plainly as a finding. */
export interface GoodPractice {
  readonly platform: string;
  readonly kind: 'prefills' | 'shares' | 'closed-properly' | 'complaint-entry';
  readonly n: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly lastAt: number;
}

/** An intensity band 0–3 (量化分级): this project's convention, uncalibrated, of systems and weeks. */
export interface Band {
  readonly value: number;
  readonly band: 0 | 1 | 2 | 3;
}

/** The band of one system in one week. */
export interface SystemBand extends Band {
  readonly platform: string;
  readonly measure: 'traces' | 'duplicates';
}

/** A burden that fell while another of the same kind of platform rose by a like amount (此减彼增). */
export interface Substitution {
  readonly family: string;
  readonly fell: SubstitutionSide;
  readonly rose: SubstitutionSide;
}

export interface SubstitutionSide {
  readonly burden: 'filling' | 'actions' | 'uploads' | 'playing' | 'working';
  readonly platforms: readonly string[];
  /** Weekly mean of the weeks before, and this week; ms or a count by `burden`. */
  readonly before: number;
  readonly now: number;
}

/** What platforms are used for, told from what was done on them. */
export type PlatformFunction = 'check-in' | 'report' | 'study' | 'messages' | 'party';

export interface WeekSummary {
  /** ISO week key, `2026-W47`. */
  readonly week: string;
  /** First millisecond of Monday and first millisecond after Sunday, in the week's zone. */
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  /** `empty`: nothing recorded; `running`: not over yet; `incomplete`: coverage < 0.8. */
  readonly state: 'empty' | 'running' | 'incomplete' | 'complete';
  /** Within four weeks of install, wipe or a new platform: shown, not compared. */
  readonly buildUp: boolean;
  /** Platforms on the list for less than four weeks: shown, not compared. */
  readonly newPlatforms: readonly string[];
  /** 本浏览器记录率, 0…1; absent where nothing tells. */
  readonly coverage?: number;
  /**
   * The detailed records of the week have gone by their term: totals come from its sums, and what only
   * details tell (days, hours, evidence) is empty.
   */
  readonly fromSums: boolean;
  readonly clocks: Clocks;
  readonly confirmedMs: number;
  readonly recoveredMs: number;
  readonly cappedMs: number;
  readonly days: readonly Clocks[];
  readonly platforms: readonly PlatformWeek[];
  readonly reentry: {
    readonly ms: Bracket;
    readonly fields: number;
    readonly comparableFields: number;
    /** fields ÷ comparableFields; absent where nothing was comparable. */
    readonly share?: number;
    readonly fixedFields: number;
    readonly duplicateSubmissions: number;
    readonly unchangedResubmissions: number;
    readonly evidence: Evidence;
    /** Newest first. */
    readonly duplicates: readonly DuplicateSubmission[];
    /** Working time between a refused submission and its acceptance: at least, about, at most. */
    readonly retryMs: Bracket;
    readonly refused: number;
    /** Prefilled ÷ (prefilled + entered); absent where no form was submitted. */
    readonly prefillRate?: number;
  };
  readonly isomorphic: readonly IsomorphicForms[];
  readonly inconsistent: readonly InconsistentDefinition[];
  readonly overlaps: readonly PlatformOverlap[];
  readonly forms: readonly FormWeek[];
  readonly actions: {
    readonly total: number;
    readonly attempts: number;
    readonly exempt: number;
    readonly byKind: Readonly<Partial<Record<ActionKind, number>>>;
    /** Platform and kind done on at least 4 of the 5 workdays. */
    readonly routine: readonly {
      readonly platform: string;
      readonly action: ActionKind;
      readonly days: number;
    }[];
    readonly evidence: Evidence;
    /** How much likelier an action was in visits in which a cue was seen (关联, not a cause). */
    readonly cued: readonly {
      readonly cue: CueKind;
      readonly cuedVisits: number;
      readonly cuedActions: number;
      readonly otherVisits: number;
      readonly otherActions: number;
      /** Share of cued visits with an action ÷ share of the others; absent where it cannot be told. */
      readonly lift?: number;
    }[];
    readonly ownLabels: {
      readonly voluntary: number;
      readonly required: number;
      readonly unclear: number;
    };
    /** Seconds of countdown that had to be waited before a confirmation. */
    readonly forcedSeconds: number;
    /** Working time around actions ÷ working time; absent where there was none. */
    readonly shareOfTime?: number;
  };
  readonly uploads: {
    readonly total: number;
    readonly repeatedAcross: number;
    readonly repeatedOnPlatform: number;
    readonly nearRepeats: number;
    readonly proofMaterial: number;
    readonly repeats: readonly RepeatedUpload[];
  };
  readonly zombies: readonly ZombieSuspicion[];
  /** Those that stand: suspected, observed or confirmed. Rejected and exempt ones are counted only. */
  readonly findings: readonly FindingView[];
  readonly findingsExempt: number;
  readonly findingsRejected: number;
  readonly goodPractices: readonly GoodPractice[];
  /** Systems of band 1 and above, heaviest first. */
  readonly systemBands?: readonly SystemBand[];
  readonly bands: {
    readonly platforms?: Band;
    readonly traces?: Band;
    readonly duplicates?: Band;
    readonly outOfHours?: Band;
  };
  /** 工具泛化. */
  readonly proliferation: {
    readonly platforms: number;
    readonly platforms28Days: number;
    readonly functions: readonly {
      readonly use: PlatformFunction;
      readonly platforms: readonly string[];
    }[];
    /** Σ over functions of the platforms beyond the first. */
    readonly redundant: number;
    /** Platforms on which the person had to log in. */
    readonly separateLogins: number;
  };
  /** 问卷、在线表格、接龙. */
  readonly external: {
    readonly platforms: readonly string[];
    readonly submissions: number;
    /** Share of all submissions; absent where there were none. */
    readonly share?: number;
    /** Sensitive personal items demanded there, most frequent first. */
    readonly sensitive: readonly { readonly concept: string; readonly count: number }[];
  };
  /** 考核、通报、排名 pages. */
  readonly assessment: {
    readonly visits: number;
    readonly frontMs: number;
    readonly platforms: readonly string[];
  };
  readonly overhead: {
    readonly loginMs: number;
    readonly logins: number;
    /** Logins again within the same visit. */
    readonly relogins: number;
    /** Time at captchas (验证码), on login pages or elsewhere, ms. */
    readonly captchaMs: number;
    readonly waitingMs: number;
    readonly rework: number;
    /** Tasks first seen less than 8 working hours before their deadline. */
    readonly urgent: number;
  };
  readonly substitutions: readonly Substitution[];
  /** Chains between platforms: exported and uploaded again, copied and pasted. */
  readonly silos: readonly {
    readonly kind: 'export-upload' | 'copy-paste';
    readonly from: string;
    readonly to: string;
    readonly count: number;
  }[];
  readonly outOfHours: {
    /** Working time outside the person's schedule, ms; absent in a year whose calendar is unknown. */
    readonly ms?: number;
    readonly nightMs: number;
    readonly holidayMs?: number;
    readonly share?: number;
  };
  /** Working ms by day (Monday first) and hour: for the person's own eyes only. */
  readonly heat: readonly (readonly number[])[];
  /** Switches between platforms per hour worked; absent under one hour. */
  readonly switchesPerHour?: number;
  readonly comparison: {
    /** This week over the platforms that are compared; there where `previous` or `mean` is. */
    readonly current?: {
      readonly workingMs: number;
      readonly reentryMs: number;
      readonly actions: number;
    };
    /** The week before, where both are comparable. */
    readonly previous?: {
      readonly workingMs: number;
      readonly reentryMs: number;
      readonly actions: number;
    };
    /** Mean of the four weeks before, over comparable weeks only. */
    readonly mean?: {
      readonly weeks: number;
      readonly workingMs: number;
      readonly reentryMs: number;
      readonly actions: number;
    };
    /** Last eight weeks, oldest first, for the small bars; `undefined` where nothing was recorded. */
    readonly series: readonly (
      | {
          readonly week: string;
          readonly reentryMs: number;
          readonly actions: number;
          readonly uploads: number;
          readonly workingMs: number;
          readonly coverage?: number;
        }
      | undefined
    )[];
  };
}
