import { storedZip } from './stored-zip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** One part of an office file: `[path, content type, type of the relation that leads to it, XML]`. */
export type Part = readonly [path: string, contentType: string, relation: string, xml: string];

/**
 * An office file of a main part and the parts that it refers to as `rId1`, `rId2` … in the order
 * given, zipped. The same parts give the same bytes at any time and on any machine.
 */
export function officePackage(main: Part, parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const [path] = main;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const types = [main, ...parts].map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`,
  );
  const files = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
    ],
    ['_rels/.rels', relations([main], '')],
    [`${folder}_rels/${path.slice(folder.length)}.rels`, relations(parts, folder)],
    ...[main, ...parts].map(([name, , , xml]) => [name, xml] as const),
  ] as const;
  const encoder = new TextEncoder();
  return storedZip(files.map(([name, xml]) => [name, encoder.encode(`${HEAD}\n${xml}`)]));
}

function relations(parts: readonly Part[], folder: string): string {
  const entries = parts.map(
    ([path, , type], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${path.slice(folder.length)}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold
const UNWRITABLE = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Any text as XML character data or attribute value; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? '');
}
