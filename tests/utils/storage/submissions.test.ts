import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ResultPageObservation } from '../../../utils/domain/observation';
import { randomId } from '../../../utils/domain/random-id';
import type { Submission } from '../../../utils/domain/records';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../../utils/domain/time-constants';
import { isSubmissionPending, readUnjudged, settleStale } from '../../../utils/storage/submissions';
import {
  field,
  NOW,
  place,
  type Stage,
  stage,
  submission,
} from '../../entrypoints/background/record-fixture';

const PERSON = { 姓名: '张建国', 身份证号: '990101198001010014', 联系电话: '199 0000 1234' };
const OTHER = { 姓名: '李秀英', 身份证号: '990101197903030028', 联系电话: '199 0000 5678' };
const HOST = 'mz.qingshan.gov.cn';

async function stored(own: Stage): Promise<readonly Submission[]> {
  return own.database.submissions.orderBy('at').toArray();
}

/** Submissions that count: accepted, and not completed by a later one. */
async function counted(own: Stage): Promise<number> {
  const all = (await stored(own)).filter(({ outcome }) => outcome === 'accepted');
  const continued = new Set(all.map(({ continues }) => continues));
  return all.filter(({ id }) => !continued.has(id)).length;
}

function resultPage(change: Partial<ResultPageObservation> = {}): ResultPageObservation {
  return {
    kind: 'result-page',
    at: NOW,
    outcome: 'none',
    arrival: 'navigate',
    login: false,
    ...change,
  };
}

