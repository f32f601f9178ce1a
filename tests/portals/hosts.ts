/** The pretend systems of one township, by host name. */
export const HOSTS = {
  civilAffairs: 'mz.qingshan.gov.cn',
  relapse: 'ffp.qingshan.gov.cn',
  party: 'dj.qingshan.gov.cn',
  grid: 'wg.qingshan.gov.cn',
  safety: 'aq.qingshan.gov.cn',
  agriculture: 'nytj.qingshan.gov.cn',
  study: 'xx.qingshan.gov.cn',
  portal: 'www.qingshan.gov.cn',
  zombie: 'zjw.qingshan.gov.cn',
  closed: 'ly.qingshan.gov.cn',
  office: 'oa.qingshan.gov.cn',
} as const;

/** The office system is also reached by bare address, as on many an intranet. */
export const OFFICE_INTRANET = '10.99.1.5:8080';

/** A second system on another port of the same address: the village register. */
export const REGISTER_INTRANET = '10.99.1.5:8081';

export type PortalHost = (typeof HOSTS)[keyof typeof HOSTS];

/**
 * The value for Chromium's `--host-resolver-rules`, so that every practice host is answered by the
 * local server on `port` and every other name fails at once instead of reaching a network.
 */
export function hostResolverRules(port: number): string {
  return [
    `MAP *.gov.cn 127.0.0.1:${port}`,
    `MAP 10.99.1.5 127.0.0.1:${port}`,
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ].join(', ');
}

/** The address of a page of a practice host, over plain http. */
export function portalUrl(host: string, path = '/'): string {
  return `http://${host}${path}`;
}
