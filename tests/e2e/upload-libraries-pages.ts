import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** One page for each component library, with its own upload component. */

const require = createRequire(import.meta.url);

/** Folder of an installed package; not every one lets its files be asked for by name. */
const folderOf = (name: string): string =>
  join(
    require.resolve.paths(name)?.find((path) => {
      try {
        readFileSync(join(path, name, 'package.json'));
        return true;
      } catch {
        return false;
      }
    }) ?? '',
    name,
  );

interface LibraryPage {
  /** Scripts and styles, as package and path. */
  readonly files: readonly (readonly [name: string, path: string])[];
  readonly body: string;
  /** Opens the file chooser. */
  readonly opener: string;
}

const VUE = ['vue', 'dist/vue.global.prod.js'] as const;
const DAYJS = [
  ['dayjs', 'dayjs.min.js'],
  ...[
    'customParseFormat',
    'weekday',
    'localeData',
    'weekOfYear',
    'weekYear',
    'quarterOfYear',
    'advancedFormat',
  ].map((plugin) => ['dayjs', `plugin/${plugin}.js`] as const),
] as const;

const vue = (template: string, library: string): string =>
  `<div id="app"></div><script>Vue.createApp({ template: ${JSON.stringify(template)} }).use(${library}).mount('#app');</script>`;

export const LIBRARIES = {
  'Ant Design Vue': {
    files: [
      VUE,
      ...DAYJS,
      ['ant-design-vue', 'dist/antd.min.js'],
      ['ant-design-vue', 'dist/reset.css'],
    ],
    body: vue(
      '<a-form><a-form-item label="现场照片"><a-upload name="file" action="/api/upload"><a-button id="open">选择文件</a-button></a-upload></a-form-item></a-form>',
      'antd',
    ),
    opener: '#open',
  },
  Arco: {
    files: [
      VUE,
      ['@arco-design/web-vue', 'dist/arco-vue.min.js'],
      ['@arco-design/web-vue', 'dist/arco.min.css'],
    ],
    body: vue('<a-upload action="/api/upload"></a-upload>', 'ArcoVue'),
    opener: '.arco-upload button',
  },
  TDesign: {
    files: [
      VUE,
      ['tdesign-vue-next', 'dist/tdesign.min.js'],
      ['tdesign-vue-next', 'dist/tdesign.min.css'],
    ],
    body: vue('<t-upload action="/api/upload" placeholder="现场照片"></t-upload>', 'TDesign'),
    opener: '.t-upload button',
  },
  'Naive UI': {
    files: [VUE, ['naive-ui', 'dist/index.prod.js']],
    body: vue(
      '<n-upload action="/api/upload"><n-button id="open">上传文件</n-button></n-upload>',
      'naive',
    ),
    opener: '#open',
  },
  Vant: {
    files: [VUE, ['vant', 'lib/vant.min.js'], ['vant', 'lib/index.css']],
    body: `<div id="app"><van-field label="现场照片"><template #input><van-uploader v-model="files" :after-read="send"></van-uploader></template></van-field></div>
<script>Vue.createApp({ setup() { const files = Vue.ref([]); const send = async (one) => { one.status = 'uploading'; one.message = '上传中...'; const body = new FormData(); body.append('file', one.file); await fetch('/api/upload', { method: 'POST', body }); one.status = 'done'; one.message = ''; }; return { files, send }; } }).use(vant).mount('#app');</script>`,
    opener: '.van-uploader__upload',
  },
  'View UI': {
    files: [
      VUE,
      ['view-ui-plus', 'dist/viewuiplus.min.js'],
      ['view-ui-plus', 'dist/styles/viewuiplus.css'],
    ],
    body: vue(
      '<Upload action="/api/upload"><Button id="open">上传文件</Button></Upload>',
      'ViewUIPlus',
    ),
    opener: '#open',
  },
  Layui: {
    files: [
      ['layui', 'dist/layui.js'],
      ['layui', 'dist/css/layui.css'],
    ],
    body: `<div class="layui-form-item"><label class="layui-form-label">现场照片</label><button type="button" class="layui-btn" id="open">上传图片</button><span id="said"></span></div>
<script>layui.use('upload', () => layui.upload.render({ elem: '#open', url: '/api/upload', accept: 'file', done: (answer) => { layui.layer.msg('上传成功'); document.getElementById('said').textContent = '已上传'; } }));</script>`,
    opener: '#open',
  },
  EasyUI: {
    files: [
      ['jquery', 'dist/jquery.min.js'],
      ['jquery-easyui', 'js/jquery.easyui.min.js'],
      ['jquery-easyui', 'css/easyui.css'],
    ],
    body: `<form id="form" method="post" enctype="multipart/form-data" action="/api/upload"><label>佐证材料</label><input id="box" name="file" style="width:300px"><a id="send" href="javascript:;">上传</a></form>
<script>$('#box').filebox({ buttonText: '选择文件', onChange: () => $.ajax({ url: '/api/upload', type: 'POST', data: new FormData($('#form')[0]), processData: false, contentType: false, success: () => $.messager.show({ title: '提示', msg: '上传成功' }) }) });</script>`,
    opener: '.filebox label, .filebox .textbox-button',
  },
} as const satisfies Readonly<Record<string, LibraryPage>>;

export const LIBRARY_HOST = 'cl.qingshan.gov.cn';

export interface LibraryServer {
  readonly port: number;
  close(): Promise<void>;
}

export async function startLibraryServer(): Promise<LibraryServer> {
  const server = createServer((request, response) => {
    request.resume();
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://local').pathname);
    if (request.method === 'POST') {
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end('{"code":0,"msg":"","url":"/f/1","data":{"src":"/f/1","url":"/f/1"}}');
      });
      return;
    }
    const library = (LIBRARIES as Readonly<Record<string, LibraryPage>>)[path.slice(1)];
    if (library !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageOf(path.slice(1), library));
      return;
    }
    const file = fileOf(path);
    if (file === undefined) response.statusCode = 404;
    else response.setHeader('content-type', `${file.type}; charset=utf-8`);
    response.end(file?.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function pageOf(name: string, { files, body }: LibraryPage): string {
  const head = files
    .map(([of, path]) => `/lib/${encodeURIComponent(of)}/${path}`)
    .map((address) =>
      address.endsWith('.css')
        ? `<link rel="stylesheet" href="${address}">`
        : `<script src="${address}"></script>`,
    );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>材料上传</title><link rel="icon" href="data:,">${head.join('')}</head><body><h1>材料上传 ${name}</h1>${body}</body></html>`;
}

function fileOf(path: string): { type: string; body: Buffer } | undefined {
  const [, lib, ...rest] = path.split('/');
  if (lib !== 'lib') return undefined;
  const scoped = rest[0]?.startsWith('@') === true;
  const name = rest.slice(0, scoped ? 2 : 1).join('/');
  try {
    const body = readFileSync(join(folderOf(name), ...rest.slice(scoped ? 2 : 1)));
    return { type: path.endsWith('.css') ? 'text/css' : 'text/javascript', body };
  } catch {
    return undefined;
  }
}
