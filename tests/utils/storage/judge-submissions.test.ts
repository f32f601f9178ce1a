import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../utils/domain/concept';
import { conceptIdOf } from '../../../utils/domain/concept';
import type { Submission } from '../../../utils/domain/records';
import { DAY_MS, MINUTE_MS } from '../../../utils/domain/time-constants';
import { judgeUnjudged } from '../../../utils/storage/judge-submissions';
import { learn, readLearned, splitLink } from '../../../utils/storage/learned';
import { readUnjudged } from '../../../utils/storage/submissions';
import {
  digestPlaces,
  NOW,
  place,
  type Stage,
  stage,
  submission,
} from '../../entrypoints/background/record-fixture';

const CONCEPTS = new Map<string, Pick<Concept, 'entropy' | 'shape'>>([
  ['person.name', { entropy: 'medium', shape: 'zhname' }],
  ['person.idcard', { entropy: 'high', shape: 'idcard18' }],
  ['person.phone', { entropy: 'high', shape: 'phone' }],
]);

function concepts(key: string): Concept | undefined {
  const id = conceptIdOf(key);
  const known = CONCEPTS.get(id);
  return (
    known && {
      id,
      family: id,
      zh: id,
      en: id,
      meta: false,
      generic: false,
      sensitive: false,
      ...known,
    }
  );
}

const PERSON = { 姓名: '张建国', 身份证号: '990101198001010014', 联系电话: '199 0000 1234' };

function judged(change: Partial<Stage['dependencies']> = {}): Stage {
  return stage({ judge: (database) => judgeUnjudged(database, concepts), ...change });
}

async function last(own: Stage): Promise<Submission> {
  return (await own.database.submissions.orderBy('at').last()) as Submission;
}

describe('an accepted submission', () => {
  it('is judged on arrival: nothing was entered before', async () => {
    const own = judged();
    await own.send(place('a.gov.cn'), submission(PERSON));
    expect((await last(own)).judgement).toMatchObject({ reentered: [], comparable: [0, 1, 2] });
    expect(await readUnjudged(own.database)).toEqual([]);
    expect(await own.database.digests.count()).toBe(3);
  });

  it('is found to repeat what was submitted on another platform', async () => {
    const own = judged();
    await own.send(place('a.gov.cn'), submission(PERSON));
    own.now = NOW + DAY_MS;
    await own.send(place('b.gov.cn'), submission(PERSON, { at: own.now }));
    const { judgement } = await last(own);
    expect(judgement?.reentered.map(({ field, platforms }) => [field, platforms])).toEqual([
      [0, ['a.gov.cn']],
      [1, ['a.gov.cn']],
      [2, ['a.gov.cn']],
    ]);
    expect(judgement?.duplicateOf?.platform).toBe('a.gov.cn');
  });

  it('does not repeat what a merged platform asked for', async () => {
    const own = judged();
    await own.send(place('a.gov.cn'), submission(PERSON));
    await own.send(place('b.gov.cn'));
    await own.database.platforms.update('b.gov.cn', { mergedInto: 'a.gov.cn' });
    own.now = NOW + DAY_MS;
    await own.send(place('b.gov.cn'), submission(PERSON, { at: own.now }));
    expect((await last(own)).judgement?.reentered).toEqual([]);
  });

  it('is found under both keys after a change of the key', async () => {
    const own = judged();
    own.now = NOW;
    // The key is made now, and the first record comes late in its life.
    await own.send(place('a.gov.cn'));
    own.now = NOW + 80 * DAY_MS;
    await own.send(place('a.gov.cn'), submission(PERSON, { at: own.now }));
    own.now = NOW + 100 * DAY_MS;
    await own.send(place('b.gov.cn'), submission(PERSON, { at: own.now }));
    const second = await last(own);
    expect(second.keyGeneration).toBe(2);
    expect(second.judgement?.reentered).toHaveLength(3);
    expect((await own.database.keys.toArray()).map(({ generation }) => generation)).toEqual([
      0, 1, 2,
    ]);
  });

  it('is judged by the next worker when one died before the judgement', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), submission(PERSON));
    own.now = NOW + MINUTE_MS;
    await own.send(place('b.gov.cn'), submission(PERSON, { at: own.now }));
    expect((await last(own)).judgement).toBeUndefined();
    expect(await readUnjudged(own.database)).toHaveLength(2);
    await judgeUnjudged(own.database, concepts);
    expect((await last(own)).judgement?.reentered).toHaveLength(3);
    expect(await readUnjudged(own.database)).toEqual([]);
  });

  it('is judged once, though two judge at the same time', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), submission(PERSON));
    await Promise.all([
      judgeUnjudged(own.database, concepts),
      judgeUnjudged(own.database, concepts),
    ]);
    const places = await digestPlaces(own.database);
    expect(places.map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it('stays unjudged where the engine fails on it, and does not hold up the next', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), submission(PERSON));
    await own.send(place('a.gov.cn'), submission({ 姓名: '李秀英' }, { at: NOW + 1 }));
    let judgedOnes = 0;
    await judgeUnjudged(own.database, concepts, async ({ fields }) => {
      if (fields.length === 3) throw new TypeError('not thought of');
      judgedOnes += 1;
      return { ruleVersion: 1, reentered: [], comparable: [], fixed: [], rho: 0 };
    });
    expect(judgedOnes).toBe(1);
    expect(await readUnjudged(own.database)).toEqual([]);
    expect(await own.database.faults.toArray()).toMatchObject([{ code: 'write-failed' }]);
    expect(await own.database.digests.count()).toBe(4);
  });

  it('waits for the next time when the database itself fails', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), submission(PERSON));
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    await expect(
      judgeUnjudged(own.database, concepts, async () => {
        throw full;
      }),
    ).rejects.toBeDefined();
    expect(await readUnjudged(own.database)).toHaveLength(1);
  });
});