describe('a submission', () => {
  it('counts once, though three frames tell of it', async () => {
    const own = stage();
    for (const frame of [0, 3, 4]) {
      await own.send(place(HOST, { frame }), submission(PERSON));
    }
    expect(await own.database.submissions.count()).toBe(1);
  });

  it('counts once, though two frames tell of it without digests', async () => {
    const own = stage();
    own.stored = { consent: { level: 'times', at: NOW, textVersion: 1 } };
    await own.send(place(HOST), submission(PERSON));
    await own.send(place(HOST, { frame: 2 }), submission(PERSON));
    expect(await own.database.submissions.count()).toBe(1);
  });

  it('counts once, though the person pressed twice', async () => {
    const own = stage();
    const from = place(HOST);
    await own.send(from, submission(PERSON));
    await own.send(from, submission(PERSON, { at: NOW + 4 * SECOND_MS }));
    expect(await counted(own)).toBe(1);
  });

  it('counts again for the next household on the same form', async () => {
    const own = stage();
    const from = place(HOST);
    await own.send(from, submission(PERSON));
    await own.send(from, submission(OTHER, { at: NOW + 5 * SECOND_MS }));
    expect(await counted(own)).toBe(2);
  });

  it('counts again on the page that the last one led to, be it seconds later', async () => {
    const own = stage();
    own.stored = { consent: { level: 'times', at: NOW, textVersion: 1 } };
    await own.send(place(HOST), submission(PERSON));
    await own.send(place(HOST), submission(PERSON, { at: NOW + 6 * SECOND_MS }));
    expect(await counted(own)).toBe(2);
  });

  it('counts again for the same values eleven seconds later', async () => {
    const own = stage();
    own.now = NOW + MINUTE_MS;
    const from = place(HOST);
    await own.send(from, submission(PERSON));
    await own.send(from, submission(PERSON, { at: NOW + 11 * SECOND_MS, startedAt: NOW + 1 }));
    expect(await counted(own)).toBe(2);
  });

  it('is one with the parts that other frames of the form submit', async () => {
    const own = stage();
    await own.send(place(HOST, { frame: 1 }), submission(PERSON));
    await own.send(
      place(HOST, { frame: 2 }),
      submission({ 家庭住址: '青山镇柳河村三组 12 号', 家庭人口: '4' }, { at: NOW + 300 }),
    );
    expect(await counted(own)).toBe(1);
    expect(await own.database.submissions.count()).toBe(2);
  });

  it('is one with the steps before it, each within half an hour of the last', async () => {
    const own = stage();
    own.now = NOW + 60 * MINUTE_MS;
    const from = place(HOST);
    await own.send(from, submission(PERSON, { intent: 'step' }));
    const second = { intent: 'step', at: NOW + 20 * MINUTE_MS } as const;
    await own.send(from, submission({ 家庭住址: '青山镇柳河村三组 12 号' }, second));
    await own.send(
      from,
      submission({ 致贫原因说明: '缺少劳动力，无稳定收入' }, { at: NOW + 45 * MINUTE_MS }),
    );
    expect(await counted(own)).toBe(1);
  });

  it('is not one with a step in another tab', async () => {
    const own = stage();
    await own.send(place(HOST, { tab: 1 }), submission(PERSON, { intent: 'step' }));
    await own.send(place(HOST, { tab: 2 }), submission(OTHER, { at: NOW + MINUTE_MS }));
    expect(await counted(own)).toBe(2);
  });

  it('is one with its draft of six days ago, and the draft still holds its own work', async () => {
    const own = stage();
    await own.send(place(HOST), submission(PERSON, { intent: 'draft' }));
    own.now = NOW + 6 * DAY_MS;
    const final = submission(PERSON, { at: own.now, startedAt: own.now - 30_000 });
    await own.send(place(HOST), final);
    expect(await counted(own)).toBe(1);
    const [draft, last] = await stored(own);
    expect(last?.continues).toBe(draft?.id);
    expect(draft?.fields).toHaveLength(3);
  });

  it('takes the place of a draft saved in the same stretch of work', async () => {
    const own = stage();
    const from = place(HOST);
    await own.send(from, submission(PERSON, { intent: 'draft', at: NOW }));
    own.now = NOW + 5 * MINUTE_MS;
    await own.send(from, submission(PERSON, { at: own.now, startedAt: NOW - 60_000 }));
    const [draft, final] = await stored(own);
    expect(draft).toMatchObject({ fields: [], fillingMs: 0, outcome: 'accepted' });
    expect(final).toMatchObject({ continues: draft?.id, fillingMs: 50_000 });
    expect((await readUnjudged(own.database)).map(({ submission: id }) => id)).toEqual([final?.id]);
  });

  it('is not one with the draft of another household', async () => {
    const own = stage();
    await own.send(place(HOST), submission(PERSON, { intent: 'draft' }));
    own.now = NOW + DAY_MS;
    await own.send(place(HOST), submission(OTHER, { at: own.now }));
    expect(await counted(own)).toBe(2);
  });

  it('completes each draft once: two drafts and two finals are two submissions', async () => {
    const own = stage();
    own.stored = { consent: { level: 'times', at: NOW, textVersion: 1 } };
    for (const [minutes, intent] of [
      [0, 'draft'],
      [10, 'draft'],
      [20, 'final'],
      [30, 'final'],
    ] as const) {
      own.now = NOW + minutes * MINUTE_MS;
      await own.send(place(HOST), submission(PERSON, { intent, at: own.now, startedAt: own.now }));
    }
    expect(await counted(own)).toBe(2);
  });

  it('takes a later proof of the same action, and no later doubt', async () => {
    const own = stage();
    const from = place(HOST);
    const told = submission(PERSON, { outcome: 'unproven', score: 1 });
    await own.send(from, told);
    expect(await stored(own)).toMatchObject([{ outcome: 'unproven' }]);
    await own.send(from, { ...told, outcome: 'accepted', score: 4 });
    await own.send(from, { ...told, outcome: 'refused', score: -2 });
    expect(await stored(own)).toMatchObject([{ outcome: 'accepted', score: 4 }]);
  });

  it('keeps nothing of the content of an attempt', async () => {
    const own = stage();
    await own.send(place(HOST), submission(PERSON, { outcome: 'refused', score: -2 }));
    const [attempt] = await stored(own);
    expect(attempt?.fields).toHaveLength(3);
    for (const one of attempt?.fields ?? []) expect(one.digest ?? one.anyDigest).toBeUndefined();
    expect(await readUnjudged(own.database)).toEqual([]);
  });

  it('keeps an import, a prefilled field and a script’s field apart by how they came', async () => {
    const own = stage();
    const told = submission({ ...PERSON, 系统编号: 'QS-2026-000117' });
    const hows = ['imported', 'prefilled', 'typed', 'script'] as const;
    const entries = told.entries.map((entry, index) => ({
      ...entry,
      how: hows[index] ?? 'typed',
    }));
    await own.send(place(HOST), { ...told, entries });
    const [kept] = await stored(own);
    expect(kept?.fields.map(({ how, digest }) => [how, digest !== undefined])).toEqual([
      ['imported', true],
      ['prefilled', true],
      ['typed', true],
      ['script', false],
    ]);
  });

  it('never digests a password, whatever it is called', async () => {
    const own = stage();
    const told = submission({ 姓名: '张建国' });
    const fields = [field('姓名', { control: 'password' })];
    await own.send(place(HOST), { ...told, form: { ...told.form, fields } });
    expect((await stored(own))[0]?.fields[0]?.digest).toBeUndefined();
  });

  it('keeps the rows of a grid apart', async () => {
    const own = stage();
    const told = submission({ 姓名: '张建国', 联系电话: '199 0000 1234' });
    const fields = [field('姓名', { row: 0 }), field('姓名', { row: 1 })];
    await own.send(place(HOST), { ...told, form: { ...told.form, fields } });
    expect((await stored(own))[0]?.fields.map(({ row }) => row)).toEqual([0, 1]);
  });
});

