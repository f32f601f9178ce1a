// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import '../../components/number-units';
import { Rich } from '../../components/rich';
import type { Language } from '../../utils/i18n/message';
import { drawn } from './drawn';

/** What is drawn, cut where a line may end at a blank. */
const pieces = (text: string, spoken: Language = 'zh_CN') =>
  drawn(<p>{text}</p>, spoken).textContent?.split(' ');

describe('numbers in what a page draws', () => {
  it('stay with their unit, and a length of time stays whole', () => {
    expect(pieces('本周使用 7 个平台，约 3 小时 12 分')).toEqual([
      '本周使用',
      '7\u00a0个平台，约\u00a03\u00a0小时\u00a012\u00a0分',
    ]);
    expect(pieces('第 47 周（11 月 16 日 10:21 至 11 月 22 日）')).toEqual([
      '第\u00a047\u00a0周（11\u00a0月\u00a016\u00a0日',
      '10:21\u00a0至',
      '11\u00a0月\u00a022\u00a0日）',
    ]);
    expect(pieces('In 5 of 12 platforms about 3 h 12 min, 38 % again', 'en')).toEqual([
      'In',
      '5\u00a0of',
      '12\u00a0platforms',
      'about\u00a03\u00a0h\u00a012\u00a0min,',
      '38\u00a0%',
      'again',
    ]);
  });

  it('are left to the letter in what is a file', () => {
    const file = '{\n "weeks": 2 ,\n "named": "12 组"\n}\n';
    expect(drawn(<pre>{file}</pre>).textContent).toBe(file);
  });

  it('stay with a unit that is drawn apart from them', () => {
    const message = { zh_CN: '共 {count} 个平台', en: 'all {count} platforms' } as const;
    const place = drawn(<Rich message={message} with={{ count: '7' }} />);
    expect(place.textContent).toBe('共 7\u00a0个平台');
    const button = drawn(
      <Rich message={message} with={{ count: <button type="button">7</button> }} />,
    );
    expect(button.querySelector('.unbroken')?.textContent).toBe('7\u00a0个');
    expect(button.textContent).toBe('共 7\u00a0个平台');
    const english = drawn(
      <Rich message={message} with={{ count: <button type="button">7</button> }} />,
      'en',
    );
    expect(english.querySelector('.unbroken')?.textContent).toBe('7\u00a0platforms');
  });
});
