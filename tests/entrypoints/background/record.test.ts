import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { addressOf, recordMessage } from '../../../entrypoints/background/record';
import { randomId } from '../../../utils/domain/random-id';
import { EXTENSION_ID, NOW, place, senderOf, stage, submission } from './record-fixture';

const PERSON = { 姓名: '张建国', 身份证号: '990101198001010014', 联系电话: '199 0000 1234' };

describe('recordMessage', () => {
  it('puts a platform on the list and keeps form and submission without any value', async () => {
    const own = stage();
    expect(await own.send(place('mz.qingshan.gov.cn'), submission(PERSON))).toEqual({
      accepted: true,
    });
    const [platform] = await own.database.platforms.toArray();
    expect(platform).toMatchObject({
      id: 'mz.qingshan.gov.cn',
      origins: ['http://mz.qingshan.gov.cn'],
      lastOpenedAt: NOW,
    });
    const [form] = await own.database.forms.toArray();
    expect(form?.fields.map(({ concept, label }) => [concept, label])).toEqual([
      ['person.name', '姓名'],
      ['person.idcard', '身份证号'],
      ['person.phone', '联系电话'],
    ]);
    const [kept] = await own.database.submissions.toArray();
    expect(kept).toMatchObject({ platform: 'mz.qingshan.gov.cn', outcome: 'accepted' });
    expect(kept?.fields.map(({ digest }) => digest?.length)).toEqual([16, 16, 16]);
  });

  it('folds a message once, whatever is sent twice', async () => {
    const own = stage();
    const from = place('mz.qingshan.gov.cn');
    const told = submission(PERSON);
    await own.send(from, told);
    from.sequence = 0;
    expect(await own.send(from, { ...told, id: randomId() })).toEqual({ accepted: true });
    expect(await own.database.submissions.count()).toBe(1);
  });

  it('takes a message that comes late behind a later one', async () => {
    const own = stage();
    const from = place('mz.qingshan.gov.cn', { sequence: 1 });
    await own.send(from, submission(PERSON));
    from.sequence = 0;
    await own.send(from, submission({ 姓名: '李秀英', 联系电话: '199 0000 5678' }));
    expect(await own.database.submissions.count()).toBe(2);
  });

  it.each([
    ['another extension', { id: 'ponmlkjihgfedcba' }, 'foreign'],
    ['no tab', { tab: undefined }, 'foreign'],
    ['a page that is only prepared', { documentLifecycle: 'prerender' }, 'prerender'],
    [
      'a private window',
      { tab: { id: 1, url: 'http://mz.qingshan.gov.cn/', incognito: true } },
      'private-window',
    ],
    [
      'a host off the list',
      { url: 'http://shop.example/', origin: 'http://shop.example' },
      'not-listed',
    ],
  ])('refuses %s and keeps nothing of it', async (_name, change, reason) => {
    const own = stage();
    const sender = { ...senderOf(place('mz.qingshan.gov.cn')), ...change };
    const message = {
      type: 'observation',
      version: 1,
      observer: randomId(),
      sequence: 0,
      sentAt: NOW,
      observations: [submission(PERSON)],
    };
    expect(await recordMessage(message, sender, own.dependencies)).toEqual({
      accepted: false,
      reason,
    });
    await own.database.open();
    for (const table of own.database.tables) expect(await table.count()).toBe(0);
  });

  it('refuses without consent and while paused', async () => {
    const own = stage();
    const from = place('mz.qingshan.gov.cn');
    own.stored = {};
    expect(await own.send(from)).toEqual({ accepted: false, reason: 'no-consent' });
    own.stored = {
      consent: { level: 'values', at: NOW, textVersion: 1 },
      pause: { until: 'resumed' },
    };
    expect(await own.send(from)).toEqual({ accepted: false, reason: 'paused' });
  });

  it('drops what comes from an ignored platform, and from one merged into it', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'));
    await own.send(place('b.gov.cn'));
    await own.database.platforms.update('a.gov.cn', { ignored: true });
    await own.database.platforms.update('b.gov.cn', { mergedInto: 'a.gov.cn' });
    const answers = [await own.send(place('a.gov.cn')), await own.send(place('b.gov.cn'))];
    expect(answers).toEqual([
      { accepted: false, reason: 'not-listed' },
      { accepted: false, reason: 'not-listed' },
    ]);
  });

  it('makes an unknown version seen instead of losing it silently', async () => {
    const own = stage();
    const message = { type: 'observation', version: 9 };
    const answer = await recordMessage(message, senderOf(place('a.gov.cn')), own.dependencies);
    expect(answer).toEqual({ accepted: false, reason: 'malformed' });
    expect(await own.database.faults.toArray()).toMatchObject([{ code: 'page-unreadable' }]);
  });

  it.each(['times', 'structure', 'policy'])('stores no digest of a value with %s', async (mode) => {
    const own = stage(
      mode === 'policy'
        ? {
            readPolicy: async () => ({
              presetSites: [],
              onlySites: [],
              disabledOutputs: [],
              structureOnly: true,
            }),
          }
        : {},
    );
    own.stored = {
      consent: { level: mode === 'times' ? 'times' : 'values', at: NOW, textVersion: 1 },
      settings: { structureOnly: mode === 'structure' },
    };
    await own.send(place('a.gov.cn'), submission({ ...PERSON, 备注事项: '九九九九九九九九九' }));
    const [kept] = await own.database.submissions.toArray();
    expect(kept?.fields).toHaveLength(4);
    for (const one of kept?.fields ?? []) {
      expect(one.digest).toBeUndefined();
      expect(one.anyDigest).toBeUndefined();
    }
  });
});

describe('addressOf', () => {
  const tab = { id: 1, url: 'http://mz.qingshan.gov.cn/index' };

  it('takes the frame’s own address', () => {
    const url = 'https://a.gov.cn/x';
    expect(addressOf({ id: EXTENSION_ID, url, origin: 'https://a.gov.cn', tab })).toBe(url);
  });

  it('takes the tab’s address for a frame without an origin', () => {
    const sandboxed = { url: 'https://a.gov.cn/x', origin: 'null', tab };
    expect(addressOf(sandboxed)).toBe('http://mz.qingshan.gov.cn/index');
    expect(addressOf({ url: 'data:text/html,x', origin: 'null', tab })).toBe(tab.url);
  });

  it('takes the origin for a blank frame', () => {
    expect(addressOf({ url: 'about:blank', origin: 'http://a.gov.cn', tab })).toBe(
      'http://a.gov.cn',
    );
  });

  it('knows no address where the browser shows none', () => {
    expect(addressOf({ url: 'about:srcdoc', origin: 'null', tab: { id: 1 } })).toBeUndefined();
  });
});
