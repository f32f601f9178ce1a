/**
 * A township of forty over six weeks, sealed, in real browsers: from records in each person's own
 * profile to the printed result.
 *
 * - Each person has a browser profile and a device secret of their own. Six weeks of records are
 *   written into its IndexedDB with the extension's own database code; the person agrees on the
 *   welcome page, opens the collection file, looks, hides rows or makes a blank file, saves.
 * - Some first give a form inventory for an earlier collection; its form types go into the next.
 * - The office reads the folder, the key-holder opens the sealed halves in a browser of its own, the
 *   halves become totals, results are made, printed and exported; proposal and comparison follow.
 *
 * Everything is held against the plan (`plan.ts`, `truth.ts`, `check-release.ts`), which knows nothing of
 * the extension.
 *
 * `npm run bench:township -- --check --json FILE --people N --at-once N --out FOLDER` (under 40 people rules that need
 * thirty are not reached: for trying only)
 */

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import {
  type Collection,
  collectionId,
  parseCollection,
  textHash,
} from '../../../utils/domain/contribution/collection';
import { layoutOf } from '../../../utils/domain/contribution/layout';
import { type Release, releaseHash, releaseOf } from '../../../utils/domain/contribution/release';
import { parseRelease } from '../../../utils/domain/contribution/release-file';
import { parseSum, type SumFile } from '../../../utils/domain/contribution/sum-file';
import { wholeSums } from '../../../utils/domain/contribution/whole-sums';
import { shiftWeek, weekAt, weekOfKey } from '../../../utils/domain/week';
import { bundleForPage } from '../../bundle-for-page';
import { agree } from '../../e2e/consent';
import { shownText } from '../../e2e/shown-text';
import { readArguments } from '../arguments';
import { printTable } from '../table';
import {
  asSecond,
  begin,
  choose,
  chooseFolder,
  contribute,
  fill,
  inBrowser,
  savedBy,
  show,
} from './browsers';
import { type Children, wrongsOf } from './check-release';
import { FEW, PARTY, STALE, SYSTEMS, township, WEEKS } from './plan';
import { type Dictionary, type Sums, truthOf } from './truth';

const PASSPHRASE = 'qingshan 2026 baoguan';
const ZONE = 'Asia/Shanghai';
/** So many people also give a form inventory. */
const INVENTORIES = 14;
const COLUMNS = [
  '表名',
  '制发部门及层级',
  '依据文件',
  '频次',
  '对应履职事项（基本/配合/清单外）',
  '重复数据项',
  '首录平台',
  '处置建议（取消/合并/共享取数/保留）',
  '年节约工时（低—中—高）',
];

const { json, check, options } = readArguments({ people: '40', out: '', 'at-once': '2' });
const count = Number(options.people);
const people = township(count);
const folder = options.out || mkdtempSync(join(tmpdir(), 'qingzhuang-township-'));
const at = (...names: string[]) => {
  const path = join(folder, ...names);
  mkdirSync(path, { recursive: true });
  return path;
};
const contributions = at('contributions');
const startedAt = Date.now();

const lines: { what: string; figure: number | string; holds: boolean }[] = [];
/** Notes a figure, and whether it is as it must be. */
function expect(what: string, figure: number | string, holds: boolean): void {
  lines.push({ what, figure, holds });
  console.log(`${holds ? ' ' : '✗'} ${what}: ${figure}`);
}
function equal(what: string, found: number | string | undefined, wanted: number | string): void {
  expect(what, found === wanted ? wanted : `${found}, not ${wanted}`, found === wanted);
}

const lastWeek = shiftWeek(weekAt(Date.now(), ZONE).key, -1);
const weeks = Array.from({ length: WEEKS }, (_, index) => shiftWeek(lastWeek, index + 1 - WEEKS));
const mondays = weeks.map((key) => weekOfKey(key, ZONE).from);

try {
  await run();
} finally {
  if (options.out === '') rmSync(folder, { recursive: true, force: true });
}

