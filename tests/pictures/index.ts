/**
 * Pictures of every surface, to be looked at: Chinese and English, light and dark, three widths, and
 * the printed page. `npm run pictures -- --out FOLDER`
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../bench/arguments';
import { launchWithExtension } from '../e2e/browser';
import { agree } from '../e2e/consent';

const SURFACES = [
  { name: 'welcome', address: 'welcome.html', widths: [400, 1400] },
  { name: 'popup', address: 'popup.html', widths: [360] },
  { name: 'report-empty', address: 'report.html', widths: [400, 1400] },
  { name: 'report-sample', address: 'report.html#view=sample', widths: [320, 400, 1400] },
  { name: 'practice', address: 'practice.html', widths: [320, 400, 1400] },
  { name: 'trends', address: 'report.html#view=trends', widths: [320, 400, 1400] },
  { name: 'options', address: 'options.html', widths: [400, 1400] },
] as const;

const { options } = readArguments({ out: join('tests', '.artifacts', 'pictures') });
mkdirSync(options.out, { recursive: true });

for (const colorScheme of ['light', 'dark'] as const) {
  const session = await launchWithExtension({ colorScheme });
  try {
    await agree(session, 'values');
    for (const language of ['zh_CN', 'en'] as const) {
      const settings = await session.openOwn('options.html');
      await settings.evaluate(
        (chosen) => chrome.storage.local.set({ settings: { language: chosen } }),
        language,
      );
      await settings.close();
      for (const { name, address, widths } of SURFACES) {
        const page = await session.openOwn(address);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await page.waitForTimeout(400);
          await page.screenshot({
            path: join(options.out, `${name}-${language}-${colorScheme}-${width}.png`),
            fullPage: true,
          });
        }
        if (name === 'report-sample' && colorScheme === 'light') {
          await page.pdf({ path: join(options.out, `${name}-${language}.pdf`), format: 'A4' });
          // The browser's own dialog stays away: only the sheet that it would print is wanted.
          await page.evaluate('window.print = () => {}');
          await page.locator('[data-action="print"]').click();
          await page.locator('[data-action="print-personal"]').click();
          await page.locator('.sheet[data-version="personal"]').waitFor({ state: 'attached' });
          await page.pdf({
            path: join(options.out, `${name}-personal-${language}.pdf`),
            format: 'A4',
          });
        }
        await page.close();
      }
    }
  } finally {
    await session.close();
  }
}
console.log(`Pictures in ${options.out}`);
