import { batch, computed, effect, signal } from '@preact/signals';
import { clearStoredFaults, readStoredFaults } from '../../utils/browser/faults';
import { readPolicy } from '../../utils/browser/policy';
import { onStoredChanged, readStored, settingsOf } from '../../utils/browser/settings';
import { NO_POLICY, type Policy } from '../../utils/domain/policy';
import type { DiaryLine, Fault, Finding, Platform } from '../../utils/domain/records';
import type { Settings, StoredSettings } from '../../utils/domain/settings';
import type { WeekSummary } from '../../utils/domain/summary';
import { nextWeek, previousWeek, type Week, weekAt } from '../../utils/domain/week';
import type { Database } from '../../utils/storage/database';
import { describeFault } from '../../utils/storage/describe-fault';
import { readFirstFigures } from '../../utils/storage/first-figures';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';
import { followRecords } from './follow-records';
import { type Knowledge, loadKnowledge } from './load-knowledge';
import { summaryOfWeek, weekOf } from './read-week-summary';

export const VIEWS = [
  'summary',
  'findings',
  'trends',
  'sheets',
  'definitions',
  'norms',
  'records',
  'sample',
  'research',
] as const;
export type View = (typeof VIEWS)[number];

/** What the page draws of the database. */
export interface WeekData {
  readonly summary: WeekSummary;
  readonly diary: readonly DiaryLine[];
  readonly rejected: readonly Finding[];
}

export const stored = signal<StoredSettings>({});
/** Undefined until it is known: what a policy may forbid is not offered before. */
export const policy = signal<Policy | undefined>(undefined);
export const view = signal<View>('summary');
export const weekKey = signal<string | undefined>(undefined);
export const now = signal(Date.now());
/** `reading` until the first figures are there; `none` where there is no database. */
export const data = signal<WeekData | 'reading' | 'none'>('reading');
/** Working time of the week shown, ms, where it is known before the rest. */
export const firstWorkingMs = signal<number | undefined>(undefined);
export const platforms = signal<ReadonlyMap<string, Platform>>(new Map());
/** Faults that stand in the database, and those that could only be kept outside it. */
const faultsInside = signal<readonly Fault[]>([]);
const faultsOutside = signal<readonly Fault[]>([]);
export const faults = computed(() => [...faultsOutside.value, ...faultsInside.value]);
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
    policy.value?.structureOnly !== true,
);

/**
 * Reads what the first frame stands on, and starts to follow the address, the settings and the
 * database. What takes longer comes into the page as it is there.
 */
export async function startReport(): Promise<void> {
  readAddress();
  addEventListener('hashchange', readAddress);
  // The connection takes as long as the settings do: both at once.
  void databaseExists()
    .then((exists) => (exists ? openDatabase() : undefined))
    .catch(() => undefined);
  stored.value = await readStored();
  // Just after the browser's start a policy may take seconds: only what it may forbid waits for it.
  void readPolicy()
    .catch(() => NO_POLICY)
    .then((known) => {
      policy.value = known;
    });
  void loadKnowledge().then((known) => {
    knowledge.value = known;
  });
  void readStoredFaults().then(
    (found) => {
      faultsOutside.value = found;
    },
    () => undefined,
  );
  onStoredChanged((next) => {
    stored.value = next;
  });
  effect(followWeek);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && data.value === 'none') looked.value += 1;
  });
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

/** Views that draw nothing of the week's summary: it is not read for them. */
const WITHOUT_SUMMARY: ReadonlySet<View> = new Set([
  'trends',
  'records',
  'definitions',
  'norms',
  'sample',
]);
const wantsSummary = computed(() => !WITHOUT_SUMMARY.has(view.value));

let follow = 0;
let shownKey = '';
/** Counted up where a page without a database comes into view again. */
const looked = signal(0);

/** Follows the records of the week shown, as long as it is shown. */
function followWeek(): (() => void) | undefined {
  looked.value;
  const whole = wantsSummary.value;
  const shown = week.value;
  const { zone, thetaMs, workHours, ownDays } = settings.value;
  // The clock alone must not read everything anew: only the day on which a week ends matters.
  const at = now.peek();
  follow += 1;
  const turn = follow;
  // What was shown stays until it is read anew; another week's figures do not.
  if (shownKey !== shown.key) {
    shownKey = shown.key;
    data.value = 'reading';
    firstWorkingMs.value = undefined;
  }
  let stop: (() => void) | undefined;
  const failed = (error: unknown) => {
    if (turn === follow) failure.value = describeFault(error).code;
  };
  void (async () => {
    if (!(await databaseExists())) {
      if (turn === follow) data.value = 'none';
      return;
    }
    const database = await openDatabase();
    if (turn !== follow) return;
    const [first, all, inside] = await Promise.all([
      readFirstFigures(database, shown, { thetaMs }),
      database.platforms.toArray(),
      readFaults(database),
    ]);
    if (turn !== follow) return;
    batch(() => {
      firstWorkingMs.value = first.clocks.workingMs;
      platforms.value = byId(all);
      faultsInside.value = inside;
    });
    if (!whole) return;
    const known = await loadKnowledge();
    // The first figure is drawn before the page is busy with all the others.
    await drawn();
    if (turn !== follow) return;
    stop = followRecords({
      read: () => readData(database, known, shown, at, { zone, thetaMs, workHours, ownDays }),
      show: (found) =>
        batch(() => {
          data.value = found.data;
          platforms.value = found.platforms;
          faultsInside.value = found.faults;
          failure.value = undefined;
        }),
      failed,
    });
  })().catch(failed);
  return () => stop?.();
}

/** Resolves when the next frame is on the screen; in a tab that is not, soon. */
function drawn(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}

interface Found {
  readonly data: WeekData;
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly faults: readonly Fault[];
}

/** One reading of everything that the page draws. */
function readData(
  database: Database,
  known: Knowledge,
  shown: Week,
  at: number,
  withSettings: Pick<Settings, 'zone' | 'thetaMs' | 'workHours' | 'ownDays'>,
): Promise<Found> {
  return Promise.all([
    summaryOfWeek(database, known, shown, at, withSettings),
    database.diary
      .where('day')
      .between(shown.days[0]?.day ?? '', shown.days.at(-1)?.day ?? '', true, true)
      .toArray(),
    database.findings.where('status').equals('rejected').toArray(),
    database.platforms.toArray(),
    readFaults(database),
  ]).then(([summary, diary, rejected, all, inside]) => ({
    data: { summary, diary, rejected },
    platforms: byId(all),
    faults: inside,
  }));
}

const FAULTS_SHOWN = 20;

function readFaults(database: Database): Promise<readonly Fault[]> {
  return database.faults.orderBy('at').reverse().limit(FAULTS_SHOWN).toArray();
}

function byId(all: readonly Platform[]): ReadonlyMap<string, Platform> {
  return new Map(all.map((platform) => [platform.id, platform]));
}

/** The person has read the faults: they are not needed any more. */
export async function forgetFaults(): Promise<void> {
  const inside = faultsInside.value.map(({ id }) => id);
  faultsOutside.value = [];
  faultsInside.value = [];
  await clearStoredFaults();
  if (inside.length > 0) await (await openDatabase()).faults.bulkDelete(inside);
}
