import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages that stand for portals, answered for every host. They tell the server when they are shown. */
export interface Site {
  readonly port: number;
  /** Resolves when a page of this path is loaded (again). */
  loaded(path: string): Promise<void>;
  close(): void;
}

const FULL = 'position:fixed;inset:0;width:100%;height:100%;border:0;box-sizing:border-box';
const TONE_SECONDS = 240;
const TONE_RATE = 8_000;
/** Enough for the player to begin before the rest has come. */
const STALL_RATE = 48_000;
/** The first seconds of the tone, and how long its other part does not come. */
const STALL = { first: 25, seconds: 60 };

/** Starts the site on a free port. */
export async function startSite(): Promise<Site> {
  const waiting = new Map<string, (() => void)[]>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname === '/loaded') {
      const path = url.searchParams.get('path') ?? '';
      for (const resolve of waiting.get(path) ?? []) resolve();
      waiting.delete(path);
      response.end();
      return;
    }
    if (url.pathname === '/tone.wav') return void sendTone(request.headers.range, response);
    if (url.pathname === '/stalling.wav') return void sendTone(undefined, response, STALL);
    const slowMs = Number(url.searchParams.get('slow') ?? 0);
    setTimeout(() => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page(url));
    }, slowMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    loaded: (path) =>
      new Promise((resolve) => {
        waiting.set(path, [...(waiting.get(path) ?? []), resolve]);
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function page(url: URL): string {
  const name = `${url.host}${url.pathname}`;
  const body = bodies[url.pathname.slice(1)] ?? bodies.write;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title></head>
<body style="margin:0">${body?.(url) ?? ''}
<script>addEventListener('load', () => fetch('/loaded?path=' + encodeURIComponent(location.pathname)));</script>
</body></html>`;
}

const bodies: Record<string, ((url: URL) => string) | undefined> = {
  write: () => `<textarea autofocus style="${FULL}"></textarea>`,
  read: () => `<p style="font-size:20px">${'请各村认真核对台账。'.repeat(200)}</p>`,
  link: (url) => `<a href="${url.searchParams.get('to')}" style="${FULL}">前往</a>`,
  frame: (url) => `<iframe src="${url.searchParams.get('src')}" style="${FULL}"></iframe>`,
  popup: (url) =>
    `<button style="${FULL}" onclick="open('${url.searchParams.get('to')}','','width=600,height=500')">打开</button>`,
  alert: () => `<button style="${FULL}" onclick="alert('请先完成必填项')">提交</button>`,
  chooser: () => `<input type="file" style="${FULL};padding:300px">`,
  spa: () =>
    `<button style="${FULL}" onclick="history.pushState({}, '', '/spa/' + Date.now())">下一页</button>`,
  // An old editor: the page writes itself anew and takes every listener off the window.
  rewritten: () =>
    `<script>setTimeout(() => { document.open(); document.write('<title>a.gov.cn/rewritten</title><textarea autofocus style="${FULL}"></textarea>'); document.close(); }, 3000)</script>`,
  reloading: () => `<p>大屏</p><script>setTimeout(() => location.reload(), 8000)</script>`,
  blocking: () =>
    `<textarea style="${FULL}"></textarea><script>setInterval(() => { const end = performance.now() + 4000; while (performance.now() < end); }, 4500)</script>`,
  captcha: () => {
    const row = (start: string, index: number) =>
      `<${start} style="position:fixed;left:0;top:${index * 180}px;width:100%;height:180px">`;
    const fields = ['用户名', '密码" type="password', '请输入验证码'].map(
      (words) => `input placeholder="${words}"`,
    );
    return `${[...fields, 'button type="button"'].map(row).join('')}登录</button>`;
  },
  video: (url) => media(url),
  // The connection gives out in the middle.
  stalling: () => `<video src="/stalling.wav" muted controls style="${FULL}"></video>
    <script>const video = document.querySelector('video');
      for (const type of ['waiting', 'playing']) video.addEventListener(type, () => fetch('/loaded?path=' + type));
      video.play();</script>`,
  // The course stops after 10 s and asks whether somebody is there.
  asking: () => `<video src="/tone.wav" muted autoplay controls style="${FULL}"></video>
    <div class="el-dialog" style="display:none;position:fixed;inset:300px;background:#fff">
      <p>您还在学习吗？</p><button style="width:100%;height:100px">继续学习</button></div>
    <script>const [video, dialog] = [document.querySelector('video'), document.querySelector('.el-dialog')];
      setTimeout(() => { video.pause(); dialog.style.display = 'block'; }, 10000);
      dialog.querySelector('button').onclick = () => { dialog.style.display = 'none'; video.play(); };</script>`,
  shadow: (url) =>
    `<study-player></study-player><script>customElements.define('study-player', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(media(url))}; } })</script>`,
};

function media(url: URL): string {
  const words = ['muted', 'loop', 'autoplay'].filter((word) => url.searchParams.has(word));
  return `<video src="/tone.wav" ${words.join(' ')} controls style="${FULL}"></video>`;
}

/** A quiet tone as WAV: a video element plays it as any other medium. It may give out for a while. */
function sendTone(
  range: string | undefined,
  response: import('node:http').ServerResponse,
  stall?: typeof STALL,
): void {
  const rate = stall === undefined ? TONE_RATE : STALL_RATE;
  const size = rate * TONE_SECONDS;
  const wave = Buffer.alloc(44 + size, 128);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + size, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(rate, 24);
  wave.writeUInt32LE(rate, 28);
  wave.writeUInt16LE(1, 32);
  wave.writeUInt16LE(8, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(size, 40);
  for (let index = 0; index < size; index++) wave[44 + index] = 128 + (index % 40 < 20 ? 2 : -2);
  const from = Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
  response.writeHead(range === undefined ? 200 : 206, {
    'content-type': 'audio/wav',
    ...(stall === undefined ? { 'accept-ranges': 'bytes' } : {}),
    'content-length': wave.length - from,
    ...(range === undefined
      ? {}
      : { 'content-range': `bytes ${from}-${wave.length - 1}/${wave.length}` }),
  });
  if (stall === undefined) return void response.end(wave.subarray(from));
  const middle = 44 + rate * stall.first;
  response.write(wave.subarray(0, middle));
  setTimeout(() => response.end(wave.subarray(middle)), stall.seconds * 1_000);
}
