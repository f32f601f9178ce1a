import browser from 'webextension-polyfill';

/**
 * Reads a JSON file of the extension's own package.
 *
 * @throws Error where the file is missing or no JSON: the package is damaged
 */
export async function readOwnJson(path: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`own file ${path}: ${response.status}`);
  return response.json();
}
