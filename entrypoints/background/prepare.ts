import { type DigestDomain, digest } from '../../utils/domain/digest';
import { formSignature } from '../../utils/domain/form-signature';
import type {
  ActionObservation,
  FieldEntry,
  FieldReading,
  FormReading,
  PageSignsObservation,
  ResultPageObservation,
  SubmissionObservation,
  TransferObservation,
  UploadObservation,
} from '../../utils/domain/observation';
import { randomId } from '../../utils/domain/random-id';
import type { FormField, SubmittedField } from '../../utils/domain/records';
import { momentOn } from '../../utils/domain/zone';
import type { PreparedAction } from '../../utils/storage/actions';
import type { PreparedForm } from '../../utils/storage/forms';
import type { PreparedPageSigns } from '../../utils/storage/page-signs';
import type { PreparedResultPage, PreparedSubmission } from '../../utils/storage/submissions';
import type { PreparedTransfer } from '../../utils/storage/transfers';
import type { PreparedUpload } from '../../utils/storage/uploads';
import type { Keys } from './keys';
import type { RecognisedField, Recognition } from './recognition';

/**
 * From what a page told to what may be kept. Everything that has to wait (digests) happens here,
 * before the transaction; what comes out holds no value, title or text of a page.
 */
export interface Preparation {
  readonly keys: Keys;
  readonly recognition: Recognition;
  /** Whether digests of what the person entered or handed over may be made. */
  readonly digestsAllowed: boolean;
  /** IANA zone of the person's days: what a page prints as a time is one of it. */
  readonly zone: string;
}

export interface RecognisedForm {
  readonly prepared: PreparedForm;
  readonly recognised: readonly RecognisedField[];
}

/** Concepts, label digests and the signature of a form. */
export async function prepareForm(
  { keys, recognition }: Preparation,
  reading: FormReading,
): Promise<RecognisedForm> {
  const recognised = recognition.recogniseForm(reading);
  const labels = [...new Set(recognised.map(({ label }) => label))];
  const digests = new Map(
    await Promise.all(
      labels.map(async (label) => [label, await digest(keys.wording, 'label', label)] as const),
    ),
  );
  const fields = recognised.map((field, index): FormField => {
    const { concept, score, label, inDictionary } = field;
    const read = reading.fields[index];
    const unit = field.unit ?? read?.unit;
    return {
      ...(concept === undefined ? {} : { concept }),
      score,
      labelDigest: digests.get(label) ?? '',
      ...(inDictionary && label !== '' ? { label } : {}),
      control: read?.control ?? 'other',
      ...(unit === undefined ? {} : { unit }),
      required: read?.required ?? false,
    };
  });
  const unknownLabels = new Map(
    recognised.flatMap(({ label, inDictionary }) =>
      inDictionary || label === '' ? [] : [[digests.get(label) ?? '', label] as const],
    ),
  );
  const heading = reading.heading && recognition.dictionaryHeading(reading.heading);
  const signature = formSignature(fields);
  return {
    prepared: {
      signature,
      library: reading.library,
      fields,
      unknownLabels,
      ...(heading ? { heading } : {}),
    },
    recognised,
  };
}

/** A submission whose values have become digests under the current and the retired keys. */
export async function prepareSubmission(
  preparation: Preparation,
  observation: SubmissionObservation,
): Promise<PreparedSubmission> {
  const { form, kind: _kind, ...told } = observation;
  // A file is an upload and counted there; it is no entered field.
  const entries = observation.entries.filter(({ field }) => form.fields[field]?.control !== 'file');
  const { prepared, recognised } = await prepareForm(preparation, form);
  const earlierDigests: (readonly [string, string])[] = [];
  const fields = await Promise.all(
    entries.map((entry) =>
      prepareEntry(preparation, { entry, form, prepared, recognised, earlierDigests, observation }),
    ),
  );
  return {
    ...told,
    form: prepared,
    fields,
    keyGeneration: preparation.keys.values[0].generation,
    earlierDigests,
  };
}

interface EntryContext {
  readonly entry: FieldEntry;
  readonly form: FormReading;
  readonly prepared: PreparedForm;
  readonly recognised: readonly RecognisedField[];
  readonly earlierDigests: (readonly [string, string])[];
  readonly observation: SubmissionObservation;
}

