import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkedIdNumber,
  idCheckCharacter,
  isUnifiedCode,
  passesLuhn,
} from '../../../utils/knowledge/check-digits';
import { chineseDate } from '../../../utils/knowledge/chinese-date';
import {
  detectShape,
  normaliseValue,
  type ValueQuery,
} from '../../../utils/knowledge/normalise-value';
import { quantityOf } from '../../../utils/knowledge/quantity';
import { familyOfValue } from '../../../utils/knowledge/value-family';
import { VALUE_SHAPES, type ValueShape } from '../../../utils/knowledge/value-shape';

const AT = Date.UTC(2026, 10, 23);

function query(shape: ValueShape, more: Partial<ValueQuery> = {}): ValueQuery {
  return { shape, entropy: 'high', at: AT, ...more };
}

function canonicalOf(value: string, shape: ValueShape, more: Partial<ValueQuery> = {}) {
  const compared = normaliseValue(value, query(shape, more));
  return compared.comparable ? compared.canonical : compared.reason;
}

describe('ID numbers', () => {
  it('are checked, and the old fifteen digits come to the new eighteen', () => {
    expect(canonicalOf('99010119670401010x', 'idcard18')).toBe('99010119670401010X');
    expect(canonicalOf('990101 19900307 0015', 'idcard18')).toBe('990101199003070015');
    expect(canonicalOf('９９０１０１１９９００３０７００１５', 'idcard18')).toBe(
      '990101199003070015',
    );
    expect(canonicalOf('990101670401010', 'idcard18')).toBe('99010119670401010X');
    expect(checkedIdNumber('990101199003070016')).toBeUndefined();
    expect(checkedIdNumber('990101199013070015')).toBeUndefined();
  });

  it('are what they are in whatever field they stand', () => {
    expect(canonicalOf('990101199003070015', 'text')).toBe('990101199003070015');
    expect(canonicalOf('990101199003070015', 'longtext')).toBe('990101199003070015');
    expect(familyOfValue({ family: 'organisation' }, 'idcard18')).toBe('person.id_number');
    expect(familyOfValue({ family: 'organisation' }, 'text')).toBe('organisation');
    expect(familyOfValue(undefined, 'text')).toBeUndefined();
    expect(familyOfValue({ family: 'x' }, 'phone')).toBe('phone');
  });

  it('have a check character for every body', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 990000, max: 999999 }),
        fc.date({
          min: new Date('1930-01-01T00:00:00Z'),
          max: new Date('2020-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.integer({ min: 0, max: 999 }),
        (area, birth, order) => {
          const day = birth.toISOString().slice(0, 10).replaceAll('-', '');
          const body = `${area}${day}${String(order).padStart(3, '0')}`;
          const whole = body + idCheckCharacter(body);
          const wrong = body + (whole.endsWith('1') ? '2' : '1');
          return (
            checkedIdNumber(whole.toLowerCase()) === whole && checkedIdNumber(wrong) === undefined
          );
        },
      ),
    );
  });
});

describe('telephone numbers', () => {
  it('come to the same digits in every style', () => {
    for (const style of [
      '19900001234',
      '199 0000 1234',
      '199-0000-1234',
      '+86 19900001234',
      '0086-19900001234',
      '8619900001234',
      '（199）00001234',
      '１９９００００１２３４',
    ]) {
      expect(canonicalOf(style, 'phone'), style).toBe('19900001234');
      expect(detectShape(style), style).toBe('phone');
    }
  });

  it('keep area code and extension of a landline', () => {
    expect(canonicalOf('0999-88880000', 'phone')).toBe('0999-88880000');
    expect(canonicalOf('(0999) 8888 0000', 'phone')).toBe('0999-88880000');
    expect(canonicalOf('0999-88880000转801', 'phone')).toBe('0999-88880000-801');
    expect(canonicalOf('88880000', 'phone')).toBe('88880000');
    expect(normaliseValue('0999-88880000', query('phone'))).toMatchObject({ entropy: 'medium' });
    expect(normaliseValue('19900001234', query('phone'))).toMatchObject({ entropy: 'high' });
  });

  it('are put in order where there are several', () => {
    expect(canonicalOf('19900005678、19900001234', 'phone')).toBe('19900001234、19900005678');
  });
});

