/** Base64 between bytes, without strings of characters in between: the files that hold it are many. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(256).fill(255);
for (let index = 0; index < 64; index += 1) VALUES[ALPHABET.charCodeAt(index)] = index;
const PAD = 61;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const left = bytes.length - at;
    text += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | (b >> 4));
    text += left > 1 ? ALPHABET.charAt(((b & 15) << 2) | (c >> 6)) : '=';
    text += left > 2 ? ALPHABET.charAt(c & 63) : '=';
  }
  return text;
}

/** Characters of the base64 of so many bytes. */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

/**
 * Decodes exactly `into.length` bytes from the characters at `from`. False where they are not the
 * canonical base64 of that many bytes.
 */
export function fromBase64(source: Uint8Array, from: number, into: Uint8Array): boolean {
  const full = into.length - (into.length % 3);
  let at = from;
  let bad = 0;
  for (let to = 0; to < full; to += 3, at += 4) {
    const a = VALUES[source[at] as number] as number;
    const b = VALUES[source[at + 1] as number] as number;
    const c = VALUES[source[at + 2] as number] as number;
    const d = VALUES[source[at + 3] as number] as number;
    // A value over 63 is no character of the alphabet.
    bad |= a | b | c | d;
    into[to] = (a << 2) | (b >> 4);
    into[to + 1] = (b << 4) | (c >> 2);
    into[to + 2] = (c << 6) | d;
  }
  if (bad > 63) return false;
  const left = into.length - full;
  if (left === 0) return true;
  const [a = 255, b = 255] = [VALUES[source[at] as number], VALUES[source[at + 1] as number]];
  if ((a | b) > 63 || source[at + 3] !== PAD) return false;
  into[full] = (a << 2) | (b >> 4);
  if (left === 1) return source[at + 2] === PAD && (b & 15) === 0;
  const c = VALUES[source[at + 2] as number] as number;
  if (c > 63 || (c & 3) !== 0) return false;
  into[full + 1] = (b << 4) | (c >> 2);
  return true;
}
