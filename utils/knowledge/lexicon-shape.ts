import type { ActionKind } from '../domain/action-kind';
import type { ColumnType, CueKind } from '../domain/observation';

/** What a control is for: a trace-leaving action, or what it does to the form around it. */
export type ControlKind =
  | ActionKind
  | 'submit'
  | 'draft'
  | 'next'
  | 'search'
  | 'cancel'
  | 'login'
  | 'rework'
  | 'import'
  | 'upload'
  | 'edit';

/** Where a text stands. */
export type TextScope = 'control' | 'toast' | 'nav' | 'label' | 'title' | 'page';

/**
 * Words of one kind of control. Lists are texts with single spaces between the words, so that they
 * stay readable and small; expressions are alternatives in one source.
 */
export interface ControlWords {
  readonly kind: ControlKind;
  /** Space-separated {@link TextScope}s. */
  readonly scopes: string;
  /** The words of `tail` and `head` are strong by themselves and not repeated here. */
  readonly strong: string;
  readonly medium?: string;
  readonly weak?: string;
  /** Words that may stand at the end, after what they are done to: 会议 + 签到. */
  readonly tail?: string;
  /** Words that may stand at the beginning: 下载 + 附件. */
  readonly head?: string;
  readonly pattern?: string;
  /** The control's own text once it is done: 已签到. */
  readonly done?: string;
  readonly url?: string;
  readonly negative?: string;
  readonly negativePattern?: string;
}

export interface Affixes {
  readonly prefixes: string;
  readonly suffixes: string;
  /** Endings of what is looked at or administered, not done: 签到统计. */
  readonly managing: string;
}

export interface ToastWords {
  readonly success: string;
  readonly failure: string;
  readonly already: string;
  readonly pending: string;
  readonly question: string;
  /** What a message speaks of, first match wins: kind and space-separated words. */
  readonly verbs: readonly (readonly [ControlKind, string])[];
}

/** Cues of the pages around an action, and of a page's purpose. */
export type PageCue = CueKind | 'install' | 'study-hours' | 'assessment' | 'collector';

export interface CueWords {
  readonly kind: PageCue;
  /** Longest text that is looked at, characters. */
  readonly longest: number;
  readonly terms: string;
  readonly pattern?: string;
  readonly negative?: string;
  readonly negativePattern?: string;
}

export type PageTextState = 'closed' | 'maintenance' | 'error' | 'under-construction' | 'empty';

export interface StateWords extends Omit<CueWords, 'kind'> {
  readonly kind: PageTextState;
}

export interface PageWords {
  readonly cues: readonly CueWords[];
  readonly states: readonly StateWords[];
  readonly countdown: {
    /** One expression each; every captured number is followed by its unit. */
    readonly reading: readonly string[];
    readonly terms: string;
    readonly negative: string;
  };
  readonly presence: {
    readonly terms: string;
    readonly pattern: string;
    readonly negative: string;
  };
  readonly exempt: { readonly terms: string; readonly negative: string };
  readonly browser: string;
  readonly complaint: { readonly terms: string; readonly negative: string };
  readonly columns: Readonly<Record<ColumnType, string>>;
}

/** Traditional characters and the simplified ones in their places. */
export interface CharacterPairs {
  readonly from: string;
  readonly to: string;
}

/** Everything that a lexicon says about controls and messages. */
export interface ControlLexicon {
  readonly controls: readonly ControlWords[];
  readonly affixes: Affixes;
  readonly toasts: ToastWords;
  readonly traditional: CharacterPairs;
}

/** Everything that a lexicon says about pages. */
export interface PageLexicon {
  readonly pages: PageWords;
  readonly traditional: CharacterPairs;
}
