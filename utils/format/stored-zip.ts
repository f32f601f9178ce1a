/**
 * Files as the bytes of a zip archive, stored as they are: small office files need no compression, and
 * so the same files give the same bytes whatever engine writes them. The date is that of no day.
 *
 * @param files `[path in ASCII, contents]`, in the order of the archive
 */
export function storedZip(
  files: readonly (readonly [string, Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const contents: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, data] of files) {
    const name = new TextEncoder().encode(path);
    // Version 2.0, stored, 1 January 1980 00:00, checksum, sizes, length of the name, no extra field.
    const entry = shorts(20, 0, 0, 0, 33, ...long(crc32(data)), ...long(data.length));
    const lengths = shorts(...long(data.length), name.length, 0);
    contents.push(shorts(...long(0x04034b50)), entry, lengths, name, data);
    directory.push(shorts(...long(0x02014b50), 20), entry, lengths);
    directory.push(shorts(0, 0, 0, 0, 0, ...long(offset)), name);
    offset += 30 + name.length + data.length;
  }
  const central = directory.reduce((sum, { length }) => sum + length, 0);
  const count = files.length;
  return joined([
    ...contents,
    ...directory,
    shorts(...long(0x06054b50), 0, 0, count, count, ...long(central), ...long(offset), 0),
  ]);
}

/** A number of 32 bits as its lower and upper 16. */
function long(value: number): readonly [number, number] {
  return [value & 0xffff, value >>> 16];
}

function shorts(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 0xff, value >>> 8]));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** CRC-32 as zip archives have it (polynomial EDB88320). */
function crc32(data: Uint8Array): number {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
