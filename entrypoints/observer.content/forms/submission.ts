import type { SubmissionObservation } from '../../../utils/domain/observation';
import { randomId } from '../../../utils/domain/random-id';
import type { ObserverContext } from '../context';
import { ANSWER_STANDS_MS, beginWatch, type Outcome } from '../evidence';
import { type Button, buttonOf, standsBesideSend } from './button';
import { boundaryOf, DIALOG, isTalk, type Place } from './container';
import { controlOf, isEditable, PARTS } from './control';
import {
  attribute,
  closest,
  contains,
  isConnected,
  isVisible,
  matches,
  parentOf,
  queryAll,
  queryDeep,
  queryOne,
  textContent,
} from './dom';
import type { FormsAtWork } from './forms-at-work';
import {
  type FrameForms,
  formsBeyond,
  framesWithin,
  type OuterForm,
  outermostDocument,
  pageIn,
} from './frames';
import { intentOf, intentOfButton, isRework } from './intent';
import { isMessageBox, isQuestionBox, standingMessages } from './message';
import { outcomeOfPage } from './result-page';
import { type FormSession, type Snapshot, takeSnapshot } from './session';
import { compactText, visibleText } from './text';
import { messageMeaning, SENDS } from './words';

/** A form has at least this many fields. */
const LEAST_FIELDS = 2;
/** The same container and the same values within this time are one submission, ms. */
const SAME_MS = 10_000;
/** Click, Enter and `submit` of one act follow each other within this time, ms. */
const ONE_ACT_MS = 1200;
/** A button that asks to be pressed once more asks for so long, ms. */
const AGAIN_MS = 4_000;
/** A form that is submitted later than this after the person's press was submitted by the page, ms. */
const PRESS_MS = 5_000;
/** How long an open question (确认提交吗？) holds a submission, ms. */
const QUESTION_MS = 120_000;
/** Wizard steps belong together within this time, ms. */
const STEPS_MS = 30 * 60_000;
/** A dialog that is closed is out of sight after this, ms. */
const CLOSED_MS = 700;
/** What closes a dialog without a word. */
const CLOSE =
  '[aria-label="close" i],[class*=headerbtn],[class*=modal-close],[class*=dialog__close],[class*=dialog-close],[class*=drawer__close],[class*=drawer-close],.layui-layer-close,.panel-tool-close';
/** How often a frame or window is looked for in which something was submitted, and for how long, ms. */
const FRAME_LOOK_MS = 150;
const FRAME_FOLLOWED_MS = 20_000;
/** A longer script may say several things, characters. */
const SHORT_SCRIPT = 800;

interface Held {
  readonly id: string;
  /** When the submit control was pressed. */
  readonly pressedAt: number;
  /** When the act was last confirmed: the same, or the answer to a question. */
  at: number;
  readonly container: Element;
  readonly snapshot: Snapshot;
  readonly button: Button | undefined;
  readonly intent: SubmissionObservation['intent'];
  readonly rework: boolean;
  /** A submit word or a `submit` event; otherwise only strong proof makes it a submission. */
  sure: boolean;
  /** A native form told that it is being sent. */
  submitted?: true;
  /** The frame that the form stands in, where the button stands outside of it. */
  readonly frame?: Element;
  watch: AbortController;
  /** Its document goes: what is known is told. */
  leave(): void;
  question: ReturnType<typeof setTimeout> | undefined;
  over: boolean;
  /** What was told of it. */
  told?: SubmissionObservation;
  /** The record was accepted: the next one starts. */
  accepted(): void;
}

/** A frame or window that something was submitted in, when it is gone. */
interface Gone {
  /** What stood in it last. */
  readonly page: Document;
  /** A frame in the window that this page stands in too. */
  readonly framed: boolean;
  /** Another page had come into it. */
  readonly answered: boolean;
  /** Messages that stood on the page here at the submit action. */
  readonly stood: ReadonlyMap<Element, string>;
  /** The page here goes too. */
  readonly leaving: boolean;
}

