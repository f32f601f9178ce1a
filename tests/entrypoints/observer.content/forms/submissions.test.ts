// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeardInput, ObserverContext } from '../../../../entrypoints/observer.content/context';
import type * as StartForms from '../../../../entrypoints/observer.content/forms/start-forms';
import type { Observation, SubmissionObservation } from '../../../../utils/domain/observation';
import type { PageClass } from '../../../../utils/domain/page-class';

/** A person's hand on a page without a browser: events count as trusted, time is at our command. */
let startForms: typeof StartForms.startForms;
let end: AbortController;
let told: Observation[];

beforeAll(async () => {
  Element.prototype.checkVisibility = function visible(this: Element): boolean {
    return this.isConnected && this.closest('[hidden],[style*="display:none"]') === null;
  };
  ({ startForms } = await import('../../../../entrypoints/observer.content/forms/start-forms'));
});

let input: HeardInput;
let around: { pageClass: PageClass };

/** Who hears of the page's requests. */
let hearing: ((list: { getEntries(): readonly object[] }) => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  hearing = [];
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(hear: (typeof hearing)[number]) {
        hearing.push(hear);
      }
      observe(): void {}
      disconnect(): void {}
      takeRecords(): readonly object[] {
        return [];
      }
    },
  );
  told = [];
  end = new AbortController();
  input = { lastAt: 0 };
  const context: Partial<ObserverContext> = {
    input,
    send: (observation) => void told.push(observation),
    now: () => Date.now(),
    buffered: [],
    pageClass: 'list',
  };
  around = context as { pageClass: PageClass };
  startForms(context as ObserverContext, end.signal);
});

afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

const at = (selector: string) => document.querySelector(selector) as HTMLElement;

function fire(target: Element, type: string, more: Record<string, unknown> = {}): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperties(event, {
    isTrusted: { value: true },
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, { value }])),
  });
  target.dispatchEvent(event);
}

async function type(selector: string, text: string): Promise<void> {
  const input = at(selector) as HTMLInputElement;
  fire(input, 'focusin');
  input.value = text;
  fire(input, 'input', { inputType: 'insertText' });
  await vi.advanceTimersByTimeAsync(500);
}

/** One key after the other, as presence hears them, 120 ms apart. */
async function typeKeys(selector: string, text: string): Promise<void> {
  const box = at(selector) as HTMLInputElement;
  for (const character of text) {
    const key = new Event('keydown', { bubbles: true });
    Object.defineProperties(key, { keyCode: { value: 229 }, target: { value: box } });
    input.lastAt = Date.now();
    input.heard?.(input.lastAt, key as KeyboardEvent);
    box.value += character;
    fire(box, 'input', { inputType: 'insertText' });
    await vi.advanceTimersByTimeAsync(120);
  }
}

async function click(selector: string, waitMs = 600): Promise<void> {
  fire(at(selector), 'click');
  await vi.advanceTimersByTimeAsync(waitMs);
}

/** The page's server answers now. */
function answer(responseStatus = 200): void {
  const [startTime, responseEnd] = [performance.now(), performance.now() + 80];
  const entry = {
    name: '/api/save',
    initiatorType: 'fetch',
    startTime,
    responseEnd,
    responseStatus,
  };
  for (const hear of hearing) hear({ getEntries: () => [entry] });
}

/** The button is pressed, the server answers, and the page says that all was taken. */
async function handIn(): Promise<void> {
  fire(at('#ok'), 'click');
  await vi.advanceTimersByTimeAsync(300);
  answer();
  document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
  await vi.advanceTimersByTimeAsync(20_000);
  at('.toast').remove();
}

const submissions = () =>
  told.filter((one): one is SubmissionObservation => one.kind === 'submission');

const entered = ({ form, entries }: SubmissionObservation) =>
  entries.map(({ field, value }) => `${form.fields[field]?.labels[0]?.text} ${value}`);

function page(html: string): void {
  document.body.innerHTML = html;
}

const DIALOG = `<button id="new">新增</button><div role="dialog" id="box">
  <p>姓名</p><input id="a"><p>电话</p><input id="b" value="199">
  <button id="ok">确定</button><button id="no">取消</button></div>`;

