import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { documentsAlike } from '../../../utils/domain/document-likeness';
import { documentSketch } from '../../../utils/domain/document-sketch';
import { digestStream } from '../../../utils/domain/file-digest';
import { between, type Random, randomFrom } from './photos/raster';

export interface DocumentResult {
  readonly documents: number;
  readonly copies: number;
  readonly foundCopies: number;
  readonly pairs: number;
  readonly falsePairs: number;
  /** Pairs of files of which the digest says rightly whether they are the same. */
  readonly exactPairs: number;
  readonly wrongExactPairs: number;
}

const SUBJECTS = [
  '森林防火',
  '医保缴费',
  '危房排查',
  '防返贫监测',
  '河道巡查',
  '高标准农田',
  '残疾人帮扶',
  '安全生产',
];
const VERBS = [
  '全面摸排',
  '及时上报',
  '逐户走访',
  '建立台账',
  '限期整改',
  '认真核实',
  '宣传动员',
  '定期调度',
];
const PLACES = ['柳溪村', '石桥村', '白云村', '青山社区', '松林村', '大坪村'];
const NAMES = ['张建国', '李秀英', '王志强', '刘桂兰', '陈国庆', '杨春梅'];

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function sentence(random: Random): string {
  return `${pick(random, PLACES)}围绕${pick(random, SUBJECTS)}工作${pick(random, VERBS)}，涉及${Math.floor(between(random, 3, 400))}户${Math.floor(between(random, 100, 2_000))}人，由${pick(random, NAMES)}负责，${pick(random, VERBS)}，确保${pick(random, SUBJECTS)}落实到位。`;
}

function docx(paragraphs: readonly string[], author: string, run: number): Uint8Array {
  const body = paragraphs
    .map((text) => {
      const parts = text.match(new RegExp(`[\\s\\S]{1,${run}}`, 'gu')) ?? [];
      return `<w:p>${parts.map((part) => `<w:r><w:t>${part}</w:t></w:r>`).join('')}</w:p>`;
    })
    .join('');
  return zipSync({
    'docProps/core.xml': strToU8(`<c><dc:creator>${author}</dc:creator></c>`),
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
  });
}

function xlsx(table: readonly (readonly string[])[], backwards: boolean): Uint8Array {
  const strings = [...new Set(table.flat().filter((cell) => !/^\d+$/.test(cell)))];
  if (backwards) strings.reverse();
  const rows = table
    .map(
      (row) =>
        `<row>${row.map((cell) => (/^\d+$/.test(cell) ? `<c><v>${cell}</v></c>` : `<c t="s"><v>${strings.indexOf(cell)}</v></c>`)).join('')}</row>`,
    )
    .join('');
  return zipSync({
    'xl/sharedStrings.xml': strToU8(
      `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
}

/** A form that every household fills with other values. */
function form(random: Random): readonly string[] {
  return [
    '青山镇低收入人口动态监测信息采集表',
    '填表说明：本表由村级信息员入户填写，各项内容须与户主核对一致后签字确认，不得漏项。',
    `户主姓名 ${pick(random, NAMES)}`,
    `身份证号 9901${Math.floor(between(random, 10, 99))}19${Math.floor(between(random, 50, 99))}0${Math.floor(between(random, 1, 9))}1${Math.floor(between(random, 0, 9))}${Math.floor(between(random, 1_000, 9_999))}`,
    `联系电话 199000${Math.floor(between(random, 10_000, 99_999))}`,
    `家庭住址 ${pick(random, PLACES)}${Math.floor(between(random, 1, 12))}组${Math.floor(between(random, 100, 999))}号`,
    `上年度家庭纯收入 ${Math.floor(between(random, 8_000, 60_000))} 元`,
    '致贫返贫风险类型：因病、因学、因残、因灾、务工就业不稳、产业项目失败（可多选）',
    '帮扶措施：产业帮扶、就业帮扶、健康帮扶、教育帮扶、危房改造、综合保障（可多选）',
    '本户承诺以上信息真实有效，如有隐瞒愿承担相应责任，并同意有关部门核查家庭经济状况。',
  ];
}

/** Documents that are saved anew, and documents of one template that differ. */
export async function judgeDocuments(first: number, count: number): Promise<DocumentResult> {
  const files: { readonly id: string; readonly bytes: Uint8Array }[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = randomFrom(first + index * 31);
    if (index % 3 === 0) {
      const text = Array.from({ length: 12 + (index % 20) }, () => sentence(random));
      files.push({ id: `report ${index}`, bytes: docx(text, '张建国', 300) });
      files.push({ id: `report ${index}`, bytes: docx(text, '李秀英', 9) });
      files.push({
        id: `report ${index}`,
        bytes: docx([...text, '以上情况特此报告。'], '王志强', 60),
      });
    } else if (index % 3 === 1) {
      const text = form(random);
      files.push({ id: `form ${index}`, bytes: docx(text, '张建国', 300) });
      files.push({ id: `form ${index}`, bytes: docx(text, '刘桂兰', 5) });
    } else {
      const table = Array.from({ length: 30 }, (_, row) => [
        `${pick(random, PLACES)}${row + 1}组`,
        pick(random, NAMES),
        String(Math.floor(between(random, 1_000, 90_000))),
        sentence(random),
      ]);
      files.push({ id: `table ${index}`, bytes: xlsx(table, false) });
      files.push({ id: `table ${index}`, bytes: xlsx(table, true) });
    }
  }
  const sketches = await Promise.all(
    files.map(async ({ bytes }) => (await documentSketch(Uint8Array.from(bytes))) ?? []),
  );
  const digests = await Promise.all(
    files.map(({ bytes }) => digestStream(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream())),
  );
  const truth = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const result = {
    copies: 0,
    foundCopies: 0,
    pairs: 0,
    falsePairs: 0,
    exactPairs: 0,
    wrongExactPairs: 0,
  };
  for (const [index, one] of files.entries()) {
    for (let place = index + 1; place < files.length; place += 1) {
      const found = documentsAlike(sketches[index] ?? [], sketches[place] ?? []);
      if (one.id === files[place]?.id) {
        result.copies += 1;
        if (found) result.foundCopies += 1;
      } else {
        result.pairs += 1;
        if (found) result.falsePairs += 1;
      }
      result.exactPairs += 1;
      if ((digests[index] === digests[place]) !== (truth[index] === truth[place]))
        result.wrongExactPairs += 1;
    }
  }
  return { documents: files.length, ...result };
}
