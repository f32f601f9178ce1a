import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../e2e/find-browser';

/**
 * Draws the silent lesson film of the study platform and writes it as WebM (VP8), with duration and
 * seek points, which recorders in browsers leave out. Run once: `npx tsx tests/portals/media/make-lesson.ts`.
 */

const SECONDS = 60;
const FRAMES_PER_SECOND = 2;
const [WIDTH, HEIGHT] = [400, 226];
const KEY_EVERY_SECONDS = 20;

interface Chunk {
  readonly key: boolean;
  readonly atMs: number;
  readonly bytes: readonly number[];
}

async function encodeFrames(): Promise<readonly Chunk[]> {
  const server = createServer((_, response) => response.end('<!DOCTYPE html><title>film</title>'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    // Given as text, so that no compiler's own names reach the page.
    return (await page.evaluate(
      `(${FILM_IN_PAGE})(${JSON.stringify({ SECONDS, FRAMES_PER_SECOND, WIDTH, HEIGHT, KEY_EVERY_SECONDS })})`,
    )) as Chunk[];
  } finally {
    await browser.close();
    server.close();
  }
}

const FILM_IN_PAGE = `async ({ SECONDS, FRAMES_PER_SECOND, WIDTH, HEIGHT, KEY_EVERY_SECONDS }) => {
  const chunks = [];
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      chunks.push({ key: chunk.type === 'key', atMs: Math.round(chunk.timestamp / 1000), bytes: [...bytes] });
    },
    error: (error) => { throw error; },
  });
  encoder.configure({ codec: 'vp8', width: WIDTH, height: HEIGHT, bitrate: 2500, framerate: FRAMES_PER_SECOND, latencyMode: 'quality' });
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH; canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  const slides = ['第一讲　基层减负的意义', '第二讲　整治形式主义', '第三讲　一张表怎么填', '第四讲　为群众办实事', '第五讲　数据多跑路', '课程小结'];
  for (let i = 0; i < SECONDS * FRAMES_PER_SECOND; i++) {
    const second = i / FRAMES_PER_SECOND;
    const slide = Math.floor(second / KEY_EVERY_SECONDS);
    pen.fillStyle = '#8f1d1d'; pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.fillStyle = '#f3e3c0'; pen.font = '26px "Noto Sans CJK SC"'; pen.textAlign = 'center';
    pen.fillText(slides[slide % slides.length], WIDTH / 2, 125);
    pen.fillStyle = '#d9a441'; pen.fillRect(60, 170, (WIDTH - 120) * second / SECONDS, 6);
    const frame = new VideoFrame(canvas, { timestamp: Math.round(second * 1e6), duration: Math.round(1e6 / FRAMES_PER_SECOND) });
    encoder.encode(frame, { keyFrame: i % (KEY_EVERY_SECONDS * FRAMES_PER_SECOND) === 0 });
    frame.close();
    if (i % 20 === 0) await new Promise((done) => setTimeout(done, 5));
  }
  await encoder.flush();
  return chunks;
}`;

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** An EBML element: identifier, size, content. */
function element(id: string, content: Buffer): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(0x01000000, 0);
  size.writeUInt32BE(content.length, 4);
  return Buffer.concat([hex(id), size, content]);
}

function number(id: string, value: number): Buffer {
  const content = Buffer.alloc(4);
  content.writeUInt32BE(value);
  return element(id, content);
}

const text = (id: string, value: string): Buffer => element(id, Buffer.from(value, 'latin1'));

function cluster(chunks: readonly Chunk[]): Buffer {
  const start = chunks[0]?.atMs ?? 0;
  const blocks = chunks.map(({ key, atMs, bytes }) => {
    const head = Buffer.from([0x81, 0, 0, key ? 0x80 : 0]);
    head.writeInt16BE(atMs - start, 1);
    return element('a3', Buffer.concat([head, Buffer.from(bytes)]));
  });
  return element('1f43b675', Buffer.concat([number('e7', start), ...blocks]));
}

function webm(chunks: readonly Chunk[]): Buffer {
  const groups: Chunk[][] = [];
  for (const chunk of chunks) {
    if (chunk.key) groups.push([]);
    groups.at(-1)?.push(chunk);
  }
  const clusters = groups.map(cluster);
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(SECONDS * 1000);
  const information = element(
    '1549a966',
    Buffer.concat([
      number('2ad7b1', 1_000_000),
      element('4489', duration),
      text('4d80', 'practice portals'),
      text('5741', 'practice portals'),
    ]),
  );
  const video = element('e0', Buffer.concat([number('b0', WIDTH), number('ba', HEIGHT)]));
  const track = Buffer.concat([
    number('d7', 1),
    number('73c5', 1),
    number('83', 1),
    text('86', 'V_VP8'),
    video,
  ]);
  const tracks = element('1654ae6b', element('ae', track));
  const cues = (base: number): Buffer => {
    let position = base;
    const points = clusters.map((bytes, i) => {
      const where = element('b7', Buffer.concat([number('f7', 1), number('f1', position)]));
      position += bytes.length;
      return element('bb', Buffer.concat([number('b3', groups[i]?.[0]?.atMs ?? 0), where]));
    });
    return element('1c53bb6b', Buffer.concat(points));
  };
  const before = information.length + tracks.length;
  const cuesBytes = cues(before + cues(0).length);
  const head = element(
    '1a45dfa3',
    Buffer.concat([
      number('4286', 1),
      number('42f7', 1),
      number('42f2', 4),
      number('42f3', 8),
      text('4282', 'webm'),
      number('4287', 2),
      number('4285', 2),
    ]),
  );
  const segment = Buffer.concat([information, tracks, cuesBytes, ...clusters]);
  return Buffer.concat([head, element('18538067', segment)]);
}

const film = webm(await encodeFrames());
writeFileSync(fileURLToPath(new URL('./lesson.webm', import.meta.url)), film);
process.stdout.write(`lesson.webm: ${film.length} bytes, ${SECONDS} s\n`);