describe('a submit action', () => {
  it('on a form in which nothing was entered is none', async () => {
    page(DIALOG);
    await click('#ok', 20_000);
    expect(submissions()).toEqual([]);
  });

  it('that nothing answers is an attempt', async () => {
    page(DIALOG);
    await type('#a', '张建国');
    await click('#ok', 20_000);
    expect(submissions()).toMatchObject([{ outcome: 'unproven' }]);
  });

  it('is proven by the form going and the message that comes', async () => {
    page(DIALOG);
    await type('#a', '张建国');
    fire(at('#ok'), 'click');
    at('#box').hidden = true;
    document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(submissions()).toMatchObject([
      { outcome: 'accepted', evidence: expect.arrayContaining(['fields-gone', 'success-text']) },
    ]);
    expect(submissions().map(entered)).toEqual([['姓名 张建国', '电话 199']]);
  });

  it('is Enter in a field, where presence hears it and the page shows that it was taken', async () => {
    page(DIALOG);
    await type('#a', '张建国');
    const enter = new Event('keydown', { bubbles: true });
    Object.defineProperties(enter, {
      isTrusted: { value: true },
      key: { value: 'Enter' },
      keyCode: { value: 13 },
      target: { value: at('#a') },
    });
    input.heard?.(Date.now(), enter as KeyboardEvent);
    at('#box').hidden = true;
    document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(submissions()).toMatchObject([{ outcome: 'accepted' }]);
    end.abort();
    expect(input.heard).toBeUndefined();
  });

  it('counts what was typed key by key, and the next record typed at once after it', async () => {
    page(DIALOG);
    fire(at('#a'), 'focusin');
    await typeKeys('#a', '张建国李四王五赵六钱七孙八周九吴十');
    const taken = async () => {
      fire(at('#ok'), 'click');
      for (const box of document.querySelectorAll('input')) box.value = '';
      document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
      await vi.advanceTimersByTimeAsync(700);
    };
    await taken();
    await typeKeys('#a', '李四');
    await vi.advanceTimersByTimeAsync(4_000);
    document.querySelector('.toast')?.remove();
    await taken();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(submissions().map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    const [first, second] = submissions().map(({ entries }) =>
      entries.find(({ how }) => how === 'typed'),
    );
    expect([first?.value, second?.value]).toEqual(['张建国李四王五赵六钱七孙八周九吴十', '李四']);
    expect(first?.inputMs).toBeGreaterThan(0);
    expect(first?.workingMs).toBeGreaterThanOrEqual(16 * 120);
  });

  it('is done on a form, whatever the page below is: a list is one again once it was taken or given up', async () => {
    page(DIALOG);
    expect(around.pageClass).toBe('list');
    await type('#a', '张建国');
    expect(around.pageClass).toBe('form');
    fire(at('#ok'), 'click');
    at('#box').hidden = true;
    document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(around.pageClass).toBe('list');
    at('#box').hidden = false;
    await type('#a', '李四');
    expect(around.pageClass).toBe('form');
    fire(at('#no'), 'click');
    expect(around.pageClass).toBe('list');
  });

  it('does not hear the inputs of a box for a second each while keys go on in it', async () => {
    page(DIALOG);
    fire(at('#a'), 'focusin');
    const rests = vi.spyOn(window, 'removeEventListener');
    const goesOn = vi.spyOn(window, 'addEventListener');
    await typeKeys('#a', '张'.repeat(50));
    const of = (calls: typeof rests | typeof goesOn) =>
      calls.mock.calls.filter(([type]) => type === 'input').length;
    expect(of(rests)).toBeGreaterThanOrEqual(4);
    expect(of(rests)).toBeLessThanOrEqual(7);
    expect(of(rests) - of(goesOn)).toBeLessThanOrEqual(1);
    vi.restoreAllMocks();
    await click('#ok', 20_000);
    const [entry] = submissions()[0]?.entries ?? [];
    expect(entry).toMatchObject({ value: '张'.repeat(50), inputMs: 50 * 120 });
    expect(entry?.workingMs).toBeGreaterThanOrEqual(49 * 120);
  });

  it('counts an input that no key brings, also in a box that was typed in', async () => {
    page(DIALOG);
    fire(at('#a'), 'focusin');
    await typeKeys('#a', '张');
    // By voice: half a minute without a key.
    for (let seconds = 0; seconds < 30; seconds += 1) {
      (at('#a') as HTMLInputElement).value += '说';
      fire(at('#a'), 'input', { inputType: 'insertText' });
      await vi.advanceTimersByTimeAsync(1_000);
    }
    await click('#ok', 20_000);
    const [entry] = submissions()[0]?.entries ?? [];
    expect(entry?.inputMs).toBeGreaterThanOrEqual(30_000);
  });

  it('is the person\u2019s: a page that submits its prefilled form by itself has no part in it', async () => {
    const submits = async (press: string) => {
      page(`<p id="elsewhere">通知</p><form id="f"><label>姓名 <input id="a" value="张建国"></label>
        <label>电话 <input id="b" value="199"></label><button id="go">提交</button></form>`);
      fire(at(press), 'click');
      await vi.advanceTimersByTimeAsync(2_000);
      fire(at('#f'), 'submit');
      document.body.insertAdjacentHTML('beforeend', '<div class="toast">提交成功</div>');
      at('#f').remove();
      await vi.advanceTimersByTimeAsync(20_000);
      return submissions().filter(({ outcome }) => outcome === 'accepted').length;
    };
    expect(await submits('#elsewhere')).toBe(0);
    expect(await submits('#go')).toBe(1);
  });

  it('is refused by what stands beside the field then', async () => {
    page(DIALOG);
    await type('#a', '张');
    fire(at('#ok'), 'click');
    at('#a').insertAdjacentHTML('afterend', '<span class="error-msg">姓名格式不正确</span>');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(submissions()).toMatchObject([{ outcome: 'refused' }]);
  });
});

/** A page of plain markup: what is pressed and where the answer appears differ. */
async function hand(button: string, answer: string, cleared: boolean): Promise<string | undefined> {
  page(`<div class="page"><h3>走访登记</h3><div id="root"><p>姓名</p><input id="a"><p>住址</p>
    <input id="b"><div class="acts">${button}</div></div></div>`);
  await type('#a', '张建国');
  await type('#b', '青山镇一组');
  fire(at('#go'), 'click');
  if (cleared) for (const input of document.querySelectorAll('input')) input.value = '';
  at('#root').insertAdjacentHTML('afterbegin', answer);
  await vi.advanceTimersByTimeAsync(20_000);
  return submissions()[0]?.outcome;
}

const FLOATING = (text: string) => `<div style="position:fixed">${text}</div>`;

describe('what is pressed', () => {
  it.each([
    '<a id="go" href="javascript:;">报送</a>',
    '<span id="go" class="btn">报送</span>',
    '<div id="go">报送</div>',
    '<ul><li id="go">报送</li></ul>',
    '<table><tr><td id="go" style="cursor:pointer">报送</td></tr></table>',
    '<a id="go" class="l-btn"><i class="fa fa-save"></i><span class="l-btn-text">报送</span></a>',
  ])('may be %s', async (button) => {
    expect(await hand(button, FLOATING('报送成功！'), true)).toBe('accepted');
  });
});

it('does not take the name of a field for a button', async () => {
  page(
    '<form><table><tr><td id="label">提交单位</td><td><input id="a"></td></tr><tr><td>姓名</td><td><input></td></tr></table><button>保存</button></form>',
  );
  await type('#a', '青山镇');
  await click('#label', 20_000);
  expect(submissions()).toEqual([]);
});

it.each([
  '<nav><a id="go" href="#">数据上报</a></nav>',
  '<ul class="el-menu" role="menubar"><li id="go" class="el-menu-item" role="menuitem">信息报送</li></ul>',
  '<div class="tabs"><div id="go" role="tab">提交</div></div>',
])('does not take a way to elsewhere for a button: %s', async (menu) => {
  page(`${menu}<div><p>姓名</p><input id="a"><p>电话</p><input><button>保存</button></div>`);
  await type('#a', '张建国');
  await click('#go', 20_000);
  expect(submissions()).toEqual([]);
});

describe('what the page answers', () => {
  const button = '<button id="go">提交</button>';

  it.each([
    FLOATING('您的申请已提交'),
    FLOATING('保存成功！是否继续添加？'),
    FLOATING('提交完毕'),
    '<div class="strip"><b>登记完成</b></div>',
  ])('accepts: %s', async (answer) => {
    expect(await hand(button, answer, true)).toBe('accepted');
  });

  it.each([
    FLOATING('请勿重复提交'),
    FLOATING('年龄应在0-120之间'),
    FLOATING('无权操作'),
    '<p>提交失败：该户已登记</p>',
    '<center><font color="red">保存失败！</font></center>',
    '<div class="jbox-body"><div class="jbox-content">操作失败，请联系管理员</div></div>',
  ])('refuses: %s', async (answer) => {
    expect(await hand(button, answer, false)).toBe('refused');
  });
});

describe('steps in a dialog', () => {
  const first = '<p>姓名</p><input id="a"><button id="next">下一步</button>';
  const second = '<p>住址</p><input id="c"><p>备注</p><input id="d"><button id="ok">提交</button>';
  const box = (inner: string) =>
    `<div role="dialog" id="box">${inner}<button id="no">取消</button></div>`;

  async function finish(): Promise<void> {
    await type('#c', '青山镇一组');
    fire(at('#ok'), 'click');
    at('#box').hidden = true;
    document.body.insertAdjacentHTML('beforeend', '<div class="toast">提交成功</div>');
    await vi.advanceTimersByTimeAsync(4_000);
  }

  it('are one submission', async () => {
    page(box(`${first}<p>电话</p><input id="b">`));
    await type('#a', '张建国');
    await click('#next');
    at('#box').innerHTML = second;
    await finish();
    expect(submissions().map(entered)).toEqual([['姓名 张建国', '住址 青山镇一组']]);
  });

  it('do not count in the next submission where the dialog was closed', async () => {
    page(box(`${first}<p>电话</p><input id="b">`));
    await type('#a', '张建国');
    await click('#next');
    at('#box').firstElementChild?.remove();
    fire(at('#no'), 'click');
    at('#box').remove();
    await vi.advanceTimersByTimeAsync(2_000);
    page(box(second));
    await finish();
    expect(submissions().map(entered)).toEqual([['住址 青山镇一组']]);
  });

  it('do not count once more where a draft of them was saved and the dialog went', async () => {
    page(box(`${first}<p>电话</p><input id="b">`));
    await type('#a', '张建国');
    await click('#next');
    at('#box').innerHTML = second.replace('提交', '暂存');
    await finish();
    at('#box').remove();
    page(box(second));
    await finish();
    expect(submissions().map(entered)).toEqual([
      ['姓名 张建国', '住址 青山镇一组'],
      ['住址 青山镇一组'],
    ]);
  });
});

describe('the 确定 of something else', () => {
  const FORM = `<div><p>会议名称</p><input id="a"><p>参会人数</p><input id="b">
    <div id="go" class="btn" onclick=""><button id="ok">提交</button></div></div>`;

  it('confirms what was picked from a list', async () => {
    page(`${FORM}<div class="adm-picker" style="position:fixed"><span>低保户</span>
      <button id="pick">确定</button></div>`);
    await type('#a', '支部大会');
    await click('#pick', 20_000);
    expect(submissions()).toEqual([]);
  });

  it('takes note of a message, and was no second attempt', async () => {
    page(FORM);
    await type('#a', '支部大会');
    fire(at('#ok'), 'click');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div class="tipbox" style="position:fixed"><p>保存失败，会议名称重复</p><button id="known">确定</button></div>',
    );
    await vi.advanceTimersByTimeAsync(20_000);
    expect(submissions()).toMatchObject([{ outcome: 'refused' }]);
    await click('#known', 20_000);
    expect(submissions()).toHaveLength(1);
  });
});

