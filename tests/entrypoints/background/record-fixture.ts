import 'fake-indexeddb/auto';
import type { RecognisedField, Recognition } from '../../../entrypoints/background/recognition';
import type {
  MessageSender,
  RecordAnswer,
  RecordDependencies,
} from '../../../entrypoints/background/record';
import { recordMessage } from '../../../entrypoints/background/record';
import type {
  FieldReading,
  Observation,
  SubmissionObservation,
} from '../../../utils/domain/observation';
import { NO_POLICY } from '../../../utils/domain/policy';
import { randomId } from '../../../utils/domain/random-id';
import type { DigestRow } from '../../../utils/domain/records';
import type { StoredSettings } from '../../../utils/domain/settings';
import { decodeDigest } from '../../../utils/storage/compact-digest';
import { Database } from '../../../utils/storage/database';

export const NOW = Date.UTC(2026, 10, 18, 2, 0, 0);
export const EXTENSION_ID = 'abcdefghijklmnop';

/** A small dictionary in place of the real one. */
const CONCEPTS = new Map<string, { concept: string; entropy: 'high' | 'medium' | 'low' }>([
  ['姓名', { concept: 'person.name', entropy: 'medium' }],
  ['身份证号', { concept: 'person.idcard', entropy: 'high' }],
  ['联系电话', { concept: 'person.phone', entropy: 'high' }],
  ['性别', { concept: 'person.gender', entropy: 'low' }],
]);

function recogniseField({ labels, unit }: FieldReading): RecognisedField {
  const label = (labels[0]?.text ?? '').replace(/[\s:：*]/g, '');
  const known = CONCEPTS.get(label);
  return {
    ...(known === undefined ? {} : { concept: known.concept, family: known.concept }),
    score: known === undefined ? 0 : 1,
    label,
    inDictionary: known !== undefined,
    ...(unit === undefined ? {} : { unit }),
  };
}

const recognition: Recognition = {
  concepts: () => undefined,
  recogniseField,
  recogniseForm: ({ fields }) => fields.map((field) => recogniseField(field)),
  comparableValue(value, _field, { concept }) {
    const text = value.replace(/[\s-]/g, '').toUpperCase();
    const entropy =
      [...CONCEPTS.values()].find((one) => one.concept === concept)?.entropy ??
      (text.length > 8 ? 'high' : 'medium');
    if (entropy === 'low' || text.length < 2) return undefined;
    return {
      text,
      anyText: text,
      entropy,
      ...(concept === undefined ? {} : { family: concept }),
    };
  },
  dictionaryHeading: (heading) => (heading === '低保申请' ? heading : undefined),
  isProofLabel: (label) => label.includes('截图'),
};

export interface Stage {
  readonly database: Database;
  readonly dependencies: RecordDependencies;
  now: number;
  stored: StoredSettings;
  readonly faults: string[];
  /** Sends observations as one observer does, and gives the worker's answer. */
  send(from: Place, ...observations: readonly Observation[]): Promise<RecordAnswer>;
}

/** One document of a tab. */
export interface Place {
  readonly host: string;
  readonly tab?: number;
  readonly frame?: number;
  readonly observer: string;
  sequence: number;
}

export function place(host: string, more: Partial<Place> = {}): Place {
  return { host, observer: randomId(), sequence: 0, ...more };
}

export function senderOf({ host, tab = 1, frame = 0 }: Place): MessageSender {
  return {
    id: EXTENSION_ID,
    url: `http://${host}/apply/edit?id=7`,
    origin: `http://${host}`,
    frameId: frame,
    documentLifecycle: 'active',
    tab: { id: tab, url: `http://${host}/`, incognito: false },
  };
}

let databases = 0;

/** A database of its own and everything around it that recording needs. */
export function stage(change: Partial<RecordDependencies> = {}): Stage {
  databases += 1;
  const database = new Database(`record-${databases}`);
  const faults: string[] = [];
  const own: Stage = {
    database,
    now: NOW,
    stored: { consent: { level: 'values', at: NOW - 1, textVersion: 1 } },
    faults,
    dependencies: {
      extensionId: EXTENSION_ID,
      now: () => own.now,
      openDatabase: async () => {
        if (!database.isOpen()) await database.open();
        return database;
      },
      readStored: async () => own.stored,
      readPolicy: async () => NO_POLICY,
      loadRecognition: async () => recognition,
      resolvePlatform: (address) => {
        const { host, origin } = new URL(address);
        if (!host.endsWith('.gov.cn')) return undefined;
        return { id: host, name: host, category: 'gov_other', origin, addedBy: 'catalogue' };
      },
      foldPresence: async () => undefined,
      storeFault: async (code) => void faults.push(code),
      judge: async () => undefined,
      ...change,
    },
    send(from, ...observations) {
      const message = {
        type: 'observation',
        version: 1,
        observer: from.observer,
        sequence: from.sequence,
        sentAt: own.now,
        observations,
      };
      from.sequence += 1;
      return recordMessage(message, senderOf(from), own.dependencies);
    },
  };
  return own;
}

export function field(label: string, more: Partial<FieldReading> = {}): FieldReading {
  return {
    labels: [{ text: label, source: 'library' }],
    control: 'text',
    required: false,
    prefilled: false,
    ...more,
  };
}

/** A submission with these labels and typed values. */
export function submission(
  values: Readonly<Record<string, string>>,
  more: Partial<SubmissionObservation> = {},
): SubmissionObservation {
  return {
    kind: 'submission',
    id: randomId(),
    at: NOW,
    outcome: 'accepted',
    score: 4,
    evidence: ['network-ok', 'fields-gone'],
    intent: 'final',
    rework: false,
    form: {
      library: 'element-plus',
      container: 'dialog',
      fields: Object.keys(values).map((label) => field(label)),
    },
    entries: Object.values(values).map((value, index) => ({
      field: index,
      how: 'typed',
      value,
      focusMs: 5_000,
      workingMs: 4_000,
      inputMs: 5_000,
    })),
    startedAt: NOW - 60_000,
    fillingMs: 50_000,
    ...more,
  };
}

/** The places of every row of the digest table, as the digests module reads them. */
export async function digestPlaces(database: Database): Promise<readonly DigestRow['seen'][]> {
  const numbers = (await database.state.get('platform-numbers'))?.value as readonly string[];
  const rows = await database.digests.toArray();
  return rows.map((row) => decodeDigest('', row, numbers).seen);
}