console.log();
printTable(lines.map(({ holds, ...line }) => ({ ...line, '': holds ? '' : 'MISSED' })));
const missed = lines.filter(({ holds }) => !holds).length;
console.log(
  `\n${lines.length} checks, ${missed} missed, ${Math.round((Date.now() - startedAt) / 1_000)} s`,
);
if (json !== undefined) writeFileSync(json, `${JSON.stringify(lines, null, 2)}\n`);
if (check && missed > 0) process.exitCode = 1;

/** What stands in the folder once everybody has handed in. */
interface HandedIn {
  readonly keyPath: string;
  readonly collectionPath: string;
  readonly inventories: readonly string[];
}

async function run(): Promise<void> {
  // A folder that was given is filled once; office and key-holder can then be tried again.
  const note = join(folder, 'handed-in.json');
  if (!existsSync(note)) writeFileSync(note, JSON.stringify(await gather()));
  const { keyPath, collectionPath, inventories }: HandedIn = JSON.parse(readFileSync(note, 'utf8'));
  const parsed = parseCollection(readFileSync(collectionPath, 'utf8'));
  if ('fault' in parsed) throw new Error(`The collection is refused: ${parsed.fault.reason}.`);
  const collection = parsed.value;
  equal('form inventories', new Set(inventories).size, Math.min(INVENTORIES, count));
  equal('weeks asked for', collection.weeks.join(' '), weeks.join(' '));
  equal(
    'form types that enough people saw',
    collection.forms.map(({ name }) => name).join(' '),
    seenByEnough().join(' '),
  );

  const files = readdirSync(contributions).map((name) => join(contributions, name));
  equal('sealed files', files.length, count * WEEKS + (count >= 7 ? 1 : 0));
  equal('lengths of sealed files', new Set(files.map((path) => statSync(path).size)).size, 1);
  const tokens = files.map((path) => String(JSON.parse(readFileSync(path, 'utf8')).token));
  equal('tokens', new Set(tokens).size, count * WEEKS);

  const halves = await inBrowser(at('office'), 'sum', (page) => countAll(page, collectionPath));
  const opened = await inBrowser(at('holder'), 'holder', (page) =>
    openAll(page, collectionPath, keyPath, halves),
  );
  const sums = checkSums(collection, halves, opened);
  await inBrowser(at('office'), 'sum', (page) =>
    release(page, collection, collectionPath, halves, opened, sums, tokens),
  );
}

/** Names of the forms that ten of those who gave an inventory had worked with, by platform. */
function seenByEnough(): readonly string[] {
  const givers = people.slice(0, INVENTORIES);
  const copies = givers.length < 10 ? 10 : 1;
  return SYSTEMS.filter(
    ({ id }) =>
      copies *
        givers.filter((person) =>
          person.weeks.some((week) => week.systems.some((one) => one.system.id === id)),
        ).length >=
      10,
  )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ forms }) => forms.map(({ name }) => name));
}

/** Key, collections and inventories; then each person in turn. */
async function gather(): Promise<HandedIn> {
  const script = await bundleForPage(new URL('records.ts', import.meta.url), 'records');
  const key = await inBrowser(at('holder'), 'holder', async (page) => {
    await fill(page, 'new-passphrase', PASSPHRASE);
    const keyPath = await savedBy(page, folder, 'make-key');
    const text = (await page.locator('[data-public-key]').textContent())?.trim() ?? '';
    return { keyPath, text };
  });
  const earlierPath = await inBrowser(at('office'), 'build', (page) =>
    build(page, 'QS-2026-3', key.text),
  );
  const filled = new Set<number>();
  const inventories: string[] = [];
  await inTurn(people.slice(0, INVENTORIES), async ({ number }) => {
    inventories.push(await giveInventory(number, earlierPath, script, filled));
  });
  const collectionPath = await inBrowser(at('office'), 'build', (page) =>
    build(page, 'QS-2026-4', key.text, enough(inventories)),
  );
  await inTurn(people, ({ number }) => handIn(number, collectionPath, script, filled));
  return { keyPath: key.keyPath, collectionPath, inventories };
}