describe('dates', () => {
  it('come to one form in every Chinese and ISO style', () => {
    for (const style of [
      '2024年3月5日',
      '2024-03-05',
      '2024/3/5',
      '2024.03.05',
      '20240305',
      '2024 年 3 月 5 日',
      '2024-03-05 09:30:00',
      '2024-03-05T09:30:00+08:00',
      '二〇二四年三月五日',
      '二零二四年三月五号',
      '２０２４年３月５日',
      '2024年3月5日星期二',
    ]) {
      expect(canonicalOf(style, 'date'), style).toBe('2024-03-05');
    }
    expect(canonicalOf('二〇二三年十二月三十一日', 'date')).toBe('2023-12-31');
    expect(canonicalOf('2024年3月', 'date')).toBe('2024-03');
    expect(canonicalOf('2024-03-05 至 2024-03-07', 'date')).toBe('2024-03-05至2024-03-07');
  });

  it('do not exist where the calendar has none', () => {
    expect(chineseDate('2023-02-29')).toBeUndefined();
    expect(chineseDate('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(chineseDate('20241301')).toBeUndefined();
    expect(chineseDate('3月5日')).toBeUndefined();
  });

  it('tell nothing near today, and nothing as a year', () => {
    expect(canonicalOf('2026-11-20', 'date')).toBe('near-today');
    expect(canonicalOf('2026-12-01', 'date')).toBe('near-today');
    expect(canonicalOf('2024', 'date')).toBe('period');
    expect(canonicalOf('2026年', 'year')).toBe('period');
    expect(canonicalOf('2026-10', 'period')).toBe('period');
  });

  it('are read back from any day and style', () => {
    const day = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2025-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4 }), (date, style) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', date2 = ''] = iso.split('-');
        const text = [
          iso,
          `${year}/${Number(month)}/${Number(date2)}`,
          `${year}年${Number(month)}月${Number(date2)}日`,
          `${year}.${month}.${date2}`,
          `${year}${month}${date2}`,
        ][style];
        return canonicalOf(text ?? '', 'date') === iso;
      }),
    );
  });
});

describe('amounts', () => {
  it('come to one unit of their kind', () => {
    expect(canonicalOf('3.2568万元', 'money')).toBe('32568元');
    expect(canonicalOf('32,568.00', 'money')).toBe('32568元');
    expect(canonicalOf('¥32568', 'money')).toBe('32568元');
    expect(canonicalOf('3.2568', 'money', { unit: '万元' })).toBe('32568元');
    expect(canonicalOf('1234.5亩', 'area')).toBe('823000平方米');
    expect(canonicalOf('82.3', 'area', { unit: '公顷' })).toBe('823000平方米');
    expect(canonicalOf('12.345公里', 'number')).toBe('12345米');
    expect(canonicalOf('12345米', 'number')).toBe('12345米');
    expect(canonicalOf('1250斤', 'number')).toBe(canonicalOf('0.625吨', 'number'));
    expect(canonicalOf('1580', 'money', { unit: '元/月' })).toBe('1580元/月');
  });

  it('tell nothing where they are small, little where they are round', () => {
    expect(canonicalOf('3', 'int')).toBe('small-number');
    expect(canonicalOf('86', 'int', { unit: '户' })).toBe('small-number');
    expect(canonicalOf('36.5', 'number')).toBe('36.5');
    expect(canonicalOf('3.5', 'area', { unit: '亩' })).toBe('small-number');
    expect(normaliseValue('12000', query('money'))).toMatchObject({ entropy: 'low' });
    expect(normaliseValue('12685', query('money'))).toMatchObject({ entropy: 'medium' });
    expect(normaliseValue('5236人', query('int'))).toMatchObject({
      canonical: '5236',
      entropy: 'low',
    });
  });

  it('are no number where the text is more than one', () => {
    expect(quantityOf('3栋2单元')).toBeUndefined();
    expect(quantityOf('12号楼')).toBeUndefined();
    expect(quantityOf('1.2.3')).toBeUndefined();
    expect(quantityOf('')).toBeUndefined();
  });
});

