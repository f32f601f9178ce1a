import browser from 'webextension-polyfill';

/**
 * The data item that each label of a form names, asked of the worker, which has the word lists at hand
 * anyway; undefined where none is known.
 */
export async function recogniseLabels(
  labels: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const keys = (await browser.runtime.sendMessage({ type: 'recognise', labels })) as
    | readonly (string | null)[]
    | undefined;
  return labels.map((_, index) => keys?.[index] ?? undefined);
}
