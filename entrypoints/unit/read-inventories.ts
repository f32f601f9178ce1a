import { type FormInventory, parseInventory } from '../../utils/domain/contribution/form-inventory';
import { t } from '../../utils/i18n';
import { unit as words } from '../../utils/i18n/unit';
import { FOREIGN, type Parsed, type RefusedFile, readAllChosen, refusedWords } from './read-chosen';

/**
 * Reads inventories of one collection; what is none is left out, with its reason.
 *
 * @param id of the collection; that of the first inventory, where it is left out
 */
export async function readInventories(
  files: readonly File[],
  id?: string,
): Promise<{
  readonly inventories: readonly FormInventory[];
  readonly refused: readonly RefusedFile[];
}> {
  let wanted = id;
  const { values, refused } = await readAllChosen(files, (text): Parsed<FormInventory> => {
    const parsed = parseInventory(text);
    if ('fault' in parsed) return parsed;
    wanted ??= parsed.value.collection;
    return parsed.value.collection === wanted ? parsed : FOREIGN;
  });
  return { inventories: values, refused };
}

/** What reading gave: files and forms, then what was not used. */
export function inventoriesWords(
  count: number,
  forms: number,
  refused: readonly RefusedFile[],
): string {
  return [t(words.inventoriesRead, { count, forms }), refusedWords(refused)]
    .filter((part) => part !== undefined)
    .join(' ');
}
