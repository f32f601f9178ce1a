import type { PresenceObservation, Span } from '../../utils/domain/observation';
import { watchCaptcha } from './captcha';
import type { Input } from './input';
import type { Listening } from './listeners';
import { hearMedia } from './media';
import { type PopupEdge, watchPopups } from './presence-popup';
import { findShadowRoots } from './shadow-roots';
import type { SteadyClock } from './steady-clock';

/** What presence hears from when the page signs have come; few documents stand so long. */
export interface HeardLater {
  /** Since the last call. */
  take(): { readonly media: PresenceObservation['media']; readonly captcha: readonly Span[] };
  /** Whether media advanced since the last {@link HeardLater.take}. */
  heard(): boolean;
  /** Whether media advanced within the last two seconds. */
  advancing(): boolean;
  shift(ms: number): void;
  stop(): void;
}

export interface HearLaterOptions {
  readonly listeners: Listening;
  readonly clock: SteadyClock;
  readonly input: Input;
  /** Since when nobody heard, epoch ms. */
  readonly since: number;
  /** Media go on. */
  readonly onAdvance: () => void;
  readonly onPopup: (edge: PopupEdge, event?: Event) => void;
}

/** Media, captchas and presence pop-ups; where they began before, as far as the page still shows it. */
export function hearLater({
  listeners,
  clock,
  input,
  since,
  onAdvance,
  onPopup,
}: HearLaterOptions): HeardLater {
  const media = hearMedia(listeners, clock, input, onAdvance);
  media.catchUp(document, since);
  const captcha = watchCaptcha(listeners, clock, input);
  captcha.look();
  const popups = watchPopups(listeners, onPopup);
  const roots = findShadowRoots(clock.now, media.hearRoot, since);
  return {
    take: () => ({ media: media.take(), captcha: captcha.take() }),
    heard: media.heard,
    advancing: media.advancing,
    shift(ms) {
      media.shift(ms);
      captcha.shift(ms);
    },
    stop() {
      popups.stop();
      roots.stop();
    },
  };
}