describe('a question that no submit action brought up', () => {
  const list = (question: string) => `<div><p>姓名</p><input id="a"><p>电话</p><input id="b">
    <button id="ok">登记</button><table><tr><td>李四</td><td><a>删除</a></td></tr></table></div>
    <div class="el-popconfirm" style="position:fixed"><p>${question}</p><button id="sure">确定</button></div>`;

  it.each([
    ['确定删除该记录吗？', 'deletes a row', 0],
    ['确定取消编辑？', 'gives up', 0],
    ['确认提交以上信息吗？', 'submits what a button without a word began', 1],
  ])('%s: its answer %s', async (question, _what, told) => {
    page(list(question));
    await type('#a', '张建国');
    fire(at('#sure'), 'click');
    at('.el-popconfirm').remove();
    document.body.insertAdjacentHTML('beforeend', '<div class="toast">操作成功</div>');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(submissions()).toHaveLength(told);
  });
});

describe('a main button whose word nobody here knows', () => {
  const form = (button: string) => `<section><div><div class="el-form"><p>姓名</p><input id="a">
    <p>电话</p><input id="b"></div><div class="foot">${button}</div></div></section>`;
  const press = async (button: string, texts: readonly string[] = ['张建国', '199']) => {
    page(form(button));
    for (const [index, text] of texts.entries()) await type(index ? '#b' : '#a', text);
    fire(at('#ok'), 'click');
    answer();
    at('section').innerHTML = '<p>1024</p>';
    await vi.advanceTimersByTimeAsync(20_000);
    return submissions().map(entered);
  };

  it('hands the form in that goes with what was written in it, once an answer came', async () => {
    expect(await press('<button id="ok" class="el-button--primary">建档立卷</button>')).toEqual([
      ['姓名 张建国', '电话 199'],
    ]);
  });

  it.each([
    ['looks like any other', '<button id="ok" class="el-button">建档立卷</button>'],
    ['is a link', '<a id="ok" class="btn-primary">建档立卷</a>'],
    ['leads back', '<button id="ok" class="el-button--primary">返回列表</button>'],
  ])('hands nothing in where it %s', async (_what, button) => {
    expect(await press(button)).toEqual([]);
  });

  it('hands nothing in where hardly anything was written', async () => {
    const button = '<button id="ok" class="el-button--primary">建档立卷</button>';
    expect(await press(button, ['张建国'])).toEqual([]);
  });
});

it('goes on with what was handed in when it is asked who comes next', async () => {
  page(`<div id="sheet"><p>目的地</p><input id="a"><p>事由</p><input id="b"><button id="ok">发起流程</button></div>
    <div role="dialog" id="who" hidden><p>选择下一步处理人</p><label><input type="checkbox">何志强</label>
    <button id="next">转交下一步</button></div>`);
  await type('#a', '县农业农村局');
  fire(at('#ok'), 'click');
  at('#who').hidden = false;
  await vi.advanceTimersByTimeAsync(20_000);
  fire(at('#next'), 'click');
  answer();
  at('#who').remove();
  at('#sheet').remove();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toMatchObject([
    { outcome: 'accepted', evidence: expect.arrayContaining(['network-ok', 'fields-gone']) },
  ]);
});

it('takes one question after the other for one form', async () => {
  page(
    '<div class="survey"><div id="q"><p>姓名</p><input id="a"></div><a class="btn" id="next">下一题</a></div>',
  );
  await type('#a', '张建国');
  await click('#next', 100);
  at('#q').innerHTML = '<p>年龄</p><input id="c">';
  await type('#c', '46');
  await click('#next', 5_000);
  at('#q').innerHTML = '<p>意见建议</p><input id="b">';
  at('#next').textContent = '提交';
  await type('#b', '增加夜间巡逻');
  fire(at('#next'), 'click');
  at('.survey').outerHTML = '<div class="toast">提交成功</div>';
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions().map(entered)).toEqual([['姓名 张建国', '年龄 46', '意见建议 增加夜间巡逻']]);
});

const FORM =
  '<div id="box"><p>姓名</p><input id="a"><p>电话</p><input id="b"><button id="ok">保存</button></div>';

it('reads a message that is drawn in the shadow root of an element of its own', async () => {
  page(FORM);
  await type('#a', '张建国');
  fire(at('#ok'), 'click');
  const toast = document.createElement('gov-toast');
  toast.attachShadow({ mode: 'open' }).innerHTML = '<p>该户已存在</p>';
  document.body.append(toast);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toMatchObject([{ outcome: 'refused', evidence: ['error-text'] }]);
});

it('takes a second press of a button that asks for one as the same act', async () => {
  page(FORM);
  await type('#a', '张建国');
  await click('#ok', 1_500);
  fire(at('#ok'), 'click');
  at('#box').hidden = true;
  answer();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toMatchObject([{ outcome: 'accepted' }]);
});

it('sees a dialog go whose last step only showed what had been filled in', async () => {
  page(`<div role="dialog" id="box"><div id="step"><p>姓名</p><input id="a"><p>电话</p><input id="b"></div>
    <button id="ok">下一步</button></div>`);
  await type('#a', '张建国');
  await type('#b', '199');
  await click('#ok');
  at('#step').innerHTML = '<dl><dt>姓名</dt><dd>张建国</dd></dl>';
  at('#ok').textContent = '确认提交';
  await vi.advanceTimersByTimeAsync(1_000);
  fire(at('#ok'), 'click');
  answer();
  at('#box').hidden = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toMatchObject([
    { outcome: 'accepted', evidence: expect.arrayContaining(['network-ok', 'fields-gone']) },
  ]);
});

it('takes a text that is made from what was written for no submission', async () => {
  page(FORM.replace('保存', '开始生成'));
  await type('#a', '冬季安全生产');
  fire(at('#ok'), 'click');
  answer();
  document.body.insertAdjacentHTML('beforeend', '<div class="toast">操作成功</div>');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toEqual([]);
});

it('keeps what was entered in rows that a long list took away', async () => {
  const rows = (...names: readonly string[]) =>
    names.map((name) => `<tr><td>${name}</td><td><input></td></tr>`).join('');
  page(`<div><table><thead><tr><th>姓名</th><th>未参保原因</th></tr></thead><tbody>${rows('王德福', '赵桂兰')}</tbody></table>
    <button id="ok">全部保存</button></div>`);
  await type('tbody input', '外地参保');
  fire(at('tbody input'), 'change');
  at('tbody').innerHTML = rows('李秀英', '孙国平');
  await type('tbody input', '常年在外');
  fire(at('#ok'), 'click');
  document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
  await vi.advanceTimersByTimeAsync(20_000);
  const [submission] = submissions();
  expect(submission?.entries.map(({ value }) => value)).toEqual(['外地参保', '常年在外']);
});