async function prepareEntry(
  { keys, recognition, digestsAllowed }: Preparation,
  { entry, form, prepared, recognised, earlierDigests, observation }: EntryContext,
): Promise<SubmittedField> {
  const read = form.fields[entry.field];
  const digestible = read !== undefined && isDigestible(entry, read);
  const byLabel = recognised[entry.field];
  // What the label leaves open the shape of the value may tell: an ID number, a phone.
  const known =
    digestible && byLabel?.concept === undefined
      ? recognition.recogniseField(read, entry.value)
      : byLabel;
  const { labelDigest = '' } = prepared.fields[entry.field] ?? {};
  const concept = known?.concept;
  const field: Omit<SubmittedField, 'entropy'> = {
    field: entry.field,
    ...(concept === undefined ? {} : { concept }),
    labelDigest,
    how: entry.how,
    focusMs: Math.round(entry.focusMs),
    workingMs: Math.round(entry.workingMs),
    inputMs: Math.round(entry.inputMs),
    ...(read?.row === undefined ? {} : { row: read.row }),
  };
  // What a script put in was never anyone's work, and tokens and time stamps are among it.
  const value =
    !digestible || known === undefined
      ? undefined
      : recognition.comparableValue(entry.value, read, known, observation.at);
  if (value === undefined) return { ...field, entropy: 'low' };
  if (!digestsAllowed) return { ...field, entropy: value.entropy };
  const under = async (domain: DigestDomain, text: string): Promise<string> => {
    const [current, ...earlier] = await Promise.all(
      keys.values.map(({ key }) => digest(key, domain, text)),
    );
    for (const one of earlier) earlierDigests.push([current as string, one]);
    return current as string;
  };
  // Fields whose label is unknown can match under the same label, and be learned under any.
  const family = value.family ?? (known?.label ? `?${labelDigest}` : undefined);
  return {
    ...field,
    entropy: value.entropy,
    ...(family === undefined ? {} : { digest: await under(`value:${family}`, value.text) }),
    ...(value.anyText === undefined ? {} : { anyDigest: await under('any', value.anyText) }),
  };
}

function isDigestible({ how, value }: FieldEntry, { control }: FieldReading): boolean {
  return how !== 'script' && value !== '' && control !== 'password' && control !== 'file';
}

export async function prepareResultPage(
  preparation: Preparation,
  { outcome, arrival, login, form }: ResultPageObservation,
): Promise<PreparedResultPage> {
  if (form === undefined) return { outcome, arrival, login };
  const { prepared } = await prepareForm(preparation, form);
  const prefilled = form.fields.filter((field) => field.prefilled).length;
  return { outcome, arrival, login, form: { signature: prepared.signature, prefilled } };
}

export async function prepareUpload(
  preparation: Preparation,
  observation: UploadObservation,
): Promise<PreparedUpload> {
  const { id, at, via, fileKind, sizeBytes, screenshot, label, contentDigest } = observation;
  const digests = await prepareFileDigest(preparation, contentDigest);
  return {
    id,
    at,
    via,
    fileKind,
    sizeBytes,
    proofMaterial: screenshot || preparation.recognition.isProofLabel(label),
    ...digests,
  };
}

/** A content digest under the current key and the retired ones; none where digests are off. */
export async function prepareFileDigest(
  { keys, digestsAllowed }: Pick<Preparation, 'keys' | 'digestsAllowed'>,
  contentDigest: string | undefined,
): Promise<Pick<PreparedUpload, 'digest' | 'earlierDigests' | 'keyGeneration'>> {
  const keyGeneration = keys.values[0].generation;
  if (contentDigest === undefined || !digestsAllowed) return { earlierDigests: [], keyGeneration };
  const [current, ...earlierDigests] = await Promise.all(
    keys.values.map(({ key }) => digest(key, 'file', contentDigest)),
  );
  return { digest: current as string, earlierDigests, keyGeneration };
}

export async function prepareAction(
  { keys, digestsAllowed }: Preparation,
  { kind: _kind, object, ...action }: ActionObservation,
): Promise<PreparedAction> {
  const text = object?.normalize('NFKC').replace(/\s+/g, '');
  return {
    ...action,
    keepObject: digestsAllowed,
    ...(text ? { object: await digest(keys.wording, 'object', text) } : {}),
  };
}

export async function preparePageSigns(
  { keys, zone }: Preparation,
  observation: PageSignsObservation,
): Promise<PreparedPageSigns> {
  const { at, pageClass, newest, state, loadMs, cues, complaintEntry, siteId, deadlines } =
    observation;
  const columns = await Promise.all(
    observation.columns.map(async ({ title, type, newest: date, blank }) => ({
      titleDigest: await digest(keys.wording, 'column', title.normalize('NFKC').trim()),
      type,
      ...(date === undefined ? {} : { newest: date }),
      blank,
    })),
  );
  return {
    sign: {
      id: observation.id ?? randomId(),
      at,
      pageClass,
      columns,
      state,
      failed: state === 'error' && observation.answered !== true,
      cues: [...new Set(cues)],
      complaintEntry,
      forcedSeconds: observation.forcedSeconds,
      ...(newest === undefined ? {} : { newest }),
      ...(loadMs === undefined ? {} : { loadMs }),
      ...(deadlines === undefined
        ? {}
        : { deadlines: deadlines.map((moment) => epochOf(moment, zone)) }),
    },
    ...(siteId === undefined ? {} : { siteId: siteId.trim() }),
  };
}

/** A local moment `yyyy-mm-ddThh:mm` in the zone of the person's days, epoch ms. */
function epochOf(moment: string, zone: string): number {
  const [day = '', time = ''] = moment.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return momentOn(day, hours * 60 + minutes, zone);
}

/** Shorter texts are copied everywhere by chance. */
const MIN_TRANSFER_LENGTH = 4;

export async function prepareTransfer(
  { keys, digestsAllowed }: Preparation,
  { at, move, text }: TransferObservation,
): Promise<PreparedTransfer> {
  const plain = text?.normalize('NFKC').replace(/\s+/g, '') ?? '';
  if (!digestsAllowed || plain.length < MIN_TRANSFER_LENGTH) return { at, move };
  return { at, move, digest: await digest(keys.values[0].key, 'transfer', plain) };
}
