import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  CONSENT_TEXT_VERSION,
  mayRecord,
  withConsentInForce,
} from '../../../utils/domain/settings';
import { welcome } from '../../../utils/i18n/welcome';

const CONSENT = { level: 'times', at: 1, textVersion: CONSENT_TEXT_VERSION } as const;

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

/** Of the welcome page: what is recorded, what never is, where it goes, what each choice means. */
const AGREED_TO = /^(recorded|never|nothingSent|times|values|digestNote)/;

describe('a consent', () => {
  const older = { ...CONSENT, textVersion: CONSENT_TEXT_VERSION - 1 };

  it('to another text is none, and that there was one is told', () => {
    expect(mayRecord({ consent: older }, 10)).toBe(false);
    expect(withConsentInForce({ consent: older, tokenSecret: 'kept' })).toEqual({
      tokenSecret: 'kept',
      consentOutdated: true,
    });
    expect(withConsentInForce({ consent: CONSENT })).toEqual({ consent: CONSENT });
  });

  it('is to these words: whoever changes them raises the version', () => {
    const words = Object.entries(welcome)
      .filter(([key]) => AGREED_TO.test(key))
      .map(([key, { zh_CN }]) => `${key} ${zh_CN}`);
    expect(words.length).toBeGreaterThan(8);
    const text = createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16);
    expect({ version: CONSENT_TEXT_VERSION, text }).toEqual({
      version: 1,
      text: 'c7e908f8b37281d7',
    });
  });
});
