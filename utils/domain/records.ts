/**
 * The records that are kept on the device, one type per kind.
 *
 * A record never holds a value, a file name, an address with a path, a page's title or free text of
 * a page; of a title only the name of the system that it states, as its platform's name. Every
 * `platform` is a platform id; every `id` is random (24 hex characters), so that two computers'
 * records can be merged without counting twice. Times are epoch ms.
 */

import type { ActionKind } from './action-kind';
import type { ColumnType, CueKind, FieldEntry, FileKind } from './observation';
import type { PageClass } from './page-class';

/**
 * A record that came from another computer of the person, out of a backup, carries that computer's
 * random id: week sums are made per computer, so that nothing counts twice.
 */
interface FromDevice {
  readonly device?: string;
}

/** A stretch inside an interval: starts `offsetMs` after the interval's `from`. */
export interface Stretch {
  readonly offsetMs: number;
  readonly lengthMs: number;
}

/** A pause inside an interval. */
export interface Pause extends Stretch {
  /**
   * Length of the whole pause, ms, where it reaches beyond this interval (a page that reloaded by
   * itself, midnight), at most 301 s: the whole is compared with θ, the part is taken away. Absent
   * where they agree.
   */
  readonly wholeMs?: number;
}

/**
 * A stretch of time in which one platform had the person's screen. Intervals of places `front` and
 * `beside` never overlap, whatever the number of tabs and windows. Split at local midnight.
 */
export interface Interval extends FromDevice {
  readonly id: string;
  readonly platform: string;
  /** `front`: active tab of the focused window. `beside`: visible while another program has the focus. `background`: media in a hidden tab (14 days, never leaves the device). */
  readonly place: 'front' | 'beside' | 'background';
  readonly from: number;
  readonly to: number;
  /** Stretches ≥ 15 s without input, to 1 s; cut at 10 min, where the interval ends. */
  readonly pauses: readonly Pause[];
  /** Stretches in which media advanced. */
  readonly playing: readonly Stretch[];
  /** Stretches of waiting for the page. */
  readonly waiting: readonly Stretch[];
  /** 5-second windows with input × 5 000, at most `to − from`: the lower bound of working. */
  readonly inputMs: number;
  /** `recovered`: closed after a crash at its last checkpoint; `capped`: cut at a limit. */
  readonly certainty: 'confirmed' | 'recovered' | 'capped';
  readonly pageClass: PageClass;
  /** Intervals of one visit share it: a visit ends after 30 min elsewhere. */
  readonly visit: string;
  /** Presence pop-ups (在岗确认) that came up in it, and those that the person answered. */
  readonly popups?: { readonly shown: number; readonly answered: number };
  /** How long media advanced that a script had started, not the person, ms. */
  readonly scriptedMs?: number;
  /** How long the person was at captchas (验证码) in it, ms; a part of working. */
  readonly captchaMs?: number;
}

/** 5-minute blocks of one local day, for the coverage of a week. */
export interface CoverageDay {
  /** Local day, `yyyy-mm-dd`. */
  readonly day: string;
  /** Blocks 0…287 (…299 on a day of 25 h) in which the person was active in this browser. */
  readonly active: readonly number[];
  /** Those of them in which recording was possible. */
  readonly recorded: readonly number[];
}

/** A platform that the person has on the list. Nothing else is ever recorded. */
export interface Platform {
  readonly id: string;
  /** As the catalogue has it, else as the platform's own page states it, else the host. */
  readonly name: string;
  readonly category: string;
  /** Origins (`http://10.1.2.3:8080`) or host patterns (`*://*.gov.cn`) under which it was seen. */
  readonly origins: readonly string[];
  readonly addedAt: number;
  readonly addedBy: 'catalogue' | 'person' | 'policy';
  /** Catalogue rule that named it. */
  readonly rule?: string;
  /** Official site id (网站标识码). */
  readonly siteId?: string;
  /** The person's own choices. */
  readonly ownName?: string;
  readonly ownCategory?: string;
  readonly ignored?: boolean;
  readonly exempt?: boolean;
  /** Months (1…12) in which a seasonal system is used. */
  readonly season?: readonly number[];
  /** Counted as part of this platform. */
  readonly mergedInto?: string;
  readonly lastOpenedAt?: number;
}

/** One field of a form's structure. */
export interface FormField {
  /** `person.phone`, or `person.phone@householder`; absent where unknown. */
  readonly concept?: string;
  readonly score: number;
  /** Digest of the normalised label under the label domain, always there. */
  readonly labelDigest: string;
  /** Only where it is in the dictionary, or was seen on at least two days. */
  readonly label?: string;
  readonly control: string;
  readonly unit?: string;
  readonly required: boolean;
}

