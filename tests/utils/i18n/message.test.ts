import { describe, expect, it } from 'vitest';
import { chooseLanguage, messageParts, say } from '../../../utils/i18n/message';

const FILES = {
  zh_CN: '重复上传 {count} 份，跨平台 {across} 份',
  en: '{count} repeated {count:file|files}, {across} across platforms',
} as const;

describe('a message', () => {
  it('takes its parameters in the order of the language', () => {
    expect(say('zh_CN', FILES, { count: 9, across: 5 })).toBe('重复上传 9 份，跨平台 5 份');
    expect(say('en', FILES, { count: 9, across: 5 })).toBe('9 repeated files, 5 across platforms');
  });

  it('uses the singular for one and the plural for nothing and many', () => {
    expect(say('en', FILES, { count: 1, across: 0 })).toBe('1 repeated file, 0 across platforms');
    expect(say('en', FILES, { count: 0, across: 0 })).toContain('repeated files');
  });

  it('groups the digits of large numbers', () => {
    expect(say('en', FILES, { count: 12345, across: 0 })).toContain('12,345');
  });

  it('keeps a parameter named like a built-in apart from it', () => {
    expect(() => messageParts('en', { zh_CN: '{constructor}', en: '{constructor}' }, {})).toThrow(
      'constructor',
    );
  });

  it('does not read braces inside a value as a parameter', () => {
    expect(say('en', { zh_CN: '{name}', en: '{name}' } as const, { name: '{count}' })).toBe(
      '{count}',
    );
  });

  it('refuses to speak with a parameter missing', () => {
    expect(() => messageParts('zh_CN', FILES, { count: 1 })).toThrow('across');
  });

  it('hands out elements where text is not enough', () => {
    const element = { tag: 'button' };
    expect(messageParts<object>('zh_CN', FILES, { count: element, across: element })).toEqual([
      '重复上传 ',
      element,
      ' 份，跨平台 ',
      element,
      ' 份',
    ]);
  });
});

describe('the language', () => {
  it('is the person’s choice before the browser’s', () => {
    expect(chooseLanguage('en', 'zh-CN')).toBe('en');
    expect(chooseLanguage('zh_CN', 'en-US')).toBe('zh_CN');
  });

  it('is Chinese for every Chinese browser and English for the others', () => {
    expect(chooseLanguage('auto', 'zh-Hans-CN')).toBe('zh_CN');
    expect(chooseLanguage('auto', 'zh')).toBe('zh_CN');
    expect(chooseLanguage('auto', 'de-AT')).toBe('en');
    expect(chooseLanguage('auto', 'zha')).toBe('en');
  });
});
