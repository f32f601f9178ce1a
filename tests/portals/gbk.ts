let table: Map<string, readonly [number, number]> | undefined;

/** Every two-byte code, decoded once and turned round: the platform decodes GBK but cannot encode it. */
function encodingTable(): Map<string, readonly [number, number]> {
  if (table) return table;
  const decoder = new TextDecoder('gbk');
  table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) {
        table.set(character, [lead, trail]);
      }
    }
  }
  return table;
}

/** `text` in GBK bytes; a character that GBK lacks becomes a numeric character reference. */
export function encodeGbk(text: string): Buffer {
  const codes = encodingTable();
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x80) {
      bytes.push(codePoint);
      continue;
    }
    const pair = codes.get(character);
    if (pair) bytes.push(pair[0], pair[1]);
    else bytes.push(...Buffer.from(`&#${codePoint};`, 'latin1'));
  }
  return Buffer.from(bytes);
}

/** GBK bytes as text. */
export function decodeGbk(bytes: Uint8Array): string {
  return new TextDecoder('gbk').decode(bytes);
}
