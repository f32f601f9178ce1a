import type { ObserverContext } from './context';

/** Page signs: what the opened page itself tells of its platform, once it has settled. */
export function startPageSigns(context: ObserverContext, signal: AbortSignal): void {
  const meta = (name: string): string | undefined =>
    document.querySelector<HTMLMetaElement>(`meta[name="${name}" i]`)?.content.trim() || undefined;
  const timer = setTimeout(() => {
    const navigation = performance.getEntriesByType('navigation')[0] as
      | PerformanceNavigationTiming
      | undefined;
    const siteId = meta('SiteIDCode');
    const siteName = meta('SiteName');
    context.send({
      kind: 'page-signs',
      at: Date.now(),
      pageClass: 'other',
      title: document.title.slice(0, 80),
      ...(siteId === undefined ? {} : { siteId }),
      ...(siteName === undefined ? {} : { siteName }),
      columns: [],
      state: 'normal',
      ...(navigation && navigation.loadEventEnd > 0
        ? { loadMs: Math.round(navigation.loadEventEnd) }
        : {}),
      cues: [],
      complaintEntry: false,
      forcedSeconds: 0,
    });
  }, 3_000);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
