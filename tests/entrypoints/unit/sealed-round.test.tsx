// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { type ComponentType, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BuildView } from '../../../entrypoints/unit/build-view';
import { ContributeView } from '../../../entrypoints/unit/contribute-view';
import type { CountRequest, Progress } from '../../../entrypoints/unit/count-report';
import { DemandView } from '../../../entrypoints/unit/demand-view';
import { HolderView } from '../../../entrypoints/unit/holder-view';
import { readSources } from '../../../entrypoints/unit/read-sources';
import { SumView } from '../../../entrypoints/unit/sum-view';
import { collection } from '../../../entrypoints/unit/unit-state';
import { addUp, closedBatch } from '../../../utils/domain/contribution/batch';
import { collectionId } from '../../../utils/domain/contribution/collection';
import { contributionVector } from '../../../utils/domain/contribution/contribution';
import { inventoryText } from '../../../utils/domain/contribution/form-inventory';
import { layoutOf } from '../../../utils/domain/contribution/layout';
import { releaseOf, releaseTable } from '../../../utils/domain/contribution/release';
import { sealFor } from '../../../utils/domain/contribution/seal';
import { contributionToken } from '../../../utils/domain/contribution/token';
import { COLLECTION, personWeek, secretOf, WEEK } from '../../utils/domain/contribution/fixture';

const saved = vi.hoisted(() => new Map<string, string>());
vi.mock('../../../entrypoints/report/save-file', () => ({
  saveFile: (name: string, text: string) => saved.set(name, text),
}));
vi.mock('webextension-polyfill', () => {
  const stored: Record<string, unknown> = {};
  return {
    default: {
      runtime: {
        getURL: (path: string) => path,
        sendMessage: async ({ labels }: { readonly labels: readonly string[] }) =>
          labels.map((label) => (label === '姓名' ? 'person.name' : null)),
      },
      storage: {
        local: {
          get: async () => stored,
          set: async (change: object) => Object.assign(stored, change),
        },
      },
    },
  };
});
/** The worker's own work, in this thread. */
vi.mock('../../../entrypoints/unit/count-files', () => ({
  countFiles: async (
    { expected, files, leftOut }: CountRequest,
    onProgress: (one: Progress) => void,
  ) => {
    const batch = addUp(expected, new Set(leftOut));
    await readSources(files, {
      take: batch.add,
      tooLarge: () => batch.refuse('too-large'),
      unreadable: () => batch.refuse('malformed'),
      onRead: (bytes) => onProgress({ done: bytes, total: bytes, counted: batch.counted }),
      limit: batch.reader.limit,
    });
    return { ...closedBatch(expected, batch.close()), countMs: 1, allMs: 2 };
  },
}));