it('sees a button tell by its own word that it was handed in', async () => {
  page(`<div><p>姓名</p><input id="a"><p>险情</p><input id="b">
    <button id="ok"><span id="word">上报</span></button></div>`);
  await type('#a', '张建国');
  fire(at('#ok'), 'click');
  at('#word').textContent = '已上报';
  for (const box of document.querySelectorAll('input')) box.value = '';
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toMatchObject([
    { outcome: 'accepted', evidence: expect.arrayContaining(['control-changed']) },
  ]);
});

it('hands in with the last step what the steps before it were filled in with', async () => {
  page(`<div class="steps"><div id="step"><p>姓名</p><input id="a"><p>残疾证号</p><input id="b">
    <button id="next">下一步</button></div></div>`);
  await type('#a', '张建国');
  await type('#b', '990123');
  await click('#next');
  at('#step').outerHTML =
    '<dl id="step"><dt>姓名</dt><dd>张建国</dd></dl><button id="ok">提交申请</button>';
  await vi.advanceTimersByTimeAsync(1_000);
  fire(at('#ok'), 'click');
  at('#step').outerHTML = '<div class="el-result"><p>申请提交成功</p></div>';
  at('#ok').remove();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions().map(entered)).toEqual([['姓名 张建国', '残疾证号 990123']]);
  expect(submissions()).toMatchObject([
    { outcome: 'accepted', evidence: ['fields-gone', 'success-text'] },
  ]);
});

it('hands in what a step was gone back to and mended for, not what stood there first', async () => {
  const FIRST =
    '<p>姓名</p><input id="a"><p>残疾证号</p><input id="b"><button id="next">下一步</button>';
  const SECOND =
    '<p>家庭住址</p><input id="c"><button id="back">上一步</button><button id="ok">提交申请</button>';
  page(`<form onsubmit="return false"><div id="step">${FIRST}</div></form>`);
  await type('#a', '张建国');
  await type('#b', '990123');
  await click('#next');
  at('#step').innerHTML = SECOND;
  await type('#c', '柳溪村');
  await click('#back');
  at('#step').innerHTML = FIRST;
  at('#a').setAttribute('value', '张建国');
  await type('#b', '990124');
  await click('#next');
  at('#step').innerHTML = SECOND;
  at('#c').setAttribute('value', '柳溪村');
  fire(at('#ok'), 'click');
  at('form').outerHTML = '<div class="el-result"><p>申请提交成功</p></div>';
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions().map((one) => [...entered(one)].sort())).toEqual([
    ['姓名 张建国', '家庭住址 柳溪村', '残疾证号 990124'].sort(),
  ]);
});

it.each([
  ['<button>提交</button>', 'draft'],
  ['<button>保存并上报</button>', 'draft'],
  ['<button>返回</button>', 'final'],
])('keeps for later with 保存 where another button hands in: %s', async (beside, intent) => {
  page(`<div><p>姓名</p><input id="a"><p>电话</p><input id="b">
    <p><button id="ok">保 存</button>${beside}</p></div>`);
  await type('#a', '张建国');
  fire(at('#ok'), 'click');
  answer();
  document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toMatchObject([{ outcome: 'accepted', intent }]);
});

describe('a button of Layui that submits', () => {
  const form = (word: string) => `<form class="layui-form"><p>姓名</p><input id="a"><p>电话</p>
    <input id="b"><button id="ok" type="button" lay-submit>${word}</button></form>`;

  it('hands the form in, whatever it is called', async () => {
    page(form('增加'));
    await type('#a', '张建国');
    fire(at('#ok'), 'click');
    document.body.insertAdjacentHTML('beforeend', '<div class="layui-layer-msg">该户已存在</div>');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(submissions()).toMatchObject([{ outcome: 'refused' }]);
  });

  it('hands nothing in where it only looks for something', async () => {
    page(form('查询'));
    await type('#a', '张建国');
    fire(at('#ok'), 'click');
    document.body.insertAdjacentHTML('beforeend', '<div class="layui-layer-msg">操作成功</div>');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(submissions()).toEqual([]);
  });
});

it('counts cells that are boxes only while they are edited', async () => {
  page(`<div><div class="grid" role="grid"><div role="row"><div role="gridcell" id="c1"></div>
    <div role="gridcell" id="c2"></div></div></div><button id="ok">保存台账</button></div>`);
  for (const [cell, text] of [
    ['#c1', '12000'],
    ['#c2', '800'],
  ] as const) {
    at(cell).innerHTML = '<input>';
    await type(`${cell} input`, text);
    fire(at(`${cell} input`), 'change');
    at(cell).textContent = text;
  }
  fire(at('#ok'), 'click');
  document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toHaveLength(1);
  expect(submissions()[0]?.entries.map(({ value }) => value)).toEqual(['12000', '800']);
});

it('names what was entered in a cell whose editor has gone before it was read', async () => {
  page(`<div><table class="grid"><thead><tr><th>站名</th><th>水位</th><th>日雨量</th></tr></thead><tbody>
    <tr><td>柳溪站</td><td id="c1"></td><td id="c2"></td></tr></tbody></table>
    <button id="ok">保存日报</button></div>`);
  for (const [cell, text] of [
    ['#c1', '32.15'],
    ['#c2', '6.5'],
  ] as const) {
    at(cell).innerHTML = '<input>';
    const box = at(`${cell} input`) as HTMLInputElement;
    fire(box, 'focusin');
    box.value = text;
    fire(box, 'input', { inputType: 'insertText' });
    fire(box, 'change');
    at(cell).textContent = text;
  }
  await vi.advanceTimersByTimeAsync(500);
  fire(at('#ok'), 'click');
  document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions().map(entered)).toEqual([['水位 32.15', '日雨量 6.5']]);
});

describe('a button that turns down or sends back', () => {
  const approval = (buttons: string) =>
    page(`<div id="box"><p>审核意见</p><textarea id="a"></textarea><p>审核日期</p><input id="b">
      ${buttons}</div><div id="list"></div>`);
  const answered = async () => {
    at('#box').hidden = true;
    document.body.insertAdjacentHTML('beforeend', '<div class="toast">操作成功</div>');
    await vi.advanceTimersByTimeAsync(4_000);
  };

  it.each(['退回', '驳 回', '不同意', '不予通过', '退回经办人'])(
    'hands in the opinion, as 同意 does: %s',
    async (word) => {
      approval(`<button>同意</button><button id="ok">${word}</button>`);
      await type('#a', '材料不齐');
      fire(at('#ok'), 'click');
      await answered();
      expect(submissions()).toMatchObject([{ outcome: 'accepted', intent: 'final' }]);
      expect(submissions().map(entered)).toEqual([['审核意见 材料不齐']]);
    },
  );

  it('hands in nothing where no opinion was written', async () => {
    approval('<button>同意</button><button id="ok">退回</button>');
    await type('#b', '2026-11-20');
    fire(at('#ok'), 'click');
    await answered();
    expect(submissions()).toEqual([]);
  });

  it('is no attempt where it only asks on', async () => {
    approval('<button>同意</button><button id="ok">退回</button>');
    await type('#a', '材料不齐');
    await click('#ok', 20_000);
    expect(submissions()).toEqual([]);
  });

  it('hands in nothing from a row of a list', async () => {
    approval('<button>同意</button>');
    at('#list').innerHTML =
      '<table><tr><td>临时救助</td><td>何光明</td><td><button id="ok">退回</button></td></tr></table>';
    await type('#a', '材料不齐');
    fire(at('#ok'), 'click');
    await answered();
    expect(submissions()).toEqual([]);
  });
});

it('is not sent by the keypad that the page draws', async () => {
  page(`<div><p>姓名</p><input id="a"><p>电话</p><input id="b"><button>提交</button></div>
    <div class="keyboard"><span>1</span><span>2</span><span id="ok">完成</span></div>`);
  await type('#a', '张建国');
  await click('#ok', 20_000);
  expect(submissions()).toEqual([]);
});

