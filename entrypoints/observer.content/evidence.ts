import type { ObserverContext } from './context';
import { buttonText } from './forms/button';
import { type Control, controlOf, PARTS } from './forms/control';
import {
  attribute,
  classTokens,
  closest,
  contains,
  isConnected,
  isElement,
  isVisible,
  matches,
  parentOf,
  queryAll,
  textContent,
} from './forms/dom';
import { pageIn } from './forms/frames';
import {
  hasValidationErrors,
  isNewState,
  isValidationMessage,
  messageIn,
  standingMessages,
} from './forms/message';
import { RequestLog } from './forms/network';
import { isLogin, outcomeOfPage } from './forms/result-page';
import { compactText, oneLine, visibleText } from './forms/text';
import { controlValue } from './forms/value';
import { messageMeaning } from './forms/words';
import { changedSinceAct, requestsSinceAct, sinceAct, stoodBefore } from './taking-over';

/** What an action was done on, as far as it is known in the moment before the page reacts. */
export interface OutcomeSubject {
  /** When the person acted, epoch ms: a moment before now where the reader came after the act. */
  readonly at: number;
  /** The dialog, form or page part that the action belongs to. */
  readonly container?: Element;
  /** The control that was pressed: its own text may change, as 签到 → 已签到. */
  readonly control?: Element;
  /** The fields that the person filled: they may be gone or cleared afterwards. */
  readonly fields?: readonly Element[];
  /** It was to be kept as a draft. */
  readonly draft?: boolean;
  /** It hands in rows of a spreadsheet. */
  readonly imported?: boolean;
  /** The frame that the fields stand in, where the action is done outside of it: its next page answers. */
  readonly frame?: Element;
  /** Evidence that was found before, where a watch goes on for another one. */
  readonly already?: readonly string[];
  /** Messages that stood when the person acted, where the watch begins later. */
  readonly stood?: ReadonlyMap<Element, string>;
  /** The document goes already: what is known is told at once. */
  readonly leaving?: boolean;
}

/** What came of an action. */
export interface Outcome {
  /**
   * `accepted`: score ≥ 3. `refused`: evidence of failure. `unproven`: neither within the time.
   * `pending`: the document went away first; the next document of this frame tells.
   */
  readonly outcome: 'accepted' | 'refused' | 'unproven' | 'pending';
  readonly score: number;
  /** Short machine words, in the order in which they were found, as `network-ok`, `success-text`. */
  readonly evidence: readonly string[];
}

/**
 * What each piece of evidence weighs. A network answer alone never proves, nor does a message alone:
 * an action is accepted from 3.
 */
export const EVIDENCE_SCORES = {
  'network-ok': 2,
  'network-unknown': 1,
  'fields-gone': 2,
  'success-text': 2,
  'control-changed': 2,
  'address-changed': 1,
  'page-dialog': 0,
  'network-error': -2,
  'error-text': -3,
  'validation-error': -3,
} as const;
type Evidence = keyof typeof EVIDENCE_SCORES;

export const ACCEPTED_FROM = 3;

/** How long an action is watched when nothing is outstanding, ms. */
const WATCH_MS = 3000;
/** How long for an answer that is outstanding, ms: a request is only seen once it is answered. */
const ANSWER_MS = 15_000;
/** How long while the page itself says that it is busy, ms. */
const BUSY_MS = 60_000;
/** News that contradicts comes this soon after the first, ms. */
const SETTLE_MS = 500;
/** A timer later than this was held up by a dialog of the page or a blocked thread, ms. */
const BLOCKED_MS = 1000;
/** What was under way when the person went on still counts this long, ms. */
const GO_ON_GRACE_MS = 300;
/** A message follows the answer that it speaks of within this time, ms. */
const ANSWER_TO_MESSAGE_MS = 1500;
/** As much text of what was taken from the page is kept, characters. */
const MOST_GONE = 20_000;
/** And of what stood in the form. */
const MOST_TEXT = 4_000;
/** An answer that stands longer than this speaks for itself, ms. */
export const ANSWER_STANDS_MS = 1000;
/** Mutations are looked at this long after the first of a batch, ms. */
const LOOK_MS = 60;

let requests: RequestLog | undefined;

/** Keeps one log of the document's requests, so that what is asked for regularly can be told. */
export function keepRequestLog(signal: AbortSignal): void {
  const log = new RequestLog();
  log.start(signal);
  log.takeEarlier(requestsSinceAct());
  requests = log;
  signal.addEventListener('abort', () => {
    if (requests === log) requests = undefined;
  });
}

