import type {
  Action,
  CoverageDay,
  LedgerEntry,
  PageSign,
  Platform,
  Submission,
  SubmittedField,
} from '../../utils/domain/records';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../utils/domain/time-constants';
import { shiftWeek, weekAt, weekOfKey } from '../../utils/domain/week';
import { dayKeyAt } from '../../utils/domain/zone';
import { dayKindLookup } from '../../utils/knowledge/work-calendar';

/**
 * Seven weeks of records, not done but written: what only weeks can show. Every system is invented, and
 * its name says what is to be seen of it.
 */

const ZONE = 'Asia/Shanghai';
const FILLING_MS = 4 * MINUTE_MS;

export const SYSTEMS = {
  fell: '少填了的台账系统',
  rose: '多填了的台账系统',
  recurring: '打卡又来的网格系统',
  prefilling: '自动带出的一表通',
  stale: '久不更新的网站',
  emptyColumns: '栏目空白的网站',
  oldColumns: '栏目久不更新的网站',
  unreachable: '常打不开的平台',
  traceOnly: '只用来打卡的平台',
  unused: '久未打开的平台',
  seasonal: '汛期才用的平台',
  closed: '已公告停用的网站',
  tended: '有人维护的网站',
  daily: '天天打卡的平台',
} as const;

type System = keyof typeof SYSTEMS;

export const hostOf = (system: System): string => `${system.toLowerCase()}.qingshan.gov.cn`;

/** When the report sheet on the check-ins was handed in, days ago. */
const SHEET_DAYS_AGO = 40;

/** How many weeks ago the newest ordinary week lies: one without a long holiday. */
export function ordinaryWeeksAgo(now: number): number {
  const running = weekAt(now, ZONE).key;
  return (
    [1, 2, 3].find((back) => {
      const { days } = weekOfKey(shiftWeek(running, -back), ZONE);
      return days.slice(0, 5).every(({ day }) => dayKindLookup(day) === 'workday');
    }) ?? 1
  );
}

