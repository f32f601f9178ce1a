import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordMessage } from '../../../entrypoints/background/record';
import type { Observation } from '../../../utils/domain/observation';
import { EXTENSION_ID, NOW, place, senderOf, stage, submission } from './record-fixture';

const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);
const PERSON = { 姓名: '张建国', 身份证号: '990101198001010014' };
const GOOD = {
  type: 'observation',
  version: 1,
  observer: '0123456789abcdef01234567',
  sequence: 0,
  sentAt: NOW,
  observations: [submission(PERSON)] as readonly Observation[],
};

/** What is kept by any message that was refused: nothing but a note that one was. */
async function keptBy(message: unknown, sender: object): Promise<readonly string[]> {
  const own = stage();
  const answer = await recordMessage(message, sender, own.dependencies);
  expect(answer.accepted).toBe(false);
  await own.database.open();
  const kept: string[] = [];
  for (const table of own.database.tables) {
    if (table.name !== 'faults' && (await table.count()) > 0) kept.push(table.name);
  }
  own.database.close();
  return kept;
}

/** One place somewhere in a message replaced by whatever. */
function spoilt(value: unknown, path: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined || path.length === 0) return by;
  const below = spoilt((value as Record<string, unknown>)[key], path.slice(1), by);
  return Array.isArray(value)
    ? value.map((one, index) => (String(index) === key ? below : one))
    : { ...value, [key]: below };
}

describe('a message of a hostile sender', () => {
  it.each([
    ['another extension', { id: 'ponmlkjihgfedcba' }],
    ['no extension at all', { id: undefined }],
    ['no tab', { tab: undefined }],
    ['no frame', { frameId: undefined }],
    ['a page that is only prerendered', { documentLifecycle: 'prerender' }],
    ['a private window', { tab: { id: 1, url: 'http://a.gov.cn/', incognito: true } }],
    [
      'a site off the list',
      {
        url: 'http://a.example.com/',
        origin: 'http://a.example.com',
        tab: { id: 1, url: 'http://a.example.com/' },
      },
    ],
    [
      'a local file',
      { url: 'file:///etc/passwd', origin: 'null', tab: { id: 1, url: 'file:///etc/passwd' } },
    ],
    [
      'an own page',
      {
        url: `chrome-extension://${EXTENSION_ID}/report.html`,
        origin: `chrome-extension://${EXTENSION_ID}`,
        tab: { id: 1, url: `chrome-extension://${EXTENSION_ID}/report.html` },
      },
    ],
    [
      'an address that is none',
      { url: 'http://', origin: 'x', tab: { id: 1, url: 'javascript:1' } },
    ],
  ])('leaves nothing: %s', async (_name, change) => {
    expect(await keptBy(GOOD, { ...senderOf(place('a.gov.cn')), ...change })).toEqual([]);
  });

  it('cannot say by itself where it comes from', async () => {
    const lies = { ...GOOD, url: 'http://a.gov.cn/', platform: 'a.gov.cn', sender: {} };
    expect(await keptBy(lies, senderOf(place('a.gov.cn')))).toEqual([]);
  });
});

describe('a message that is none', () => {
  it('leaves nothing, whichever place in it was spoilt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(40), { maxLength: 6 }),
        fc.oneof(
          fc.anything(),
          fc.constantFrom<unknown>(
            Number.NaN,
            Number.POSITIVE_INFINITY,
            -1,
            1e300,
            '\uD800',
            {},
            [],
            null,
            { toString: null },
          ),
        ),
        async (path, by) => {
          const own = stage();
          const message = spoilt(GOOD, path, by);
          const answer = await recordMessage(
            message,
            senderOf(place('a.gov.cn')),
            own.dependencies,
          );
          if (!answer.accepted) {
            await own.database.open();
            expect(await own.database.submissions.count()).toBe(0);
            expect(await own.database.digests.count()).toBe(0);
          }
          expect(own.faults).toEqual([]);
          own.database.close();
        },
      ),
      { numRuns: Math.min(RUNS / 5, 5_000) },
    );
  });

  it('is told as one fault, however many come', async () => {
    const own = stage();
    const sender = senderOf(place('a.gov.cn'));
    for (let index = 0; index < 50; index += 1)
      await recordMessage({ ...GOOD, sequence: index, extra: index }, sender, own.dependencies);
    const faults = await own.database.faults.toArray();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: 'page-unreadable', count: 50 });
  });

  it('does not hold up the one that comes after it', async () => {
    const own = stage();
    const sender = senderOf(place('a.gov.cn'));
    const answers = await Promise.all([
      recordMessage({ ...GOOD, observations: 'x'.repeat(1_000_000) }, sender, own.dependencies),
      recordMessage(GOOD, sender, own.dependencies),
    ]);
    expect(answers.map(({ accepted }) => accepted)).toEqual([false, true]);
    expect(await own.database.submissions.count()).toBe(1);
  });

  it('cannot write the same twice by sending it again', async () => {
    const own = stage();
    const sender = senderOf(place('a.gov.cn'));
    for (let times = 0; times < 3; times += 1) await recordMessage(GOOD, sender, own.dependencies);
    expect(await own.database.submissions.count()).toBe(1);
  });
});
