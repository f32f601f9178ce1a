// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type DocumentListeners,
  documentListeners,
} from '../../../entrypoints/observer.content/listeners';

let listeners: DocumentListeners | undefined;
let told: string[] = [];

afterEach(() => {
  listeners?.remove();
  told = [];
  vi.restoreAllMocks();
});

const happens = (type: string) => window.dispatchEvent(new Event(type));
const tell = (what: string) => () => void told.push(what);

describe('the listeners of a document', () => {
  it('are one for each type of event, which tells all in their order', () => {
    const listen = vi.spyOn(window, 'addEventListener');
    listeners = documentListeners(() => {});
    listeners.on(window, 'click', tell('presence'));
    listeners.group().on(window, 'click', tell('early events'));
    listeners.on(window, 'input', tell('input'));
    happens('click');
    expect(told).toEqual(['presence', 'early events']);
    expect(listen.mock.calls.map(([type]) => type)).toEqual(['click', 'input']);
  });

  it('tell nobody twice who asked twice', () => {
    listeners = documentListeners(() => {});
    const presence = tell('presence');
    for (const type of ['click', 'click', 'input']) listeners.on(window, type, presence);
    happens('click');
    expect(told).toEqual(['presence']);
  });

  it('go on to the next where one fails', () => {
    listeners = documentListeners(() => {});
    listeners.on(window, 'click', () => {
      throw new Error('a page that takes itself apart');
    });
    listeners.on(window, 'click', tell('the next'));
    happens('click');
    expect(told).toEqual(['the next']);
  });

  it('are put back where the document was replaced, before it was followed and after', async () => {
    const listen = vi.spyOn(window, 'addEventListener');
    const replaced = tell('replaced');
    listeners = documentListeners(replaced);
    listeners.on(window, 'click', tell('presence'));
    listeners.follow();
    expect(listen).toHaveBeenCalledTimes(2);
    const { documentElement } = document;
    const other = document.createElement('html');
    const replace = async (from: Element, to: Element) => {
      from.remove();
      document.append(to);
      await new Promise((resolve) => setTimeout(resolve, 0));
    };
    await replace(documentElement, other);
    await replace(other, documentElement);
    expect(told).toEqual(['replaced', 'replaced']);
    expect(listen).toHaveBeenCalledTimes(4);
  });

  it('lose a group alone, and the listener with the last who heard it', () => {
    const forget = vi.spyOn(window, 'removeEventListener');
    listeners = documentListeners(() => {});
    listeners.on(window, 'click', tell('presence'));
    const group = listeners.group();
    for (const type of ['click', 'submit']) group.on(window, type, tell(`group ${type}`));
    group.remove();
    for (const type of ['click', 'submit']) happens(type);
    expect(told).toEqual(['presence']);
    expect(forget.mock.calls.map(([type]) => type)).toEqual(['submit']);
  });

  it('hear each other’s coming and going from the next event on', () => {
    listeners = documentListeners(() => {});
    const group = listeners.group();
    const late = listeners;
    group.on(window, 'click', () => {
      told.push('first');
      late.on(window, 'click', tell('came'));
      group.remove();
    });
    group.on(window, 'click', tell('goes'));
    happens('click');
    expect(told).toEqual(['first', 'goes']);
    happens('click');
    expect(told).toEqual(['first', 'goes', 'came']);
  });

  it('are all gone when they are removed', () => {
    listeners = documentListeners(() => {});
    listeners.on(window, 'click', tell('presence'));
    listeners.group().on(window, 'click', tell('group'));
    listeners.remove();
    happens('click');
    expect(told).toEqual([]);
  });
});
