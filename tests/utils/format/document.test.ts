import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { type Block, document } from '../../../utils/format/document';

const html = async (blocks: readonly Block[]) =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(document(blocks)) })).value;

describe('a document', () => {
  it('gives back title, headings, paragraphs and tables', async () => {
    const read = await html([
      { kind: 'title', text: '情况反映单' },
      { kind: 'heading', text: '一、多头填报' },
      { kind: 'paragraph', text: '同一内容\n在两个平台填报' },
      { kind: 'table', header: ['平台', '次数'], rows: [['a & <b>', '3']], widths: [3, 1] },
    ]);
    expect(read).toContain('<p>情况反映单</p>');
    expect(read).toContain('<h1>一、多头填报</h1>');
    expect(read).toContain('<p>同一内容<br />在两个平台填报</p>');
    expect(read).toContain('<thead><tr><th><p>平台</p></th><th><p>次数</p></th></tr></thead>');
    expect(read).toContain('<td><p>a &amp; &lt;b&gt;</p></td><td><p>3</p></td>');
  });

  it('keeps two tables apart and ends with a paragraph, as Word demands', async () => {
    const table: Block = { kind: 'table', rows: [['1', '2']] };
    expect((await html([table, table])).match(/<table>/g)).toHaveLength(2);
    const xml = strFromU8(unzipSync(document([table]))['word/document.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<\/w:tbl><w:p>.*<\/w:p><w:sectPr>/);
  });

  it('is A4 upright and names no author and no date', () => {
    const files = unzipSync(document([{ kind: 'paragraph', text: 'a' }]));
    expect(Object.keys(files).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/styles.xml',
    ]);
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain(
      '<w:pgSz w:w="11906" w:h="16838"/>',
    );
  });

  it('is the same file each time', () => {
    const blocks: Block[] = [{ kind: 'note', text: '注' }];
    expect(document(blocks)).toEqual(document(blocks));
  });
});
