import { readFileSync, writeFileSync } from 'node:fs';
import type { Interval } from '../../../utils/domain/records';
import type { Person } from './person';

export interface Scenario {
  readonly name: string;
  /** What happens, in one sentence. */
  readonly says: string;
  /** Needs neither a window nor the system: it can run without a screen. */
  readonly headless?: boolean;
  /** It ends in a crash: up to this many seconds may be lost, and are shown as recovered or capped. */
  readonly mayLose?: number;
  /** The clock jumps: what was settled then is no longer among the open evidence. */
  readonly jumps?: boolean;
  /** Nothing but one tab in front: then at most one message in 5 s. */
  readonly steady?: boolean;
  /** Also part of the short form. */
  readonly short?: boolean;
  /** Changes the built extension before it is loaded: only for what cannot be done to a machine. */
  readonly prepare?: (folder: string) => void;
  /** @param short the short form: the same faults in less time */
  run(person: Person, short: boolean): Promise<void>;
  /** What else must hold; says what does not. */
  check?(intervals: readonly Interval[]): string | undefined;
}

const A = 'a.gov.cn';
const B = 'b.gov.cn';
const DAY_MS = 86_400_000;
/** A midnight in the zone of the days, Asia/Shanghai. */
const MIDNIGHT = Date.UTC(2026, 0, 4, 16);

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'tabs',
    says: 'switching between the tabs of two portals',
    short: true,
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(6);
      await person.open(B, '/write');
      await person.click();
      await person.type(5);
      for (const host of [A, B, A]) {
        const keys = host === A ? 'ctrl+shift+Tab' : 'ctrl+Tab';
        await person.show({ front: host }, () => person.hands('key', keys));
        await person.type(5);
      }
      await person.openElsewhere();
    },
  },
  {
    name: 'worker stopped',
    says: 'the worker is stopped every 3 s while somebody works',
    short: true,
    async run(person, short) {
      await person.open(A, '/write');
      await person.click();
      let stops = 0;
      const timer = setInterval(() => {
        void person.browser.stopWorker().then((done) => {
          if (done) stops++;
        });
      }, 3_000);
      await person.type(short ? 9 : 40);
      await person.turnToOtherProgram(A);
      await person.wait(6);
      await person.focusBrowser(A);
      await person.type(short ? 6 : 14);
      clearInterval(timer);
      person.options.log(`worker stopped ${stops} times`);
      if (stops < (short ? 3 : 5)) throw new Error(`the worker was stopped only ${stops} times`);
      await person.openElsewhere();
    },
  },
  {
    name: 'worker asleep',
    says: 'the worker dies by itself after a long quiet',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(5);
      await person.openElsewhere();
      await person.wait(75);
      if (await person.browser.workerRuns()) throw new Error('the worker never slept');
      await person.show({ front: A }, () => person.hands('key', 'ctrl+shift+Tab'));
      await person.type(20);
      await person.show({}, () => person.hands('key', 'ctrl+Tab'));
    },
  },
  {
    name: 'spa',
    says: 'an application that changes its address without loading',
    headless: true,
    async run(person) {
      await person.open(A, '/spa');
      for (let index = 0; index < 8; index++) {
        await person.click();
        await person.wait(3);
      }
      await person.openElsewhere();
    },
  },
  {
    name: 'navigation',
    says: 'one tab goes from portal to portal and back, one answer is slow',
    short: true,
    headless: true,
    async run(person) {
      await person.open(A, `/link?to=http://${B}/link?to=http://${A}/write?slow=3000`);
      await person.wait(5);
      let loaded = person.options.site.loaded('/link');
      await person.click();
      await loaded;
      person.truth.screen({ front: B });
      await person.wait(5);
      loaded = person.options.site.loaded('/write');
      await person.click();
      await loaded;
      person.truth.screen({ front: A });
      await person.click();
      await person.type(5);
      await person.openElsewhere();
    },
    check(intervals) {
      const waitingMs = intervals
        .flatMap(({ waiting }) => waiting)
        .reduce((sum, { lengthMs }) => sum + lengthMs, 0);
      return waitingMs >= 2_500 && waitingMs <= 4_500 ? undefined : `waited ${waitingMs} ms of 3 s`;
    },
  },
  {
    name: 'reading',
    says: 'reading for 40 s without a touch',
    headless: true,
    async run(person) {
      await person.open(A, '/read');
      await person.click();
      await person.wait(40);
      await person.click();
      await person.wait(3);
      await person.openElsewhere();
    },
  },
  {
    name: 'long reading',
    says: 'a pause of 75 s: it belongs to idle as a whole',
    steady: true,
    async run(person) {
      await person.open(A, '/read');
      await person.click();
      await person.wait(75);
      await person.click();
      await person.wait(10);
      await person.openElsewhere();
    },
  },
  {
    name: 'video',
    says: 'a muted study video plays for 150 s in a nested frame of another portal',
    steady: true,
    async run(person) {
      const inner = encodeURIComponent(`http://${B}/video?muted&autoplay`);
      await person.open(A, `/frame?src=${encodeURIComponent(`http://${A}/frame?src=${inner}`)}`);
      person.truth.media(A, true);
      await person.wait(150);
      person.truth.media(A, false);
      await person.openElsewhere();
    },
  },
  {
    name: 'shadow video',
    says: 'a video inside an open shadow root, 80 s',
    steady: true,
    async run(person) {
      await person.open(A, '/shadow?muted&autoplay&loop');
      person.truth.media(A, true);
      await person.wait(80);
      person.truth.media(A, false);
      await person.openElsewhere();
    },
  },
  {
    name: 'stalled video',
    says: 'a video stands still for want of data in the middle, and plays on',
    steady: true,
    async run(person) {
      const { site } = person.options;
      const begins = site.loaded('playing');
      await person.open(A, '/stalling');
      await begins;
      person.truth.media(A, true);
      await site.loaded('waiting');
      const goesOn = site.loaded('playing');
      person.truth.media(A, false);
      await goesOn;
      person.truth.media(A, true);
      await person.wait(40);
      person.truth.media(A, false);
      await person.openElsewhere();
    },
  },
  {
    name: 'presence pop-up',
    says: 'a course stops after 10 s and asks whether somebody is there',
    async run(person) {
      await person.open(A, '/asking');
      await person.wait(14);
      await person.click(500, 480);
      await person.wait(5);
      await person.openElsewhere();
    },
    check(intervals) {
      const shown = intervals.reduce((sum, { popups }) => sum + (popups?.shown ?? 0), 0);
      const answered = intervals.reduce((sum, { popups }) => sum + (popups?.answered ?? 0), 0);
      const told = `${shown} pop-ups shown and ${answered} answered`;
      return shown === 1 && answered === 1 ? undefined : `recorded ${told}`;
    },
  },
  {
    name: 'background tab',
    says: 'a video plays on in a tab behind another portal',
    async run(person) {
      await person.open(A, '/video?autoplay');
      person.truth.media(A, true);
      await person.wait(4);
      await person.open(B, '/write');
      await person.click();
      await person.type(40);
      await person.openElsewhere();
      person.truth.media(A, false);
      const targets = await person.browser.targets();
      const playing = targets.find(({ url }) => url.includes('/video'));
      await person.browser.closeTab(playing?.targetId ?? '');
    },
  },
  {
    name: 'two windows',
    says: 'two windows of one portal each, used in turn',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(5);
      await person.open(B, '/write', { newWindow: true });
      await person.wait(1);
      await person.type(4);
      for (const host of [A, B, A, B]) {
        await person.focusBrowser(host, host);
        await person.type(5);
      }
      await person.openElsewhere();
      await person.turnToOtherProgram();
    },
  },
  {
    name: 'beside',
    says: 'the portal stays on the screen while another program is used',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(6);
      await person.turnToOtherProgram(A);
      await person.type(30);
      await person.focusBrowser(A);
      await person.type(6);
      await person.openElsewhere();
    },
  },
  {
    name: 'minimised',
    says: 'the window is minimised for 20 s',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(6);
      const [window] = await person.windows(A);
      await person.show({}, () => person.hands('windowminimize', '--sync', window as string));
      await person.wait(20);
      await person.show({ front: A }, () =>
        person.hands('windowactivate', '--sync', window as string),
      );
      await person.type(6);
      await person.openElsewhere();
    },
  },
  {
    name: 'killed',
    says: 'the browser is killed and started again',
    mayLose: 15,
    short: true,
    headless: true,
    async run(person, short) {
      await person.open(A, '/write');
      await person.click();
      await person.type(short ? 20 : 50);
      await person.browser.kill();
      person.truth.screen({}, false);
      await person.wait(5);
      await person.startAgain();
      await person.wait(2);
      await person.open(A, '/write');
      await person.click();
      await person.type(short ? 4 : 10);
      await person.openElsewhere();
    },
  },
  {
    name: 'tab crash',
    says: 'the page crashes and is loaded again after 10 s',
    mayLose: 15,
    async run(person) {
      const target = await person.open(A, '/write');
      await person.click();
      await person.type(25);
      person.truth.screen({}, false);
      const { sessionId } = await person.browser.protocol.send<{ sessionId: string }>(
        'Target.attachToTarget',
        { targetId: target, flatten: true },
      );
      void person.browser.protocol.send('Page.crash', {}, sessionId).catch(() => {});
      await person.wait(10);
      await person.browser.protocol.send('Target.detachFromTarget', { sessionId }).catch(() => {});
      const loaded = person.options.site.loaded('/write');
      await person.hands('key', 'F5');
      await loaded;
      person.truth.screen({ front: A });
      await person.click();
      await person.type(10);
      await person.openElsewhere();
    },
  },
  {
    name: 'frames',
    says: 'typing in a frame of the same site, then of another',
    async run(person) {
      await person.open(A, `/frame?src=${encodeURIComponent('/write')}`);
      await person.click();
      await person.type(20);
      await person.open(A, `/frame?src=${encodeURIComponent(`http://${B}/write`)}`);
      await person.click();
      await person.type(70);
      await person.openElsewhere();
    },
  },
  {
    name: 'frame elsewhere',
    says: 'a portal inside a page that is on no list counts only while the focus is in it',
    async run(person) {
      person.truth.screen({});
      await person.browser.open(
        `http://x.com.cn/frame?src=${encodeURIComponent(`http://${A}/write`)}`,
      );
      await person.wait(3);
      person.truth.screen({ front: A });
      await person.click();
      await person.type(20);
      await person.openElsewhere();
    },
  },
  {
    name: 'alert',
    says: 'an alert() stays open for 20 s (short form: 10 s)',
    short: true,
    async run(person, short) {
      await person.open(A, '/alert');
      await person.wait(3);
      await person.click();
      await person.wait(short ? 10 : 20);
      await person.press('Return');
      await person.wait(5);
      await person.openElsewhere();
    },
  },
  {
    name: 'long alert',
    says: 'an alert() stays open for 100 s',
    steady: true,
    async run(person) {
      await person.open(A, '/alert');
      await person.wait(3);
      await person.click();
      await person.wait(100);
      await person.press('Return');
      await person.wait(5);
      await person.openElsewhere();
    },
  },
  {
    name: 'chooser',
    says: 'a file chooser is open for 15 s',
    async run(person) {
      await person.open(A, '/chooser');
      await person.wait(2);
      await person.click(400, 480);
      await person.wait(15);
      await person.press('Escape');
      await person.wait(5);
      await person.openElsewhere();
    },
  },
  {
    name: 'address bar',
    says: 'the address bar has the focus for 10 s, then a search bar in the page',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(5);
      await person.press('ctrl+l');
      await person.type(10);
      await person.press('Escape');
      await person.click();
      await person.type(3);
      await person.press('ctrl+f');
      await person.type(10);
      await person.press('Escape');
      await person.type(3);
      await person.openElsewhere();
    },
  },
  {
    name: 'blocked page',
    says: 'the page blocks its thread 4 s at a time while somebody types and leaves',
    short: true,
    async run(person, short) {
      await person.open(A, '/blocking');
      await person.click();
      await person.type(short ? 10 : 30);
      await person.turnToOtherProgram(A);
      await person.wait(short ? 6 : 10);
      await person.focusBrowser(A);
      await person.type(short ? 7 : 15);
      await person.openElsewhere();
      // Its last word waits behind the block.
      await person.wait(5);
    },
  },
  {
    name: 'killed while blocked',
    says: 'the browser is killed while the page blocks',
    mayLose: 30,
    async run(person) {
      await person.open(A, '/blocking');
      await person.click();
      await person.type(50);
      await person.browser.kill();
      person.truth.screen({}, false);
      await person.startAgain();
      await person.wait(3);
      await person.openElsewhere();
    },
  },
  {
    name: 'stopped 60 s',
    says: 'the whole browser stands still for 60 s',
    steady: true,
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(10);
      await person.wait(3);
      await person.standStill(60);
      await person.wait(3);
      await person.type(10);
      await person.openElsewhere();
    },
  },
  {
    name: 'asleep',
    says: 'the machine sleeps for 120 s',
    mayLose: 2,
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(10);
      const from = Date.now();
      await person.standStill(120);
      person.truth.off(from, Date.now());
      person.truth.input();
      await person.type(10);
      await person.openElsewhere();
    },
  },
  {
    name: 'nobody',
    says: 'nobody is there for 240 s',
    steady: true,
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(10);
      await person.wait(240);
      await person.type(5);
      await person.openElsewhere();
    },
  },
  {
    name: 'nobody and reloads',
    says: 'nobody is there for 150 s while the page reloads itself every 8 s',
    async run(person) {
      await person.open(A, '/reloading');
      await person.click();
      await person.wait(150);
      await person.click();
      await person.wait(3);
      await person.openElsewhere();
    },
  },
  {
    name: 'reloaded extension',
    says: 'the extension is reloaded while somebody works',
    mayLose: 15,
    async run(person) {
      const page = await person.browser.open('chrome://extensions');
      await person.wait(2);
      await person.browser.evaluate(
        page,
        'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })',
      );
      await person.open(A, '/write');
      await person.click();
      await person.type(25);
      const id = JSON.stringify(person.browser.extensionId);
      await person.browser.evaluate(page, `chrome.developerPrivate.reload(${id}, {})`);
      await person.type(25);
      await person.openElsewhere();
    },
  },
  {
    name: 'injected twice',
    says: 'the observer is injected again and again',
    short: true,
    headless: true,
    async run(person, short) {
      await person.open(A, '/write');
      await person.click();
      await person.type(short ? 4 : 10);
      const page = await person.show({}, () =>
        person.browser.open(`chrome-extension://${person.browser.extensionId}/options.html`),
      );
      await person.wait(2);
      await person.browser.evaluate(
        page,
        `(async () => {
          for (const tab of await chrome.tabs.query({})) for (let i = 0; i < 3; i++)
            await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: ['observer.js'] }).catch(() => {});
        })()`,
      );
      await person.show({ front: A }, () => person.browser.closeTab(page));
      await person.type(short ? 8 : 20);
      await person.openElsewhere();
    },
  },
  {
    name: 'clock set back',
    says: 'the clock is set back by one hour while somebody works',
    short: true,
    jumps: true,
    prepare: (folder) => setClock(folder, -3_600_000),
    headless: true,
    async run(person, short) {
      await person.open(A, '/write');
      await person.click();
      await person.type(untilJump(person) + (short ? 6 : 20));
      await person.open(B, '/write');
      await person.click();
      await person.type(short ? 5 : 15);
      await person.openElsewhere();
    },
  },
  {
    name: 'clock set forth',
    says: 'the clock is set forward by one hour while somebody works',
    jumps: true,
    prepare: (folder) => setClock(folder, 3_600_000),
    headless: true,
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(untilJump(person) + 20);
      await person.openElsewhere();
    },
  },
  {
    name: 'rewritten page',
    says: 'the page writes itself anew after 3 s and takes every listener with it',
    headless: true,
    async run(person) {
      await person.open(A, '/rewritten');
      await person.wait(5);
      await person.click();
      await person.type(20);
      await person.openElsewhere();
    },
    check(intervals) {
      const inputMs = intervals.reduce((sum, one) => sum + one.inputMs, 0);
      return inputMs >= 18_000 ? undefined : `input was heard for ${inputMs} ms only`;
    },
  },
  {
    name: 'paused',
    says: 'the person pauses the recording for 15 s',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(20);
      await person.openElsewhere();
      await person.setPaused(true);
      await person.hands('key', 'ctrl+shift+Tab');
      await person.type(15);
      await person.openElsewhere();
      await person.setPaused(false);
      const tab = await person.targetOf(A);
      await person.show({ front: A }, () => person.browser.activate(tab));
      await person.type(10);
      await person.openElsewhere();
    },
  },
  {
    name: 'locked',
    says: 'the screen is locked for 20 s',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(8);
      const lockedAt = Date.now();
      await person.options.display.lock(true);
      await person.wait(20);
      await person.options.display.lock(false);
      person.truth.off(lockedAt, Date.now());
      await person.type(8);
      await person.openElsewhere();
    },
  },
  {
    name: 'full screen',
    says: 'the window fills the screen for 10 s',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(5);
      await person.press('F11');
      await person.type(10);
      await person.press('F11');
      await person.type(5);
      await person.openElsewhere();
    },
  },
  {
    name: 'nested shadow video',
    says: 'a script plays a video in a shadow root of a frame of another portal, 70 s',
    async run(person) {
      await person.open(
        A,
        `/frame?src=${encodeURIComponent(`http://${B}/shadow?muted&autoplay&loop`)}`,
      );
      person.truth.media(A, true);
      await person.wait(70);
      person.truth.media(A, false);
      await person.openElsewhere();
    },
    check(intervals) {
      const scriptedMs = intervals.reduce((sum, one) => sum + (one.scriptedMs ?? 0), 0);
      return scriptedMs >= 65_000 ? undefined : `played by the script for ${scriptedMs} ms only`;
    },
  },
  {
    name: 'split view',
    says: 'two portals in the two panes of a split view, used in turn',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(5);
      await person.openBeside(B, '/write', { front: B }, { beside: A });
      await person.click(750, 500);
      await person.type(5);
      for (const host of [A, B, A]) {
        await person.turnTo({ front: host }, host === A ? 250 : 750, 500);
        await person.type(5);
      }
      await person.openElsewhere();
    },
  },
  {
    name: 'split view elsewhere',
    says: 'a portal in one pane of a split view, a page that is on no list in the other',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(8);
      await person.openBeside('x.com.cn', '/write', { beside: A }, { beside: A });
      await person.click(750, 500);
      await person.type(40);
      await person.turnTo({ front: A }, 250, 500);
      await person.type(8);
      await person.openElsewhere();
    },
  },
  {
    name: 'two monitors',
    says: 'a portal on each of two monitors, both in sight all the time',
    async run(person) {
      await person.options.display.splitInTwo();
      await person.open(A, '/write');
      await person.place(A, 0, 780);
      await person.click(300, 500);
      await person.type(5);
      const other = await person.open(B, '/write', { newWindow: true });
      await person.wait(1);
      await person.place(B, 805, 780);
      await person.click(1_100, 600);
      await person.type(5);
      for (const host of [A, B]) {
        await person.turnTo({ front: host }, host === A ? 300 : 1_100, 600);
        await person.type(5);
      }
      await person.turnToOtherProgram(B);
      await person.type(10);
      await person.turnTo({ front: A }, 300, 600);
      await person.type(5);
      await person.browser.closeTab(other);
      await person.type(3);
      await person.openElsewhere();
    },
  },
  {
    name: 'midnight',
    says: 'midnight comes while somebody works',
    prepare: (folder) => startClock(folder, nextMidnight()),
    headless: true,
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(untilJump(person) + 15);
      await person.openElsewhere();
    },
    check(intervals) {
      const cut = intervals.some(({ to }) => (to - MIDNIGHT) % DAY_MS === 0);
      const across = intervals.some(({ from, to }) => {
        const next = from + DAY_MS - ((from - MIDNIGHT) % DAY_MS);
        return next < to;
      });
      return cut && !across ? undefined : 'no interval ends at midnight, or one runs across it';
    },
  },
  ...[
    { name: 'summer time begins', at: nextLastSunday(2) },
    { name: 'summer time ends', at: nextLastSunday(9) },
  ].map(
    ({ name, at }): Scenario => ({
      name,
      says: `the clocks of the person's zone change by an hour while somebody works`,
      prepare: (folder) => startClock(folder, at),
      headless: true,
      async run(person) {
        await person.setZone('Europe/Berlin');
        await person.open(A, '/write');
        await person.click();
        await person.type(untilJump(person) + 15);
        await person.openElsewhere();
      },
      check: (intervals) =>
        intervals.some(({ from, to }) => from < at && to > at)
          ? undefined
          : 'nothing was recorded across the change',
    }),
  ),
  {
    name: 'zone changed',
    says: 'the person sets another zone in between',
    async run(person) {
      await person.open(A, '/write');
      await person.click();
      await person.type(10);
      await person.show({}, () => person.setZone('America/New_York'));
      const tab = await person.targetOf(A);
      await person.show({ front: A }, () => person.browser.activate(tab));
      await person.type(10);
      await person.openElsewhere();
    },
  },
  {
    name: 'captcha',
    says: 'a login page with a captcha: name 4 s, captcha 8 s, then the button',
    async run(person) {
      await person.open(A, '/captcha');
      await person.click(500, 180);
      await person.type(4);
      await person.click(500, 540);
      await person.type(8);
      await person.click(500, 720);
      await person.wait(4);
      await person.openElsewhere();
    },
    check(intervals) {
      const captchaMs = intervals.reduce((sum, one) => sum + (one.captchaMs ?? 0), 0);
      const login = intervals.filter(({ pageClass }) => pageClass === 'login');
      const loginMs = login.reduce((sum, { from, to }) => sum + to - from, 0);
      if (Math.abs(captchaMs - 8_000) > 1_000) return `${captchaMs} ms at the captcha`;
      return loginMs >= 14_000 ? undefined : `${loginMs} ms on a login page`;
    },
  },
  {
    name: 'popup window',
    says: 'a portal opens a small window of itself',
    async run(person) {
      await person.open(A, `/popup?to=http://${A}/write`);
      await person.wait(2);
      const loaded = person.options.site.loaded('/write');
      await person.click();
      await loaded;
      await person.wait(1);
      await person.type(8);
      await person.press('ctrl+w');
      await person.focusBrowser(A);
      await person.wait(4);
      await person.openElsewhere();
    },
  },
];

