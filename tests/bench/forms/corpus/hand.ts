import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { FieldSpec, PageSpec } from './spec';

/** A person's hand on a corpus page: real mouse and keyboard, no shortcut through the page's script. */

/** Where a form stands: the page, a part of it or a frame. */
export type Scope = Page | Locator | FrameLocator;

export interface Filled {
  readonly key: string;
  readonly how: 'typed' | 'chosen';
}

const QUICK = { timeout: 4000 };

/** Fills one field; returns what was done, or nothing where the field cannot be filled by hand. */
export async function fill(
  page: Page,
  scope: Scope,
  spec: PageSpec,
  field: FieldSpec,
): Promise<Filled | undefined> {
  if (field.kind === 'file' || field.computed) return undefined;
  const root = scope.locator(`.c-${field.key}:visible`).first();
  await root.scrollIntoViewIfNeeded(QUICK);
  // Popups of the field before close with a fade.
  if (field.kind !== 'text' && field.kind !== 'textarea') await page.waitForTimeout(350);
  switch (field.kind) {
    case 'radio':
    case 'checkbox':
      await root.getByText(field.value, { exact: true }).first().click(QUICK);
      return { key: field.key, how: 'chosen' };
    case 'switch':
      await root.click(QUICK);
      return { key: field.key, how: 'chosen' };
    case 'select':
    case 'multiselect':
      return choose(page, scope, root, spec, field);
    case 'cascader':
      await root.click(QUICK);
      for (const step of field.value.split('/')) await option(page, step).click(QUICK);
      return { key: field.key, how: 'chosen' };
    case 'date':
      return date(page, scope, root, spec, field);
    case 'daterange': {
      const [from = '', to = ''] = field.value.split(' 至 ');
      const inputs = root.locator('input');
      if ((await inputs.count()) === 1) {
        await inputs.first().click(QUICK);
        await page.keyboard.type(`${from} - ${to}`);
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        return { key: field.key, how: 'chosen' };
      }
      await inputs.first().click(QUICK);
      await inputs.first().fill('');
      await page.keyboard.type(from);
      await inputs.nth(1).click(QUICK);
      await page.keyboard.type(to);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      return { key: field.key, how: 'chosen' };
    }
    default: {
      const input =
        (await root.locator('input:visible,textarea:visible').count()) > 0
          ? root.locator('input:visible,textarea:visible').first()
          : root;
      try {
        await input.click(QUICK);
      } catch {
        // What the field before proposes lies over this one: going on by the keyboard closes it.
        await page.keyboard.press('Tab');
        await input.click(QUICK);
      }
      await page.keyboard.press('Control+A');
      await page.keyboard.type(field.value, { delay: 2 });
      return { key: field.key, how: 'typed' };
    }
  }
}

function option(page: Scope, text: string): Locator {
  return page
    .locator(
      'li:visible,dd:visible,[role=option]:visible,[role=menuitem]:visible,.ant-select-item-option:visible,.el-cascader-node:visible,.el-cascader-node__label:visible,.ant-cascader-menu-item:visible,.combobox-item:visible,.van-picker-column__item:visible,.opt:visible,.ant-select-tree-title:visible,.el-tree-node__label:visible,.el-select-dropdown__option-item:visible,.n-base-select-option:visible,.n-cascader-option:visible,.arco-cascader-option:visible',
    )
    .filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) })
    .last();
}

async function choose(
  page: Page,
  scope: Scope,
  root: Locator,
  spec: PageSpec,
  field: FieldSpec,
): Promise<Filled> {
  if ((await root.evaluate((element) => element.tagName)) === 'SELECT') {
    // A native list opens outside of the page: the keyboard chooses in it as a person does.
    await root.focus();
    const options = await root.evaluate((element) =>
      Array.from((element as HTMLSelectElement).options, ({ text }) => text),
    );
    for (let step = 0; step < options.indexOf(field.value); step++) {
      await page.keyboard.press('ArrowDown');
    }
    return { key: field.key, how: 'chosen' };
  }
  const arrow = root.locator('.combo-arrow');
  await ((await arrow.count()) > 0 ? arrow : root).click(QUICK);
  await option(scope, field.value).click(QUICK);
  if (spec.library === 'vant') await page.locator('.van-picker__confirm:visible').click(QUICK);
  if (field.kind === 'multiselect') await page.keyboard.press('Escape');
  return { key: field.key, how: 'chosen' };
}

async function date(
  page: Page,
  scope: Scope,
  root: Locator,
  spec: PageSpec,
  field: FieldSpec,
): Promise<Filled> {
  if (spec.library === 'vant') {
    await root.click(QUICK);
    await page.locator('.van-picker__confirm:visible').click(QUICK);
    return { key: field.key, how: 'chosen' };
  }
  if (spec.library === 'layui') {
    await root.click(QUICK);
    await scope
      .locator('.layui-laydate:visible td:not(.laydate-day-prev):not(.laydate-day-next)')
      .nth(9)
      .click(QUICK);
    return { key: field.key, how: 'chosen' };
  }
  const inner = root.locator('input:visible');
  const input = (await inner.count()) > 0 ? inner.first() : root;
  await input.click(QUICK);
  const day = page
    .locator(
      '.el-date-table td.available:visible,.ant-picker-cell-in-view:visible,.calendar-day:not(.calendar-other-month):visible,.t-date-picker__cell:not(.t-date-picker__cell--additional):visible,.arco-picker-cell-in-view:visible,.ivu-date-picker-cells-cell:not(.ivu-date-picker-cells-cell-prev-month):not(.ivu-date-picker-header):visible,.n-date-panel-date:not(.n-date-panel-date--excluded):visible',
    )
    .nth(9);
  if (spec.library !== 'jsp') await day.waitFor({ timeout: 1200 }).catch(() => {});
  if (spec.library !== 'jsp' && (await day.count()) > 0) {
    await day.click(QUICK);
    return { key: field.key, how: 'chosen' };
  }
  await page.keyboard.press('Control+A');
  await page.keyboard.type(field.value, { delay: 2 });
  if (spec.library !== 'jsp') await page.keyboard.press('Enter');
  return { key: field.key, how: 'typed' };
}

/** The button with this text, as a person finds it: visible, the last one on top. */
export function button(scope: Scope, text: string): Locator {
  const spaced = text.replace(/\s+/g, '').split('').join('\\s*');
  return scope
    .locator(
      'button:visible,a:visible,input[type=submit]:visible,input[type=button]:visible,span.btn:visible,div.btn:visible',
    )
    .filter({ hasText: new RegExp(`^\\s*${spaced}\\s*$`) })
    .or(scope.locator(`input[value="${text}"]:visible`))
    .last();
}
