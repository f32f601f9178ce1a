import { describe, expect, it } from 'vitest';
import { inScope, platformScope } from '../../../utils/domain/platform-scope';
import { platform } from './fixtures';

describe('platformScope', () => {
  const scope = platformScope([
    platform('a', { ownName: '我的平台', ownCategory: 'party' }),
    platform('b', { mergedInto: 'a' }),
    platform('c', { mergedInto: 'b' }),
    platform('d', { ignored: true }),
    platform('e', { mergedInto: 'd' }),
    platform('f', { mergedInto: 'g' }),
    platform('g', { mergedInto: 'f' }),
  ]);

  it('counts merged platforms under the last of them', () => {
    expect([scope.idOf('a'), scope.idOf('b'), scope.idOf('c')]).toEqual(['a', 'a', 'a']);
  });

  it('does not count what was taken off the list, nor what was merged into it', () => {
    expect([scope.idOf('d'), scope.idOf('e')]).toEqual([undefined, undefined]);
  });

  it('leaves platforms that were merged into each other each their own', () => {
    expect([scope.idOf('f'), scope.idOf('g')]).toEqual(['f', 'g']);
  });

  it('counts a platform that the list does not know', () => {
    expect(scope.idOf('unknown')).toBe('unknown');
    expect(scope.nameOf('unknown')).toBe('unknown');
  });

  it('prefers the names that the person gave', () => {
    expect([scope.nameOf('a'), scope.categoryOf('a')]).toEqual(['我的平台', 'party']);
  });

  it('keeps rows that count under their id, and changes no row that needs no change', () => {
    const rows = [{ platform: 'a' }, { platform: 'c' }, { platform: 'd' }];
    const kept = inScope(rows, scope);
    expect(kept).toEqual([{ platform: 'a' }, { platform: 'a' }]);
    expect(kept[0]).toBe(rows[0]);
  });
});