describe('stars', () => {
  const rate = (told: string, items: string) =>
    page(`<div><p>姓名</p><input id="a"><p>满意度</p><div class="${told}>${items}</div>
      <button id="ok">提交</button></div>`);
  const sent = async () => {
    fire(at('#ok'), 'click');
    document.body.insertAdjacentHTML('beforeend', '<div class="toast">提交成功</div>');
    at('body > div').hidden = true;
    await vi.advanceTimersByTimeAsync(4_000);
    return submissions()[0]?.entries.map(({ how, value }) => `${how} ${value}`);
  };

  it('are chosen by a click, though they show what the pointer is over before', async () => {
    rate('el-rate" tabindex="0" role="slider" aria-valuenow="0"', '<span id="s">★</span>');
    await type('#a', '张建国');
    at('.el-rate').setAttribute('aria-valuenow', '4');
    fire(at('.el-rate'), 'focusin');
    await click('#s');
    expect(await sent()).toEqual(['typed 张建国', 'chosen 4']);
  });

  it('are counted where they have no role', async () => {
    rate('t-rate"', '<i class="t-rate__item"></i><i class="t-rate__item"></i>');
    await type('#a', '张建国');
    await click('.t-rate__item');
    at('.t-rate__item').classList.add('t-rate__item--full');
    expect(await sent()).toEqual(['typed 张建国', 'chosen 1']);
  });

  it('that the page draws itself are chosen where one is clicked', async () => {
    const star = '<b class="star">★</b>';
    rate('rate"', `<input type="hidden" value="0">${star}${star.replace('b', 'b id="s"')}${star}`);
    await type('#a', '张建国');
    fire(at('#s'), 'pointerdown');
    (at('.rate input') as HTMLInputElement).value = '2';
    await click('#s');
    expect(await sent()).toEqual(['typed 张建国', 'chosen 2']);
  });

  it('are told by a slider as well, unless it stands where it begins', async () => {
    const ends = 'aria-valuemin="0" aria-valuemax="100"';
    const handle = `<div id="s" role="slider" ${ends} aria-valuenow="0"></div>`;
    rate('el-slider"', `${handle}<div class="x-slider">${handle.replace('"s"', '"t"')}</div>`);
    await type('#a', '张建国');
    at('#s').setAttribute('aria-valuenow', '60');
    await click('#s');
    expect(await sent()).toEqual(['typed 张建国', 'chosen 60']);
  });

  it('that a script lights are not chosen', async () => {
    rate('t-rate"', '<i class="t-rate__item t-rate__item--full"></i>');
    await type('#a', '张建国');
    expect(await sent()).toEqual(['typed 张建国', 'prefilled 1']);
  });
});

it('keeps what was entered in a cell with it when its editor goes to another', async () => {
  page(`<div><table><thead><tr><th>姓名</th><th>收入</th></tr></thead><tbody>
    <tr><td>王德福</td><td id="c1"></td></tr><tr><td>赵桂兰</td><td id="c2"></td></tr></tbody></table>
    <button id="ok">保存</button></div>`);
  const editor = document.createElement('input');
  let cell: HTMLElement | undefined;
  const edit = async (next: string, text: string) => {
    if (cell) cell.textContent = editor.value;
    cell = at(next);
    editor.value = cell.textContent ?? '';
    cell.replaceChildren(editor);
    await type(`${next} input`, text);
    fire(editor, 'change');
  };
  await edit('#c1', '1200');
  await edit('#c2', '800');
  await edit('#c1', '1300');
  fire(at('#ok'), 'click');
  document.body.insertAdjacentHTML('beforeend', '<div class="toast">保存成功</div>');
  await vi.advanceTimersByTimeAsync(20_000);
  const [submission] = submissions();
  expect(
    submission?.entries.map(({ field, value }) => [submission.form.fields[field]?.row, value]),
  ).toEqual([
    [0, '1300'],
    [1, '800'],
  ]);
});

describe('a form that stays', () => {
  const SHEET = `<div><p>状态：<b id="state">草稿</b></p><div id="boxes"><p>事件</p><input id="a"><p>地点</p><input id="b"></div>
    <p id="bar"><button id="ok">上报</button></p><iframe id="in"></iframe></div>`;
  const answer = () => at('#in').dispatchEvent(new Event('load'));
  const lock = (locked: boolean) => {
    for (const box of document.querySelectorAll('input')) box.disabled = locked;
  };

  async function report(then: () => void, word = '上报'): Promise<void> {
    page(SHEET.replace('上报', word));
    await type('#a', '仓库火情');
    await type('#b', '石桥镇');
    fire(at('#ok'), 'click');
    then();
    await vi.advanceTimersByTimeAsync(20_000);
  }

  it('was taken where its boxes are locked and its button has gone after an answer', async () => {
    await report(() => {
      answer();
      lock(true);
      at('#bar').innerHTML = '';
    });
    expect(submissions()).toMatchObject([
      { outcome: 'accepted', evidence: ['fields-gone', 'control-changed'] },
    ]);
  });

  it('was not by a button without a known word where it only is locked', async () => {
    await report(() => {
      answer();
      lock(true);
    }, '核验');
    expect(submissions()).toEqual([]);
  });

  it('was not while nothing has answered', async () => {
    await report(() => {
      lock(true);
      at('#ok').hidden = true;
    });
    expect(submissions()).toMatchObject([{ outcome: 'unproven' }]);
  });

  it('was not where all of it can be changed and pressed again', async () => {
    await report(() => {
      answer();
      lock(true);
      at('#ok').hidden = true;
      setTimeout(() => {
        lock(false);
        at('#ok').hidden = false;
        at('#ok').className = 'btn on';
      }, 300);
    });
    expect(submissions()).toMatchObject([{ outcome: 'unproven' }]);
  });

  it('was not where its button is drawn anew', async () => {
    page(
      SHEET.replace('<button id="ok">上报</button>', '<input id="ok" type="button" value="上报">'),
    );
    await type('#a', '仓库火情');
    await type('#b', '石桥镇');
    fire(at('#ok'), 'click');
    answer();
    at('#bar').innerHTML = '<input type="button" value="上报">';
    lock(true);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(submissions()).toMatchObject([{ outcome: 'unproven', evidence: ['fields-gone'] }]);
  });

  it('was not because other records in a list that is drawn anew were', async () => {
    const list = '<table><tr><td>山火</td><td>已上报</td></tr></table>';
    page(SHEET.replace('草稿', list));
    await type('#a', '仓库火情');
    await type('#b', '石桥镇');
    fire(at('#ok'), 'click');
    answer();
    lock(true);
    const [old] = at('#state').children;
    old?.replaceWith(old.cloneNode(true));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(submissions()).toMatchObject([{ outcome: 'unproven', evidence: ['fields-gone'] }]);
  });

  it.each([
    ['已上报', 'accepted'],
    ['已超时', 'unproven'],
    ['已截止', 'unproven'],
  ])('says by a new word what became of the record: %s', async (word, outcome) => {
    await report(() => {
      answer();
      lock(true);
      at('#state').textContent = word;
    });
    expect(submissions()).toMatchObject([{ outcome }]);
  });
});

it.each([
  ['上报', 0],
  ['返回', 1],
])(
  'goes over a report with 审核 where it is handed in by a button beside: %s',
  async (beside, told) => {
    page(`<div><p>企业数</p><input id="a"><p>从业人员</p><input id="b">
    <p><button id="ok">审核</button><button>${beside}</button></p></div>`);
    await type('#a', '12');
    await type('#b', '340');
    fire(at('#ok'), 'click');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div class="toast">审核失败：从业人员数有误</div>',
    );
    await vi.advanceTimersByTimeAsync(20_000);
    expect(submissions()).toHaveLength(told);
  },
);

