import type { Locator, Page } from 'playwright-core';
import type { Observation } from '../../../../utils/domain/observation';
import type { ReadingBrowser } from '../reading-browser';
import { button, fill, type Scope } from './hand';
import type { Accepted, CorpusServer } from './server';
import { htmlOf } from './server';
import type { Act, FieldSpec, FormSpec, PageSpec } from './spec';

/** What was done on a page in one act, and what the reader told of it. */
export interface ActRun {
  readonly act: Act;
  readonly filled: ReadonlyMap<string, 'typed' | 'chosen'>;
  readonly accepted: readonly Accepted[];
  /** Epoch ms. */
  readonly startedAt: number;
  readonly observations: readonly Observation[];
  readonly failure?: string;
}

export interface PageRun {
  readonly spec: PageSpec;
  readonly acts: readonly ActRun[];
  readonly errors: readonly string[];
}

const SLOW_MS = 5000;
/** After this nothing more is told of a submit action. */
const LONGEST_MS = 16_500;

/** @param shots folder for a picture of each act that could not be done */
export async function runPage(
  browser: ReadingBrowser,
  server: CorpusServer,
  spec: PageSpec,
  shots = '',
): Promise<PageRun> {
  server.serve(spec, htmlOf(spec));
  const read = await browser.open();
  const { page } = read;
  page.setDefaultTimeout(6000);
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
  const acts: ActRun[] = [];
  try {
    await open(page, server, spec);
    // What still stands in the form after a refusal: the person only corrects it.
    let standing = new Map<string, 'typed' | 'chosen'>();
    let heard = 0;
    const accepted = () => server.accepted.filter(({ page: id }) => id === spec.id);
    for (const act of spec.acts) {
      const before = accepted().length;
      const startedAt = Date.now();
      const filled = act.do === 'submit' ? standing : new Map<string, 'typed' | 'chosen'>();
      let failure: string | undefined;
      try {
        await perform(page, server, spec, act, filled);
      } catch (error) {
        if (shots) await page.screenshot({ path: `${shots}/${spec.id}-${acts.length}.png` });
        failure = String(error).split('\n').slice(0, 3).join(' ').slice(0, 300);
      }
      acts.push({
        act,
        filled: new Map(filled),
        accepted: accepted().slice(before),
        startedAt,
        observations: read.observations.slice(heard),
        ...(failure ? { failure } : {}),
      });
      heard = read.observations.length;
      const kept =
        act.do === 'submit' &&
        formOf(spec, act.form).after === 'keep' &&
        accepted().length > before;
      const stays =
        act.do === 'submit' &&
        !failure &&
        act.answer !== 'ok' &&
        act.answer !== 'slow' &&
        !classic(spec);
      if (act.do === 'submit' || act.do === 'cancel') standing = stays ? filled : new Map();
      if (failure || kept) {
        standing = new Map();
        await open(page, server, spec).catch(() => {});
      }
    }
    await hearTheRest(page, read.observations, heard, acts);
  } finally {
    await read.close();
  }
  return { spec, acts, errors: read.errors };
}

/** What is told of a submit action only later is still told: a message may come some seconds after it. */
async function hearTheRest(
  page: Page,
  observations: readonly Observation[],
  heard: number,
  acts: ActRun[],
): Promise<void> {
  const last = acts.at(-1);
  const submits = acts.filter(({ act }) => act.do === 'submit' || act.do === 'grid').length;
  const told = () =>
    new Set(observations.flatMap((one) => (one.kind === 'submission' ? [one.id] : []))).size;
  for (let waited = 0; told() < submits && waited < LONGEST_MS; waited += 500) {
    await page.waitForTimeout(500);
  }
  if (last)
    acts[acts.length - 1] = {
      ...last,
      observations: [...last.observations, ...observations.slice(heard)],
    };
}

async function open(page: Page, server: CorpusServer, spec: PageSpec): Promise<void> {
  await page.goto(`http://127.0.0.1:${server.port}/p/${spec.id}`, { timeout: 60_000 });
  await page.waitForTimeout(300);
}

