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

  it('leaves an element alone that a text goes on after', () => {
    const root = document.createElement('p');
    const goesOn = { zh_CN: '在{name}操作', en: 'At {name}—work' } as const;
    render(<Rich message={goesOn} with={{ name: <b>民政</b> }} />, root);
    expect(root.textContent).toBe('在民政操作');
    expect(root.querySelector('.unbroken')).toBeNull();
  });
});
