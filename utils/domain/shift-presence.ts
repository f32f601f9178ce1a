import type { PresenceObservation } from './observation';
import { SECOND_MS } from './time-constants';

const WINDOW_MS = 5 * SECOND_MS;

/** What a frame told, with every time in it moved by so many ms. */
export function shiftPresence(observation: PresenceObservation, ms: number): PresenceObservation {
  const moved = <T extends { readonly from: number; readonly to: number }>(
    spans: readonly T[],
  ): readonly T[] => spans.map((span) => ({ ...span, from: span.from + ms, to: span.to + ms }));
  const { blocked, captcha } = observation;
  return {
    ...observation,
    at: observation.at + ms,
    since: observation.since + ms,
    edges: observation.edges.map((edge) => ({ ...edge, at: edge.at + ms })),
    inputs: moved(observation.inputs),
    inputWindows: observation.inputWindows.map((window) => window + Math.round(ms / WINDOW_MS)),
    media: moved(observation.media),
    waiting: moved(observation.waiting),
    ...(blocked === undefined ? {} : { blocked: moved(blocked) }),
    ...(captcha === undefined ? {} : { captcha: moved(captcha) }),
  };
}