async function perform(
  page: Page,
  server: CorpusServer,
  spec: PageSpec,
  act: Act,
  filled: Map<string, 'typed' | 'chosen'>,
): Promise<void> {
  switch (act.do) {
    case 'submit': {
      const form = formOf(spec, act.form);
      const scope = await openForm(page, server, spec, form);
      const fields =
        act.answer === 'invalid'
          ? form.fields
              .filter(({ required, kind }) => !required && (kind === 'text' || kind === 'textarea'))
              .slice(0, 2)
          : form.fields;
      await fillForm(page, scope, spec, form, fields, filled, act.answer === 'invalid');
      if (act.answer === 'refuse' || act.answer === 'error')
        server.answerNext(spec.id, { mode: act.answer, delayMs: 120 });
      if (act.answer === 'slow') server.answerNext(spec.id, { mode: 'ok', delayMs: SLOW_MS });
      await button(
        outside(page, scope),
        act.how === 'draft' ? (form.draftText ?? '') : form.submitText,
      ).click();
      // Some ask before they look at what was entered, some after.
      if (form.confirm && act.how !== 'draft') await confirm(page);
      await page.waitForTimeout(
        act.answer === 'slow' ? SLOW_MS + 1500 : act.answer === 'invalid' ? 1500 : 1700,
      );
      await dismiss(page);
      return;
    }
    case 'cancel': {
      const form = formOf(spec, act.form);
      const scope = await openForm(page, server, spec, form);
      await fillForm(page, scope, spec, form, form.fields.slice(0, 2), new Map(), true);
      await button(outside(page, scope), form.cancelText).click();
      await page.waitForTimeout(800);
      return;
    }
    case 'search': {
      const word = page.locator('.q-a:visible').first();
      const input =
        (await word.locator('input').count()) > 0 ? word.locator('input').first() : word;
      await input.click();
      await page.keyboard.type('王德福', { delay: 2 });
      await button(page, '查询').or(button(page, '搜索')).first().click();
      await page.waitForTimeout(900);
      return;
    }
    case 'page': {
      const jumper = page
        .locator(
          '.el-pagination__jump input,.ant-pagination-options-quick-jumper input,.layui-laypage-skip input,.pagination-num,.jump,.t-pagination__jump input,.arco-pagination-jumper input,.ivu-page-options-elevator input,.n-pagination-quick-jumper input',
        )
        .last();
      if ((await jumper.count()) === 0) return;
      await jumper.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('2');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(600);
      return;
    }
    case 'comment': {
      const box = page.locator('.talk-box:visible').first();
      const input =
        (await box.locator('textarea').count()) > 0 ? box.locator('textarea').first() : box;
      await input.click();
      await page.keyboard.type('已阅，请按时办结', { delay: 2 });
      await page.locator('.talk-send:visible').click();
      await page.waitForTimeout(1500);
      return;
    }
    case 'grid': {
      if (!spec.grid) return;
      for (const column of spec.grid.columns) {
        for (const row of [0, 1]) {
          const cell = page.locator(`.grid .c-${column.key}:visible`).nth(row);
          const input =
            (await cell.locator('input').count()) > 0 ? cell.locator('input').first() : cell;
          await input.click();
          await page.keyboard.type(column.value, { delay: 1 });
          filled.set(`${column.key}#${row}`, 'typed');
        }
      }
      await page.locator('.grid-save:visible').click();
      await page.waitForTimeout(1500);
    }
  }
}

function classic(spec: PageSpec): boolean {
  return spec.forms.some(({ transport }) => transport === 'post');
}

function formOf(spec: PageSpec, id: string): FormSpec {
  const form = spec.forms.find((one) => one.id === id);
  if (!form) throw new Error(`The page has no form ${id}.`);
  return form;
}