export function weeksHistory(now: number): Readonly<Record<string, readonly object[]>> {
  let counted = 0;
  const id = (): string => String(++counted).padStart(24, '0');
  const since = now - 200 * DAY_MS;
  const ago = (days: number, hours = 0): number => now - days * DAY_MS - hours * HOUR_MS;
  const month = new Date(now).getUTCMonth() + 1;

  const platforms = (Object.keys(SYSTEMS) as System[]).map((system): Platform => {
    const asleep = system === 'unused' || system === 'seasonal';
    return {
      id: hostOf(system),
      name: SYSTEMS[system],
      category: system === 'fell' || system === 'rose' ? 'civil_affairs' : 'grid',
      origins: [`http://${hostOf(system)}`],
      addedAt: since,
      addedBy: 'catalogue',
      lastOpenedAt: asleep ? ago(41) : ago(0, 2),
      // Half a year from now.
      ...(system === 'seasonal' ? { season: [((month + 5) % 12) + 1] } : {}),
    };
  });

  const sign = (system: System, at: number, more: Partial<PageSign>): PageSign => ({
    id: id(),
    platform: hostOf(system),
    at,
    pageClass: 'list',
    columns: [],
    state: 'normal',
    loadMs: 1_200,
    failed: false,
    cues: [],
    complaintEntry: false,
    forcedSeconds: 0,
    ...more,
  });
  const home = (system: System, days: number, newest: string, more: Partial<PageSign> = {}) =>
    sign(system, ago(days), {
      pageClass: 'home',
      newest,
      columns: [{ titleDigest: `news ${system}`, type: 'news', newest, blank: false }],
      ...more,
    });
  const old = dayKeyAt(ago(120), ZONE);
  const pageSigns: PageSign[] = [
    ...[16, 9, 2].map((days) => home('stale', days, old)),
    ...[16, 9, 2].map((days) => home('tended', days, dayKeyAt(ago(days + 1), ZONE))),
    home('closed', 16, old),
    home('closed', 9, old),
    sign('closed', ago(0, 3), { state: 'closed', pageClass: 'other' }),
    ...[20, 10, 2].map((days) =>
      home('emptyColumns', days, dayKeyAt(ago(days + 1), ZONE), {
        columns: Array.from({ length: 6 }, (_, index) => ({
          titleDigest: `blank ${index}`,
          type: 'unknown' as const,
          blank: true,
        })),
      }),
    ),
    // Its home page is kept up, six of its columns are not.
    ...[20, 10, 2].map((days) =>
      home('oldColumns', days, dayKeyAt(ago(days + 1), ZONE), {
        columns: Array.from({ length: 6 }, (_, index) => ({
          titleDigest: `old ${index}`,
          type: index === 0 ? ('news' as const) : ('notice' as const),
          newest: dayKeyAt(ago(230 + index), ZONE),
          blank: false,
        })),
      }),
    ),
    ...[10, 8, 6, 4].flatMap((days) =>
      Array.from({ length: 6 }, (_, index) => [
        sign('unreachable', ago(days, index), index < 2 ? { failed: true, state: 'error' } : {}),
        sign('tended', ago(days, index) + MINUTE_MS, { pageClass: 'detail' }),
      ]).flat(),
    ),
    sign('prefilling', ago(0, 1), { complaintEntry: true }),
  ];

  const act = (system: System, at: number, more: Partial<Action> = {}): Action => ({
    id: id(),
    platform: hostOf(system),
    at,
    action: 'check-in',
    outcome: 'done',
    score: 4,
    evidence: ['control-done'],
    count: 1,
    cues: [],
    exempt: false,
    ...more,
  });
  // Each visit of the fourth kind is a login and a check-in.
  const visited = [24, 18, 12, 6, 1].map((days) => ago(days));
  pageSigns.push(...visited.map((at) => sign('traceOnly', at, { pageClass: 'other' })));
  const thisWeek = weekAt(now, ZONE);
  const back = ordinaryWeeksAgo(now);
  const reviewed = weekOfKey(shiftWeek(thisWeek.key, -back), ZONE);
  // On each workday a check-in where a quota stands on the page, and many visits without either.
  const workdays = reviewed.days.slice(0, 5).map(({ from }) => from + 8 * HOUR_MS);
  pageSigns.push(
    ...workdays.map((at) => sign('daily', at, { pageClass: 'list', cues: ['quota'] })),
    ...workdays.flatMap((at) => [
      sign('tended', at + HOUR_MS, { pageClass: 'detail' }),
      sign('tended', at + 4 * HOUR_MS, { pageClass: 'detail' }),
    ]),
  );
  const actions: Action[] = [
    ...visited.map((at) => act('traceOnly', at + MINUTE_MS)),
    // Until the sheet, then nothing for five weeks, then again.
    ...[46, 44, 42].map((days) => act('recurring', ago(days))),
    act('recurring', ago(2)),
    act('recurring', ago(1)),
    ...workdays.map((at) => act('daily', at + MINUTE_MS, { cues: ['quota'] })),
    act('tended', (workdays[0] as number) + HOUR_MS + MINUTE_MS, { action: 'like' }),
  ];

  const field = (index: number, how: SubmittedField['how'], digest: string): SubmittedField => ({
    field: index,
    concept: ['person.name', 'person.phone', 'person.id_number'][index % 3] as string,
    labelDigest: `label ${index}`,
    how,
    digest,
    entropy: 'high',
    focusMs: 20_000,
    workingMs: 20_000,
    inputMs: 10_000,
  });
  const filling = (
    system: System,
    at: number,
    fields: readonly SubmittedField[],
    again = false,
  ): Submission => ({
    id: id(),
    platform: hostOf(system),
    form: `form ${system}`,
    at,
    startedAt: at - FILLING_MS,
    outcome: 'accepted',
    score: 4,
    evidence: ['text'],
    intent: 'final',
    rework: false,
    fields,
    fillingMs: FILLING_MS,
    keyGeneration: 1,
    judgement: {
      ruleVersion: 1,
      reentered: again
        ? [
            {
              field: 0,
              platforms: [hostOf('fell')],
              lastAts: [at - DAY_MS],
              submissions: [],
            },
          ]
        : [],
      comparable: [0],
      fixed: [],
      rho: 0,
    },
  });
  const value = (n: number): string => `value${n}`.padEnd(16, 'A');
  const typed = (n: number) => [field(0, 'typed', value(n))];
  const submissions: Submission[] = [
    // Four weeks of 30 fillings on one system, then 6 there and 24 on the other.
    ...[1, 2, 3, 4].flatMap((before) => {
      const { from } = weekOfKey(shiftWeek(reviewed.key, -before), ZONE);
      return Array.from({ length: 30 }, (_, n) =>
        filling('fell', from + (n % 5) * DAY_MS + (9 + n / 5) * HOUR_MS, typed(n + before * 100)),
      );
    }),
    ...Array.from({ length: 30 }, (_, n) =>
      filling(
        n < 6 ? 'fell' : 'rose',
        reviewed.from + (n % 5) * DAY_MS + (9 + n / 5) * HOUR_MS,
        typed(n + 9_000),
        // Half of what the other asks was entered before.
        n >= 6 && n % 2 === 0,
      ),
    ),
    // What was submitted elsewhere stands there already.
    filling('prefilling', Math.max(thisWeek.from + HOUR_MS, ago(0, 2)), [
      ...Array.from({ length: 8 }, (_, n) => field(n, 'prefilled', value(n + 9_000))),
      field(8, 'typed', value(1)),
      field(9, 'typed', value(2)),
    ]),
  ];
  const ledger: LedgerEntry[] = [
    {
      id: id(),
      platform: hostOf('recurring'),
      findings: [`check-in:${hostOf('recurring')}`],
      at: ago(SHEET_DAYS_AGO),
      status: 'answered',
      kind: 'report',
    },
  ];
  const coverage = Array.from(
    { length: 75 },
    (_, days): CoverageDay => ({
      day: dayKeyAt(ago(days), ZONE),
      active: [110, 111, 112],
      recorded: [110, 111, 112],
    }),
  );
  return {
    platforms,
    pageSigns,
    actions,
    submissions,
    ledger,
    coverage,
    state: [{ key: 'since', value: since }],
  };
}