describe('names, places and texts', () => {
  it('do not depend on blanks, width, dots and order', () => {
    expect(canonicalOf('张 建 国', 'zhname')).toBe('张建国');
    expect(canonicalOf('张建国（户主）', 'zhname')).toBe('张建国');
    expect(canonicalOf('阿不都•热依木', 'zhname')).toBe('阿不都·热依木');
    expect(canonicalOf('李秀英、张建国', 'zhname')).toBe(canonicalOf('张建国，李秀英', 'zhname'));
    expect(canonicalOf('王芳', 'zhname')).toBe('王芳');
    expect(normaliseValue('张建国', query('zhname'))).toMatchObject({ entropy: 'medium' });
  });

  it('tell of an address where it stands, and nothing but its words', () => {
    const address = '青山省东山市西湖县南镇红旗村3组12号';
    for (const text of [
      address,
      '青山省 东山市 西湖县 南镇 红旗村 ３组１２号',
      '青山省东山市西湖县南镇红旗村3组12号。',
      '南镇红旗村3组12号',
    ])
      expect(canonicalOf(text, 'address'), text).toBe('红旗村3组12号');
    expect(normaliseValue(address, query('address'))).toMatchObject({ entropy: 'high' });
    expect(normaliseValue('红旗村东头', query('address'))).toMatchObject({ entropy: 'medium' });
  });

  it('take the village out of a cascade', () => {
    for (const text of [
      '红旗村',
      '西湖县/南镇/红旗村',
      '西湖县南镇红旗村',
      '红旗村村委会',
      '红旗村民委员会',
    ])
      expect(canonicalOf(text, 'region', { entropy: 'medium' }), text).toBe('红旗村');
    expect(canonicalOf('镇', 'region')).toBe('short');
  });

  it('cut division codes to what they say', () => {
    expect(canonicalOf('990123000000', 'code')).toBe('990123');
    expect(canonicalOf('990123', 'code')).toBe('990123');
    expect(canonicalOf('990123 101 205', 'code')).toBe('990123101205');
  });

  it('read cards, codes, plates and addresses of mail', () => {
    expect(canonicalOf('9999 0000 0000 1234 560', 'bankcard')).toBe('9999000000001234560');
    expect(canonicalOf('91990101ma0abcde1w', 'uscc18')).toBe('91990101MA0ABCDE1W');
    expect(canonicalOf('川 A·12345', 'plate')).toBe('川A12345');
    expect(canonicalOf('Zhang@Example.COM ', 'email')).toBe('zhang@example.com');
    expect(passesLuhn('9999000000001234560')).toBe(true);
    expect(isUnifiedCode('91990101MA0ABCDE1W')).toBe(true);
    expect(isUnifiedCode('91990101MA0ABCDE1X')).toBe(false);
  });

  it('are not compared where they say too little', () => {
    const reasons: readonly (readonly [string, ValueShape, string])[] = [
      ['', 'text', 'empty'],
      ['  ', 'text', 'empty'],
      ['——', 'text', 'empty'],
      ['是', 'text', 'option'],
      ['女', 'text', 'option'],
      ['大专', 'enum', 'option'],
      ['种植业', 'text', 'short'],
      ['无异常', 'longtext', 'stock-phrase'],
      ['未发现问题。', 'longtext', 'stock-phrase'],
      ['已整改完成', 'longtext', 'stock-phrase'],
      ['张*', 'zhname', 'masked'],
      ['9901***********015', 'idcard18', 'masked'],
      ['199****1234', 'phone', 'masked'],
      ['106.5,29.5', 'geo', 'position'],
      ['12', 'text', 'small-number'],
      ['a.jpg', 'file', 'option'],
    ];
    for (const [value, shape, reason] of reasons) {
      expect(normaliseValue(value, query(shape)), value).toMatchObject({
        comparable: false,
        reason,
      });
    }
  });

  it('tell little as one option of a few, however long', () => {
    expect(normaliseValue('脱贫不稳定户', query('enum'))).toMatchObject({ entropy: 'low' });
    expect(canonicalOf('大专', 'enum')).toBe('option');
    expect(canonicalOf('脱贫不稳定户', 'bool')).toBe('option');
  });

  it('tell much where they are long, less where they are short', () => {
    const long = '走访中了解到该户房屋漏雨，已联系施工队周五前修好';
    expect(normaliseValue(long, query('longtext'))).toMatchObject({ entropy: 'high' });
    expect(canonicalOf(long, 'longtext')).toBe(
      canonicalOf(` ${long.replace('，', ', ')}。`, 'text'),
    );
    expect(normaliseValue('修缮村道路', query('text'))).toMatchObject({ entropy: 'medium' });
    expect(normaliseValue('修缮村道路', query('text', { entropy: 'low' }))).toMatchObject({
      entropy: 'low',
    });
  });
});