/** Does it for each, some at a time. */
async function inTurn<One>(ones: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const waiting = [...ones];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: Number(options['at-once']) }, worker));
}

/** The office sets up a collection; with inventories its form types are listed and named. */
async function build(
  page: Page,
  code: string,
  publicKey: string,
  inventories: readonly string[] = [],
): Promise<string> {
  await fill(page, 'code', code);
  await fill(page, 'title', '青山镇平台填报负担汇总');
  await fill(page, 'processor', '青山镇党政综合办公室');
  await fill(page, 'contact', '张建国 199 0000 0001');
  await fill(page, 'first-week', weeks[0] ?? '');
  await fill(page, 'week-count', String(WEEKS));
  await fill(page, 'headcount', '45');
  await fill(page, 'holder-name', '青山学院');
  await fill(page, 'holder-publicKey', publicKey);
  for (const { code: own, category, name, internal } of SYSTEMS) {
    if (own === undefined) continue;
    await fill(page, 'platform-code', own);
    await page.locator('[name="platform-category"]').selectOption(category);
    await page.locator('[name="platform-internal"]').setChecked(internal === true);
    if (internal === undefined) await fill(page, 'platform-name', name);
    await page.locator('[data-action="add-platform"]').click();
  }
  if (inventories.length > 0) {
    await choose(page, 'choose-inventories', inventories);
    await page.locator('input[aria-label^="表名"]').first().waitFor();
    for (const { forms, id } of SYSTEMS) {
      for (const { name } of forms) {
        const input = page.locator('tr', { hasText: id }).locator('input[aria-label^="表名"]');
        if ((await input.count()) === 0) continue;
        await input.fill(name);
        await input.blur();
      }
    }
  }
  return savedBy(page, folder, 'save-collection');
}

/** Where fewer try it out than a form must be seen by, what they gave is read as of several. */
function enough(inventories: readonly string[]): readonly string[] {
  if (inventories.length >= 10) return inventories;
  return Array.from({ length: 10 }, (_, index) => {
    const path = join(at('inventories'), `${index}.json`);
    copyFileSync(inventories[index % inventories.length] ?? '', path);
    return path;
  });
}

/** A new profile: the person agrees, and has six weeks of records behind them. */
async function asPerson<Result>(
  number: number,
  view: string,
  script: string,
  filled: Set<number>,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  return inBrowser(at('people', String(number)), view, async (page, session) => {
    if (!filled.has(number)) {
      await agree(session, 'values');
      const own = await session.openOwn('options.html');
      await own.evaluate(script);
      await own.evaluate(
        ([person, all, from]) =>
          (globalThis as unknown as { records: typeof import('./records') }).records.writePerson(
            person,
            all,
            from,
          ),
        [number, count, mondays] as const,
      );
      await own.close();
      filled.add(number);
      await page.reload();
    }
    return work(page);
  });
}

function giveInventory(
  number: number,
  collectionPath: string,
  script: string,
  filled: Set<number>,
): Promise<string> {
  return asPerson(number, 'inventory', script, filled, async (page) => {
    await choose(page, 'choose-collection', collectionPath);
    for (const check of ['secret1', 'secret2', 'secret3'])
      await page.locator(`[name="${check}"]`).check();
    return savedBy(page, at('inventories', String(number)), 'export-inventory');
  });
}

