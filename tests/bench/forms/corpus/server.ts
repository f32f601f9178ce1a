import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { libraryFile } from '../../../portals/pages';
import type { PageSpec } from './spec';

/** How the next post to a page is answered. */
interface NextAnswer {
  readonly mode: 'ok' | 'refuse' | 'error';
  readonly delayMs: number;
}

/** A post that the server took in: the truth about submissions. */
export interface Accepted {
  readonly page: string;
  readonly form: string;
  readonly draft: boolean;
  readonly at: number;
}

export interface CorpusServer {
  readonly port: number;
  readonly accepted: Accepted[];
  serve(page: PageSpec, html: string): void;
  /** How the next submission of a page is answered; several pages are worked on at once. */
  answerNext(page: string, answer: NextAnswer): void;
  close(): Promise<void>;
}

export async function startCorpusServer(): Promise<CorpusServer> {
  const pages = new Map<string, { spec: PageSpec; html: string }>();
  const accepted: Accepted[] = [];
  const next = new Map<string, NextAnswer>();
  const server = createServer((request, response) => {
    void (async () => {
      const address = new URL(request.url ?? '/', 'http://corpus');
      const path = address.pathname;
      const library = path.startsWith('/lib/') ? libraryFile(path) : undefined;
      if (library) {
        response.writeHead(200, { ...library.headers, 'cache-control': 'max-age=3600' });
        response.end(library.body);
        return;
      }
      const json = (value: unknown, status = 200): void => {
        response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify(value));
      };
      const html = (text: string, status = 200): void => {
        response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
        response.end(text);
      };
      const shown = pages.get(path.replace('/p/', ''));
      if (shown) return html(shown.html);
      if (path === '/list')
        return json([
          { name: '王德福', state: '审核成功' },
          { name: '刘福贵', state: '办理失败' },
        ]);
      if (path === '/poll') return json({ count: 3 });
      if (path === '/upload') return json({ code: 200, success: true });
      const post = /^\/(api|post)\/([\w-]+)\/(\w+)$/.exec(path);
      if (!post || request.method !== 'POST') return json({ message: 'not found' }, 404);
      await drain(request);
      const [, way, page = '', form = ''] = post;
      const spec = pages.get(page)?.spec;
      const answer = form === 'comment' ? undefined : next.get(page);
      if (form !== 'comment') next.delete(page);
      if (answer?.delayMs) await new Promise((done) => setTimeout(done, answer.delayMs));
      const mode = answer?.mode ?? 'ok';
      const draft = address.search.includes('draft');
      if (mode === 'ok') accepted.push({ page, form, draft, at: Date.now() });
      if (way === 'post') return html(resultPage(spec, form, mode), mode === 'error' ? 500 : 200);
      if (mode === 'error') return json({ message: 'Internal Server Error' }, 500);
      return json(envelope(spec?.envelope ?? 'code200', mode === 'ok'));
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    accepted,
    serve: (spec, html) => pages.set(spec.id, { spec, html }),
    answerNext: (page, answer) => {
      next.set(page, answer);
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

async function drain(request: IncomingMessage): Promise<void> {
  for await (const _ of request);
}

function envelope(kind: PageSpec['envelope'], ok: boolean): unknown {
  const words = ok ? '操作成功' : '该身份证号已登记，请核对';
  switch (kind) {
    case 'code0':
      return { code: ok ? 0 : 500, msg: words };
    case 'success':
      return { success: ok, message: words };
    case 'status':
      return { status: ok ? 'ok' : 'fail', message: words };
    default:
      return { code: ok ? 200 : 500, msg: words };
  }
}

function resultPage(spec: PageSpec | undefined, form: string, mode: NextAnswer['mode']): string {
  const found = spec?.forms.find(({ id }) => id === form);
  const text = mode === 'ok' ? (found?.successText ?? '保存成功') : '保存失败：该身份证号已登记';
  const way = found?.after ?? 'result';
  if (way === 'keep' && mode === 'ok') {
    return `<!DOCTYPE html><meta charset="utf-8"><title>列表</title><p>办件列表</p><table><tr><td>王德福</td><td>已登记</td></tr></table><script>alert('${text}')</script>`;
  }
  return `<!DOCTYPE html><meta charset="utf-8"><title>${text}</title><div class="box"><p>${text}</p><a href="javascript:history.back()">返回</a></div>`;
}

const PAGES = new URL('../pages/', import.meta.url);

/** Fills a page's frame with its spec and the tags of its libraries. */
export function htmlOf(spec: PageSpec): string {
  const file = FILES.get(`${spec.split}:${spec.library}`);
  if (!file) throw new Error(`No page is written for ${spec.split} ${spec.library}.`);
  const text = readFileSync(new URL(file.name, PAGES), 'utf8');
  const head = file.head
    .map((path) =>
      path.endsWith('.css')
        ? `<link rel="stylesheet" href="/lib/${path}">`
        : `<script src="/lib/${path}"></script>`,
    )
    .join('\n');
  return text
    .replaceAll('%%title%%', () => spec.title)
    .replace('%%head%%', () => head)
    .replace('%%common%%', () =>
      readFileSync(new URL(spec.split === 'dev' ? 'common.js' : 'test-common.js', PAGES), 'utf8'),
    )
    .replace('%%spec%%', () => JSON.stringify(spec).replaceAll('<', '\\u003c'));
}

interface PageFile {
  readonly name: string;
  readonly head: readonly string[];
}

const VUE3 = 'vue/dist/vue.global.prod.js';
const HEADS = {
  'element-ui': [
    'vue2/dist/vue.min.js',
    'element-ui/lib/index.js',
    'element-ui/lib/theme-chalk/index.css',
  ],
  'element-plus': [VUE3, 'element-plus/dist/index.full.min.js', 'element-plus/dist/index.css'],
  'ant-design-vue': [
    'dayjs/dayjs.min.js',
    ...[
      'customParseFormat',
      'weekday',
      'localeData',
      'weekOfYear',
      'weekYear',
      'advancedFormat',
      'quarterOfYear',
    ].map((name) => `dayjs/plugin/${name}.js`),
    VUE3,
    'ant-design-vue/dist/antd.min.js',
    'ant-design-vue/dist/reset.css',
  ],
  antd: [
    'react/umd/react.production.min.js',
    'react-dom/umd/react-dom.production.min.js',
    'dayjs/dayjs.min.js',
    'antd/dist/antd.min.js',
    'antd/dist/reset.css',
  ],
  layui: ['layui/dist/css/layui.css', 'layui/dist/layui.js'],
  easyui: [
    'jquery/dist/jquery.min.js',
    'jquery-easyui/js/jquery.easyui.min.js',
    'jquery-easyui/css/easyui.css',
  ],
  vant: [VUE3, 'vant/lib/vant.min.js', 'vant/lib/index.css'],
  jsp: [],
  tdesign: [VUE3, 'tdesign-vue-next/dist/tdesign.min.js', 'tdesign-vue-next/dist/tdesign.min.css'],
  arco: [
    VUE3,
    '@arco-design/web-vue/dist/arco-vue.min.js',
    '@arco-design/web-vue/dist/arco.min.css',
  ],
  iview: [VUE3, 'view-ui-plus/dist/viewuiplus.min.js', 'view-ui-plus/dist/styles/viewuiplus.css'],
  naive: [VUE3, 'naive-ui/dist/index.prod.js'],
} as const;

const FILES = new Map<string, PageFile>([
  ['dev:element-ui', { name: 'element.html', head: HEADS['element-ui'] }],
  ['dev:element-plus', { name: 'element.html', head: HEADS['element-plus'] }],
  ['dev:ant-design-vue', { name: 'ant-design-vue.html', head: HEADS['ant-design-vue'] }],
  ['dev:antd', { name: 'antd.html', head: HEADS.antd }],
  ['dev:layui', { name: 'layui.html', head: HEADS.layui }],
  ['dev:easyui', { name: 'easyui.html', head: HEADS.easyui }],
  ['dev:vant', { name: 'vant.html', head: HEADS.vant }],
  ['dev:jsp', { name: 'jsp.html', head: HEADS.jsp }],
  ['dev:tdesign', { name: 'modern.html', head: HEADS.tdesign }],
  ['dev:arco', { name: 'modern.html', head: HEADS.arco }],
  ['dev:iview', { name: 'modern.html', head: HEADS.iview }],
  ['dev:naive', { name: 'modern.html', head: HEADS.naive }],
  ['test:plain', { name: 'test-plain.html', head: [] }],
  ['test:element-plus', { name: 'test-vue.html', head: HEADS['element-plus'] }],
  ['test:ant-design-vue', { name: 'test-vue.html', head: HEADS['ant-design-vue'] }],
  ['test:vant', { name: 'test-vue.html', head: HEADS.vant }],
  ['test:antd', { name: 'test-antd.html', head: HEADS.antd }],
  ['test:layui', { name: 'test-classic.html', head: HEADS.layui }],
  ['test:tdesign', { name: 'test-modern.html', head: HEADS.tdesign }],
  ['test:arco', { name: 'test-modern.html', head: HEADS.arco }],
  ['test:iview', { name: 'test-modern.html', head: HEADS.iview }],
  ['test:naive', { name: 'test-modern.html', head: HEADS.naive }],
  ['test:easyui', { name: 'test-classic.html', head: HEADS.easyui }],
]);
