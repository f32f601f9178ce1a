import { officePackage, xmlText } from './office-package';

/** One piece of a document, from top to bottom. */
export type Block =
  | {
      /** `title` is centred; `heading` numbers nothing by itself; `note` is small. */
      readonly kind: 'title' | 'heading' | 'paragraph' | 'note';
      /** Line feeds break the line. */
      readonly text: string;
    }
  | {
      readonly kind: 'table';
      /** Repeated at the head of each page; absent in a table of names and values. */
      readonly header?: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Shares of the width of the page; equal where they are absent. */
      readonly widths?: readonly number[];
    };

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** A4 and its margins, in twentieths of a point. */
const [SHORT, LONG, MARGIN] = [11906, 16838, 1420];
const STYLE_OF = {
  title: 'Title',
  heading: 'Heading1',
  paragraph: 'Normal',
  note: 'Note',
} as const;

/** `[id, name, size in half points, font, properties of the paragraph]` */
const STYLES = (
  [
    ['Normal', 'Normal', 24, '仿宋', '<w:spacing w:after="80" w:line="400" w:lineRule="exact"/>'],
    ['Title', 'Title', 36, '黑体', '<w:spacing w:after="240"/><w:jc w:val="center"/>'],
    [
      'Heading1',
      'heading 1',
      28,
      '黑体',
      '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
    ],
    ['Note', 'Note', 18, '宋体', '<w:spacing w:after="60"/>'],
    ['Cell', 'Cell', 21, '宋体', '<w:spacing w:before="20" w:after="20"/>'],
  ] as const
).map(
  ([id, name, size, font, paragraph]) =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr>${paragraph}</w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`,
);

/**
 * Blocks as the bytes of a Word document (.docx): A4, the fonts of Chinese office documents, tables with
 * lines. It names no author and no date; the same blocks give the same bytes.
 *
 * @param lying the sheet lies on its side, for tables of many columns
 */
export function document(blocks: readonly Block[], lying = false): Uint8Array<ArrayBuffer> {
  const [width, height] = lying ? [LONG, SHORT] : [SHORT, LONG];
  const page = `<w:pgSz w:w="${width}" w:h="${height}"${lying ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="1440" w:right="${MARGIN}" w:bottom="1440" w:left="${MARGIN}" w:header="720" w:footer="720" w:gutter="0"/>`;
  const body = blocks.map((block, index) =>
    block.kind === 'table'
      ? // Two tables without a paragraph between them would run into one.
        table(block, width - 2 * MARGIN) +
        (blocks[index + 1]?.kind === 'table' ? paragraph('', 'Note') : '')
      : paragraph(block.text, STYLE_OF[block.kind]),
  );
  // A table cannot end a document.
  const end = blocks.at(-1)?.kind === 'table' ? paragraph('', 'Note') : '';
  return officePackage(
    [
      'word/document.xml',
      `${TYPE}.document.main+xml`,
      'officeDocument',
      `<w:document xmlns:w="${MAIN}"><w:body>${body.join('')}${end}<w:sectPr>${page}</w:sectPr></w:body></w:document>`,
    ],
    [
      [
        'word/styles.xml',
        `${TYPE}.styles+xml`,
        'styles',
        `<w:styles xmlns:w="${MAIN}">${STYLES.join('')}</w:styles>`,
      ],
    ],
  );
}

function paragraph(text: string, style: string): string {
  const runs = text
    .split(/\r\n?|\n/)
    .map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
    .join('<w:br/>');
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${runs}</w:r></w:p>`;
}

function table(
  { header, rows, widths }: Extract<Block, { readonly kind: 'table' }>,
  room: number,
): string {
  const columns = Math.max(header?.length ?? 0, ...rows.map((row) => row.length));
  const shares = Array.from({ length: columns }, (_, column) => widths?.[column] ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const wide = shares.map((share) => Math.round((room * share) / whole));
  const line = (cells: readonly string[], head: string) =>
    `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${wide
      .map(
        (width, column) =>
          `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(cells[column] ?? '', 'Cell')}</w:tc>`,
      )
      .join('')}</w:tr>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
    .join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${room}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${wide
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${header === undefined ? '' : line(header, '<w:tblHeader/>')}${rows
    .map((row) => line(row, ''))
    .join('')}</w:tbl>`;
}
