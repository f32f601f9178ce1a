import { beforeAll, describe, expect, it } from 'vitest';
import { sampleSummary } from '../../../components/sample';
import { type PopupSources, popupState } from '../../../entrypoints/popup/popup-state';
import { NO_POLICY } from '../../../utils/domain/policy';
import { language } from '../../../utils/i18n';

/** Wednesday of the sample's week, 10:00 in Shanghai. */
const NOW = Date.parse('2026-11-18T10:00:00+08:00');
const CONSENT = { level: 'values', at: 1, textVersion: 1 } as const;
const SITE = { neverTracked: false, name: '民政', id: 'mz.qingshan.gov.cn', ignored: false };

beforeAll(() => {
  language.value = 'zh_CN';
});

const { clocks, days, platforms, reentry } = sampleSummary();
const WEEK = { clocks, days, platforms, platformCount: 7, reentryMs: reentry.ms.mid };

function state(more: Partial<PopupSources> = {}, refused = false) {
  return popupState(
    {
      now: NOW,
      stored: { consent: CONSENT },
      page: { tabId: 1, url: 'http://mz.qingshan.gov.cn/apply?id=1', title: 't' },
      granted: true,
      policy: NO_POLICY,
      site: SITE,
      week: WEEK,
      ...more,
    },
    { refused, failed: false },
  );
}

describe('the state of the popup', () => {
  it('takes today’s figures from today’s day of the week', () => {
    const { week, site } = state();
    const sample = sampleSummary();
    expect(week).toMatchObject({
      today: { workingMs: sample.days[2]?.workingMs, platforms: 6 },
      all: { workingMs: sample.clocks.workingMs, platforms: 7 },
    });
    expect(site).toMatchObject({ kind: 'recorded', todayMs: 51 * 60_000 });
  });

  it('shows the times of the week before its re-entry is known', () => {
    const { week } = state({ week: { clocks, days, platforms } });
    expect(week).toMatchObject({ all: { workingMs: clocks.workingMs, platforms: 7 } });
    expect(week).not.toHaveProperty('reentryMs');
    // No time yet may still be a submission: the rest decides whether there is nothing.
    expect(state({ week: { clocks, days: [], platforms: [] } }).week).toBe('reading');
  });

  it('is free to start where the browser does not allow the site, or the person took it off', () => {
    expect(state({ granted: false }).site.kind).toBe('free');
    expect(state({ site: { ...SITE, ignored: true } }).site.kind).toBe('free');
  });

  it('is free to start where nobody has named the host, though the browser allows it', () => {
    const { id: _id, ...unnamed } = SITE;
    expect(state({ site: unnamed }).site.kind).toBe('free');
  });

  it('never offers what is never recorded, whatever else holds', () => {
    expect(state({ site: { ...SITE, neverTracked: true } }).site.kind).toBe('never');
  });

  it('keeps to the sites that a unit’s policy leaves', () => {
    const policy = { ...NO_POLICY, onlySites: ['*://*.qingshan.gov.cn/*'] };
    expect(state({ policy }).site.kind).toBe('recorded');
    expect(state({ policy: { ...policy, onlySites: ['*://a.gov.cn/*'] } }).site.kind).toBe(
      'excluded',
    );
  });

  it('has no site on a page that is no website', () => {
    expect(state({ site: 'none' }).site).toEqual({ kind: 'none' });
  });

  it('says until when it is paused, with the day where it is another one', () => {
    const paused = (until: number | 'resumed') =>
      state({ stored: { consent: CONSENT, pause: { until } as { until: number } } }).paused;
    expect(paused(NOW + 15 * 60_000)).toBe('10:15');
    expect(paused(Date.parse('2026-11-19T00:00:00+08:00'))).toBe('11 月 19 日 00:00');
    expect(paused('resumed')).toBe('open');
    expect(paused(NOW - 1)).toBeUndefined();
  });

  it('is not paused before the person agreed', () => {
    expect(state({ stored: { pause: { until: 'resumed' } } })).toMatchObject({ agreed: false });
    expect(state({ stored: { pause: { until: 'resumed' } } }).paused).toBeUndefined();
  });

  it('reads an empty week as nothing recorded', () => {
    expect(state({ week: { ...WEEK, platforms: [], platformCount: 0 } }).week).toBe('none');
    expect(state({ week: 'reading' }).week).toBe('reading');
  });
});