/** The structure of a form on a platform. Key: `platform` + `signature`. */
export interface Form {
  readonly platform: string;
  /** Built from concepts and normalised labels, never from values or addresses. */
  readonly signature: string;
  readonly fields: readonly FormField[];
  readonly library: string;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  /** Heading, only where every word is in the dictionary. */
  readonly heading?: string;
}

/** One field of a submission: what was done with it, never what it held. */
export interface SubmittedField {
  /** Index in the form's fields. */
  readonly field: number;
  readonly concept?: string;
  readonly labelDigest: string;
  readonly how: FieldEntry['how'];
  /** Digest under the concept family's domain; absent where not comparable or in structure-only mode. */
  readonly digest?: string;
  /** Digest under the domain common to all fields, for learned equivalence. */
  readonly anyDigest?: string;
  readonly entropy: 'high' | 'medium' | 'low';
  readonly focusMs: number;
  readonly workingMs: number;
  readonly inputMs: number;
  /** Row of an editable grid, from 0: the fields of one row are one record. */
  readonly row?: number;
}

/** A submit action on a form: a submission where it was accepted, else an attempt. */
export interface Submission extends FromDevice {
  readonly id: string;
  readonly platform: string;
  readonly form: string;
  readonly at: number;
  readonly startedAt: number;
  readonly outcome: 'pending' | 'accepted' | 'refused' | 'unproven';
  readonly score: number;
  readonly evidence: readonly string[];
  readonly intent: 'final' | 'draft' | 'step' | 'edit';
  readonly rework: boolean;
  readonly fields: readonly SubmittedField[];
  readonly fillingMs: number;
  /** Generation of the digest key. */
  readonly keyGeneration: number;
  /** The id of an earlier submission that this one completes (draft → final, wizard step → next). */
  readonly continues?: string;
  /** Judged at arrival against what was stored then; see the duplicates module. */
  readonly judgement?: SubmissionJudgement;
}

/** What the duplicate engine found for one accepted submission. */
export interface SubmissionJudgement {
  readonly ruleVersion: number;
  /** Indices in `fields` of re-entered fields, each with the platforms it was submitted on before. */
  readonly reentered: readonly {
    readonly field: number;
    readonly platforms: readonly string[];
    /** When each of `platforms` last had it before, epoch ms, in the same order. */
    readonly lastAts?: readonly number[];
    /** Ids of the earlier submissions, newest first, at most 5. */
    readonly submissions: readonly string[];
  }[];
  /** Indices of comparable entered fields. */
  readonly comparable: readonly number[];
  /** Indices of fixed information (own name, phone, unit …), never in the headline. */
  readonly fixed: readonly number[];
  /** The earlier submission on another platform that this one repeats as a whole. */
  readonly duplicateOf?: { readonly submission: string; readonly platform: string };
  /** Rarity-weighted share of person-entered values already submitted elsewhere, 0…1. */
  readonly rho: number;
  /** Earlier submission of the same subject on the same platform, and the unchanged share. */
  readonly unchanged?: { readonly submission: string; readonly share: number };
}

/** Where one digest was submitted. One row per distinct digest. */
export interface DigestRow {
  readonly digest: string;
  /** Key generation that made it. */
  readonly generation: number;
  /** Newest first, at most 32. */
  readonly seen: readonly {
    readonly platform: string;
    readonly submission: string;
    readonly at: number;
    readonly field: number;
  }[];
}

/** A digest key. The key itself is not extractable. */
export interface DigestKey {
  readonly generation: number;
  readonly key: CryptoKey;
  readonly createdAt: number;
  readonly retiredAt?: number;
}

/** Size of a file in powers of two from 1 KiB: class n holds sizes in [2^n, 2^(n+1)) KiB; 0 also less. */
export type SizeClass = number;

/** A file handed to a platform. */
export interface Upload extends FromDevice {
  readonly id: string;
  readonly platform: string;
  readonly at: number;
  readonly via: 'chooser' | 'drop' | 'paste' | 'directory' | 'script-chooser';
  readonly fileKind: FileKind;
  readonly sizeClass: SizeClass;
  readonly proofMaterial: boolean;
  readonly outcome: 'unknown' | 'sent' | 'failed' | 'cancelled';
  /** Keyed digest of the content; absent where the file could not be read. */
  readonly digest?: string;
  /** Masked perceptual hashes (whole picture, upper part). */
  readonly pictureHashes?: readonly string[];
  /** Keyed sketch of a document's text and media. */
  readonly sketch?: readonly string[];
  readonly keyGeneration: number;
}

