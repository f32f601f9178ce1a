// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packText } from '../../../utils/knowledge/packed-text';

const packed = (texts: readonly string[]) =>
  Buffer.from(packText(texts.map((text) => `${text}\u0000`).join(''))).toString('base64');
const PACKED = {
  zh_CN: packed(['本周小结', '', '打卡签到']),
  en: packed(['Week', '', 'Check-ins']),
};
const OTHER = { ...PACKED, zh_CN: packed(['本周小结', '', '签到打卡']) };

let idle: ((deadline: { timeRemaining(): number }) => void)[];

beforeEach(() => {
  // Each page has modules of its own.
  vi.resetModules();
  localStorage.clear();
  idle = [];
  vi.stubGlobal('requestIdleCallback', (work: (typeof idle)[number]) => idle.push(work));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function page() {
  vi.resetModules();
  return import('../../../utils/i18n/packed-messages');
}

function rest(remaining = 50): void {
  for (const work of idle.splice(0)) work({ timeRemaining: () => remaining });
}

describe('the messages that a build has packed', () => {
  it('are those that were there, by place and by name', async () => {
    const at = (await page()).packedMessages(PACKED);
    expect(at(2)).toMatchObject({ zh_CN: '打卡签到', en: 'Check-ins' });
    expect(at(0, 'title nothing')).toMatchObject({
      title: { zh_CN: '本周小结', en: 'Week' },
      nothing: { zh_CN: '', en: '' },
    });
  });

  it('are kept for the next page when this one has begun with them and has time', async () => {
    const { packedMessages, keepMessages } = await page();
    packedMessages(PACKED)(0).zh_CN;
    expect(localStorage.length).toBe(0);
    keepMessages();
    rest(1);
    expect(localStorage.length, 'no time').toBe(0);
    rest();
    expect(Object.keys(localStorage)).toEqual(['zh_CN']);
    const unpack = vi.spyOn(globalThis, 'atob');
    const next = (await page()).packedMessages(PACKED);
    expect([0, 1, 2].map((place) => next(place).zh_CN)).toEqual(['本周小结', '', '打卡签到']);
    expect(unpack).not.toHaveBeenCalled();
    expect(next(2).en, 'the other language').toBe('Check-ins');
  });

  it('are unpacked anew where other ones were kept', async () => {
    const { packedMessages, keepMessages } = await page();
    packedMessages(PACKED)(0).zh_CN;
    keepMessages();
    rest();
    expect((await page()).packedMessages(OTHER)(2).zh_CN).toBe('签到打卡');
  });

  it('are unpacked where nothing can be kept or read', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const { packedMessages, keepMessages } = await page();
    expect(packedMessages(PACKED)(2).zh_CN).toBe('打卡签到');
    keepMessages();
    expect(rest).not.toThrow();
  });
});
