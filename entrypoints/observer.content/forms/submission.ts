import type { SubmissionObservation } from '../../../utils/domain/observation';
import { randomId } from '../../../utils/domain/random-id';
import type { ObserverContext } from '../context';
import { type Outcome, watchOutcome } from '../evidence';
import { type Button, buttonOf } from './button';
import { boundaryOf, type Place } from './container';
import { controlOf, isEditable, PARTS } from './control';
import {
  attribute,
  closest,
  contains,
  isElement,
  isVisible,
  matches,
  parentOf,
  queryAll,
  queryDeep,
} from './dom';
import type { FormsAtWork } from './forms-at-work';
import { intentOf, isRework } from './intent';
import { type FormSession, type Snapshot, takeSnapshot } from './session';

/** A form has at least this many fields. */
const LEAST_FIELDS = 2;
/** The same container and the same values within this time are one submission, ms. */
const SAME_MS = 10_000;
/** Click, Enter and `submit` of one act follow each other within this time, ms. */
const ONE_ACT_MS = 1200;
/** How long an open question (确认提交吗？) holds a submission, ms. */
const QUESTION_MS = 120_000;
/** Wizard steps belong together within this time, ms. */
const STEPS_MS = 30 * 60_000;

interface Held {
  readonly id: string;
  at: number;
  readonly session: FormSession;
  readonly carried: readonly FormSession[];
  readonly snapshot: Snapshot;
  readonly button: Button | undefined;
  readonly intent: SubmissionObservation['intent'];
  readonly rework: boolean;
  /** A submit word or a `submit` event; otherwise only strong proof makes it a submission. */
  sure: boolean;
  watch: AbortController;
  question: ReturnType<typeof setTimeout> | undefined;
  over: boolean;
}

/** Submit actions of one document: each is held until its outcome is known, and told once. */
export class Submissions {
  private readonly held = new Set<Held>();
  private lastAccepted:
    | { readonly container: Element; readonly fingerprint: string; readonly at: number }
    | undefined;

  constructor(
    private readonly context: ObserverContext,
    private readonly forms: FormsAtWork,
    private readonly signal: AbortSignal,
  ) {}

  /** Capture phase of a trusted click, before the page's own handler. */
  clicked(target: Element, at: number): void {
    const button = buttonOf(target);
    if (!button) return;
    if (this.answersQuestion(button, at)) return;
    switch (button.meaning) {
      case 'submit':
      case 'draft':
      case 'step':
        this.start(this.sessionOf(button.element), button, true, at);
        return;
      case 'add':
      case 'edit':
      case 'unknown': {
        const session = this.sessionOf(button.element, true);
        if (session?.touched) this.start(session, button, false, at);
        return;
      }
      default:
        return;
    }
  }

  /** Trusted Enter in a field: a submission only if it is proven. */
  entered(target: Element, at: number): void {
    const control = controlOf(target);
    if (!control || (control.kind !== 'text' && control.kind !== 'number')) return;
    const session = this.forms.sessionOf(control);
    if (session?.touched) this.start(session, undefined, false, at);
  }

  /** Trusted `submit` of a native form. */
  submitted(form: Element, submitter: Element | undefined, at: number): void {
    const button = submitter && buttonOf(submitter);
    if (button && (button.meaning === 'search' || button.meaning === 'login')) return;
    for (const held of this.held) {
      if (at - held.at < ONE_ACT_MS && related(held.session.place.container, form)) {
        held.sure = held.sure || button === undefined || button.meaning !== 'other';
        return;
      }
    }
    for (const part of queryAll(form, PARTS)) {
      const control = controlOf(part);
      const session = control && this.forms.sessionOf(control, true);
      if (session) {
        this.start(session, button, true, at);
        return;
      }
    }
  }

  /** The session of the form that a button submits. */
  private sessionOf(button: Element, onlyActive = false): FormSession | undefined {
    const boundary = boundaryOf(button);
    const active = this.forms.active?.session;
    if (onlyActive) {
      return active &&
        related(active.place.container, button) &&
        boundaryOf(active.place.container) === boundary
        ? active
        : undefined;
    }
    const seen = new Set<Element>();
    for (let ancestor = parentOf(button); ancestor; ancestor = parentOf(ancestor)) {
      const place = this.placeWithin(ancestor, boundary, seen);
      if (place) return this.forms.sessionAt(holding(place, button, ancestor));
      if (ancestor === boundary) break;
    }
    return undefined;
  }

