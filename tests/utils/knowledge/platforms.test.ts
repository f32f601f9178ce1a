import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../utils/domain/match-pattern';
import { categories } from '../../../utils/i18n/categories';
import { functionOfCategory, PLATFORM_CATEGORIES } from '../../../utils/knowledge/categories';
import {
  categoryOfTitle,
  isNeverTracked,
  isSensitiveTitle,
  type ListedPlatform,
  matchPatternsForRule,
  needsNaming,
  neverTrackPatterns,
  resolvePlatform,
} from '../../../utils/knowledge/platforms';
import catalogue from '../../../utils/knowledge/portals.json';

const idOf = (address: string, overrides?: readonly ListedPlatform[]) => {
  const found = resolvePlatform(address, overrides ? { overrides } : {});
  return found === undefined || 'neverTrack' in found ? found : found.platformId;
};

function listed(id: string, origin: string, more: Partial<ListedPlatform> = {}): ListedPlatform {
  return {
    id,
    name: id,
    category: 'intranet_unknown',
    origins: [origin],
    addedBy: 'person',
    ...more,
  };
}

describe('catalogue', () => {
  it('names every rule once, with a known category and a working expression', () => {
    const ids = catalogue.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(92);
    for (const rule of catalogue.rules) {
      expect(PLATFORM_CATEGORIES).toContain(rule.category);
      if (rule.match.endsWith('_regex')) expect(() => new RegExp(rule.value)).not.toThrow();
    }
    for (const { category, regex } of catalogue.titleRules) {
      expect(PLATFORM_CATEGORIES).toContain(category);
      expect(() => new RegExp(regex)).not.toThrow();
    }
  });

  it('has a name in both languages for every category', () => {
    expect(Object.keys(categories).sort()).toEqual([...PLATFORM_CATEGORIES].sort());
    expect(functionOfCategory('one_table')).toBe('report');
    expect(functionOfCategory('constructor')).toBeUndefined();
  });
});

describe('identity of a platform', () => {
  it('is the rule where the rule names one system, whatever its hosts', () => {
    expect(idOf('https://pc.xuexi.cn/points/my-points.html')).toBe('study.xuexi');
    expect(idOf('https://www.xuexi.cn/')).toBe('study.xuexi');
    expect(idOf('https://v.wjx.cn/vm/abc.aspx')).toBe('forms.wjx');
    expect(idOf('https://abc.jinshuju.com/f/x')).toBe('forms.jinshuju');
  });

  it('is the full host where a rule only names a kind of host', () => {
    expect(idOf('https://mz.qingshan.gov.cn/login')).toBe('mz.qingshan.gov.cn');
    expect(idOf('https://dibao.mca.gov.cn/')).toBe('dibao.mca.gov.cn');
    expect(idOf('https://etl.a.b.qingshan.gov.cn/')).toBe('etl.a.b.qingshan.gov.cn');
    expect(idOf('https://www.qingshan.gov.cn/')).toBe(idOf('http://qingshan.gov.cn/x'));
  });

  it('tells two ports of one address apart, and no default port from the other', () => {
    expect(idOf('http://mz.qingshan.gov.cn:8080/a')).toBe('mz.qingshan.gov.cn:8080');
    expect(idOf('http://mz.qingshan.gov.cn:8081/a')).toBe('mz.qingshan.gov.cn:8081');
    expect(idOf('http://mz.qingshan.gov.cn:80/a')).toBe('mz.qingshan.gov.cn');
    expect(idOf('https://mz.qingshan.gov.cn:443/a')).toBe('mz.qingshan.gov.cn');
  });

  it('splits one host by path only where the catalogue says so', () => {
    expect(idOf('https://docs.qq.com/form/page/DUE')).toBe('forms.docsform');
    expect(idOf('https://docs.qq.com/sheet/DUE')).toBe('forms.docssheet');
    expect(idOf('https://docs.qq.com/mind/DUE')).toBeUndefined();
    expect(idOf('https://t.feishu.cn/share/base/form/shr')).toBe('forms.feishuform');
    expect(idOf('https://t.feishu.cn/messenger/')).toBe('oa.feishu');
    expect(idOf('https://mz.qingshan.gov.cn/a/')).toBe(idOf('https://mz.qingshan.gov.cn/b/'));
  });

  it('takes the longest suffix and the more telling of two host patterns', () => {
    expect(resolvePlatform('https://lwzb.stats.gov.cn/')).toMatchObject({ ruleId: 'min.lwzb' });
    expect(resolvePlatform('https://data.stats.gov.cn/')).toMatchObject({ ruleId: 'min.stats' });
    expect(resolvePlatform('https://www.hazwfw.gov.cn/')).toMatchObject({
      ruleId: 'zwfw.generic',
      category: 'gov_service',
    });
    expect(resolvePlatform('https://www.mca.gov.cn/')).toMatchObject({ ruleId: 'min.mca' });
    expect(resolvePlatform('https://www.gov.cn/')).toMatchObject({ platformId: 'gov.cn.central' });
  });

  it('is nothing for a host that nobody named', () => {
    for (const address of [
      'https://example.com/',
      'https://notgov.cn/',
      'https://evilgov.cn.example.com/',
      'https://xuexi.cn.example.com/',
      'http://gov.cn.evil.example/',
      'https://weibo.com/',
      'chrome://extensions/',
      'file:///C:/a.html',
      'about:blank',
      'not an address',
      '',
    ]) {
      expect(idOf(address), address).toBeUndefined();
    }
  });

  it('does not depend on path, query, case or a trailing dot', () => {
    fc.assert(
      fc.property(
        fc.webPath(),
        fc.constantFrom('MZ.Qingshan.GOV.CN', 'mz.qingshan.gov.cn.', 'mz.qingshan.gov.cn'),
        (path, host) => idOf(`https://${host}${path}?q=1`) === 'mz.qingshan.gov.cn',
      ),
    );
  });
});

