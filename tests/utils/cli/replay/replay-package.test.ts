import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../../../utils/cli/replay/read-package';
import {
  replayPackage,
  replaySums,
  workedUnder,
} from '../../../../utils/cli/replay/replay-package';
import { ACTION_KINDS } from '../../../../utils/domain/action-kind';
import type { Interval, Submission } from '../../../../utils/domain/records';
import { researchTables, THETAS_MS } from '../../../../utils/domain/research/research-tables';
import { singleRecords } from '../../../../utils/domain/research/single-records';
import { staysOf } from '../../../../utils/domain/research/stays';
import { summariseWeek, weekWork } from '../../../../utils/domain/summarise';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../utils/domain/time-constants';
import { weekOfKey } from '../../../../utils/domain/week';
import type { WeekRecords } from '../../../../utils/domain/week-records';
import { researchPackage } from '../../../../utils/format/research-package';
import { researchInput, STUDY } from '../../../research/fixtures';
import { action, interval, MONDAY, pageSign, platform, upload } from '../../domain/fixtures';
import { fortnight, SYSTEM_IDS, seeded } from '../../domain/fortnight';
import { judgedFortnight } from '../../domain/judged-fortnight';
import { weekRecords } from '../../domain/week-input';

const WEEK = weekOfKey('2026-W47', 'Asia/Shanghai');

/** A week of intervals with pauses of all lengths, media in and out of them, and waiting. */
function intervals(): readonly Interval[] {
  const random = seeded(5);
  const upTo = (most: number) => Math.floor(random() * most);
  return Array.from({ length: 200 }, (_, index) => {
    const from = MONDAY + Math.floor(index / 40) * 24 * HOUR_MS + (8 + (index % 40) / 4) * HOUR_MS;
    const length = 30 * SECOND_MS + upTo(13 * MINUTE_MS);
    const pauses: Interval['pauses'][number][] = [];
    for (let at = upTo(60_000); at + 15_000 < length; at += 20_000 + upTo(120_000)) {
      const lengthMs = Math.min(15_000 + upTo(400_000), length - at);
      const reachesBeyond = at + lengthMs === length && random() < 0.5;
      pauses.push({ offsetMs: at, lengthMs, ...(reachesBeyond ? { wholeMs: 301_000 } : {}) });
      at += lengthMs;
    }
    return interval(['a', 'b', 'c'][index % 3] ?? 'a', from, from + length, {
      place: (['front', 'front', 'front', 'beside', 'background'] as const)[upTo(5)] ?? 'front',
      certainty: (['confirmed', 'confirmed', 'recovered', 'capped'] as const)[upTo(4)] ?? 'capped',
      pauses,
      playing: [{ offsetMs: upTo(length), lengthMs: upTo(5 * MINUTE_MS) }],
      waiting: [{ offsetMs: upTo(length), lengthMs: upTo(20_000) }],
      inputMs: Math.min(length, 5_000 * upTo(40)),
    });
  });
}

function packageOf(own: readonly Interval[], more: Partial<WeekRecords> = {}): Uint8Array {
  const settings = (thetaMs: (typeof THETAS_MS)[number]) => ({
    ...weekRecords().settings,
    thetaMs,
  });
  const summaries = THETAS_MS.map((thetaMs) => ({
    thetaMs,
    summary: summariseWeek(weekRecords({ intervals: own, ...more, settings: settings(thetaMs) })),
  }));
  const summary = summaries[1]?.summary;
  if (summary === undefined) throw new Error('No summary.');
  const work = weekWork(weekRecords({ intervals: own, ...more }));
  const weeks = [
    { summary, variants: summaries, stays: staysOf(own, WEEK), single: singleRecords(work) },
  ];
  const rows = researchTables(researchInput({ weeks, forms: [] }));
  return researchPackage({ study: STUDY, rows, programVersion: '0.1.0' });
}

describe('a research package', () => {
  const own = intervals();
  const tables = readPackage(packageOf(own));

  it('gives every time in it again from its stays, under every pause limit', () => {
    const { figures, differing, sumsOnly } = replayPackage(tables);
    expect(differing).toEqual([]);
    // Three platforms, three limits, seven clocks; three certainties and the logins of the week; and the sums.
    expect(figures).toBe(3 * 3 * 7 + 4 + replaySums(tables).figures);
    expect(sumsOnly).toEqual([]);
    expect(tables.get('pauses')?.length).toBeGreaterThan(100);
  });

  it('gives the working time under a limit that it has no figure of', () => {
    // Not one of the limits that the program offers: the measure itself knows no such list.
    const settings = { ...weekRecords().settings, thetaMs: 45_000 as 60_000 };
    const { platforms } = summariseWeek(weekRecords({ intervals: own, settings }));
    const worked = workedUnder(tables, 45_000).map(({ workingMs }) => workingMs);
    expect(worked.sort()).toEqual(platforms.map(({ clocks }) => clocks.workingMs).sort());
  });

  it('is found out where a figure or a stay was changed', () => {
    const change = (name: string, column: string) => {
      const rows = tables.get(name) ?? [];
      const [first = {}, ...rest] = rows;
      const changed = { ...first, [column]: String(Number(first[column]) + 90_000) };
      return replayPackage(new Map([...tables, [name, [changed, ...rest]]]));
    };
    expect(change('times', 'working_s').differing).toHaveLength(1);
    expect(change('stays', 'length_ms').differing.length).toBeGreaterThan(1);
    expect(change('weeks', 'confirmed_s').differing).toHaveLength(1);
  });

  it('tells no moment and no order of the stays', () => {
    const lengths = (tables.get('stays') ?? []).map((row) => Number(row.length_ms));
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    const text = JSON.stringify([tables.get('stays'), tables.get('pauses')]);
    for (const { from } of own) expect(text).not.toContain(String(from));
    expect(text).not.toContain('background');
  });
});