async function handIn(
  number: number,
  collectionPath: string,
  script: string,
  filled: Set<number>,
): Promise<void> {
  const person = people[number - 1];
  if (person === undefined) return;
  const began = Date.now();
  await asPerson(number, 'contribute', script, filled, async (page) => {
    await choose(page, 'choose-collection', collectionPath);
    await page.locator('[data-action="export"]:not([disabled])').waitFor();
    const internal = SYSTEMS.find((system) => system.internal);
    const list = page.locator(`[name="code-${internal?.code}"]`);
    // Whoever does not have it on their list has nothing to choose.
    if ((await list.locator(`option[value="${internal?.id}"]`).count()) > 0)
      await list.selectOption(internal?.id ?? '');
    for (const [index, week] of weeks.entries()) {
      const { hidden, blank, corrects } = person.choice(index);
      if (corrects !== undefined) {
        const first = { hidden: [...hidden, corrects], blank };
        asSecond(await contribute(page, week, contributions, first));
      }
      const revision = corrects === undefined ? 1 : 2;
      await contribute(page, week, contributions, { hidden, blank, revision });
      if (revision > 1) await page.locator('[name="revision"]').selectOption('1');
    }
    if (number === count) await decline(page);
  });
  console.log(`  person ${number}: ${((Date.now() - began) / 1_000).toFixed(1)} s`);
}

/** The last person looks once more and then hands in nothing: no file, and nothing is kept of it. */
async function decline(page: Page): Promise<void> {
  const kept = () => page.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
  const before = await kept();
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await page.locator('[data-action="decline"]').click();
  await page.locator('[data-action="decline"]').waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
  equal('files of somebody who hands in nothing', downloads, 0);
  expect('nothing kept of handing in nothing', 'equal', before === (await kept()));
}

interface Half {
  readonly week: string;
  readonly half: string;
  readonly batch: string;
}

/** The office counts the folder for each week. */
async function countAll(page: Page, collectionPath: string): Promise<readonly Half[]> {
  await begin(page, 'sum', collectionPath);
  const halves: Half[] = [];
  for (const [index, week] of weeks.entries()) {
    await page.locator('[name="week"]').selectOption(week);
    await chooseFolder(page, 'choose-folder', contributions);
    await page.locator(`[data-counted="${count}"]`).waitFor();
    const refused = async (reason: string) =>
      Number(
        await page
          .locator(`[data-refused="${reason}"]`)
          .textContent({ timeout: 500 })
          .catch(() => '0'),
      );
    const corrected = count >= 7;
    equal(
      `${week}: files of other weeks`,
      await refused('foreign-week'),
      count * (WEEKS - 1) + (corrected && index > 0 ? 1 : 0),
    );
    equal(
      `${week}: corrected files`,
      await refused('superseded'),
      corrected && index === 0 ? 1 : 0,
    );
    halves.push({
      week,
      batch: await savedBy(page, folder, 'save-batch'),
      half: await savedBy(page, folder, 'save-sum'),
    });
  }
  return halves;
}

/** The key-holder opens each batch and gives back sums. */
async function openAll(
  page: Page,
  collectionPath: string,
  keyPath: string,
  halves: readonly Half[],
): Promise<readonly string[]> {
  const opened: string[] = [];
  for (const { batch } of halves) {
    await begin(page, 'holder', collectionPath);
    await choose(page, 'choose-key', keyPath);
    await choose(page, 'choose-batch', batch);
    await fill(page, 'passphrase', PASSPHRASE);
    await page.locator('[data-action="open-batch"]').click();
    await page.locator(`[data-opened="${count}"]`).waitFor();
    opened.push(await savedBy(page, folder, 'save-holder-sum'));
  }
  // The same people less one would tell that one's figures.
  const [first] = halves;
  if (first !== undefined && count > 10) {
    const [head = '', ...rest] = readFileSync(first.batch, 'utf8').trim().split('\n');
    const fewer = join(folder, 'fewer.txt');
    writeFileSync(
      fewer,
      `${[head.replace(`"n":${count}`, `"n":${count - 1}`), ...rest.slice(1)].join('\n')}\n`,
    );
    await choose(page, 'choose-batch', fewer);
    await fill(page, 'passphrase', PASSPHRASE);
    await page.locator('[data-action="open-batch"]').click();
    const said = await shownText(page.locator('[role="alert"].signal-notice'));
    expect('a batch with one person less is not opened', said, /不足 10 人/.test(said));
  }
  return opened;
}

