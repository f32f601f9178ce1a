import { describe, expect, it } from 'vitest';
import { mayRecord } from '../../../utils/domain/settings';

const CONSENT = { level: 'times', at: 1, textVersion: 1 } as const;

describe('whether anything may be recorded', () => {
  it('not before the person agreed', () => {
    expect(mayRecord({}, 10)).toBe(false);
  });

  it('yes after consent', () => {
    expect(mayRecord({ consent: CONSENT }, 10)).toBe(true);
  });

  it('not during a pause, and again when its time has come', () => {
    expect(mayRecord({ consent: CONSENT, pause: { until: 20 } }, 19)).toBe(false);
    expect(mayRecord({ consent: CONSENT, pause: { until: 20 } }, 20)).toBe(true);
  });

  it('not while paused until resumed by hand, however long', () => {
    expect(mayRecord({ consent: CONSENT, pause: { until: 'resumed' } }, 1e15)).toBe(false);
  });
});
