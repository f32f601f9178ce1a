import type { ActionObservation } from '../../../utils/domain/observation';
import { randomId } from '../../../utils/domain/random-id';
import { actionOfControl, type ControlAction } from '../../../utils/knowledge/action-of-control';
import { controlText } from '../../../utils/knowledge/control-text';
import type { ObserverContext } from '../context';
import { watchOutcome } from '../evidence';
import { DIALOG } from '../forms/container';
import { closest, isConnected, isElement, isVisible, queryAll } from '../forms/dom';
import { asItWas } from '../taking-over';
import { type Before, lookBefore, OWN_SCORES, type OwnEvidence, ownEvidence } from './own-proof';
import {
  controlOfClick,
  isDisabled,
  isLit,
  type PressedControl,
  pressedControl,
  readControl,
} from './read-control';
import { countChanged, countOpen, type Open, rowTitle } from './unread';

/** Same action, platform and object within this time is one, ms. */
const SAME_MS = 60_000;
/** What was begun (开始答题) may be ended this much later, ms. */
const BEGUN_MS = 2 * 60 * 60_000;
/** A dialog that asks back (确定签到？) belongs to the press before it for this long, ms. */
const ASKING_BACK_MS = 60_000;
const LOOK_MS = [250, 700, 1_300, 2_200, 3_200, 4_500, 6_500, 9_000, 12_000, 15_000];
const ACCEPTED_FROM = 3;

const CONFIRM =
  /^(确定|确认|是|是的|好|好的|ok|yes|提交|继续|同意|我要.{1,4}|立即.{1,4}|确认.{1,4}|确定.{1,4})$/;
const CANCEL = /^(取消|关闭|否|不了|暂不|稍后再说|返回|放弃|cancel|no|再想想|×|x)$/;

interface Pending {
  readonly id: string;
  readonly at: number;
  readonly action: ControlAction;
  readonly object: string | undefined;
  readonly exempt: boolean;
  readonly open: Open | undefined;
  /** Ends the watch that runs for it, so that a later one may take over. */
  stop: AbortController;
  done: boolean;
  /** Told already, as an attempt. */
  told: boolean;
}

/** Watches presses on controls that stand for a trace-leaving action. */
export function startActionWatch(context: ObserverContext, signal: AbortSignal): void {
  const recent: Pending[] = [];

  const press = (control: PressedControl, at: number, textBefore?: string): void => {
    const { element } = control;
    const reading =
      textBefore === undefined || control.reading.kind === 'check'
        ? control.reading
        : asPressed(control, textBefore);
    if (answersBack(element, reading.text, at)) return;
    const action = actionOfControl(reading);
    if (action === undefined) return;
    const object = objectOf(element, reading.headings);
    const earlier = recent.find(
      (one) =>
        one.action.action === action.action &&
        one.action.many === action.many &&
        one.object === object &&
        at - one.at < SAME_MS,
    );
    // A second press while the first is open, or again within the minute, is the same action.
    if (earlier?.done) return;
    earlier?.stop.abort();
    const pending: Pending = earlier ?? {
      id: randomId(),
      at,
      action,
      object,
      exempt: [...reading.headings.slice(0, 3), object ?? '', reading.text].some(
        (text) => context.pageWords?.isExempt(text) ?? false,
      ),
      open: action.many ? countOpen(singlesOf(action)) : undefined,
      stop: new AbortController(),
      done: false,
      told: false,
    };
    if (earlier === undefined) {
      recent.push(pending);
      while (recent.length > 40) recent.shift();
    }
    prove(pending, element, at, textBefore);
  };

  /** 确定 in the dialog that asked back, or 取消: the press before it goes on or is taken back. */
  const answersBack = (element: Element, text: string, at: number): boolean => {
    const words = controlText(text);
    const confirms = CONFIRM.test(words);
    if (!confirms && !CANCEL.test(words)) return false;
    const dialog = closest(element, DIALOG);
    if (dialog === null) return false;
    const asked = recent.findLast((one) => !one.done && at - one.at < ASKING_BACK_MS);
    if (asked === undefined || asked.at === at) return false;
    // A dialog with fields of its own is work of its own.
    if (queryAll(dialog, 'input:not([type=hidden]), textarea, select').some(isVisible))
      return false;
    asked.stop.abort();
    if (confirms) {
      prove(asked, element, at);
    } else {
      recent.splice(recent.indexOf(asked), 1);
    }
    return true;
  };

  const prove = (pending: Pending, control: Element, at: number, textBefore?: string): void => {
    const stop = new AbortController();
    pending.stop = stop;
    signal.addEventListener('abort', () => stop.abort(), { once: true, signal: stop.signal });
    const dialog = closest(control, DIALOG) ?? undefined;
    const before = lookBefore(control, dialog, textBefore);
    const own = new Set<OwnEvidence>();
    const download = pending.action.action === 'download';
    if (download) watchDownload(control, stop.signal, (evidence) => own.add(evidence));
    const outcome = watchOutcome(
      context,
      { at, control, ...(dialog === undefined ? {} : { container: dialog }) },
      stop.signal,
    );
    let settled = false;
    const settle = (score: number, evidence: readonly string[], left: boolean): void => {
      if (settled || stop.signal.aborted) return;
      settled = true;
      const total = score + scoreOf(own, evidence);
      tell(pending, total, [...evidence, ...own], left);
      stop.abort();
    };
    for (const delay of LOOK_MS) {
      setTimeout(() => {
        if (settled || stop.signal.aborted) return;
        look(pending, control, before, own);
        // What shows the action itself as done needs no answer of the network.
        if (scoreOf(own, []) >= ACCEPTED_FROM && delay >= 700) settle(0, [], false);
      }, delay);
    }
    void outcome.then(({ outcome: came, score, evidence }) => {
      if (stop.signal.aborted) return;
      look(pending, control, before, own);
      if (came === 'refused') own.clear();
      settle(score, evidence, came === 'pending');
    });
  };

  const look = (
    pending: Pending,
    control: Element,
    before: Before,
    own: Set<OwnEvidence>,
  ): void => {
    try {
      for (const evidence of ownEvidence(pending.action.action, control, before)) own.add(evidence);
      if (
        pending.open !== undefined &&
        countChanged(pending.open, countOpen(singlesOf(pending.action))) > 1
      )
        own.add('unread-gone');
    } catch {
      // A page that takes itself apart while it is read tells nothing.
    }
  };

  const tell = (
    pending: Pending,
    score: number,
    evidence: readonly string[],
    left: boolean,
  ): void => {
    const done = score >= ACCEPTED_FROM;
    // What only begins something is no attempt: the page opened what it was asked to open.
    if (!done && (pending.action.opens || pending.told)) return;
    pending.done = done;
    pending.told = true;
    const { open } = pending;
    const count =
      open === undefined
        ? 1
        : safely(() => countChanged(open, countOpen(singlesOf(pending.action))), 1);
    const observation: ActionObservation = {
      kind: 'action',
      id: pending.id,
      at: pending.at,
      action: pending.action.action,
      outcome: done ? 'done' : 'attempt',
      score,
      evidence: [...new Set([...evidence, ...(left ? ['page-left'] : [])])].slice(0, 32),
      count: pending.action.many ? count : 1,
      ...(pending.object === undefined ? {} : { object: pending.object }),
      cues: safely(() => context.pageWords?.cues() ?? [], []),
      exempt: pending.exempt,
    };
    context.send(observation, 'now');
  };

  const onClick = (event: Event): void => {
    if (!event.isTrusted) return;
    safely(() => {
      const control = controlOfClick(event);
      if (control !== undefined) press(control, context.now());
    }, undefined);
  };
  for (const { type, at, target, text } of context.buffered) {
    const element = target.deref();
    if (type !== 'click' || !isElement(element)) continue;
    safely(() => {
      const control = pressedControl(element);
      if (control !== undefined) press(control, at, text);
    }, undefined);
  }
  addEventListener('click', onClick, { capture: true, signal, passive: true });
  const forget = setInterval(() => {
    const now = context.now();
    const kept = recent.filter(({ at }) => now - at < BEGUN_MS);
    if (kept.length < recent.length) recent.splice(0, recent.length, ...kept);
  }, 10 * 60_000);
  signal.addEventListener('abort', () => clearInterval(forget), { once: true });
}

