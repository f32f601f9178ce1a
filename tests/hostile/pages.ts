/**
 * Pages that a program in the page must survive: each is answered by {@link startHostile} under its
 * name. They attack by names, by numbers, by false events and by vanishing; none needs a network.
 */

export interface HostilePage {
  readonly name: string;
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  /** What a person does there: a click on empty ground unless said otherwise. */
  readonly act?: 'fill' | 'none';
}

const HTML = 'text/html; charset=utf-8';

/** A page with some markup and a script. */
function page(
  name: string,
  markup: string,
  script = '',
  more: Partial<HostilePage> = {},
): HostilePage {
  return {
    name,
    body: `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${name}</title></head><body>${markup}<script>${script}</script></body></html>`,
    ...more,
  };
}

/** A form as offices have them: its submit answers nothing, so nothing proves a submission. */
function form(inner = '', attributes = ''): string {
  return `<form onsubmit="event.preventDefault()" ${attributes}><table><tr><td>姓名</td><td><input class="first"></td></tr><tr><td>联系电话</td><td><input class="second"></td></tr></table>${inner}<button class="send" type="submit">提交</button></form>`;
}

/** Runs a statement in a storm of `perTick` times each 10 ms: 100 ticks a second. */
function storm(statement: string, perTick = 100): string {
  return `setInterval(() => { for (let i = 0; i < ${perTick}; i += 1) { ${statement} } }, 10);`;
}

const CLOBBERED = [
  'forms',
  'children',
  'nodeName',
  'parentNode',
  'parentElement',
  'attributes',
  'elements',
  'length',
  'submit',
  'action',
  'id',
  'textContent',
  'innerText',
  'tagName',
  'ownerDocument',
  'closest',
  'matches',
  'querySelectorAll',
  'querySelector',
  'getAttribute',
  'hasAttribute',
  'contains',
  'isConnected',
  'getRootNode',
  'style',
  'className',
  'classList',
  'labels',
  'form',
  'type',
  'value',
  'name',
  'firstChild',
  'childNodes',
  'nodeType',
  'addEventListener',
  'checkVisibility',
  'getBoundingClientRect',
  'shadowRoot',
  'localName',
  'previousSibling',
  'nextElementSibling',
  'compareDocumentPosition',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'toString',
  'prototype',
] as const;

const CLOBBERED_DOCUMENT = [
  'body',
  'head',
  'title',
  'forms',
  'documentElement',
  'activeElement',
  'readyState',
  'hasFocus',
  'visibilityState',
  'querySelector',
  'querySelectorAll',
  'getElementById',
  'createElement',
  'addEventListener',
  'defaultView',
  'contentType',
  'compatMode',
  'URL',
  'referrer',
  'childNodes',
  'createTreeWalker',
  'hidden',
  'cookie',
] as const;

const OVERRIDDEN: readonly (readonly [string, string])[] = [
  [
    'array-methods',
    "for (const m of ['map','filter','push','forEach','indexOf','some','join','at','slice','flatMap']) Array.prototype[m] = () => { throw new Error('mine') }",
  ],
  ['json', "JSON.stringify = () => '{'; JSON.parse = () => { throw new Error('mine') }"],
  [
    'listeners',
    'EventTarget.prototype.addEventListener = function () {}; EventTarget.prototype.removeEventListener = function () {}',
  ],
  ['attach-shadow', "Element.prototype.attachShadow = () => { throw new Error('mine') }"],
  ['proxy', 'window.Proxy = window.Reflect = undefined'],
  [
    'collections',
    'window.Map = window.Set = window.WeakMap = window.WeakSet = function () { return null }',
  ],
  [
    'observers',
    'window.MutationObserver = window.PerformanceObserver = window.IntersectionObserver = undefined',
  ],
  ['promise', 'window.Promise = function () {}; window.queueMicrotask = undefined'],
  ['timers', 'window.setTimeout = window.setInterval = window.requestIdleCallback = () => 0'],
  [
    'clock',
    'Date.now = () => NaN; performance.now = () => -1; Date.prototype.getTime = () => Infinity',
  ],
  [
    'text',
    "Object.defineProperty(Node.prototype, 'textContent', { get() { throw new Error('mine') } })",
  ],
  [
    'queries',
    'Document.prototype.querySelectorAll = Element.prototype.querySelectorAll = () => null',
  ],
  ['styles', "window.getComputedStyle = () => { throw new Error('mine') }"],
  [
    'matching',
    "Element.prototype.closest = Element.prototype.matches = () => { throw new Error('mine') }",
  ],
  ['paths', 'Event.prototype.composedPath = () => null'],
  [
    'trusted',
    "Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true }); document.body.click()",
  ],
  [
    'prototype-of-objects',
    "Object.prototype.then = (r) => r(1); Object.prototype.toJSON = () => 'x'; Object.prototype.get = Object.prototype.value = () => 1",
  ],
  [
    'prototype-numbers',
    "Array.prototype[0] = 'mine'; Object.prototype[0] = 'mine'; Object.prototype.length = 9",
  ],
  [
    'prototype-kinds',
    "Object.prototype.kind = 'submission'; Object.prototype.type = 'observation'; Object.prototype.consent = { level: 'values' }",
  ],
  [
    'chrome-object',
    "window.chrome = new Proxy({}, { get() { throw new Error('mine') } }); window.browser = 1",
  ],
  [
    'frozen',
    'Object.freeze(Object.prototype); Object.freeze(Node.prototype); Object.freeze(Event.prototype)',
  ],
  [
    'custom-elements',
    "customElements.define('x-bad', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }) } connectedCallback() { this.remove() } }); document.body.append(document.createElement('x-bad'))",
  ],
];

