import type { Form, Platform } from '../records';
import type { PlatformWeek, WeekSummary } from '../summary';
import type { Collection, CollectionForm } from './collection';
import type { FormFigures, PlatformFigures } from './contribution';

/** The figures of a platform, with what the person's own page needs to show them. */
export interface OwnFigures extends PlatformFigures {
  /** Ids of this computer; they stay here. */
  readonly platforms: readonly string[];
}

/** What two forms share at least, of all that either asks for, to be one form type. */
const SAME_FORM = 0.8;

/**
 * The figures of a week for a collection.
 *
 * @param codes the person's own choices: a platform of the list → a code of the dictionary
 */
export function figuresOfWeek(
  summary: WeekSummary,
  platforms: readonly Platform[],
  forms: readonly Pick<Form, 'platform' | 'signature' | 'fields'>[],
  collection: Collection,
  codes: ReadonlyMap<string, string>,
): readonly OwnFigures[] {
  const list = new Map(platforms.map((platform) => [platform.id, platform]));
  const structures = new Map(forms.map((form) => [`${form.platform} ${form.signature}`, form]));
  const zombies = new Set(summary.zombies.map(({ platform }) => platform));
  const codeOf = (id: string) => codes.get(id) ?? codeOfPlatform(id, list.get(id), collection);
  const used = new Map(summary.platforms.map((one) => [one.platform, one]));
  const figures = [...new Set([...used.keys(), ...zombies])].map((id): OwnFigures => {
    const code = codeOf(id);
    const own = used.get(id);
    const { category = 'other' } = own ?? list.get(id) ?? {};
    const types = collection.forms.filter(({ platform }) => platform === code);
    return {
      platforms: [id],
      ...(code === undefined ? {} : { code }),
      category: collection.platforms.find((one) => one.code === code)?.category ?? category,
      ...countsOf(own),
      zombie: zombies.has(id),
      forms: summary.forms
        .filter((form) => form.platform === id)
        .map((form): FormFigures => {
          const structure = structures.get(`${id} ${form.signature}`);
          return {
            code: structure && formTypeOf(conceptsOf(structure), types)?.code,
            fillings: form.submissions,
            eachMs: form.submissions === 0 ? 0 : form.fillingMs / form.submissions,
            reentered: form.reenteredFields ?? 0,
            reentryMs: form.reentryMs ?? 0,
          };
        }),
    };
  });
  return figures.sort((a, b) => ((a.platforms[0] ?? '') < (b.platforms[0] ?? '') ? -1 : 1));
}

function countsOf(own: PlatformWeek | undefined) {
  const { 'check-in': checkIns = 0, ...traces } = own?.actions ?? {};
  return {
    days: (own?.days ?? []).reduce(
      (bits, { frontMs }, day) => (frontMs > 0 ? bits | (1 << day) : bits),
      0,
    ),
    workingMs: own?.clocks.workingMs ?? 0,
    fillings: own?.submissions ?? 0,
    entered: own?.enteredFields ?? 0,
    prefilled: own?.prefilledFields ?? 0,
    comparable: own?.comparableFields ?? 0,
    reentered: own?.reenteredFields ?? 0,
    reentryMs: own?.reentryMs.mid ?? 0,
    checkIns,
    traces: Object.values(traces).reduce((all, count) => all + count, 0),
    repeats: own?.repeatedUploads ?? 0,
  };
}

/** The code that a platform has in the dictionary by itself; an internal one is chosen by the person. */
export function codeOfPlatform(
  id: string,
  platform: Pick<Platform, 'rule' | 'siteId' | 'origins'> | undefined,
  { platforms }: Pick<Collection, 'platforms'>,
): string | undefined {
  const known = new Set([
    id,
    platform?.rule,
    platform?.siteId,
    ...(platform?.origins ?? []).map((origin) => origin.replace(/^\w+:\/\//, '')),
  ]);
  return platforms.find(({ code, internal }) => !internal && known.has(code))?.code;
}

/** What a form asks for: its concept keys, each once, in order. */
export function conceptsOf({ fields }: Pick<Form, 'fields'>): readonly string[] {
  return [...new Set(fields.flatMap(({ concept }) => concept ?? []))].sort();
}

/** The form type that asks for the same: |A∩B| ÷ |A∪B| ≥ 0.8, the likest. */
export function formTypeOf<Type extends Pick<CollectionForm, 'concepts'>>(
  concepts: readonly string[],
  types: readonly Type[],
): Type | undefined {
  let best: { readonly type: Type; readonly alike: number } | undefined;
  for (const type of types) {
    const shared = type.concepts.filter((concept) => concepts.includes(concept)).length;
    const alike = shared / (type.concepts.length + concepts.length - shared || 1);
    if (alike >= SAME_FORM && alike > (best?.alike ?? 0)) best = { type, alike };
  }
  return best?.type;
}
