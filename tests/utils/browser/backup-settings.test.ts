import { beforeEach, describe, expect, it, vi } from 'vitest';
import { restoreSettings, settingsForBackup } from '../../../utils/browser/backup-settings';

const local = vi.hoisted(() => ({ kept: {} as Record<string, unknown> }));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async () => ({ ...local.kept }),
        set: async (change: object) => void Object.assign(local.kept, change),
      },
    },
  },
}));

const SECRET = 'ab'.repeat(32);

beforeEach(() => {
  local.kept = {};
});

describe('settings in a backup', () => {
  it('carry a token secret, made where there was none, and the same ever after', async () => {
    const first = await settingsForBackup();
    expect(first.tokenSecret).toMatch(/^[\da-f]{64}$/);
    expect(await settingsForBackup()).toEqual(first);
  });

  it('carry neither consent nor pause', async () => {
    local.kept = { consent: { level: 'values' }, pause: { until: 1 }, settings: { badge: true } };
    expect(Object.keys(await settingsForBackup())).toEqual(['settings', 'tokenSecret']);
  });

  it('never replace what was chosen here, but for the token secret', async () => {
    local.kept = { settings: { thetaMs: 30_000 }, tokenSecret: 'cd'.repeat(32) };
    await restoreSettings({
      settings: { thetaMs: 300_000, typeSize: 'huge' },
      tokenSecret: SECRET,
    });
    expect(local.kept).toEqual({
      settings: { thetaMs: 30_000, typeSize: 'huge' },
      tokenSecret: SECRET,
    });
  });

  it('are taken as they were chosen', async () => {
    const settings = {
      language: 'en',
      thetaMs: 300_000,
      retentionDays: 90,
      workHours: [{ start: 480, end: 720 }],
      ownDays: [{ day: '2026-10-01', kind: 'workday' }],
      fileHookPlatforms: ['a'],
    };
    await restoreSettings({ settings });
    expect(local.kept).toEqual({ settings });
  });

  it('are taken only as far as they are settings', async () => {
    await restoreSettings({
      settings: { typeSize: 7, workHours: 'x', unknown: 1, zone: 'Asia/Urumqi', ownDays: {} },
      tokenSecret: 'not hexadecimal',
    });
    expect(local.kept).toEqual({ settings: { zone: 'Asia/Urumqi' } });
    await restoreSettings({
      settings: {
        language: 'xx',
        zone: 'Nowhere/None',
        thetaMs: 1,
        retentionDays: -1,
        ownDays: [{ day: 'x', kind: 'workday' }],
        workHours: [{ start: 5, end: 1 }],
        fileHookPlatforms: [1],
      },
    });
    await restoreSettings({ settings: null });
    await restoreSettings({});
    expect(local.kept).toEqual({ settings: { zone: 'Asia/Urumqi' } });
  });
});