/** A trace-leaving action. */
export interface Action extends FromDevice {
  readonly id: string;
  readonly platform: string;
  readonly at: number;
  readonly action: ActionKind;
  readonly outcome: 'done' | 'attempt';
  readonly score: number;
  readonly evidence: readonly string[];
  readonly count: number;
  readonly objectDigest?: string;
  readonly cues: readonly CueKind[];
  readonly exempt: boolean;
  /** The person's own label: 自愿 / 被要求 / 说不清. */
  readonly ownLabel?: 'voluntary' | 'required' | 'unclear';
}

/** What one opened page told of its platform. One row per opened page, 400 days. */
export interface PageSign {
  readonly id: string;
  readonly platform: string;
  readonly at: number;
  readonly pageClass: PageClass;
  readonly newest?: string;
  readonly columns: readonly {
    /** Digest of the column's title, so that the same column is counted once. */
    readonly titleDigest: string;
    readonly type: ColumnType | 'unknown';
    readonly newest?: string;
    readonly blank: boolean;
  }[];
  readonly state: 'normal' | 'blank' | 'under-construction' | 'closed' | 'error' | 'maintenance';
  readonly loadMs?: number;
  readonly failed: boolean;
  readonly cues: readonly CueKind[];
  readonly complaintEntry: boolean;
  readonly forcedSeconds: number;
  /** Deadlines of tasks that the page stated, epoch ms. */
  readonly deadlines?: readonly number[];
}

/** A chain between two platforms: exported here and uploaded there, copied here and pasted there. */
export interface Transfer {
  readonly id: string;
  readonly at: number;
  readonly kind: 'export-upload' | 'copy-paste';
  readonly from: string;
  readonly to: string;
}

/** A suspected burden, as evidence, never as a verdict. */
export interface Finding {
  /** Stable: rule, platform and what it is about, so that a rejected finding does not come back. */
  readonly id: string;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly platform: string;
  readonly grade: 'A' | 'B' | 'C';
  readonly status: 'suspected' | 'observed' | 'confirmed' | 'rejected';
  readonly n: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly exempt: boolean;
  /** Newest evidence at the moment of rejection: only newer evidence may raise it again. */
  readonly rejectedUpTo?: number;
  /** It had gone after a report sheet and came back (回潮). */
  readonly recurred?: boolean;
}

/** A line that the person wrote about work off the browser; kept apart from every measured figure. */
export interface DiaryLine {
  readonly id: string;
  /** Local day, `yyyy-mm-dd`. */
  readonly day: string;
  readonly text: string;
  readonly minutes?: number;
}

/** A report sheet in the person's private ledger. */
export interface LedgerEntry {
  readonly id: string;
  readonly platform: string;
  readonly findings: readonly string[];
  readonly at: number;
  readonly status: 'reported' | 'received' | 'answered' | 'settled';
  /** A report sheet (情况反映单) or a check-up sheet (系统体检单). */
  readonly kind?: 'report' | 'check-up';
}

/** The sum of a week that has left the detailed record. Key: `week` + `platform`. */
export interface WeekSum {
  /** ISO week, `2026-W47`. */
  readonly week: string;
  readonly platform: string;
  readonly workingMs: number;
  readonly playingMs: number;
  readonly inputMs: number;
  readonly frontMs: number;
  readonly submissions: number;
  readonly attempts: number;
  readonly enteredFields: number;
  readonly comparableFields: number;
  readonly reenteredFields: number;
  readonly reentryMs: number;
  readonly reentryLowMs: number;
  readonly reentryHighMs: number;
  readonly uploads: number;
  readonly actions: Readonly<Partial<Record<ActionKind, number>>>;
  /** Re-entry working time counted with the 28-day look-back of comparisons. */
  readonly recentReentryMs?: number;
  /** Fields that the form held already. */
  readonly prefilledFields?: number;
  readonly repeatedUploads?: number;
  /** Those of them that had been uploaded to another platform. */
  readonly repeatedAcross?: number;
  readonly fillingMs?: number;
  /** Coverage of the whole week, 0…1: it outlives the days' blocks. */
  readonly coverage?: number;
}

/** A week sum of another computer of the person. Key: `device` + `week` + `platform`. */
export interface OtherWeekSum extends WeekSum {
  readonly device: string;
}

/** Something went wrong and the person must be able to see it. No message text of a page in it. */
export interface Fault {
  readonly id: string;
  readonly at: number;
  readonly code:
    | 'database-unreadable'
    | 'records-lost'
    | 'migration-failed'
    | 'storage-full'
    | 'write-failed'
    | 'page-unreadable'
    | 'file-unreadable'
    | 'knowledge-unreadable'
    | 'registration-failed'
    | 'clock-jumped';
  readonly platform?: string;
  readonly count: number;
}