describe('private networks', () => {
  const privates = [
    'http://10.20.2.153:8686/login',
    'http://172.16.3.4/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://[fd12:3456::1]:8080/',
    'http://59.255.10.1/',
    'http://8.8.8.8/',
    'http://oa/',
    'http://[::ffff:10.1.2.3]/',
    'http://167772161/',
  ];

  it('are no platform before the person named them', () => {
    for (const address of privates) {
      expect(idOf(address), address).toBeUndefined();
      expect(needsNaming(address), address).toBe(true);
    }
    expect(needsNaming('https://mz.qingshan.gov.cn/')).toBe(false);
  });

  it('are one after the person named them, each port by itself', () => {
    const list = [
      listed('p1', 'http://10.20.2.153:8686', { ownName: '防返贫' }),
      listed('p2', 'http://10.20.2.153:8687'),
    ];
    expect(resolvePlatform('http://10.20.2.153:8686/x', { overrides: list })).toEqual({
      platformId: 'p1',
      name: '防返贫',
      category: 'intranet_unknown',
      ruleId: 'net.10',
      knownBy: 'person',
    });
    expect(idOf('http://10.20.2.153:8687/', list)).toBe('p2');
    expect(idOf('http://10.20.2.153:8688/', list)).toBeUndefined();
    expect(idOf('http://10.20.2.153/', list)).toBeUndefined();
  });

  it('knows blocks by their bits', () => {
    expect(resolvePlatform('http://172.32.0.1/', {})).toBeUndefined();
    expect(
      resolvePlatform('http://172.32.0.1/', { overrides: [listed('p', 'http://172.32.0.1')] }),
    ).toMatchObject({ ruleId: 'net.ip' });
    expect(
      resolvePlatform('http://[fd00::1]/', { overrides: [listed('p', 'http://[fd00::1]')] }),
    ).toMatchObject({ ruleId: 'net.ula' });
  });
});

describe("the person's list", () => {
  it('names, splits by path, holds domains and takes off', () => {
    const list = [
      listed('whole', 'https://oa.example.com', { category: 'oa' }),
      listed('part', 'https://oa.example.com/report/', { category: 'one_table' }),
      listed('domain', '*://*.example.org', { addedBy: 'policy' }),
      listed('off', 'https://mz.qingshan.gov.cn', { ignored: true }),
    ];
    expect(idOf('https://oa.example.com/', list)).toBe('whole');
    expect(idOf('http://oa.example.com/x', list)).toBe('whole');
    expect(idOf('https://oa.example.com/report/form', list)).toBe('part');
    expect(idOf('https://oa.example.com/reports', list)).toBe('whole');
    expect(idOf('https://a.b.example.org:9000/', list)).toBe('domain');
    expect(idOf('https://mz.qingshan.gov.cn/', list)).toBeUndefined();
    expect(idOf('https://dj.qingshan.gov.cn/', list)).toBe('dj.qingshan.gov.cn');
  });

  it('keeps a name that the person gave to a platform of the catalogue', () => {
    const list = [
      listed('mz.qingshan.gov.cn', 'https://mz.qingshan.gov.cn', {
        addedBy: 'catalogue',
        ownName: '低保系统',
        ownCategory: 'civil_affairs',
      }),
    ];
    expect(resolvePlatform('https://mz.qingshan.gov.cn/', { overrides: list })).toMatchObject({
      platformId: 'mz.qingshan.gov.cn',
      name: '低保系统',
      category: 'civil_affairs',
    });
  });
});

