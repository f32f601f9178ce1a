// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { LedgerTable } from '../../../components/sheets/ledger-table';
import { SheetEditor } from '../../../components/sheets/sheet-editor';
import type { Block } from '../../../utils/format/document';
import { drawn, textOf } from '../drawn';

const DRAFT = {
  title: '关于“甲平台”有关情况的反映',
  sections: [
    { id: 'subject', heading: '平台情况', text: '平台名称：甲平台' },
    { id: 'notes', heading: '说明', text: '一\n二' },
  ],
};

async function write(place: Element, name: string, text: string): Promise<void> {
  const field = place.querySelector<HTMLTextAreaElement>(`[name="${name}"]`);
  if (field === null) throw new Error(`no field ${name}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => setTimeout(done, 5));
}

const click = async (place: Element, action: string) => {
  place.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
  await new Promise((done) => setTimeout(done, 5));
};

describe('a sheet', () => {
  it('is saved and printed as it was edited, with what was typed under it', async () => {
    const saved = vi.fn<(blocks: readonly Block[]) => void>();
    const place = drawn(
      <SheetEditor draft={DRAFT} outputsOff={false} onPrint={() => undefined} onWord={saved} />,
    );
    await write(place, 'subject', '改过');
    await write(place, 'signature', '某某乡');
    await click(place, 'word-sheet');
    const texts = saved.mock.calls[0]?.[0].map((block) => ('text' in block ? block.text : ''));
    expect(texts).toEqual([
      DRAFT.title,
      '一、平台情况',
      '改过',
      '二、说明',
      '一',
      '二',
      '\n某某乡',
    ]);
    expect(textOf(place.querySelector('.paper'))).toContain('改过');
    await click(place, 'rewrite-sheet');
    expect(textOf(place.querySelector('.paper'))).toContain('平台名称：甲平台');
  });

  it('offers neither printing nor a file where the unit switched them off, and says so', () => {
    const place = drawn(<SheetEditor draft={DRAFT} outputsOff={true} />);
    expect(place.querySelector('[data-action="print-sheet"]')).toBeNull();
    expect(place.querySelector('[data-action="word-sheet"]')).toBeNull();
    expect(textOf(place)).toContain('单位设置停用了打印');
    expect(textOf(drawn(<SheetEditor draft={DRAFT} outputsOff={false} />))).not.toContain('停用');
  });

  it('says whether it was entered in the ledger', async () => {
    const place = drawn(
      <SheetEditor draft={DRAFT} outputsOff={false} onKeep={() => Promise.resolve()} />,
    );
    await click(place, 'keep-sheet');
    expect(textOf(place)).toContain('已记入台账');
    const other = drawn(
      <SheetEditor draft={DRAFT} outputsOff={false} onKeep={() => Promise.reject(new Error())} />,
    );
    await click(other, 'keep-sheet');
    expect(textOf(other)).toContain('没有保存');
  });
});

describe('the ledger', () => {
  const entry = { id: 'e', platform: '甲平台', findings: [], at: Date.UTC(2026, 8, 1) };
  const burden = (submissions: number) => ({ submissions, reentered: 1, uploads: 5, actions: 2 });

  it('shows what changed, or why it is not compared yet', () => {
    const changes = [
      { state: 'compared', before: burden(9), after: burden(3) },
      { state: 'running', at: Date.UTC(2026, 8, 29) },
      { state: 'short' },
    ] as const;
    const said = changes.map((change) =>
      textOf(
        drawn(
          <LedgerTable
            lines={[{ ...entry, status: 'reported', change }]}
            zone="Asia/Shanghai"
            onState={() => undefined}
            onRemove={() => undefined}
          />,
        ),
      ),
    );
    expect(said[0]).toContain('提交 9 → 3');
    expect(said[1]).toContain('9 月 29 日满四周后显示');
    expect(said[2]).toContain('不足四周');
  });

  it('follows a sheet from 已反映 to 已整改', async () => {
    const states: string[] = [];
    const place = drawn(
      <LedgerTable
        lines={[{ ...entry, status: 'reported', change: { state: 'short' } }]}
        zone="Asia/Shanghai"
        onState={(id, status) => states.push(`${id} ${status}`)}
        onRemove={(id) => states.push(`${id} removed`)}
      />,
    );
    const select = place.querySelector('select');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
      '已反映',
      '已受理',
      '已答复',
      '已整改',
    ]);
    if (select !== null) select.value = 'settled';
    select?.dispatchEvent(new Event('change', { bubbles: true }));
    await click(place, 'remove-entry');
    expect(states).toEqual(['e settled', 'e removed']);
  });
});
