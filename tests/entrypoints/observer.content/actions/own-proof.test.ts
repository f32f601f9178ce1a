// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as OwnProofModule from '../../../../entrypoints/observer.content/actions/own-proof';
import type { ObserverContext } from '../../../../entrypoints/observer.content/context';
import type * as TakingOverModule from '../../../../entrypoints/observer.content/taking-over';

let proof: typeof OwnProofModule;
let taking: typeof TakingOverModule;

beforeAll(async () => {
  // No layout here: everything that stands in the document is seen. And this document reads its texts
  // by the elements' own getter only.
  Element.prototype.checkVisibility = () => true;
  const texts = Object.getOwnPropertyDescriptor(Element.prototype, 'textContent');
  Object.defineProperty(Node.prototype, 'textContent', texts ?? {});
  proof = await import('../../../../entrypoints/observer.content/actions/own-proof');
  taking = await import('../../../../entrypoints/observer.content/taking-over');
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

  it('is its look that changed between the press and the coming of the reader', () => {
    const control = button();
    control.className = 'like active';
    const toast = document.createElement('p');
    toast.textContent = '点赞成功';
    document.body.append(toast);
    const changes = [
      { type: 'attributes', target: control, attributeName: 'class', oldValue: 'like' },
      { type: 'childList', target: document.body, addedNodes: [toast] },
    ] as unknown as MutationRecord[];
    const late = proof.lookBefore(control, undefined, '赞');
    expect([...proof.ownEvidence('like', control, late)]).toEqual([]);
    const context = { early: { take: () => ({ records: changes, requests: [] }) } };
    let before = late;
    taking.takingOver(context as unknown as ObserverContext, () => {
      before = proof.lookBefore(control, undefined, '赞');
    });
    expect([...proof.ownEvidence('like', control, before)].sort()).toEqual([
      'control-lit',
      'named-success',
    ]);
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
