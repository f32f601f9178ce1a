import type { SketchSort } from './document-likeness';
import { halfSipHash } from './half-siphash';
import { unzipped, zipEntries } from './read-zip';

/**
 * A sketch of a document, by which a copy of it is known again though its file has other bytes: saved
 * anew, by another program, with other metadata, or with a little added.
 *
 * It samples three sets: shingles of the *text* (`t`, six characters, within one paragraph or cell),
 * *figures* (`n`, numbers of at least three digits) and the contents of embedded pictures and streams
 * (`m`). Each entry is its set's letter, the *floor* of the sample, the entry's own *level* and its
 * hash: a member has level n by its hash at odds of 2⁻ⁿ, and of a large set only levels from the floor
 * up are kept, so that two sketches can be compared from the higher of their floors. These three
 * characters stay readable when the entries are keyed.
 */

const SHINGLE = 6;
/** Most entries of a set. A sample holds between half of it and the whole. */
const SAMPLES = { t: 192, n: 64, m: 48 } as const;

/** Documents with more are sampled from their beginning. */
const MAX_CHARACTERS = 400_000;
/** A part that unpacks to more is not looked at. */
const MAX_PART_BYTES = 30 * 1024 * 1024;
const MAX_TOTAL_BYTES = 80 * 1024 * 1024;
const MAX_PARTS = 400;

/** Members are hashed to be sampled; the key of the device comes after that. */
const SAMPLING_KEY = [0x51494e47, 0x5a485541] as const;

/**
 * The sketch of a document's bytes. Not keyed: for the memory only.
 *
 * @returns undefined where nothing can be read: protected, damaged, empty, or of an unknown format.
 */
