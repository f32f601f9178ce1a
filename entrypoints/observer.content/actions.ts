import type { ActionKind } from '../../utils/domain/action-kind';
import { randomId } from '../../utils/domain/random-id';
import type { ObserverContext } from './context';

const FIRST_WORDS: readonly (readonly [RegExp, ActionKind])[] = [
  [/^(立即|每日|我要|点击|今日)?(签到|打卡)$/, 'check-in'],
  [/^(确认)?签收$/, 'receipt'],
  [/^(标记|一键|全部)?已读$|^我已阅读$/, 'read-confirm'],
  [/^点赞$/, 'like'],
  [/^(转发|分享)$/, 'share'],
];

/** Trace-leaving actions (留痕操作): a trusted click on a control whose own words name one. */
export function startActions(context: ObserverContext, signal: AbortSignal): void {
  const onClick = (event: Event): void => {
    if (!event.isTrusted || !(event.target instanceof Element)) return;
    const control = event.target.closest('button, a, [role=button], input');
    if (control === null) return;
    const words = (control: Element): string =>
      (control instanceof HTMLInputElement ? control.value : (control.textContent ?? ''))
        .normalize('NFKC')
        .replace(/\s+/g, '');
    const before = words(control);
    const action = FIRST_WORDS.find(([pattern]) => pattern.test(before))?.[1];
    if (action === undefined) return;
    const at = Date.now();
    setTimeout(() => {
      const done = /^已/.test(words(control)) || !control.isConnected;
      context.send({
        kind: 'action',
        id: randomId(),
        at,
        action,
        outcome: done ? 'done' : 'attempt',
        score: done ? 3 : 0,
        evidence: done ? ['text-changed'] : [],
        count: 1,
        cues: [],
        exempt: false,
      });
    }, 3_000);
  };
  addEventListener('click', onClick, { capture: true, signal });
}