const TOAST =
  '<div class="el-message el-message--success"><p class="el-message__content">提交成功</p></div>';
const SAY_SUCCESS = `document.body.insertAdjacentHTML('beforeend', '${TOAST}')`;

const FALSE_EVENTS: readonly (readonly [string, string])[] = [
  ['toasts', `setInterval(() => { ${SAY_SUCCESS} }, 50)`],
  [
    'click-and-toast',
    `setInterval(() => { document.querySelector('.send').click(); ${SAY_SUCCESS} }, 60)`,
  ],
  [
    'dispatched-submit',
    `setInterval(() => { document.forms[0].dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })); ${SAY_SUCCESS}; document.forms[0].reset() }, 60)`,
  ],
  [
    'request-submit',
    `setInterval(() => { document.forms[0].requestSubmit(); ${SAY_SUCCESS} }, 60)`,
  ],
  [
    'typed-by-script',
    `setInterval(() => { for (const i of document.querySelectorAll('input')) { i.focus(); i.value = '990101199001010000'; for (const t of ['keydown', 'input', 'change', 'keyup']) i.dispatchEvent(new Event(t, { bubbles: true, composed: true })) } document.querySelector('.send').click(); ${SAY_SUCCESS}; document.forms[0].remove() }, 80)`,
  ],
  [
    'insert-text',
    `setTimeout(() => { document.querySelector('input').focus(); document.execCommand('insertText', false, '张建国'); document.querySelector('.send').click(); ${SAY_SUCCESS} }, 100)`,
  ],
  [
    'check-in',
    "setInterval(() => { const b = document.createElement('button'); b.textContent = '签到'; document.body.append(b); b.dispatchEvent(new MouseEvent('click', { bubbles: true })); b.textContent = '已签到' }, 60)",
  ],
  [
    'likes',
    `setInterval(() => { const b = document.createElement('button'); b.textContent = '点赞'; document.body.append(b); b.click(); b.textContent = '已点赞'; ${SAY_SUCCESS} }, 60)`,
  ],
  [
    'false-drop',
    "setInterval(() => { const d = new DataTransfer(); d.items.add(new File(['a'], '佐证.png', { type: 'image/png' })); document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: d })) }, 60)",
  ],
  [
    'false-paste',
    "setInterval(() => { const d = new DataTransfer(); d.setData('text/plain', '张建国 990101199001010000'); document.querySelector('input').dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: d })) }, 60)",
  ],
  [
    'false-file',
    "setInterval(() => { const i = document.createElement('input'); i.type = 'file'; document.body.append(i); const d = new DataTransfer(); d.items.add(new File(['a'], 'a.docx')); i.files = d.files; for (const t of ['input', 'change']) i.dispatchEvent(new Event(t, { bubbles: true })) }, 60)",
  ],
  [
    'false-keys',
    "setInterval(() => document.querySelector('input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })), 20)",
  ],
  [
    'messages',
    "setInterval(() => { for (const m of [{ type: 'observation', version: 1 }, { type: 'hello' }, 'file-read', null]) postMessage(m, '*') }, 20)",
  ],
  [
    'false-hook',
    "setInterval(() => { for (const t of ['qingzhuang', 'qingzhuang-file', 'file-hook']) for (const e of [window, document]) e.dispatchEvent(new CustomEvent(t, { detail: { file: new File(['a'], 'a.png'), kind: 'submission' } })) }, 30)",
  ],
  [
    'false-media',
    "const v = document.createElement('video'); document.body.append(v); setInterval(() => { for (const t of ['play', 'playing', 'timeupdate', 'ended']) v.dispatchEvent(new Event(t, { bubbles: true })) }, 20)",
  ],
];

