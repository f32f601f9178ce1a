// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import {
  type PracticeItem,
  type PracticeSystem,
  practiceSubmission,
} from '../../components/practice/practice-log';
import { PracticeView } from '../../components/practice/practice-view';
import { drawn, textOf } from './drawn';

const values = (given: Partial<Record<PracticeItem, string>>) =>
  new Map(Object.entries(given) as [PracticeItem, string][]);
const submit = (
  system: PracticeSystem,
  given: Partial<Record<PracticeItem, string>>,
  earlier: Partial<Record<PracticeItem, string>>,
) => practiceSubmission(system, values(given), [values(earlier)]);

describe('the practice page', () => {
  it('counts what the other system had before, however it is written', () => {
    expect(
      submit(
        'second',
        { name: '张建国', phone: '19900001234', size: '3', visit: '好' },
        { name: '张建国', phone: '199 0000 1234', size: '3' },
      ),
    ).toMatchObject({ repeated: ['name', 'phone', 'size'], tooCommon: false });
  });

  it('makes no repeat of common content alone', () => {
    expect(submit('second', { size: '3' }, { size: '3', phone: '1' })).toMatchObject({
      repeated: [],
      tooCommon: true,
    });
  });

  it('shows a repeat to somebody who fills in both systems', async () => {
    const place = drawn(<PracticeView />);
    const press = (action: string) =>
      act(() => place.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click());
    for (const system of ['first', 'second']) {
      await press(`fill-${system}`);
      await press(`submit-${system}`);
    }
    expect(textOf(place.querySelector('[data-repeated]'))).toBe(
      '其中 4 个数据项（户主姓名、身份证号、联系电话、家庭人口）此前已在练习系统甲：困难家庭登记提交过，计为重复录入。',
    );
    await press('again');
    expect(place.querySelectorAll('[data-entry]')).toHaveLength(0);
    expect(place.querySelector<HTMLInputElement>('input')?.value).toBe('');
  });

  it('records nothing of an empty form', async () => {
    const place = drawn(<PracticeView />, 'en');
    await act(() => place.querySelector<HTMLElement>('[data-action="submit-first"]')?.click());
    expect(place.querySelectorAll('[data-entry]')).toHaveLength(0);
    expect(textOf(place)).toContain('at least one field');
  });
});