describe('what is never tracked', () => {
  const never = [
    'https://www.ccdi.gov.cn/',
    'https://12380.gov.cn/',
    'http://www.12388.gov.cn/',
    'https://shaanxijubao.cn/notice/',
    'https://wsxf.gjxfj.gov.cn/',
    'https://wsxf.qingshan.gov.cn/',
    'https://xfj.qingshan.gov.cn/',
    'https://jubao.qingshan.gov.cn/',
    'https://mail.qingshan.gov.cn/',
    'https://webmail.qingshan.gov.cn/',
    'https://mail.qq.com/',
    'https://mybank.icbc.com.cn/',
    'https://www.12377.cn/',
  ];

  it('stays off even if the list names it', () => {
    for (const address of never) {
      expect(isNeverTracked(address), address).toBe(true);
      const list = [listed('p', new URL(address).origin)];
      expect(resolvePlatform(address, { overrides: list }), address).toHaveProperty('neverTrack');
    }
  });

  it('is kept out by match patterns as far as these can say it', () => {
    const patterns = neverTrackPatterns();
    for (const pattern of patterns) expect(pattern).toMatch(/^\*:\/\/\*\.[a-z0-9.-]+\/\*$/);
    const held = never.filter((address) => patterns.some((one) => matchesPattern(one, address)));
    const local = never.filter((address) => new URL(address).hostname.includes('qingshan'));
    expect(held.length).toBe(never.length - local.length);
    expect(matchPatternsForRule('party.ccdi')).toEqual([]);
  });

  it('does not take ordinary hosts', () => {
    for (const address of [
      'https://mz.qingshan.gov.cn/',
      'https://xx.qingshan.gov.cn/',
      'https://mailroom.qingshan.gov.cn/',
      'https://jcj.qingshan.gov.cn/',
      'https://sjw.qingshan.gov.cn/',
      'https://www.xfzx.gov.cn/',
      'https://work.weixin.qq.com/',
      'https://docs.qq.com/form/page/x',
    ]) {
      expect(isNeverTracked(address), address).toBe(false);
    }
  });

  it('knows titles of such systems, not news about them', () => {
    expect(isSensitiveTitle('青山县阳光信访系统')).toBe(true);
    expect(isSensitiveTitle('青山县纪委监委 - 首页')).toBe(true);
    expect(isSensitiveTitle('我县召开信访工作会议_青山县人民政府')).toBe(false);
    expect(resolvePlatform('https://a.qingshan.gov.cn/', { title: '网上举报平台' })).toEqual({
      neverTrack: 'sensitive-title',
    });
  });
});

describe('titles', () => {
  it('refine the category of hosts of which nothing else is known', () => {
    const title = '青山县防返贫监测信息系统';
    expect(resolvePlatform('https://ffp.qingshan.gov.cn/', { title })).toMatchObject({
      platformId: 'ffp.qingshan.gov.cn',
      category: 'poverty_relief',
    });
    expect(
      resolvePlatform('http://10.1.2.3/', { title, overrides: [listed('p', 'http://10.1.2.3')] }),
    ).toMatchObject({ category: 'poverty_relief' });
    expect(resolvePlatform('https://www.xuexi.cn/', { title })).toMatchObject({
      category: 'party_study',
    });
  });

  it('leave the category alone where they are news', () => {
    expect(categoryOfTitle('青山县召开第五次全国经济普查工作动员部署会议的通知')).toBeUndefined();
    expect(categoryOfTitle('统计联网直报平台')).toBe('statistics');
    expect(categoryOfTitle('浙政钉 - 工作台')).toBe('oa');
    expect(categoryOfTitle('基层报表一表通')).toBe('one_table');
  });
});

describe('match patterns of rules', () => {
  it('hold the addresses that the rule holds', () => {
    expect(matchPatternsForRule('study.xuexi')).toEqual(['*://*.xuexi.cn/*']);
    expect(matchPatternsForRule('forms.docsform')).toEqual(['*://docs.qq.com/*']);
    expect(matchPatternsForRule('forms.wjx')).toEqual([
      '*://*.wjx.cn/*',
      '*://*.wjx.top/*',
      '*://*.wjx.com/*',
    ]);
    expect(matchPatternsForRule('forms.feishuform')).toEqual(['*://*.feishu.cn/*']);
    expect(matchPatternsForRule('gov.dept')).toEqual(['*://*.gov.cn/*']);
    expect(matchPatternsForRule('net.10')).toEqual([]);
    expect(matchPatternsForRule('unknown')).toEqual([]);
  });
});
