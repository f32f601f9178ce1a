/**
 * What an observer tells the worker: the meaning of what happened, once, in one direction.
 *
 * Values, labels and titles travel here in memory only. The worker turns them into digests,
 * concepts and classes on arrival; none of them is stored or logged as it came.
 * Origin, frame, tab and document are taken from the browser's own sender data, never from here.
 */

import type { ActionKind } from './action-kind';
import type { PageClass } from './page-class';

export const OBSERVATION_VERSION = 1;

/** The one message that an observer may send, apart from {@link Hello}. */
export interface ObservationMessage {
  readonly type: 'observation';
  readonly version: typeof OBSERVATION_VERSION;
  /** Random id of this observer instance (one per document and injection), 24 hex characters. */
  readonly observer: string;
  /** Position in this observer's stream, from 0 up; a number that was already folded is dropped. */
  readonly sequence: number;
  /** Epoch ms at sending, by the page's clock. */
  readonly sentAt: number;
  readonly observations: readonly Observation[];
  /** Asks at the same time to inject these, in the order in which they are to run. */
  readonly parts?: readonly ObserverPart[];
}

/** What is injected on demand: the reading of page signs, and all that reads what the person does. */
export const OBSERVER_PARTS = ['signs', 'reader'] as const;
export type ObserverPart = (typeof OBSERVER_PARTS)[number];

/** Asks the worker to inject parts of the observer into the sender's frame. */
export interface Hello {
  readonly type: 'hello';
  readonly version: typeof OBSERVATION_VERSION;
  readonly observer: string;
  /** In the order in which they are to run. */
  readonly parts: readonly ObserverPart[];
  /** Only where the document before left something open in this frame that this one may answer. */
  readonly ifAwaited?: true;
}

/** Asks on how many other platforms the data item of a field was entered this week. */
export interface HintQuestion {
  readonly type: 'hint';
  readonly field: FieldReading;
}

/**
 * The worker's acknowledgement, sent to the frame that handed a file over: its blob URL can be
 * revoked. `digested` is false where the worker could not read it and the observer should digest it
 * in idle slices by itself.
 */
export interface FileRead {
  readonly type: 'file-read';
  readonly id: string;
  readonly digested: boolean;
}

export type Observation =
  | PresenceObservation
  | FormObservation
  | SubmissionObservation
  | ResultPageObservation
  | UploadObservation
  | UploadOutcomeObservation
  | ActionObservation
  | PageSignsObservation
  | TransferObservation;

/** A span of time inside an observation, epoch ms, `to ≥ from`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Evidence of presence in one frame since the previous presence observation of the same observer.
 * It is edges and spans, not ticks: nothing is inferred from the mere arrival of a message.
 */
export interface PresenceObservation {
  readonly kind: 'presence';
  /** Why it is sent. `checkpoint` bounds what a crash can lose, at most 15 s apart while a clock may run. */
  readonly cause: 'start' | 'change' | 'checkpoint' | 'end';
  /** The moment that the state below holds for, epoch ms. */
  readonly at: number;
  /** The observed stretch before `at`, in which the page ran: it starts where the last one ended. */
  readonly since: number;
  /** `document.visibilityState === 'visible'` at `at`. */
  readonly visible: boolean;
  /** `document.hasFocus()` at `at`; true in a frame that holds the focus and in its ancestors. */
  readonly focused: boolean;
  /** The edges within [since, at], oldest first. */
  readonly edges: readonly PresenceEdge[];
  /** Spans of trusted input within [since, at]; two inputs less than 15 s apart lie in one span. */
  readonly inputs: readonly Span[];
  /** 5-second windows (floor(epoch ms / 5000)) within [since, at] in which there was input. */
  readonly inputWindows: readonly number[];
  /** Spans in which a media element advanced; `byPerson`: started within 2 s of a trusted input. */
  readonly media: readonly (Span & { readonly muted: boolean; readonly byPerson: boolean })[];
  /** Spans in which the page was loading after an action of the person, or its thread was blocked. */
  readonly waiting: readonly Span[];
  /** Spans in which the page's thread did not run: nothing in them was seen as it happened. */
  readonly blocked?: readonly Span[];
  /** Spans in which the person was at a captcha (验证码): its field, picture, slider or button. */
  readonly captcha?: readonly Span[];
  readonly pageClass: PageClass;
}

