import type { Locator, Page } from 'playwright-core';

/** A field that the hand filled: what it is called on the page, how it was filled, what it then held. */
export interface KeyedField {
  readonly label: string;
  readonly how: 'typed' | 'pasted' | 'chosen';
  readonly value: string;
}

/** One person filling one form with real mouse and keyboard input, keeping note of what was entered. */
export interface Entry {
  readonly page: Page;
  /** What was entered so far; a field that was filled again holds its last value. */
  readonly fields: KeyedField[];
  /** Clicks into the field and types; what was in it is selected first and so replaced. */
  type(label: string, field: Locator, text: string): Promise<void>;
  /** Clicks into the field and types Chinese as an input method does. */
  compose(label: string, field: Locator, text: string): Promise<void>;
  /** Clicks into the field and presses Ctrl+V; `text` is what the clipboard holds. */
  paste(label: string, field: Locator, text: string): Promise<void>;
  /** Notes a value that `act` chose in a list, a calendar or among options. */
  choose(label: string, value: string, act: () => Promise<void>): Promise<void>;
}

export interface EntryOptions {
  /** Time between keys in ms. */
  readonly keyDelayMs?: number;
}

/** Begins a form on the tab. */
export function startEntry(page: Page, { keyDelayMs = 12 }: EntryOptions = {}): Entry {
  const fields: KeyedField[] = [];
  const note = (field: KeyedField): void => {
    const before = fields.findIndex(({ label }) => label === field.label);
    if (before < 0) fields.push(field);
    else fields[before] = field;
  };
  return {
    page,
    fields,
    async type(label, field, text) {
      await typeInto(page, field, text, keyDelayMs);
      note({ label, how: 'typed', value: text });
    },
    async compose(label, field, text) {
      await composeInto(page, field, text);
      note({ label, how: 'typed', value: text });
    },
    async paste(label, field, text) {
      await field.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Control+V');
      note({ label, how: 'pasted', value: text });
    },
    async choose(label, value, act) {
      await act();
      note({ label, how: 'chosen', value });
    },
  };
}

/** Clicks into a field, selects what it holds and types. */
export async function typeInto(
  page: Page,
  field: Locator,
  text: string,
  keyDelayMs = 12,
): Promise<void> {
  await field.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text, { delay: keyDelayMs });
}

/** Types Chinese text as an input method does: letters composed in the field, then the words committed. */
async function composeInto(page: Page, field: Locator, text: string): Promise<void> {
  await field.click();
  const session = await page.context().newCDPSession(page);
  try {
    for (const piece of text.match(/.{1,6}/gsu) ?? []) {
      for (const shown of ['n', 'ni', "ni'h"]) {
        await session.send('Input.imeSetComposition', {
          text: shown,
          selectionStart: shown.length,
          selectionEnd: shown.length,
        });
      }
      await session.send('Input.insertText', { text: piece });
    }
  } finally {
    await session.detach();
  }
}

/** Selects a whole text on the page by a triple click and copies it with Ctrl+C. */
export async function copyText(page: Page, shown: Locator): Promise<void> {
  await shown.click({ clickCount: 3 });
  await page.keyboard.press('Control+C');
}

/** Clicks an option; a list that is still unfolding may miss it and stay open: then once more. */
export async function pickOption(option: Locator): Promise<void> {
  for (let again = 2; ; again -= 1) {
    await option.click();
    try {
      await option.waitFor({ state: 'hidden', timeout: 2_000 });
      return;
    } catch (error) {
      if (again === 0) throw error;
    }
  }
}

/** Clicks what opens the file chooser and picks files of the disk in it. */
export async function pickFiles(
  page: Page,
  opener: Locator,
  paths: readonly string[],
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), opener.click()]);
  await chooser.setFiles([...paths]);
}

/** Drags files of the disk from outside the browser onto a place of the page and drops them. */
export async function dropFiles(
  page: Page,
  target: Locator,
  paths: readonly string[],
): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('The place to drop files on is not shown.');
  const session = await page.context().newCDPSession(page);
  try {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', {
        type,
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
        data: { items: [], files: [...paths], dragOperationsMask: 1 },
      });
    }
  } finally {
    await session.detach();
  }
}

/** A pattern that matches exactly this text, whatever white space stands round it. */
export function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}

/** The text of an element without the white space round it. */
export async function wordsOf(shown: Locator): Promise<string> {
  return ((await shown.textContent()) ?? '').trim();
}

/** The buttons within a place whose whole text is this; icons in them do not matter. */
export function buttonIn(place: Page | Locator, text: string): Locator {
  return place.locator('button').filter({ hasText: exactly(text) });
}
