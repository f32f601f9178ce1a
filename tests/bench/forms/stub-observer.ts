import { CONTEXT_KEY, type ObserverContext } from '../../../entrypoints/observer.content/context';
import { startResultPage } from '../../../entrypoints/observer.content/forms/result-page';
import { startForms } from '../../../entrypoints/observer.content/forms/start-forms';
import { hearInput } from '../../../entrypoints/observer.content/input';
import { documentListeners } from '../../../entrypoints/observer.content/listeners';
import { steadyClock } from '../../../entrypoints/observer.content/steady-clock';
import type { Observation } from '../../../utils/domain/observation';
import { randomId } from '../../../utils/domain/random-id';

/**
 * Stands in for the light part of the observer in an isolated world without an extension: what the
 * reader sends is handed to the bench by the console, which survives `document.open` as bindings of
 * the debugging protocol do not.
 */
const handOver = (told: string): void => console.debug(`observed ${told}`);

/** What is told while a document goes may be lost on the way: the next one tells it again. */
const UNTOLD = 'untold';
let leaving = false;
let running = new AbortController();
const starts: ((signal: AbortSignal) => void)[] = [];
const context: ObserverContext = {
  observer: randomId(),
  send(observation: Observation): void {
    const told = JSON.stringify(observation);
    if (leaving) {
      const untold = sessionStorage.getItem(UNTOLD);
      sessionStorage.setItem(UNTOLD, untold ? `${untold}\n${told}` : told);
    } else handOver(told);
  },
  request() {},
  readerPresent: true,
  buffered: [],
  whenRunning(start) {
    starts.push(start);
    start(running.signal);
  },
  input: { lastAt: 0 },
  now: () => Date.now(),
  pageClass: 'other',
  alive: () => true,
  stop() {},
};

const world = globalThis as { [CONTEXT_KEY]?: ObserverContext };
if (!world[CONTEXT_KEY]) {
  world[CONTEXT_KEY] = context;
  try {
    for (const told of sessionStorage.getItem(UNTOLD)?.split('\n') ?? []) handOver(told);
    sessionStorage.removeItem(UNTOLD);
  } catch {
    // A document without storage.
  }
  documentListeners(() => {
    running.abort();
    running = new AbortController();
    for (const start of starts) start(running.signal);
  });
  const listeners = documentListeners(() => {});
  hearInput(listeners, listeners, steadyClock(), context.input);
  context.whenRunning((signal) => {
    const leave = (): void => {
      leaving = true;
    };
    addEventListener('pagehide', leave, { capture: true, signal });
    startForms(context, signal);
    startResultPage(context, signal);
  });
}
