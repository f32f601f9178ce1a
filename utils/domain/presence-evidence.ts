/**
 * Evidence of presence: everything that decides a clock, as plain data. A recorded list of it is
 * enough to get the same intervals again (replay).
 */

import type { PresenceObservation } from './observation';

/** What one frame told. */
export interface FrameEvidence {
  readonly kind: 'frame';
  readonly observer: string;
  readonly tabId: number;
  readonly windowId?: number;
  /** 0 is the top document of the tab. */
  readonly frameId: number;
  readonly platform: string;
  readonly observation: PresenceObservation;
}

/** What the browser told the worker. `at` is when it did, epoch ms. */
export type BrowserEvidence =
  /** A window of this browser got the focus; without `windowId` none of them has it. */
  | { readonly kind: 'window-focus'; readonly at: number; readonly windowId?: number }
  /** Another tab of a window came up; without `tabId` one that is on no list. */
  | {
      readonly kind: 'tab-active';
      readonly at: number;
      readonly windowId: number;
      readonly tabId?: number;
    }
  | { readonly kind: 'tab-removed'; readonly at: number; readonly tabId: number }
  /** Input anywhere within the last 15 s, none, or the screen locked. */
  | {
      readonly kind: 'system';
      readonly at: number;
      readonly state: 'active' | 'idle' | 'locked';
    }
  /** The browser or the extension started: whatever was open before is dead. */
  | { readonly kind: 'session-start'; readonly at: number }
  /** Whether recording is possible from now on (consent, pause, permissions, store). */
  | { readonly kind: 'recording'; readonly at: number; readonly possible: boolean };

export type Evidence = FrameEvidence | BrowserEvidence;

/** Evidence as it was folded. A list of it, in order, is a recording that can be replayed. */
export interface Arrival {
  /** The worker's clock at the fold, epoch ms: it tells when the machine's clock was set back. */
  readonly now: number;
  readonly evidence: Evidence;
}

/** `idle.setDetectionInterval`: an `idle` edge says that the last input was this long ago. */
export const IDLE_DETECTION_MS = 15_000;