/** Both halves together against the truth, entry by entry; each by itself must be noise. */
function checkSums(
  collection: Collection,
  halves: readonly Half[],
  opened: readonly string[],
): readonly Sums[] {
  const layout = layoutOf(collection);
  const forms = new Map(collection.forms.map(({ code, name = '' }) => [name, code]));
  const dictionary: Dictionary = { ...collection, forms };
  return weeks.map((week, index) => {
    const truth = truthOf(people, index, dictionary);
    const read = (path: string): SumFile => {
      const parsed = parseSum(readFileSync(path, 'utf8'), layout.entries.length);
      if ('fault' in parsed) throw new Error(`${path}: ${parsed.fault.reason}`);
      return parsed.value;
    };
    const [office, holder] = [read(halves[index]?.half ?? ''), read(opened[index] ?? '')];
    const whole = wholeSums([office, holder]);
    if ('mismatch' in whole) throw new Error(whole.mismatch);
    const wrong = layout.entries.flatMap(({ name }, entry) => {
      const [found, wanted] = [whole.value[0]?.sums[entry], truth.get(name) ?? 0n];
      return found === wanted ? [] : [`${name} ${found}, not ${wanted}`];
    });
    const unknown = [...truth.keys()].filter(
      (name) => !layout.entries.some((entry) => entry.name === name) && truth.get(name) !== 0n,
    );
    expect(
      `${week}: sums unlike the truth, of ${layout.entries.length}`,
      [...wrong, ...unknown].slice(0, 5).join('; ') || 0,
      wrong.length + unknown.length === 0,
    );
    const small = office.sums.filter((sum) => sum < 1n << 40n).length;
    equal(`${week}: sums of one half alone that look like figures`, small, 0);
    return truth;
  });
}

async function release(
  page: Page,
  collection: Collection,
  collectionPath: string,
  halves: readonly Half[],
  opened: readonly string[],
  truths: readonly Sums[],
  tokens: readonly string[],
): Promise<void> {
  if (count < 40) return;
  const made: string[] = [];
  for (const indexes of [[0], [1], [2, 3, 4, 5]]) {
    await begin(page, 'sum', collectionPath);
    await choose(
      page,
      'choose-sums',
      indexes.flatMap((index) => [halves[index]?.half ?? '', opened[index] ?? '']),
    );
    await page
      .locator('[data-half="holder"]')
      .nth(indexes.length - 1)
      .waitFor();
    await page.locator('[data-action="make-release"]').click();
    await page.locator('[data-release]').waitFor();
    const own = indexes.map((index) => truths[index] as Sums);
    made.push(await checkRelease(page, collection, own, weeks[indexes[0] ?? 0] ?? '', tokens));
  }
  await begin(page, 'sum', collectionPath);
  await choose(
    page,
    'choose-sums',
    [0, 1, 2, 3].flatMap((index) => [halves[index]?.half ?? '', opened[index] ?? '']),
  );
  await page.locator('[data-half="holder"]').nth(3).waitFor();
  await page.locator('[data-action="make-release"]').click();
  const said = (await page.locator('[role="alert"].signal-notice').textContent()) ?? '';
  expect('a week in a second result', said, said.includes('另一份结果'));

  await begin(page, 'compare', collectionPath);
  await choose(page, 'choose-releases', made);
  await page.locator('[data-change]').first().waitFor();
  const changes = await page
    .locator('[data-change]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-change') ?? ''));
  expect(
    'what fell and came back',
    changes.filter((one) => one.endsWith('relapse')).join(', '),
    changes.includes(`platform/${PARTY} minutes relapse`),
  );
  expect(
    'nothing came back that had not fallen',
    changes.length,
    changes.every((one) => !one.endsWith('relapse') || /party|dj\.|^all|^form\//.test(one)),
  );
  await page.screenshot({ path: join(folder, 'compare.png'), fullPage: true });
  await propose(page, collection, collectionPath, made);
}

