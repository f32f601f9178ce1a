/**
 * The gate through which everything from a page must pass.
 *
 * An observer runs in the same process as a page that may be hostile. Whatever is not exactly an
 * observation as {@link ObservationMessage} defines it, within its limits, is refused as a whole:
 * an unknown key, a text too long, a number that is none, too many of anything.
 */

import * as z from 'zod/mini';
import { ACTION_KINDS } from './action-kind';
import {
  COLUMN_TYPES,
  CUE_KINDS,
  FILE_KINDS,
  type Hello,
  type HintQuestion,
  LABEL_SOURCES,
  OBSERVATION_VERSION,
  OBSERVER_PARTS,
  type ObservationMessage,
} from './observation';
import { PAGE_CLASSES } from './page-class';

/** Longest short text (label, heading, title, name), in UTF-16 units. */
const MAX_SHORT_TEXT = 80;
/** Longest value of a field. */
const MAX_VALUE = 400;
/** Longest copied or pasted text. */
const MAX_TRANSFER_TEXT = 2_000;
/** Most fields of a form, and of a whole message. */
const MAX_FIELDS = 2_000;
/** Most observations of a message. */
export const MAX_OBSERVATIONS = 200;

const MAX_LABELS = 12;
const MAX_EDGES = 1_000;
const MAX_WORDS = 32;
const MAX_COLUMNS = 200;
/** 2 TiB: above it a size is nonsense. */
const MAX_FILE_BYTES = 2 ** 41;
/** The year 2200. */
const MAX_TIME = 7_258_118_400_000;

const id = z.string().check(z.regex(/^[0-9a-f]{24}$/));
const time = z.number().check(z.gte(0), z.lte(MAX_TIME));
const duration = z.number().check(z.gte(0), z.lte(MAX_TIME));
const count = z.int().check(z.gte(0), z.lte(1_000_000));
const score = z.number().check(z.gte(-1_000), z.lte(1_000));
const shortText = z.string().check(z.maxLength(MAX_SHORT_TEXT));
/** Machine words are ours: lower-case ASCII with hyphens. */
const word = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));
const words = z.array(word).check(z.maxLength(MAX_WORDS));
const cues = z.array(z.enum(CUE_KINDS)).check(z.maxLength(CUE_KINDS.length));
const LOCAL_MOMENT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-4]):[0-5]\d$/;
const date = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const span = { from: time, to: time };
const ordered = z.refine<{ from: number; to: number }>(({ from, to }) => to >= from);
const pageClass = z.enum(PAGE_CLASSES);

const presence = z
  .strictObject({
    kind: z.literal('presence'),
    cause: z.enum(['start', 'change', 'checkpoint', 'end']),
    at: time,
    since: time,
    visible: z.boolean(),
    focused: z.boolean(),
    edges: z
      .array(
        z.strictObject({
          at: time,
          edge: z.enum([
            'visible',
            'hidden',
            'focus',
            'blur',
            'chooser-open',
            'chooser-closed',
            'dialog-open',
            'dialog-closed',
            'presence-popup',
            'presence-popup-answered',
            'navigated',
          ]),
        }),
      )
      .check(z.maxLength(MAX_EDGES)),
    inputs: z.array(z.strictObject(span).check(ordered)).check(z.maxLength(MAX_EDGES)),
    inputWindows: z.array(z.int().check(z.gte(0))).check(z.maxLength(MAX_EDGES)),
    media: z
      .array(z.strictObject({ ...span, muted: z.boolean(), byPerson: z.boolean() }).check(ordered))
      .check(z.maxLength(MAX_EDGES)),
    waiting: z.array(z.strictObject(span).check(ordered)).check(z.maxLength(MAX_EDGES)),
    blocked: z.exactOptional(
      z.array(z.strictObject(span).check(ordered)).check(z.maxLength(MAX_EDGES)),
    ),
    captcha: z.exactOptional(
      z.array(z.strictObject(span).check(ordered)).check(z.maxLength(MAX_EDGES)),
    ),
    pageClass,
  })
  .check(z.refine(({ since, at }) => at >= since));

const fieldReading = z.strictObject({
  labels: z
    .array(z.strictObject({ text: shortText, source: z.enum(LABEL_SOURCES) }))
    .check(z.maxLength(MAX_LABELS)),
  name: z.exactOptional(shortText),
  control: z.enum([
    'text',
    'textarea',
    'number',
    'date',
    'select',
    'cascader',
    'radio',
    'checkbox',
    'switch',
    'file',
    'rich-text',
    'password',
    'other',
  ]),
  required: z.boolean(),
  prefilled: z.boolean(),
  unit: z.exactOptional(shortText),
  choices: z.exactOptional(count),
  row: z.exactOptional(count),
});

const formReading = z.strictObject({
  library: word,
  container: z.enum(['form', 'dialog', 'drawer', 'page', 'grid-row']),
  heading: z.exactOptional(shortText),
  fields: z.array(fieldReading).check(z.maxLength(MAX_FIELDS)),
});

const form = z.strictObject({ kind: z.literal('form'), at: time, form: formReading });

