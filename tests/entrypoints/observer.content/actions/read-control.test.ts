// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as ReadControlModule from '../../../../entrypoints/observer.content/actions/read-control';
import { actionOfControl } from '../../../../utils/knowledge/action-of-control';

let reading: typeof ReadControlModule;

beforeAll(async () => {
  // No layout here, and this document reads its texts by the elements' own getter only.
  Element.prototype.checkVisibility = () => true;
  const texts = Object.getOwnPropertyDescriptor(Element.prototype, 'textContent');
  Object.defineProperty(Node.prototype, 'textContent', texts ?? {});
  reading = await import('../../../../entrypoints/observer.content/actions/read-control');
});

beforeEach(() => {
  document.body.innerHTML = '';
});

/** What a press on the element `#hit` would be. */
function pressed(markup: string): string | undefined {
  document.body.innerHTML = markup;
  const hit = document.querySelector('#hit');
  const control = hit === null ? undefined : reading.pressedControl(hit);
  return control === undefined ? undefined : actionOfControl(control.reading)?.action;
}

describe('a button that shows only a picture', () => {
  it.each([
    [
      'whose picture is called like a button',
      '<button aria-label="签到"><i id="hit" class="btn-icon"></i></button>',
    ],
    [
      'whose picture is called like what floats',
      '<div role="button" aria-label="到岗签到"><i id="hit" class="floating-bubble__icon"></i></div>',
    ],
    [
      'that is no button by its element, by the name of what is around the picture',
      '<div class="float-ball" title="打卡"><span class="float-ball__inner"><i id="hit" class="float-ball__icon"></i></span></div>',
    ],
    ['in a link', '<a class="fab" title="签到"><i id="hit" class="fab-icon"></i></a>'],
  ])('is known %s', (_, markup) => {
    expect(pressed(markup)).toBe('check-in');
  });

  it('is not called after a part of the page that holds more than it', () => {
    expect(
      pressed(
        '<div class="float-panel" title="签到"><p>今日要闻</p><i id="hit" class="float-panel__close"></i></div>',
      ),
    ).toBeUndefined();
  });
});

it('takes words within a button as the button itself, which may be disabled', () => {
  expect(pressed('<button><span id="hit" class="btn-text">签到</span></button>')).toBe('check-in');
  expect(
    pressed('<button disabled><span id="hit" class="btn-text">签到</span></button>'),
  ).toBeUndefined();
});
