import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Submission } from '../../utils/domain/records';
import { startTrialServer, type TrialServer } from '../bench/forms/trials/server';
import { enter, html } from '../bench/forms/trials/trial';
import { pickFiles } from '../portals/steps/entry';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { readTables, waitForTables } from './records';

/**
 * Windows that a page opens and that close themselves, as old systems edit a record: the message that a
 * window sends while a script closes it never arrives, and only real windows reach each other.
 */
let server: TrialServer;
let session: Session;

beforeAll(async () => {
  server = await startTrialServer();
  session = await launchWithExtension({ port: server.port });
  session.context.on('page', (page) =>
    page.on('dialog', (dialog) => void dialog.accept().catch(() => {})),
  );
  await agree(session, 'values');
});
afterAll(async () => {
  await session?.close();
  await server?.close();
});

const LIST = html(`<h3>困难家庭台账</h3>
  <button class="btn" onclick="window.open('/add','win','width=600,height=420')">新增</button>
  <table border="1"><tr><th>户主</th><th>状态</th></tr><tr><td>刘福贵</td><td>已审核</td></tr></table>`);

const add = (script: string) =>
  html(`<form id="f" action="/answer" method="post"><table>
  <tr><td>户主姓名：</td><td><input name="a"></td></tr><tr><td>家庭人口：</td><td><input name="b"></td></tr>
  <tr><td>致贫原因：</td><td><textarea name="c"></textarea></td></tr></table>
  <input type="button" id="ok" value="保 存" onclick="save()"><input type="button" id="no" value="关 闭" onclick="window.close()">
  </form><script>${script}</script>`);

/** Fills the window in, presses a button there, and leaves the list open. */
async function work(id: string, script: string, answer = '', button = '#ok'): Promise<Page> {
  const trial = { id, pages: { '/': LIST, '/add': add(script), '/answer': answer } };
  server.serve({ ...trial, work: async () => {}, truth: { forms: [], accepted: [] } });
  const page = await session.openTab(`http://${id}.qingshan.gov.cn/`);
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.locator('.btn').click({ delay: 50 }),
  ]);
  await opened.waitForLoadState();
  await enter(opened, {
    '[name=a]': '周桂兰',
    '[name=b]': '4',
    '[name=c]': '因病致贫需长期服药',
  });
  // The window may be gone before the press is acknowledged.
  await opened
    .locator(button)
    .click({ noWaitAfter: true })
    .catch(() => {});
  return opened;
}

const on = (rows: unknown[] | undefined, id: string): readonly Submission[] =>
  ((rows ?? []) as Submission[]).filter(({ platform }) => platform === `${id}.qingshan.gov.cn`);

const POSTS = `function save(){ $('f').submit(); }`;

it.each([
  [
    'closes itself once its request is answered',
    `function save(){ send('/ok', function(){ window.close(); }); }`,
    '',
  ],
  [
    'says so, has the list loaded anew and closes',
    `function save(){ send('/ok', function(){ alert('保存成功'); opener.location.reload(); window.close(); }); }`,
    '',
  ],
  [
    'is answered by a page that has the list loaded anew and closes',
    POSTS,
    `<script>alert('保存成功');opener.location.reload();window.close();</script>`,
  ],
  [
    'is answered by a page that only says so and closes',
    POSTS,
    `<script>alert('操作成功');window.close();</script>`,
  ],
])('a window that %s has submitted its form', async (name, script, answer) => {
  const id = `window-${name.length}`;
  await work(id, script, answer);
  const { submissions } = await waitForTables(session, (tables) =>
    on(tables.submissions, id).some(({ outcome }) => outcome === 'accepted'),
  );
  expect(on(submissions, id)).toMatchObject([{ outcome: 'accepted', fields: { length: 3 } }]);
});

/** Works in a form inside a frame: refused once, then mended and sent again. */
async function workInFrame(id: string, pages: Readonly<Record<string, string>>): Promise<void> {
  server.serve({ id, pages, work: async () => {}, truth: { forms: [], accepted: [] } });
  const page = await session.openTab(`http://${id}.qingshan.gov.cn/`);
  await page.locator('.btn').click();
  const form = page.frameLocator('#inner');
  await enter(form, { '[name=a]': '周桂兰', '[name=b]': '4', '[name=c]': '因病致贫需长期服药' });
  await form.locator('#ok').click();
  await page.waitForTimeout(2_500);
  await enter(form, { '[name=b]': '5' });
  await form.locator('#ok').click({ noWaitAfter: true });
  await page.waitForTimeout(2_500);
}