it.each([
  ['暂存', '草稿已存 08:31', 'accepted'],
  ['暂存', '存草稿', 'unproven'],
  ['上报', '草稿已存 08:31', 'unproven'],
])(
  'hears a draft that is kept say so where one was to be kept: %s, %s',
  async (word, state, outcome) => {
    page(`<div><p><b id="state"></b></p><p>事件</p><input id="a"><p>地点</p><input id="b">
    <button id="ok">${word}</button><iframe id="in"></iframe></div>`);
    await type('#a', '仓库火情');
    await type('#b', '石桥镇');
    fire(at('#ok'), 'click');
    at('#in').dispatchEvent(new Event('load'));
    for (const box of document.querySelectorAll('input')) box.disabled = true;
    at('#state').textContent = state;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(submissions()).toMatchObject([{ outcome }]);
  },
);

it('takes what is wrong with the next act for no word about this one', async () => {
  page(`<div><p><button id="pass">转办</button></p><div id="reply"><p>承办人</p><input id="a">
    <p>办理结果</p><input id="b"><button id="ok">办结</button></div>
    <div style="display:none"><input><input></div></div>`);
  await click('#pass', 1_000);
  await type('#a', '王立民');
  fire(at('#ok'), 'click');
  at('#reply').insertAdjacentHTML('beforeend', '<b class="tips">请填写办理结果</b>');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toMatchObject([{ outcome: 'refused' }]);
});

it('reads a picture that is a button by what it is called', async () => {
  page(`<form><p>督办事项</p><input id="a"><p>责任领导</p><input id="b">
    <a href="#" id="ok"><img alt="提交"></a></form>`);
  await type('#a', '秸秆禁烧');
  await click('#ok', 20_000);
  expect(submissions()).toMatchObject([{ outcome: 'unproven' }]);
});

it('reads choices that are drawn beside hidden boxes and ticked by the page', async () => {
  const choices = (name: string, kind: string, ...words: readonly string[]) =>
    words
      .map(
        (word, place) =>
          `<div class="ui-${kind}" id="${name}${place}"><span><input type="${kind}" name="${name}" value="${place}" style="display:none"><a></a></span><div class="label">${word}</div></div>`,
      )
      .join('');
  const question = (label: string, inner: string) =>
    `<div class="field"><div class="field-label"><div>${label}</div></div><div class="ui-controlgroup">${inner}</div></div>`;
  page(
    `<div><fieldset>${question('1. 您所在的村庄', '<div><input id="a"></div>')}${question('2. 您今年的务工地点', choices('q', 'radio', '省内', '省外'))}${question('3. 您希望参加的培训', choices('r', 'checkbox', '电工', '家政'))}</fieldset><div id="ok" class="submitbutton">提交</div></div>`,
  );
  await type('#a', '石桥村');
  for (const id of ['q1', 'r0']) {
    at(`#${id}`).addEventListener('click', () => {
      (at(`#${id} input`) as HTMLInputElement).checked = true;
    });
    await click(`#${id} .label`);
  }
  await click('#ok', 20_000);
  const [submission] = submissions();
  expect(submission?.form.fields.map(({ labels }) => labels[0]?.text)).toEqual([
    '1. 您所在的村庄',
    '2. 您今年的务工地点',
    '3. 您希望参加的培训',
  ]);
  expect(submission?.entries.map(({ how, value }) => [how, value])).toEqual([
    ['typed', '石桥村'],
    ['chosen', '省外'],
    ['chosen', '电工'],
  ]);
});

it.each([
  ['签到', '已签到', '签到成功'],
  ['发表', '发表', '发表成功'],
])(
  'takes %s beside a form that nobody filled in for no submission of it',
  async (word, then, told) => {
    page(`<form><p>心得标题</p><input id="a"><p>学习专题</p><input id="b"></form>
    <button id="sign">${word}</button>`);
    at('#sign').addEventListener('click', () => {
      at('#sign').textContent = then;
      answer();
      document.body.insertAdjacentHTML('beforeend', `<div class="el-message">${told}</div>`);
    });
    await click('#sign', 20_000);
    expect(submissions()).toEqual([]);
  },
);

it('takes a remark under a form that is filled in for no submission of it', async () => {
  page(`<div><form><p>心得标题</p><input id="a"><p>学习专题</p><input id="b"><button>提交</button></form>
    <div class="layui-form"><textarea id="say" placeholder="请输入评论"></textarea>
    <button id="ok" type="button">发表</button></div></div>`);
  await type('#a', '松绑');
  await type('#b', '减负');
  await type('#say', '已阅');
  fire(at('#ok'), 'click');
  answer();
  document.body.insertAdjacentHTML('beforeend', '<div class="layui-layer-msg">评论成功</div>');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toEqual([]);
});

it.each(['id', 'name'])(
  'takes a form that the answer draws anew, with what was written in it, for refused or open, never for taken: boxes known by %s',
  async (key) => {
    const form = (name: string, said: string) =>
      `${said}<table><tr><td>姓名</td><td><input ${key}="txtXm" value="${name}"></td></tr><tr><td>联系电话</td><td><input ${key}="txtDh" value="${name && '19900000011'}"></td></tr></table><input type="submit" id="ok" value="保存">`;
    page(`<form><div id="panel">${form('', '')}</div></form>`);
    const answered = async (name: string, said: string) => {
      fire(at('#ok'), 'click');
      await vi.advanceTimersByTimeAsync(300);
      answer();
      at('#panel').innerHTML = form(name, said);
      await vi.advanceTimersByTimeAsync(20_000);
    };
    await type(`[${key}=txtXm]`, '周桂兰');
    await type(`[${key}=txtDh]`, '19900000011');
    await answered('周桂兰', '<span id="lblMsg" style="color:red">身份证号位数不正确</span>');
    expect(submissions().filter(({ outcome }) => outcome === 'accepted')).toEqual([]);
    await type(`[${key}=txtXm]`, '周桂兰二');
    await answered('', '<span id="lblMsg" style="color:green">保存成功</span>');
    expect(submissions().at(-1)?.outcome).toBe('accepted');
  },
);

it('takes radios and selects that a page draws itself for what they are, and what explains a box for no label', async () => {
  const radio = (word: string) =>
    `<div class="x-radio"><i class="dot"></i><span>${word}</span></div>`;
  page(`<div class="fx-form">
    <div class="fx-field"><div class="field-label">报备人姓名</div><div><input id="a"></div></div>
    <div class="fx-field"><div class="field-label">操办事由</div><div><div class="fx-radio-group">${radio('婚嫁')}${radio('丧葬')}</div></div></div>
    <div class="fx-field"><div class="field-label">所在村组</div><div><div class="fx-combo"><span>请选择</span><i>▾</i></div></div></div>
    <div class="fx-field"><div class="field-label">宴请桌数（桌）</div><div class="field-desc">原则上不超过15桌</div><div><input id="b"></div></div>
    <div class="fx-field"><div class="cell-desc">操办地点</div><div><input id="c"></div></div>
    <div class="x-btn" id="ok">提交</div></div>`);
  for (const one of document.querySelectorAll('.x-radio')) {
    one.addEventListener('click', () => one.classList.add('checked'));
  }
  await type('#a', '时来运');
  await click('.x-radio');
  await click('.fx-combo');
  document.body.insertAdjacentHTML(
    'beforeend',
    '<div class="fx-pop" style="position:absolute"><div id="one">石桥村</div></div>',
  );
  at('#one').addEventListener('click', () => {
    (document.querySelector('.fx-combo span') as Element).textContent = '石桥村';
    at('.fx-pop').remove();
  });
  await click('#one');
  await type('#b', '12');
  await type('#c', '村部');
  await click('#ok', 20_000);
  expect(submissions().map(entered)).toEqual([
    ['报备人姓名 时来运', '操办事由 婚嫁', '所在村组 石桥村', '宴请桌数（桌） 12', '操办地点 村部'],
  ]);
});

