import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBatch } from '../../utils/domain/contribution/batch';
import { type Collection, parseCollection } from '../../utils/domain/contribution/collection';
import { contributionVector, headingOf } from '../../utils/domain/contribution/contribution';
import { openKeyFile, parseKeyFile } from '../../utils/domain/contribution/key-file';
import { layoutOf } from '../../utils/domain/contribution/layout';
import { releaseHash, releaseOf, releaseTable } from '../../utils/domain/contribution/release';
import { openSeal, sealFor } from '../../utils/domain/contribution/seal';
import { shareOfSeed } from '../../utils/domain/contribution/shares';
import type { SumFile } from '../../utils/domain/contribution/sum-file';
import { contributionToken } from '../../utils/domain/contribution/token';
import { weekAt } from '../../utils/domain/week';
import { formatDecimal } from '../../utils/format/number';
import { HOSTS } from '../portals/hosts';
import { CADRE, household } from '../portals/people';
import { type Portals, startPortals } from '../portals/server';
import * as agriculture from '../portals/steps/agriculture';
import * as grid from '../portals/steps/grid';
import { settledTables } from '../start/settled-tables';
import { platformFigures, secretOf, seeded } from '../utils/domain/contribution/fixture';
import { launchWithExtension, type Session } from './browser';
import { agree } from './consent';
import { shownText } from './shown-text';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PASSPHRASE = 'qingshan 2026 baoguan';
const OTHERS = 39;
const WEEK = weekAt(Date.now(), 'Asia/Shanghai').key;
const CODES = [HOSTS.agriculture, HOSTS.grid, HOSTS.party] as const;

/** The week of a generated person. */
function figuresOf(person: number) {
  const random = seeded(person);
  return CODES.map((code, index) =>
    platformFigures({
      code,
      category: 'gov_other',
      workingMs: (60 + Math.floor(random() * 200)) * 60_000,
      fillings: 8 + Math.floor(random() * 20),
      comparable: 60,
      reentered: 20 + Math.floor(random() * 30),
      reentryMs: (20 + Math.floor(random() * 90)) * 60_000,
      checkIns: 7 + Math.floor(random() * 9),
      zombie: index === 2 && person <= 12,
    }),
  );
}

