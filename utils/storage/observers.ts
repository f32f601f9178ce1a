import type { Database } from './database';
import { readState, writeState } from './open-state';

const PREFIX = 'observer:';
/** Numbers above a gap that are remembered; when there are more, the gap is given up. */
const MAX_AHEAD = 64;

/** Which numbers of an observer's stream were folded. */
interface Stream {
  /** All below it were folded or given up. */
  readonly below: number;
  /** Those folded above it, ascending: a message that was answered "again" leaves a gap. */
  readonly ahead: readonly number[];
  readonly at: number;
  /** Nothing more is taken from it. */
  readonly closed?: boolean;
}

/**
 * Whether this message comes for the first time; remembers it. Runs inside the transaction that folds
 * the message, so that a message is folded exactly once whatever is sent twice.
 */
export async function isFirstDelivery(
  database: Database,
  message: { readonly observer: string; readonly sequence: number },
  now: number,
): Promise<boolean> {
  const key = PREFIX + message.observer;
  const stream = (await readState<Stream>(database, key)) ?? { below: 0, ahead: [], at: now };
  if (
    stream.closed === true ||
    message.sequence < stream.below ||
    stream.ahead.includes(message.sequence)
  )
    return false;
  await writeState(database, key, { ...advanced(stream, message.sequence), at: now });
  return true;
}

/** Takes nothing more from this observer: its page must not be recorded after all. */
export function closeStream(database: Database, observer: string, now: number): Promise<void> {
  const stream: Stream = { below: 0, ahead: [], at: now, closed: true };
  return writeState(database, PREFIX + observer, stream);
}

function advanced(stream: Stream, sequence: number): Pick<Stream, 'below' | 'ahead'> {
  const ahead = [...stream.ahead, sequence].sort((a, b) => a - b);
  let { below } = stream;
  if (ahead.length > MAX_AHEAD) below = ahead[0] as number;
  while (ahead[0] === below) {
    ahead.shift();
    below += 1;
  }
  return { below, ahead };
}

/** Forgets observers of whom nothing was heard since `before`: their documents have gone. */
export async function forgetObservers(database: Database, before: number): Promise<void> {
  await database.state
    .where('key')
    .startsWith(PREFIX)
    .filter(({ value }) => (value as Stream).at < before)
    .delete();
}
