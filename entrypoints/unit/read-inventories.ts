import { type FormInventory, parseInventory } from '../../utils/domain/contribution/form-inventory';

/**
 * Reads inventories of one collection; what is none is counted and left out.
 *
 * @param id of the collection; that of the first inventory, where it is left out
 */
export async function readInventories(
  files: readonly File[],
  id?: string,
): Promise<{ readonly inventories: readonly FormInventory[]; readonly refused: number }> {
  const parsed = await Promise.all(files.map(async (file) => parseInventory(await file.text())));
  const all = parsed.flatMap((one) => ('value' in one ? [one.value] : []));
  const wanted = id ?? all[0]?.collection;
  const inventories = all.filter(({ collection }) => collection === wanted);
  return { inventories, refused: files.length - inventories.length };
}