/** Controls that do to one object what was pressed for many: 确认已读 in each row. */
function singlesOf({ action }: ControlAction): (control: Element) => boolean {
  return (control) => {
    const single = actionOfControl(readControl(control));
    return single?.action === action && !single.many;
  };
}

/** What is counted by the outcome already is not counted again. */
function scoreOf(own: ReadonlySet<OwnEvidence>, evidence: readonly string[]): number {
  let score = 0;
  for (const one of own) {
    if (one === 'control-done' && evidence.includes('control-changed')) score += 1;
    else if (one === 'named-success' && evidence.includes('success-text')) score += 1;
    else score += OWN_SCORES[one];
  }
  return score;
}

/**
 * The text by which two objects are told apart: the title of the row, else of the dialog or page. It
 * stays in memory.
 */
function objectOf(control: Element, headings: readonly string[]): string | undefined {
  const title = rowTitle(control) ?? headings.find((heading) => heading.length >= 4);
  return title === undefined || title === '' ? undefined : title.slice(0, 80);
}

/** A link to a file, or a navigation that turned out to be a download: the page is still here. */
function watchDownload(
  control: Element,
  signal: AbortSignal,
  found: (evidence: OwnEvidence) => void,
): void {
  const link = closest(control, 'a[href]');
  let prevented = false;
  addEventListener(
    'click',
    (event) => {
      prevented = event.defaultPrevented;
      if (!prevented && link !== null && isFile(link)) found('file-link');
    },
    { once: true, signal },
  );
  addEventListener(
    'beforeunload',
    () => {
      setTimeout(() => {
        if (!signal.aborted && isConnected(control)) found('download-begun');
      }, 1_200);
    },
    { once: true, signal },
  );
}

function isFile(link: Element): boolean {
  if (link.hasAttribute('download')) return true;
  return /\.(docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar|7z|csv)$/i.test(
    new URL((link as HTMLAnchorElement).href, document.baseURI).pathname,
  );
}

/** The reading with the words and the state that stood there before the page reacted. */
function asPressed({ element, reading }: PressedControl, text: string): PressedControl['reading'] {
  const then = asItWas(element);
  return Object.create(reading, {
    text: { value: text },
    disabled: { value: isDisabled(then) },
    lit: { value: isLit(then) },
  });
}

function safely<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
