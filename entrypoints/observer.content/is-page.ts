/** The document is the page, or the main frame of a page made of frames; no advertisement or widget. */
export function isPage(): boolean {
  if (window === window.top) return true;
  try {
    const { innerWidth, innerHeight } = window.parent;
    return window.innerWidth * window.innerHeight >= 0.4 * innerWidth * innerHeight;
  } catch {
    return false;
  }
}