export interface PresenceEdge {
  readonly at: number;
  readonly edge:
    | 'visible'
    | 'hidden'
    | 'focus'
    | 'blur'
    | 'chooser-open'
    | 'chooser-closed'
    | 'dialog-open'
    | 'dialog-closed'
    | 'presence-popup'
    | 'presence-popup-answered'
    | 'navigated';
}

/** Where a label was found, in the order of trust. */
export const LABEL_SOURCES = [
  'library',
  'label',
  'aria',
  'preceding-text',
  'table-cell',
  'table-header',
  'legend',
  'placeholder',
  'title',
  'name',
] as const;
export type LabelSource = (typeof LABEL_SOURCES)[number];

/** One editable field as it is read from the page. Texts are cut to 80 characters. */
export interface FieldReading {
  readonly labels: readonly { readonly text: string; readonly source: LabelSource }[];
  /** `name`, `id` or model key: a tie-breaker only. */
  readonly name?: string;
  readonly control:
    | 'text'
    | 'textarea'
    | 'number'
    | 'date'
    | 'select'
    | 'cascader'
    | 'radio'
    | 'checkbox'
    | 'switch'
    | 'file'
    | 'rich-text'
    | 'password'
    | 'other';
  readonly required: boolean;
  /** It held a value before the person touched it. */
  readonly prefilled: boolean;
  /** Unit printed beside it or in the label's brackets, as 亩 or 万元. */
  readonly unit?: string;
  /** Number of choices, where they could be counted. */
  readonly choices?: number;
  /** Row of an editable grid, from 0: the fields of one row are one record. */
  readonly row?: number;
}

/** A form as it is read: a group of at least two editable fields with a way to submit. */
export interface FormReading {
  /** Component library, or `native`, `table`, `unknown`. */
  readonly library: string;
  readonly container: 'form' | 'dialog' | 'drawer' | 'page' | 'grid-row';
  /** Heading of the dialog or section, cut to 80 characters; in memory only. */
  readonly heading?: string;
  readonly fields: readonly FieldReading[];
}

/** A form was opened or worked on. Sent once per form and document, again when its fields change. */
export interface FormObservation {
  readonly kind: 'form';
  readonly at: number;
  readonly form: FormReading;
}

/** What the person did with one field of a submitted form. */
export interface FieldEntry {
  /** Index in `form.fields`. */
  readonly field: number;
  readonly how: 'typed' | 'pasted' | 'chosen' | 'imported' | 'prefilled' | 'script';
  /** The value at submission, cut to 400 characters; in memory only. Empty where not comparable. */
  readonly value: string;
  /** Focus time in the field, ms: the upper bound of its filling time. */
  readonly focusMs: number;
  /** Working time with the focus in the field (focus less pauses over 60 s), ms. */
  readonly workingMs: number;
  /** 5-second windows with input in the field × 5 000, ms: the lower bound. */
  readonly inputMs: number;
}

/** A submit action and what came of it. */
export interface SubmissionObservation {
  readonly kind: 'submission';
  /** Random id of this submit action, given by the observer: later news of it carry the same id. */
  readonly id: string;
  readonly at: number;
  /**
   * `pending`: held until the next document of this frame tells (classic posts, `form.submit()`).
   * `accepted`: evidence ≥ 3. `refused`: evidence of failure. `unproven`: an attempt without proof.
   */
  readonly outcome: 'pending' | 'accepted' | 'refused' | 'unproven';
  /** Evidence score by detection rules. */
  readonly score: number;
  /** Short machine words for the evidence, as `network-ok`, `success-text`, `fields-gone`. */
  readonly evidence: readonly string[];
  readonly intent: 'final' | 'draft' | 'step' | 'edit';
  /** The person saw that the record had been sent back (退回) before. */
  readonly rework: boolean;
  readonly form: FormReading;
  readonly entries: readonly FieldEntry[];
  /** First trusted input in the form, epoch ms. */
  readonly startedAt: number;
  /** Working time from `startedAt` to `at` in this form, ms. */
  readonly fillingMs: number;
}

/**
 * What a document tells at its own start about the one before it in the same frame: sent once, soon
 * after the reader came. It means something only where that frame left a `pending` submission:
 * `success` accepts it, `failure` refuses it. With `none` a document that was reached by `navigate`
 * accepts it too, unless it is a login or shows the submitted form again with its values in it.
 */
