import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLabel } from '../../../utils/knowledge/canonical-label';
import { normaliseLabel } from '../../../utils/knowledge/normalise-label';
import { toSimplified } from '../../../utils/knowledge/traditional';

const textOf = (label: string) => normaliseLabel(label).text;

describe('a label', () => {
  it('loses blanks, stars, colons and numbering', () => {
    expect(textOf('姓　名')).toBe('姓名');
    expect(textOf('备  注：')).toBe('备注');
    expect(textOf('＊联系电话:')).toBe('联系电话');
    expect(textOf('1．姓名')).toBe('姓名');
    expect(textOf('（一）家庭人口')).toBe('家庭人口');
    expect(textOf('二、隐患描述')).toBe('隐患描述');
    expect(textOf('①户主')).toBe('户主');
    expect(textOf('2.1 项目名称')).toBe('项目名称');
    expect(textOf('【姓名】')).toBe('姓名');
    expect(textOf('01*户主姓名')).toBe('户主姓名');
  });

  it('loses what asks for it, and whose it is said to be', () => {
    expect(textOf('请输入手机号码')).toBe('手机号码');
    expect(textOf('请选择所在乡镇')).toBe('所在乡镇');
    expect(textOf('请选择')).toBe('');
    expect(textOf('您的姓名')).toBe('姓名');
    expect(textOf('您的手机号是？')).toBe('手机号');
    expect(textOf('上传照片')).toBe('照片');
    expect(textOf('请输入户主姓名,不超过5个字')).toBe('户主姓名');
    expect(textOf('如：3号楼西侧')).toBe('');
  });

  it('keeps words that only begin like an instruction', () => {
    for (const label of [
      '填写人',
      '录入时间',
      '上传时间',
      '请假人',
      '请假事由',
      '填报日期',
      '选择题',
    ])
      expect(textOf(label)).toBe(label);
  });

  it('keeps units apart, and hints out', () => {
    expect(normaliseLabel('耕地面积（亩）')).toEqual({
      text: '耕地面积',
      unit: '亩',
      required: false,
    });
    expect(normaliseLabel('家庭年收入(元/年)').unit).toBe('元/年');
    expect(normaliseLabel('总投资：万元')).toMatchObject({ text: '总投资', unit: '万元' });
    expect(normaliseLabel('耕地面积 ha').unit).toBe('ha');
    expect(normaliseLabel('建筑面积㎡')).toMatchObject({ text: '建筑面积', unit: '㎡' });
    expect(normaliseLabel('体温(℃)').unit).toBe('℃');
    expect(normaliseLabel('是否低保户（是/否）')).toEqual({ text: '是否低保户', required: false });
    expect(normaliseLabel('附件（不超过5个）').text).toBe('附件');
    expect(normaliseLabel('姓 名').unit).toBeUndefined();
  });

  it('says what stood in brackets where that is part of the name', () => {
    expect(normaliseLabel('村（社区）')).toMatchObject({ text: '村', full: '村社区' });
    expect(normaliseLabel('县（市、区）').full).toBe('县市区');
  });

  it('tells what is required', () => {
    expect(normaliseLabel('*姓名').required).toBe(true);
    expect(normaliseLabel('姓名（必填）').required).toBe(true);
    expect(normaliseLabel('姓名必填').text).toBe('姓名');
    expect(normaliseLabel('是否必填').text).toBe('是否必填');
    expect(normaliseLabel('姓名').required).toBe(false);
  });

  it('is cleaned once and for all, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (label) => {
        const { text } = normaliseLabel(label);
        return typeof text === 'string' && !/\s/u.test(text);
      }),
    );
    expect(textOf('长'.repeat(200))).toBe('');
  });

  it('is read in traditional characters by those who have the table', () => {
    expect(normaliseLabel('戶主聯繫電話', toSimplified).text).toBe('户主联系电话');
    expect(normaliseLabel('證件號碼', toSimplified).text).toBe('证件号码');
    expect(normaliseLabel('隱患排查時間', toSimplified).text).toBe('隐患排查时间');
  });
});

describe('the same in other words', () => {
  it('has one canonical form', () => {
    for (const [one, other] of [
      ['走访日期', '走访时间'],
      ['残疾证号码', '残疾人证编号'],
      ['户籍地址', '户口地点'],
      ['隐患类型', '隐患种类'],
      ['监护人联系方式', '监护人手机号码'],
      ['是否为党员', '是否党员'],
      ['建设内容和规模', '建设内容及规模'],
    ] as const) {
      expect(canonicalLabel(one)).toBe(canonicalLabel(other));
    }
  });

  it('keeps apart what is not the same', () => {
    for (const [one, other] of [
      ['走访时间', '走访地点'],
      ['低保人数', '低保户数'],
      ['帮扶状态', '帮扶情况'],
      ['开工时间', '竣工时间'],
    ] as const) {
      expect(canonicalLabel(one)).not.toBe(canonicalLabel(other));
    }
  });
});