  private placeWithin(ancestor: Element, boundary: Element, seen: Set<Element>): Place | undefined {
    for (const part of queryDeep(ancestor, PARTS)) {
      if (seen.has(part)) continue;
      seen.add(part);
      if (seen.size > 3000) return undefined;
      const control = controlOf(part);
      if (!control || !isEditable(control) || boundaryOf(control.root) !== boundary) continue;
      const place = this.forms.placeOf(control);
      if (place.purpose === 'form') return place;
    }
    return undefined;
  }

  private start(
    session: FormSession | undefined,
    button: Button | undefined,
    sure: boolean,
    at: number,
  ): void {
    if (!session) return;
    if (this.isSameAct(session, button, sure, at)) return;
    this.forms.readNow(session);
    const carried = this.carriedInto(session, at);
    const snapshot = takeSnapshot(
      session,
      carried,
      at,
      this.forms.activity.workedMs(at),
      this.forms.importedAt,
    );
    if (snapshot.fields.length < LEAST_FIELDS) return;
    for (const earlier of this.held) {
      if (earlier.session === session)
        this.finish(earlier, { outcome: 'unproven', score: 0, evidence: [] });
    }
    const held: Held = {
      id: randomId(),
      at,
      session,
      carried,
      snapshot,
      button,
      intent: intentOf(button, session),
      rework: isRework(session),
      sure,
      watch: new AbortController(),
      question: undefined,
      over: false,
    };
    this.held.add(held);
    this.watch(held);
  }

  /** A double click, or the click and the `submit` event of one act. */
  private isSameAct(
    session: FormSession,
    button: Button | undefined,
    sure: boolean,
    at: number,
  ): boolean {
    for (const held of this.held) {
      if (held.session !== session || at - held.at >= ONE_ACT_MS) continue;
      if (held.button && button && held.button.element !== button.element) continue;
      held.sure = held.sure || sure;
      return held.button !== undefined || button === undefined;
    }
    return false;
  }

  private carriedInto(session: FormSession, at: number): FormSession[] {
    const boundary = boundaryOf(session.place.container);
    return this.forms.recent.filter(
      (earlier) =>
        earlier !== session &&
        earlier.touched &&
        ((earlier.steppedAt !== undefined &&
          at - earlier.steppedAt < STEPS_MS &&
          (!earlier.place.container.isConnected ||
            boundaryOf(earlier.place.container) === boundary)) ||
          // A part of this form that had a button of its own.
          contains(session.place.container, earlier.place.container)),
    );
  }

  private watch(held: Held): void {
    const watch = new AbortController();
    held.watch = watch;
    const touched = held.snapshot.fields.filter((state) => state.touched);
    const fields = (touched.length > 0 ? touched : held.snapshot.fields).map(
      (state) => state.control.root,
    );
    const stop = (): void => watch.abort();
    this.signal.addEventListener('abort', stop, { once: true, signal: watch.signal });
    watchOutcome(
      this.context,
      {
        at: held.at,
        container: held.session.place.container,
        fields: fields.filter(isVisible),
        ...(held.button ? { control: held.button.element } : {}),
      },
      watch.signal,
    ).then((outcome) => {
      if (held.watch !== watch || held.over) return;
      if (outcome.outcome === 'unproven' && !this.signal.aborted && openQuestion(held.session)) {
        held.question = setTimeout(() => this.finish(held, outcome), QUESTION_MS);
        return;
      }
      this.finish(held, outcome);
    });
  }