async function openForm(
  page: Page,
  server: CorpusServer,
  spec: PageSpec,
  form: FormSpec,
): Promise<Scope> {
  const [first] = form.fields;
  const shown = page.locator(`.c-${first?.key}:visible`);
  if (form.place === 'page') {
    if ((await shown.count()) === 0) {
      await open(page, server, spec);
      await shown.first().waitFor();
    }
    return page;
  }
  if (spec.split === 'test' && spec.library === 'layui') {
    // The dialog is a frame of its own.
    const frame = page.frameLocator('.layui-layer-iframe iframe');
    if ((await page.locator('.layui-layer-iframe:visible').count()) === 0) {
      await page.locator('.opener:visible').first().click();
    }
    await frame.locator(`.c-${first?.key}`).first().waitFor();
    return frame;
  }
  // A dialog that stands open still may show its second tab.
  if (first && (await tabs(page).count()) > 0) await turnTo(page, spec, form, first);
  if ((await shown.count()) === 0) {
    await page.locator('.opener:visible').first().click();
    await shown.first().waitFor();
    await page.waitForTimeout(450);
  }
  return page;
}

async function fillForm(
  page: Page,
  scope: Scope,
  spec: PageSpec,
  form: FormSpec,
  fields: readonly FieldSpec[],
  filled: Map<string, 'typed' | 'chosen'>,
  partly: boolean,
): Promise<void> {
  const half = Math.ceil(form.fields.length / 2);
  let moved = false;
  const move = async (): Promise<void> => {
    moved = true;
    await button(outside(page, scope), '下一步').click();
    await page.waitForTimeout(300);
  };
  for (const field of form.fields) {
    if (form.place === 'steps' && !moved && form.fields.indexOf(field) >= half) await move();
    if (!fields.includes(field)) continue;
    if (field.prefilled !== undefined) continue;
    // Only texts are entered again where something stands already.
    if (filled.has(field.key) && field.kind !== 'text' && field.kind !== 'textarea') continue;
    await turnTo(page, spec, form, field);
    const done = await fill(page, scope, spec, field);
    if (done) filled.set(done.key, done.how);
  }
  if (form.place === 'steps' && !moved && !partly) await move();
  if (form.place === 'steps' && !moved && partly) await move();
}

/** Opens the tab that a field stands on. */
async function turnTo(page: Page, spec: PageSpec, form: FormSpec, field: FieldSpec): Promise<void> {
  if (spec.look?.layout !== 'tabs') return;
  const second = form.fields.indexOf(field) >= Math.ceil(form.fields.length / 2);
  await tabs(page)
    .nth(second ? 1 : 0)
    .click();
  await page.waitForTimeout(250);
}

function tabs(page: Page): Locator {
  return page.locator('.el-tabs__item:visible,.ant-tabs-tab:visible');
}

/** Where a form's buttons are: around the frame for one that stands in a frame. */
function outside(page: Page, scope: Scope): Page | Locator {
  return 'click' in scope ? scope : page;
}

/** Closes the message that a refused submission has left. */
async function dismiss(page: Page): Promise<void> {
  const box = page.locator(
    '.layui-layer-dialog:visible,.messager-window:visible,.ant-modal-confirm:visible,.el-message-box:visible',
  );
  if ((await box.count()) > 0) {
    await button(box.last(), '确定')
      .click({ timeout: 1500 })
      .catch(() => {});
  }
}

async function confirm(page: Page): Promise<void> {
  const box = page
    .locator(
      '.el-message-box:visible,.ant-modal-confirm:visible,.layui-layer-dialog:visible,.messager-window:visible,.van-dialog:visible,.ask:visible,.t-dialog:visible,.arco-modal-simple:visible,.ivu-modal-confirm:visible,.n-dialog:visible,.t-popconfirm:visible,.arco-popconfirm:visible,.ivu-poptip-popper:visible,.n-popconfirm__panel:visible,.el-popconfirm:visible,.ant-popconfirm:visible',
    )
    .last();
  await box.waitFor({ timeout: 1500 }).catch(() => {});
  if ((await box.count()) === 0) return;
  await button(box, '确定').or(button(box, '确认')).first().click();
}