describe('shapes that values show', () => {
  it('are told by check digits and forms', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['990101198512120039', 'idcard18'],
      ['990101198512120030', 'text'],
      ['12990101400000000B', 'uscc18'],
      ['9999000000006543213', 'bankcard'],
      ['19900001234', 'phone'],
      ['0999-88880000', 'phone'],
      ['a@b.cn', 'email'],
      ['川A12345', 'plate'],
      ['2024年3月5日', 'date'],
      ['2024年3月', 'period'],
      ['3.5万元', 'number'],
      ['张建国', 'zhname'],
      ['欧阳建国', 'zhname'],
      ['阿依·古丽', 'zhname'],
      ['种植业', 'text'],
      ['西湖县南镇红旗村3组', 'address'],
      ['', 'empty'],
    ];
    for (const [value, shape] of cases) expect(detectShape(value), value).toBe(shape);
  });
});

describe('every value', () => {
  const anyShape = fc.constantFrom(...VALUE_SHAPES);
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.stringMatching(/^[0-9.\-/年月日万元亩 ]{0,16}$/),
    fc.stringMatching(/^[一-龥0-9（）、，·]{0,20}$/),
  );

  it('is normalised without failing, and once is enough', () => {
    fc.assert(
      fc.property(texts, anyShape, (value, shape) => {
        const first = normaliseValue(value, query(shape));
        detectShape(value);
        if (!first.comparable) return true;
        const again = normaliseValue(first.canonical, query(shape));
        return again.comparable && again.canonical === first.canonical;
      }),
      { numRuns: 3_000 },
    );
  });

  it('does not depend on width and on blanks at its ends', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const samples = [
      '19900001234',
      '990101199003070015',
      '2024-03-05',
      '32568.5元',
      '红旗村3组12号',
      '张建国',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...samples), anyShape, (value, shape) => {
        const plain = normaliseValue(value, query(shape));
        const styled = normaliseValue(`\u3000${wide(value)} \u200b`, query(shape));
        return plain.canonical === styled.canonical && plain.comparable === styled.comparable;
      }),
    );
  });
});

