import { batch, computed, effect, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { clearStoredFaults, readStoredFaults } from '../../utils/browser/faults';
import { readPolicy } from '../../utils/browser/policy';
import { onStoredChanged, readStored, settingsOf } from '../../utils/browser/settings';
import { NO_POLICY, type Policy } from '../../utils/domain/policy';
import type { DiaryLine, Fault, Finding, Platform } from '../../utils/domain/records';
import type { StoredSettings } from '../../utils/domain/settings';
import type { WeekSummary } from '../../utils/domain/summary';
import { nextWeek, previousWeek, type Week, weekAt } from '../../utils/domain/week';
import { describeFault } from '../../utils/storage/describe-fault';
import { openDatabase } from '../../utils/storage/open-database';
import { type Knowledge, loadKnowledge } from './load-knowledge';
import { hasDatabase, summaryOfWeek, weekOf } from './read-week-summary';

export const VIEWS = ['summary', 'findings', 'definitions', 'norms', 'records', 'sample'] as const;
export type View = (typeof VIEWS)[number];

/** What the page draws of the database. */
export interface WeekData {
  readonly summary: WeekSummary;
  readonly diary: readonly DiaryLine[];
  readonly rejected: readonly Finding[];
}

export const stored = signal<StoredSettings>({});
export const policy = signal<Policy>(NO_POLICY);
export const view = signal<View>('summary');
export const weekKey = signal<string | undefined>(undefined);
export const now = signal(Date.now());
/** `reading` until the first figures are there; `none` where there is no database. */
export const data = signal<WeekData | 'reading' | 'none'>('reading');
export const platforms = signal<ReadonlyMap<string, Platform>>(new Map());
export const faults = signal<readonly Fault[]>([]);
/** The database itself failed: no figure can be shown. */
export const failure = signal<Fault['code'] | undefined>(undefined);
export const knowledge = signal<Knowledge | undefined>(undefined);

export const settings = computed(() => settingsOf(stored.value));
export const week = computed<Week>(() => weekOf(weekKey.value, now.value, settings.value.zone));
export const isRunningWeek = computed(
  () => week.value.key === weekAt(now.value, settings.value.zone).key,
);
/** Whether entries are compared: the person's choice, and what the unit's policy leaves of it. */
export const compared = computed(
  () =>
    stored.value.consent?.level !== 'times' &&
    !settings.value.structureOnly &&
    !policy.value.structureOnly,
);

/** Reads what the page stands on, follows the address, the settings and the database. */
export async function startReport(): Promise<void> {
  readAddress();
  addEventListener('hashchange', readAddress);
  [stored.value, policy.value, knowledge.value, faults.value] = await Promise.all([
    readStored(),
    readPolicy().catch(() => NO_POLICY),
    loadKnowledge(),
    readStoredFaults().catch(() => []),
  ]);
  onStoredChanged((next) => {
    stored.value = next;
  });
  effect(followWeek);
  setInterval(() => {
    now.value = Date.now();
  }, 60_000);
}

/** `#week=2026-W47&view=records`; `#sample` is the sample. */
function readAddress(): void {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const wanted = parameters.get('view');
  batch(() => {
    view.value = parameters.has('sample')
      ? 'sample'
      : (VIEWS.find((one) => one === wanted) ?? 'summary');
    weekKey.value = parameters.get('week') ?? undefined;
  });
}

/** The address of a view of a week. */
export function addressOf(target: {
  readonly view?: View;
  readonly week?: string | undefined;
}): string {
  const parameters = new URLSearchParams();
  const wantedWeek = 'week' in target ? target.week : weekKey.value;
  const wantedView = target.view ?? view.value;
  if (wantedWeek !== undefined) parameters.set('week', wantedWeek);
  if (wantedView !== 'summary') parameters.set('view', wantedView);
  return `#${parameters.toString()}`;
}

export function goTo(target: { readonly view?: View; readonly week?: string | undefined }): void {
  location.hash = addressOf(target);
}

export function showPreviousWeek(): void {
  goTo({ week: previousWeek(week.value.key) });
}

export function showNextWeek(): void {
  const next = nextWeek(week.value.key);
  goTo({ week: next === weekAt(now.value, settings.value.zone).key ? undefined : next });
}

let follow = 0;

/** Follows the records of the week shown, as long as it is shown. */
function followWeek(): (() => void) | undefined {
  const shown = week.value;
  const { zone, thetaMs, workHours } = settings.value;
  // The clock alone must not read everything anew: only the day on which a week ends matters.
  const at = now.peek();
  follow += 1;
  const turn = follow;
  let stop: (() => void) | undefined;
  void (async () => {
    if (!(await hasDatabase().catch(() => true))) {
      if (turn === follow) data.value = 'none';
      return;
    }
    if (turn !== follow) return;
    const subscription = liveQuery(() =>
      readData(shown, at, { zone, thetaMs, workHours }),
    ).subscribe({
      next: (read) => {
        if (turn !== follow) return;
        batch(() => {
          data.value = read.data;
          platforms.value = read.platforms;
          faults.value = read.faults;
          failure.value = undefined;
        });
      },
      error: (error: unknown) => {
        if (turn === follow) failure.value = describeFault(error).code;
      },
    });
    stop = () => subscription.unsubscribe();
  })();
  return () => stop?.();
}

async function readData(
  shown: Week,
  at: number,
  withSettings: Parameters<typeof summaryOfWeek>[2],
): Promise<{
  readonly data: WeekData;
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly faults: readonly Fault[];
}> {
  const database = await openDatabase();
  const [summary, diary, rejected, all, inDatabase, outside] = await Promise.all([
    summaryOfWeek(shown, at, withSettings),
    database.diary
      .where('day')
      .between(shown.days[0]?.day ?? '', shown.days.at(-1)?.day ?? '', true, true)
      .toArray(),
    database.findings.where('status').equals('rejected').toArray(),
    database.platforms.toArray(),
    database.faults.orderBy('at').reverse().limit(20).toArray(),
    readStoredFaults().catch(() => []),
  ]);
  return {
    data: { summary, diary, rejected },
    platforms: new Map(all.map((platform) => [platform.id, platform])),
    faults: [...outside, ...inDatabase],
  };
}

/** The person has read the faults: they are not needed any more. */
export async function forgetFaults(): Promise<void> {
  await clearStoredFaults();
  const shown = faults.value.map(({ id }) => id);
  faults.value = [];
  const database = await openDatabase();
  await database.faults.bulkDelete(shown);
}