/** Submit actions of one document: each is held until its outcome is known, and told once. */
export class Submissions implements FrameForms {
  private readonly held = new Set<Held>();
  private pressed: { readonly target: Element; readonly at: number } | undefined;
  private lastAccepted: { readonly held: Held; readonly at: number } | undefined;

  constructor(
    private readonly context: ObserverContext,
    private readonly forms: FormsAtWork,
    private readonly signal: AbortSignal,
  ) {}

  /** Capture phase of a trusted click, before the page's own handler. */
  clicked(target: Element, at: number): void {
    this.pressed = { target, at };
    const button = buttonOf(target);
    if (closest(target, CLOSE)) this.givenUp(target, at);
    if (!button || this.answersQuestion(button, at) || isElsewhere(button.element)) return;
    if (isCheck(button)) return;
    switch (button.meaning) {
      case 'submit':
      case 'draft':
      case 'step': {
        // In a grid whose cells are boxes only while they are edited, none may stand there now.
        const edited = this.activeSessionOf(button.element);
        const session =
          this.sessionOf(button.element) ??
          (edited?.touched ? edited : undefined) ??
          this.steppedSession(button.element, at);
        if (session) this.start(session, button, true, at);
        else this.startOuter(button, at);
        return;
      }
      case 'decline': {
        const session = this.sessionOf(button.element) ?? this.activeSessionOf(button.element);
        if (session && !isOfListRow(button.element) && holdsOpinion(session))
          this.start(session, button, true, at);
        return;
      }
      case 'add':
      case 'edit':
      case 'unknown': {
        const sends = button.meaning !== 'unknown' && matches(button.element, '[lay-submit]');
        const session = sends
          ? this.sessionOf(button.element)
          : (this.activeSessionOf(button.element) ?? this.footedSession(button.element));
        if (session && (sends || session.touched)) this.start(session, button, sends, at);
        return;
      }
      case 'cancel':
        this.forms.leaveForm();
        this.givenUp(button.element, at);
        return;
      default:
        return;
    }
  }

  /** Steps that were made in a dialog which is then closed belong to nothing that follows. */
  private givenUp(control: Element, at: number): void {
    const dialog = closest(control, DIALOG);
    if (!dialog) return;
    setTimeout(() => {
      if (this.signal.aborted || isVisible(dialog)) return;
      for (const session of this.forms.recent) {
        const { container } = session.place;
        if (session.steppedAt === undefined) continue;
        if (contains(dialog, container) || !isConnected(container)) session.reset(at);
      }
    }, CLOSED_MS);
  }

