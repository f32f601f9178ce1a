/**
 * The weekly summary (本周小结) as data: what the report page draws, what the exports write.
 * Computed by `summariseWeek` from records alone; nothing of it is cached.
 */

import type { ActionKind } from './action-kind';

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
  readonly reentryMs: Bracket;
  readonly uploads: number;
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
  readonly concepts: readonly { readonly concept: string; readonly count: number }[];
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
  readonly attempts: number;
  readonly fields: number;
  readonly fillingMs: number;
  readonly enteredFields: number;
  readonly prefilledFields: number;
}

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
  /** 本浏览器记录率, 0…1; absent where nothing tells. */
  readonly coverage?: number;
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
  };
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
