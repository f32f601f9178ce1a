/** The picture of the summary in the readme, from the sample: `tsx tests/pictures/summary.ts`. */
import { join } from 'node:path';
import { launchWithExtension } from '../e2e/browser';
import { agree } from '../e2e/consent';

const session = await launchWithExtension({
  viewport: { width: 1400, height: 1180 },
  args: ['--hide-scrollbars'],
});
try {
  await agree(session, 'values');
  const page = await session.openOwn('options.html');
  await page.evaluate(async () => {
    await chrome.storage.local.set({ settings: { language: 'zh_CN', theme: 'light' } });
    await chrome.storage.managed.get().catch(() => undefined);
  });
  await page.goto(`chrome-extension://${session.extensionId}/report.html#view=sample`);
  await page.locator('[data-action="print"]').waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join('docs', 'summary.png') });
} finally {
  await session.close();
}
