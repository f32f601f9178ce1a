import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ActionObservation, ResultPageObservation } from '../../../utils/domain/observation';
import { randomId } from '../../../utils/domain/random-id';
import { SECOND_MS } from '../../../utils/domain/time-constants';
import { isActionLeft, labelAction } from '../../../utils/storage/actions';
import { NOW, place, stage } from '../../entrypoints/background/record-fixture';

function action(change: Partial<ActionObservation> = {}): ActionObservation {
  return {
    kind: 'action',
    id: randomId(),
    at: NOW,
    action: 'check-in',
    outcome: 'done',
    score: 3,
    evidence: ['text-changed'],
    count: 1,
    cues: [],
    exempt: false,
    ...change,
  };
}

const HOST = 'grid.qingshan.gov.cn';

describe('an action', () => {
  it('is one within sixty seconds, whatever frame or document tells of it', async () => {
    const own = stage();
    own.now = NOW + 120 * SECOND_MS;
    await own.send(place(HOST), action());
    await own.send(place(HOST, { frame: 3 }), action({ at: NOW + 59 * SECOND_MS }));
    expect(await own.database.actions.count()).toBe(1);
    await own.send(place(HOST), action({ at: NOW + 60 * SECOND_MS }));
    expect(await own.database.actions.count()).toBe(2);
  });

  it('is another one on another object, of another kind, on another platform', async () => {
    const own = stage();
    await own.send(place(HOST), action({ action: 'read-confirm', object: '关于防汛的通知' }));
    await own.send(place(HOST), action({ action: 'read-confirm', object: '关于秋收的通知' }));
    await own.send(place(HOST), action({ action: 'like', object: '关于秋收的通知' }));
    await own.send(
      place('oa.qingshan.gov.cn'),
      action({ action: 'like', object: '关于秋收的通知' }),
    );
    expect(await own.database.actions.count()).toBe(4);
  });

  it('is the same one where the object is written with other spaces', async () => {
    const own = stage();
    await own.send(place(HOST), action({ object: '关于防汛的通知' }));
    await own.send(place(HOST), action({ object: ' 关于防汛的 通知' }));
    expect(await own.database.actions.count()).toBe(1);
  });

  it('grows out of an attempt when the proof comes', async () => {
    const own = stage();
    const told = action({ outcome: 'attempt', score: 1, evidence: [], cues: ['quota'] });
    await own.send(place(HOST), told);
    await own.send(
      place(HOST),
      action({ at: NOW + 5 * SECOND_MS, count: 50, cues: ['deadline'], exempt: true }),
    );
    expect(await own.database.actions.toArray()).toEqual([
      {
        id: told.id,
        platform: HOST,
        at: NOW,
        action: 'check-in',
        outcome: 'done',
        score: 3,
        evidence: ['text-changed'],
        count: 50,
        cues: ['quota', 'deadline'],
        exempt: true,
      },
    ]);
  });

  it('does not shrink to an attempt', async () => {
    const own = stage();
    await own.send(place(HOST), action());
    await own.send(place(HOST), action({ outcome: 'attempt', score: 0 }));
    expect(await own.database.actions.toArray()).toMatchObject([{ outcome: 'done', score: 3 }]);
  });

  it('keeps a digest of its object with consent to comparison, and none without', async () => {
    const own = stage();
    await own.send(place(HOST), action({ object: '关于防汛的通知' }));
    own.stored = { consent: { level: 'times', at: NOW, textVersion: 1 } };
    await own.send(place(HOST), action({ object: '关于秋收的通知' }));
    const kept = await own.database.actions.toArray();
    expect(kept.map(({ objectDigest }) => objectDigest?.length).sort()).toEqual([16, undefined]);
  });

  it('keeps the label that the person gave it', async () => {
    const own = stage();
    const told = action();
    await own.send(place(HOST), told);
    await own.database.actions.update(told.id, { ownLabel: 'required' });
    await own.send(place(HOST), action({ at: NOW + SECOND_MS }));
    expect(await own.database.actions.toArray()).toMatchObject([{ ownLabel: 'required' }]);
  });
});

describe('an action whose document went first', () => {
  const left = () => action({ outcome: 'attempt', score: 0, evidence: ['page-left'] });
  const page = (change: Partial<ResultPageObservation> = {}): ResultPageObservation => ({
    kind: 'result-page',
    at: NOW,
    outcome: 'success',
    arrival: 'navigate',
    login: false,
    ...change,
  });

  it('is done when the next document of its frame says that it succeeded', async () => {
    const own = stage();
    await own.send(place(HOST, { frame: 3 }), left());
    await own.send(place(HOST, { frame: 3 }), page());
    expect(await own.database.actions.toArray()).toEqual([
      expect.objectContaining({ outcome: 'done', evidence: ['page-left', 'result-success'] }),
    ]);
  });

  it.each([
    ['says nothing', page({ outcome: 'none' })],
    ['says that it failed', page({ outcome: 'failure' })],
    ['was only reloaded', page({ arrival: 'reload' })],
    ['was gone back to', page({ arrival: 'back-forward' })],
  ])('stays an attempt when the next document %s', async (_says, next) => {
    const own = stage();
    await own.send(place(HOST), left());
    await own.send(place(HOST), next);
    await own.send(place(HOST), page());
    expect(await own.database.actions.toArray()).toEqual([
      expect.objectContaining({ outcome: 'attempt' }),
    ]);
  });

  it('is awaited by the next document of its frame, once', async () => {
    const own = stage();
    const from = place(HOST, { frame: 3 });
    await own.send(from, left());
    expect(await isActionLeft(own.database, { tab: 1, frame: 3 })).toBe(true);
    expect(await isActionLeft(own.database, { tab: 1, frame: 0 })).toBe(false);
    await own.send(place(HOST, { frame: 3 }), page());
    expect(await isActionLeft(own.database, { tab: 1, frame: 3 })).toBe(false);
  });

  it('stays an attempt when another frame succeeds, or half a minute has passed', async () => {
    const own = stage();
    await own.send(place(HOST), left());
    await own.send(place(HOST, { frame: 5 }), page());
    own.now = NOW + 31 * SECOND_MS;
    await own.send(place(HOST), page());
    expect(await own.database.actions.toArray()).toEqual([
      expect.objectContaining({ outcome: 'attempt' }),
    ]);
  });
});

describe('the person’s own label of an action', () => {
  it('stands beside it, whatever is told of the action later, and can be taken back', async () => {
    const own = stage();
    const told = action({ outcome: 'attempt', score: 1, evidence: [] });
    await own.send(place(HOST), told);
    await labelAction(own.database, told.id, 'required');
    await own.send(place(HOST), { ...told, outcome: 'done', score: 3 });
    expect(await own.database.actions.toArray()).toMatchObject([
      { ownLabel: 'required', outcome: 'done' },
    ]);
    await labelAction(own.database, told.id, undefined);
    expect(await own.database.actions.get(told.id)).not.toHaveProperty('ownLabel');
  });
});
