import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserEvidence } from '../../../utils/domain/presence-evidence';
import type { StoredSettings } from '../../../utils/domain/settings';

type Listener = (...words: never[]) => unknown;

const world = vi.hoisted(() => {
  const event = () => {
    const listeners: Listener[] = [];
    return {
      listeners,
      addListener: (listener: Listener) => void listeners.push(listener),
      tell: (...words: unknown[]) => {
        for (const listener of listeners) listener(...(words as never[]));
      },
    };
  };
  return {
    idle: { onStateChanged: event(), setDetectionInterval: () => {}, state: 'active' },
    windows: { onFocusChanged: event(), focused: true },
    tabs: { onActivated: event(), onRemoved: event() },
    message: event(),
    changed: event(),
    session: {} as Record<string, unknown>,
    stored: {} as StoredSettings,
    folded: [] as BrowserEvidence[],
    faults: [] as string[],
    failing: false,
  };
});

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { id: 'extension', onMessage: world.message },
    idle: {
      ...world.idle,
      queryState: async () => world.idle.state,
    },
    windows: {
      WINDOW_ID_NONE: -1,
      onFocusChanged: world.windows.onFocusChanged,
      get: async () => ({ focused: world.windows.focused }),
      getLastFocused: async () => ({ id: 7, focused: world.windows.focused }),
    },
    tabs: world.tabs,
    storage: {
      onChanged: world.changed,
      session: {
        get: async () => world.session,
        set: async (values: Record<string, unknown>) => void Object.assign(world.session, values),
      },
      local: { get: async () => world.stored },
    },
  },
}));
vi.mock('../../../utils/storage/open-database', () => ({ openDatabase: async () => ({}) }));
vi.mock('../../../utils/browser/faults', () => ({
  storeFault: async (code: string) => void world.faults.push(code),
}));
vi.mock('../../../entrypoints/background/fold-presence', () => ({
  foldBrowserEvidence: async (_database: unknown, evidence: readonly BrowserEvidence[]) => {
    if (world.failing) throw new Error('no disk');
    world.folded.push(...evidence);
  },
}));

const { startAttention } = await import('../../../entrypoints/background/attention');

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const kinds = () => world.folded.map(({ kind }) => kind);

async function wake(): Promise<void> {
  for (const { listeners } of [
    world.idle.onStateChanged,
    world.windows.onFocusChanged,
    world.tabs.onActivated,
    world.tabs.onRemoved,
    world.message,
    world.changed,
  ]) {
    listeners.length = 0;
  }
  startAttention();
  await settled();
}

beforeEach(() => {
  world.session = {};
  world.stored = { consent: { level: 'times', at: 1, textVersion: 1 } };
  world.folded = [];
  world.faults = [];
  world.failing = false;
  world.windows.focused = true;
  world.idle.state = 'active';
});

describe('what the worker hears of attention', () => {
  it('is listened to before anything is awaited, so that the waking event is not lost', () => {
    world.idle.onStateChanged.listeners.length = 0;
    startAttention();
    expect(world.idle.onStateChanged.listeners).toHaveLength(1);
    expect(world.windows.onFocusChanged.listeners.length).toBeGreaterThan(0);
  });

  it('begins a session once, however often the worker wakes in it', async () => {
    await wake();
    expect(kinds()).toEqual(['session-start', 'recording', 'system', 'window-focus']);
    world.folded = [];
    await wake();
    expect(kinds()).toEqual(['system', 'window-focus']);
  });

  it('is folded in the order in which it was heard', async () => {
    await wake();
    world.folded = [];
    world.idle.onStateChanged.tell('idle');
    world.windows.onFocusChanged.tell(-1);
    world.tabs.onActivated.tell({ tabId: 3, windowId: 7 });
    world.tabs.onRemoved.tell(3);
    await settled();
    expect(world.folded.map(({ at: _, ...rest }) => rest)).toEqual([
      { kind: 'system', state: 'idle' },
      { kind: 'window-focus' },
      { kind: 'tab-active', tabId: 3, windowId: 7 },
      { kind: 'tab-removed', tabId: 3 },
    ]);
  });

  it('is kept nowhere before the person agreed', async () => {
    world.stored = {};
    await wake();
    world.idle.onStateChanged.tell('idle');
    await settled();
    expect(world.folded).toEqual([]);
  });

  it('includes from when to when recording was possible', async () => {
    await wake();
    world.folded = [];
    world.stored = { ...world.stored, pause: { until: 'resumed' } };
    world.changed.tell({ pause: {} }, 'local');
    await settled();
    expect(world.folded).toMatchObject([{ kind: 'recording', possible: false }]);
  });

  it('asks the window whether it kept the focus that a page of it lost', async () => {
    await wake();
    world.folded = [];
    const now = Date.now();
    const blur = (at: number) => ({
      type: 'observation',
      observations: [
        { kind: 'presence', visible: true, focused: false, edges: [{ edge: 'blur', at }] },
      ],
    });
    const sender = { id: 'extension', tab: { windowId: 7 } };
    world.message.tell(blur(now - 4_000), sender);
    await settled();
    world.windows.focused = false;
    world.message.tell(blur(now - 3_000), sender);
    await settled();
    world.message.tell(blur(now - 60_000), sender);
    await settled();
    const [kept, lost, late] = world.folded;
    expect([kept, lost], 'as of the blur').toEqual([
      { kind: 'window-focus', at: now - 4_000, windowId: 7 },
      { kind: 'window-focus', at: now - 3_000 },
    ]);
    expect(late?.at, 'unless it is long ago').toBeGreaterThanOrEqual(now);
  });

  it.each([
    [
      'another sender',
      { type: 'observation', observations: [] },
      { id: 'other', tab: { windowId: 7 } },
    ],
    ['nonsense', 'blur', { id: 'extension', tab: { windowId: 7 } }],
    ['null', null, { id: 'extension', tab: { windowId: 7 } }],
    [
      'no list',
      { type: 'observation', observations: 3 },
      { id: 'extension', tab: { windowId: 7 } },
    ],
    [
      'a list of nothing',
      { type: 'observation', observations: [null] },
      { id: 'extension', tab: { windowId: 7 } },
    ],
  ])('asks nothing for %s', async (_what, message, sender) => {
    await wake();
    world.folded = [];
    world.message.tell(message, sender);
    await settled();
    expect(world.folded).toEqual([]);
  });

  it('tells a database that fails as a fault, and goes on listening', async () => {
    await wake();
    world.failing = true;
    world.idle.onStateChanged.tell('idle');
    await settled();
    expect(world.faults).toHaveLength(1);
    world.failing = false;
    world.folded = [];
    world.idle.onStateChanged.tell('active');
    await settled();
    expect(kinds()).toEqual(['system']);
  });
});
