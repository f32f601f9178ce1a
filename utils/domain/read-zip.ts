/** What the directory of an archive says of one of its files. */
export interface ZipEntry {
  readonly name: string;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly method: number;
  /** Where its own head begins. */
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
/** A comment of the greatest length after the end of the directory. */
const LONGEST_TAIL = 65_557;

/** The files of an archive by the directory at its end; none where there is no such directory. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - LONGEST_TAIL);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) return [];
  const entries: ZipEntry[] = [];
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count && at + 46 <= bytes.length; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) break;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The content of a file in an archive.
 *
 * @throws Error where it is damaged, packed in an unknown way, or larger than the directory says
 */
export async function unzipped(
  bytes: Uint8Array<ArrayBuffer>,
  { at, packedSize, size, method }: ZipEntry,
): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packedSize > bytes.length) throw new RangeError('zip: cut off');
  const packed = bytes.subarray(from, from + packedSize);
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new RangeError(`zip: method ${method}`);
  const content = new Uint8Array(size);
  let length = 0;
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return content.subarray(0, length);
    if (length + value.length > size) {
      await reader.cancel();
      throw new RangeError('zip: larger than said');
    }
    content.set(value, length);
    length += value.length;
  }
}
