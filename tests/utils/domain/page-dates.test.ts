import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateFromAddress,
  dayPlus,
  findDates,
  joinSplitDate,
  mayBePartOfDate,
  mayTellDate,
  normaliseDateText,
  updateDate,
} from '../../../utils/domain/page-dates';

const today = '2026-11-23';
const alone = (text: string) => updateDate(text, { today, inRow: false });
const row = (text: string) => updateDate(text, { today, inRow: true });

describe('update dates in all Chinese styles', () => {
  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026/11/3', '2026-11-03'],
    ['2026.11.03', '2026-11-03'],
    ['2026年11月3日', '2026-11-03'],
    ['２０２６－１１－０３', '2026-11-03'],
    ['2026 年 11 月 3 日', '2026-11-03'],
    ['二〇二六年十一月三日', '2026-11-03'],
    ['二○二六年十月二十三日', '2026-10-23'],
    ['20261103', '2026-11-03'],
    ['[2026-11-03]', '2026-11-03'],
    ['（2026-11-03）', '2026-11-03'],
    ['2026-11-03 09:12:33', '2026-11-03'],
    ['2026-11-03T09:12:33+08:00', '2026-11-03'],
    ['发布时间：2026-11-03 09:12', '2026-11-03'],
    ['更新日期: 2026年11月3日', '2026-11-03'],
    ['发布时间:2026-11-03 来源:青山镇人民政府 浏览次数:12', '2026-11-03'],
    ['数据截至2026年10月31日', '2026-10-31'],
    ['成文日期：2026年8月7日', '2026-08-07'],
    ['26-11-03', '2026-11-03'],
    ['3天前', '2026-11-20'],
    ['2个月前', '2026-09-24'],
  ])('%s', (text, day) => {
    expect(row(text)).toBe(day);
    expect(mayTellDate(text)).toBe(true);
  });

  it('are only sought where a text bears a trace of one, which no text with a date lacks', () => {
    const pieces = fc.constantFrom(
      ...['2026', '26', '１１', '11', '3', '03', '年', '月', '日', '号', '-', '－', '/', '／', '.'],
      ...[
        ' ',
        '  ',
        '\u3000',
        '\n',
        '二〇二六',
        '○',
        '十一',
        '天前',
        '小时以前',
        '今天',
        '刚刚',
        '前天',
      ],
      ...['发布时间：', '更新于', '姓名', '：', '(', ')', '共', '个'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join('');
        if (!mayTellDate(text)) expect([row(text), alone(text)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 20_000 },
    );
    for (const text of ['户主姓名12', '共 15 人', '第3期', '1,204', '98.5%'])
      expect(mayTellDate(text)).toBe(text === '98.5%');
  });

  it('of a card are sought where its parts are nothing but figures', () => {
    for (const text of ['05', '2026-11', '3月', '05日']) expect(mayBePartOfDate(text)).toBe(true);
    for (const text of ['第05号', '张三', '']) expect(mayBePartOfDate(text)).toBe(false);
  });

  it('takes a yearless date of a list as the latest past one', () => {
    expect(row('11-20')).toBe('2026-11-20');
    expect(row('12-20')).toBe('2025-12-20');
    expect(row('[11-20]')).toBe('2026-11-20');
    expect(row('11月20日')).toBe('2026-11-20');
  });

  it('takes the date at the end or the beginning of a list row', () => {
    expect(row('青山镇召开秋粮收购工作会议 2026-11-03')).toBe('2026-11-03');
    expect(row('[2026-11-03] 青山镇召开秋粮收购工作会议')).toBe('2026-11-03');
    expect(row('· 关于做好森林防火工作的通知（2026-11-03）')).toBe('2026-11-03');
    expect(row('关于2025年12月31日前完成整改的通知 2026-11-03')).toBe('2026-11-03');
  });

  it('takes a month as its last day, and the present one as today', () => {
    expect(row('更新时间：2026年10月')).toBe('2026-10-31');
    expect(row('更新时间：2026年11月')).toBe(today);
  });
});

describe('what is no update date', () => {
  it.each([
    '截止时间：2026-11-30',
    '截止日期：2026-11-01',
    '报名截止 2026-10-01',
    '有效期至 2026-10-01',
    '请于2026年11月20日前报送',
    '出生日期：1990-02-03',
    '今天是2026年11月23日 星期一',
    '2026年11月23日 星期一',
    '现在时间：2026-11-23 09:12:33',
    '版权所有 © 2003-2024 青山县人民政府',
    '青ICP备20261103号',
    '会议时间：2026-11-03 14:30',
    '公示期：2026-11-01至2026-11-07',
    '2026-11-01 至 2026-11-07',
    '2026年11月3日，全镇召开秋粮收购工作会议，各村支部书记参加会议并就有关事项作了发言。',
    '自2026年1月1日起施行',
    '青政发〔2026〕3号',
    '版本 V2026.11.03',
    '0371-20261103',
    '1234567890123456789',
    '08:30-11:30',
    '服务时间：周一至周五 08:30',
    '合计 11-20 万元',
    '2027-03-01',
    '2026-13-45',
  ])('%s', (text) => {
    expect(alone(text)).toBeUndefined();
    expect(row(text)).toBeUndefined();
  });

  it('outside a list does not take a button, a clock or the head of a calendar', () => {
    expect(alone('今天')).toBeUndefined();
    expect(alone('2026-11-23')).toBeUndefined();
    expect(alone('2026年11月')).toBeUndefined();
    expect(alone('11-20')).toBeUndefined();
  });

  it('does not read running text, however long', () => {
    expect(row(`${'工作'.repeat(100)} 2026-11-03`)).toBeUndefined();
  });
});

describe('dates written apart or into addresses', () => {
  it('joins a card of day and month', () => {
    expect(joinSplitDate(['05', '2026-03'], today)).toBe('2026-03-05');
    expect(joinSplitDate(['2026.03', '05'], today)).toBe('2026-03-05');
    expect(joinSplitDate(['05', '2026年3月'], today)).toBe('2026-03-05');
    expect(joinSplitDate(['05', '3月'], today)).toBe('2026-03-05');
    expect(joinSplitDate(['03-05', '2026'], today)).toBe('2026-03-05');
    expect(joinSplitDate(['12', '35'], today)).toBeUndefined();
  });

  it('reads what content systems write into paths', () => {
    expect(dateFromAddress('/zwgk/202603/t20260305_8123.html', today)).toBe('2026-03-05');
    expect(dateFromAddress('/art/2026/3/5/art_1_22.html', today)).toBe('2026-03-05');
    expect(dateFromAddress('/2026-03/05/content_1.htm', today)).toBe('2026-03-05');
    expect(dateFromAddress('/content/post_4412345.html', today)).toBeUndefined();
    expect(dateFromAddress('/art/2027/3/5/art_1_22.html', today)).toBeUndefined();
  });
});

describe('finding dates', () => {
  it('gives the place of each date and does not read one twice', () => {
    const text = normaliseDateText('2026-11-01 至 2026-11-07');
    expect(findDates(text, today).map(({ day, start }) => [day, start])).toEqual([
      ['2026-11-01', 0],
      ['2026-11-07', 13],
    ]);
  });

  it('moves days over months and years', () => {
    expect(dayPlus('2026-01-01', -1)).toBe('2025-12-31');
    expect(dayPlus('2024-02-28', 1)).toBe('2024-02-29');
  });
});
