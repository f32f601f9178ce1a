// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as OwnProofModule from '../../../../entrypoints/observer.content/actions/own-proof';

let proof: typeof OwnProofModule;

beforeAll(async () => {
  // No layout here: everything that stands in the document is seen. And this document reads its texts
  // by the elements' own getter only.
  Element.prototype.checkVisibility = () => true;
  const texts = Object.getOwnPropertyDescriptor(Element.prototype, 'textContent');
  Object.defineProperty(Node.prototype, 'textContent', texts ?? {});
  proof = await import('../../../../entrypoints/observer.content/actions/own-proof');
});

const button = () => document.querySelector('button') as HTMLButtonElement;

beforeEach(() => {
  document.body.innerHTML = '<main><button>走访打卡</button></main>';
});

describe('proof on the control itself', () => {
  it('is its own words that turn into 已…', () => {
    const before = proof.lookBefore(button(), undefined);
    expect(proof.ownEvidence('check-in', button(), before)).not.toContain('control-done');
    button().textContent = '已打卡';
    expect(proof.ownEvidence('check-in', button(), before)).toContain('control-done');
  });

  it('is found although the page was quicker than the reader: the words at the press were kept', () => {
    button().textContent = '已打卡';
    expect(
      proof.ownEvidence('check-in', button(), proof.lookBefore(button(), undefined)),
    ).not.toContain('control-done');
    const before = proof.lookBefore(button(), undefined, '走访打卡');
    expect(proof.ownEvidence('check-in', button(), before)).toContain('control-done');
  });
});
