import type { Page } from 'playwright-core';
import type { Action, Interval, Platform, Submission, Upload } from '../../utils/domain/records';
import { DAY_MS, MINUTE_MS } from '../../utils/domain/time-constants';
import { dayKeyAt } from '../../utils/domain/zone';

const ZONE = 'Asia/Shanghai';

/** A fortnight's work on two platforms, as records by table. */
export function workHistory(now: number): Readonly<Record<string, readonly object[]>> {
  const platform = (id: string, name: string, category: string): Platform => ({
    id,
    name,
    category,
    origins: [`http://${id}`],
    addedAt: now - 40 * DAY_MS,
    addedBy: 'catalogue',
    lastOpenedAt: now,
  });
  const civil = platform('mz.qingshan.gov.cn', '民政综合平台', 'civil-affairs');
  const grid = platform('wg.qingshan.gov.cn', '网格管理平台', 'grid');
  const days = Array.from({ length: 12 }, (_, day) => now - day * DAY_MS - 30 * MINUTE_MS);
  return {
    platforms: [civil, grid],
    intervals: days.map(
      (from, day): Interval => ({
        id: `interval${String(day).padStart(16, '0')}`,
        platform: day % 2 === 0 ? civil.id : grid.id,
        place: 'front',
        from,
        to: from + 12 * MINUTE_MS,
        pauses: [{ offsetMs: MINUTE_MS, lengthMs: 20_000 }],
        playing: [],
        waiting: [],
        inputMs: 6 * MINUTE_MS,
        certainty: 'confirmed',
        pageClass: 'form',
        visit: `visit${day}`,
      }),
    ),
    coverage: days.map((at) => ({ day: dayKeyAt(at, ZONE), active: [1, 2], recorded: [1, 2] })),
    forms: [civil, grid].map(({ id }) => ({
      platform: id,
      signature: 'form00000000000000000001',
      fields: ['person.name', 'person.phone', 'household.address'].map((concept) => ({
        concept,
        score: 1,
        labelDigest: `label-${concept}`,
        control: 'text',
        required: true,
      })),
      library: 'none',
      firstSeenAt: now - 40 * DAY_MS,
      lastSeenAt: now,
    })),
    submissions: days.map((at, day): Submission => {
      const again = day % 2 === 1;
      return {
        id: `submission${String(day).padStart(14, '0')}`,
        platform: again ? grid.id : civil.id,
        form: 'form00000000000000000001',
        at,
        startedAt: at - 5 * MINUTE_MS,
        outcome: 'accepted',
        score: 4,
        evidence: ['text'],
        intent: 'final',
        rework: false,
        fields: ['person.name', 'person.phone', 'household.address'].map((concept, field) => ({
          field,
          concept,
          labelDigest: `label-${concept}`,
          how: 'typed',
          digest: `Digest-of-${field}-AA`,
          entropy: 'high',
          focusMs: MINUTE_MS,
          workingMs: MINUTE_MS,
          inputMs: 30_000,
        })),
        fillingMs: 4 * MINUTE_MS,
        keyGeneration: 1,
        judgement: {
          ruleVersion: 1,
          reentered: again
            ? [0, 1, 2].map((field) => ({
                field,
                platforms: [civil.id],
                lastAts: [at - DAY_MS],
                submissions: [`submission${String(day + 1).padStart(14, '0')}`],
              }))
            : [],
          comparable: [0, 1, 2],
          fixed: [],
          rho: again ? 1 : 0,
          ...(again
            ? {
                duplicateOf: {
                  submission: `submission${String(day + 1).padStart(14, '0')}`,
                  platform: civil.id,
                },
              }
            : {}),
        },
      };
    }),
    uploads: [0, 1].map(
      (index): Upload => ({
        id: `upload000000000000000000${index}`,
        platform: index === 0 ? civil.id : grid.id,
        at: now - MINUTE_MS,
        via: 'chooser',
        fileKind: 'image',
        sizeClass: 4,
        proofMaterial: true,
        outcome: 'sent',
        digest: 'Digest-of-fileAA',
        keyGeneration: 1,
      }),
    ),
    actions: days.map(
      (at, day): Action => ({
        id: `action${String(day).padStart(18, '0')}`,
        platform: grid.id,
        at,
        action: 'check-in',
        outcome: 'done',
        score: 4,
        evidence: ['text'],
        count: 1,
        cues: [],
        exempt: false,
      }),
    ),
    diary: [{ id: 'diary0000000000000000001', day: dayKeyAt(now, ZONE), text: '纸质台账' }],
    state: [{ key: 'since', value: now - 40 * DAY_MS }],
  };
}

/** Writes records through a page of the extension, into the database that the worker has made. */
export async function writeHistory(
  page: Page,
  history: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  await page.evaluate(async (tables) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('qingzhuang');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      const transaction = database.transaction(Object.keys(tables), 'readwrite');
      for (const [name, rows] of Object.entries(tables)) {
        for (const row of rows) transaction.objectStore(name).put(row);
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
    } finally {
      database.close();
    }
  }, history);
}