/** One result: on the page, printed, and in each kind of file. @returns its JSON file */
async function checkRelease(
  page: Page,
  collection: Collection,
  truths: readonly Sums[],
  name: string,
  tokens: readonly string[],
): Promise<string> {
  const layout = layoutOf(collection);
  const out = at(name);
  const save = async (format: string) => {
    await page.locator('[data-action="export-release"]').click();
    return savedBy(page, out, `release-${format}`);
  };
  const [jsonPath, tsv, csv, excel] = [
    await save('json'),
    await save('tsv'),
    await save('csv'),
    await save('excel'),
  ];
  const parsed = parseRelease(readFileSync(jsonPath, 'utf8'));
  if ('fault' in parsed) throw new Error(`The result is refused: ${parsed.fault.reason}.`);
  const found: Release = parsed.value;

  const children = new Map<string, string[]>();
  for (const { key, parent } of layout.rows)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), key]);
  const wrongs = wrongsOf(found, truths, children as Children);
  expect(`${name}: rules broken`, wrongs.slice(0, 4).join('; ') || 0, wrongs.length === 0);
  // The extension's own rules over the sums of the plan give the same table, row by row.
  const expected = releaseOf(
    collection,
    truths.map(
      (truth, index): SumFile => ({
        collection: collectionId(collection),
        week: found.weeks[index] ?? '',
        half: 'whole',
        n: count,
        batches: [{ hash: '', n: count }],
        sums: layout.entries.map((entry) => truth.get(entry.name) ?? 0n),
      }),
    ),
  );
  const rows = 'release' in expected ? JSON.stringify(expected.release.rows) : expected.refused;
  expect(`${name}: rows`, found.rows.length, rows === JSON.stringify(found.rows));
  const keys = found.rows.map(({ key }) => key);
  const below = FEW.filter((code) => keys.includes(`platform/${code}`));
  equal(`${name}: systems of few that are shown`, below.length, 0);
  expect(
    `${name}: remainders`,
    keys.filter((key) => key.startsWith('remainder/')).length,
    keys.some((key) => key.startsWith('remainder/')),
  );
  expect(
    `${name}: rows of anybody`,
    keys.filter((key) => !layout.row.has(key.replace(/^remainder\//, ''))).length,
    keys.every((key) => layout.row.has(key.replace(/^remainder\//, ''))),
  );
  equal(`${name}: zombie platforms`, found.zombies.join(' '), STALE);

  const hash = textHash(readFileSync(tsv, 'utf8'));
  equal(`${name}: hash of the table`, hash, releaseHash(found));
  equal(
    `${name}: hash on the page`,
    (await page.locator('[data-release]').getAttribute('data-release')) ?? '',
    hash,
  );
  await checkTables(page, found, name, csv, excel);

  const pdf = join(out, 'result.pdf');
  await page.pdf({ path: pdf, printBackground: true, preferCSSPageSize: true });
  await page.screenshot({ path: join(out, 'result.png'), fullPage: true });
  const printed = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });
  expect(`${name}: hash on paper`, hash.slice(0, 16), printed.replace(/\s/g, '').includes(hash));
  const names = await page
    .locator('[data-release] [data-row]')
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
  const flat = printed.replace(/\s/g, '');
  const lost = names.filter((one) => !flat.includes(one.replace(/\s/g, '')));
  expect(`${name}: rows missing on paper`, lost.join(', ') || 0, lost.length === 0);
  expect(`${name}: controls on paper`, 0, !/选择汇总件|形成汇总结果|换一个批次文件/.test(flat));

  const texts = [
    readFileSync(jsonPath, 'utf8'),
    readFileSync(tsv, 'utf8'),
    readFileSync(csv, 'utf8'),
    ...Object.values(unzipSync(readFileSync(excel))).map((part) => strFromU8(part)),
    printed,
    await page.content(),
  ];
  const told = tokens.filter((token) =>
    texts.some((text) => text.includes(token) || text.includes(token.slice(0, 16))),
  );
  equal(`${name}: people named in any of it`, told.length, 0);
  return jsonPath;
}

/** Page, CSV and Excel show what the file of the result holds. */
async function checkTables(
  page: Page,
  found: Release,
  name: string,
  csvPath: string,
  excelPath: string,
): Promise<void> {
  const cells = await page
    .locator('[data-release] [data-cell]')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('data-cell') ?? '', one.textContent ?? ''] as const),
    );
  const wrong = cells.filter(([cell, text]) => {
    const [key = '', measure = ''] = cell.split(' ');
    const row = found.rows.find((one) => one.key === key);
    const sum = row?.sums[measure as keyof typeof row.sums];
    if (sum === undefined) return text !== '—';
    const shown = Number(text.replaceAll(/[,\s]/g, ''));
    const wanted = measure.toLowerCase().endsWith('minutes') ? sum / 60 : sum;
    return Math.abs(shown - wanted) > 0.051;
  });
  expect(
    `${name}: cells of the page unlike the file`,
    wrong.length,
    cells.length > 50 && wrong.length === 0,
  );

  const [first] = await readWorkbook(readFileSync(excelPath));
  const sheet = first?.data ?? [];
  const lines = readFileSync(csvPath, 'utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  equal(`${name}: rows in Excel`, sheet.length, found.rows.length + 1);
  equal(`${name}: rows in CSV`, lines.length, found.rows.length + 1);
  const minutes = found.rows.map(({ sums: { minutes: sum } }) =>
    sum === undefined ? null : sum / 60,
  );
  expect(
    `${name}: hours in Excel`,
    minutes.filter((one) => one !== null).length,
    JSON.stringify(sheet.slice(1).map((row) => row[2] ?? null)) === JSON.stringify(minutes),
  );
  expect(
    `${name}: hours in CSV`,
    minutes.filter((one) => one !== null).length,
    lines.slice(1).every((line, index) => {
      const cell = line.split(',')[2] ?? '';
      return minutes[index] === null ? cell === '' : Number(cell) === minutes[index];
    }),
  );
}

/** The proposal from the dictionary's forms and a result, and the review of a planned form. */
async function propose(
  page: Page,
  collection: Collection,
  collectionPath: string,
  made: readonly string[],
): Promise<void> {
  await begin(page, 'demand', collectionPath);
  await page.locator('[data-action="export-proposal"]').waitFor();
  await choose(page, 'choose-release', made.at(-1) ?? '');
  await page.waitForTimeout(500);
  const save = async (format: string) => {
    await page.locator('[data-action="export-proposal"]').click();
    return savedBy(page, folder, `proposal-${format}`);
  };
  const [word, excel] = [await save('word'), await save('excel')];
  const [sheet] = await readWorkbook(readFileSync(excel));
  const [head = [], ...rows] = sheet?.data ?? [];
  equal('columns of the proposal in Excel', head.join(' '), COLUMNS.join(' '));
  equal('forms in the proposal', rows.length, collection.forms.length);
  const { value: html } = await mammoth.convertToHtml({ buffer: readFileSync(word) });
  const text = html.replaceAll(/<[^>]+>/g, ' ');
  const lacking = COLUMNS.filter((column) => !text.includes(column));
  expect('columns of the proposal lacking in Word', lacking.join(', ') || 0, lacking.length === 0);
  for (const name of seenByEnough()) {
    const row = rows.find(([first]) => first === name);
    expect(`proposal: ${name}`, row?.slice(1).join(' | ') ?? 'missing', row !== undefined);
  }
  // The householder's name is another item than that of the person whom a form is about.
  await fill(page, 'header', '姓名、户主姓名、身份证号、联系电话、家庭人口、盆景数量');
  const review = page.locator('[data-review]');
  await review.waitFor();
  await page.waitForTimeout(500);
  const said = await shownText(review);
  expect('review of a planned form', said, /6 项中 4 项/.test(said));
  await page.screenshot({ path: join(folder, 'demand.png'), fullPage: true });
  await page.pdf({
    path: join(folder, 'proposal.pdf'),
    printBackground: true,
    preferCSSPageSize: true,
  });
  await show(page, 'sum');
}
