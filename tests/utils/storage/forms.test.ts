import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { FormObservation } from '../../../utils/domain/observation';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { field, NOW, place, stage } from '../../entrypoints/background/record-fixture';

function form(labels: readonly string[], heading?: string): FormObservation {
  return {
    kind: 'form',
    at: NOW,
    form: {
      library: 'layui',
      container: 'form',
      ...(heading === undefined ? {} : { heading }),
      fields: labels.map((label) => field(label)),
    },
  };
}

const HOST = 'a.gov.cn';

async function labels(own: ReturnType<typeof stage>): Promise<readonly (string | undefined)[]> {
  return (await own.database.forms.toArray()).flatMap(({ fields }) =>
    fields.map(({ label }) => label),
  );
}

describe('a form', () => {
  it('keeps the text of a label that is in the dictionary, and of no other', async () => {
    const own = stage();
    await own.send(place(HOST), form(['姓名', '张建国家的情况']));
    expect(await labels(own)).toEqual(['姓名', undefined]);
    await own.send(place(HOST), form(['姓名', '张建国家的情况']));
    expect(await labels(own)).toEqual(['姓名', undefined]);
  });

  it('keeps an unknown label that is seen on a second day', async () => {
    const own = stage();
    await own.send(place(HOST), form(['姓名', '网格事项']));
    own.now = NOW + DAY_MS;
    await own.send(place(HOST), { ...form(['姓名', '网格事项']), at: own.now });
    expect(await labels(own)).toEqual(['姓名', '网格事项']);
  });

  it('never keeps a label that looks like a number of a person', async () => {
    const own = stage();
    const told = form(['19900001234 的回访', '990101198001010014']);
    await own.send(place(HOST), told);
    own.now = NOW + DAY_MS;
    await own.send(place(HOST), { ...told, at: own.now });
    expect(await labels(own)).toEqual([undefined, undefined]);
  });

  it('is one form on any day, and keeps when it was seen first and last', async () => {
    const own = stage();
    await own.send(place(HOST), form(['姓名', '联系电话']));
    own.now = NOW + 3 * DAY_MS;
    await own.send(place(HOST), { ...form(['联系电话', '姓名', '姓名']), at: own.now });
    const all = await own.database.forms.toArray();
    expect(all).toMatchObject([{ platform: HOST, firstSeenAt: NOW, lastSeenAt: own.now }]);
  });

  it('is another form on another platform', async () => {
    const own = stage();
    await own.send(place(HOST), form(['姓名', '联系电话']));
    await own.send(place('b.gov.cn'), form(['姓名', '联系电话']));
    const all = await own.database.forms.toArray();
    expect(all).toHaveLength(2);
    expect(all[0]?.signature).toBe(all[1]?.signature);
  });

  it('keeps a heading only where every word of it is in the dictionary', async () => {
    const own = stage();
    await own.send(place(HOST), form(['姓名', '联系电话'], '张建国的低保申请'));
    expect((await own.database.forms.toArray())[0]?.heading).toBeUndefined();
    await own.send(place(HOST), form(['姓名', '联系电话'], '低保申请'));
    expect((await own.database.forms.toArray())[0]?.heading).toBe('低保申请');
  });

  it('takes labels that mean something to objects for what they are', async () => {
    const own = stage();
    await own.send(place(HOST), form(['constructor', '__proto__', 'toString']));
    expect((await own.database.forms.toArray())[0]?.fields).toHaveLength(3);
  });
});
