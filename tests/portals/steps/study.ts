import type { Page } from 'playwright-core';
import { HOSTS, portalUrl } from '../hosts';
import { wordsOf } from './entry';

/** 学习平台, on Vant. */

export interface StudyOptions {
  /** Seconds of film after which the presence pop-up comes; never if absent. */
  readonly presenceAfter?: number;
  /** Seconds for which the reading button stays shut; 10 if absent. */
  readonly readingSeconds?: number;
}

export async function openStudy(page: Page, options: StudyOptions = {}): Promise<void> {
  const query = new URLSearchParams();
  if (options.presenceAfter) query.set('presence', String(options.presenceAfter));
  if (options.readingSeconds) query.set('reading', String(options.readingSeconds));
  const loaded = page.waitForResponse((response) => response.url().endsWith('/h5/state'));
  await page.goto(portalUrl(HOSTS.study, `/?${query}`));
  await loaded;
  await page.locator('.van-tabbar-item').first().waitFor();
}

/** Presses 学习打卡; it then reads 今日已打卡. */
export async function clockIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '学习打卡' }).click();
  await page.getByRole('button', { name: '今日已打卡' }).waitFor();
}

async function filmAt(page: Page): Promise<number> {
  return page.locator('video').evaluate((film) => (film as HTMLVideoElement).currentTime * 1000);
}

/** Starts the lesson film by a click on it; gives its position in ms once it runs. */
export async function startFilm(page: Page): Promise<number> {
  await page.locator('.van-tabbar-item').filter({ hasText: '课程' }).click();
  const film = page.locator('video');
  await film.evaluate(
    (element) =>
      new Promise<void>((done) => {
        const video = element as HTMLVideoElement;
        if (video.readyState >= 2) done();
        else video.addEventListener('loadeddata', () => done(), { once: true });
      }),
  );
  const before = await filmAt(page);
  // The player takes two clicks in quick succession for a double one and fills the screen.
  await page.waitForTimeout(500);
  await film.click({ position: { x: 120, y: 60 } });
  while ((await filmAt(page)) <= before) await page.waitForTimeout(50);
  return before;
}

/** Pauses the film by a click on it; gives its position in ms. */
export async function pauseFilm(page: Page): Promise<number> {
  await page.locator('video').click({ position: { x: 120, y: 60 } });
  await page.waitForFunction('document.querySelector("video").paused');
  return filmAt(page);
}

/** Watches the film for a time and pauses it; gives how far it ran, in ms. */
export async function watchFilm(page: Page, watchMs: number): Promise<number> {
  const from = await startFilm(page);
  await page.waitForTimeout(watchMs);
  return (await pauseFilm(page)) - from;
}

/** Waits for the presence pop-up and answers it. */
export async function confirmPresence(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/h5/presence'));
  await page.getByRole('button', { name: '确认在岗' }).click();
  await answered;
}

/** Opens the article, waits out its countdown and confirms the reading. */
export async function readArticle(page: Page): Promise<void> {
  await page.locator('.van-tabbar-item').filter({ hasText: '首页' }).click();
  await page.locator('.van-cell').filter({ hasText: '理论文章' }).click();
  await page.getByRole('button', { name: '我已阅读' }).click();
  await page.getByRole('button', { name: '已完成阅读' }).waitFor();
}

/** Answers all questions and hands in; gives the score shown. */
export async function takeQuiz(page: Page, answers: string): Promise<number> {
  await page.locator('.van-tabbar-item').filter({ hasText: '答题' }).click();
  for (const [index, answer] of [...answers].entries()) {
    await page
      .locator('.van-radio-group')
      .nth(index)
      .locator('.van-radio')
      .nth('ABCD'.indexOf(answer))
      .click();
  }
  await page.getByRole('button', { name: '交卷' }).click();
  await page.locator('.score').waitFor();
  return Number(await wordsOf(page.locator('.score')));
}