/** As layer libraries close a frame: its page is written over first, and hears no event from then on. */
const CLOSES = `function done(){ var frame = $('inner'); toast('提交成功');
  frame.contentWindow.document.write(''); frame.contentWindow.close(); frame.remove(); }`;
const OPENS = (script: string) =>
  html(`<h3>困难家庭台账</h3><button class="btn" onclick="$('layer').style.display='block'">新增</button>
  <div id="layer" style="display:none"><iframe id="inner" src="/add"></iframe></div><script>${script}</script>`);
const FAILS_ONCE = `var times = 0; function save(){ times++ ? send('/ok', function(){ parent.done(); })
  : send('/fail', function(answer){ toast(answer.msg); }); }`;
/** A form sent into a hidden frame, whose answer writes over the box with both in it. */
const INTO_HIDDEN = html(`<div id="box"><form name="f" action="/refused" method="post" target="hid">
  <table><tr><td>户主姓名：</td><td><input name="a"></td></tr><tr><td>家庭人口：</td><td><input name="b"></td></tr>
  <tr><td>致贫原因：</td><td><textarea name="c"></textarea></td></tr></table>
  <a href="javascript:void(0)" id="ok" onclick="document.f.submit();document.f.action='/taken'">送审</a></form>
  <iframe name="hid" style="display:none"></iframe></div><script>function fail(m){ toast(m); }
  function done(){ $('box').innerHTML = '<p>申请单 0119 的当前环节：办公室</p>'; }</script>`);

it.each([
  [
    'that is written over and taken away by the answer',
    {
      '/': OPENS(CLOSES),
      '/add': add(FAILS_ONCE),
    },
  ],
  [
    'whose box is written over by the answer in a hidden frame',
    {
      '/': OPENS(''),
      '/add': INTO_HIDDEN,
      '/refused': `<script>parent.fail('所选时段已被占用，请另选！')</script>`,
      '/taken': '<script>parent.done()</script>',
    },
  ],
])('a form %s is submitted once, after one attempt', async (name, pages) => {
  const id = `frame-${name.length}`;
  await workInFrame(id, pages);
  const { submissions } = await waitForTables(session, (tables) =>
    on(tables.submissions, id).some(({ outcome }) => outcome === 'accepted'),
  );
  const told = [...on(submissions, id)].sort((one, other) => one.at - other.at);
  expect(told).toMatchObject([
    { outcome: 'refused' },
    { outcome: 'accepted', fields: { length: 3 } },
  ]);
});

it('a window that is refused and then closed has submitted nothing', async () => {
  const opened = await work(
    'window-refused',
    `function save(){ send('/fail', function(answer){ alert(answer.msg); }); }`,
  );
  await opened.waitForTimeout(1_500);
  await opened
    .locator('#no')
    .click({ noWaitAfter: true })
    .catch(() => {});
  const { submissions } = await waitForTables(
    session,
    (tables) => on(tables.submissions, 'window-refused').length > 0,
  );
  expect(on(submissions, 'window-refused')).toMatchObject([{ outcome: 'unproven' }]);
});

it('a window that is only closed tells nothing', async () => {
  await work(
    'window-closed',
    `window.onunload = function(){ opener.location.reload(); }`,
    '',
    '#no',
  );
  await setTimeout(3_000);
  expect(on((await readTables(session)).submissions, 'window-closed')).toEqual([]);
});

