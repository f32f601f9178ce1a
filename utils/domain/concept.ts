/**
 * What the measures need to know of a data item (数据项). The knowledge beside the core supplies it;
 * the core asks by the key that a field carries: `person.phone`, or `person.phone@householder` where
 * the label named a role.
 */
export interface Concept {
  /** Without the role: `person.phone`. */
  readonly id: string;
  /** Items whose values compare: 户籍地址 and 现住址 are one family. */
  readonly family: string;
  readonly zh: string;
  readonly en: string;
  /** How much one value of it tells: an ID number much, a yes or no nothing. */
  readonly entropy: 'high' | 'medium' | 'low';
  /** Shape of its values, as `idcard18`, `zhname`, `date`, `longtext`, `enum`. */
  readonly shape: string;
  /** About the report itself (填报人, 填报日期), not about its subject. */
  readonly meta: boolean;
  /** So common that sharing it says nothing (备注, 标题). */
  readonly generic: boolean;
  /** A personal item that needs special care (身份证号, 银行卡号, 健康状况). */
  readonly sensitive: boolean;
}

/** The data item of a key, with or without its role; undefined where it is not known. */
export type ConceptLookup = (key: string) => Concept | undefined;

/** The data item in a key: `person.phone` of `person.phone@householder`. */
export function conceptIdOf(key: string): string {
  const at = key.indexOf('@');
  return at < 0 ? key : key.slice(0, at);
}

/** The role in a key: `householder` of `person.phone@householder`; undefined for the form's subject. */
export function roleOf(key: string): string | undefined {
  const at = key.indexOf('@');
  return at < 0 ? undefined : key.slice(at + 1);
}
