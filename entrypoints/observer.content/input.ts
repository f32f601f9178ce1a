import type { Span } from '../../utils/domain/observation';
import type { HeardInput } from './context';
import type { Listening } from './listeners';
import type { SteadyClock } from './steady-clock';

/** Two inputs closer than this lie in one span: a pause is at least as long. */
const PAUSE_MS = 15_000;
const WINDOW_MS = 5_000;

export interface InputRecord {
  readonly inputs: Span[];
  readonly inputWindows: number[];
}

export interface Input {
  readonly last: HeardInput;
  /** What was heard since the last call. */
  take(): InputRecord;
  /** Whether anything was heard since the last {@link Input.take}. */
  heard(): boolean;
  shift(ms: number): void;
}

/** Where somebody hears these the browser draws a page anew that has just been drawn. */
const LATER = ['pointerdown', 'wheel', 'touchmove'];

/**
 * Trusted input in this document; what is heard `later` has time until the document has loaded. Neither
 * which key nor where is read; a pointer that rests while the page moves below it makes events too, which
 * are told by unchanged screen coordinates.
 */
export function hearInput(
  listeners: Listening,
  later: Listening,
  clock: SteadyClock,
  last: HeardInput,
): Input {
  let inputs: { from: number; to: number }[] = [];
  let windows = new Set<number>();
  let lastWindow = Number.NaN;
  let screenX = Number.NaN;
  let screenY = Number.NaN;
  const hearMove = (event: PointerEvent) => {
    const { isTrusted, screenX: x, screenY: y } = event;
    if (!isTrusted) return;
    const rested = x === screenX && y === screenY;
    const unknown = Number.isNaN(screenX);
    screenX = x;
    screenY = y;
    if (!rested && !unknown) hear(event);
  };
  const hear = (event: Event, key?: KeyboardEvent) => {
    if (!event.isTrusted) return;
    const at = clock.ofEvent(event);
    if (at > last.lastAt) last.lastAt = at;
    const window = Math.floor(at / WINDOW_MS);
    if (window !== lastWindow) windows.add(window);
    lastWindow = window;
    const span = inputs[inputs.length - 1];
    if (span !== undefined && at - span.to < PAUSE_MS) span.to = Math.max(span.to, at);
    else inputs.push({ from: at, to: at });
    last.heard?.(at, key);
  };
  listeners.on<KeyboardEvent>(window, 'keydown', (event) => hear(event, event));
  listeners.on(window, 'mousedown', hear);
  later.on(window, 'pointermove', hearMove);
  for (const kind of LATER) later.on(window, kind, hear);
  return {
    last,
    take() {
      const record = { inputs, inputWindows: [...windows] };
      inputs = [];
      windows = new Set();
      lastWindow = Number.NaN;
      return record;
    },
    heard: () => inputs.length > 0,
    shift(ms) {
      inputs = inputs.map(({ from, to }) => ({ from: from + ms, to: to + ms }));
      windows = new Set(inputs.map(({ to }) => Math.floor(to / WINDOW_MS)));
      lastWindow = Number.NaN;
      last.lastAt += ms;
    },
  };
}
