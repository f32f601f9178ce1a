import type { PageSignsObservation } from '../../../../utils/domain/observation';
import type { SignalsBrowser } from '../signals-browser';
import { type PortalPage, TIME, TODAY } from './portal-page';

export interface JudgedFact {
  readonly page: string;
  readonly fact: 'newest' | 'state' | 'column' | 'blank' | 'site' | 'complaint' | 'deadlines';
  readonly expected: string;
  readonly found: string;
}

/** Lets every page be read as it stands; each fact of it is judged by itself. */
export async function judgePages(
  browser: SignalsBrowser,
  pages: readonly PortalPage[],
): Promise<readonly JudgedFact[]> {
  const judged: JudgedFact[] = [];
  const { page, ask, close } = await browser.open();
  let served: PortalPage | undefined;
  await page.route('http://www.qingshan.gov.cn/**', (route) =>
    route.fulfill({
      status: served?.status ?? 200,
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${served?.title}</title>${served?.head ?? ''}</head><body>${served?.html}</body></html>`,
    }),
  );
  for (const one of pages) {
    served = one;
    await page.goto('http://www.qingshan.gov.cn/x/index.html');
    const signs = await ask<Omit<PageSignsObservation, 'at' | 'forcedSeconds'>>(
      `signals.readPage('${TODAY}', '${TIME}')`,
    );
    judged.push(...judge(one, signs));
  }
  await close();
  return judged;
}

function judge(
  { name, expected }: PortalPage,
  signs: Omit<PageSignsObservation, 'at' | 'forcedSeconds'>,
): readonly JudgedFact[] {
  const facts: JudgedFact[] = [];
  const add = (fact: JudgedFact['fact'], wanted: string, found: string): void => {
    facts.push({ page: name, fact, expected: wanted, found });
  };
  add('newest', expected.newest ?? '-', signs.newest ?? '-');
  add('state', expected.state, signs.state);
  add('deadlines', expected.deadlines?.join(' ') ?? '-', signs.deadlines?.join(' ') ?? '-');
  if (expected.siteId !== undefined) add('site', expected.siteId, signs.siteId ?? '-');
  if (expected.complaint !== undefined) {
    add('complaint', String(expected.complaint), String(signs.complaintEntry));
  }
  const columns = expected.columns;
  if (columns === undefined) return facts;
  for (const [title, wanted] of Object.entries(columns)) {
    const column = signs.columns.find((found) => found.title === title);
    const found =
      column === undefined ? '-' : column.blank ? 'blank' : (column.newest ?? 'undated');
    add(wanted === 'blank' ? 'blank' : 'column', `${title} ${wanted}`, `${title} ${found}`);
  }
  for (const column of signs.columns) {
    if (column.blank && columns[column.title] !== 'blank') {
      add('blank', `${column.title} -`, `${column.title} blank`);
    }
  }
  return facts;
}