/** A week of eight systems as it was judged, with attempts, refusals, uploads, actions and logins. */
async function worked(seed: number): Promise<Partial<WeekRecords>> {
  const random = seeded(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  const any = <Item>(items: readonly Item[]) => items[upTo(items.length)] as Item;
  const world = fortnight(seed);
  const { judged, equivalences, fixed } = await judgedFortnight(world);
  const at = () => MONDAY + upTo(5) * 24 * HOUR_MS + (8 + upTo(9)) * HOUR_MS + upTo(HOUR_MS);
  const outcomes = ['unproven', 'refused', 'refused'] as const;
  return {
    submissions: judged.flatMap((one): readonly Submission[] => {
      const outcome = outcomes[upTo(20)] ?? 'accepted';
      const intent = upTo(12) === 0 ? 'draft' : one.intent;
      const rework = upTo(15) === 0;
      const record: Submission = { ...one, outcome, intent, rework, fillingMs: upTo(600_000) };
      const again: Submission = { ...record, id: `${one.id} again`, at: one.at + 6 * HOUR_MS };
      return outcome === 'refused' ? [record, { ...again, outcome: 'accepted' }] : [record];
    }),
    forms: world.forms,
    platforms: SYSTEM_IDS.map((id) => platform(id)),
    equivalences,
    fixedInformation: fixed,
    uploads: Array.from({ length: 80 }, () =>
      upload(any(SYSTEM_IDS), at(), { digest: `file ${upTo(50)}` }),
    ),
    actions: Array.from({ length: 60 }, () =>
      action(any(SYSTEM_IDS), at(), {
        action: any(ACTION_KINDS),
        outcome: upTo(5) === 0 ? 'attempt' : 'done',
        count: 1 + upTo(3),
      }),
    ),
    pageSigns: Array.from({ length: 30 }, () =>
      pageSign(any(SYSTEM_IDS), at(), { forcedSeconds: Math.max(0, upTo(30) - 10) }),
    ),
    intervals: Array.from({ length: 400 }, (_, index) => {
      const from =
        MONDAY + Math.floor(index / 80) * 24 * HOUR_MS + (8 + (index % 80) / 10) * HOUR_MS;
      const length = 30 * SECOND_MS + upTo(15 * MINUTE_MS);
      return interval(any(SYSTEM_IDS), from, from + length, {
        place: any(['front', 'front', 'beside', 'background']),
        pageClass: any(['form', 'login', 'list']),
        captchaMs: upTo(9_000),
        visit: `visit ${upTo(40)}`,
        inputMs: upTo(length),
      });
    }),
  };
}

describe('the counts of a research package', () => {
  it('are counted again from its single records', async () => {
    for (const seed of [1, 2, 3]) {
      const { intervals: own = [], ...more } = await worked(seed);
      const tables = readPackage(packageOf(own, more));
      const { figures, differing } = replayPackage(tables);
      expect(differing).toEqual([]);
      expect(figures).toBeGreaterThan(400);
      const of = (table: string, column: string) =>
        (tables.get(table) ?? []).reduce((sum, row) => sum + Number(row[column]), 0);
      // A figure that is nowhere would be no proof.
      for (const [table, column] of [
        ['platforms', 'drafts'],
        ['platforms', 'rework'],
        ['platforms', 'visits'],
        ['weeks', 'duplicate_submissions'],
        ['weeks', 'refused'],
        ['weeks', 'fixed'],
        ['weeks', 'repeated_across'],
        ['weeks', 'repeated_on'],
        ['weeks', 'logins'],
        ['weeks', 'login_s'],
        ['weeks', 'captcha_s'],
        ['weeks', 'relogins'],
        ['weeks', 'forced_s'],
        ['weeks', 'retry_s_low'],
        ['overlaps', 'fields'],
        ['actions', 'done'],
        ['weeks', 'action_attempts'],
      ] as const)
        expect(of(table, column), `${table}.${column}`).toBeGreaterThan(0);
      const roles = new Set(tables.get('submission_records')?.map(({ role }) => role));
      expect([...roles].sort()).toEqual(['attempt', 'draft', 'part', 'submission']);
    }
  }, 60_000);

  it('tell no moment and no order of the records', async () => {
    const { intervals: own = [], ...more } = await worked(4);
    const backwards = {
      ...more,
      submissions: [...(more.submissions ?? [])].reverse(),
      uploads: [...(more.uploads ?? [])].reverse(),
      actions: [...(more.actions ?? [])].reverse(),
      pageSigns: [...(more.pageSigns ?? [])].reverse(),
    };
    const tables = readPackage(packageOf(own, more));
    const others = readPackage(packageOf(own, backwards));
    for (const name of [
      'submission_records',
      'reentry_records',
      'upload_records',
      'action_records',
      'forced_records',
    ]) {
      const rows = tables.get(name) ?? [];
      expect(rows.length).toBeGreaterThan(10);
      expect(others.get(name)).toEqual(rows);
      for (const row of rows)
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^1[67]\d{11}$/);
    }
  }, 60_000);

  const rows = researchTables(researchInput());
  const tables = readPackage(researchPackage({ study: STUDY, rows, programVersion: '0.1.0' }));

  it('are the sums of the rows that they are made of', () => {
    const { figures, differing } = replaySums(tables);
    expect(differing).toEqual([]);
    const platforms = tables.get('platforms') ?? [];
    const weeks = tables.get('weeks') ?? [];
    expect(platforms.length).toBeGreaterThan(3);
    const count = (name: string) => tables.get(name)?.length ?? 0;
    // From records and stays; from other sums; the prefill rate.
    expect(figures).toBe(
      platforms.length * (10 + 3) +
        count('forms') * 5 +
        count('overlaps') * 2 +
        count('actions') +
        weeks.length * (12 + 3 + 3 + 1) +
        (platforms.length * 4 + weeks.length * 7 + weeks.length),
    );
  });

  it.each([
    ['forms', 'submissions', 1],
    ['forms', 'filling_s', 60],
    ['platforms', 'drafts', 1],
    ['platforms', 'visits', 1],
    ['weeks', 'unchanged', 1],
    ['weeks', 'repeated_on', 1],
    ['weeks', 'logins', 1],
    ['weeks', 'relogins', 1],
    ['weeks', 'forced_s', 60],
    ['weeks', 'retry_s_high', 60],
    ['overlaps', 'fields', 1],
    ['submission_records', 'fixed', 1],
    ['reentry_records', 'fields', 1],
    ['forms', 'prefilled', 1],
    ['platforms', 'reentered', 1],
    ['platforms', 'reentry_s', 60],
    ['platforms', 'entered', 1],
    ['actions', 'done', 1],
    ['weeks', 'uploads', 1],
    ['weeks', 'prefill_rate', 0.01],
  ])('are found out where %s.%s was changed', (name, column, by) => {
    const [first = {}, ...rest] = tables.get(name) ?? [];
    const changed = { ...first, [column]: String(Number(first[column]) + by) };
    const { differing } = replaySums(new Map([...tables, [name, [changed, ...rest]]]));
    expect(differing.length).toBeGreaterThan(0);
  });
});