function requestLog(signal: AbortSignal): RequestLog {
  if (requests) return requests;
  const log = new RequestLog();
  log.start(signal);
  return log;
}

/**
 * Watches what comes of an action that the person has just done. Call it in the capture phase of the
 * trusted event, before the page's own handler runs, so that what is new can be told from what was
 * there. Resolves exactly once: earlier when it is decided, else after 3 s, or 15 s while an answer
 * may be outstanding; on `pagehide` or when the signal aborts, at once with what is known. Never
 * rejects.
 */
export function watchOutcome(
  context: ObserverContext,
  subject: OutcomeSubject,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve) => {
    beginWatch(context, subject, resolve, signal);
  });
}

/**
 * The same without a promise, for who must know in a document that goes or is gone.
 * @param told called with the outcome at once
 * @returns what ends the watch as `pagehide` would, also where the document went without one and hears
 *   no event any more
 */
export function beginWatch(
  context: ObserverContext,
  subject: OutcomeSubject,
  told: (outcome: Outcome) => void,
  signal: AbortSignal,
): () => void {
  try {
    const watch = new OutcomeWatch(
      subject,
      subject.stood ? context.now() - subject.at : sinceAct(context, subject.at),
      requestLog(signal),
      signal,
      told,
    );
    watch.start();
    return () => watch.leave();
  } catch {
    told({ outcome: 'unproven', score: 0, evidence: [] });
    return () => {};
  }
}

interface FieldBefore {
  readonly root: Element;
  readonly control: Control | undefined;
  readonly value: string;
  readonly locked: boolean;
}

class OutcomeWatch {
  private readonly found = new Map<Evidence, number>();
  private readonly startedAt: number;
  /** From when the time runs: blocking dialogs of the page do not count. */
  private baseAt = performance.now();
  private expectedAt = Number.POSITIVE_INFINITY;
  private readonly address = location.href;
  private readonly fields: FieldBefore[];
  private readonly controlText: string;
  private readonly pressed: Element | undefined;
  private readonly around: Element | null;
  /** The record bears a new word for what has become of it. */
  private saysSo = false;
  private readonly touched = new Set<Element>();
  /** Compact text of what was taken from the page since. */
  private gone = '';
  private readonly observers: MutationObserver[] = [];
  private readonly cleanup = new AbortController();
  private lookTimer: ReturnType<typeof setTimeout> | undefined;
  private endTimer: ReturnType<typeof setTimeout> | undefined;
  private lastAnswerAt = Number.NEGATIVE_INFINITY;
  /** When the person went on: what disappears from then on may be their own doing. */
  private wentOnAt = Number.POSITIVE_INFINITY;
  /** When the document began to go: a form that was sent may wait long for its answer from then on. */
  private leftAt = 0;
  /** When the form's own frame had loaded another page. */
  private frameAt = Number.POSITIVE_INFINITY;
  /** The form's own frame, or the one that it is sent into. */
  private readonly frame: Element | undefined;
  /** Whether another page has come into that frame, also where it is gone by now. */
  private readonly movedOn: () => boolean;
  /** Compact text of the form when the person acted. */
  private readonly before: string;
  private readonly standing: ReadonlyMap<Element, string>;
  private readonly messages: { readonly word: Evidence; readonly at: number }[] = [];
  /** A part of the form that came with words like 必填. */
  private correction: Element | undefined;
  /** The page's handler held everything with a dialog of the browser. */
  private blocked = false;
  private done = false;

  constructor(
    private readonly subject: OutcomeSubject,
    sinceAct: number,
    private readonly log: RequestLog,
    private readonly signal: AbortSignal,
    private readonly resolve: (outcome: Outcome) => void,
  ) {
    this.startedAt = performance.now() - sinceAct;
    this.pressed = subject.control;
    this.around = subject.control ? parentOf(subject.control) : null;
    this.controlText = subject.control ? compactText(buttonText(subject.control)) : '';
    const { container } = subject;
    this.before = container ? compactText(visibleText(container, MOST_TEXT)) : '';
    this.frame = subject.frame ?? targetOf(subject.container);
    const view = (this.frame as HTMLIFrameElement | undefined)?.contentWindow;
    const form = view && pageIn(view);
    this.movedOn = () => {
      const page = view && pageIn(view);
      return page != null && page !== form;
    };
    const stood = stoodBefore();
    this.standing =
      subject.stood ?? new Map([...standingMessages()].filter(([element]) => stood(element)));
    if (subject.stood !== undefined) {
      for (const element of standingMessages().keys()) {
        if (!this.standing.has(element)) this.touched.add(element);
      }
    }
    this.fields = (subject.fields ?? []).slice(0, 60).map((root) => {
      const control = controlOf(root);
      return {
        root,
        control,
        value: control ? controlValue(control) : '',
        locked: isLocked(control),
      };
    });
  }

