import { expect, it } from 'vitest';
import { sampleSummary } from '../../../components/sample';
import { alreadyReportedText } from '../../../utils/format/already-reported';

const summary = sampleSummary();
const [overlap] = summary.overlaps;
if (overlap === undefined) throw new Error('the sample has no overlap');
const text = alreadyReportedText({
  overlap: { ...overlap, concepts: [...overlap.concepts, { concept: '?', count: 1 }] },
  week: summary,
  language: 'zh_CN',
  platformName: (id) => (id.startsWith('mz') ? '民政低保系统' : '防返贫监测平台'),
  conceptName: (key) => (key === 'person.phone' ? '联系电话' : undefined),
});

it('names what was already reported where, and suggests to take it from there', () => {
  expect(text).toContain(
    '2026 年 11 月 16 日—22 日在“防返贫监测平台”填报时，下列数据项此前 90 天内已在“民政低保系统”填报过：',
  );
  expect(text).toContain('1. 联系电话');
  expect(text).toContain('另有 6 类数据项名称未能识别');
  expect(text).toContain('直接调取“民政低保系统”的已有数据');
});

it('says that it holds no value', () => {
  expect(text).toContain('不含任何填报内容');
});
