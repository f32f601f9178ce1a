// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findShadowRoots } from '../../../entrypoints/observer.content/shadow-roots';

const CAME_AT = 999_000;
let found: { name: string; since: number }[];
let search: { stop(): void };

function begin(): void {
  search = findShadowRoots(
    () => Date.now(),
    (root, since) => found.push({ name: root.host.localName, since }),
    CAME_AT,
  );
}

function host(name: string, parent: ParentNode = document.body): ShadowRoot {
  const element = document.createElement(name);
  parent.append(element);
  return element.attachShadow({ mode: 'open' });
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  document.body.innerHTML = '';
  found = [];
});

afterEach(() => {
  search.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('shadow roots in a page', () => {
  it('are found once each, also inside another', () => {
    host('inner-player', host('study-player'));
    begin();
    vi.advanceTimersByTime(60_000);
    expect(found).toEqual([
      { name: 'study-player', since: CAME_AT },
      { name: 'inner-player', since: CAME_AT },
    ]);
  });

  it('are found when they come later, with the moment of the look before', () => {
    begin();
    vi.advanceTimersByTime(3_000);
    host('late-player');
    vi.advanceTimersByTime(6_000);
    expect(found).toEqual([{ name: 'late-player', since: 1_002_000 }]);
  });

  it('are found in an element that stood there before it got one', () => {
    const player = document.createElement('late-player');
    document.body.append(player);
    begin();
    vi.advanceTimersByTime(3_000);
    player.attachShadow({ mode: 'open' });
    vi.advanceTimersByTime(6_000);
    expect(found.map(({ name }) => name)).toEqual(['late-player']);
  });

  it('are not looked for again in a page that has not grown', () => {
    const look = vi.spyOn(document, 'querySelectorAll');
    begin();
    vi.advanceTimersByTime(60_000);
    expect(look).toHaveBeenCalledTimes(1);
    document.body.append(document.createElement('p'));
    vi.advanceTimersByTime(60_000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('are not looked for in a page that nobody sees', () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const look = vi.spyOn(document, 'querySelectorAll');
    host('study-player');
    begin();
    vi.advanceTimersByTime(60_000);
    expect(found).toEqual([]);
    expect(look).not.toHaveBeenCalled();
  });

  it('are no more than 200', () => {
    for (let index = 0; index < 300; index++) host('one-of-many');
    begin();
    vi.advanceTimersByTime(60_000);
    expect(found).toHaveLength(200);
  });
});
