/**
 * Pictures of every surface with data, to be looked at: Chinese and English; light, dark, high
 * contrast and the system's forced colours; narrow, wide and at 200 %; and the printed pages.
 *
 * `npm run pictures -- --out FOLDER --only NAME,NAME --languages zh_CN --looks light --widths 1400`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { shiftWeek, weekAt } from '../../utils/domain/week';
import { readArguments } from '../bench/arguments';
import { bundleForPage } from '../bundle-for-page';
import { launchWithExtension, type Session } from '../e2e/browser';
import { agree } from '../e2e/consent';
import { openPopup } from '../e2e/popup';
import { type State, SURFACES, type Surface } from './surfaces';
import { unitFiles } from './unit-files';

type Look = 'light' | 'dark' | 'contrast' | 'forced';

const { options } = readArguments({
  out: join('tests', '.artifacts', 'pictures'),
  only: '',
  languages: 'zh_CN,en',
  looks: 'light,dark,contrast,forced',
  // 683 px is what a screen of 1366 px shows at 200 %.
  widths: '320,400,683,1400',
});
const list = (text: string) => text.split(',').filter((one) => one !== '');
const only = list(options.only);
const wanted = (name: string) => only.length === 0 || only.some((one) => name.startsWith(one));
mkdirSync(options.out, { recursive: true });

const running = weekAt(Date.now(), 'Asia/Shanghai').key;
const files = unitFiles([-4, -3, -2, -1].map((weeks) => shiftWeek(running, weeks)));
const code = await bundleForPage(new URL('township-history.ts', import.meta.url), 'township');

for (const state of ['not-agreed', 'empty', 'little', 'year', 'broken'] satisfies State[]) {
  const surfaces = SURFACES.filter((one) => one.state === state && wanted(one.name));
  const popups = wanted('popup');
  if (surfaces.length === 0 && !popups) continue;
  // A scroll bar would take its width from the page, but not from the picture.
  const session = await launchWithExtension({ args: ['--hide-scrollbars'] });
  try {
    await bring(session, state);
    for (const language of list(options.languages)) {
      for (const look of list(options.looks) as Look[]) {
        await choose(session, language, look);
        for (const surface of surfaces) await shoot(session, surface, language, look);
        if (popups) await shootPopups(session, state, `${language}-${look}`);
      }
    }
    for (const error of session.pageErrors) console.log(`error on a page: ${error}`);
  } finally {
    await session.close();
  }
}
console.log(`Pictures in ${options.out}`);

/** Brings the computer into a state, with the extension's own database code. */
async function bring(session: Session, state: State): Promise<void> {
  if (state === 'not-agreed') return;
  await agree(session, 'values');
  const page = await session.openOwn('options.html');
  // Just after its start the browser takes seconds to tell of a policy; until then some menus wait.
  await page.evaluate(() => chrome.storage.managed.get().catch(() => undefined));
  if (state === 'empty') return page.close();
  await page.evaluate(code);
  await page.evaluate(`township.townshipHistory(Date.now(), ${state === 'little' ? 1 : 44})`);
  if (state === 'broken') await page.evaluate('township.addFaults(Date.now())');
  await page.close();
}

async function choose(session: Session, language: string, look: Look): Promise<void> {
  const page = await session.openOwn('options.html');
  await page.evaluate((settings) => chrome.storage.local.set({ settings }), {
    language,
    theme: look === 'forced' ? 'light' : look,
  });
  await page.close();
}

async function shoot(
  session: Session,
  { name, address, steps, printed, windowOnly }: Surface,
  language: string,
  look: Look,
): Promise<void> {
  const page = await session.openTab();
  const picture = (what: string) => join(options.out, `${name}-${language}-${look}-${what}`);
  try {
    await page.emulateMedia({ forcedColors: look === 'forced' ? 'active' : 'none' });
    await page.goto(`chrome-extension://${session.extensionId}/${address}`);
    await page.locator('h1, h2').first().waitFor();
    await page.waitForTimeout(500);
    await steps?.(page, files);
    await page.waitForTimeout(400);
    for (const width of list(options.widths).map(Number)) {
      await page.setViewportSize({ width, height: width > 1000 ? 768 : 700 });
      await page.waitForTimeout(150);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (beyond > 0) console.log(`${name} ${language} at ${width} px: ${beyond} px too wide`);
      await page.screenshot({ path: picture(`${width}.png`), fullPage: windowOnly !== true });
    }
    if (printed === true && look === 'light') await print(page, picture);
  } catch (error) {
    console.log(`${name} ${language} ${look}: ${(error as Error).message.split('\n')[0]}`);
  } finally {
    await page.close();
  }
}

/** The page as printed; a week's summary in both versions. */
async function print(page: Page, picture: (what: string) => string): Promise<void> {
  await page.pdf({ path: picture('printed.pdf'), format: 'A4' });
  const menu = page.locator('[data-action="print"]');
  if ((await menu.count()) === 0) return;
  // The browser's own dialog stays away: only the sheet that it would print is wanted.
  await page.evaluate('window.print = () => {}');
  await menu.click();
  await page.locator('[data-action="print-personal"]').click();
  const sheet = page.locator('.sheet[data-version="personal"]');
  if ((await sheet.count()) === 0) return;
  await page.pdf({ path: picture('printed-personal.pdf'), format: 'A4' });
}

/** The real popup over sites of every kind. */
async function shootPopups(session: Session, state: State, variant: string): Promise<void> {
  const fronts: Readonly<Record<string, { url: string; title: string } | undefined>> = {
    none: undefined,
    ...(state === 'not-agreed'
      ? {}
      : {
          recorded: { url: 'http://mz.qingshan.gov.cn/form', title: '' },
          free: { url: 'https://oa.example.com/', title: '' },
          intranet: { url: 'http://10.20.30.40:8080/index', title: '' },
          never: { url: 'https://www.12388.gov.cn/', title: '' },
        }),
  };
  const tab = await session.openTab();
  const shot = async (name: string, front: (typeof fronts)[string]) => {
    // A closed popup leaves no window in front for a moment.
    await tab.bringToFront();
    const popup = await openPopup(session, front);
    if (variant.endsWith('forced')) await popup.forceColors();
    await new Promise((done) => setTimeout(done, 500));
    writeFileSync(
      join(options.out, `popup-${state}-${name}-${variant}.png`),
      await popup.screenshot(),
    );
    await popup.close();
  };
  try {
    for (const [name, front] of Object.entries(fronts)) {
      await shot(name, front).catch((error: Error) =>
        console.log(`popup ${name}: ${error.message}`),
      );
    }
    if (state === 'year') {
      const settings = await session.openOwn('options.html');
      const pause = (value: object | undefined) =>
        settings.evaluate(
          (given) =>
            given === undefined
              ? chrome.storage.local.remove('pause')
              : chrome.storage.local.set({ pause: given }),
          value,
        );
      await pause({ until: Date.now() + 900_000 });
      await shot('paused', fronts.recorded);
      await pause(undefined);
      await settings.close();
    }
  } finally {
    await tab.close();
  }
}