const submission = z
  .strictObject({
    kind: z.literal('submission'),
    id,
    at: time,
    outcome: z.enum(['pending', 'accepted', 'refused', 'unproven']),
    score,
    evidence: words,
    intent: z.enum(['final', 'draft', 'step', 'edit']),
    rework: z.boolean(),
    form: formReading,
    entries: z
      .array(
        z.strictObject({
          field: count,
          how: z.enum(['typed', 'pasted', 'chosen', 'imported', 'prefilled', 'script']),
          value: z.string().check(z.maxLength(MAX_VALUE)),
          focusMs: duration,
          workingMs: duration,
          inputMs: duration,
        }),
      )
      .check(z.maxLength(MAX_FIELDS)),
    startedAt: time,
    fillingMs: duration,
  })
  .check(
    z.refine(({ form, entries }) => entries.every(({ field }) => field < form.fields.length)),
    z.refine(({ entries }) => new Set(entries.map(({ field }) => field)).size === entries.length),
  );

const resultPage = z.strictObject({
  kind: z.literal('result-page'),
  at: time,
  outcome: z.enum(['success', 'failure', 'none']),
  arrival: z.enum(['navigate', 'reload', 'back-forward']),
  login: z.boolean(),
  form: z.exactOptional(formReading),
});

const upload = z.strictObject({
  kind: z.literal('upload'),
  id,
  at: time,
  via: z.enum(['chooser', 'drop', 'paste', 'directory', 'script-chooser']),
  fileKind: z.enum(FILE_KINDS),
  sizeBytes: z.int().check(z.gte(0), z.lte(MAX_FILE_BYTES)),
  screenshot: z.boolean(),
  label: shortText,
  blobUrl: z.exactOptional(z.string().check(z.regex(/^blob:/), z.maxLength(400))),
  contentDigest: z.exactOptional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});

const uploadOutcome = z.strictObject({
  kind: z.literal('upload-outcome'),
  id,
  at: time,
  outcome: z.enum(['sent', 'failed', 'cancelled']),
});

const action = z.strictObject({
  kind: z.literal('action'),
  id,
  at: time,
  action: z.enum(ACTION_KINDS),
  outcome: z.enum(['done', 'attempt']),
  score,
  evidence: words,
  count: z.int().check(z.gte(1), z.lte(100_000)),
  object: z.exactOptional(shortText),
  cues,
  exempt: z.boolean(),
});

const pageSigns = z.strictObject({
  kind: z.literal('page-signs'),
  id: z.exactOptional(id),
  at: time,
  pageClass,
  title: shortText,
  siteId: z.exactOptional(shortText),
  siteName: z.exactOptional(shortText),
  newest: z.exactOptional(date),
  columns: z
    .array(
      z.strictObject({
        title: shortText,
        type: z.enum([...COLUMN_TYPES, 'unknown']),
        newest: z.exactOptional(date),
        items: count,
        blank: z.boolean(),
      }),
    )
    .check(z.maxLength(MAX_COLUMNS)),
  state: z.enum(['normal', 'blank', 'under-construction', 'closed', 'error', 'maintenance']),
  answered: z.exactOptional(z.boolean()),
  loadMs: z.exactOptional(duration),
  cues,
  complaintEntry: z.boolean(),
  forcedSeconds: duration,
  deadlines: z.exactOptional(
    z.array(z.string().check(z.regex(LOCAL_MOMENT))).check(z.maxLength(MAX_WORDS)),
  ),
});

const transfer = z.strictObject({
  kind: z.literal('transfer'),
  at: time,
  move: z.enum(['copy', 'paste', 'export']),
  text: z.exactOptional(z.string().check(z.maxLength(MAX_TRANSFER_TEXT))),
});

const observation = z.discriminatedUnion('kind', [
  presence,
  form,
  submission,
  resultPage,
  upload,
  uploadOutcome,
  action,
  pageSigns,
  transfer,
]);

const parts = z.array(z.enum(OBSERVER_PARTS)).check(z.minLength(1), z.maxLength(2));

const observationMessage = z
  .strictObject({
    type: z.literal('observation'),
    version: z.literal(OBSERVATION_VERSION),
    observer: id,
    sequence: z.int().check(z.gte(0)),
    sentAt: time,
    observations: z.array(observation).check(z.maxLength(MAX_OBSERVATIONS)),
    parts: z.exactOptional(parts),
  })
  .check(
    z.refine(({ observations }) => {
      const fields = observations.reduce(
        (sum, one) => sum + ('form' in one ? (one.form?.fields.length ?? 0) : 0),
        0,
      );
      return fields <= MAX_FIELDS * 2;
    }),
  );

const hello = z.strictObject({
  type: z.literal('hello'),
  version: z.literal(OBSERVATION_VERSION),
  observer: id,
  parts,
  ifAwaited: z.exactOptional(z.literal(true)),
});

const hintQuestion = z.strictObject({ type: z.literal('hint'), field: fieldReading });

/** The message as an {@link ObservationMessage}, or `undefined` where it is anything else. */
export function parseObservationMessage(message: unknown): ObservationMessage | undefined {
  const parsed = observationMessage.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}

/** The message as a {@link Hello}, or `undefined` where it is anything else. */
export function parseHello(message: unknown): Hello | undefined {
  const parsed = hello.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}

/** The message as a {@link HintQuestion}, or `undefined` where it is anything else. */
export function parseHintQuestion(message: unknown): HintQuestion | undefined {
  const parsed = hintQuestion.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}
