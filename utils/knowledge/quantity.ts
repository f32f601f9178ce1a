/** Amounts with units, brought to one unit of their kind: 元, 平方米, 米, 公斤, or the unit as printed. */

export interface Quantity {
  readonly amount: number;
  /** Canonical unit, empty where none is known. */
  readonly unit: string;
  /** The number as it was typed, without signs, separators and unit. */
  readonly typed: string;
}

const UNITS: readonly (readonly [RegExp, string, number])[] = [
  [/^亿元?$/u, '元', 100_000_000],
  [/^千万元$/u, '元', 10_000_000],
  [/^百万元$/u, '元', 1_000_000],
  [/^万元?(?:人民币)?$/u, '元', 10_000],
  [/^千元$/u, '元', 1_000],
  [/^百元$/u, '元', 100],
  [/^(?:元|圆|块钱?|人民币|rmb|cny)$/u, '元', 1],
  [/^(?:平方米|平方|平米|㎡|m2|m²)$/u, '平方米', 1],
  [/^亩$/u, '平方米', 2_000 / 3],
  [/^万亩$/u, '平方米', 20_000_000 / 3],
  [/^(?:公顷|hm2|hm²|ha)$/u, '平方米', 10_000],
  [/^千公顷$/u, '平方米', 10_000_000],
  [/^(?:平方公里|平方千米|km2|km²)$/u, '平方米', 1_000_000],
  [/^(?:公里|千米|km)$/u, '米', 1_000],
  [/^(?:米|m)$/u, '米', 1],
  [/^(?:厘米|cm)$/u, '米', 0.01],
  [/^(?:吨|t)$/u, '公斤', 1_000],
  [/^万吨$/u, '公斤', 10_000_000],
  [/^(?:公斤|千克|kg)$/u, '公斤', 1],
  [/^斤$/u, '公斤', 0.5],
  [/^(?:克|g)$/u, '公斤', 0.001],
];

const MOST_DIGITS = 15;

/** Counted things, whose word does not matter: a field asks for one of them only. */
const COUNTED =
  /^(?:人|户|个|次|人次|户次|头|只|羽|间|处|起|件|套|台|辆|张|份|株|棵|条|名|座|栋|层|家|所|项|篇|口|位|岁|周岁|场|期|村|组)$/u;

/**
 * @param unit of the field, for a number that names none; a rate (元/月) keeps what it is per
 * @returns undefined where the text is more than one number with a unit
 */
export function quantityOf(text: string, unit?: string): Quantity | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(?:人民币|约|共计?|¥|rmb)\s*/u, '')
    .replace(/(?<=\d)\s+(?=\d{3}(?:\D|$))/gu, '')
    .replace(/整$/u, '')
    .replace(/[萬億畝]/gu, (sign) => ({ 萬: '万', 億: '亿' })[sign] ?? '亩');
  const found =
    /^([+-]?)(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*([^\d\s.,，][^\d\s]{0,7}[23]?)?$/u.exec(
      plain,
    );
  if (found === null) return undefined;
  const [, sign = '', digits = '', named] = found;
  const typed = digits.replace(/[,，]/g, '').replace(/^\./, '0.');
  // More digits than a number holds exactly are the number of something.
  if (typed.length > MOST_DIGITS) return undefined;
  const size = Number(typed);
  const [kind = '', per] = (named ?? unit ?? '').normalize('NFKC').toLowerCase().split('/');
  const known = UNITS.find(([words]) => words.test(kind));
  if (
    named !== undefined &&
    known === undefined &&
    !COUNTED.test(kind) &&
    kind !== '%' &&
    kind !== '°c'
  ) {
    return undefined;
  }
  const canonical = known?.[1] ?? (COUNTED.test(kind) ? '' : kind);
  return {
    amount: (sign === '-' ? -1 : 1) * size * (known?.[2] ?? 1),
    unit: canonical === '' || per === undefined ? canonical : `${canonical}/${per}`,
    typed,
  };
}
