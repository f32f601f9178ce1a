/**
 * Categories of platforms, and what a platform of a category is for.
 *
 * Function (功能): platforms whose categories share a function do the same kind of thing to a person's
 * day; of those, all but one are counted as redundant. Categories without a function are never
 * called redundant: two systems of two trades are not two of a kind.
 */

/** What a platform is for, where the category tells. */
export type PlatformFunction =
  | 'study'
  | 'party'
  | 'report'
  | 'office'
  | 'messages'
  | 'governance'
  | 'assessment';

const FUNCTION_OF = {
  agriculture: undefined,
  civil_affairs: undefined,
  complaint: undefined,
  cyber: undefined,
  discipline: undefined,
  environment: undefined,
  forms_external: 'report',
  gov_other: undefined,
  gov_service: undefined,
  grid: 'governance',
  health: undefined,
  hotline: undefined,
  hr_social: undefined,
  intranet_unknown: undefined,
  ip_unknown: undefined,
  meeting: 'messages',
  natural_resources: undefined,
  new_media: 'messages',
  oa: 'office',
  one_table: 'report',
  party: 'party',
  party_study: 'study',
  petition: undefined,
  portal: undefined,
  poverty_relief: undefined,
  procurement: undefined,
  project: undefined,
  safety: undefined,
  statistics: 'report',
  study: 'study',
  supervision: 'assessment',
  village: 'governance',
  water: undefined,
} as const satisfies Readonly<Record<string, PlatformFunction | undefined>>;

export type PlatformCategory = keyof typeof FUNCTION_OF;

/** All categories, in the order of their names. */
export const PLATFORM_CATEGORIES = Object.keys(FUNCTION_OF) as readonly PlatformCategory[];

const functions = new Map<string, PlatformFunction | undefined>(Object.entries(FUNCTION_OF));

/** The function of a category; undefined where it has none, and for categories a person made up. */
export function functionOfCategory(category: string): PlatformFunction | undefined {
  return functions.get(category);
}
