import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../../utils/domain/presence-evidence';
import { foldEvidence, replay } from '../../../utils/domain/presence-fold';
import { emptyPresence } from '../../../utils/domain/presence-state';
import {
  at,
  edge,
  heard,
  intervalsOf,
  outline,
  START,
  SYSTEM,
  span,
  told,
} from './presence-evidence-builder';

const blur = (seconds: number) => ({ focused: false, edges: [edge(seconds, 'blur')] });

describe('who is in front', () => {
  it('counts a tab from the first observed moment to its blur', () => {
    expect(outline([told(0, 15), told(15, 20, blur(20))])).toEqual(['p front 0…20']);
  });

  it('does not count a hidden page, whatever it says of the focus', () => {
    expect(outline([told(0, 15, { visible: false })])).toEqual([]);
  });

  it('gives a moment to one tab only, the one that got the focus last', () => {
    const arrivals = [
      told(10, 20, { cause: 'start' }, { observer: 'b', tab: 2, platform: 'q' }),
      told(0, 30),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…10', 'q front 10…20', 'p front 20…30']);
  });

  it('keeps the page in front while an alert has the focus: it lost none itself', () => {
    const arrivals = [
      heard(0, { kind: 'window-focus', windowId: 1 }),
      told(0, 5),
      heard(6, { kind: 'window-focus' }),
      told(5, 27, { blocked: [span(6, 26)], waiting: [span(6, 26)] }),
    ];
    const [interval] = intervalsOf(arrivals);
    expect([interval?.from, interval?.to]).toEqual([0, 27]);
    expect(interval?.waiting, 'nobody waits for the system in a dialog').toEqual([]);
  });

  it('keeps the page in front where the edges of a dialog come all at once as it closes', () => {
    const arrivals = [
      told(0, 8, { inputs: [span(7, 7)] }),
      told(8, 19, {
        focused: false,
        blocked: [span(8.5, 18.746)],
        inputs: [span(8.6, 8.6)],
        edges: [edge(18.746, 'blur'), edge(18.746, 'focus'), edge(18.747, 'blur')],
      }),
      told(19, 24, { edges: [edge(19.5, 'focus')] }),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…18.747', 'p front 19.5…24']);
  });

  it('counts a blocked thread as waiting', () => {
    const [interval] = intervalsOf([
      told(0, 27, { blocked: [span(6, 26)], waiting: [span(6, 26)] }),
    ]);
    expect(interval?.waiting).toEqual([{ offsetMs: 6_000, lengthMs: 20_000 }]);
  });

  it('puts a blur that waited behind a blocked thread back to when the window lost the focus', () => {
    const arrivals = [
      heard(0, { kind: 'window-focus', windowId: 1 }),
      told(0, 5),
      heard(7, { kind: 'window-focus' }),
      told(5, 26, { ...blur(25.1), blocked: [span(6, 25)] }),
    ];
    expect(outline(arrivals)).toContain('p front 0…7');
  });

  it('puts a hidden that waited behind a blocked thread back to the change of tab', () => {
    const arrivals = [
      told(0, 5),
      heard(7, { kind: 'tab-active', windowId: 1, tabId: 9 }),
      told(5, 26, {
        visible: false,
        focused: false,
        edges: [edge(25.1, 'hidden'), edge(25.2, 'blur')],
        blocked: [span(6, 25)],
      }),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…7']);
  });

  it('puts a blur of which the browser said nothing into the middle of what is unknown', () => {
    const blocked = [span(20, 24.9)];
    const gone = told(26, 40, { focused: false, visible: false });
    const behind = (inputs: ReturnType<typeof span>[]) =>
      outline([told(0, 26, { ...blur(25), blocked, inputs }), gone])[0];
    expect(behind([span(1, 15)])).toBe('p front 0…22.5');
    expect(behind([span(1, 24)]), 'or between the last input and the end').toBe('p front 0…24.5');
    expect(behind([span(1, 21)]), 'or soon after the last input').toBe('p front 0…22');
    expect(behind([span(1, 18.5)]), 'a short while before the block').toBe('p front 0…20');
  });

  it('puts a focus of which the browser said nothing shortly before the first input', () => {
    const back = (...inputs: ReturnType<typeof span>[]) =>
      outline([
        told(0, 10, blur(10)),
        told(10, 30, { edges: [edge(25, 'focus')], blocked: [span(20, 25)], inputs }),
      ])[2];
    expect(back(), 'in the middle of the block').toBe('p front 22.5…30');
    expect(back(span(24, 24.6))).toBe('p front 23.6…30');
    expect(back(span(20.4, 24.6)), 'or of what is unknown').toBe('p front 20.2…30');
    expect(back(span(25.1, 25.9)), 'or behind the block').toBe('p front 24.7…30');
    expect(back(span(26, 27)), 'and never after it was heard').toBe('p front 25…30');
    expect(back(span(28, 29)), 'a much later input tells nothing').toBe(back());
  });

  it('takes a change of tab for that of the focus as well', () => {
    const arrivals = [
      told(0, 10),
      heard(12, { kind: 'tab-active', tabId: 9, windowId: 1 }),
      told(10, 26, {
        edges: [edge(25, 'blur'), edge(25, 'hidden')],
        visible: false,
        focused: false,
        blocked: [span(10, 25)],
        inputs: [span(5, 11.5)],
      }),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…12']);
  });

  it('takes each block of a page that blocks again and again for itself', () => {
    const blocked = [span(10.5, 15), span(15, 19.5)];
    const arrivals = [
      told(0, 15.1, { ...blur(15), blocked: blocked.slice(0, 1), inputs: [span(1, 11)] }),
      told(15.1, 19.6, { edges: [edge(19.5, 'focus')], blocked: blocked.slice(1) }),
    ];
    expect(outline(arrivals)[0]).toBe('p front 0…12');
    const asked = { ...heard(15, { kind: 'window-focus' }), now: at(15.1) };
    expect(outline([asked, ...arrivals])[0], 'the window was asked then').toBe('p front 0…12');
    const back = told(15.1, 19.6, {
      edges: [edge(19.499, 'focus')],
      blocked: blocked.slice(1),
      inputs: [span(18, 19)],
    });
    const [left] = arrivals;
    expect(outline(left === undefined ? [] : [left, back]), 'and back behind the second').toEqual([
      'p front 0…12',
      'p beside 12…17.6',
      'p front 17.6…19.6',
    ]);
  });

  it('keeps the portal in front while the file chooser that it opened is on top of it', () => {
    const arrivals = [
      told(0, 5),
      told(5, 6, { focused: false, edges: [edge(6, 'chooser-open'), edge(6, 'blur')] }),
      told(6, 30, { focused: false }),
      told(30, 40, { edges: [edge(31, 'focus'), edge(31, 'chooser-closed')] }),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…40']);
  });

  it('keeps it in front while the address bar has the focus, for half a minute', () => {
    const arrivals = [
      heard(0, { kind: 'window-focus', windowId: 1 }),
      told(0, 10, blur(10)),
      heard(10.4, { kind: 'window-focus', windowId: 1 }),
      told(10, 60, { focused: false }),
    ];
    expect(outline(arrivals)[0]).toBe('p front 0…40');
  });

  it('does not take an old word of the browser for the focus of a page that lost it', () => {
    const arrivals = [
      heard(0, { kind: 'window-focus', windowId: 1 }),
      told(0, 10, blur(10)),
      told(10, 60, { focused: false, visible: false }),
    ];
    expect(outline(arrivals)[0]).toBe('p front 0…10');
  });

  it('does not keep in front what stays visible beside another tab of a split view', () => {
    const split = (heardAt: number) => [
      heard(0, { kind: 'window-focus', windowId: 1 }),
      told(0, 10, blur(10)),
      heard(heardAt, { kind: 'tab-active', windowId: 1 }),
      heard(11.6, { kind: 'window-focus', windowId: 1 }),
      told(10, 25, { focused: false }),
      told(25, 40, { edges: [edge(25, 'focus')] }),
    ];
    const turns = ['p front 0…10', 'p beside 10…25', 'p front 25…40'];
    expect(outline(split(10.1))).toEqual(turns);
    expect(outline(split(11.5)), 'heard late').toEqual(turns);
  });

  it('takes a tab that came up just before its page began for the page’s own', () => {
    const arrivals = [
      heard(0, { kind: 'window-focus', windowId: 1 }),
      heard(1, { kind: 'tab-active', windowId: 1 }),
      told(0, 10, { cause: 'start', ...blur(10) }),
      heard(10.4, { kind: 'window-focus', windowId: 1 }),
      told(10, 30, { focused: false }),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…30']);
  });

  it('counts no locked screen', () => {
    const arrivals = [
      told(0, 15),
      heard(20, { kind: 'system', state: 'locked' }),
      heard(50, { kind: 'system', state: 'active' }),
      told(15, 60),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…20', 'p front 50…60']);
  });
});

describe('frames', () => {
  it('gives a portal inside another listed portal to the outer one', () => {
    const arrivals = [
      told(0, 15),
      told(0, 15, { inputs: [span(1, 14)] }, { observer: 'b', frame: 7, platform: 'q' }),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…15']);
  });

  it('gives it to itself inside a page that is on no list, only while it has the focus', () => {
    const inner = { frame: 7, platform: 'q' };
    const arrivals = [
      told(0, 10, { focused: false }, inner),
      told(10, 20, { edges: [edge(12, 'focus')] }, inner),
    ];
    expect(outline(arrivals)).toEqual(['q front 12…20']);
  });

  it('gives a page no class of the page before, which is still there for a moment', () => {
    const before = told(0, 10.1, { cause: 'end', pageClass: 'assessment' });
    const next = told(
      10,
      20,
      { cause: 'start', focused: false, edges: [edge(10.1, 'focus')] },
      { observer: 'b', platform: 'q' },
    );
    for (const observer of ['a', 'c']) {
      const { evidence, now } = before;
      const intervals = intervalsOf([
        { now, evidence: { ...evidence, observer } as Arrival['evidence'] },
        next,
      ]);
      expect(intervals.map(({ platform, pageClass }) => [platform, pageClass])).toEqual([
        ['p', 'assessment'],
        ['q', 'other'],
      ]);
    }
  });

  it('counts input in a frame although the top document heard none', () => {
    const arrivals = [
      told(0, 100),
      told(
        0,
        100,
        { inputs: [span(1, 99)] },
        { observer: 'b', frame: 7, platform: 'q', heard: 101 },
      ),
    ];
    expect(intervalsOf(arrivals)[0]?.pauses).toEqual([]);
  });

  it('counts two observers of one document once', () => {
    const arrivals = [told(0, 15), told(0, 15, {}, { observer: 'b' })];
    expect(outline(arrivals)).toEqual(['p front 0…15']);
  });
});

describe('pauses', () => {
  it('takes the system for input anywhere, from 15 s before its idle edge to its active edge', () => {
    const arrivals = [
      ...SYSTEM,
      told(0, 15),
      heard(25, { kind: 'system', state: 'idle' }),
      heard(90, { kind: 'system', state: 'active' }),
      told(15, 100, blur(100)),
    ];
    expect(intervalsOf(arrivals)[0]?.pauses).toEqual([{ offsetMs: 10_000, lengthMs: 80_000 }]);
  });

  it('does not believe a system that has never reported idle', () => {
    const arrivals = [
      heard(-1, { kind: 'system', state: 'active' }),
      told(0, 15),
      told(15, 100, blur(100)),
    ];
    expect(intervalsOf(arrivals)[0]?.pauses).toEqual([{ offsetMs: 0, lengthMs: 100_000 }]);
  });

  it('knows nothing of input while the whole browser stood still', () => {
    const arrivals = [
      ...SYSTEM,
      told(0, 15, { inputs: [span(1, 12)] }),
      // The idle edge comes when the browser goes on: 15 s before it, it stood still already.
      heard(75.2, { kind: 'system', state: 'idle' }),
      heard(78, { kind: 'system', state: 'active' }),
      told(15, 80, { blocked: [span(15, 75)], inputs: [span(78, 80)], ...blur(80) }),
    ];
    expect(intervalsOf(arrivals)[0]?.pauses).toEqual([{ offsetMs: 12_000, lengthMs: 66_000 }]);
  });

  it('keeps the length of a whole pause where the page reloaded by itself in it', () => {
    const arrivals = [
      told(0, 40, { inputs: [span(0, 10)], cause: 'end' }),
      told(40.2, 70, { cause: 'end' }, { observer: 'b' }),
      told(70.2, 90, { inputs: [span(85, 85)] }, { observer: 'c' }),
    ];
    expect(intervalsOf(arrivals).map(({ pauses }) => pauses)).toEqual([
      [{ offsetMs: 10_000, lengthMs: 30_000, wholeMs: 75_000 }],
      [{ offsetMs: 0, lengthMs: 29_800, wholeMs: 75_000 }],
      [{ offsetMs: 0, lengthMs: 15_000, wholeMs: 75_000 }],
    ]);
  });

  it('takes a page that reloads by itself, and is hidden as it goes, for no input', () => {
    const reload = (from: number, observer: string) =>
      told(
        from,
        from + 8,
        { cause: 'end', visible: false, edges: [edge(from + 8, 'hidden')] },
        { observer },
      );
    const arrivals = [
      reload(0, 'a'),
      ...Array.from({ length: 9 }, (_, index) => reload(8.1 * (index + 1), `b${index}`)),
    ];
    const pauses = intervalsOf(arrivals).map(({ pauses: [pause] }) => pause?.wholeMs);
    expect(pauses).toEqual(pauses.map(() => 81_000));
  });

  it('gives the length of a pause to half a second, and two pauses that touch do not overlap', () => {
    const [interval] = intervalsOf([
      told(0, 140, { inputs: [0, 3.6, 78.9, 100.3, 139].map((second) => span(second, second)) }),
    ]);
    expect(interval?.pauses).toEqual([
      { offsetMs: 4_000, lengthMs: 75_000 },
      { offsetMs: 79_000, lengthMs: 21_000 },
      { offsetMs: 100_000, lengthMs: 39_000 },
    ]);
  });

  it('cuts a pause in front at ten minutes, as an interval of its own that is shown as capped', () => {
    const arrivals = Array.from({ length: 50 }, (_, index) =>
      told(index * 15, index * 15 + 15, index === 0 ? { inputs: [span(0, 10)] } : {}),
    );
    expect(outline(arrivals)).toEqual(['p front 0…10', 'p front 10…610 capped']);
  });

  it('lets media run on beyond ten minutes without a touch', () => {
    const arrivals = Array.from({ length: 60 }, (_, index) =>
      told(index * 15, index * 15 + 15, {
        media: [{ ...span(index * 15, index * 15 + 15), muted: true, byPerson: false }],
      }),
    );
    expect(outline(arrivals)).toEqual(['p front 0…900']);
  });
});

describe('what cannot be proven', () => {
  it('takes more than 90 s between two proofs for sleep', () => {
    const arrivals = [told(0, 15), told(15, 200, { blocked: [span(20, 195)] })];
    expect(outline(arrivals)).toEqual(['p front 0…20 capped', 'p front 195…200']);
  });

  it('takes the word of the system for a proof that the machine was awake', () => {
    const arrivals = [
      ...SYSTEM,
      told(0, 15),
      heard(80, { kind: 'system', state: 'idle' }),
      heard(140, { kind: 'system', state: 'active' }),
      told(15, 200, { blocked: [span(20, 195)] }),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…200']);
  });

  it('remembers a proof that came before what is settled', () => {
    const away = { visible: false, focused: false };
    const media = [{ ...span(0, 5.135), muted: false, byPerson: false }];
    const arrivals = [
      told(0, 0.1, away, { observer: 'b' }),
      told(0, 102.7, { ...away, media, blocked: [span(0, 90.068)] }),
      told(315.1, 335.1, away, { heard: 485.1 }),
      heard(2_200, { kind: 'tab-active', windowId: 9 }),
    ];
    expect(outline(arrivals)).toEqual(['p background 0…5.135']);
  });

  it('closes what a dead browser left open at its last checkpoint, as recovered', () => {
    const arrivals = [told(0, 15), told(15, 30), heard(300, { kind: 'session-start' })];
    expect(outline(arrivals)).toEqual(['p front 0…30 recovered']);
  });

  it('shows a page that crashed as recovered when another document stands in its tab', () => {
    const arrivals = [told(0, 15), told(40, 50, { cause: 'start' }, { observer: 'b' })];
    expect(outline(arrivals)[0]).toBe('p front 0…15 recovered');
  });

  it('shows a hole in what an observer told as recovered: a message was lost', () => {
    expect(outline([told(0, 15), told(30, 45)])).toEqual(['p front 0…15', 'p front 30…45']);
    expect(outline([told(0, 15), told(130, 145)])[0]).toBe('p front 0…15 recovered');
  });

  it('shows a page that fell silent as recovered once 90 s have passed', () => {
    const silent = told(0, 15);
    const later = (seconds: number) => heard(seconds, { kind: 'tab-active', windowId: 1 });
    expect(outline([silent, later(60)])).toEqual(['p front 0…15']);
    expect(outline([silent, later(120)])).toEqual(['p front 0…15 recovered']);
  });

  it('takes an end that the page told for proven', () => {
    const arrivals = [told(0, 15, { cause: 'end' }), heard(300, { kind: 'session-start' })];
    expect(outline(arrivals)).toEqual(['p front 0…15']);
  });

  it('takes nothing that comes more than eight minutes late', () => {
    const arrivals = [told(0, 15), told(500, 1_000), told(15, 200, {}, { heard: 1_000 })];
    const front = intervalsOf(arrivals).filter(({ to }) => to <= 500);
    expect(front.map(({ from, to }) => [from, to])).toEqual([[0, 15]]);
  });
});

describe('the machine’s clock', () => {
  const newId = () => 'x'.repeat(24);

  it('counts on when it is set back by an hour, and says so', () => {
    const back = -3_600;
    const arrivals: Arrival[] = [
      told(0, 15),
      told(15, 30),
      told(back + 25, back + 45),
      told(back + 45, back + 60, blur(back + 60)),
    ];
    expect(outline(arrivals)).toEqual([`p front ${back + 25}…${back + 60}`, 'p front 0…30']);
    let state = emptyPresence();
    const jumps = arrivals.map((arrival) => {
      const folded = foldEvidence(state, arrival, { zone: 'Asia/Shanghai', newId });
      state = folded.state;
      return folded.setBackMs;
    });
    expect(jumps.map((ms) => ms > 0)).toEqual([false, false, true, false]);
  });

  it('moves the words of a page that has not noticed yet to the present', () => {
    const late = told(15, 30, {}, { heard: -3_590 });
    expect(outline([told(0, 15), late])).toEqual(['p front -3605…-3590', 'p front 0…15']);
  });

  it('leaves out what lies between when it is set forward', () => {
    expect(outline([told(0, 15, { cause: 'end' }), told(3_615, 3_630)])).toEqual([
      'p front 0…15',
      'p front 3615…3630',
    ]);
  });
});

describe('days', () => {
  it('splits an interval at the local midnight of the zone', () => {
    const midnight = 14 * 3_600;
    const arrivals = [told(midnight - 10, midnight + 5), told(midnight + 5, midnight + 20)];
    expect(outline(arrivals)).toEqual([
      `p front ${midnight - 10}…${midnight}`,
      `p front ${midnight}…${midnight + 20}`,
    ]);
    expect(outline(arrivals, 'Europe/Berlin')).toHaveLength(1);
  });

  it('splits it at a midnight that is an hour nearer because the clocks changed', () => {
    // 25 October 2026, 03:00 summer time becomes 02:00: the day of Berlin ends at 23:00 UTC.
    const end = (Date.UTC(2026, 9, 25, 23) - START) / 1_000;
    expect(outline([told(end - 30, end + 30)], 'Europe/Berlin')).toEqual([
      `p front ${end - 30}…${end}`,
      `p front ${end}…${end + 30}`,
    ]);
  });
});

describe('beside, background and visits', () => {
  const working = told(0, 10, { inputs: [span(0, 9)], ...blur(10) });

  it('counts a portal beside another program for five minutes after working on it', () => {
    const beside = Array.from({ length: 30 }, (_, index) =>
      told(10 + index * 15, 25 + index * 15, { focused: false }),
    );
    expect(outline([working, ...beside])).toEqual(['p front 0…10', 'p beside 10…310']);
  });

  it('does not count it while the system is idle', () => {
    const arrivals = [
      ...SYSTEM,
      working,
      told(10, 40, { focused: false }),
      heard(45, { kind: 'system', state: 'idle' }),
      heard(90, { kind: 'system', state: 'active' }),
      told(40, 100, { focused: false }),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…10', 'p beside 10…30', 'p beside 90…100']);
  });

  it('keeps media of a hidden tab apart, in one tab at a time', () => {
    const media = (from: number, to: number) => [
      { ...span(from, to), muted: false, byPerson: true },
    ];
    const hidden = { visible: false, focused: false };
    const arrivals = [
      told(0, 30),
      told(0, 30, { ...hidden, media: media(5, 25) }, { observer: 'b', tab: 2, platform: 'q' }),
      told(0, 30, { ...hidden, media: media(5, 30) }, { observer: 'c', tab: 3, platform: 'r' }),
    ];
    expect(outline(arrivals)).toEqual(['p front 0…30', 'q background 5…25', 'r background 25…30']);
  });

  it('calls intervals one visit until half an hour was spent elsewhere', () => {
    const hour = (minutes: number) =>
      told(minutes * 60, minutes * 60 + 20, blur(minutes * 60 + 20));
    const visits = intervalsOf([hour(0), hour(20), hour(49), hour(80), hour(111)]).map(
      ({ visit }) => visit,
    );
    expect(visits[1]).toBe(visits[0]);
    expect(visits[2]).toBe(visits[0]);
    expect(visits[3], '30 min 40 s later').not.toBe(visits[0]);
    expect(visits[4]).not.toBe(visits[3]);
  });

  it('tells media that a script started from media that the person did', () => {
    const media = [
      { ...span(0, 10), muted: true, byPerson: false },
      { ...span(6, 12), muted: false, byPerson: true },
    ];
    const [first] = intervalsOf([told(0, 15, { media }), told(15, 30)]);
    expect(first?.playing).toEqual([{ offsetMs: 0, lengthMs: 12_000 }]);
    expect(first?.scriptedMs).toBe(6_000);
    const [other] = intervalsOf([told(0, 15, { media: media.slice(1) })]);
    expect(other).not.toHaveProperty('scriptedMs');
  });

  it('counts presence pop-ups and those that were answered', () => {
    const arrivals = [
      told(0, 30, {
        edges: [
          edge(5, 'presence-popup'),
          edge(9, 'presence-popup-answered'),
          edge(20, 'presence-popup'),
        ],
      }),
    ];
    expect(intervalsOf(arrivals)[0]?.popups).toEqual({ shown: 2, answered: 1 });
  });

  it('are told how long the person was at captchas, in front', () => {
    const captcha = [span(2, 9), span(8, 12), span(20, 50)];
    const [first, ...others] = intervalsOf([
      told(0, 30, { captcha, ...blur(30) }),
      told(30, 60, { focused: false, visible: false, captcha: [span(30, 50)] }),
    ]);
    expect(first?.captchaMs).toBe(20_000);
    expect(others).toEqual([]);
  });
});

describe('the open state', () => {
  it('names no tab that is on no list', () => {
    const options = { zone: 'Asia/Shanghai', newId: () => '1' };
    const { state } = foldEvidence(
      emptyPresence(),
      heard(0, { kind: 'tab-active', windowId: 1, tabId: 4_711 }),
      options,
    );
    expect(JSON.stringify(state)).not.toContain('4711');
    const closed = foldEvidence(state, heard(1, { kind: 'tab-removed', tabId: 4_712 }), options);
    expect(JSON.stringify(closed.state)).not.toContain('4712');
  });

  it('holds no evidence older than eleven minutes and stays small', () => {
    let state = emptyPresence();
    for (let index = 0; index < 300; index++) {
      const arrival = told(index * 15, index * 15 + 15, {
        inputs: [span(index * 15, index * 15 + 14)],
        inputWindows: [1, 2, 3].map((step) => Math.floor(at(index * 15 + step * 4) / 5_000)),
      });
      state = foldEvidence(state, arrival, { zone: 'Asia/Shanghai', newId: () => '1' }).state;
    }
    const oldest = Math.min(...state.frames.map(({ observation }) => observation.since));
    expect(state.lastAt - oldest).toBeLessThanOrEqual(11 * 60_000 + 90_000);
    expect(JSON.stringify(state).length).toBeLessThan(30_000);
  });

  it('survives being written and read as plain data between any two messages', () => {
    const arrivals = [...SYSTEM, told(0, 15), told(15, 60), told(60, 90, blur(90))];
    let last = 0;
    const options = { zone: 'Asia/Shanghai', newId: () => String(++last) };
    let state = emptyPresence();
    const stored = new Map<string, unknown>();
    for (const arrival of arrivals) {
      const folded = foldEvidence(structuredClone(state), arrival, options);
      for (const interval of folded.changed) stored.set(interval.id, interval);
      for (const id of folded.removed) stored.delete(id);
      state = JSON.parse(JSON.stringify(folded.state));
    }
    last = 0;
    expect([...stored.values()]).toEqual(replay(arrivals, options));
  });
});
