import type { Span } from './observation';
import type { PageClass } from './page-class';
import type { BrowserEvidence, FrameEvidence } from './presence-evidence';
import type { Provisional } from './provisional';
import type { Interval } from './records';

/** A pause inside a draft, absolute, with the whole pause that it is a part of. */
export interface PausePart extends Span {
  readonly wholeFrom: number;
  readonly wholeTo: number;
}

/** An interval that may still grow: everything in it is settled. */
export interface Draft extends Span {
  readonly id: string;
  readonly visit: string;
  readonly place: Interval['place'];
  readonly platform: string;
  readonly pageClass: PageClass;
  readonly tabId: number;
  readonly pauses: readonly PausePart[];
  readonly playing: readonly Span[];
  readonly waiting: readonly Span[];
  readonly inputMs: number;
  readonly scriptedMs: number;
  /** Missing in what a version before captchas were timed left open. */
  readonly captchaMs?: number;
  readonly popups: { readonly shown: number; readonly answered: number };
  readonly certainty: Interval['certainty'];
}

/** What has to be remembered of a tab beyond the evidence that is kept. */
export interface TabMemory {
  readonly tabId: number;
  /** When it last got the focus, the screen or input. */
  readonly rankedAt: number;
  /** When its page last lost the focus, and when anything of somebody's last happened in it. */
  readonly blurredAt: number;
  readonly touchedAt: number;
  /** When the person last worked in it. */
  readonly workedAt: number;
  /** The last that its top document told. */
  readonly top?: TopMemory;
}

/** What a top document last told of itself. */
export interface TopMemory {
  readonly to: number;
  readonly platform: string;
  readonly pageClass: PageClass;
  readonly windowId: number | undefined;
}

/** How much of the pause that runs at the settled moment was used up before it, ms. */
export interface PauseUse {
  readonly idleMs: number;
  readonly playingMs: number;
  /** End of the last media in it. */
  readonly playedTo: number;
}

/**
 * The open state of presence: the evidence of the last minutes, out of which the newest intervals are
 * computed anew at each arrival, and what has to be known of the time before, which is settled.
 * Plain data; what of it changed is written in the same transaction as the intervals.
 */
export interface PresenceState {
  readonly version: 1;
  /** Newest arrival, epoch ms by the worker's clock. */
  readonly lastAt: number;
  /** Nothing before this moment changes any more. */
  readonly settledAt: number;
  /** The last proof before that moment that the machine was awake. */
  readonly provenAt: number;
  /** When the running browser session began: observers heard of before it are dead. */
  readonly sessionAt: number;
  /** When the system first reported an idle stretch in this browser: from then on its word counts. */
  readonly systemSince: number | undefined;
  readonly frames: readonly FrameEvidence[];
  /** Oldest first; of each kind the last before `settledAt`, and all since. */
  readonly browser: readonly BrowserEvidence[];
  /** Observers whose file chooser stood open at the settled moment. */
  readonly choosing: readonly string[];
  readonly tabs: readonly TabMemory[];
  readonly lastInputAt: number | undefined;
  readonly lastFront: { readonly tabId: number; readonly to: number } | undefined;
  readonly pauseUse: PauseUse;
  /** The draft on the screen (front or beside), and the one of media in the background. */
  readonly screen: Draft | undefined;
  readonly background: Draft | undefined;
  /** Intervals after the settled moment as they were given out last: computed anew each time. */
  readonly provisional: readonly Provisional[];
  readonly visits: readonly {
    readonly platform: string;
    readonly visit: string;
    readonly to: number;
  }[];
}

export function emptyPresence(): PresenceState {
  return {
    version: 1,
    lastAt: 0,
    settledAt: 0,
    provenAt: 0,
    sessionAt: 0,
    systemSince: undefined,
    frames: [],
    browser: [],
    choosing: [],
    tabs: [],
    lastInputAt: undefined,
    lastFront: undefined,
    pauseUse: { idleMs: 0, playingMs: 0, playedTo: 0 },
    screen: undefined,
    background: undefined,
    provisional: [],
    visits: [],
  };
}