/** A page that takes a spreadsheet, shows its rows as `fill` has them, and hands in what stands there. */
const takesSheet = (head: string, fill: string) =>
  html(`<h3>困难群众批量登记</h3>
  <button type="button" class="btn" onclick="$('file').click()">导入</button><input type="file" id="file" style="display:none" onchange="fill()">
  <form id="f" onsubmit="return false">${head}<table border="1"><tbody id="rows"><tr><th>姓名</th><th>身份证号</th><th>联系电话</th></tr></tbody></table>
  <button type="button" id="ok" onclick="save()">确认提交</button></form>
  <script>var ROWS = [['周桂兰','990101197506070023','19900000011'],['吴小满','990101198808090015','19900000012']];
  function fill(){ ROWS.forEach(function(row){ $('rows').insertAdjacentHTML('beforeend', '<tr>' + row.map(function(cell){ return ${fill}; }).join('') + '</tr>'); }); }
  function save(){ send('/ok', function(){ var told = document.createElement('div'); told.style.cssText = 'position:fixed;top:20px;left:40%';
    told.textContent = '导入成功，共2条'; document.body.append(told); }); }</script>`);

it.each([
  {
    name: 'come into boxes of the page',
    page: takesSheet('', `'<td><input value="' + cell + '"></td>'`),
    values: { 'tr:nth-child(2) td:nth-child(3) input': '19900000013' },
    hows: ['imported', 'imported', 'typed', 'imported', 'imported', 'imported'],
  },
  {
    name: 'are only shown below what is filled in',
    page: takesSheet(
      '<p>填报单位：<input name="dw"></p><p>填报人：<input name="tbr"></p>',
      `'<td>' + cell + '</td>'`,
    ),
    values: { '[name=dw]': '青山镇民政办', '[name=tbr]': '孙玉梅' },
    hows: ['typed', 'typed'],
  },
])(
  'rows of a spreadsheet that $name are handed in, where the page calls it 导入 too',
  async ({ name, page: served, values, hows }) => {
    const id = `window-sheet-${name.length}`;
    const truth = { forms: [], accepted: [] };
    server.serve({ id, pages: { '/': served }, work: async () => {}, truth });
    const page = await session.openTab(`http://${id}.qingshan.gov.cn/`);
    const sheet = join(session.profile, '困难群众.xlsx');
    writeFileSync(sheet, 'PK');
    await pickFiles(page, page.locator('.btn'), [sheet]);
    await enter(page, values);
    await page.locator('#ok').click();
    const { submissions } = await waitForTables(session, (tables) =>
      on(tables.submissions, id).some(({ outcome }) => outcome === 'accepted'),
    );
    const [told] = on(submissions, id);
    expect(on(submissions, id)).toHaveLength(1);
    expect(told?.fields.map(({ how }) => how)).toEqual(hows);
    await page.close();
  },
);

it('of a spreadsheet that is only attached no rows come, and of one handed in no more', async () => {
  const id = 'window-sheet-kept';
  const attached = html(`<h3>困难群众登记</h3>
  <form id="f" onsubmit="return false"><table border="1">
  <tr><td>姓名</td><td><input name="xm"></td></tr><tr><td>身份证号</td><td><input name="sfz" onblur="$('csrq').value = this.value ? this.value.slice(6, 14) : ''"></td></tr>
  <tr><td>出生日期</td><td><input name="csrq" id="csrq"></td></tr>
  <tr><td>附件材料</td><td><input type="file" name="fj"></td></tr></table>
  <button type="button" id="ok" onclick="save()">提交</button></form>
  <script>function save(){ send('/ok', function(){ var told = document.createElement('div'); told.style.cssText = 'position:fixed;top:20px;left:40%';
    told.textContent = '提交成功'; document.body.append(told); setTimeout(function(){ told.remove(); $('f').reset(); }, 1000); }); }</script>`);
  const truth = { forms: [], accepted: [] };
  server.serve({ id, pages: { '/': attached }, work: async () => {}, truth });
  const page = await session.openTab(`http://${id}.qingshan.gov.cn/`);
  const sheet = join(session.profile, '核查名单.xlsx');
  writeFileSync(sheet, 'PK');
  await pickFiles(page, page.locator('[name=fj]'), [sheet]);
  await enter(page, { '[name=xm]': '周桂兰', '[name=sfz]': '990101197506070023' });
  await page.locator('#ok').click();
  const { submissions } = await waitForTables(session, (tables) =>
    on(tables.submissions, id).some(({ outcome }) => outcome === 'accepted'),
  );
  expect(on(submissions, id)[0]?.fields.map(({ how }) => how)).toEqual([
    'typed',
    'typed',
    'script',
  ]);
  await page.close();
});