const STORMS: readonly (readonly [string, string])[] = [
  ['input', "document.querySelector('input').dispatchEvent(new Event('input', { bubbles: true }))"],
  ['mousemove', "document.body.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }))"],
  [
    'keydown',
    "document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'a' }))",
  ],
  ['scroll', "document.dispatchEvent(new Event('scroll'))"],
  [
    'click',
    "document.querySelector('.send').dispatchEvent(new MouseEvent('click', { bubbles: true }))",
  ],
  ['visibility', "document.dispatchEvent(new Event('visibilitychange'))"],
  ['window-focus', "window.dispatchEvent(new Event(i % 2 ? 'focus' : 'blur'))"],
  [
    'focusin',
    "document.querySelectorAll('input')[i % 2].dispatchEvent(new FocusEvent('focusin', { bubbles: true }))",
  ],
  [
    'pagehide',
    "window.dispatchEvent(new PageTransitionEvent(i % 2 ? 'pagehide' : 'pageshow', { persisted: true }))",
  ],
  ['popstate', "window.dispatchEvent(new PopStateEvent('popstate'))"],
  ['readystate', "document.dispatchEvent(new Event('readystatechange'))"],
];
const SLOW_STORMS: readonly (readonly [string, string])[] = [
  ['mutations', "document.body.append('x'); document.body.lastChild.remove()"],
  ['titles', "document.title = '提交成功' + i"],
  ['real-focus', "document.querySelectorAll('input')[i % 2].focus()"],
  ['frames', "const f = document.createElement('iframe'); document.body.append(f); f.remove()"],
  [
    'shadow-roots',
    "const d = document.createElement('div'); d.attachShadow({ mode: 'open' }).innerHTML = '<input>'; document.body.append(d); d.remove()",
  ],
  ['toasts', `${SAY_SUCCESS}; document.body.lastChild.remove()`],
  ['blob-addresses', 'URL.revokeObjectURL(URL.createObjectURL(new Blob([String(i)])))'],
];

/** Listeners under which a page takes itself apart while it is being read. */
const VANISHING: readonly (readonly [string, string])[] = [
  [
    'document-open',
    "addEventListener('input', () => { document.open(); document.write('<p>gone'); document.close() }, true)",
  ],
  ['root-removed', "addEventListener('click', () => document.documentElement.remove(), true)"],
  ['root-on-focus', "addEventListener('focusin', () => document.documentElement.remove(), true)"],
  ['body-emptied', "addEventListener('input', () => document.body.replaceChildren(), true)"],
  [
    'body-swapped',
    "addEventListener('keydown', () => { document.body = document.createElement('body') }, true)",
  ],
  ['away', "addEventListener('input', () => location.replace('/?gone'), true)"],
  [
    'reload',
    "addEventListener('click', () => { if (!sessionStorage.once) { sessionStorage.once = 1; location.reload() } }, true)",
  ],
  ['adopted', "addEventListener('input', () => new Document().adoptNode(document.forms[0]), true)"],
  [
    'stopped',
    "window.addEventListener('click', (e) => { e.stopImmediatePropagation(); window.stop() }, true)",
  ],
  [
    'form-replaced',
    "addEventListener('input', () => { const f = document.forms[0]; f.replaceWith(f.cloneNode(true)) }, true)",
  ],
  [
    'inputs-retyped',
    "addEventListener('focusin', (e) => { e.target.type = 'password'; e.target.type = 'file'; e.target.type = 'text' }, true)",
  ],
  [
    'cleared-storage',
    'indexedDB.databases().then(() => 0); localStorage.clear(); window.name = "x".repeat(1e6)',
  ],
];

