import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern, narrowerPattern, patternOf } from '../../../utils/domain/match-pattern';

describe('the match pattern of a site', () => {
  it('keeps scheme, host and port and drops the path', () => {
    expect(patternOf('http://10.1.2.3:8080/app/index.jsp?id=1')).toBe('http://10.1.2.3:8080/*');
    expect(patternOf('https://mz.qingshan.gov.cn/x#y')).toBe('https://mz.qingshan.gov.cn/*');
    expect(patternOf('http://oa/login')).toBe('http://oa/*');
  });

  it('is refused for what is no web page', () => {
    for (const address of ['chrome://extensions', 'file:///c:/a.html', 'about:blank', 'nonsense']) {
      expect(patternOf(address)).toBeUndefined();
    }
  });

  it('always holds the address that it was made from', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        expect(matchesPattern(patternOf(address) ?? '', address)).toBe(true);
      }),
    );
  });
});

describe('matching a pattern', () => {
  it('takes a host with all below it, and not a host that merely ends alike', () => {
    expect(matchesPattern('*://*.gov.cn/*', 'https://mz.qingshan.gov.cn/a')).toBe(true);
    expect(matchesPattern('*://*.gov.cn/*', 'http://gov.cn/')).toBe(true);
    expect(matchesPattern('*://*.gov.cn/*', 'https://fakegov.cn/')).toBe(false);
    expect(matchesPattern('*://*.gov.cn/*', 'https://gov.cn.example.com/')).toBe(false);
  });

  it('tells two ports of one address apart, and knows the usual ones', () => {
    expect(matchesPattern('http://10.1.2.3:8080/*', 'http://10.1.2.3:8080/')).toBe(true);
    expect(matchesPattern('http://10.1.2.3:8080/*', 'http://10.1.2.3:8081/')).toBe(false);
    expect(matchesPattern('http://10.1.2.3:80/*', 'http://10.1.2.3/')).toBe(true);
    expect(matchesPattern('http://10.1.2.3/*', 'http://10.1.2.3:9000/')).toBe(true);
  });

  it('keeps to the scheme that is named', () => {
    expect(matchesPattern('http://a.gov.cn/*', 'https://a.gov.cn/')).toBe(false);
    expect(matchesPattern('*://a.gov.cn/*', 'ftp://a.gov.cn/')).toBe(false);
  });

  it('takes no address for a pattern that is malformed', () => {
    for (const pattern of ['', 'gov.cn', 'http://', '*://*gov.cn/*', 'http://a b/*']) {
      expect(matchesPattern(pattern, 'http://a.gov.cn/')).toBe(false);
    }
  });
});

describe('what two patterns have in common', () => {
  it('is the narrower one', () => {
    expect(narrowerPattern('*://*.gov.cn/*', '*://*.qingshan.gov.cn/*')).toBe(
      '*://*.qingshan.gov.cn/*',
    );
    expect(narrowerPattern('http://10.1.2.3:8080/*', '*://*/*')).toBe('http://10.1.2.3:8080/*');
    expect(narrowerPattern('*://a.gov.cn/*', 'https://*.gov.cn/*')).toBe('https://a.gov.cn/*');
  });

  it('is nothing where neither holds the other', () => {
    expect(narrowerPattern('*://*.gov.cn/*', '*://*.edu.cn/*')).toBeUndefined();
    expect(narrowerPattern('http://a.cn/*', 'https://a.cn/*')).toBeUndefined();
    expect(narrowerPattern('http://a.cn:80/*', 'http://a.cn:81/*')).toBeUndefined();
  });
});
