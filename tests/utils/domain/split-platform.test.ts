import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../utils/domain/records';
import { splitPlatform } from '../../../utils/domain/split-platform';
import { resolvePlatform } from '../../../utils/knowledge/platforms';

const platform: Platform = {
  id: 'oa.qingshan.gov.cn:8080',
  name: '综合平台',
  category: 'office',
  origins: ['http://oa.qingshan.gov.cn:8080'],
  addedAt: 1,
  addedBy: 'person',
};

describe('a part of a platform below a path', () => {
  it('is a platform of its own, and the rest stays what it was', () => {
    const part = splitPlatform(platform, 'jx/', '绩效考核', 2);
    expect(part).toMatchObject({
      id: 'oa.qingshan.gov.cn:8080/jx',
      name: '绩效考核',
      origins: ['http://oa.qingshan.gov.cn:8080/jx'],
    });
    const overrides = [platform, part as Platform];
    const idAt = (path: string) => {
      const found = resolvePlatform(`http://oa.qingshan.gov.cn:8080${path}`, { overrides });
      return found !== undefined && 'platformId' in found ? found.platformId : undefined;
    };
    expect(idAt('/jx/list')).toBe('oa.qingshan.gov.cn:8080/jx');
    expect(idAt('/jx')).toBe('oa.qingshan.gov.cn:8080/jx');
    expect(idAt('/jxkh')).toBe('oa.qingshan.gov.cn:8080');
    expect(idAt('/')).toBe('oa.qingshan.gov.cn:8080');
  });

  it('needs a path and an address', () => {
    for (const path of ['', '/', '//', 'a b', '/x*', '/x?y']) {
      expect(splitPlatform(platform, path, '', 2)).toBeUndefined();
    }
    const wild = { ...platform, origins: ['*://*.gov.cn'] };
    expect(splitPlatform(wild, '/jx', '', 2)).toBeUndefined();
  });

  it('takes its name from the whole where it has none', () => {
    expect(splitPlatform(platform, '/jx', ' ', 2)?.name).toBe('综合平台 /jx');
  });
});
