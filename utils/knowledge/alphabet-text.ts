/**
 * Text in its own small alphabet: the word lists hold about a thousand different characters, most of
 * them three bytes long in UTF-8 and one or two here, which an archive then compresses by a quarter
 * better.
 *
 * Form: length of the alphabet in bytes (2 bytes, big endian); the alphabet in UTF-8, most frequent
 * character first; then each character's place in it, below 240 as one byte, else as two.
 */

const ONE_BYTE = 240;
/** What two bytes can still tell apart. */
const MOST = ONE_BYTE + (256 - ONE_BYTE) * 256;

/** @throws RangeError where the text has more than 4 336 different characters */
export function packByAlphabet(text: string): Uint8Array<ArrayBuffer> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  if (counts.size > MOST) throw new RangeError(`packed text: ${counts.size} different characters`);
  const alphabet = [...counts].sort(([, a], [, b]) => b - a).map(([character]) => character);
  const places = new Map(alphabet.map((character, place) => [character, place]));
  const letters = new TextEncoder().encode(alphabet.join(''));
  const bytes = [letters.length >> 8, letters.length & 255, ...letters];
  for (const character of text) {
    const place = places.get(character) ?? 0;
    if (place < ONE_BYTE) bytes.push(place);
    else bytes.push(ONE_BYTE + ((place - ONE_BYTE) >> 8), (place - ONE_BYTE) & 255);
  }
  return Uint8Array.from(bytes);
}

/** The reverse of `packByAlphabet`. Bytes that are cut off or none of its own give a shorter text. */
export function unpackByAlphabet(bytes: Uint8Array): string {
  const start = 2 + (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0));
  const alphabet = [...new TextDecoder().decode(bytes.subarray(2, start))];
  const characters: string[] = [];
  for (let at = start; at < bytes.length; at++) {
    let place = bytes[at] ?? 0;
    if (place >= ONE_BYTE) place = ONE_BYTE + ((place - ONE_BYTE) << 8) + (bytes[++at] ?? 0);
    characters.push(alphabet[place] ?? '');
  }
  return characters.join('');
}