  start(): void {
    this.log.flush();
    this.log.actedAt = this.startedAt;
    const { signal } = this.cleanup;
    this.signal.addEventListener('abort', () => this.finish(false), { signal });
    addEventListener('pagehide', () => this.leave(), { signal, capture: true });
    addEventListener('beforeunload', () => this.leaveLater(), { signal, capture: true });
    for (const type of ['popstate', 'hashchange']) {
      addEventListener(type, () => this.look(), { signal, capture: true });
    }
    addEventListener('invalid', (event) => this.invalid(event), { signal, capture: true });
    addEventListener('click', (event) => this.goOn(event), { signal, capture: true });
    addEventListener('keydown', (event) => this.reloadedByHand(event), { signal, capture: true });
    // The load of a frame does not reach the window.
    document.addEventListener('load', (event) => this.frameLoaded(event), {
      signal,
      capture: true,
    });
    this.subject.frame?.addEventListener('load', () => this.answeredIn(this.subject.frame), {
      signal,
    });
    signal.addEventListener(
      'abort',
      this.log.onRequest(() => this.network()),
    );
    for (const evidence of this.subject.already ?? []) {
      if (evidence in EVIDENCE_SCORES) this.note(evidence as Evidence);
    }
    for (const watched of watchedDocuments(this.subject.container)) {
      this.watch(watched);
      const view = watched.defaultView;
      if (view && view !== window) this.log.listenIn(view, signal);
    }
    this.watchShadow(signal);
    for (const element of changedSinceAct()) this.touched.add(element);
    if (this.subject.leaving) {
      this.leave();
      return;
    }
    if (this.touched.size > 0 || this.subject.stood)
      this.lookTimer = setTimeout(() => this.network(), LOOK_MS);
    // The page's own handler may hold everything with a question (`confirm`): time starts after it.
    const heldFrom = this.subject.stood ? this.baseAt : this.startedAt;
    setTimeout(() => {
      if (this.done) return;
      this.baseAt = performance.now();
      this.blocked = this.baseAt - heldFrom > BLOCKED_MS;
      if (this.blocked) this.note('page-dialog');
      this.schedule(WATCH_MS);
    }, 0);
  }

  /** An application drawn in a shadow root tells there, and may run in a frame that nobody sees. */
  private watchShadow(signal: AbortSignal): void {
    const root = this.subject.container?.getRootNode() as Partial<ShadowRoot> | undefined;
    if (!root?.host) return;
    this.watch(root as ShadowRoot);
    for (const frame of queryAll(document, 'iframe').slice(0, 20)) {
      const view = (frame as HTMLIFrameElement).contentWindow;
      if (view && !isVisible(frame)) this.log.listenIn(view, signal);
    }
  }

