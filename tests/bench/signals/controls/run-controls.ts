import type { SignalsBrowser } from '../signals-browser';
import type { ControlPage } from './control-page';

export interface JudgedControl {
  readonly page: string;
  readonly text: string;
  readonly expected: string;
  readonly found: string;
  readonly reading: unknown;
}

interface Classified {
  readonly action: string | null;
  readonly reading: { readonly text: string; readonly names: readonly string[] } | null;
}

/** Lets every marked control of the pages be judged as it stands there. */
export async function judgeControls(
  browser: SignalsBrowser,
  pages: readonly ControlPage[],
): Promise<readonly JudgedControl[]> {
  const judged: JudgedControl[] = [];
  const { page, ask, close } = await browser.open();
  let served = '';
  await page.route('http://bench.qingshan.gov.cn/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: served }),
  );
  for (const [index, { name, html, title = '青山县平台' }] of pages.entries()) {
    served = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title><style>.el-dialog,.ant-modal,.el-message-box{display:block}</style></head><body>${html}</body></html>`;
    await page.goto(`http://bench.qingshan.gov.cn/page/${index}.html`);
    const expected = await page.evaluate(() =>
      Array.from(document.querySelectorAll('[x]'), (element, place) => {
        element.setAttribute('x-place', String(place));
        return element.getAttribute('x') ?? '';
      }),
    );
    for (const [place, kind] of expected.entries()) {
      const { action, reading } = await ask<Classified>(`signals.classify('[x-place="${place}"]')`);
      judged.push({
        page: name,
        text: reading ? reading.text || reading.names.join('/') || '(icon)' : '(no control)',
        expected: kind,
        found: action ?? '-',
        reading,
      });
    }
  }
  await close();
  return judged;
}
