import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { answerHint } from '../../../entrypoints/background/answer-hint';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { field, NOW, place, type Stage, senderOf, stage, submission } from './record-fixture';

const VALUES = { 联系电话: '199 0000 1234', 网格事项: '甲类事项登记' };

/** Three platforms have asked for a telephone number this week, one of them last week only. */
async function asked(): Promise<Stage> {
  const own = stage({});
  own.stored = { ...own.stored, settings: { hint: true } };
  const recognition = await own.dependencies.loadRecognition();
  Object.assign(own.dependencies, {
    loadRecognition: async () => ({
      ...recognition,
      concepts: (key: string) =>
        key === 'person.phone'
          ? { id: key, family: key, entropy: 'high', shape: 'phone', meta: false, generic: false }
          : undefined,
    }),
  });
  for (const host of ['a.gov.cn', 'b.gov.cn']) await own.send(place(host), submission(VALUES));
  await own.send(place('c.gov.cn'), submission(VALUES, { at: NOW - 8 * DAY_MS }));
  await own.send(place('d.gov.cn'), submission(VALUES, { outcome: 'refused' }));
  return own;
}

const ask = (own: Stage, host: string, label: string) =>
  answerHint({ type: 'hint', field: field(label) }, senderOf(place(host)), own.dependencies);

describe('answerHint', () => {
  it('counts the other platforms on which the data item was accepted this week', async () => {
    const own = await asked();
    expect(await ask(own, 'e.gov.cn', '联系电话')).toBe(2);
    expect(await ask(own, 'a.gov.cn', '联系电话')).toBe(1);
    expect(await ask(own, 'e.gov.cn', '姓名')).toBe(0);
  });

  it('knows an unknown label again by its digest', async () => {
    const own = await asked();
    expect(await ask(own, 'b.gov.cn', '网格事项')).toBe(1);
    expect(await ask(own, 'b.gov.cn', '另一事项')).toBe(0);
  });

  it('answers nothing while it is off, paused, or asked from elsewhere', async () => {
    const own = await asked();
    const { stored } = own;
    expect(await ask(own, 'shop.example', '联系电话')).toBe(0);
    own.stored = { ...stored, pause: { until: 'resumed' } };
    expect(await ask(own, 'e.gov.cn', '联系电话')).toBe(0);
    own.stored = { ...stored, settings: {} };
    expect(await ask(own, 'e.gov.cn', '联系电话')).toBe(0);
  });

  it('refuses a question that holds anything but what the field is called', async () => {
    const own = await asked();
    const sender = senderOf(place('e.gov.cn'));
    const question = { type: 'hint', field: { ...field('联系电话'), value: '199' } };
    expect(await answerHint(question, sender, own.dependencies)).toBe(0);
  });

  it('keeps nothing of the question', async () => {
    const own = await asked();
    const all = async () =>
      JSON.stringify(await Promise.all(own.database.tables.map((table) => table.toArray())));
    const before = await all();
    await ask(own, 'e.gov.cn', '另一事项');
    expect(await all()).toBe(before);
  });
});