  /** 确认提交吗？ after a submit action: its answer goes on with the held one. */
  private answersQuestion(button: Button, at: number): boolean {
    const held = [...this.held].at(-1);
    if (!held) return false;
    const box = questionAround(button.element);
    if (!box || contains(box, held.session.place.container)) return false;
    if (held.button && contains(box, held.button.element)) return false;
    clearTimeout(held.question);
    if (button.meaning === 'cancel') {
      held.over = true;
      held.watch.abort();
      this.held.delete(held);
      return true;
    }
    if (button.meaning === 'submit' || button.meaning === 'unknown' || button.meaning === 'step') {
      held.watch.abort();
      held.at = at;
      this.watch(held);
      return true;
    }
    return false;
  }

  private finish(held: Held, outcome: Outcome): void {
    if (held.over) return;
    held.over = true;
    clearTimeout(held.question);
    this.held.delete(held);
    if (held.watch.signal.aborted === false) held.watch.abort();
    if (held.intent === 'step' && outcome.outcome !== 'pending') {
      if (outcome.outcome !== 'refused') held.session.steppedAt = held.at;
      return;
    }
    if (
      !held.sure &&
      !(outcome.outcome === 'accepted' && outcome.evidence.includes('success-text'))
    ) {
      return;
    }
    if (outcome.outcome === 'accepted') {
      const { container } = held.session.place;
      const { fingerprint } = held.snapshot;
      const last = this.lastAccepted;
      const again =
        last?.container === container &&
        last.fingerprint === fingerprint &&
        held.at - last.at < SAME_MS;
      if (again) return;
      this.lastAccepted = { container, fingerprint, at: held.at };
    }
    const { form, entries, startedAt, fillingMs } = held.snapshot;
    this.context.send(
      {
        kind: 'submission',
        id: held.id,
        at: held.at,
        outcome: outcome.outcome,
        score: outcome.score,
        evidence: outcome.evidence,
        intent: held.intent,
        rework: held.rework,
        form,
        entries,
        startedAt,
        fillingMs,
      },
      'now',
    );
    if (outcome.outcome === 'accepted') {
      for (const session of [...held.carried, held.session]) session.reset();
    }
  }
}

function related(container: Element, other: Element): boolean {
  return contains(container, other) || contains(other, container);
}

/** The place widened to the part of the page that holds the button too. */
function holding(place: Place, button: Element, ancestor: Element): Place {
  if (contains(place.container, button) || contains(ancestor, place.container) === false)
    return place;
  const form = closest(place.container, 'form');
  if (form && contains(form, button)) return { ...place, container: form };
  return queryAll(ancestor, PARTS).length > queryAll(place.container, PARTS).length
    ? { container: ancestor, kind: 'page', purpose: 'form' }
    : place;
}

const QUESTION =
  '.el-message-box,.el-popconfirm,.el-popover,.ant-modal-confirm,.ant-popover,.ant-popconfirm,.layui-layer-dialog,.messager-window,.window.panel,.van-dialog,.ivu-modal-confirm,.ivu-poptip-popper,.t-dialog,.t-popconfirm,.t-popup,.arco-modal-simple,.arco-popconfirm,.n-dialog,.n-popconfirm,.swal2-popup,uni-modal,.uni-modal,.bootbox,.modal,.ant-modal,.el-dialog,.aui_dialog,.weui-dialog,[role=alertdialog],[role=dialog],dialog';

/** A box that asks something and has nothing to fill in. */
function questionAround(element: Element): Element | undefined {
  const box = closest(element, QUESTION);
  if (!box) return undefined;
  return hasFields(box) ? undefined : box;
}

function hasFields(box: Element): boolean {
  return queryAll(box, PARTS).some(
    (part) => isVisible(part) && attribute(part, 'type') !== 'checkbox',
  );
}

function openQuestion(session: FormSession): boolean {
  return queryAll(document, QUESTION).some(
    (box) =>
      isVisible(box) &&
      !contains(box, session.place.container) &&
      !contains(session.place.container, box) &&
      !hasFields(box) &&
      queryAll(box, 'button,a,[class*=btn],[role=button]').some(isVisible),
  );
}

export function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.isComposing && event.keyCode !== 229;
}

export function eventElement(event: Event): Element | undefined {
  const target = event.composedPath()[0] ?? event.target;
  if (isElement(target)) return target;
  const outer = event.target;
  return isElement(outer) && matches(outer, '*') ? outer : undefined;
}
