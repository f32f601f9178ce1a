import 'fake-indexeddb/auto';
import { gunzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../utils/domain/observation';
import { randomId } from '../../../utils/domain/random-id';
import { DAY_MS } from '../../../utils/domain/time-constants';
import { unsealed } from '../../../utils/storage/backup-seal';
import { Database } from '../../../utils/storage/database';
import { exportEverything } from '../../../utils/storage/export-everything';
import { judgeUnjudged } from '../../../utils/storage/judge-submissions';
import { restoreBackup } from '../../../utils/storage/restore-backup';
import { writeBackup } from '../../../utils/storage/write-backup';
import { coats } from '../../coats';
import {
  field,
  NOW,
  place,
  type Stage,
  stage,
  submission,
} from '../../entrypoints/background/record-fixture';

/** What must never be found: values, names, addresses, titles, texts of a page. */
const CANARIES = {
  name: '张建国',
  id: '990101198001010014',
  phone: '199 0000 1234',
  plainPhone: '19900001234',
  address: '青山镇柳河村三组12号',
  label: '王五家的养殖棚',
  heading: '李秀英救助申请',
  object: '关于柳河村走访的通知',
  title: '柳河村民情日记第十七期',
  column: '柳河村廉政专栏',
  siteName: '青山镇政府官网',
  copied: '柳河村三组共有脱贫户十二户',
  path: '/apply/edit?id=7',
  fileDigest: 'ab12'.repeat(16),
  blob: 'blob:http://mz.qingshan.gov.cn/3f1c-canary',
  fieldName: 'canaryModelKey',
} as const;

const HOST = 'mz.qingshan.gov.cn';

function everything(at: number): readonly Observation[] {
  const told = submission(
    {
      姓名: CANARIES.name,
      身份证号: CANARIES.id,
      联系电话: CANARIES.phone,
      [CANARIES.label]: CANARIES.address,
    },
    { at },
  );
  const form = {
    ...told.form,
    heading: CANARIES.heading,
    fields: told.form.fields.map((one) => ({ ...one, name: CANARIES.fieldName })),
  };
  return [
    { kind: 'form', at, form },
    { ...told, form },
    submission(
      { 姓名: CANARIES.name },
      { at, outcome: 'pending', form: { ...form, fields: [field('姓名')] } },
    ),
    submission({ 联系电话: CANARIES.phone }, { at, outcome: 'refused' }),
    {
      kind: 'upload',
      id: randomId(),
      at,
      via: 'chooser',
      fileKind: 'image',
      sizeBytes: 9_000,
      screenshot: false,
      label: CANARIES.label,
      blobUrl: CANARIES.blob,
      contentDigest: CANARIES.fileDigest,
    },
    {
      kind: 'action',
      id: randomId(),
      at,
      action: 'read-confirm',
      outcome: 'done',
      score: 3,
      evidence: [],
      count: 1,
      object: CANARIES.object,
      cues: [],
      exempt: false,
    },
    {
      kind: 'page-signs',
      at,
      pageClass: 'home',
      title: CANARIES.title,
      siteId: '9900000001',
      siteName: CANARIES.siteName,
      columns: [{ title: CANARIES.column, type: 'notice', items: 3, blank: false }],
      state: 'normal',
      cues: [],
      complaintEntry: false,
      forcedSeconds: 0,
    },
    { kind: 'transfer', at, move: 'copy', text: CANARIES.copied },
    { kind: 'transfer', at, move: 'export' },
  ];
}

async function allThatIsKept(own: Stage): Promise<string> {
  const parts: string[] = [];
  for (const table of own.database.tables) {
    parts.push(
      JSON.stringify(await table.toArray()),
      JSON.stringify(await table.toCollection().keys()),
    );
  }
  return parts.join('\n');
}

async function run(level: 'values' | 'times'): Promise<Stage> {
  const own = stage({ judge: (database) => judgeUnjudged(database, () => undefined) });
  own.stored = { consent: { level, at: NOW, textVersion: 1 } };
  await own.send(place(HOST), ...everything(NOW));
  await own.send(place('oa.qingshan.gov.cn', { tab: 2 }), ...everything(NOW));
  await own.send(place('oa.qingshan.gov.cn', { tab: 3 }), {
    kind: 'transfer',
    at: NOW,
    move: 'paste',
    text: CANARIES.copied,
  });
  return own;
}

describe('what is kept', () => {
  it.each(['values', 'times'] as const)(
    'with consent to %s holds no canary in any coat',
    async (level) => {
      const own = await run(level);
      const kept = await allThatIsKept(own);
      expect(kept.length).toBeGreaterThan(5_000);
      for (const [name, canary] of Object.entries(CANARIES)) {
        for (const coat of coats(canary))
          expect(kept.includes(coat), `${name}: ${coat}`).toBe(false);
      }
    },
  );

  it('is exported without any canary, digest or key', async () => {
    const own = await run('values');
    const text = await exported(own);
    expect(JSON.parse(text).submissions).toHaveLength(6);
    for (const canary of Object.values(CANARIES)) {
      for (const coat of coats(canary)) expect(text.includes(coat)).toBe(false);
    }
    const digests = await digestsIn(own);
    expect(digests.size).toBeGreaterThan(10);
    for (const digest of digests) expect(text.includes(digest), digest).toBe(false);
    expect(text).not.toMatch(/digest|"key"|sketch|pictureHashes/i);
  });

  it('is backed up without any canary, digest of a value or key, and restored whole', async () => {
    const own = await run('values');
    const work = { signal: new AbortController().signal, progress: () => undefined };
    const options = { passphrase: 'ten letters', now: NOW, iterations: 10 };
    const file = await writeBackup(own.database, {}, options, work);
    const parts: Uint8Array[] = [];
    for await (const { bytes } of unsealed(file, options.passphrase)) parts.push(bytes);
    const text = strFromU8(gunzipSync(Buffer.concat(parts)));
    for (const canary of Object.values(CANARIES)) {
      for (const coat of coats(canary)) expect(text.includes(coat)).toBe(false);
    }
    const { submissions, uploads, digests } = own.database;
    const values = [
      ...(await submissions.toArray()).flatMap(({ fields }) =>
        fields.flatMap(({ digest, anyDigest }) => [digest, anyDigest]),
      ),
      ...(await uploads.toArray()).flatMap(({ digest, pictureHashes = [], sketch = [] }) => [
        digest,
        ...pictureHashes,
        ...sketch,
      ]),
    ].filter((digest) => digest !== undefined);
    expect(values.length).toBeGreaterThan(10);
    expect(await digests.count()).toBeGreaterThan(0);
    for (const digest of values) expect(text.includes(digest), digest).toBe(false);
    const target = new Database('restored-canary');
    const zone = 'Asia/Shanghai';
    await restoreBackup(target, file, { ...options, zone }, work);
    for (const name of ['submissions', 'forms', 'uploads', 'actions', 'pageSigns', 'intervals']) {
      const [there, here] = [own.database.table(name), target.table(name)];
      expect(await here.count(), name).toBe(await there.count());
    }
    expect(await target.digests.count()).toBe(0);
    expect(await target.keys.count()).toBe(0);
    target.close();
  });

  it('tells files, labels and columns apart in the export all the same', async () => {
    const own = await run('values');
    const data = JSON.parse(await exported(own)) as Record<string, Record<string, unknown>[]>;
    expect(data.uploads?.map(({ contentNumber }) => contentNumber)).toEqual(['file-1', 'file-1']);
    const columns = data.pageSigns?.flatMap(({ columns: all }) => all as { titleNumber: string }[]);
    expect(columns?.map(({ titleNumber }) => titleNumber)).toEqual(['column-1', 'column-1']);
  });

  it('on a second day is the label alone that stood there on both', async () => {
    const own = await run('values');
    own.now = NOW + DAY_MS;
    await own.send(place(HOST), ...everything(own.now));
    const kept = await allThatIsKept(own);
    expect(kept.includes(CANARIES.label)).toBe(true);
    for (const name of ['name', 'id', 'phone', 'address', 'heading', 'title', 'object'] as const) {
      expect(kept.includes(CANARIES[name]), name).toBe(false);
    }
  });
});

async function exported(own: Stage): Promise<string> {
  const work = { signal: new AbortController().signal, progress: () => undefined };
  return (await exportEverything(own.database, work)).text();
}

/** Every digest that is stored anywhere. */
async function digestsIn(own: Stage): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && /^[\w-]{16}$/.test(value)) found.add(value);
    else if (Array.isArray(value)) for (const one of value) look(one);
    else if (typeof value === 'object' && value !== null)
      for (const one of Object.values(value)) look(one);
  };
  for (const name of ['submissions', 'forms', 'uploads', 'actions', 'pageSigns', 'digests']) {
    for (const row of await own.database.table(name).toArray()) look(row);
  }
  // Words of our own have sixteen letters too now and then; digests hold digits or capitals.
  return new Set([...found].filter((one) => /[0-9A-Z]/.test(one)));
}
