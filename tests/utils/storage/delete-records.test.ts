import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { weekAt } from '../../../utils/domain/week';
import {
  deletePlatform,
  deleteRecords,
  forgetDigests,
} from '../../../utils/storage/delete-records';
import { judgeUnjudged } from '../../../utils/storage/judge-submissions';
import { readSummed, writeSums } from '../../../utils/storage/summed-weeks';
import {
  digestPlaces,
  NOW,
  place,
  type Stage,
  stage,
  submission,
} from '../../entrypoints/background/record-fixture';

const ZONE = 'Asia/Shanghai';
const PERSON = { 姓名: '张建国', 身份证号: '990101198001010014', 联系电话: '199 0000 1234' };

async function twoPlatforms(): Promise<Stage> {
  const own = stage({ judge: (database) => judgeUnjudged(database, () => undefined) });
  await own.send(place('a.gov.cn'), submission(PERSON));
  own.now = NOW + DAY_MS;
  await own.send(place('b.gov.cn'), submission(PERSON, { at: own.now }));
  return own;
}

describe('deleting a record', () => {
  it('deletes what was derived from it, and has its week summed anew', async () => {
    const own = await twoPlatforms();
    const week = weekAt(NOW, ZONE).key;
    await writeSums(own.database, week, [], 'closed');
    const [first, second] = await own.database.submissions.orderBy('at').toArray();
    await deleteRecords(own.database, 'submissions', [first?.id ?? ''], ZONE);
    expect(await own.database.submissions.count()).toBe(1);
    const places = (await digestPlaces(own.database)).flat();
    expect(new Set(places.map(({ submission: id }) => id))).toEqual(new Set([second?.id]));
    expect((await readSummed(own.database)).has(week)).toBe(false);
  });

  it('takes the row of a digest away with its last place', async () => {
    const own = await twoPlatforms();
    const ids = await own.database.submissions.toCollection().primaryKeys();
    await deleteRecords(own.database, 'submissions', ids, ZONE);
    expect(await own.database.digests.count()).toBe(0);
  });

  it('is harmless for what is not there', async () => {
    const own = await twoPlatforms();
    await deleteRecords(own.database, 'submissions', ['gone'], ZONE);
    expect(await own.database.submissions.count()).toBe(2);
  });
});

describe('deleting a platform', () => {
  it('deletes everything of it and nothing of another', async () => {
    const own = await twoPlatforms();
    await deletePlatform(own.database, 'a.gov.cn', ZONE);
    expect((await own.database.submissions.toArray()).map(({ platform }) => platform)).toEqual([
      'b.gov.cn',
    ]);
    expect((await own.database.forms.toArray()).map(({ platform }) => platform)).toEqual([
      'b.gov.cn',
    ]);
    expect((await own.database.platforms.toArray()).map(({ id }) => id)).toEqual(['b.gov.cn']);
    const places = (await digestPlaces(own.database)).flat();
    expect(new Set(places.map(({ platform }) => platform))).toEqual(new Set(['b.gov.cn']));
  });

  it('leaves it on the list of the ignored, so that it is not recorded again', async () => {
    const own = await twoPlatforms();
    await own.database.platforms.update('a.gov.cn', { ignored: true });
    await deletePlatform(own.database, 'a.gov.cn', ZONE);
    expect(await own.database.platforms.get('a.gov.cn')).toMatchObject({ ignored: true });
  });
});

describe('forgetting digests', () => {
  it('leaves records, and nothing that could be compared', async () => {
    const own = await twoPlatforms();
    await own.send(place('a.gov.cn'), {
      kind: 'transfer',
      at: own.now,
      move: 'copy',
      text: '柳河村三组共有脱贫户十二户',
    });
    await own.send(
      place('a.gov.cn', { tab: 9 }),
      submission({ 姓名: '李秀英' }, { outcome: 'pending', at: own.now }),
    );
    await forgetDigests(own.database);
    expect(await own.database.digests.count()).toBe(0);
    expect((await own.database.keys.toArray()).map(({ generation }) => generation)).toEqual([0]);
    const submissions = await own.database.submissions.toArray();
    expect(submissions).toHaveLength(3);
    for (const one of submissions.flatMap(({ fields }) => fields)) {
      expect(one).not.toHaveProperty('digest');
      expect(one).not.toHaveProperty('anyDigest');
    }
    expect(await own.database.state.get('copies')).toBeUndefined();
    expect(JSON.stringify(await own.database.state.toArray())).not.toMatch(/"earlierDigests":\[\[/);
  });
});
