/** Files of contributions, one after the other: single files, lines (NDJSON), archives (zip) of both. */

/** Takes the bytes of one contribution. */
export type Take = (bytes: Uint8Array, from: number, to: number) => void;

export interface Reading {
  readonly take: Take;
  /** A piece longer than any contribution; nothing of it is kept. */
  readonly tooLarge: () => void;
  /** An archive or file that cannot be read. */
  readonly unreadable: () => void;
  /** Bytes read since the last call. */
  readonly onRead: (bytes: number) => void;
  /** Longest contribution, bytes. */
  readonly limit: number;
}

const AT_ONCE = 32;
const LINE_FEED = 10;

export async function readSources(files: readonly File[], reading: Reading): Promise<void> {
  const single: File[] = [];
  for (const file of files) {
    if (isLines(file.name)) {
      await readLines(file.stream(), reading, reading.onRead).catch(reading.unreadable);
    } else if (/\.zip$/i.test(file.name)) {
      await readArchive(file, reading).catch(reading.unreadable);
    } else single.push(file);
  }
  // Small files take longer to open than to read.
  for (let at = 0; at < single.length; at += AT_ONCE) {
    const some = single.slice(at, at + AT_ONCE);
    const contents = await Promise.all(
      some.map((file) =>
        file.size > 2 * reading.limit ? undefined : file.arrayBuffer().catch(() => undefined),
      ),
    );
    for (const [index, buffer] of contents.entries()) {
      const { size = 0 } = some[index] ?? {};
      if (buffer !== undefined) reading.take(new Uint8Array(buffer), 0, buffer.byteLength);
      else if (size > reading.limit) reading.tooLarge();
      else reading.unreadable();
      reading.onRead(size);
    }
  }
}

function isLines(name: string): boolean {
  return /\.(ndjson|jsonl)$/i.test(name);
}

/** Each line that is not empty is one contribution. A line never stands in memory but once. */
async function readLines(
  stream: ReadableStream<Uint8Array>,
  { take, tooLarge, limit }: Reading,
  onRead: (bytes: number) => void,
): Promise<void> {
  const reader = stream.getReader();
  let left = new Uint8Array(0);
  let skipping = false;
  for (;;) {
    const { done, value } = await reader.read();
    const chunk = value ?? new Uint8Array(0);
    let bytes = chunk;
    if (left.length > 0) {
      bytes = new Uint8Array(left.length + chunk.length);
      bytes.set(left);
      bytes.set(chunk, left.length);
    }
    let from = 0;
    for (;;) {
      const found = bytes.indexOf(LINE_FEED, from);
      const to = found >= 0 ? found : done ? bytes.length : -1;
      if (to < 0) break;
      if (!skipping && to > from && bytes.subarray(from, to).some((byte) => byte > 32))
        take(bytes, from, to);
      skipping = false;
      from = to + 1;
      if (found < 0) break;
    }
    left = bytes.slice(Math.min(from, bytes.length));
    if (left.length > 2 * limit) {
      if (!skipping) tooLarge();
      skipping = true;
      left = new Uint8Array(0);
    }
    onRead(chunk.length);
    if (done) return;
  }
}

/** Longest list of contents of an archive, bytes. */
const LONGEST_DIRECTORY = 200_000_000;

/** Reads an archive by its list of contents, entry by entry, so that it never stands in memory. */
async function readArchive(file: File, reading: Reading): Promise<void> {
  const tail = await viewOf(file, Math.max(0, file.size - 66_000), file.size);
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== 0x06054b50) at -= 1;
  if (at < 0) throw new RangeError('no archive');
  let [count, size, offset] = [
    tail.getUint16(at + 10, true),
    tail.getUint32(at + 12, true),
    tail.getUint32(at + 16, true),
  ];
  // More than 65 535 entries: the numbers stand in the record before.
  if (count === 0xffff && at >= 20 && tail.getUint32(at - 20, true) === 0x07064b50) {
    const place = Number(tail.getBigUint64(at - 12, true));
    const wide = await viewOf(file, place, place + 56);
    count = Number(wide.getBigUint64(32, true));
    size = Number(wide.getBigUint64(40, true));
    offset = Number(wide.getBigUint64(48, true));
  }
  if (size > LONGEST_DIRECTORY || offset + size > file.size) throw new RangeError('no archive');
  const list = await viewOf(file, offset, offset + size);
  const names = new TextDecoder();
  let place = 0;
  for (let entry = 0; entry < count; entry += 1) {
    const [method, packed, unpacked] = [
      list.getUint16(place + 10, true),
      list.getUint32(place + 20, true),
      list.getUint32(place + 24, true),
    ];
    const nameLength = list.getUint16(place + 28, true);
    const name = names.decode(new Uint8Array(list.buffer, place + 46, nameLength));
    const start = list.getUint32(place + 42, true);
    place += 46 + nameLength + list.getUint16(place + 30, true) + list.getUint16(place + 32, true);
    if (!name.endsWith('/')) {
      const head = await viewOf(file, start, start + 30);
      const from = start + 30 + head.getUint16(26, true) + head.getUint16(28, true);
      const lines = isLines(name);
      if (!lines && unpacked > 2 * reading.limit) reading.tooLarge();
      else {
        try {
          const stream = unpackedStream(file.slice(from, from + packed), method);
          if (lines) await readLines(stream, reading, () => {});
          else await takeWhole(stream, reading);
        } catch {
          reading.unreadable();
        }
      }
    }
    reading.onRead(packed);
  }
}

/** An archive may say that an entry is small and hold a large one: reading stops at the limit. */
async function takeWhole(
  stream: ReadableStream<Uint8Array>,
  { take, tooLarge, limit }: Reading,
): Promise<void> {
  const into = new Uint8Array(2 * limit);
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return take(into, 0, length);
    if (length + value.length > into.length) {
      await reader.cancel();
      return tooLarge();
    }
    into.set(value, length);
    length += value.length;
  }
}

function unpackedStream(blob: Blob, method: number): ReadableStream<Uint8Array> {
  const stream = blob.stream();
  if (method === 0) return stream;
  if (method !== 8) throw new RangeError('packed in another way');
  return stream.pipeThrough(new DecompressionStream('deflate-raw'));
}

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