  private watch(target: Node): void {
    const observer = new MutationObserver((records) => this.mutated(records));
    observer.observe(target, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden', 'disabled', 'readonly'],
    });
    this.observers.push(observer);
  }

  private mutated(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (this.touched.size > 400) break;
      if (record.type === 'childList') {
        for (const node of Array.from(record.addedNodes)) {
          const element = isElement(node) ? node : record.target;
          if (isElement(element)) this.touched.add(element);
        }
        for (const node of Array.from(record.removedNodes)) {
          if (this.gone.length < MOST_GONE) this.gone += `${compactText(textContent(node))}\n`;
        }
      } else {
        const element = isElement(record.target) ? record.target : record.target.parentNode;
        if (isElement(element) && !matches(element, 'body,html')) this.touched.add(element);
      }
    }
    this.lookTimer ??= setTimeout(() => this.look(), LOOK_MS);
  }

  /** One look at what has changed since the last one. */
  private look(): void {
    clearTimeout(this.lookTimer);
    this.lookTimer = undefined;
    if (this.done) return;
    try {
      this.readFields();
      this.readMessages();
      this.readControl();
      if (!this.wentOn && location.href !== this.address) this.note('address-changed');
    } catch {
      // A page may vanish while it is looked at.
    }
    this.decide();
  }

  private readMessages(): void {
    // What is wrong from then on is wrong with the next act.
    const container = this.wentOn ? undefined : this.subject.container;
    for (const element of this.touched) {
      if (
        container &&
        contains(container, element) &&
        isValidationMessage(element, container, this.before)
      ) {
        this.note('validation-error');
        this.correction = element;
        continue;
      }
      this.saysSo ||=
        this.fields.length > 0 &&
        !this.wentOn &&
        isNewState(element, this.gone, this.subject.draft);
      const message = messageIn(element, this.standing, this.gone, this.subject.imported);
      if (message && !this.isContainerItself(message.element)) {
        const word = message.meaning === 'success' ? 'success-text' : 'error-text';
        this.messages.push({ word, at: performance.now() });
      }
    }
    this.touched.clear();
    for (const { word, at } of this.messages) if (this.speaksOfThis(at)) this.note(word);
    // What is invalid still, a draft or another part of the page may be saved without.
    if (this.found.has('fields-gone') || this.found.has('success-text')) {
      this.found.delete('validation-error');
    } else if (container && isVisible(container) && this.asksToCorrect(container)) {
      this.note('validation-error');
    } else {
      this.found.delete('validation-error');
    }
  }

  /** By the library's own marks, or by the words that came. */
  private asksToCorrect(container: Element): boolean {
    const { correction } = this;
    if (correction && isValidationMessage(correction, container, this.before)) return true;
    return hasValidationErrors(container);
  }

  private get wentOn(): boolean {
    return this.wentOnAt < Number.POSITIVE_INFINITY;
  }

  /** After the person went on, a message speaks of this act only with an answer that it waited for. */
  private speaksOfThis(at: number): boolean {
    if (at <= this.wentOnAt + GO_ON_GRACE_MS) return true;
    return this.log.seen.some(
      ({ startedAt, endedAt }) =>
        startedAt >= this.startedAt &&
        startedAt <= this.wentOnAt &&
        endedAt >= at - ANSWER_TO_MESSAGE_MS &&
        endedAt <= at + GO_ON_GRACE_MS,
    );
  }

  private isContainerItself(element: Element): boolean {
    const { container } = this.subject;
    return container !== undefined && contains(element, container);
  }

  private readFields(): void {
    if (this.fields.length === 0 || this.wentOn) return;
    const { frame } = this;
    // What was sent there was answered by a script that took the frame away.
    if (frame && !isConnected(frame) && this.movedOn()) this.note('network-unknown');
    let gone = 0;
    const settled = this.isAnswered();
    for (const { root, control, value, locked } of this.fields) {
      if (!isVisible(root)) {
        if (!standsAnew(root, control, value)) gone++;
      } else if (value !== '' && control && controlValue(control) === '') gone++;
      // What was taken can often only be looked at from then on.
      else if (settled && !locked && isLocked(control)) gone++;
    }
    if (gone / this.fields.length > 0.6) this.note('fields-gone');
    else this.found.delete('fields-gone');
  }

  /** The button says that it is done or is gone from its place, or the record has a new word. */
  private readControl(): void {
    const { pressed, controlText, around } = this;
    if (this.wentOn) return;
    let taken = false;
    if (pressed && controlText !== '' && isVisible(pressed)) {
      const text = compactText(buttonText(pressed));
      this.saysSo ||= text !== controlText && text.startsWith('已') && text.length <= 12;
    } else if (this.fields.length > 0 && around && isVisible(around) && this.isAnswered()) {
      // What is hidden in it does not count; one drawn anew stands there still.
      const words = queryAll(around, 'input,img').filter(isVisible).map(buttonText);
      words.push(visibleText(around, 2000));
      taken = !words.some((text) => compactText(text).includes(controlText));
    }
    if (taken || this.saysSo) this.note('control-changed');
    else this.found.delete('control-changed');
  }

  /** Until an answer has come, boxes are locked and buttons hidden only so that nobody presses twice. */
  private isAnswered(): boolean {
    return this.lastAnswerAt > 0 && !this.busy();
  }

  private network(): void {
    let errors = 0;
    let accepted = 0;
    let unknown = 0;
    for (const request of this.log.seen) {
      if (request.startedAt < this.startedAt || request.periodic) continue;
      if (request.startedAt > this.wentOnAt) continue;
      if (request.startedAt > this.baseAt + WATCH_MS && !this.busy()) continue;
      this.lastAnswerAt = performance.now();
      if (request.status >= 400) errors++;
      else if (request.status >= 200) accepted++;
      else if (request.sort === 'page' && request.status === 0) continue;
      else unknown++;
    }
    if (errors > 0) this.note('network-error');
    if (accepted > 0) this.note('network-ok');
    else if (unknown > 0) this.note('network-unknown');
    this.look();
  }

  /** A form was sent into a frame of the page, and that frame has loaded. */
  private frameLoaded(event: Event): void {
    const frame = event.target;
    if (!isElement(frame) || !matches(frame, 'iframe,frame') || this.wentOn) return;
    this.lastAnswerAt = performance.now();
    try {
      const body = (frame as HTMLIFrameElement).contentDocument?.body;
      // A page with boxes of its own is the next one, and its scripts say what it might say.
      const isPage = body !== undefined && queryAll(body, PARTS).length > 0;
      const text = body && !isPage ? oneLine(textContent(body), 160) : '';
      if (text === '') {
        // What a form was sent into may answer by a script alone, which acts on the page around.
        if (this.isTarget(frame)) this.note('network-unknown');
        this.look();
        return;
      }
      const flag = /"(?:code|status|success|ret|errcode|result)"\s*:\s*"?(\w+)/.exec(text)?.[1];
      const bad = flag !== undefined && !/^(0|1|200|true|ok|success)$/i.test(flag);
      const meaning = bad ? 'failure' : messageMeaning(text.replace(/["{}[\]:,\\]/g, ' '));
      this.note(flag === undefined || bad ? 'network-unknown' : 'network-ok');
      if (meaning !== 'none') this.note(meaning === 'success' ? 'success-text' : 'error-text');
    } catch {
      this.note('network-unknown');
    }
    this.look();
  }

  /** The form's own frame has another page: where the form stands there again, it says nothing. */
  private answeredIn(frame: Element | undefined): void {
    this.frameAt = this.lastAnswerAt = performance.now();
    try {
      const page = (frame as HTMLIFrameElement | undefined)?.contentDocument;
      if (!page) return;
      const outcome = isLogin(page) ? 'failure' : outcomeOfPage(page);
      if (outcome !== 'none') this.note(outcome === 'success' ? 'success-text' : 'error-text');
      if (queryAll(page, PARTS).length * 2 < this.fields.length) this.note('network-unknown');
    } catch {
      // Another origin.
    }
    this.look();
  }

  private isTarget(frame: Element): boolean {
    const name = attribute(frame, 'name');
    return queryAll(document, 'form[target]').some((form) => attribute(form, 'target') === name);
  }

  private invalid(event: Event): void {
    const { container } = this.subject;
    if (event.isTrusted && container && isElement(event.target)) {
      if (contains(container, event.target)) this.note('validation-error');
    }
  }

  private goOn(event: MouseEvent): void {
    if (!event.isTrusted || this.wentOn || performance.now() - this.startedAt <= 50) return;
    this.look();
    this.wentOnAt = performance.now();
  }

  /** A page that reloads itself after an answer has taken it; by the person's key it says nothing. */
  private reloadedByHand(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, isTrusted } = event;
    if (!isTrusted || !(key === 'F5' || ((ctrlKey || metaKey) && /^r$/i.test(key)))) return;
    this.look();
    this.wentOnAt = Math.min(this.wentOnAt, performance.now());
  }

  private note(evidence: Evidence): void {
    if (!this.found.has(evidence)) this.found.set(evidence, performance.now());
  }

  private score(): number {
    let score = 0;
    for (const evidence of this.found.keys()) {
      if (evidence === 'network-unknown' && this.found.has('network-ok')) continue;
      score += EVIDENCE_SCORES[evidence];
    }
    return score;
  }

  private refused(): boolean {
    return (
      this.found.has('error-text') ||
      this.found.has('validation-error') ||
      this.found.has('network-error')
    );
  }

  private lastNewsAt(): number {
    return Math.max(this.startedAt, ...this.found.values());
  }

  private decide(): void {
    if (this.done) return;
    const settled = performance.now() - this.lastNewsAt() >= SETTLE_MS;
    if (this.score() >= ACCEPTED_FROM || this.refused()) {
      if (settled) this.finish(false);
      else this.schedule(this.lastNewsAt() + SETTLE_MS + 10 - performance.now());
    }
  }

  private schedule(delay: number): void {
    clearTimeout(this.endTimer);
    const wait = Math.max(10, delay);
    this.expectedAt = performance.now() + wait;
    this.endTimer = setTimeout(() => this.end(), wait);
  }

  private end(): void {
    const late = performance.now() - this.expectedAt;
    if (late > BLOCKED_MS) this.baseAt += late;
    this.log.flush();
    this.look();
    if (this.done) return;
    const now = performance.now();
    // A dialog of the browser that nothing follows said what is wrong with the form.
    const limit = this.busy() ? BUSY_MS : this.blocked ? WATCH_MS : ANSWER_MS;
    const answered = this.lastAnswerAt > 0 && now - this.lastAnswerAt >= WATCH_MS;
    if (answered || now - this.baseAt >= limit) this.finish(false);
    else this.schedule(Math.min(WATCH_MS, this.baseAt + limit - now));
  }

  /** The page itself shows that it waits for an answer. */
  private busy(): boolean {
    const { control, container } = this.subject;
    const isBusy = (element: Element): boolean =>
      matches(element, '[aria-busy=true]') ||
      classTokens(element).some((token) => /(^|[-_])(is-)?loading$/.test(token));
    if (control && isVisible(control) && isBusy(control)) return true;
    const root = container ? closest(container, 'body') : document.body;
    return queryAll(
      root ?? document,
      '.el-loading-mask,.ant-spin-spinning,.layui-layer-loading,.van-toast--loading,.ivu-spin-fix,.t-loading__overlay,.blockUI,.datagrid-mask,#nprogress',
    )
      .slice(0, 10)
      .some(isVisible);
  }

  private leaveLater(): void {
    this.leftAt = performance.now();
  }

  leave(): void {
    try {
      this.log.flush();
      // By the person's own hand it closes without having said so.
      if (window.top?.closed && !this.wentOn) {
        this.note('fields-gone');
        // Where the form is sent into a frame, it is the answer that closes the window.
        if (queryAll(document, 'form[target]').length > 0) this.note('network-unknown');
      }
      // The answer in the form's own frame loads the page around anew.
      const moved = this.subject.frame !== undefined && this.movedOn();
      if (moved && !this.wentOn && performance.now() - this.frameAt < ANSWER_STANDS_MS) {
        this.note('fields-gone');
        this.note('network-unknown');
      }
      this.readMessages();
    } catch {
      // Torn down already.
    }
    this.finish(true);
  }

  private finish(left: boolean): void {
    if (this.done) return;
    this.done = true;
    clearTimeout(this.lookTimer);
    clearTimeout(this.endTimer);
    for (const observer of this.observers) observer.disconnect();
    this.cleanup.abort();
    const score = this.score();
    const evidence = [...this.found.entries()].sort((a, b) => a[1] - b[1]).map(([word]) => word);
    const outcome =
      score >= ACCEPTED_FROM
        ? 'accepted'
        : this.refused()
          ? 'refused'
          : left && !this.wentOn && (score > 0 || this.leftAt - this.baseAt < WATCH_MS)
            ? 'pending'
            : 'unproven';
    this.resolve({ outcome, score, evidence });
  }
}

/** The frame of the page that the form around a part of it is sent into. */
function targetOf(container: Element | undefined): Element | undefined {
  const form = container && closest(container, 'form[target]');
  const name = form && attribute(form, 'target');
  return queryAll(document, 'iframe').find((frame) => name && attribute(frame, 'name') === name);
}

/** Drawn anew with what was written in it: answers of old systems replace a whole part of the page. */
function standsAnew(root: Element, control: Control | undefined, value: string): boolean {
  const [part] = control?.parts ?? [];
  if (!part || value === '' || isConnected(root)) return false;
  const key = attribute(part, 'id') ? 'id' : 'name';
  const name = attribute(part, key);
  if (!name) return false;
  return queryAll(root.ownerDocument, `[${key}="${CSS.escape(name)}"]`).some((anew) => {
    const heir = isVisible(anew) ? controlOf(anew) : undefined;
    return heir !== undefined && controlValue(heir) === value;
  });
}

/** Shown, and not to be changed any more. */
function isLocked(control: Control | undefined): boolean {
  return control?.parts.every((part) => matches(part, ':disabled,[readonly]')) === true;
}

/** This document, the form's own, and those around it: many systems show messages on top. */
function watchedDocuments(container: Element | undefined): Document[] {
  const documents = [document];
  const own = container?.ownerDocument;
  if (own && own !== document) documents.push(own);
  let current: Window = window;
  try {
    while (current.parent !== current && documents.length < 5) {
      current = current.parent;
      documents.push(current.document);
    }
  } catch {
    // The frame around this one is of another origin.
  }
  return documents;
}