const JUMP_AFTER_MS = 30_000;

/** When the clocks of Europe change: the last Sunday of the month, 1:00 UTC, after today. */
function nextLastSunday(month: number): number {
  const of = (year: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1));
    return last.getTime() - last.getUTCDay() * DAY_MS;
  };
  const year = new Date().getUTCFullYear();
  return of(year) > Date.now() + DAY_MS ? of(year) : of(year + 1);
}

function nextMidnight(): number {
  return MIDNIGHT + Math.ceil((Date.now() - MIDNIGHT) / DAY_MS) * DAY_MS;
}

/** Lets the extension's own time source show a moment half a minute from now; it runs on as always. */
function startClock(folder: string, moment: number): void {
  const at = Date.now() + JUMP_AFTER_MS;
  changeClock(folder, at, `t+${moment - at}`);
}

/** Lets the extension's own time source jump; the machine's clock stays as it is. */
function setClock(folder: string, byMs: number): void {
  const at = Date.now() + JUMP_AFTER_MS;
  changeClock(folder, at, `t<${at}?t:t+${byMs}`);
}

/** The parts of the extension that share a world share its clock: it is changed once. */
function changeClock(folder: string, at: number, shown: string): void {
  const code = `{const now=Date.now;if(!now.changed){Date.now=()=>{const t=now.call(Date);return ${shown}};Date.now.changed=true}}\n`;
  for (const file of ['background.js', 'observer.js', 'signs.js', 'reader.js']) {
    const path = `${folder}/${file}`;
    writeFileSync(path, code + readFileSync(path, 'utf8'));
  }
  writeFileSync(`${folder}/jump.txt`, String(at));
}

/** Seconds until the jump. Work must have begun before it. */
function untilJump(person: Person): number {
  const at = Number(readFileSync(`${person.options.extension}/jump.txt`, 'utf8'));
  const seconds = (at - Date.now()) / 1_000;
  if (seconds < 5) throw new Error('the browser was not ready before the clock was to jump');
  return seconds;
}
