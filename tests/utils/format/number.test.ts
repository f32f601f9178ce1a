import { expect, it } from 'vitest';
import { formatCount, formatDecimal, formatShare } from '../../../utils/format/number';

it('writes shares as whole percent and never rounds something to nothing or to all', () => {
  expect(formatShare(0.38)).toBe('38%');
  expect(formatShare(0)).toBe('0%');
  expect(formatShare(1)).toBe('100%');
  expect(formatShare(0.001)).toBe('<1%');
  expect(formatShare(0.999)).toBe('>99%');
});

it('groups the digits of counts and keeps one decimal of rates', () => {
  expect(formatCount(12345, 'zh_CN')).toBe('12,345');
  expect(formatDecimal(3, 'en')).toBe('3.0');
});
