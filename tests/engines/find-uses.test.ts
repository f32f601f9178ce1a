import { describe, expect, it } from 'vitest';
import { findManifestUses, findMarkupUses, findStyleUses } from './find-in-files';
import { findUses, ownMembers } from './find-uses';
import { newerFeatures } from './newer-features';

const chrome = newerFeatures({ engine: 'chrome', version: 109 });
const firefox = newerFeatures({ engine: 'firefox', version: 142 });
const names = (source: string) => findUses(source, chrome).map(({ name }) => name);

describe('what Chromium 109 does not have', () => {
  it.each([
    ['a.toSorted()', '.toSorted', '110'],
    ['Object.groupBy(list, key)', 'Object.groupBy', '117'],
    ['Promise.withResolvers()', 'Promise.withResolvers', '119'],
    ['URL.canParse(text)', 'URL.canParse', '120'],
    ['AbortSignal.any([one, other])', 'AbortSignal.any', '116'],
    ['new Set([1]).union(new Set())', '.union', '122'],
    ['document.startViewTransition(draw)', 'document.startViewTransition', '111'],
    ['element.showPopover()', '.showPopover', '114'],
    ['new CloseWatcher()', 'CloseWatcher', '126'],
    ['/[a--b]/v', '/[a--b]/v', '112'],
    ['/(?i:a)b/', '/(?i:a)b/', '125'],
    ['{ using file = open(); }', 'using', '134'],
    ['import data from "./a.json" with { type: "json" }', 'import … with', '123'],
  ])('%s is told', (source, name, since) => {
    expect(findUses(source, chrome)).toEqual([
      expect.objectContaining({ name, feature: expect.objectContaining({ since }) }),
    ]);
  });

  it.each([
    ['chrome.action.openPopup()', 'action.openPopup'],
    ['p.default.runtime.getContexts({})', 'runtime.getContexts'],
    [
      'browser.scripting.registerContentScripts([{ id, matchOriginAsFallback: true }])',
      '{ matchOriginAsFallback }',
    ],
  ])('%s is told', (source, name) => {
    expect(names(source)).toEqual([name]);
  });

  it('is told once more after a guard of something else', () => {
    expect(names('if (Array.prototype.at) a.toSorted()')).toEqual(['.toSorted']);
    expect(names('if (a.toSorted) {} a.toSorted()')).toEqual(['.toSorted']);
    expect(names('typeof a; a.toSorted()')).toEqual(['.toSorted']);
    expect(names('if (!ready) return1(); a.toSorted()')).toEqual(['.toSorted']);
  });
});

describe('a use after asking', () => {
  it.each([
    'if (a.toSorted) a.toSorted()',
    "if ('toSorted' in a) { go(); a.toSorted() }",
    "typeof URL.canParse === 'function' ? URL.canParse(t) : slow(t)",
    'a.toSorted?.()',
    'a.toSorted && a.toSorted()',
    'const b = ready && a.moveBefore && c ? a.moveBefore(d) : a.insertBefore(d)',
    'if (Object.groupBy === undefined) own()',
    'const make = Object.groupBy ?? own',
    "function f(a) { if (!('toSorted' in a)) return own(a); return a.toSorted() }",
    "const has = typeof [].toSorted === 'function'; if (has) a.toSorted()",
    "if (typeof CloseWatcher !== 'undefined') new CloseWatcher()",
    'try { s.scripting.registerContentScripts([{ matchOriginAsFallback: true }]) } catch { again() }',
  ])('%s passes', (source) => {
    expect(names(source)).toEqual([]);
  });

  it('does not come from catching errors and doing nothing', () => {
    const source =
      'try { s.scripting.registerContentScripts([{ matchOriginAsFallback: true }]) } catch {}';
    expect(names(source)).toEqual(['{ matchOriginAsFallback }']);
  });
});

describe('what is old enough or homemade', () => {
  it.each([
    'list.map(f)',
    'URL.createObjectURL(blob)',
    'CSS.escape(text)',
    'document.querySelectorAll(s)',
    'structuredClone(a)',
    'browser.notifications.create(id, { type, iconUrl, title, message })',
    '/(?<=a)b/su',
    'chrome.scripting.executeScript({ target: { tabId, frameIds } })',
    'const CloseWatcher = make(); new CloseWatcher()',
  ])('%s passes', (source) => {
    expect(names(source)).toEqual([]);
  });

  it('passes where the program itself defines a member of that name', () => {
    const source = 'table.prototype.toSorted = sort; rows.toSorted()';
    expect(findUses(source, chrome, ownMembers(source))).toEqual([]);
  });

  it('is told by the engine asked about', () => {
    expect(findUses('a.toSorted()', firefox)).toEqual([]);
    expect(findUses('new EyeDropper()', firefox)).toHaveLength(1);
    expect(findUses('new EyeDropper()', chrome)).toEqual([]);
  });
});

describe('style sheets, pages and manifests', () => {
  const styles = (css: string) => findStyleUses(css, chrome).map(({ name }) => name);

  it('tells properties, values, functions, selectors and rules', () => {
    expect(styles('a{float:inline-start}')).toEqual(['float: inline-start']);
    expect(styles('a{color:light-dark(#fff,#000)}')).toEqual(['light-dark()']);
    expect(styles('a{field-sizing:content}')).toContain('field-sizing');
    expect(styles('a:user-valid{color:red}')).toEqual([':user-valid']);
    expect(styles('@starting-style{a{opacity:0}}')).toContain('@starting-style');
    expect(styles('a{color:red;&:hover{color:blue}}')).toContain('&');
  });

  it('lets old ones pass, own variables, and what stands behind @supports', () => {
    expect(styles('a:has(b){display:grid;gap:8px;inset:0}@media print{a{color:red}}')).toEqual([]);
    expect(styles('a{--field-sizing:content}@page{size:A4;margin:0}')).toEqual([]);
    expect(styles('@supports (field-sizing:content){a{field-sizing:content}}')).toEqual([]);
  });

  it('tells attributes of pages and keys of manifests', () => {
    expect(findMarkupUses('<div popover>', chrome).map(({ name }) => name)).toEqual(['<@popover>']);
    expect(findMarkupUses('<meta charset="utf-8"><main lang="zh">', chrome)).toEqual([]);
    const manifest = { manifest_version: 3, permissions: ['storage', 'userScripts'] };
    expect(findManifestUses(manifest, chrome).map(({ name }) => name)).toEqual([
      'permissions.userScripts',
    ]);
  });
});
