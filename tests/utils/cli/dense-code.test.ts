import { describe, expect, it } from 'vitest';
import { passDoorsBy, stylesOnDemand } from '../../../utils/cli/dense-code';

const build = (popup: string, door: string) => [
  { fileName: 'popup.js', code: popup },
  { fileName: 'read.js', code: door },
  { fileName: 'measures.js', code: 'const t=1,n=2;export{t,n};' },
];
const DOOR = 'export{t as readSite,n as readWeek}from"./measures.js";';

describe('a file that only passes on what another holds', () => {
  it('is passed by, under the names that its user knows', () => {
    const chunks = build('const{readSite:a}=await import("./read.js");', DOOR);
    expect(passDoorsBy(chunks)).toEqual(['read.js']);
    expect(chunks[0]?.code).toBe(
      'const{readSite:a}=await import("./measures.js").then(e=>({readSite:e.t,readWeek:e.n}));',
    );
  });

  it('stays where it holds something itself', () => {
    const chunks = build('import("./read.js")', 'let a=1;export{a as readSite};');
    expect(passDoorsBy(chunks)).toEqual([]);
    expect(chunks[0]?.code).toBe('import("./read.js")');
  });

  it('stays where somebody needs it in another way', () => {
    const chunks = build('import{readSite as r}from"./read.js";import("./read.js");', DOOR);
    expect(passDoorsBy(chunks)).toEqual([]);
  });
});

describe('styles of a part loaded on demand', () => {
  const chunks = (linked: readonly string[], later: readonly string[]) => ({
    'report.js': { isEntry: true, imports: ['draw.js'], dynamicImports: ['later.js'] },
    'draw.js': of(linked),
    'later.js': of(later),
  });
  const of = (styles: readonly string[]) => ({
    isEntry: false,
    imports: [],
    dynamicImports: [],
    viteMetadata: { importedCss: new Set(styles) },
  });

  it('are there where the page links them itself', () => {
    expect(stylesOnDemand(chunks(['draw.css', 'pages.css'], ['pages.css']))).toEqual([]);
  });

  it('are named where it does not', () => {
    expect(stylesOnDemand(chunks(['draw.css'], ['later.css']))).toEqual(['later.css']);
  });
});
