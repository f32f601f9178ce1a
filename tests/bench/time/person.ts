import type { EvidenceLog } from '../../../utils/domain/evidence-log';
import type { Interval } from '../../../utils/domain/records';
import { type Browser, startBrowser } from './browser';
import { type Display, until } from './display';
import { agree, countMessages, readEvidence, readIntervals } from './extension';
import type { Site } from './site';
import { type Screen, Truth } from './truth';

const SEEN_WITHIN_MS = 500;

export interface PersonOptions {
  readonly extension: string;
  readonly site: Site;
  readonly display: Display;
  readonly log: (line: string) => void;
}

/** This browser cannot do what a scenario needs. */
export class CannotDo extends Error {}

/** Somebody at a desk: works in a real browser with a real mouse, and knows what was done. */
export class Person {
  readonly truth = new Truth();
  browser!: Browser;
  #other: string | undefined;

  constructor(readonly options: PersonOptions) {}

  get hands(): Display['hands'] {
    return this.options.display.hands;
  }

  /** Starts the browser and agrees to recording. */
  async sitDown(): Promise<void> {
    const { extension, site, display } = this.options;
    this.browser = await startBrowser({ extension, port: site.port, display: display.name });
    await agree(this.browser);
    if (display.name === undefined) return;
    this.#other = await display.openOtherProgram();
    await this.wait(1);
    await this.focusBrowser();
  }

  /** Starts the browser again with the same profile. */
  async startAgain(): Promise<void> {
    const { extension, site, display } = this.options;
    this.browser = await startBrowser({
      extension,
      port: site.port,
      display: display.name,
      profile: this.browser.profile,
    });
  }

  wait(seconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  }

  /** Does something that changes the screen; the change is where the screen was seen to change. */
  async show<Result>(screen: Screen, act: () => Promise<Result>): Promise<Result> {
    const from = Date.now();
    const putTo = this.truth.screen(screen);
    const result = await act();
    const seen = await this.options.display.changeAfter(from, SEEN_WITHIN_MS);
    if (seen !== undefined) putTo(seen);
    return result;
  }

  /** Opens a portal's page in a new tab (or window), which is then in front. */
  async open(host: string, path: string, options: { newWindow?: boolean } = {}): Promise<string> {
    return this.show({ front: host }, async () => {
      const loaded = this.options.site.loaded(path.split('?')[0] as string);
      const target = await this.browser.open(`http://${host}${path}`, options);
      await loaded;
      return target;
    });
  }

  /** The tab that shows a host. */
  async targetOf(host: string): Promise<string> {
    const targets = await this.browser.targets();
    const found = targets.find(({ type, url }) => type === 'page' && url.includes(`//${host}/`));
    if (found === undefined) throw new Error(`no tab shows ${host}`);
    return found.targetId;
  }

  /** Opens a second pane beside the page in front, which stays visible, and a page in it. */
  async openBeside(host: string, path: string, front: Screen, beside: Screen): Promise<void> {
    await this.show(beside, () => this.hands('key', 'alt+shift+n'));
    const opened = async () =>
      (await this.browser.targets()).some(({ url }) => url.includes('split_new_tab_page'));
    await until(opened, 3_000, 'the second pane').catch(() => {
      throw new CannotDo('it has no split view');
    });
    const loaded = this.options.site.loaded(path);
    await this.hands('type', `http://${host}${path}`);
    await this.hands('key', 'Return');
    this.truth.input();
    await loaded;
    this.truth.screen(front);
  }

  /** Turns to what lies at a place of the screen by a click. */
  async turnTo(screen: Screen, x: number, y: number): Promise<void> {
    await this.show(screen, () => this.click(x, y));
  }

  /** Puts a window that shows a host to a place, of this size. */
  async place(host: string, x: number, width: number): Promise<void> {
    const window = (await this.windows(host)).at(-1) as string;
    await this.hands('windowsize', '--sync', window, String(width), '800');
    await this.hands('windowmove', window, String(x), '0');
    await this.wait(0.5);
  }