  /** Trusted Enter in a field: a submission only if it is proven. */
  entered(target: Element, at: number): void {
    this.pressed = { target, at };
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
      if (at - held.at < ONE_ACT_MS && related(held.container, form)) {
        held.sure = true;
        held.submitted = true;
        return;
      }
    }
    for (const part of queryAll(form, PARTS)) {
      const control = controlOf(part);
      const session = control && this.forms.sessionOf(control, true);
      if (session) {
        if (!session.touched && !this.wasPressed(form, at)) return;
        this.start(session, button, true, at, true);
        return;
      }
    }
  }

  /** The event is trusted also where a script submits: the person must have pressed something for it. */
  private wasPressed(form: Element, at: number): boolean {
    const { pressed } = this;
    if (pressed === undefined || at - pressed.at > PRESS_MS) return false;
    return contains(form, pressed.target) || buttonOf(pressed.target) !== undefined;
  }

  /** Told by the reader of a frame around: the form here that a button out there submits. */
  outerForm(at: number): OuterForm | undefined {
    const session = this.forms.active?.session ?? this.anySession();
    if (!session || !isConnected(session.place.container)) return undefined;
    const { snapshot, carried } = this.snapshot(session, at);
    if (snapshot.fields.length < LEAST_FIELDS) return undefined;
    return {
      snapshot,
      enteredAt: this.forms.enteredAt,
      container: session.place.container,
      rework: isRework(session),
      edit: intentOf(undefined, session) === 'edit',
      accepted: () => reset([...carried, session], at),
    };
  }

  follow(view: Window, left: () => SubmissionObservation | undefined): void {
    const form = pageIn(view);
    const framed = view.top === window.top;
    const stood = standingMessages();
    let until = performance.now() + FRAME_FOLLOWED_MS;
    const end = new AbortController();
    const look = (leaving: boolean): void => {
      const now = performance.now();
      const page = pageIn(view);
      const answered = page !== form;
      // A window that a script closes says so before it is gone.
      let gone = view.top?.closed !== false;
      if (!gone && answered && page?.readyState === 'complete')
        until = Math.min(until, now + ANSWER_STANDS_MS);
      if (!gone && !leaving && !this.signal.aborted && page && now < until) return;
      end.abort();
      // The answer in the frame may load the page around anew.
      gone ||= leaving && framed && answered && now < until;
      if (!gone || !page || this.signal.aborted) return;
      const submission = left();
      if (submission) this.settleGone(submission, { page, framed, answered, stood, leaving });
    };
    const timer = setInterval(() => look(false), FRAME_LOOK_MS);
    end.signal.addEventListener('abort', () => clearInterval(timer));
    addEventListener('pagehide', () => look(true), { capture: true, signal: end.signal });
  }

  /** What can still be known of what was submitted in a frame or window that is gone. */
  private settleGone(
    submission: SubmissionObservation,
    { page, framed, answered, stood, leaving }: Gone,
  ): void {
    const tell = (outcome: Outcome): void =>
      this.context.send({ ...submission, ...outcome }, 'now');
    if (submission.outcome !== 'pending') {
      tell(submission);
      return;
    }
    const already = new Set(submission.evidence);
    if (framed || answered) already.add('fields-gone');
    // The person closed it, and it has told so itself.
    if (!already.has('fields-gone')) return;
    if (answered) already.add('network-unknown');
    const shown = answered ? outcomeOfPage(page) : 'none';
    const said = answered && shown === 'none' ? messageMeaning(alertIn(page)) : shown;
    if (said !== 'none') already.add(said === 'success' ? 'success-text' : 'error-text');
    const told = (outcome: Outcome): void => {
      const open = outcome.outcome === 'unproven' || outcome.outcome === 'pending';
      if (!open || !framed) tell(outcome);
    };
    const subject = { at: submission.at, already: [...already], stood, leaving };
    beginWatch(this.context, subject, told, this.signal);
  }

  private beFollowed(held: Held): void {
    if (!held.sure || held.intent === 'step') return;
    const left = (): SubmissionObservation | undefined => {
      held.leave();
      return held.told;
    };
    for (const forms of formsBeyond()) forms.follow(window, left);
  }

  /** The session of the form that a button submits, from where the button stands. */
  private sessionOf(button: Element): FormSession | undefined {
    const boundary = boundaryOf(button);
    const seen = new Set<Element>();
    for (let ancestor = parentOf(button); ancestor; ancestor = parentOf(ancestor)) {
      const place = this.placeWithin(ancestor, boundary, seen);
      if (place) return this.forms.sessionAt(holding(place, button, ancestor));
      if (ancestor === boundary || isTalk(ancestor)) break;
    }
    return undefined;
  }

  private activeSessionOf(button: Element): FormSession | undefined {
    const session = this.forms.active?.session;
    if (!session || !related(session.place.container, button)) return undefined;
    return boundaryOf(session.place.container) === boundaryOf(button) ? session : undefined;
  }

  /** The main button of a form whose library draws its buttons below or above it. */
  private footedSession(button: Element): FormSession | undefined {
    const session = this.forms.active?.session;
    if (!session || !isMain(button)) return undefined;
    const { container } = session.place;
    let around = parentOf(button);
    for (let level = 0; around && level < 3; level++) {
      if (around === boundaryOf(container)) return undefined;
      if (contains(around, container)) return session;
      around = parentOf(around);
    }
    return undefined;
  }

  /** The last step of a wizard may only show what the steps before it were filled in with. */
  private steppedSession(button: Element, at: number): FormSession | undefined {
    const boundary = boundaryOf(button);
    return this.forms.recent.findLast(
      ({ steppedAt, kept, place: { container } }) =>
        steppedAt !== undefined &&
        at - steppedAt <= STEPS_MS &&
        kept.length >= LEAST_FIELDS &&
        (!isConnected(container) || boundaryOf(container) === boundary),
    );
  }

  private anySession(): FormSession | undefined {
    const place = this.placeWithin(document.body, boundaryOf(document.body), new Set());
    return place && this.forms.sessionAt(place);
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

  /** A button without fields in its own document: toolbars of frame sets, footers of frame dialogs. */
  private startOuter(button: Button, at: number): void {
    const own =
      closest(button.element, '.layui-layer,.aui_outer,.ui-dialog,.panel.window') ??
      closest(button.element, DIALOG);
    const near = own ? framesWithin(own) : [];
    const reached = near.length > 0 ? near : framesWithin(outermostDocument());
    let found: OuterForm | undefined;
    let around: Element | undefined;
    for (const { forms, frame } of reached) {
      if (forms === this) continue;
      const form = forms.outerForm(at);
      if (!form || (found && form.enteredAt <= found.enteredAt)) continue;
      found = form;
      around = frame;
    }
    if (!found || (near.length === 0 && found.enteredAt === 0)) return;
    const { snapshot, container, rework, edit, accepted } = found;
    const intent = intentOfButton(button) ?? (edit ? 'edit' : 'final');
    this.hold({
      container,
      snapshot,
      button,
      intent,
      rework,
      sure: true,
      at,
      accepted,
      ...(around ? { frame: around } : {}),
    });
  }

  private start(
    session: FormSession,
    button: Button | undefined,
    sure: boolean,
    at: number,
    submitted = false,
  ): void {
    if (this.isSameAct(session.place.container, button, sure, at)) return;
    const { snapshot, carried } = this.snapshot(session, at);
    if (button?.meaning === 'step') {
      // The next step may come before this one's outcome is known.
      session.steppedAt = at;
      session.kept = snapshot.fields;
    }
    if (snapshot.fields.length < LEAST_FIELDS) return;
    this.hold({
      container: session.place.container,
      snapshot,
      button,
      intent: intentOf(button, session),
      rework: isRework(session),
      sure,
      ...(submitted ? { submitted } : {}),
      at,
      accepted: () => reset([...carried, session], at),
    });
  }

  private snapshot(
    session: FormSession,
    at: number,
  ): { snapshot: Snapshot; carried: FormSession[] } {
    this.forms.readNow(session);
    session.submittedAt = at;
    const carried = this.carriedInto(session, at);
    const workedMs = this.forms.activity.workedMs(at);
    return {
      snapshot: takeSnapshot(session, carried, at, workedMs, this.context.spreadsheetAt),
      carried,
    };
  }

  private hold(
    begun: Omit<Held, 'id' | 'pressedAt' | 'watch' | 'leave' | 'question' | 'over'>,
  ): void {
    for (const earlier of this.held) {
      if (!related(earlier.container, begun.container)) continue;
      // Pressed once more, with nothing entered meanwhile: it may have asked for that.
      const again = earlier.button?.element === begun.button?.element;
      if (again && begun.at - earlier.at < AGAIN_MS && this.forms.enteredAt <= earlier.at)
        earlier.over = true;
      this.held.delete(earlier);
      earlier.watch.abort();
      this.finish(earlier, { outcome: 'unproven', score: 0, evidence: [] });
    }
    const held: Held = {
      ...begun,
      id: randomId(),
      pressedAt: begun.at,
      watch: new AbortController(),
      leave: () => {},
      question: undefined,
      over: false,
    };
    this.held.add(held);
    this.watch(held);
    this.beFollowed(held);
  }

  /** A double click, or the click and the `submit` event of one act. */
  private isSameAct(
    container: Element,
    button: Button | undefined,
    sure: boolean,
    at: number,
  ): boolean {
    for (const held of this.held) {
      if (held.container !== container || at - held.pressedAt >= ONE_ACT_MS) continue;
      if (this.forms.enteredAt > held.pressedAt) continue;
      if (held.button && button && held.button.element !== button.element) continue;
      // Enter came first; the click that the browser makes of it says more.
      if (!held.button && button) return false;
      held.sure = held.sure || sure;
      return true;
    }
    return false;
  }

  private carriedInto(session: FormSession, at: number): FormSession[] {
    const { container } = session.place;
    const boundary = boundaryOf(container);
    return this.forms.recent.filter((earlier) => {
      if (earlier === session || (!earlier.touched && earlier.kept.length === 0)) return false;
      const from = earlier.place.container;
      // A part of this form that had a button of its own.
      if (isConnected(from) && contains(container, from)) return true;
      const { steppedAt } = earlier;
      if (steppedAt === undefined || at - steppedAt > STEPS_MS) return false;
      return !isConnected(from) || boundaryOf(from) === boundary;
    });
  }

  private watch(held: Held): void {
    const watch = new AbortController();
    held.watch = watch;
    this.signal.addEventListener('abort', () => watch.abort(), {
      once: true,
      signal: watch.signal,
    });
    const touched = held.snapshot.fields.filter((state) => state.touched);
    const fields = (touched.length > 0 ? touched : held.snapshot.fields).map(
      (state) => state.control.root,
    );
    const seen = fields.filter(isVisible);
    const told = (outcome: Outcome): void => {
      if (held.watch !== watch || held.over) return;
      if (outcome.outcome === 'unproven' && !this.signal.aborted && openQuestion(held.container)) {
        held.question = setTimeout(() => this.finish(held, outcome), QUESTION_MS);
        return;
      }
      this.finish(held, outcome);
    };
    held.leave = beginWatch(
      this.context,
      {
        at: held.at,
        container: held.container,
        fields: seen.length > 0 ? seen : [held.container],
        draft: held.intent === 'draft',
        imported: this.handsRowsIn(held),
        ...(held.button ? { control: held.button.element } : {}),
        ...(held.frame ? { frame: held.frame } : {}),
      },
      told,
      watch.signal,
    );
  }

  /** Rows of a spreadsheet stand in the form, or the page has them and the button hands in. */
  private handsRowsIn({ snapshot, button }: Held): boolean {
    if (snapshot.entries.some(({ how }) => how === 'imported')) return true;
    return this.context.spreadsheetAt !== undefined && SENDS.test(button?.text ?? '');
  }

  /** 确认提交吗？ after a submit action: its answer goes on with the held one. */
  private answersQuestion(button: Button, at: number): boolean {
    const held = [...this.held].at(-1);
    if (!held) return false;
    const box = questionAround(button.element);
    if (!box || contains(box, held.container)) return false;
    if (held.button && contains(box, held.button.element)) return false;
    // An error or success message with a 确定 button asks nothing.
    if (isMessageBox(box)) return true;
    if (!isQuestionBox(box)) return false;
    clearTimeout(held.question);
    if (button.meaning === 'cancel') {
      held.over = true;
      this.held.delete(held);
      held.watch.abort();
      return true;
    }
    if (['submit', 'unknown', 'step', 'decline'].includes(button.meaning)) {
      const earlier = held.watch;
      held.at = at;
      this.watch(held);
      earlier.abort();
      return true;
    }
    return false;
  }

  private finish(held: Held, outcome: Outcome): void {
    if (held.over) return;
    held.over = true;
    clearTimeout(held.question);
    this.held.delete(held);
    held.watch.abort();
    if (held.intent === 'step' && outcome.outcome !== 'pending') {
      return;
    }
    const proven =
      outcome.outcome === 'accepted' &&
      (outcome.evidence.includes('success-text') ||
        wasTakenOver(held, outcome) ||
        wasSentAway(held, outcome));
    if (!held.sure && !proven && !wasTurnedBack(held, outcome)) return;
    // 退回 may only have opened a window that asks why.
    if (held.button?.meaning === 'decline' && outcome.outcome === 'unproven') return;
    const acts = TRACES.test(held.button?.text ?? '');
    if (!held.snapshot.touched && (acts || !isAttempt(held, outcome))) return;
    if (outcome.outcome === 'accepted') {
      if (this.isRepeat(held)) return;
      // Of a draft that stays on the page the final submission tells again, as one.
      const stays = held.intent === 'draft' && !outcome.evidence.includes('fields-gone');
      if (!stays) {
        held.accepted();
        if (this.handsRowsIn(held)) this.context.spreadsheetAt = undefined;
      }
      this.forms.leaveForm(held.at);
    }
    held.told = observationOf(held, outcome);
    this.context.send(held.told, 'now');
  }

  private isRepeat(held: Held): boolean {
    const last = this.lastAccepted;
    this.lastAccepted = { held, at: held.at };
    return (
      last !== undefined &&
      last.held.container === held.container &&
      last.held.intent === held.intent &&
      last.held.snapshot.fingerprint === held.snapshot.fingerprint &&
      held.at - last.at < SAME_MS
    );
  }
}