const PASSPHRASE = 'qingshan 2026 baoguan';
let root: HTMLElement;
const find = <Kind extends HTMLElement>(query: string) => {
  const found = root.querySelector<Kind>(query);
  if (found === null) throw new Error(`not there: ${query}`);
  return found;
};
const show = (View: ComponentType) => act(() => render(<View />, root));
const press = async (action: string) => {
  await act(() => find(`[data-action="${action}"]`).click());
};
const fill = (name: string, value: string) =>
  act(() => {
    const input = find<HTMLInputElement>(`[name="${name}"]`);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
const choose = async (action: string, files: readonly File[]) => {
  const input = find<HTMLInputElement>(`input[data-action="${action}"]`);
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await act(() => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
};
/** A busy machine takes its time over keys. */
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 25_000 });
const fileOf = (name: string) => new File([saved.get(name) ?? ''], name);

beforeEach(() => {
  // The word lists of the package are not served here: items stay unnamed.
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no package')));
  root = document.createElement('div');
  document.body.replaceChildren(root);
});
afterEach(() => {
  render(null, root);
});

describe('the pages of a unit, one after the other', () => {
  it('take a sealed batch from the key to the result, exactly', async () => {
    show(HolderView);
    fill('new-passphrase', PASSPHRASE);
    await press('make-key');
    await until(() => find('[data-public-key]'));
    const publicKey = find('[data-public-key]').textContent ?? '';

    show(BuildView);
    for (const [name, value] of [
      ['code', 'QS-2026-5'],
      ['title', COLLECTION.title],
      ['processor', COLLECTION.processor],
      ['contact', COLLECTION.contact],
      ['first-week', WEEK],
      ['week-count', '1'],
      ['holder-name', '青山学院'],
      ['holder-publicKey', 'not a key'],
    ] as const)
      fill(name, value);
    for (const { code } of COLLECTION.platforms) {
      fill('platform-code', code);
      await press('add-platform');
    }
    await press('save-collection');
    await until(() => find('[data-fault="value"]'));
    fill('holder-publicKey', publicKey);
    await press('save-collection');
    await until(() => expect(saved.has('QS-2026-5.collection.json')).toBe(true));

    const one = collection.value;
    if (one === undefined) throw new Error('no collection');
    const layout = layoutOf(one);
    const vectors = Array.from({ length: 40 }, (_, person) =>
      contributionVector(personWeek(person + 1), layout),
    );
    const files = await Promise.all(
      vectors.map(async (vector, person) => {
        const token = contributionToken(secretOf(person), collectionId(one), WEEK);
        const text = await sealFor(one, { week: WEEK, token, rev: 1 }, vector, secretOf(person));
        return new File([text], `${person}.json`);
      }),
    );

    show(SumView);
    await choose('choose-files', [...files, new File(['{}'], 'bad.json')]);
    await until(() => find('[data-counted="40"]'));
    expect(find('[data-refused="malformed"]').textContent).toBe('1');
    await press('save-batch');
    await press('save-sum');
    await press('make-release');
    await until(() => expect(root.textContent).toContain('缺少另一半'));

    show(HolderView);
    await choose('choose-key', [fileOf('qingzhuang-key.json')]);
    await choose('choose-batch', [fileOf(`QS-2026-5-${WEEK}-sealed.txt`)]);
    fill('passphrase', 'some other words');
    await press('open-batch');
    await until(() => expect(root.textContent).toContain('口令不对'));
    fill('passphrase', PASSPHRASE);
    await press('open-batch');
    await until(() => find('[data-opened="40"]'));
    await press('save-holder-sum');
    expect(saved.get(`QS-2026-5-${WEEK}-holder.json`)).not.toContain('leftOut');

    // The page was closed in between: both halves come from files.
    render(null, root);
    show(SumView);
    await choose('choose-sums', [
      fileOf(`QS-2026-5-${WEEK}-office.json`),
      fileOf(`QS-2026-5-${WEEK}-holder.json`),
    ]);
    await until(() => find('[data-half="holder"]'));
    await press('make-release');
    await until(() => find('[data-release]'));
    const whole = {
      ...JSON.parse(saved.get(`QS-2026-5-${WEEK}-office.json`) ?? ''),
      half: 'whole' as const,
      sums: layout.entries.map((_, at) =>
        vectors.reduce((all, vector) => all + BigInt(vector[at] as number), 0n),
      ),
    };
    const { schema: _schema, ...sum } = whole;
    const expected = releaseOf(one, [sum]);
    if (!('release' in expected)) throw new Error(expected.refused);
    await press('release-tsv');
    const [table] = [...saved].find(([name]) => name.endsWith('.tsv')) ?? [];
    expect(saved.get(table ?? '')).toBe(releaseTable(expected.release));
  }, 60_000);

  it('refuse a second result with one person less', async () => {
    collection.value = COLLECTION;
    const { plainFile } = await import('../../utils/domain/contribution/fixture');
    const files = Array.from(
      { length: 40 },
      (_, person) => new File([plainFile(person)], `${person}.json`),
    );
    show(SumView);
    await act(() => {
      const week = find<HTMLSelectElement>('[name="week"]');
      week.value = WEEK;
      week.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await choose('choose-files', files);
    await until(() => find('[data-counted="40"]'));
    await press('make-release');
    await until(() => find('[data-release]'));
    await choose('choose-files', files.slice(1));
    await until(() => find('[data-counted="39"]'));
    expect(root.querySelector('[data-release]')).toBeNull();
    await press('make-release');
    await until(() => expect(root.textContent).toContain('不足 10 人'));
    await choose('choose-files', files.slice(11));
    await until(() => expect(root.textContent).toContain('不足 30 份'));
  });

  it('let the person without any record save a blank file or nothing', async () => {
    collection.value = COLLECTION;
    show(ContributeView);
    await until(() => expect(find('[data-text]').textContent).toContain('"values":[0,'));
    await press('export');
    await until(() =>
      expect([...saved.keys()].some((name) => /^QS-2026-4-.*-[0-9a-f]{8}\.json$/.test(name))).toBe(
        true,
      ),
    );
    await press('decline');
    await until(() => expect(root.textContent).toContain('没有留下记录'));
  });

  it('lay demands side by side, propose, and review a planned form', async () => {
    collection.value = COLLECTION;
    const id = collectionId(COLLECTION);
    const concepts = ['person.id_number', 'person.name'];
    const text = inventoryText({
      collection: id,
      forms: ['mz.qingshan.gov.cn', 'nb-01'].map((platform) => ({ platform, concepts, fields: 2 })),
    });
    show(DemandView);
    await until(() => find('input[data-action="choose-inventories"]'));
    await choose(
      'choose-inventories',
      Array.from({ length: 11 }, (_, index) => new File([index === 0 ? '{}' : text], `${index}`)),
    );
    await until(() =>
      expect(root.textContent).toContain('有 1 个文件未采用：0（不是所需种类的文件）'),
    );
    expect(root.textContent).toContain('民政系统 × nb-01');
    await press('proposal-word');
    await press('proposal-excel');
    expect([...saved.keys()]).toEqual(
      expect.arrayContaining(['QS-2026-4-proposal.docx', 'QS-2026-4-proposal.xlsx']),
    );
    fill('header', '姓名，备用栏');
    await until(() => expect(find('[data-review]').textContent).toContain('2 项中 1 项'));
  });
});