export interface ResultPageObservation {
  readonly kind: 'result-page';
  readonly at: number;
  /** What the page's prominent text says; an error page of the server is a `failure`. */
  readonly outcome: 'success' | 'failure' | 'none';
  readonly arrival: 'navigate' | 'reload' | 'back-forward';
  readonly login: boolean;
  /** The form that stands on the page, if one does: compare its labels with the pending form's. */
  readonly form?: FormReading;
}

export const FILE_KINDS = ['image', 'office', 'pdf', 'video', 'audio', 'archive', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file that the person handed to the page. */
export interface UploadObservation {
  readonly kind: 'upload';
  /** Random id of this file's hand-over. */
  readonly id: string;
  readonly at: number;
  readonly via: 'chooser' | 'drop' | 'paste' | 'directory' | 'script-chooser';
  readonly fileKind: FileKind;
  readonly sizeBytes: number;
  /** Its name or pixel size says that it is a screenshot. */
  readonly screenshot: boolean;
  /** The label of the field, in memory only. */
  readonly label: string;
  /** Read once by the worker, then acknowledged. Absent where the page digests by itself. */
  readonly blobUrl?: string;
  /** SHA-256 of the content as hex, where the observer digested it. */
  readonly contentDigest?: string;
}

/** What became of a file that was handed over. */
interface UploadOutcomeObservation {
  readonly kind: 'upload-outcome';
  readonly id: string;
  readonly at: number;
  readonly outcome: 'sent' | 'failed' | 'cancelled';
}

/** A trace-leaving action of the person. */
export interface ActionObservation {
  readonly kind: 'action';
  readonly id: string;
  readonly at: number;
  readonly action: ActionKind;
  readonly outcome: 'done' | 'attempt';
  readonly score: number;
  readonly evidence: readonly string[];
  /** How many objects it acted on (一键已读 on 50 notices = 50). */
  readonly count: number;
  /** Short text that names the object acted on, in memory only, for telling two objects apart. */
  readonly object?: string;
  /** Cue words seen in the same visit. */
  readonly cues: readonly CueKind[];
  /** Security or emergency words stand in the task's heading. */
  readonly exempt: boolean;
}

export const CUE_KINDS = ['quota', 'ranking', 'deadline', 'points', 'frequency'] as const;
export type CueKind = (typeof CUE_KINDS)[number];

export const COLUMN_TYPES = ['news', 'notice', 'policy', 'plan', 'interaction', 'archive'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** One column (栏目) of a content page. */
export interface ColumnReading {
  /** Column title, in memory only. */
  readonly title: string;
  readonly type: ColumnType | 'unknown';
  /** Newest update date, `yyyy-mm-dd`. */
  readonly newest?: string;
  readonly items: number;
  readonly blank: boolean;
}

/** Signs of life, failure and purpose of a page that the person opened. */
export interface PageSignsObservation {
  readonly kind: 'page-signs';
  /** Random id of this opened page: what is told again under it replaces what was told before. */
  readonly id?: string;
  readonly at: number;
  readonly pageClass: PageClass;
  /** Title, in memory only: it may refine the platform's category. */
  readonly title: string;
  /** `meta SiteIDCode`, ten digits. */
  readonly siteId?: string;
  readonly siteName?: string;
  /** Newest update date seen anywhere on the page outside footer, clock, deadline and archive. */
  readonly newest?: string;
  readonly columns: readonly ColumnReading[];
  readonly state: 'normal' | 'blank' | 'under-construction' | 'closed' | 'error' | 'maintenance';
  /** An error that is an answer: the page is not there, or not for this person. */
  readonly answered?: boolean;
  /** Time to the load event as the person experienced it, ms. */
  readonly loadMs?: number;
  readonly cues: readonly CueKind[];
  readonly complaintEntry: boolean;
  /** Seconds of countdown before a confirmation could be pressed. */
  readonly forcedSeconds: number;
  /** Deadlines of tasks that the page states, local moments `yyyy-mm-ddThh:mm`. */
  readonly deadlines?: readonly string[];
}

/** A movement of content between platforms: digests are compared in memory, text is never kept. */
export interface TransferObservation {
  readonly kind: 'transfer';
  readonly at: number;
  readonly move: 'copy' | 'paste' | 'export';
  /** The copied or pasted text, cut to 2 000 characters, in memory only. */
  readonly text?: string;
}
