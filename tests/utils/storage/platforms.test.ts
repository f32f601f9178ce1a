import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PageSignsObservation } from '../../../utils/domain/observation';
import type { Platform } from '../../../utils/domain/records';
import { MINUTE_MS } from '../../../utils/domain/time-constants';
import { canonicalPlatforms } from '../../../utils/storage/platforms';
import { NOW, place, stage, submission } from '../../entrypoints/background/record-fixture';

function signs(change: Partial<PageSignsObservation> = {}): PageSignsObservation {
  return {
    kind: 'page-signs',
    at: NOW,
    pageClass: 'home',
    title: '青山镇',
    columns: [],
    state: 'normal',
    cues: [],
    complaintEntry: false,
    forcedSeconds: 0,
    ...change,
  };
}

describe('a platform', () => {
  it('keeps when it was opened last, and every origin that it was seen under', async () => {
    const own = stage({
      resolvePlatform: (address) => ({
        id: 'study.one',
        name: '学习平台',
        category: 'study',
        rule: 'study.one',
        origin: new URL(address).origin,
        addedBy: 'catalogue',
      }),
    });
    await own.send(place('a.gov.cn'));
    own.now = NOW + 2 * MINUTE_MS;
    await own.send(place('b.gov.cn'));
    expect(await own.database.platforms.toArray()).toEqual([
      {
        id: 'study.one',
        name: '学习平台',
        category: 'study',
        rule: 'study.one',
        addedBy: 'catalogue',
        addedAt: NOW,
        lastOpenedAt: NOW + 2 * MINUTE_MS,
        origins: ['http://a.gov.cn', 'http://b.gov.cn'],
      },
    ]);
  });

  it('takes the name that its page states, once, and only while it goes by its host', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), signs({ title: '首页-青山县社会救助信息管理平台' }));
    await own.send(place('a.gov.cn'), signs({ title: '青山县综合业务管理系统' }));
    await own.send(place('b.gov.cn'), signs({ title: '欢迎您张建国登录综合管理平台' }));
    const names = (await own.database.platforms.toArray()).map(({ name }) => name);
    expect(names).toEqual(['青山县社会救助信息管理平台', 'b.gov.cn']);
  });

  it('takes no name from a page inside another one', async () => {
    const own = stage();
    await own.send(place('a.gov.cn', { frame: 4 }), signs({ title: '青山县社会救助信息管理平台' }));
    expect((await own.database.platforms.get('a.gov.cn'))?.name).toBe('a.gov.cn');
  });

  it('keeps what the person chose', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'));
    const chosen = { ownName: '低保系统', ownCategory: 'civil_affairs', exempt: true, season: [7] };
    await own.database.platforms.update('a.gov.cn', chosen);
    own.now = NOW + 2 * MINUTE_MS;
    await own.send(place('a.gov.cn'), signs({ siteId: '9900000001' }));
    expect(await own.database.platforms.get('a.gov.cn')).toMatchObject(chosen);
  });

  it('is merged with the older one that shows the same official site id', async () => {
    const own = stage();
    await own.send(place('old.gov.cn'), signs({ siteId: '9900000001' }));
    own.now = NOW + MINUTE_MS;
    await own.send(place('new.gov.cn'), signs({ siteId: '9900000001' }));
    await own.send(place('other.gov.cn'), signs({ siteId: '9900000002' }));
    const all = await own.database.platforms.toArray();
    expect(Object.fromEntries(all.map(({ id, mergedInto }) => [id, mergedInto]))).toEqual({
      'old.gov.cn': undefined,
      'new.gov.cn': 'old.gov.cn',
      'other.gov.cn': undefined,
    });
  });

  it('stays by itself where the person said so', async () => {
    const own = stage();
    await own.send(place('old.gov.cn'), signs({ siteId: '9900000001' }));
    await own.send(place('new.gov.cn'));
    await own.database.platforms.update('new.gov.cn', { mergedInto: 'new.gov.cn' });
    await own.send(place('new.gov.cn'), signs({ siteId: '9900000001' }));
    expect((await own.database.platforms.get('new.gov.cn'))?.mergedInto).toBe('new.gov.cn');
  });

  it.each(['', '123', '12345678901', 'ab12345678', '99000000 1'])(
    'is not merged by %s, which is no site id',
    async (siteId) => {
      const own = stage();
      await own.send(place('a.gov.cn'), signs({ siteId }));
      await own.send(place('b.gov.cn'), signs({ siteId }));
      expect((await own.database.platforms.get('b.gov.cn'))?.mergedInto).toBeUndefined();
    },
  );

  it('is not merged by what stands in a frame', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'), signs({ siteId: '9900000001' }));
    await own.send(place('b.gov.cn', { frame: 4 }), signs({ siteId: '9900000001' }));
    expect((await own.database.platforms.get('b.gov.cn'))?.mergedInto).toBeUndefined();
  });

  it('takes a more exact category from the first title that tells one, and then no other', async () => {
    const own = stage({
      resolvePlatform: (address, _list, title) => ({
        id: 'a',
        name: 'a',
        category: title === '安全生产检查系统' ? 'safety' : title ? 'party' : 'gov_other',
        origin: new URL(address).origin,
        addedBy: 'catalogue',
      }),
    });
    await own.send(place('a.gov.cn'));
    await own.send(place('a.gov.cn'), signs({ title: '安全生产检查系统' }));
    await own.send(place('a.gov.cn'), signs({ title: '智慧党建' }));
    expect((await own.database.platforms.get('a'))?.category).toBe('safety');
  });

  it('is not recorded any further from a document whose title forbids it', async () => {
    const own = stage({
      resolvePlatform: (address, _list, title) =>
        title === '信访举报'
          ? undefined
          : {
              id: 'a',
              name: 'a',
              category: 'gov_other',
              origin: new URL(address).origin,
              addedBy: 'catalogue',
            },
    });
    const from = place('a.gov.cn');
    expect(await own.send(from, signs({ title: '信访举报' }))).toEqual({
      accepted: false,
      reason: 'not-listed',
    });
    await own.send(from, submission({ 姓名: '张建国' }));
    expect(await own.database.submissions.count()).toBe(0);
    await own.send(place('a.gov.cn'), submission({ 姓名: '张建国' }));
    expect(await own.database.submissions.count()).toBe(1);
  });
});

describe('canonicalPlatforms', () => {
  const platform = (id: string, mergedInto?: string): Platform => ({
    id,
    name: id,
    category: 'oa',
    origins: [],
    addedAt: NOW,
    addedBy: 'catalogue',
    ...(mergedInto === undefined ? {} : { mergedInto }),
  });

  it('follows merges to the end and does not go round in circles', () => {
    const platforms = [
      platform('a', 'b'),
      platform('b', 'c'),
      platform('c'),
      platform('self', 'self'),
      platform('x', 'y'),
      platform('y', 'x'),
      platform('lost', 'gone'),
    ];
    expect(Object.fromEntries(canonicalPlatforms(platforms))).toEqual({
      a: 'c',
      b: 'c',
      c: 'c',
      self: 'self',
      x: 'x',
      y: 'y',
      lost: 'gone',
    });
  });
});
