import { describe, expect, it } from 'vitest';
import { withPrivateNames } from '../../../utils/cli/private-names';

const become = (code: string) => withPrivateNames('a.ts', code);

describe('members that a class keeps to itself', () => {
  it('become private ones of the language, wherever they are asked for of this', () => {
    expect(
      become(
        'class A { private readonly kept = 1; private *each() { yield this.kept; } all() { return [...this.each()]; } }',
      ),
    ).toBe(
      'class A { readonly #kept = 1; *#each() { yield this.#kept; } all() { return [...this.#each()]; } }',
    );
  });

  it('become so with getter and setter alike', () => {
    expect(
      become(
        'class A { private get on() { return 1; } private set on(v) {} x() { this.on = 2; } }',
      ),
    ).toBe('class A { get #on() { return 1; } set #on(v) {} x() { this.#on = 2; } }');
  });

  it.each([
    [
      'asked for of something else',
      'class A { private at = 1; of(b: { at: number }) { return b.at + this.at; } }',
    ],
    [
      'taken out of this by name',
      'class A { private at = 1; of() { const { at } = this; return at; } }',
    ],
    [
      'given to the constructor',
      'class A { constructor(private readonly at: number) { this.at; } }',
    ],
    ['the constructor', 'class A { private constructor() { this.constructor; } }'],
    ['open to others', 'class A { readonly at = 1; of() { return this.at; } }'],
  ])('stay as they are where they are %s', (_why, code) => {
    expect(become(code)).toBe(code);
  });
});