describe('learning', () => {
  /** Forty households, each entered under 编号甲 here and under 编号乙 there. */
  async function fortnight(own: Stage): Promise<void> {
    for (let index = 0; index < 40; index += 1) {
      own.now = NOW + Math.floor(index / 10) * DAY_MS + index * MINUTE_MS;
      const number = `QS-2026-${String(100_000 + index * 7_919)}`;
      const other = { at: own.now, startedAt: own.now - 1_000 };
      await own.send(
        place('a.gov.cn'),
        submission({ 编号甲: number, 其他项: `甲${index}号事项` }, other),
      );
      own.now += 1;
      await own.send(
        place('b.gov.cn'),
        submission({ 编号乙: number, 杂项: `乙${index}号内容` }, { ...other, at: own.now }),
      );
    }
  }

  it('brings two unknown labels together, makes their values findable, and can be split', async () => {
    const own = judged();
    await fortnight(own);
    expect((await last(own)).judgement?.reentered).toEqual([]);
    const rows = await own.database.digests.count();
    await learn(own.database, { now: own.now, zone: 'Asia/Shanghai', concepts });
    const { equivalences } = await readLearned(own.database);
    expect(equivalences).toHaveLength(1);
    expect(await own.database.digests.count()).toBe(rows + 40);

    // What was handed in before the link was known is judged again, as if it had been known then.
    const judgedOnce = (await own.database.submissions.toArray()).filter(
      ({ judgement }) => judgement !== undefined,
    );
    expect(await readUnjudged(own.database)).toHaveLength(80);
    await judgeUnjudged(own.database, concepts);
    const again = await own.database.submissions.toArray();
    expect(again.filter(({ judgement }) => judgement?.reentered.length === 1)).toHaveLength(40);
    expect(judgedOnce.every(({ judgement }) => judgement?.reentered.length === 0)).toBe(true);

    own.now += DAY_MS;
    const fresh = { at: own.now, startedAt: own.now - 1_000 };
    await own.send(
      place('a.gov.cn'),
      submission({ 编号甲: 'QS-2026-999999', 其他项: '其他事项' }, fresh),
    );
    own.now += MINUTE_MS;
    await own.send(
      place('b.gov.cn'),
      submission({ 编号乙: 'QS-2026-999999', 杂项: '杂项内容' }, { ...fresh, at: own.now }),
    );
    expect((await last(own)).judgement?.reentered.map(({ field }) => field)).toEqual([0]);

    await splitLink(own.database, equivalences[0]?.tokens ?? ['', '']);
    expect((await readLearned(own.database)).equivalences).toEqual([]);
    await learn(own.database, { now: own.now, zone: 'Asia/Shanghai', concepts });
    expect((await readLearned(own.database)).equivalences).toEqual([]);
  });
});
