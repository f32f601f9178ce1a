import type { Page } from 'playwright-core';

/** A page written by hand after one habit of real systems, what a person does on it, and the truth. */
export interface Trial {
  readonly id: string;
  /** Documents by path; `/` is opened. */
  readonly pages: Readonly<Record<string, string>>;
  work(page: Page): Promise<void>;
  readonly truth: Truth;
}

export interface Truth {
  /** The labels of each form that was worked in, in page order. */
  readonly forms: readonly (readonly string[])[];
  /** What was entered by hand in each submission that the server took, by label. */
  readonly accepted: readonly Readonly<Record<string, string>>[];
  /** Submit actions that came to nothing. */
  readonly attempts?: number;
  readonly intents?: readonly string[];
}

/** What every page can call: a request as old pages make it. */
const SCRIPT = `
function send(path, done, fail) {
  var request = new XMLHttpRequest();
  request.open('POST', path);
  request.onload = function () {
    if (request.status >= 400) return fail ? fail() : undefined;
    done(JSON.parse(request.responseText));
  };
  request.send('x=1');
}
function $(id) { return document.getElementById(id); }
function toast(text, name) {
  var box = document.createElement('div');
  box.className = name || 'toast';
  box.style.cssText = 'position:fixed;top:40%;left:45%;background:#333;color:#fff;padding:12px';
  box.textContent = text;
  document.body.appendChild(box);
  setTimeout(function () { box.remove(); }, 2000);
}`;

export function html(body: string, head = ''): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>业务系统</title>${head}<script>${SCRIPT}</script></head><body>${body}</body></html>`;
}

/** Types into each field as a person does: a click, then keys. Select lists are chosen from by keys. */
export async function enter(
  page: Pick<Page, 'locator'>,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [selector, value] of Object.entries(values)) {
    const field = page.locator(selector).first();
    const sort = await field.evaluate((element) =>
      element.tagName === 'SELECT' ? 'select' : (element as HTMLInputElement).type || 'text',
    );
    if (sort === 'select') {
      await field.focus();
      const steps = await field.evaluate(
        (element, text) =>
          Array.from((element as HTMLSelectElement).options).findIndex(
            (option) => option.text === text,
          ) - (element as HTMLSelectElement).selectedIndex,
        value,
      );
      for (let step = 0; step < Math.abs(steps); step++) {
        await field.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
      }
      continue;
    }
    await field.click();
    if (sort === 'radio' || sort === 'checkbox') continue;
    await field.press('Control+A');
    await field.pressSequentially(value, { delay: 3 });
  }
}
