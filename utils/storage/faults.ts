import { randomId } from '../domain/random-id';
import type { Fault } from '../domain/records';
import { DAY_MS } from '../domain/time-constants';
import type { Database } from './database';

/** Notes that something went wrong. The same fault of the same platform within a day is counted up. */
export async function noteFault(
  database: Database,
  code: Fault['code'],
  at: number,
  platform?: string,
): Promise<void> {
  const same = await database.faults
    .where('code')
    .equals(code)
    .filter((fault) => fault.platform === platform && Math.abs(at - fault.at) < DAY_MS)
    .first();
  await database.faults.put(
    same === undefined
      ? { id: randomId(), at, code, count: 1, ...(platform === undefined ? {} : { platform }) }
      : { ...same, count: same.count + 1 },
  );
}
