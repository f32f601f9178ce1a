import browser from 'webextension-polyfill';

/**
 * Reads a file of the extension's own package.
 *
 * @throws Error where the file is missing: the package is damaged
 */
export async function readOwnFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`own file ${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
