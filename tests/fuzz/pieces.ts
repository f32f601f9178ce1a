import fc from 'fast-check';

/** Texts as pages and files have them, broken and repeated: what makes a backtracking expression slow. */
export const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '2026-11-23',
    '二〇二六年十一月二十三日',
    '昨天 08:30',
    '姓名',
    '（单位：亩）',
    '请输入',
    '提交成功',
    '已签到',
    '990101199001010014',
    '19900000001',
    '１２３',
    '＝',
    '=cmd|',
    '<script>',
    '__proto__',
    'constructor',
    '一',
    '零',
    '，',
    '  ',
    '甲县',
    '青山镇东岭村',
    '市',
    '138 ',
    '\u202E',
    '\uD800',
    'ＩＤ',
    '截图',
    '*://*.gov.cn/*',
    'http://[::1]:80/',
    '..%2f',
  ),
);

export const anything = fc.anything({
  withNullPrototype: true,
  withBigInt: true,
  withDate: true,
  withMap: true,
});

/** How many inputs each parser gets. */
export const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);
