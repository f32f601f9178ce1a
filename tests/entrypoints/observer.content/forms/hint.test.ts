// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hints } from '../../../../entrypoints/observer.content/forms/hint';
import type { FieldReading } from '../../../../utils/domain/observation';

type Changed = (changes: Record<string, unknown>, area: string) => void;

const FIELD: FieldReading = {
  labels: [{ text: '联系电话', source: 'label' }],
  control: 'text',
  required: false,
  prefilled: true,
};

let settings: Record<string, unknown>;
let listeners: Set<Changed>;
let asked: unknown[];
let end: AbortController;

beforeEach(() => {
  settings = {};
  listeners = new Set();
  asked = [];
  end = new AbortController();
  Element.prototype.checkVisibility = () => true;
  vi.stubGlobal('chrome', {
    runtime: {
      sendMessage: (message: unknown, answer: (count: number) => void) => {
        asked.push(message);
        answer(2);
      },
    },
    storage: {
      local: { get: (_key: string, tell: (found: unknown) => void) => tell({ settings }) },
      onChanged: {
        addListener: (listener: Changed) => listeners.add(listener),
        removeListener: (listener: Changed) => listeners.delete(listener),
      },
    },
  });
  document.body.innerHTML = '<input id="a"><input id="b">';
});

afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});

const input = (id: string) => document.getElementById(id) as Element;
const marks = () =>
  [...document.documentElement.children].filter(({ localName }) => localName === 'div');

function set(changed: Record<string, unknown>): void {
  settings = changed;
  for (const listener of listeners) listener({ settings: {} }, 'local');
}

describe('the mark beside a field', () => {
  it('asks nothing and shows nothing until it is switched on', () => {
    const hints = new Hints(end.signal);
    hints.ask(input('a'), () => FIELD);
    expect(asked).toEqual([]);
    expect(marks()).toEqual([]);
  });

  it('asks by what the field is called, once, and tells nothing to the page', () => {
    settings = { hint: true };
    const hints = new Hints(end.signal);
    hints.ask(input('a'), () => FIELD);
    expect(asked).toEqual([{ type: 'hint', field: { ...FIELD, prefilled: false } }]);
    expect(marks()).toHaveLength(1);
    expect(marks()[0]?.shadowRoot).toBeNull();
    expect(marks()[0]?.textContent).toBe('');
    expect((marks()[0] as HTMLElement).style.pointerEvents).toBe('none');
    hints.hide();
    expect(marks()).toEqual([]);
    hints.ask(input('a'), () => FIELD);
    expect(asked).toHaveLength(1);
    expect(marks()).toHaveLength(1);
  });

  it('is never there twice', () => {
    settings = { hint: true };
    const hints = new Hints(end.signal);
    hints.ask(input('a'), () => FIELD);
    hints.ask(input('b'), () => FIELD);
    expect(marks()).toHaveLength(1);
  });

  it('goes when it is switched off, and with the observer', () => {
    settings = { hint: true };
    const hints = new Hints(end.signal);
    hints.ask(input('a'), () => FIELD);
    set({ hint: false });
    expect(marks()).toEqual([]);
    set({ hint: true });
    hints.ask(input('b'), () => FIELD);
    expect(marks()).toHaveLength(1);
    end.abort();
    expect(marks()).toEqual([]);
    expect(listeners.size).toBe(0);
  });
});
