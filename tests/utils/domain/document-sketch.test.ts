import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentsAlike } from '../../../utils/domain/document-likeness';
import { documentSketch } from '../../../utils/domain/document-sketch';

const PARAGRAPHS = Array.from(
  { length: 30 },
  (_, index) =>
    `第${index + 1}条 各村民委员会应当于每季度末对农村低收入人口开展一次全面走访，核实家庭收入、住房、就医和子女就学情况，发现问题及时上报镇人民政府处理，编号 ${2026_1000 + index * 7}。`,
);

interface Docx {
  readonly paragraphs: readonly string[];
  readonly author?: string;
  /** How a program cuts a paragraph into runs. */
  readonly run?: number;
  readonly pictures?: readonly string[];
  readonly level?: 0 | 9;
}

function docx({ paragraphs, author = '张建国', run = 200, pictures = [], level = 9 }: Docx) {
  const runs = (text: string): string =>
    (text.match(new RegExp(`[\\s\\S]{1,${run}}`, 'gu')) ?? [])
      .map((part) => `<w:r><w:rPr><w:sz w:val="${run}"/></w:rPr><w:t>${part}</w:t></w:r>`)
      .join('');
  const body = paragraphs.map((text) => `<w:p>${runs(text)}</w:p>`).join('');
  return zipSync(
    {
      'docProps/core.xml': strToU8(
        `<cp:coreProperties><dc:creator>${author}</dc:creator></cp:coreProperties>`,
      ),
      'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
      ...Object.fromEntries(
        pictures.map((picture, index) => [
          `word/media/image${index}.png`,
          strToU8(picture.repeat(50)),
        ]),
      ),
    },
    { level },
  );
}

function xlsx(
  cells: readonly string[],
  numbers: readonly number[],
  order = (list: readonly string[]) => list,
) {
  const strings = order([...new Set(cells)]);
  const rows = cells
    .map((cell) => `<row><c t="s"><v>${strings.indexOf(cell)}</v></c></row>`)
    .join('');
  const figures = numbers.map((number) => `<row><c><v>${number}</v></c></row>`).join('');
  return zipSync({
    'xl/sharedStrings.xml': strToU8(
      `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet>${rows}${figures}</worksheet>`),
  });
}

const sketch = async (bytes: Uint8Array<ArrayBuffer>): Promise<readonly string[]> =>
  (await documentSketch(bytes)) ?? [];
const alike = async (
  one: Uint8Array<ArrayBuffer>,
  other: Uint8Array<ArrayBuffer>,
): Promise<boolean> => documentsAlike(await sketch(one), await sketch(other));

describe('documents that are the same', () => {
  const original = docx({ paragraphs: PARAGRAPHS });

  it('though another program saved them with other metadata and other runs', async () => {
    expect(
      await alike(original, docx({ paragraphs: PARAGRAPHS, author: '李秀英', run: 7, level: 0 })),
    ).toBe(true);
  });

  it('though a little was added', async () => {
    expect(
      await alike(original, docx({ paragraphs: [...PARAGRAPHS, '附：联系人及电话另行通知。'] })),
    ).toBe(true);
  });

  it('though a table was saved with its strings in another order', async () => {
    const cells = Array.from({ length: 40 }, (_, index) => `柳溪村第${index}网格困难群众名册`);
    const numbers = Array.from({ length: 30 }, (_, index) => 10_000 + index * 37);
    const reversed = xlsx(cells, numbers, (list) => [...list].reverse());
    expect(await alike(xlsx(cells, numbers), reversed)).toBe(true);
  });

  it('though a PDF file has another date of making', async () => {
    const pdf = (date: string) =>
      new TextEncoder().encode(
        `%PDF-1.7\n1 0 obj<</Length 900>>stream\n${'q 1 0 0 1 72 720 cm '.repeat(40)}\nendstream endobj\n2 0 obj<</Length 900>>stream\n${'BT /F1 12 Tf '.repeat(60)}\nendstream endobj\n3 0 obj<</CreationDate(${date})>>endobj`,
      );
    expect(await alike(pdf('D:20261101'), pdf('D:20261102120000'))).toBe(true);
  });

  it('though a spreadsheet is text in another encoding', async () => {
    const rows = PARAGRAPHS.join('\n');
    expect(
      await alike(new TextEncoder().encode(rows), new TextEncoder().encode(`\ufeff${rows}`)),
    ).toBe(true);
  });
});

describe('documents that differ', () => {
  it('when one form is filled for two households', async () => {
    const form = (name: string, id: string, phone: string, land: number) =>
      docx({
        paragraphs: [
          ...PARAGRAPHS.slice(0, 8).map((text) => text.replace(/编号 \d+/, '')),
          `户主姓名：${name}`,
          `身份证号：${id}`,
          `联系电话：${phone}`,
          `承包面积：${land} 平方米`,
          `家庭年收入：${land * 13} 元`,
        ],
      });
    const one = form('张建国', '990101197003070011', '19900000001', 2311);
    const other = form('李秀英', '990101198112240028', '19900000002', 4187);
    expect(await alike(one, other)).toBe(false);
  });

  it('when a report keeps its words but shows other photographs', async () => {
    const one = docx({ paragraphs: PARAGRAPHS, pictures: ['第一次', '第一次之二', '第一次之三'] });
    const other = docx({
      paragraphs: PARAGRAPHS,
      pictures: ['第二次', '第二次之二', '第二次之三'],
    });
    expect(await alike(one, other)).toBe(false);
  });

  it('when they only share their letterhead', async () => {
    const other = PARAGRAPHS.map((text, index) =>
      index < 3 ? text : `关于做好第${index}季度森林防火与秸秆禁烧巡查工作的具体安排，请认真执行。`,
    );
    expect(await alike(docx({ paragraphs: PARAGRAPHS }), docx({ paragraphs: other }))).toBe(false);
  });
});

describe('files that cannot be read', () => {
  it('have no sketch, and never throw', async () => {
    const protectedDocument = new Uint8Array(4_096);
    protectedDocument.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const encrypted = crypto.getRandomValues(new Uint8Array(40_000));
    encrypted.set(protectedDocument.subarray(0, 512));
    encrypted.set(Buffer.from('EncryptedPackage', 'utf16le'), 1_024);
    for (const bytes of [
      encrypted,
      new Uint8Array(),
      new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9, 9, 9]),
      docx({ paragraphs: PARAGRAPHS }).subarray(0, 300),
      protectedDocument,
      crypto.getRandomValues(new Uint8Array(2_000)),
    ]) {
      expect(await documentSketch(bytes)).toBeUndefined();
    }
  });

  it('that unpack to far more than they are are not unpacked', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
    expect(await documentSketch(bomb)).toBeUndefined();
  });
});

describe('a sketch', () => {
  it('stays small for a long document', async () => {
    const long = docx({
      paragraphs: Array.from(
        { length: 2_000 },
        (_, index) => `第${index}段 ${index * 7919}：${PARAGRAPHS[index % 30]}${index}`,
      ),
    });
    const { length } = await sketch(long);
    expect(length).toBeLessThanOrEqual(192 + 64 + 48);
    expect(length).toBeGreaterThan(96);
  });

  it('holds nothing of the text', async () => {
    for (const entry of await sketch(docx({ paragraphs: PARAGRAPHS })))
      expect(entry).toMatch(/^[tnm][0-9a-w]{2}[0-9a-f]{16}$/);
  });
});
