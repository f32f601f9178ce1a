import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRecognition } from '../../../entrypoints/background/create-recognition';
import type { FieldReading } from '../../../utils/domain/observation';
import { parseFieldConcepts } from '../../../utils/knowledge/field-concepts';
import { field } from './record-fixture';

const knowledge = parseFieldConcepts(
  JSON.parse(readFileSync('public/knowledge/field-concepts.json', 'utf8')),
);
const recognition = createRecognition(knowledge);
const AT = Date.UTC(2026, 10, 18, 2);

function compared(label: string, value: string, more: Partial<FieldReading> = {}) {
  const read = field(label, more);
  return recognition.comparableValue(value, read, recognition.recogniseField(read), AT);
}

describe('createRecognition', () => {
  it('reads the fields of a form in the light of each other', () => {
    const labels = ['贷款金额（元）', '贷款银行', '到期日期'];
    const concepts = (fields: readonly FieldReading[]) =>
      recognition.recogniseForm({ fields }).map(({ concept }) => concept);
    expect(concepts(labels.map((label) => field(label)))).toEqual([
      'finance.loan_amount',
      'finance.loan_bank',
      'finance.loan_due',
    ]);
    expect(recognition.recogniseField(field('到期日期')).concept).toBe('meta.valid_until');
    expect(recognition.recogniseForm({ fields: [field('贷款金额（元）')] })[0]).toEqual(
      recognition.recogniseField(field('贷款金额（元）')),
    );
  });

  it('knows a label, its family and that it may be kept', () => {
    expect(recognition.recogniseField(field('＊ 联系电话：'))).toMatchObject({
      concept: 'person.phone',
      family: expect.any(String),
      label: '联系电话',
      inDictionary: true,
    });
  });

  it('keeps a label made of dictionary words alone, and none that holds more', () => {
    for (const label of ['联系电话', '户主姓名', '监护人身份证号码']) {
      expect(recognition.recogniseField(field(label)).inDictionary, label).toBe(true);
    }
    for (const label of ['张建国的联系电话', '王五姓名', '柳河村种植面积', '', '备注张三']) {
      expect(recognition.recogniseField(field(label)).inDictionary, label).toBe(false);
    }
  });

  it('brings two styles of one value to one text', () => {
    expect(compared('联系电话', '199-0000-1234')?.text).toBe(
      compared('手机号码', '+86 199 0000 1234')?.text,
    );
    expect(compared('出生日期', '1980年1月1日')?.text).toBe(
      compared('出生日期', '1980-01-01')?.text,
    );
  });

  it('compares the same value under a known and an unknown label by its common text', () => {
    const known = compared('姓名', '张建国');
    const unknown = compared('网格事项甲', '张建国');
    expect(known?.anyText).toBeDefined();
    expect(unknown?.anyText).toBe(known?.anyText);
  });

  it('does not compare options, yes and no, and small numbers', () => {
    for (const [label, value] of [
      ['性别', '男'],
      ['是否低保户', '是'],
      ['家庭人口', '4'],
      ['网格事项甲', '12'],
    ] as const) {
      expect(compared(label, value), label).toBeUndefined();
    }
  });

  it('takes one option of a few for little telling where the label is unknown', () => {
    expect(compared('网格事项甲', '脱贫不稳定户', { control: 'select' })?.entropy).toBe('low');
    expect(compared('网格事项甲', '脱贫不稳定户')?.entropy).toBe('medium');
  });

  it('tells an ID number by its shape where the label says nothing', () => {
    const read = field('网格事项甲');
    expect(recognition.recogniseField(read).concept).toBeUndefined();
    expect(recognition.recogniseField(read, '990101198001010014').concept).toBe('person.id_number');
  });

  it('takes the unit from the label’s brackets', () => {
    expect(recognition.recogniseField(field('种植面积（亩）')).unit).toBe('亩');
  });

  it('compares what shows by itself as what it is, in whatever field it stands', () => {
    const id = '990123195001011011';
    const asked = compared('身份证号', id);
    expect(asked?.family).toBe('person.id_number');
    expect(compared('社会保障号码', id)).toMatchObject({
      text: asked?.text,
      family: asked?.family,
    });
    const phone = compared('联系电话', '19900001234');
    expect(compared('微信号', '199 0000 1234')).toMatchObject({
      text: phone?.text,
      family: phone?.family,
      entropy: 'high',
    });
  });

  it('takes the usual unit of an item where page and value name none', () => {
    expect(compared('家庭年收入', '32680')?.text).toBe(
      compared('家庭年收入（万元）', '3.268')?.text,
    );
  });
});