/** What a page that is nothing but a script says: `alert('保存成功'); window.close()`. */
function alertIn(page: Document): string {
  const scripts = Array.from(page.scripts, ({ text }) => text).join('\n');
  if (scripts.length > SHORT_SCRIPT) return '';
  return /\balert\(\s*(['"])(.{1,100}?)\1/.exec(scripts)?.[2] ?? '';
}

/** Who signs in or says something beside a form hands in nothing that was not filled in. */
const TRACES = /签[到退]|打卡|点赞|发表/;

const OPINION = /意见|理由|原因|批[示注]|说明/;

/** 审核 beside 上报 goes over a report before it is handed in. */
function isCheck(button: Button): boolean {
  return (
    /^(数据|逻辑|全表)?(审核|校验)$/.test(compactText(button.text)) && standsBesideSend(button)
  );
}

/** The person wrote down why: the form is one in which something is decided on. */
function holdsOpinion({ states }: FormSession): boolean {
  return [...states.values()].some(
    (state) => state.touched && OPINION.test(state.read().labels[0]?.text ?? ''),
  );
}

/** Beside what is in a list, and not alone below the boxes of a form that is laid out in rows. */
function isOfListRow(button: Element): boolean {
  const row = closest(button, 'tr,[role=row]');
  return row !== null && row.childElementCount > 1 && queryOne(row, PARTS) === null;
}

/** 添加 beside its boxes: an answer came, and the boxes stand there empty for the next one. */
function wasTakenOver({ button, snapshot }: Held, { evidence }: Outcome): boolean {
  if (button?.meaning !== 'add' && button?.meaning !== 'edit') return false;
  return (
    evidence.includes('network-ok') &&
    evidence.includes('fields-gone') &&
    snapshot.fields.every(({ control }) => isConnected(control.root) && isVisible(control.root))
  );
}

/**
 * A main button of any word: an answer came and the form went with what was written in it. What only
 * leads elsewhere is seldom the main button of a form, and is not pressed with a form filled in.
 */
function wasSentAway(held: Held, { evidence }: Outcome): boolean {
  return isWorkedForm(held) && evidence.includes('network-ok') && evidence.includes('fields-gone');
}

/** Such a button again: the form was refused. */
function wasTurnedBack(held: Held, { outcome }: Outcome): boolean {
  return outcome === 'refused' && isWorkedForm(held);
}

/** Its main button, of whatever word, was pressed with the form filled in. */
function isWorkedForm({ button, snapshot }: Held): boolean {
  return (
    button?.meaning === 'unknown' &&
    isMain(button.element) &&
    snapshot.fields.filter(({ touched }) => touched).length >= LEAST_FIELDS
  );
}

function isMain(button: Element): boolean {
  return matches(button, '[class*=primary]:not(a)') && !isOfListRow(button);
}

/**
 * Where nothing was entered, 确定 may be a menu's or close a window. It was an attempt where something
 * tells that it was sent or refused, where the page answered with a dialog of the browser, or where a
 * button of the form, or the word on it, leaves no doubt and the form still stands there.
 */
function isAttempt(held: Held, { outcome, evidence }: Outcome): boolean {
  const { submitted, button, container, snapshot } = held;
  if (outcome === 'pending') return submitted === true;
  if (outcome !== 'unproven' || evidence.includes('page-dialog')) return true;
  if (!button || !matches(button.element, 'button,input,[role=button]')) return false;
  if (evidence.includes('fields-gone') || !isConnected(container)) return false;
  return snapshot.form.container === 'form' || SENDS.test(button.text);
}

function observationOf(held: Held, { outcome, score, evidence }: Outcome): SubmissionObservation {
  const { form, entries, startedAt, fillingMs } = held.snapshot;
  const { id, at, intent, rework } = held;
  const submission = { id, at, outcome, score, evidence, intent, rework, form, entries } as const;
  return { kind: 'submission', ...submission, startedAt, fillingMs };
}

function reset(sessions: readonly FormSession[], at: number): void {
  for (const session of sessions) session.reset(at);
}

function related(container: Element, other: Element): boolean {
  return contains(container, other) || contains(other, container);
}

/** The place widened to the part of the page that holds the button too. */
function holding(place: Place, button: Element, ancestor: Element): Place {
  const { container } = place;
  if (contains(container, button) || !contains(ancestor, container)) return place;
  const form = closest(container, 'form');
  if (form && contains(form, button)) return { ...place, container: form };
  return queryAll(ancestor, PARTS).length > queryAll(container, PARTS).length
    ? { container: ancestor, kind: 'page', purpose: 'form', wide: true }
    : place;
}

const QUESTION = `${DIALOG},.el-popconfirm,.el-popover,.ant-modal-confirm,.ant-popover,.ant-popconfirm,.ivu-modal-confirm,.ivu-poptip-popper,.t-popconfirm,.t-popup,.arco-popconfirm,.n-popconfirm,.swal2-popup,uni-modal,.uni-modal,.bootbox,.modal`;

/** A box that asks something and has nothing to fill in. */
function questionAround(element: Element): Element | undefined {
  const box = closest(element, QUESTION) ?? floatingBox(element);
  return box && !hasFields(box) ? box : undefined;
}

/**
 * The 确定 of a list that is chosen from, of a message about what was done before, or of a question that
 * no submit action has brought up (确定删除该记录吗？).
 */
function isElsewhere(button: Element): boolean {
  const chooser = closest(button, CHOOSER);
  if (chooser && !queryAll(chooser, PARTS).some(isFilledIn)) return true;
  const box = questionAround(button);
  if (box === undefined || framesWithin(box).length > 0) return false;
  if (isMessageBox(box)) return true;
  const asks = visibleText(box, 120);
  return isQuestionBox(box) && (!SENDS.test(asks) || OF_A_RECORD.test(asks));
}

/** What a question asks about what is in a list. */
const OF_A_RECORD = /删除|移除|撤|作废|注销|停用/;

const CHOOSER =
  '[class*=keyboard],[class*=keypad],[class*=picker],[class*=cascader],[class*=calendar],[role=listbox]';

function isFilledIn(part: Element): boolean {
  const control = controlOf(part);
  return control !== undefined && isEditable(control);
}

/** A small box of the system's own make that lies over the page. */
function floatingBox(element: Element): Element | undefined {
  let around = parentOf(element);
  for (let level = 0; around && level < 5; level++) {
    if (matches(around, 'body,form') || (matches(around, 'table') && !isDrawnButton(around)))
      return undefined;
    const { position } = getComputedStyle(around);
    if (position === 'fixed' || position === 'absolute') return around;
    around = parentOf(around);
  }
  return undefined;
}

/** Old libraries draw one button as a table of three rows. */
function isDrawnButton(table: Element): boolean {
  return queryAll(table, 'tr').length <= 3 && textContent(table).trim().length <= 8;
}

function hasFields(box: Element): boolean {
  return queryAll(box, PARTS).some(
    (part) => isVisible(part) && attribute(part, 'type') !== 'checkbox',
  );
}

function openQuestion(container: Element): boolean {
  return queryAll(container.ownerDocument, QUESTION).some(
    (box) =>
      isVisible(box) &&
      !related(box, container) &&
      !hasFields(box) &&
      isQuestionBox(box) &&
      queryAll(box, 'button,a,[class*=btn],[role=button]').some(isVisible),
  );
}