describe('a pending submission', () => {
  it.each([
    ['a page that says so', resultPage({ outcome: 'success' }), 'accepted'],
    ['a page that the post led to', resultPage(), 'accepted'],
    ['a page that tells of failure', resultPage({ outcome: 'failure' }), 'refused'],
    ['going back', resultPage({ arrival: 'back-forward' }), 'unproven'],
    ['a login', resultPage({ login: true }), 'unproven'],
    ['a list with another form', resultPage({ form: formOf({ 关键字: '' }, 1) }), 'accepted'],
    ['its own form, empty', resultPage({ form: formOf(PERSON, 0) }), 'accepted'],
    ['its own form with what was entered', resultPage({ form: formOf(PERSON, 3) }), 'unproven'],
  ])('is settled by %s', async (_name, page, outcome) => {
    const own = stage();
    await own.send(place(HOST), submission(PERSON, { outcome: 'pending', score: 1 }));
    await own.send(place(HOST), page);
    expect(await stored(own)).toMatchObject([{ outcome }]);
    expect(await readUnjudged(own.database)).toHaveLength(outcome === 'accepted' ? 1 : 0);
    const keepsDigests = outcome === 'accepted';
    expect((await stored(own))[0]?.fields[0]?.digest !== undefined).toBe(keepsDigests);
  });

  it.each([
    ['that followed no answer', [], resultPage({ arrival: 'reload' }), 'unproven'],
    [
      'that the page did itself after an answer',
      ['network-ok'],
      resultPage({ arrival: 'reload' }),
      'accepted',
    ],
    [
      'after which what was entered stands there still',
      ['network-ok'],
      resultPage({ arrival: 'reload', form: formOf(PERSON, 3) }),
      'unproven',
    ],
    [
      'that asks for a login',
      ['network-ok'],
      resultPage({ arrival: 'reload', login: true }),
      'unproven',
    ],
  ])('is settled by a reload %s', async (_name, evidence, page, outcome) => {
    const own = stage();
    await own.send(place(HOST), submission(PERSON, { outcome: 'pending', score: 1, evidence }));
    await own.send(place(HOST), page);
    expect(await stored(own)).toMatchObject([{ outcome }]);
  });

  it('is not settled by its own document, nor by another frame or tab', async () => {
    const own = stage();
    const from = place(HOST, { frame: 2 });
    await own.send(from, submission(PERSON, { outcome: 'pending' }));
    await own.send(from, resultPage({ outcome: 'success' }));
    await own.send(place(HOST, { frame: 21 }), resultPage({ outcome: 'success' }));
    await own.send(place(HOST, { tab: 9, frame: 2 }), resultPage({ outcome: 'success' }));
    expect(await stored(own)).toMatchObject([{ outcome: 'pending' }]);
  });

  it('is awaited by the next document of its frame and by a new top document only', async () => {
    const own = stage();
    const from = place(HOST, { frame: 2 });
    const told = submission(PERSON, { outcome: 'pending' });
    const asks = (tab: number, frame: number, observer = randomId()) =>
      isSubmissionPending(own.database, { tab, frame, observer });
    expect(await asks(1, 2)).toBe(false);
    await own.send(from, told);
    expect(await asks(1, 2)).toBe(true);
    expect(await asks(1, 0)).toBe(true);
    expect(await asks(1, 21)).toBe(false);
    expect(await asks(2, 0)).toBe(false);
    expect(await asks(1, 2, from.observer)).toBe(false);
    await own.send(place(HOST, { frame: 2 }), resultPage());
    expect(await asks(1, 0)).toBe(false);
  });

  it('is settled by a new top document, which has replaced its frame', async () => {
    const own = stage();
    await own.send(place(HOST, { frame: 2 }), submission(PERSON, { outcome: 'pending' }));
    await own.send(place(HOST), resultPage({ outcome: 'success' }));
    expect(await stored(own)).toMatchObject([{ outcome: 'accepted' }]);
  });

  it('stays with its own platform when the next page belongs to another', async () => {
    const own = stage();
    await own.send(place(HOST), submission(PERSON, { outcome: 'pending' }));
    await own.send(place('oa.qingshan.gov.cn'), resultPage());
    expect(await stored(own)).toMatchObject([{ platform: HOST, outcome: 'accepted' }]);
  });

  it('stays unproven when no document tells within ten minutes', async () => {
    const own = stage();
    await own.send(place(HOST), submission(PERSON, { outcome: 'pending' }));
    await settleStale(own.database, NOW + 9 * MINUTE_MS);
    expect(await stored(own)).toMatchObject([{ outcome: 'pending' }]);
    await settleStale(own.database, NOW + 10 * MINUTE_MS);
    expect(await stored(own)).toMatchObject([{ outcome: 'unproven' }]);
    await own.send(place(HOST), resultPage({ outcome: 'success' }));
    expect(await stored(own)).toMatchObject([{ outcome: 'unproven' }]);
  });

  it('is settled by its own observer, which stayed after all', async () => {
    const own = stage();
    const from = place(HOST);
    const told = submission(PERSON, { outcome: 'pending' });
    await own.send(from, told);
    await own.send(from, { ...told, outcome: 'refused', score: -3 });
    await own.send(place(HOST), resultPage({ outcome: 'success' }));
    expect(await stored(own)).toMatchObject([{ outcome: 'refused' }]);
  });
});

function formOf(values: Readonly<Record<string, string>>, prefilled: number) {
  const { form } = submission(values, { id: randomId() });
  return {
    ...form,
    fields: form.fields.map((one, index) => ({ ...one, prefilled: index < prefilled })),
  };
}
