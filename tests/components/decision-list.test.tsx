// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { DecisionList } from '../../components/decision-list';
import { drawn } from './drawn';

describe('the decision', () => {
  it('offers agreeing twice and declining, all as the same kind of button, none chosen', () => {
    const place = drawn(<DecisionList onDecide={vi.fn()} />);
    const buttons = [...place.querySelectorAll('button')];
    expect(buttons.map(({ dataset }) => dataset.action)).toEqual([
      'agree-times',
      'agree-values',
      'decline',
    ]);
    expect(new Set(buttons.map(({ className }) => className)).size).toBe(1);
    expect(place.querySelectorAll('input, [aria-pressed], [autofocus]')).toHaveLength(0);
  });

  it('hands on what the person decided', () => {
    const onDecide = vi.fn();
    const place = drawn(<DecisionList onDecide={onDecide} />);
    for (const button of place.querySelectorAll('button')) button.click();
    expect(onDecide.mock.calls).toEqual([['times'], ['values'], ['decline']]);
  });
});