  /** Sets the zone of the person's days on a page of the extension. */
  async setZone(zone: string): Promise<void> {
    await this.onOwnPage(
      `chrome.storage.local.get('settings').then(({ settings }) =>
        chrome.storage.local.set({ settings: { ...settings, zone: ${JSON.stringify(zone)} } }))`,
    );
  }

  /** Pauses the recording, or takes it up again, on a page of the extension. */
  async setPaused(paused: boolean): Promise<void> {
    await this.onOwnPage(
      paused
        ? `chrome.storage.local.set({ pause: { until: 'resumed' } })`
        : `chrome.storage.local.remove('pause')`,
    );
  }

  private async onOwnPage(expression: string): Promise<void> {
    const page = await this.browser.open(
      `chrome-extension://${this.browser.extensionId}/options.html`,
    );
    await this.wait(1);
    await this.browser.evaluate(page, expression);
    await this.browser.closeTab(page);
    await this.wait(0.5);
  }

  /** Opens a page that is on no list. */
  async openElsewhere(): Promise<void> {
    await this.show({}, () => this.browser.open('http://x.com.cn/read'));
  }

  /** Types one key each second in whatever has the focus. */
  async type(seconds: number): Promise<void> {
    const end = Date.now() + seconds * 1_000;
    while (Date.now() < end - 500) {
      await this.hands('key', 'a');
      this.truth.input();
      await this.wait(Math.min(1, Math.max(0, (end - Date.now()) / 1_000)));
    }
    await this.wait(Math.max(0, (end - Date.now()) / 1_000));
  }

  /** Moves the mouse to a place and presses its button. */
  async click(x = 500, y = 500): Promise<void> {
    await this.hands('mousemove', String(x), String(y), 'click', '1');
    this.truth.input();
  }

  async press(key: string): Promise<void> {
    await this.hands('key', key);
    this.truth.input();
  }

  /** Works in the other program: the portal that is named can still be seen. */
  async turnToOtherProgram(beside?: string): Promise<void> {
    await this.show(beside === undefined ? {} : { beside }, () =>
      this.hands('windowactivate', '--sync', this.#other as string),
    );
  }

  /** Comes back to the browser, or to the window whose title holds a text. */
  async focusBrowser(front?: string, title?: string): Promise<void> {
    const windows = await this.windows(title);
    const activate = () => this.hands('windowactivate', '--sync', windows.at(-1) as string);
    if (front === undefined) await activate();
    else await this.show({ front }, activate);
  }

  async windows(title?: string): Promise<string[]> {
    const words =
      title === undefined ? ['--class', 'chromium'] : ['--name', title.replaceAll('.', '\\.')];
    const search = () => this.hands('search', '--onlyvisible', ...words);
    // A window that goes during the search makes it fail.
    return (await search().catch(search)).split('\n').filter(Boolean);
  }

  /** Stops every process of the browser, and lets them go on after some seconds. */
  async standStill(seconds: number): Promise<void> {
    const { pid } = this.browser.process;
    process.kill(-(pid as number), 'SIGSTOP');
    await this.wait(seconds);
    process.kill(-(pid as number), 'SIGCONT');
  }

  countMessages(): Promise<number> {
    return countMessages(this.browser);
  }

  readEvidence(): Promise<EvidenceLog> {
    return readEvidence(this.browser);
  }

  /** Leaves all portals and reads what was recorded. */
  async lookAtRecords(): Promise<readonly Interval[]> {
    await this.wait(2);
    let intervals = await readIntervals(this.browser);
    // What is under way to the worker arrives within seconds.
    await until(
      async () => {
        const again = await readIntervals(this.browser);
        const same = JSON.stringify(again) === JSON.stringify(intervals);
        intervals = again;
        return same;
      },
      20_000,
      'the records to rest',
    );
    return intervals;
  }
}
