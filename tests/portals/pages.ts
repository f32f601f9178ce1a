import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { htmlAnswer, type PortalAnswer } from './system';

const here = fileURLToPath(new URL('.', import.meta.url));
const pagesFolder = join(here, 'pages');
const mediaFolder = join(here, 'media');
const modulesFolder = join(here, '..', '..', 'node_modules');

/** The published packages that pages may load, as `/lib/<package>/<file of the package>`. */
const LIBRARIES = new Set([
  'vue',
  'vue2',
  'element-ui',
  'element-plus',
  'react',
  'react-dom',
  'dayjs',
  'antd',
  'ant-design-vue',
  'layui',
  'vant',
  'jquery',
  'jquery-easyui',
  'tdesign-vue-next',
  '@arco-design/web-vue',
  'view-ui-plus',
  'naive-ui',
]);

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.gif', 'image/gif'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.eot', 'application/vnd.ms-fontobject'],
  ['.webm', 'video/webm'],
]);

function readWithin(folder: string, path: string): Buffer | undefined {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** A page kept under tests/portals/pages, with `%%name%%` replaced by the given texts. */
export function page(path: string, texts: Readonly<Record<string, string>> = {}): PortalAnswer {
  const html = readWithin(pagesFolder, path);
  if (!html) throw new Error(`The practice page ${path} is missing.`);
  const filled = html.toString('utf8').replace(/%%(\w+)%%/g, (_, name) => texts[name] ?? '');
  return htmlAnswer(filled);
}

/** A file of a published library (`/lib/vue/dist/vue.global.js`), or nothing. */
export function libraryFile(path: string): PortalAnswer | undefined {
  const match = /^\/lib\/((?:@[\w-]+\/)?[\w-]+)\/(.+)$/.exec(path);
  const library = match?.[1] ?? '';
  if (!LIBRARIES.has(library)) return undefined;
  const body = readWithin(join(modulesFolder, library), match?.[2] ?? '');
  return body && fileAnswer(path, body);
}

/** A media file of the practice pages, in parts where `range` asks for it, as players do. */
export function mediaFile(path: string, range: string | undefined): PortalAnswer | undefined {
  const body = readWithin(mediaFolder, path.replace(/^\/media\//, ''));
  if (!body) return undefined;
  const answer = fileAnswer(path, body);
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (!asked) return { ...answer, headers: { ...answer.headers, 'accept-ranges': 'bytes' } };
  const from = Number(asked[1]);
  const to = asked[2] ? Math.min(Number(asked[2]), body.length - 1) : body.length - 1;
  return {
    status: 206,
    headers: {
      ...answer.headers,
      'accept-ranges': 'bytes',
      'content-range': `bytes ${from}-${to}/${body.length}`,
    },
    body: body.subarray(from, to + 1),
  };
}

function fileAnswer(path: string, body: Buffer): PortalAnswer {
  const type = TYPES.get(extname(path)) ?? 'application/octet-stream';
  return { headers: { 'content-type': type, 'cache-control': 'max-age=3600' }, body };
}
