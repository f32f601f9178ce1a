import type { Language } from '../../utils/i18n/message';
import { matchPatternsForRule } from '../../utils/knowledge/platforms';
import catalogue from '../../utils/knowledge/portals.json';

/** In their official order; the catalogue knows systems of a few of them. */
export const PROVINCES =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆'.split(
    ' ',
  );

const IN_ENGLISH =
  'Beijing,Tianjin,Hebei,Shanxi,Inner Mongolia,Liaoning,Jilin,Heilongjiang,Shanghai,Jiangsu,Zhejiang,Anhui,Fujian,Jiangxi,Shandong,Henan,Hubei,Hunan,Guangdong,Guangxi,Hainan,Chongqing,Sichuan,Guizhou,Yunnan,Tibet,Shaanxi,Gansu,Qinghai,Ningxia,Xinjiang'.split(
    ',',
  );

/** A province as the page's language calls it. */
export function provinceName(province: string, spoken: Language): string {
  return spoken === 'en' ? (IN_ENGLISH[PROVINCES.indexOf(province)] ?? province) : province;
}

/** A system outside gov.cn that the catalogue knows by name. */
export interface CatalogueSystem {
  readonly rule: string;
  readonly name: string;
  readonly patterns: readonly string[];
  /** Of one province alone; absent where it is used everywhere. */
  readonly province?: string;
}

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly one?: boolean;
  readonly same?: string;
  readonly sensitive?: boolean;
  readonly province?: string;
}

/**
 * The systems that can be chosen, by category. Those under gov.cn are left out: agreeing asks for
 * them already. A second address of a system goes with it.
 */
export function catalogueSystems(): ReadonlyMap<string, readonly CatalogueSystem[]> {
  const rules = catalogue.rules as readonly Rule[];
  const byCategory = new Map<string, CatalogueSystem[]>();
  for (const { id, name, category, one, same, sensitive, province } of rules) {
    if (one !== true || sensitive === true || same !== undefined) continue;
    const patterns = [
      ...new Set(
        [id, ...rules.filter((other) => other.same === id).map((other) => other.id)].flatMap(
          matchPatternsForRule,
        ),
      ),
    ];
    if (patterns.length === 0 || patterns.some((pattern) => /\.gov\.cn\/\*$/.test(pattern))) {
      continue;
    }
    const system = { rule: id, name, patterns, ...(province === undefined ? {} : { province }) };
    byCategory.set(category, [...(byCategory.get(category) ?? []), system]);
  }
  return byCategory;
}
