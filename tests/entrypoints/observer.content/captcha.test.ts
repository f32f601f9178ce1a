// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type Captcha, watchCaptcha } from '../../../entrypoints/observer.content/captcha';
import type { Input } from '../../../entrypoints/observer.content/input';
import type { Listeners } from '../../../entrypoints/observer.content/listeners';
import type { SteadyClock } from '../../../entrypoints/observer.content/steady-clock';

const SECOND = 1_000;
const last = { lastAt: 0 };
let captcha: Captcha;
let happens: (type: string, seconds: number, target?: Element) => void;

beforeEach(() => {
  document.body.innerHTML = '';
  last.lastAt = 0;
  const handlers = new Map<string, ((event: Event) => void)[]>();
  const listeners: Listeners = {
    on: (_target, type, handler) =>
      void handlers.set(type, [
        ...(handlers.get(type) ?? []),
        handler as unknown as (event: Event) => void,
      ]),
    remove: () => handlers.clear(),
  };
  const clock = { ofEvent: ({ timeStamp }: { timeStamp: number }) => timeStamp } as SteadyClock;
  captcha = watchCaptcha(listeners, clock, { last } as unknown as Input);
  happens = (type, seconds, target = document.body) => {
    last.lastAt = seconds * SECOND;
    const event = {
      type,
      isTrusted: true,
      timeStamp: seconds * SECOND,
      target,
      composedPath: () => [target],
    };
    for (const handler of handlers.get(type) ?? []) handler(event as unknown as Event);
  };
});

const typesUntil = (seconds: number) => {
  last.lastAt = seconds * SECOND;
};
const seconds = () =>
  captcha.take().map(({ from, to }) => [from / SECOND, to / SECOND] as [number, number]);

function page(html: string): Element {
  document.body.innerHTML = html;
  return document.body.querySelector('[data-here]') as Element;
}

describe('time at a captcha', () => {
  it.each([
    ['a placeholder', '<input data-here placeholder="请输入验证码">'],
    ['a label', '<label for="c">图形验证码</label><input id="c" data-here>'],
    [
      'the words in the cell before',
      '<table><tr><td>验 证 码：</td><td><input data-here></td></tr></table>',
    ],
    ['a name, where there are no words', '<p><input data-here name="checkCode"></p>'],
    ['what a browser fills in', '<p><input data-here autocomplete="one-time-code"></p>'],
    ['its picture', '<p><img data-here src="/login/kaptcha.jpg"></p>'],
    ['a slider', '<div class="geetest_slider"><div><div data-here></div></div></div>'],
    ['the words on a slider', '<div data-here>请按住滑块，拖动到最右边</div>'],
    ['the button that sends one', '<button data-here>获取验证码</button>'],
  ])('is known by %s', (_by, html) => {
    happens('focusin', 10, page(html));
    typesUntil(15);
    expect(seconds()).toEqual([[10, 15]]);
  });

  it.each([
    ['another field', '<input data-here placeholder="请输入姓名" name="checkCode">'],
    ['a code of another kind', '<p><input data-here name="areaCode"></p>'],
    [
      'a field of a form that has a captcha',
      '<div class="captcha-form"><input data-here><input></div>',
    ],
    [
      'a long text that mentions one',
      `<p data-here>${'请妥善保管验证码，切勿告知他人。'.repeat(4)}</p>`,
    ],
  ])('is not %s', (_by, html) => {
    happens('focusin', 10, page(html));
    typesUntil(15);
    expect(seconds()).toEqual([]);
  });

  it('ends where the person turns to something else', () => {
    const field = page('<input data-here placeholder="验证码"><button>登录</button>');
    happens('focusin', 10, field);
    happens('pointerdown', 18, document.querySelector('button') as Element);
    typesUntil(30);
    expect(seconds()).toEqual([[10, 18]]);
  });

  it('of a slider ends where it is let go', () => {
    happens('pointerdown', 10, page('<div data-here>按住左边按钮拖动完成上方拼图验证</div>'));
    happens('pointerup', 13);
    typesUntil(30);
    expect(seconds()).toEqual([[10, 13]]);
  });

  it('goes on from press to press and from the picture to its field', () => {
    const picture = page('<img data-here alt="验证码"><input placeholder="验证码">');
    happens('pointerdown', 10, picture);
    happens('pointerup', 10.2);
    happens('focusin', 14, document.querySelector('input') as Element);
    typesUntil(20);
    expect(seconds()).toEqual([
      [10, 10.2],
      [10.2, 20],
    ]);
  });

  it('leaves out a pause of over a minute', () => {
    happens('focusin', 10, page('<input data-here placeholder="短信验证码">'));
    typesUntil(20);
    expect(seconds()).toEqual([[10, 20]]);
    typesUntil(95);
    expect(seconds()).toEqual([]);
    typesUntil(99);
    expect(seconds()).toEqual([[95, 99]]);
  });
});
