// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleSummary } from '../../../components/sample';
import { OverlapMatrix, overlapOrder } from '../../../components/summary/overlap-matrix';
import type { PlatformOverlap } from '../../../utils/domain/summary';
import { drawn, textOf } from '../drawn';

const sample = sampleSummary();

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});

function overlap(from: string, to: string, fields: number): PlatformOverlap {
  return { from, to, fields, reentryMs: 0, concepts: [], evidence: { ids: [] } };
}

describe('the matrix of platforms', () => {
  it('stands in the order of what platforms share', () => {
    expect(overlapOrder([overlap('a', 'b', 1), overlap('c', 'b', 5)])).toEqual(['b', 'c', 'a']);
  });

  it('shows what was first on the row and asked again on the column', () => {
    const place = drawn(<OverlapMatrix summary={sample} compared />);
    const cell = place.querySelector(
      '[data-from="mz.qingshan.gov.cn"][data-to="ffp.qingshan.gov.cn"]',
    );
    expect(textOf(cell)).toContain('5852 分');
    expect(
      place.querySelector('[data-from="aj.qingshan.gov.cn"][data-to="wg.qingshan.gov.cn"]'),
    ).toBeNull();
  });

  it('opens on which data items and when', async () => {
    const place = drawn(<OverlapMatrix summary={sample} compared />);
    place.querySelector<HTMLElement>('[data-figure="overlap.fields"]')?.click();
    await new Promise((done) => setTimeout(done));
    const dialog = place.querySelector('dialog');
    expect(textOf(dialog)).toContain('本周重复填报的时间：11 月 17 日 09:20 至 11 月 20 日 16:05');
    expect(dialog?.querySelectorAll('tbody tr')).toHaveLength(6);
  });

  it('says the same as a table, one key away', async () => {
    const place = drawn(<OverlapMatrix summary={sample} compared />);
    const cells = place.querySelectorAll('[data-figure="overlap.fields"]').length;
    place.querySelector<HTMLElement>('[data-action="as-table"]')?.click();
    await new Promise((done) => setTimeout(done));
    expect(place.querySelectorAll('.table tbody tr')).toHaveLength(cells);
  });

  it('does not call it nothing where nothing was compared', () => {
    const text = textOf(drawn(<OverlapMatrix summary={sample} compared={false} />));
    expect(text).toContain('没有比对');
    const empty = { ...sample, overlaps: [] };
    expect(textOf(drawn(<OverlapMatrix summary={empty} compared />))).toContain('没有发现');
  });
});