it('reads what a page draws itself: a list over a hidden select, a calendar, a list box without a name, a row of pills', async () => {
  page(`<form class="flex"><p>项目名称</p><input id="a">
    <p>采购类别</p><select id="s" style="display:none"><option value="">请选择</option><option>服务类</option></select><div class="sky"><div class="v">请选择</div><ul hidden><li>请选择</li><li id="one">服务类</li></ul></div>
    <p>采购日期</p><input id="d" readonly><p>总价</p><input id="sum" readonly value="0">
    <p>案件来源</p><div><div class="flex zh-s" style="cursor:pointer">请选择</div></div>
    <p>调解结果</p><div><span class="zh-pill">成功</span><span class="zh-pill">不成</span></div>
    <div class="flex">以上内容请如实填写</div><button type="button" id="ok">提交</button></form>
    <div id="cal" style="position:absolute"><b>15</b></div><div id="list" style="position:absolute"><p>主动排查</p></div>`);
  const box = (id: string) => at(id) as HTMLInputElement;
  at('#one').addEventListener('click', () => {
    at('#s').innerHTML = '<option value="">请选择</option><option selected>服务类</option>';
    at('.v').textContent = '服务类';
  });
  at('#cal b').addEventListener('click', () => {
    box('#d').value = '2026-12-15';
  });
  at('#list p').addEventListener('click', () => {
    at('.zh-s').textContent = '主动排查';
  });
  at('.zh-pill').addEventListener('click', () => at('.zh-pill').classList.add('on'));
  await type('#a', '集镇保洁服务');
  await click('.v');
  await click('#one');
  await click('#d');
  await click('#cal b');
  // What is only shown and changes by itself is no choice, though it was clicked on.
  await click('#sum');
  box('#sum').value = '186000';
  await click('.zh-s');
  await click('#list p');
  await click('.zh-pill');
  await click('#ok', 20_000);
  expect(submissions().map(entered)).toEqual([
    [
      '项目名称 集镇保洁服务',
      '采购类别 服务类',
      '采购日期 2026-12-15',
      '案件来源 主动排查',
      '调解结果 成功',
    ],
  ]);
  // What merely shares a class with it that lays the page out is no field.
  expect(submissions()[0]?.form.fields).toHaveLength(5);
});

it('reads a list that a sign beside a readonly box opens, and no sum that a button beside it works out', async () => {
  page(`<form><p>用水户</p><input id="a"><p>用水性质</p><div><input id="k" readonly><i id="sign">▾</i></div>
    <p>金额</p><div><input id="sum" readonly><button type="button" id="work">核算</button></div><p>备注</p><input id="b">
    <button type="button" id="ok">提交</button></form><div id="list" style="position:absolute"><p>居民生活</p></div>`);
  const fills = (pressed: string, id: string, value: string) =>
    at(pressed).addEventListener('click', () => {
      (at(id) as HTMLInputElement).value = value;
    });
  fills('#list p', '#k', '居民生活');
  fills('#work', '#sum', '36.50');
  await type('#a', '时来运');
  await click('#sign');
  await click('#list p');
  await click('#work');
  await click('#sum');
  await type('#b', '无');
  await click('#ok', 20_000);
  expect(submissions().map(entered)).toEqual([['用水户 时来运', '用水性质 居民生活', '备注 无']]);
});

it('reads choices of plain elements by the mark that a click gives them, whatever they are called', async () => {
  const one = (name: string, row: string) => `<div class="f_x1"><b>${name}</b>${row}</div>`;
  page(`<form><div class="top"><a class="t now">基本情况</a><a class="t">附件</a></div>
    <table><tr><td>船名</td><td><input id="a"></td></tr>
    <tr><td>报告类型</td><td><input type="hidden"><span class="rp"><em></em>出港</span><span class="rp" id="in"><em></em>进港</span></td></tr></table>
    ${one('船长', '<input id="c">')}
    ${one('播发级别', '<div class="strip"><div>日常</div><div id="urgent">应急</div></div>')}
    ${one('航区', '<p><a class="pill">内河</a><a class="pill" id="sea">沿海</a></p>')}
    ${one('是否载客', '<p><i class="k_9" id="people"></i></p>')}
    ${one('显示', '<p><a class="e">全部</a><a class="e" id="open">未办</a></p>')}
    ${one('说明', '<p>可以展开<i class="v" id="more"></i></p>')}
    ${one('所在村', '<input id="v" readonly placeholder="点击选择"><div class="pop"><p id="one">石桥村</p><p>柳林村</p></div>')}
    <button type="button" id="ok">提交</button></form>`);
  const mark = (id: string, word: string) =>
    at(id).addEventListener('click', () => {
      for (const other of at(id).parentElement?.children ?? []) other.classList.remove(word);
      at(id).classList.add(word);
    });
  mark('#in', 'hit');
  mark('#urgent', 'x9q');
  mark('#sea', 'act');
  mark('#people', 'y_2');
  mark('#open', 'now');
  mark('#more', 'down');
  mark('.t:last-child', 'now');
  mark('#one', 'hov');
  at('#one').addEventListener('click', () => {
    (at('#v') as HTMLInputElement).value = '石桥村';
  });
  const record = async (name: string) => {
    await type('#a', name);
    for (const pressed of [
      '.t:last-child',
      '#in em',
      '#urgent',
      '#sea',
      '#people',
      '#open',
      '#more',
      '#v',
      '#one',
    ])
      await click(pressed);
    await handIn();
    for (const box of document.querySelectorAll('input')) box.value = '';
    for (const word of ['hit', 'x9q', 'act', 'y_2', 'down'])
      for (const marked of document.querySelectorAll(`.${word}`)) marked.classList.remove(word);
  };
  await record('青渔001');
  await record('青渔002');
  expect(submissions().map(entered)).toEqual(
    ['青渔001', '青渔002'].map((name) => [
      `船名 ${name}`,
      '报告类型 进港',
      '播发级别 应急',
      '航区 沿海',
      '是否载客 是',
      '所在村 石桥村',
    ]),
  );
});

it('reads choices that stand in a list of names and boxes, rows of buttons and boxes that ask without a hand', async () => {
  page(`<form><dl><dt>养蜂人<i>*</i></dt><dd><input id="a"></dd>
    <dt>蜂种</dt><dd class="dx"><input type="hidden"><span>意蜂</span><span id="bee">中蜂</span></dd>
    <dt>餐次</dt><dd><p class="seg"><button type="button">早餐</button><button type="button" id="noon">午餐</button></p></dd>
    <dt>时间</dt><dd><input type="hidden"></dd></dl>
    <div class="cell"><b>职务</b><div class="m-box" id="post">选择职务</div></div>
    <div class="cell"><b>地点</b><div class="v ph" id="place">点击选择</div></div>
    <div class="cell"><b>分队</b><p><button type="button" class="db" id="team">— 请选择 —<i>▾</i></button></p></div>
    <div class="cell"><b>人数</b><input class="v" id="n"></div>
    <div class="bar"><b>材料</b><button type="button" id="file">选择文件</button></div>
    <div class="cell"><b>操作</b><p><button type="button" class="btn" id="ok">提交</button><button type="button" class="btn">取消</button></p></div></form><div class="sheet"><p id="one">班主任</p><p id="two">河滩</p><p id="three">应急排</p></div>`);
  for (const id of ['#bee', '#noon', '#ok'])
    at(id).addEventListener('click', () => at(id).classList.toggle('k7'));
  at('#one').addEventListener('click', () => {
    at('#post').textContent = '班主任';
  });
  at('#two').addEventListener('click', () => {
    at('#place').textContent = '河滩';
  });
  at('#three').addEventListener('click', () => {
    at('#team').innerHTML = '应急排<i>▾</i>';
  });
  await type('#a', '花满程');
  for (const pressed of ['#bee', '#noon', '#post', '#one', '#place', '#two', '#team', '#three'])
    await click(pressed);
  await click('#file');
  await type('#n', '3');
  await handIn();
  await type('#a', '花又开');
  await handIn();
  const others = ['蜂种 中蜂', '餐次 午餐', '职务 班主任', '地点 河滩', '分队 应急排', '人数 3'];
  expect(submissions().map(entered)).toEqual([
    ['养蜂人* 花满程', ...others],
    ['养蜂人* 花又开', ...others],
  ]);
});