export async function documentSketch(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<readonly string[] | undefined> {
  const content = await contentOf(bytes);
  if (content === undefined) return undefined;
  const shingles = new Set<string>();
  const figures = new Set<string>();
  let characters = 0;
  for (const unit of content.units) {
    const text = plain(unit);
    if (text === '') continue;
    characters += text.length;
    if (characters > MAX_CHARACTERS) break;
    for (let from = 0; from === 0 || from + SHINGLE <= text.length; from += 1) {
      shingles.add(text.slice(from, from + SHINGLE));
    }
    for (const [figure] of unit.normalize('NFKC').matchAll(/\d[\d.,-]*\d|\d/g)) {
      const digits = figure.replace(/\D/g, '');
      if (digits.length >= 3) figures.add(digits);
    }
  }
  const sketch = [
    ...sampled('t', shingles),
    ...sampled('n', figures),
    ...sampled('m', content.media),
  ];
  return sketch.length === 0 ? undefined : sketch;
}

interface Content {
  readonly units: readonly string[];
  readonly media: ReadonlySet<string>;
}

/** Where an Office document under a password keeps its content. */
const ENCRYPTED = [...'EncryptedPackage'].join('\0');

async function contentOf(bytes: Uint8Array<ArrayBuffer>): Promise<Content | undefined> {
  if (bytes.length < 8) return undefined;
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return await zipContent(bytes);
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
      // Under a password every byte is noise, some of which reads like characters.
      if (latin1(bytes).includes(ENCRYPTED)) return undefined;
      return { units: utf16Runs(bytes), media: new Set() };
    }
    if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return pdfContent(bytes);
    return textContent(bytes);
  } catch {
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

const TEXT_PARTS =
  /^(word\/(document|footnotes|endnotes|comments)\.xml|xl\/(sharedStrings\.xml|worksheets\/[^/]+\.xml)|ppt\/(slides|notesSlides)\/[^/]+\.xml|content\.xml|.*\/Pages\/.*Content\.xml)$/i;
const MEDIA_PARTS = /(^|\/)(media|Pictures|Res|embeddings)\/[^/]+$/i;

async function zipContent(bytes: Uint8Array<ArrayBuffer>): Promise<Content | undefined> {
  let total = 0;
  const media = new Set<string>();
  const entries = zipEntries(bytes);
  const wanted = entries.filter(({ name, size, packedSize }, place) => {
    if (MEDIA_PARTS.test(name)) media.add(`${size}`);
    if (!TEXT_PARTS.test(name) && !MEDIA_PARTS.test(name)) return false;
    if (size > MAX_PART_BYTES || place >= MAX_PARTS) return false;
    // A bomb unpacks a thousandfold; text and pictures do not.
    if (size > 200 * Math.max(packedSize, 1_000)) return false;
    total += size;
    return total <= MAX_TOTAL_BYTES;
  });
  if (entries.length === 0) return undefined;
  if (!entries.some(({ name }) => TEXT_PARTS.test(name))) {
    // Archives: checksum and size of every file in them.
    const files = entries.filter(({ size }) => size > 0);
    return { units: [], media: new Set(files.map((file) => `${file.size}:${file.checksum}`)) };
  }
  const units: string[] = [];
  const contents = new Set<string>();
  for (const entry of wanted) {
    const { name } = entry;
    const content = await unzipped(bytes, entry);
    if (MEDIA_PARTS.test(name)) contents.add(fingerprint(content));
    else units.push(...unitsOf(name, new TextDecoder().decode(content)));
  }
  return { units, media: contents };
}

/** Length and two sums of all bytes: enough to know the same picture again, once it is keyed. */
function fingerprint(content: Uint8Array): string {
  let one = 0x811c9dc5;
  let other = 0x1234567;
  for (const byte of content) {
    one = Math.imul(one ^ byte, 0x01000193);
    other = (Math.imul(other, 31) + byte) | 0;
  }
  return `${content.length}:${(one >>> 0).toString(16)}:${(other >>> 0).toString(16)}`;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decoded(text: string): string {
  return text.replace(
    /&(#x?)?([0-9a-z]+);/gi,
    (whole, numeric: string | undefined, name: string) => {
      if (numeric === undefined) return ENTITIES.get(name) ?? whole;
      const code = Number.parseInt(name, numeric === '#x' ? 16 : 10);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
    },
  );
}

/** Paragraphs of a text, cells of a table: what stays together whichever program saves it. */
function unitsOf(name: string, xml: string): readonly string[] {
  if (/worksheets\//i.test(name)) {
    // Cells that only point into the shared strings say nothing by themselves.
    return Array.from(
      xml.matchAll(/<c\b([^>]*)>([\s\S]*?)<\/c>/g),
      ([, attributes = '', cell = '']) =>
        /\bt="(s|b|e)"/.test(attributes)
          ? ''
          : decoded(cell.replace(/<f\b[\s\S]*?<\/f>/g, '').replace(/<[^>]+>/g, '')),
    );
  }
  const end = /sharedStrings/i.test(name) ? /<\/si>/ : /<\/(?:w:p|a:p|text:p|text:h|ofd:TextCode)>/;
  return xml
    .split(end)
    .map((part) => decoded(part.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').replace(/<[^>]+>/g, '')));
}

/** Old binary documents hold their Chinese text in runs of 16-bit units. */
function utf16Runs(bytes: Uint8Array): readonly string[] {
  const runs: string[] = [];
  for (const offset of [0, 1]) {
    let run = '';
    let han = 0;
    const close = (): void => {
      if (han >= 3) runs.push(run);
      run = '';
      han = 0;
    };
    for (let at = offset; at + 1 < bytes.length; at += 2) {
      const unit = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
      const isHan = unit >= 0x4e00 && unit <= 0x9fa5;
      if (
        isHan ||
        (unit >= 0x20 && unit < 0x7f) ||
        (unit >= 0x3000 && unit <= 0x303f) ||
        (unit >= 0xff00 && unit <= 0xff5e)
      ) {
        run += String.fromCharCode(unit);
        if (isHan) han += 1;
      } else {
        close();
      }
    }
    close();
  }
  return runs;
}

/** The streams of a PDF file stay as they are when only its metadata are written anew. */
function pdfContent(bytes: Uint8Array): Content {
  const media = new Set<string>();
  const text = latin1(bytes);
  if (/\/Encrypt\b/.test(text.slice(-4_096))) return { units: [], media };
  const expression = /(?:^|[^d])stream\r?\n/g;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const from = match.index + match[0].length;
    const to = text.indexOf('endstream', from);
    if (to < 0) break;
    const head = text.slice(Math.max(0, match.index - 300), match.index);
    const about = head.slice(Math.max(head.lastIndexOf(' obj'), 0));
    if (to - from > 64 && !/\/Type\s*\/(Metadata|XRef|ObjStm)/.test(about)) {
      media.add(fingerprint(bytes.subarray(from, to)));
    }
    expression.lastIndex = to;
  }
  return { units: [], media };
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function textContent(bytes: Uint8Array): Content | undefined {
  const head = bytes.subarray(0, 4_096);
  if (head.includes(0)) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('gb18030').decode(bytes);
  }
  return { units: text.split(/[\r\n]+|[,\t](?=\S)/), media: new Set() };
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

function sampled(sort: SketchSort, members: ReadonlySet<string>): readonly string[] {
  const byLevel: string[][] = Array.from({ length: 33 }, () => []);
  for (const member of members) {
    const units = Uint16Array.from({ length: member.length }, (_, index) =>
      member.charCodeAt(index),
    );
    const [high, low] = halfSipHash(SAMPLING_KEY, units);
    const rest = high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
    byLevel[Math.clz32(high)]?.push(rest);
  }
  let floor = 0;
  for (let kept = members.size; kept > SAMPLES[sort]; floor += 1) {
    kept -= byLevel[floor]?.length ?? 0;
  }
  return byLevel.flatMap((hashes, level) =>
    level < floor
      ? []
      : hashes.map((hash) => sort + floor.toString(36) + level.toString(36) + hash),
  );
}
