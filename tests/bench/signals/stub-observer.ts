import { startActions } from '../../../entrypoints/observer.content/actions';
import {
  pressedControl,
  readControl,
} from '../../../entrypoints/observer.content/actions/read-control';
import { CONTEXT_KEY, type ObserverContext } from '../../../entrypoints/observer.content/context';
import { hearLater } from '../../../entrypoints/observer.content/hear-later';
import { atOnce } from '../../../entrypoints/observer.content/in-slices';
import { readPageSigns, startPageSigns } from '../../../entrypoints/observer.content/page-signs';
import { pageCues } from '../../../entrypoints/observer.content/signs/cues';
import { startUploads } from '../../../entrypoints/observer.content/uploads';
import type { Observation } from '../../../utils/domain/observation';
import { actionOfControl } from '../../../utils/knowledge/action-of-control';
import { isExempt } from '../../../utils/knowledge/read-page-text';

/**
 * Stands in for the light part of the observer in an isolated world without an extension: what the
 * reader's signals send is handed to the bench by a binding, and the bench can ask for one reading.
 */
declare const handOver: (json: string) => void;

const listeners = new Set<(message: unknown) => void>();

const context: ObserverContext = {
  observer: '0'.repeat(24),
  send(observation: Observation): void {
    handOver(JSON.stringify({ observation }));
  },
  request() {},
  readerPresent: true,
  buffered: [],
  whenRunning(start) {
    start(new AbortController().signal);
  },
  input: { lastAt: 0 },
  now: () => Date.now(),
  pageClass: 'other',
  pageWords: { cues: pageCues, isExempt, hearLater, lent: [] },
  alive: () => true,
  stop() {},
};

const world = globalThis as {
  [CONTEXT_KEY]?: ObserverContext;
  chrome?: unknown;
  signals?: unknown;
};
if (!world[CONTEXT_KEY]) {
  world[CONTEXT_KEY] = context;
  world.chrome = {
    runtime: {
      id: 'bench',
      onMessage: {
        addListener: (listener: (message: unknown) => void) => listeners.add(listener),
        removeListener: (listener: (message: unknown) => void) => listeners.delete(listener),
      },
    },
  };
  world.signals = {
    /** The action that pressing the element would be, and how it was read. */
    classify(selector: string) {
      const target = document.querySelector(selector);
      const control = target === null ? undefined : pressedControl(target);
      if (control === undefined) return { action: null, reading: null };
      const { text, kind, names, icons, place, leads, lit, disabled, headings, siblings } =
        readControl(control.element);
      return {
        action: actionOfControl(control.reading)?.action ?? null,
        reading: { text, kind, names, icons, place, leads, lit, disabled, headings, siblings },
      };
    },
    readPage: (today: string, time: string) => atOnce(readPageSigns(today, time)),
    /** As the worker does when it has read a file, or could not. */
    acknowledge: (id: string, digested: boolean) => {
      for (const listener of listeners) listener({ type: 'file-read', id, digested });
    },
  };
  context.whenRunning((signal) => {
    startUploads(context, signal);
    startActions(context, signal);
    startPageSigns(context, signal);
  });
}
