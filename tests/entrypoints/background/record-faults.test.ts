import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../utils/storage/database';
import { NOW, place, stage, submission } from './record-fixture';

const PERSON = { 姓名: '张建国', 身份证号: '990101198001010014' };

function failing(name: string): Error {
  return Object.assign(new Error(name), { name });
}

describe('recording with a faulty database', () => {
  it('asks for the message again when storage is full, notes it, and folds it when it has room', async () => {
    let full = true;
    const own = stage({
      foldPresence: async () => {
        if (full) throw failing('QuotaExceededError');
      },
    });
    const from = place('a.gov.cn');
    const observations = [submission(PERSON), presence()];
    expect(await own.send(from, ...observations)).toEqual({ accepted: false, reason: 'again' });
    expect(own.faults).toEqual(['storage-full']);
    await own.database.open();
    for (const table of own.database.tables) {
      if (table.name !== 'keys') expect(await table.count(), table.name).toBe(0);
    }
    full = false;
    from.sequence = 0;
    expect(await own.send(from, ...observations)).toEqual({ accepted: true });
    expect(await own.database.submissions.count()).toBe(1);
  });

  it('writes all of a message or nothing of it', async () => {
    const own = stage({
      foldPresence: async () => {
        throw failing('AnyError');
      },
    });
    expect(await own.send(place('a.gov.cn'), submission(PERSON), presence())).toEqual({
      accepted: false,
      reason: 'failed',
    });
    expect(await own.database.submissions.count()).toBe(0);
    expect(await own.database.platforms.count()).toBe(0);
    expect(own.faults).toEqual(['write-failed']);
  });

  it('tries once more on a new connection when the old one was closed under it', async () => {
    const own = stage();
    await own.send(place('a.gov.cn'));
    const name = own.database.name;
    let opened = 0;
    const reopened = stage({
      openDatabase: async () => {
        opened += 1;
        const database = new Database(name);
        await database.open();
        if (opened === 1) database.close();
        return database;
      },
    });
    expect(await reopened.send(place('a.gov.cn'), submission(PERSON))).toEqual({ accepted: true });
    expect(opened).toBe(2);
    expect(reopened.faults).toEqual([]);
    expect(await own.database.submissions.count()).toBe(1);
  });

  it('says that the database cannot be read, and asks for the message again', async () => {
    const own = stage({
      openDatabase: async () => {
        throw Object.assign(failing('OpenFailedError'), { inner: failing('UnknownError') });
      },
    });
    expect(await own.send(place('a.gov.cn'))).toEqual({ accepted: false, reason: 'again' });
    expect(own.faults).toEqual(['database-unreadable']);
  });

  it('gives up on a message after a failed migration, and says so', async () => {
    const own = stage({
      openDatabase: async () => {
        throw failing('UpgradeError');
      },
    });
    expect(await own.send(place('a.gov.cn'))).toEqual({ accepted: false, reason: 'failed' });
    expect(own.faults).toEqual(['migration-failed']);
  });

  it('goes on recording with a damaged package, every label unknown', async () => {
    const own = stage({
      loadRecognition: async () => {
        throw new Error('no such file');
      },
    });
    await own.send(place('a.gov.cn'), submission(PERSON));
    expect(own.faults).toEqual(['knowledge-unreadable']);
    const [kept] = await own.database.submissions.toArray();
    expect(kept?.fields).toHaveLength(2);
    expect(kept?.fields[0]).not.toHaveProperty('concept');
    expect((await own.database.forms.toArray())[0]?.fields[0]).not.toHaveProperty('label');
  });

  it('records times though what is known of fields never comes', async () => {
    let folded = 0;
    const own = stage({
      loadRecognition: () => new Promise(() => {}),
      foldPresence: async () => void folded++,
    });
    expect(await own.send(place('a.gov.cn'), presence())).toEqual({ accepted: true });
    expect(folded).toBe(1);
  });

  it('keeps what it recorded when the judgement fails, and notes that', async () => {
    const own = stage({
      judge: async () => {
        throw failing('QuotaExceededError');
      },
    });
    expect(await own.send(place('a.gov.cn'), submission(PERSON))).toEqual({ accepted: true });
    expect(own.faults).toEqual(['storage-full']);
    expect(await own.database.submissions.count()).toBe(1);
  });

  it('says so when the browser put an empty database in the place of a damaged one', async () => {
    let outside: number | undefined;
    const began = {
      read: async () => outside,
      write: async (at: number) => {
        outside = at;
      },
    };
    const own = stage({ began });
    await own.send(place('a.gov.cn'));
    await own.send(place('a.gov.cn'));
    expect(own.faults).toEqual([]);
    expect(outside).toBe(NOW);
    const replaced = stage({ began });
    await replaced.send(place('a.gov.cn'));
    expect(replaced.faults).toEqual(['records-lost']);
    await replaced.send(place('a.gov.cn'));
    expect(replaced.faults).toEqual(['records-lost']);
  });

  it('never rejects, though nothing at all works', async () => {
    const own = stage({
      readStored: async () => {
        throw new Error('gone');
      },
      storeFault: async () => {
        throw new Error('gone too');
      },
    });
    expect(await own.send(place('a.gov.cn'))).toEqual({ accepted: false, reason: 'failed' });
    // And the next message is not held up by it.
    expect(await stage().send(place('a.gov.cn'))).toEqual({ accepted: true });
  });

  it('records nothing after consent was withdrawn while a message was on its way', async () => {
    const own = stage({
      openDatabase: async () => {
        own.stored = {};
        throw failing('DatabaseClosedError');
      },
    });
    expect(await own.send(place('a.gov.cn'))).toEqual({ accepted: false, reason: 'no-consent' });
  });
});

function presence() {
  return {
    kind: 'presence',
    cause: 'start',
    at: NOW,
    since: NOW,
    visible: true,
    focused: true,
    edges: [],
    inputs: [],
    inputWindows: [],
    media: [],
    waiting: [],
    pageClass: 'form',
  } as const;
}
