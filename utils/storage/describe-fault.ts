import type { Fault } from '../domain/records';

/** What a failure of the database means for the message that met it. */
export interface FaultDescription {
  readonly code: Fault['code'];
  /** It may go by itself: the same write may succeed when it is tried again. */
  readonly passing: boolean;
}

/** Causes by the name of the error, the innermost known one decides. */
const BY_NAME = new Map<string, FaultDescription>([
  ['QuotaExceededError', { code: 'storage-full', passing: true }],
  ['UpgradeError', { code: 'migration-failed', passing: false }],
  ['SchemaError', { code: 'migration-failed', passing: false }],
  ['VersionError', { code: 'migration-failed', passing: false }],
  ['MissingAPIError', { code: 'database-unreadable', passing: false }],
  ['MissingApiError', { code: 'database-unreadable', passing: false }],
  ['SecurityError', { code: 'database-unreadable', passing: false }],
  ['NotFoundError', { code: 'database-unreadable', passing: false }],
  ['NotReadableError', { code: 'database-unreadable', passing: false }],
  ['UnknownError', { code: 'database-unreadable', passing: true }],
  ['InternalError', { code: 'database-unreadable', passing: true }],
  ['DatabaseClosedError', { code: 'write-failed', passing: true }],
  ['VersionChangeError', { code: 'write-failed', passing: true }],
  ['InvalidStateError', { code: 'write-failed', passing: true }],
  ['TimeoutError', { code: 'write-failed', passing: true }],
  ['BlockedError', { code: 'write-failed', passing: true }],
  ['AbortError', { code: 'write-failed', passing: true }],
  ['TransactionInactiveError', { code: 'write-failed', passing: true }],
  ['PrematureCommitError', { code: 'write-failed', passing: true }],
]);

/** How engines and file systems say that there is no room, whatever name they give the error. */
const NO_ROOM =
  /quota|full disk|disk (?:is )?full|no space|not enough space|enospc|no_space|no_device_space/i;

/** Names that only wrap another error: what they wrap tells more. */
const WRAPPERS = new Set([
  'OpenFailedError',
  'AbortError',
  'DatabaseClosedError',
  'UpgradeError',
  'BulkError',
  'ModifyError',
]);

/**
 * What a failure of the database was, in the words of the fault table. Anything that is not known is
 * a failed write that is not worth trying again.
 */
export function describeFault(error: unknown): FaultDescription {
  const names = namesOf(error);
  // Wherever it was met, that there is no room decides.
  if (names.includes('QuotaExceededError')) return { code: 'storage-full', passing: true };
  const telling = names.find((name) => BY_NAME.has(name) && !WRAPPERS.has(name));
  // A failing step of a migration throws whatever it throws: that it was a migration decides.
  if (names.includes('UpgradeError')) {
    return { code: 'migration-failed', passing: false };
  }
  const name = telling ?? names.find((one) => BY_NAME.has(one));
  return BY_NAME.get(name ?? '') ?? { code: 'write-failed', passing: false };
}

/** The error's name and those of what it wraps, outermost first. */
function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  let current = error;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth += 1) {
    const { name, message, inner, cause, failures } = current as {
      name?: unknown;
      message?: unknown;
      inner?: unknown;
      cause?: unknown;
      failures?: readonly unknown[];
    };
    if (typeof name === 'string') names.push(name);
    if (typeof message === 'string' && NO_ROOM.test(message)) names.push('QuotaExceededError');
    // Some layers keep the name of what they wrap only in their text.
    for (const known of BY_NAME.keys()) {
      if (typeof message === 'string' && message.includes(known)) names.push(known);
    }
    current = inner ?? cause ?? failures?.[0];
  }
  return names;
}
