import type { NewDiaryLine } from '../../components/summary/unseen-part';
import { randomId } from '../../utils/domain/random-id';
import { openDatabase } from '../../utils/storage/open-database';

/** Keeps a line that the person wrote about work off the browser. */
export async function addDiaryLine(line: NewDiaryLine): Promise<void> {
  const database = await openDatabase();
  await database.diary.add({ id: randomId(), ...line });
}

export async function deleteDiaryLine(id: string): Promise<void> {
  const database = await openDatabase();
  await database.diary.delete(id);
}