const TITLES: readonly (readonly [string, string])[] = [
  ['long', '长'.repeat(1_000_000)],
  ['markup', '&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['formula', "=cmd|' /C calc'!A0"],
  ['formula-plus', '+SUM(1+1)*cmd'],
  ['formula-at', '@SUM(A1)'],
  ['right-to-left', '\u202Efdp.exe\u202C'],
  ['control', '&#x1;&#x7f;&#xfffd;\u0000'],
  ['surrogate', '&#xd800; &#xdfff;'],
  ['xml', ']]&gt;&lt;/w:t&gt;&lt;/worksheet&gt;'],
  ['json', '{"__proto__":{"consent":1}}'],
];

const many = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join('');

function inGroups(names: readonly string[], size: number): readonly (readonly string[])[] {
  return names.flatMap((_, at) => (at % size === 0 ? [names.slice(at, at + size)] : []));
}

/** Every page, in a fixed order. */
export const HOSTILE_PAGES: readonly HostilePage[] = [
  ...inGroups(CLOBBERED, 6).map((names) =>
    page(
      `clobbered-form-${names[0]}`,
      form(names.map((name) => `<input name="${name}" value="x"><input id="${name}">`).join('')),
      '',
      { act: 'fill' },
    ),
  ),
  ...inGroups(CLOBBERED_DOCUMENT, 4).map((names) =>
    page(
      `clobbered-document-${names[0]}`,
      `${names.map((name) => `<form name="${name}"></form><img name="${name}" alt=""><embed name="${name}">`).join('')}${form()}`,
      '',
      { act: 'fill' },
    ),
  ),
  ...OVERRIDDEN.map(([name, script]) =>
    page(`overridden-${name}`, form(), script, { act: 'fill' }),
  ),
  ...FALSE_EVENTS.map(([name, script]) => page(`false-${name}`, form(), script)),
  ...STORMS.map(([name, statement]) => page(`storm-${name}`, form(), storm(statement))),
  ...SLOW_STORMS.map(([name, statement]) => page(`storm-${name}`, form(), storm(statement, 10))),
  ...VANISHING.map(([name, script]) => page(`vanishing-${name}`, form(), script, { act: 'fill' })),
  ...TITLES.map(([name, title]) => ({
    name: `title-${name}`,
    body: `<!doctype html><meta charset="utf-8"><meta name="SiteName" content="${title.slice(0, 200)}"><meta name="SiteIDCode" content="${title.slice(0, 20)}"><title>${title}</title><h1>${title.slice(0, 500)}</h1>${form()}`,
    act: 'fill' as const,
  })),

  page('many-fields', `<form>${many(100_000, (index) => `<input name="a${index}">`)}</form>`),
  page('many-labels', form(many(20_000, (index) => `<label>字段${index}<input></label>`)), '', {
    act: 'fill',
  }),
  page('long-label', form(`<label>${'很长的标签'.repeat(100_000)}<input></label>`), '', {
    act: 'fill',
  }),
  page('many-nodes', `${form()}${many(100_000, () => '<i>x</i>')}`, '', { act: 'fill' }),
  page(
    'many-links',
    many(20_000, (index) => `<li><a href="#">通知${index}</a> 2026-07-0${index % 9}`),
  ),
  page(
    'many-options',
    form(`<select>${many(100_000, (index) => `<option>${index}`)}</select>`),
    '',
    { act: 'fill' },
  ),
  page(
    'many-radios',
    form(many(10_000, (index) => `<label><input type="radio" name="r">${index}</label>`)),
    '',
    { act: 'fill' },
  ),
  page(
    'many-radios-in-rows',
    form(
      `<table>${many(5_000, (index) => `<tr><td>第${index}项</td><td><input type="radio" name="r"></td></tr>`)}</table>`,
    ),
    '',
    { act: 'fill' },
  ),
  page(
    'many-boxes',
    form(many(10_000, (index) => `<label><input type="checkbox">${index}</label>`)),
    '',
    { act: 'fill' },
  ),
  page(
    'many-boxes-in-rows',
    form(
      `<table>${many(5_000, (index) => `<tr><td><input type="checkbox" name="ids"></td><td>第${index}项</td></tr>`)}</table>`,
    ),
    '',
    { act: 'fill' },
  ),
  page(
    'many-drawn-radios',
    form(
      `<div class="el-form-item"><label class="el-form-item__label">类别</label><div class="el-radio-group" role="radiogroup">${many(3_000, (index) => `<label class="el-radio" role="radio"><input type="radio" class="el-radio__original"><span class="el-radio__label">${index}</span></label>`)}</div></div>`,
    ),
    '',
    { act: 'fill' },
  ),
  page(
    'many-roots',
    form(),
    "for (let i = 0; i < 2000; i += 1) { const d = document.createElement('x-' + i); d.attachShadow({ mode: 'open' }).innerHTML = '<input>'; document.body.append(d) }",
    { act: 'fill' },
  ),
  page('deep', `${form()}${'<div>'.repeat(20_000)}`, '', { act: 'fill' }),
  page(
    'deep-by-script',
    form(),
    "let at = document.forms[0]; for (let i = 0; i < 1000; i += 1) { const d = document.createElement('div'); at.before(d); d.append(at); at = d }",
    { act: 'fill' },
  ),
  page(
    'deep-roots',
    '<div id="a"></div>',
    "let at = document.body; for (let i = 0; i < 100; i += 1) { const d = document.createElement('x-y'); at.append(d); at = d.attachShadow({ mode: 'open' }) } at.innerHTML = '<form><input><input><button>提交</button></form>'",
  ),
  page(
    'wide-table',
    `<form><table><tr>${many(3_000, (index) => `<th colspan="1000">列${index}</th>`)}</tr><tr>${many(3_000, () => '<td rowspan="65534"><input></td>')}</tr></table><button class="send">提交</button></form>`,
  ),
  page(
    'huge-grid',
    `<table>${many(500, () => `<tr>${many(40, () => '<td><input></td>')}</tr>`)}</table>`,
  ),
  page(
    'labelled-by-cycle',
    form(
      '<span id="a" aria-labelledby="b">甲</span><span id="b" aria-labelledby="a">乙</span><input id="c" aria-labelledby="c a b"><label for="d" id="e"><label for="d"><input id="d" aria-labelledby="e d"></label></label>',
    ),
    '',
    { act: 'fill' },
  ),
  page(
    'labelled-by-many',
    form(`<input aria-labelledby="${many(10_000, (index) => `x${index} `)}">`),
    '',
    { act: 'fill' },
  ),
  page(
    'quoted-ids',
    form(
      '<label for=\'"]&#92;(\'>甲</label><input id=\'"]&#92;(\' name="a[0].b&#92;"><input id="" name=""><input id="#" name="&quot;">',
    ),
    '',
    { act: 'fill' },
  ),
  page(
    'designer',
    form('<div contenteditable="true"><p>富文本</p></div>'),
    "document.designMode = 'on'",
    { act: 'fill' },
  ),
  page(
    'custom-forms',
    form('<x-in></x-in>'),
    "customElements.define('x-in', class extends HTMLElement { static formAssociated = true; constructor() { super(); this.attachInternals().setFormValue('x') } get value() { throw new Error('mine') } })",
    { act: 'fill' },
  ),
  page(
    'throwing-value',
    form(),
    "for (const i of document.querySelectorAll('input')) for (const k of ['value', 'type', 'form', 'labels', 'name']) Object.defineProperty(i, k, { get() { throw new Error('mine') } })",
    { act: 'fill' },
  ),
  page(
    'foreign-trees',
    `${form()}<svg><foreignObject><form><input><button>提交</button></form></foreignObject></svg><math><mtext><input></mtext></math><template><form><input></form></template>`,
    '',
    { act: 'fill' },
  ),

  page(
    'frame-of-itself',
    '<iframe src=""></iframe><iframe src="/page/frame-of-itself?1"></iframe>',
  ),
  page(
    'frames-of-each-other',
    '<iframe src="/page/frame-of-itself"></iframe><iframe src="/page/frames-of-each-other?2"></iframe>',
  ),
  page(
    'many-frames',
    many(100, () => '<iframe></iframe>'),
  ),
  page(
    'nested-srcdoc',
    '<div></div>',
    "let d = document; for (let i = 0; i < 12; i += 1) { const f = d.createElement('iframe'); (d.body ?? d.documentElement).append(f); d = f.contentDocument } d.body.innerHTML = '<form><input><input><button>提交</button></form>'",
  ),
  ...[
    '',
    'allow-scripts',
    'allow-same-origin',
    'allow-scripts allow-same-origin',
    'allow-forms',
  ].map((sandbox, index) =>
    page(
      `sandboxed-${index}`,
      `<iframe sandbox="${sandbox}" srcdoc="${form().replaceAll('"', '&quot;')}"></iframe>`,
    ),
  ),
  page(
    'data-frame',
    `<iframe src="data:text/html;charset=utf-8,${encodeURIComponent(form())}"></iframe>`,
  ),
  page(
    'blob-frame',
    '<p></p>',
    `const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob([${JSON.stringify(form())}], { type: 'text/html' })); document.body.append(f)`,
  ),
  page(
    'script-address-frame',
    '<iframe src="javascript:\'<form><input><input><button>提交</button></form>\'"></iframe>',
  ),
  page(
    'frames-that-leave',
    '<p></p>',
    "setInterval(() => { const f = document.createElement('iframe'); f.srcdoc = '<input autofocus>'; f.onload = () => f.remove(); document.body.append(f) }, 30)",
  ),
  page(
    'frames-that-move',
    '<div id="a"><iframe srcdoc="<input>"></iframe></div><div id="b"></div>',
    "setInterval(() => { const f = document.querySelector('iframe'); (f.parentNode.id === 'a' ? b : a).append(f) }, 60)",
  ),
  page(
    'frame-rewritten',
    '<iframe></iframe>',
    "setInterval(() => { const d = document.querySelector('iframe').contentDocument; d.open(); d.write('<form><input><input><button>提交</button></form>'); d.close() }, 50)",
  ),

  ...(
    [
      ['none', "default-src 'none'"],
      ['none-inline', "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"],
      ['trusted-types', "require-trusted-types-for 'script'; trusted-types 'none'"],
      ['sandbox', 'sandbox'],
      ['sandbox-scripts', 'sandbox allow-scripts allow-forms'],
      ['no-workers', "worker-src 'none'; object-src 'none'; connect-src 'none'; base-uri 'none'"],
    ] as const
  ).map(([name, policy]) =>
    page(`csp-${name}`, form(), '', {
      act: 'fill',
      headers: { 'content-security-policy': policy },
    }),
  ),
  page('isolated', form(), '', {
    act: 'fill',
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'permissions-policy': 'unload=(), clipboard-read=()',
      'x-frame-options': 'DENY',
    },
  }),

  {
    name: 'xhtml',
    type: 'application/xhtml+xml',
    act: 'fill',
    body: `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>甲</title></head><body><form><label>姓名<input class="first"/></label><input class="second"/><button class="send" type="button">提交</button></form></body></html>`,
  },
  {
    name: 'xhtml-broken',
    type: 'application/xhtml+xml',
    body: '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>甲',
  },
  { name: 'xml', type: 'application/xml', body: '<?xml version="1.0"?><a><b>甲</b></a>' },
  {
    name: 'svg',
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">提交成功</text></svg>',
  },
  { name: 'json', type: 'application/json', body: '{"message":"提交成功"}' },
  { name: 'text', type: 'text/plain; charset=utf-8', body: '提交成功' },
  {
    name: 'picture',
    type: 'image/gif',
    body: Uint8Array.from(atob('R0lGODlhAQABAAAAACwAAAAAAQABAAACADs='), (c) => c.charCodeAt(0)),
  },
  { name: 'empty', type: HTML, body: '' },
  { name: 'quirks', type: HTML, act: 'fill', body: `<html><title>quirks</title><body>${form()}` },
  {
    name: 'frameset',
    type: HTML,
    body: '<html><frameset cols="50%,50%"><frame src="/page/quirks"><frame src="/page/empty"></frameset></html>',
  },
  { name: 'gbk', type: 'text/html; charset=gbk', act: 'fill', body: gbk(form()) },
  {
    name: 'gbk-unsaid',
    type: 'text/html',
    act: 'fill',
    body: gbk(`<meta charset="gb2312">${form()}`),
  },
  { name: 'wrong-charset', type: 'text/html; charset=utf-8', act: 'fill', body: gbk(form()) },
  {
    name: 'utf-16',
    type: 'text/html; charset=utf-16le',
    act: 'fill',
    body: new Uint8Array(Buffer.from(`\uFEFF${form()}`, 'utf16le')),
  },
  { name: 'error-500', type: HTML, status: 500, body: form() },
  { name: 'error-404', type: HTML, status: 404, body: '<h1>404' },
];

/** The few characters of the forms above in GBK, so that no table is needed. */
function gbk(text: string): Uint8Array {
  const codes = new Map([
    ['姓', [0xd0, 0xd5]],
    ['名', [0xc3, 0xfb]],
    ['联', [0xc1, 0xaa]],
    ['系', [0xcf, 0xb5]],
    ['电', [0xb5, 0xe7]],
    ['话', [0xbb, 0xb0]],
    ['提', [0xcc, 0xe1]],
    ['交', [0xbd, 0xbb]],
  ]);
  return Uint8Array.from(
    [...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0) & 0x7f]),
  );
}
