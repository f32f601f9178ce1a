import { computed, signal } from '@preact/signals';
import { weekLabel } from '../../components/summary/week-head';
import { readPolicy } from '../../utils/browser/policy';
import { onStoredChanged, readStored, settingsOf } from '../../utils/browser/settings';
import type { Fault } from '../../utils/domain/contribution/check-value';
import { type Collection, parseCollection } from '../../utils/domain/contribution/collection';
import { type Layout, layoutOf } from '../../utils/domain/contribution/layout';
import { NO_POLICY, type Policy } from '../../utils/domain/policy';
import type { StoredSettings } from '../../utils/domain/settings';
import { weekOfKey } from '../../utils/domain/week';
import { t } from '../../utils/i18n';
import { categoryMessage } from '../../utils/i18n/categories';
import { unit as words } from '../../utils/i18n/unit';
import { readChosen } from './read-chosen';

export const VIEWS = [
  'contribute',
  'inventory',
  'build',
  'sum',
  'holder',
  'demand',
  'compare',
] as const;
export type View = (typeof VIEWS)[number];

export const stored = signal<StoredSettings>({});
export const policy = signal<Policy>(NO_POLICY);
export const view = signal<View>('sum');
/** The collection that all views work with; forgotten when the page closes. */
export const collection = signal<Collection | undefined>(undefined);
export const collectionFault = signal<Fault | undefined>(undefined);

export const settings = computed(() => settingsOf(stored.value));
export const layout = computed<Layout | undefined>(
  () => collection.value && layoutOf(collection.value),
);

export async function startUnit(): Promise<void> {
  const readAddress = () => {
    view.value = VIEWS.find((one) => location.hash === `#${one}`) ?? 'sum';
  };
  readAddress();
  addEventListener('hashchange', readAddress);
  [stored.value, policy.value] = await Promise.all([
    readStored(),
    readPolicy().catch(() => NO_POLICY),
  ]);
  onStoredChanged((next) => {
    stored.value = next;
  });
}

/** Takes a collection file that the person chose. */
export async function openCollection([file]: readonly File[]): Promise<void> {
  if (file === undefined) return;
  const parsed = await readChosen(file, parseCollection);
  collectionFault.value = 'fault' in parsed ? parsed.fault : undefined;
  if ('value' in parsed) collection.value = parsed.value;
}

export function categoryName(category: string): string {
  return category === 'other' ? t(words.otherCategory) : t(categoryMessage(category));
}

export function platformName(code: string): string {
  return collection.value?.platforms.find((one) => one.code === code)?.name ?? code;
}

/** A week as people know it: its days, then its number. */
export function weekName(key: string): string {
  return weekLabel({ week: key, ...weekOfKey(key, settings.value.zone) });
}

/** What a row of a layout or release is called. */
export function rowName(key: string): string {
  const cut = key.indexOf('/');
  const [kind, name] = cut < 0 ? [key, ''] : [key.slice(0, cut), key.slice(cut + 1)];
  if (kind === 'all') return t(words.all);
  if (kind === 'category') return categoryName(name);
  if (kind === 'platform') return platformName(name);
  if (kind === 'rest') return t(words.rest, { category: categoryName(name) });
  if (kind === 'formrest') return t(words.formrest, { platform: platformName(name) });
  if (kind === 'remainder') return t(words.remainder);
  return collection.value?.forms.find((one) => one.code === name)?.name ?? name;
}

/** How deep a row stands below the whole. */
export function depthOf(key: string): number {
  if (key.startsWith('remainder/')) return depthOf(key.slice(10)) + 1;
  let depth = 0;
  for (let row = layout.value?.row.get(key); row?.parent !== undefined; depth += 1)
    row = layout.value?.row.get(row.parent);
  return depth;
}