describe('from a person to a unit, sealed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-unit-'));
  let portals: Portals;
  let session: Session;
  let unit: Page;
  let collection: Collection;
  const file = (name: string) => join(folder, name);

  /** Presses something that saves a file, and keeps the file. */
  const saved = async (action: string): Promise<string> => {
    const [download] = await Promise.all([
      unit.waitForEvent('download'),
      unit.locator(`[data-action="${action}"]`).click(),
    ]);
    const path = file(download.suggestedFilename());
    await download.saveAs(path);
    return path;
  };
  const choose = (action: string, ...paths: string[]) =>
    unit.locator(`input[data-action="${action}"]`).setInputFiles(paths);
  const go = (view: string) => unit.locator(`a[data-view="${view}"]`).click();
  const fill = (name: string, value: string) => unit.locator(`[name="${name}"]`).fill(value);

  /** What is wrong for those who cannot see or use a mouse, in both languages, light and dark. */
  const flawsOf = async (): Promise<readonly string[]> => {
    const flaws: string[] = [];
    await unit.evaluate(axe);
    for (const [language, theme, lang] of [
      ['en', 'dark', 'en-GB'],
      ['zh_CN', 'light', 'zh-CN'],
    ] as const) {
      await unit.evaluate((settings) => chrome.storage.local.set({ settings }), {
        language,
        theme,
      });
      await unit.locator(`html[data-theme="${theme}"][lang="${lang}"]`).waitFor();
      const found = await unit.evaluate(async () => {
        const tester = (
          globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe;
        const { violations } = await tester.run();
        return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
      });
      flaws.push(...found);
    }
    await unit.setViewportSize({ width: 320, height: 700 });
    const wide = await unit.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await unit.setViewportSize({ width: 1366, height: 768 });
    return wide > 0 ? [...flaws, `${wide} px too wide`] : flaws;
  };

  beforeAll(async () => {
    portals = await startPortals();
    session = await launchWithExtension({ port: portals.port });
    await agree(session, 'values');
    const house = household(0);
    const farm = await session.openTab();
    await agriculture.openAgriculture(farm);
    await agriculture.fillFarmer(farm, { house }, { keyDelayMs: 5 });
    await agriculture.submitFarmer(farm);
    await farm.waitForTimeout(800);
    await farm.close();
    const visits = await session.openTab();
    await grid.openGrid(visits);
    await grid.clockIn(visits);
    await grid.fillVisit(visits, { house, official: CADRE }, { keyDelayMs: 5 });
    await grid.submitVisit(visits);
    await visits.waitForTimeout(800);
    await visits.close();
    unit = await session.openOwn('unit.html');
    await settledTables(unit);
  }, 180_000);

  afterAll(async () => {
    await session?.close();
    await portals?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a key is made and a collection set up', async () => {
    await go('holder');
    await fill('new-passphrase', PASSPHRASE);
    await saved('make-key');
    const publicKey = (await unit.locator('[data-public-key]').textContent())?.trim() ?? '';

    await go('build');
    await fill('code', 'QS-2026-4');
    await fill('title', '青山镇平台负担汇总');
    await fill('processor', '青山镇党政综合办公室');
    await fill('contact', '张建国 199 0000 0001');
    await fill('first-week', WEEK);
    await fill('week-count', '1');
    await fill('headcount', '45');
    await fill('holder-name', '青山学院');
    await fill('holder-publicKey', publicKey);
    for (const code of CODES) {
      await fill('platform-code', code);
      await unit.locator('[data-action="add-platform"]').click();
    }
    expect(await flawsOf()).toEqual([]);
    const parsed = parseCollection(readFileSync(await saved('save-collection'), 'utf8'));
    if (!('value' in parsed)) throw new Error(JSON.stringify(parsed.fault));
    collection = parsed.value;
    expect(collection).toMatchObject({ mode: 'sealed', weeks: [WEEK], categories: ['gov_other'] });
  });

  let own: string;
  it('the person sees everything that goes into the file, leaves a row out, and saves it', async () => {
    await go('contribute');
    await choose('choose-collection', file('QS-2026-4.collection.json'));
    const row = (code: string) => unit.locator(`[data-row="platform/${code}"]`);
    await row(HOSTS.grid).waitFor();
    expect(await unit.locator('[data-who="sealed"]').textContent()).toContain('如串通，可还原');
    const cells = unit
      .locator('tr')
      .filter({ has: row(HOSTS.grid) })
      .locator('td');
    expect(await cells.nth(1).textContent()).toBe('1');
    const buttons = await Promise.all(
      ['export', 'decline'].map((one) => unit.locator(`[data-action="${one}"]`).boundingBox()),
    );
    expect(buttons[1]?.width).toBe(buttons[0]?.width);
    const shown = unit.locator('[data-text]');
    const before = await shown.textContent();
    expect(await flawsOf()).toEqual([]);
    await row(HOSTS.agriculture).uncheck();
    await expect.poll(() => shown.textContent()).not.toBe(before);
    own = await saved('export');
    expect(readFileSync(own, 'utf8')).toBe(await shown.textContent());
    await row(HOSTS.agriculture).check();
    await expect.poll(() => shown.textContent()).toBe(before);
    own = await saved('export');
    expect(own).toMatch(/QS-2026-4-\d{4}-W\d\d-[0-9a-f]{8}\.json$/);
  });

  it('the unit adds up forty, the key-holder gives back sums, the result is exact', async () => {
    const layout = layoutOf(collection);
    const { collection: id } = headingOf(collection, WEEK, '', 1);
    const vectors: Uint32Array[] = [];
    const others: string[] = [];
    for (let person = 1; person <= OTHERS; person += 1) {
      const vector = contributionVector(figuresOf(person), layout);
      const token = contributionToken(secretOf(person), id, WEEK);
      vectors.push(vector);
      others.push(
        await sealFor(collection, { week: WEEK, token, rev: 1 }, vector, secretOf(person)),
      );
    }
    const ownText = readFileSync(own, 'utf8');
    vectors.push(await vectorOf(ownText, collection, layout.entries.length, file));

    // Twenty as single files, ten as lines, nine in an archive; one twice, one of another week.
    const single = others.slice(0, 20).map((text, index) => {
      writeFileSync(file(`${index}.json`), text);
      return file(`${index}.json`);
    });
    writeFileSync(file('lines.ndjson'), others.slice(20, 30).join(''));
    writeFileSync(
      file('archive.zip'),
      zipSync(
        Object.fromEntries(
          others
            .slice(30)
            .map((text, index) => [`d/${index}.json`, new TextEncoder().encode(text)]),
        ),
      ),
    );
    writeFileSync(file('again.json'), others[0] ?? '');
    writeFileSync(file('other.json'), (others[1] ?? '').replace(WEEK, '2020-W01'));
    writeFileSync(file('broken.json'), '{"schema":');

    await go('sum');
    await choose(
      'choose-files',
      ...single,
      ...['lines.ndjson', 'archive.zip', 'again.json', 'other.json', 'broken.json'].map(file),
      own,
    );
    await unit.locator('[data-counted="40"]').waitFor();
    for (const reason of ['replayed', 'foreign-week', 'malformed'])
      expect(await unit.locator(`[data-refused="${reason}"]`).textContent()).toBe('1');
    const batch = await saved('save-batch');
    const half = await saved('save-sum');
    expect(readFileSync(batch, 'utf8')).not.toContain('"open"');

    await go('holder');
    await choose('choose-key', file('qingzhuang-key.json'));
    await choose('choose-batch', batch);
    await fill('passphrase', 'not this one at all');
    await unit.locator('[data-action="open-batch"]').click();
    await unit.locator('[role="alert"].signal-notice').waitFor();
    await fill('passphrase', PASSPHRASE);
    // Stopped as soon as that can be, it gives back no sum; the batch can be opened afterwards.
    await unit.evaluate(() => {
      new MutationObserver((_, observer) => {
        const stop = document.querySelector<HTMLElement>('[data-work] [data-action="stop"]');
        if (stop === null) return;
        observer.disconnect();
        stop.click();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await unit.locator('[data-action="open-batch"]').click();
    await unit.locator('[role="alert"]', { hasText: '什么都没有改动' }).waitFor();
    expect(await unit.locator('[data-opened]').count()).toBe(0);
    await unit.locator('[data-action="open-batch"]').click();
    await unit.locator('[data-opened="40"]').waitFor();
    expect(await flawsOf()).toEqual([]);
    const holder = await saved('save-holder-sum');

    await go('sum');
    await choose('choose-sums', half, holder);
    await unit.locator('[data-half="holder"]').waitFor();
    await unit.locator('[data-action="make-release"]').click();
    await unit.locator('[data-release]').waitFor();

    const whole: SumFile = {
      ...createBatch(collection, WEEK).close().sum,
      half: 'whole',
      n: 40,
      batches: JSON.parse(readFileSync(half, 'utf8')).batches,
      sums: layout.entries.map((_, at) =>
        vectors.reduce((all, vector) => all + BigInt(vector[at] as number), 0n),
      ),
    };
    const expected = releaseOf(collection, [whole]);
    if (!('release' in expected)) throw new Error(expected.refused);
    const { release } = expected;
    expect(release.people).toBe(40);
    expect(release.zombies).toEqual([HOSTS.party]);
    expect(await unit.locator('[data-release]').getAttribute('data-release')).toBe(
      releaseHash(release),
    );
    for (const { key, sums } of release.rows)
      expect(await unit.locator(`[data-cell="${key} minutes"]`).textContent()).toBe(
        sums.minutes === undefined ? '—' : formatDecimal(sums.minutes / 60, 'zh_CN'),
      );
    expect(await unit.locator('[data-zombies]').getAttribute('data-zombies')).toBe(HOSTS.party);

    expect(await flawsOf()).toEqual([]);
    await unit.locator('[data-action="export-release"]').click();
    const table = await saved('release-tsv');
    expect(readFileSync(table, 'utf8')).toBe(releaseTable(release));
    await unit.emulateMedia({ media: 'print' });
    expect(await unit.locator('[data-release]').isVisible()).toBe(true);
    expect(await unit.locator('[data-action="make-release"]').isVisible()).toBe(false);
    await unit.emulateMedia({ media: 'screen' });
  });

  it('a second result with one person more or less is refused', async () => {
    await unit.reload();
    await choose('choose-collection', file('QS-2026-4.collection.json'));
    const singles = Array.from({ length: 20 }, (_, index) => file(`${index}.json`));
    await choose('choose-files', ...singles, file('lines.ndjson'), file('archive.zip'));
    await unit.locator('[data-counted="39"]').waitFor();
    const batch = await saved('save-batch');
    await go('holder');
    await choose('choose-key', file('qingzhuang-key.json'));
    await choose('choose-batch', batch);
    await fill('passphrase', PASSPHRASE);
    await unit.locator('[data-action="open-batch"]').click();
    expect(await shownText(unit.locator('[role="alert"].signal-notice'))).toContain('不足 10 人');
  });

  it('names every file that is not used, with the reason, and uses the others', async () => {
    await go('compare');
    const kinds = { 'broken.json': '已损坏', 'QS-2026-4.collection.json': '不是所需种类' };
    await choose('choose-releases', ...Object.keys(kinds).map(file));
    const said = unit.locator('[role="alert"]', { hasText: '未采用' });
    await said.waitFor();
    for (const [name, reason] of Object.entries(kinds))
      expect(await said.textContent()).toMatch(new RegExp(`${name}（[^）]*(${reason})`));
    await go('demand');
    await choose('choose-inventories', file('broken.json'));
    await unit.getByText('读入 0 份').waitFor();
    expect(await unit.getByText('读入 0 份').textContent()).toContain('broken.json（');
  });

  it('breaks no page', () => {
    expect(session.pageErrors).toEqual([]);
  });
});

/** The figures in a sealed file, as only office and key-holder together could read them. */
async function vectorOf(
  text: string,
  collection: Collection,
  length: number,
  file: (name: string) => string,
): Promise<Uint32Array> {
  const { token, rev, open, seal } = JSON.parse(text);
  const parsed = parseKeyFile(readFileSync(file('qingzhuang-key.json'), 'utf8'));
  if (!('value' in parsed)) throw new Error('no key');
  const key = await openKeyFile(parsed.value, PASSPHRASE);
  const seed = key && (await openSeal(headingOf(collection, WEEK, token, rev), seal, key));
  if (!seed) throw new Error('sealed half does not open');
  const share = await shareOfSeed(seed, length);
  const shown = new BigUint64Array(new Uint8Array(Buffer.from(open, 'base64')).buffer);
  return Uint32Array.from(shown, (value, at) =>
    Number(BigInt.asUintN(64, value + (share[at] as bigint))),
  );
}
