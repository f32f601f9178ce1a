import { DEVELOPMENT } from './controls/development';
import { judgeControls } from './controls/run-controls';
import { TEST } from './controls/test';
import { startSignalsBrowser } from './signals-browser';

const b = await startSignalsBrowser();
for (const [n, s] of [
  ['dev', DEVELOPMENT],
  ['test', TEST],
] as const) {
  const j = await judgeControls(b, s);
  const pos = j.filter((c) => c.expected !== '-').length;
  const tp = j.filter((c) => c.expected !== '-' && c.found === c.expected).length;
  const fp = j.filter((c) => c.found !== '-' && c.found !== c.expected);
  const fn = j.filter((c) => c.expected !== '-' && c.found !== c.expected);
  console.log(
    n,
    'controls',
    j.length,
    'traps',
    j.length - pos,
    'P',
    tp / (tp + fp.length),
    'R',
    tp / pos,
  );
  if (n === 'dev' || process.argv[2])
    for (const c of new Set([...fp, ...fn]))
      console.log(
        `  ${c.expected} → ${c.found}  «${c.text}» ${c.page} ${JSON.stringify(c.reading)}`,
      );
}
await b.close();
