/**
 * The text of a control or message, made comparable: NFKC, lower-case Latin, simplified characters,
 * no white space (提 交 → 提交), no icons, arrows and marks around, no counters (点赞(12), 签到·3).
 */

/** Longest text of a control, in characters; what is longer is content. */
export const LONGEST_CONTROL = 16;

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ue000-\uf8ff]+|\ufe0f/gu;
const PICTOGRAPHS = /\p{Extended_Pictographic}/gu;
const MARKS = '[*:;,.!?~·•|>›»<‹«→←↑↓➜▶✓✔√×+\\-_=、。…"\'“”‘’#]+';
const OUTER_MARKS = new RegExp(`^${MARKS}|${MARKS}$`, 'gu');
const COUNTER =
  /(?:[([{<【]\s*\d[\d.,/]*\s*(?:\+|万|k|w|次|条|人|个|份|s|秒|%)?\s*[)\]}>】]|[·x×:]?\d[\d.,]*(?:\/\d+)?(?:\+|万|k|w)?)$/u;

/** Replaces characters one by one; both strings hold the same number of characters. */
export function characterMap(from: string, to: string): (text: string) => string {
  const targets = [...to];
  const map = new Map(
    [...from].map((character, index) => [character, targets[index] ?? character]),
  );
  return (text) => {
    let result = '';
    for (const character of text) result += map.get(character) ?? character;
    return result;
  };
}

/**
 * @param simplify from {@link characterMap}; texts without any mapped character pass unchanged
 */
export function comparableText(text: string, simplify?: (text: string) => string): string {
  const plain = text.slice(0, 400).normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  return simplify === undefined ? plain : simplify(plain);
}

/** A comparable text of a control, without what stands around its words. */
export function controlText(text: string, simplify?: (text: string) => string): string {
  const plain = comparableText(text, simplify).replace(PICTOGRAPHS, '');
  const bare = plain.replace(OUTER_MARKS, '');
  const counted = bare.replace(COUNTER, '').replace(OUTER_MARKS, '');
  const unbracketed = counted.replace(/^[[(【<「『](.*)[\])】>」』]$/u, '$1');
  return unbracketed === '' ? bare : unbracketed;
}