it('names a choice by what stood beside it when it was made, though a tab hides it before the form is read', async () => {
  page(`<form><div id="first"><div class="ln"><b>路段</b><input id="r"></div>
    <div class="ln"><b>灾毁类型</b><p><a class="z">坍塌</a><a class="z" id="slide">滑坡</a></p></div></div>
    <div id="second" hidden><div class="ln"><b>里程</b><input id="a"></div></div>
    <button type="button" id="ok">报送</button></form>`);
  at('#slide').addEventListener('click', () => at('#slide').classList.add('on'));
  await type('#r', 'C201');
  fire(at('#slide'), 'click');
  await vi.advanceTimersByTimeAsync(0);
  at('#first').setAttribute('hidden', '');
  at('#second').removeAttribute('hidden');
  await type('#a', '80');
  await handIn();
  expect(submissions().map(entered)).toEqual([['路段 C201', '灾毁类型 滑坡', '里程 80']]);
});

it('takes a box between − and + for one that is chosen in', async () => {
  page(`<form><p><label>书名 <input id="a"></label></p>
    <p><b>册数</b><span><button type="button">-</button><input id="n" value="1"><button type="button" id="more">+</button></span></p>
    <button type="button" id="ok">保存</button></form>`);
  const box = at('#n') as HTMLInputElement;
  at('#more').addEventListener('click', () => {
    box.value = `${Number(box.value) + 1}`;
  });
  await type('#a', '柑橘栽培');
  await click('#more');
  await handIn();
  expect(submissions().map(entered)).toEqual([['书名 柑橘栽培', '册数 2']]);
});

it('waits for the answer where only the mark of an error goes from a box whose hint speaks of limits', async () => {
  page(`<div role="dialog" id="box"><div class="fx-field err"><div class="field-label">宴请桌数</div>
    <div class="field-note">不能超过15桌</div><input id="a"></div><p>备注</p><textarea id="b"></textarea>
    <button id="ok">提交</button></div>`);
  await type('#a', '12');
  await type('#b', '在村文化礼堂举办');
  fire(at('#ok'), 'click');
  at('.fx-field').className = 'fx-field';
  await vi.advanceTimersByTimeAsync(1_200);
  expect(submissions()).toEqual([]);
  answer();
  at('#box').hidden = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(submissions()).toMatchObject([{ outcome: 'accepted' }]);
});

it('counts the same choice of the next record, where the page emptied the form only after the first was taken', async () => {
  page(`<form><p>所在村组</p><input id="s" readonly placeholder="请选择"><p>备注</p><input id="b">
    <button id="ok" type="button">提交</button></form>
    <div class="picker-popup" style="position:absolute"><div id="one">石桥村</div></div>`);
  at('#one').addEventListener('click', () => {
    (at('#s') as HTMLInputElement).value = '石桥村';
  });
  const record = async (remark: string) => {
    await click('#s');
    await click('#one');
    await type('#b', remark);
    await handIn();
    for (const box of document.querySelectorAll('input')) box.value = '';
    await vi.advanceTimersByTimeAsync(1_000);
  };
  await record('第一户');
  await record('第二户');
  expect(submissions().map(({ entries }) => entries.map(({ how }) => how))).toEqual([
    ['chosen', 'typed'],
    ['chosen', 'typed'],
  ]);
});

describe('a switch that is drawn beside its box', () => {
  const draw = (anew: boolean): void => {
    const box = at('#k') as HTMLInputElement;
    at('#drawn')?.classList.toggle('layui-form-onswitch', box.checked);
    if (!anew) return;
    at('#drawn')?.remove();
    at('#x').outerHTML = '<input id="x">';
    box.insertAdjacentHTML('afterend', '<div id="drawn" class="layui-form-switch"></div>');
    at('#drawn').classList.toggle('layui-form-onswitch', box.checked);
    at('#drawn').addEventListener('click', () => {
      box.checked = !box.checked;
      at('#drawn').classList.toggle('layui-form-onswitch', box.checked);
    });
  };
  const record = async (acts: readonly (() => Promise<void>)[], anew: boolean) => {
    for (const act of acts) await act();
    await handIn();
    for (const box of document.querySelectorAll('input')) {
      box.value = '';
      box.checked = false;
    }
    draw(anew);
  };
  const name = () => type('#n', '石桥村');
  // A machine's pace: no time to look at what was drawn anew.
  const turn = async () => fire(at('#drawn'), 'click');

  // A box that is new on the page has the form read again.
  const remark = () => type('#x', '无');

  it.each([
    ['first, drawn anew', [turn, name, remark], true],
    ['last, drawn anew', [name, remark, turn], true],
    ['first, turned back by the page', [turn, name, remark], false],
    ['last, turned back by the page', [name, remark, turn], false],
  ])('counts in the next record: %s', async (_when, acts, anew) => {
    page(`<form><label for="n">村名</label><input id="n"><div><p>接收预警</p>
      <input id="k" type="checkbox" lay-skin="switch" style="display:none"></div>
      <label for="x">备注</label><input id="x"><button id="ok" type="button">提交</button></form>`);
    draw(true);
    await record(acts, anew);
    await record(acts, anew);
    const counted = ['chosen', 'typed', 'typed'];
    expect(submissions().map(({ entries }) => entries.map(({ how }) => how).sort())).toEqual([
      counted,
      counted,
    ]);
  });
});

describe('查询 beside a box', () => {
  const row = (name: string, box: string) => `<tr><td>${name}</td><td>${box}</td></tr>`;
  const find = '<button type="button" id="find">查询</button>';

  it('looks somebody up in a form where others are to be filled in after it', async () => {
    page(`<form><table>${row('备注一', '<input id="z">')}${row('身份证号码', `<input id="a"> ${find}`)}
      ${row('困难人员类别', '<input id="b">')}${row('财政资助金额', '<input id="c">')}</table>
      <p><button type="button" id="ok">核定保存</button></p></form>`);
    await type('#a', '990101197506070023');
    await click('#find', 20_000);
    expect(submissions()).toEqual([]);
    await type('#b', '低保对象');
    await type('#c', '300');
    await click('#ok', 20_000);
    expect(submissions()[0]?.form.fields.map(({ labels }) => labels[0]?.text)).toEqual([
      '备注一',
      '身份证号码',
      '困难人员类别',
      '财政资助金额',
    ]);
  });

  it('searches where it comes last, whatever the page hands in below', async () => {
    page(`<form><table>${row('姓名', '<input id="a">')}${row('类别', `<input id="b"> ${find}`)}</table>
      <table><tr><th></th><th>姓名</th></tr><tr><td><input type="checkbox"></td><td>周桂兰</td></tr></table>
      <p><button type="button" id="ok">提交</button></p></form>`);
    await type('#a', '周');
    await type('#b', '低保');
    await click('#find', 20_000);
    await click('#ok', 20_000);
    expect(submissions()).toEqual([]);
  });
});