describe('one content in the styles of several systems', () => {
  const shared = (shape: ValueShape, styles: readonly string[], more: Partial<ValueQuery> = {}) =>
    new Set(styles.map((style) => canonicalOf(style, shape, more)));
  const day = fc
    .date({
      min: new Date('1930-01-01T00:00:00Z'),
      max: new Date('2025-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));
  const part = (iso: string, at: number) => Number(iso.split('-')[at]);

  it('is one range of days, by whatever stands between them', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const styles = [
          `${from} 至 ${to}`,
          `${from}~${to}`,
          `${from}-${to}`,
          `${from},${to}`,
          `${part(from, 0)}/${part(from, 1)}/${part(from, 2)}-${part(to, 0)}/${part(to, 1)}/${part(to, 2)}`,
          `${part(from, 0)}年${part(from, 1)}月${part(from, 2)}日—${part(to, 0)}年${part(to, 1)}月${part(to, 2)}日`,
        ];
        expect([...shared('date', styles)]).toEqual([`${from}至${to}`]);
      }),
    );
    expect(canonicalOf('2024年1月5日—2月6日', 'date')).toBe('2024-01-05至2024-02-06');
    expect(canonicalOf('2024年元月5日上午', 'date')).toBe('2024-01-05');
  });

  it('is another where a day or month differs, in a style that is no date here too', () => {
    expect(shared('date', ['24/1/15', '24/11/5', '2024、1、15', '2024、11、5']).size).toBe(4);
  });

  it('is one amount with signs, separators and units, and never its digits alone', () => {
    const cents = fc.integer({ min: 1_000_00, max: 999_999_99 });
    fc.assert(
      fc.property(cents, (value) => {
        const plain = (value / 100).toFixed(2);
        const grouped = plain.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
        const styles = [
          plain,
          `${plain}元`,
          `${plain}元整`,
          `¥${grouped}`,
          `￥${grouped.replaceAll(',', '，')}`,
          grouped.replaceAll(',', ' '),
          `${(value / 1_000_000).toFixed(6)}万元`,
          `${(value / 1_000_000).toFixed(6)} 萬元`,
        ];
        expect(shared('money', styles).size).toBe(1);
        expect(canonicalOf(`${plain}/户`, 'money')).not.toBe(
          canonicalOf(`${String(value)}/户`, 'money'),
        );
      }),
      { examples: [[1_257_055]] },
    );
  });

  it('is one mobile number, whoever is named beside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (number) => {
        const digits = String(number);
        const styles = [
          digits,
          `+86 ${digits}`,
          `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
          `${digits.slice(0, 3)}.${digits.slice(3, 7)}.${digits.slice(7)}`,
          `${digits}（本人）`,
          `张国华 ${digits}`,
        ];
        expect([...shared('phone', styles)]).toEqual([digits]);
      }),
    );
    expect(canonicalOf('19900001234（本人）、19900005678（儿子）', 'phone')).toBe(
      '19900001234、19900005678',
    );
  });

  it('is one name with spaces around its dot', () => {
    expect(
      shared('zhname', ['买买提·吐尔逊', '买买提 · 吐尔逊', '买买提．吐尔逊', '买买提 • 吐尔逊'])
        .size,
    ).toBe(1);
    expect(canonicalOf('99010119670401010×', 'idcard18')).toBe('99010119670401010X');
  });

  it('is one address with and without the divisions above the village', () => {
    const group = fc.integer({ min: 1, max: 12 });
    const numeral = (number: number) =>
      number <= 10
        ? ('一二三四五六七八九十'[number - 1] ?? '')
        : `十${'一二三四五六七八九'[number - 11] ?? ''}`;
    fc.assert(
      fc.property(group, fc.integer({ min: 1, max: 300 }), (team, house) => {
        const end = `石桥村${numeral(team)}组${house}号`;
        const styles = [
          end,
          `石桥村${team}组${house}号`,
          `青山镇${end}`,
          `清江县青山镇${end}`,
          `湖北省清江县青山镇${end}`,
          `湖北省/清江县/青山镇/${end}`,
          `湖北省清江市清江区青山街道办事处${end}`,
        ];
        expect(shared('address', styles).size).toBe(1);
        expect(canonicalOf(`石桥村${team}组${house + 1}号`, 'address')).not.toBe(
          canonicalOf(end, 'address'),
        );
        expect(canonicalOf(`红旗村${team}组${house}号`, 'address')).not.toBe(
          canonicalOf(end, 'address'),
        );
      }),
    );
    expect(
      shared('address', [
        '阳光小区3栋2单元',
        '月光小区3栋2单元',
        '城市花园3栋2单元',
        '花园3栋2单元',
      ]).size,
    ).toBe(4);
  });
});
