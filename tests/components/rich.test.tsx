// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { Rich } from '../../components/rich';

const message = {
  zh_CN: '八小时外操作 {hours}，紧急任务 {urgent} 项。',
  en: 'Out of hours {hours}; urgent tasks {urgent}.',
} as const;

describe('a message with elements in it', () => {
  it('keeps the sign that closes after an element together with it, and says the same', () => {
    const root = document.createElement('p');
    render(
      <Rich message={message} with={{ hours: <button type="button">2 小时</button>, urgent: 3 }} />,
      root,
    );
    expect(root.textContent).toBe('八小时外操作 2 小时，紧急任务 3 项。');
    expect(root.querySelector('.unbroken')?.textContent).toBe('2 小时，');
  });

  it('leaves an element alone that no closing sign follows', () => {
    const root = document.createElement('p');
    render(<Rich message={message} with={{ hours: '2', urgent: <b>3</b> }} />, root);
    expect(root.textContent).toBe('八小时外操作 2，紧急任务 3 项。');
    expect(root.querySelector('.unbroken')).toBeNull();
  });
});