describe('npm run replay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...words: readonly string[]) =>
    spawnSync('npx', ['--no-install', 'tsx', 'utils/cli/replay/index.ts', ...words], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });

  it('computes a package again and says that nothing differs', () => {
    const path = join(folder, 'package.zip');
    writeFileSync(path, packageOf(intervals()));
    const { status, stdout } = run('--theta', '45', path);
    expect(stdout).toMatch(/: \d{2,} figures computed again, 0 differ/);
    expect(stdout).toContain('working under θ = 45 s');
    expect(status).toBe(0);
  }, 60_000);

  it('computes a recorded run again, and tells one that was changed', () => {
    const path = 'tests/vectors/time/tabs.json';
    const { status, stdout } = run(path);
    expect(stdout).toContain('θ 60 s');
    expect(stdout).not.toContain('DIFFERS');
    expect(status).toBe(0);
    expect(run(join(folder, 'nothing.json')).status).toBe(1);
    const recorded = JSON.parse(readFileSync(path, 'utf8'));
    const [platform = ''] = Object.keys(recorded.clocks);
    const other = JSON.parse(JSON.stringify(recorded));
    other.clocks[platform][60].workingMs += 1;
    // And one of which the log tells nothing.
    const more = {
      ...recorded,
      clocks: { ...recorded.clocks, 'c.gov.cn': recorded.clocks[platform] },
    };
    for (const [at, changed] of [other, more].entries()) {
      const file = join(folder, `${at}.json`);
      writeFileSync(file, JSON.stringify(changed));
      const found = run(file);
      expect(found.stdout.match(/DIFFERS/g)?.length ?? 0).toBeGreaterThan(0);
      expect(found.status).toBe(1);
    }
  }, 60_000);
});
