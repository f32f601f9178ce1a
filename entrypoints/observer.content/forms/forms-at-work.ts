import type { PageClass } from '../../../utils/domain/page-class';
import type { ObserverContext } from '../context';
import { Activity } from './activity';
import { boundaryOf, type Place, placeOf, Surroundings } from './container';
import {
  type Control,
  controlOf,
  isEditable,
  isScale,
  learnPicker,
  PARTS,
  richTextBody,
} from './control';
import { contains, isConnected, isVisible, matches, queryDeep } from './dom';
import { isChosenIn, noteAct, noteInput } from './entering';
import { formReading } from './reading';
import { FieldState, FormSession, MAX_FIELDS, withoutGhosts } from './session';
import { cellOf } from './table-label';
import { controlValue } from './value';
import { type ControlMeaning, controlMeaning } from './words';

const RECENT_SESSIONS = 12;
/** What buttons say about a page is looked up anew after this, ms. */
const SURROUNDINGS_MS = 400;
/** An idle slice works at most this long, ms. */
const SLICE_MS = 6;
/** At a submit action what was not read yet is read at once, for at most this long, ms. */
const SUBMIT_BUDGET_MS = 60;
/** Up to this many fields are looked at when the first input comes, to know what was prefilled. */
const REFRESHED_FIELDS = 150;

/** So long after a key the next ones in the same box need no look at the page, ms. */
const TYPED_ON_MS = 1_000;

/** What a button means that brings a form up. */
const OPENS: ReadonlySet<ControlMeaning> = new Set(['add', 'edit']);

/** Pages of these classes are forms while somebody works in one there. */
const PLAIN: ReadonlySet<PageClass> = new Set(['list', 'detail', 'notice', 'home', 'other']);

/** A box of plain text that is being typed in. */
interface TypedIn {
  readonly target: EventTarget;
  readonly state: FieldState;
  readonly session: FormSession;
  readonly until: number;
}

/** The control that the person is in, with what it may have opened. */
interface Active {
  readonly state: FieldState;
  readonly session: FormSession | undefined;
}

/** All forms of one document that the person has been in, and what was entered in them. */
export class FormsAtWork {
  readonly activity = new Activity();
  /** Text and row of the last button or link pressed, and when. */
  lastPressed:
    | {
        readonly text: string;
        readonly row: string;
        readonly at: number;
        readonly target: Element;
      }
    | undefined;
  active: Active | undefined;
  /** When something was last entered in any form here, epoch ms; 0 if never. */
  enteredAt = 0;
  readonly recent: FormSession[] = [];
  private readonly states = new WeakMap<Element, FieldState>();
  private readonly sessions = new WeakMap<Element, FormSession>();
  private readonly editors = new WeakSet<Document>();
  private readonly ofControl = new WeakMap<Element, FormSession | null>();
  private typedIn: TypedIn | undefined;
  /** A readonly box that was clicked, and what stood in it. */
  private perhaps: readonly [Control, string] | undefined;
  /** What the page was before the person began to work in a form on it. */
  private classBefore: PageClass | undefined;
  private surroundings: { readonly made: Surroundings; readonly at: number } | undefined;

  constructor(
    private readonly context: ObserverContext,
    private readonly signal: AbortSignal,
  ) {}

  around(boundary: Element): Surroundings {
    const now = performance.now();
    const kept = this.surroundings;
    if (kept && kept.made.boundary === boundary && now - kept.at < SURROUNDINGS_MS)
      return kept.made;
    const made = new Surroundings(boundary);
    this.surroundings = { made, at: now };
    return made;
  }

  /** Where a control stands by the page as it is now. */
  placeOf(control: Control): Place {
    return placeOf(control, this.around(boundaryOf(control.root)));
  }

  /** The session of a place, opened if need be. */
  sessionAt(place: Place): FormSession {
    const known = this.sessions.get(place.container);
    const pressed = this.lastPressed;
    const opener =
      pressed && this.context.now() - pressed.at < 60_000
        ? `${pressed.text} ${pressed.row}`
        : undefined;
    if (known) {
      known.place = place;
      // The same part of the page, opened anew by another button.
      if (
        known.startedAt === undefined &&
        pressed &&
        !contains(place.container, pressed.target) &&
        OPENS.has(controlMeaning(pressed.text))
      )
        known.opener = opener;
      return known;
    }
    const session = new FormSession(place);
    session.opener = opener;
    this.sessions.set(place.container, session);
    this.recent.push(session);
    if (this.recent.length > RECENT_SESSIONS) this.recent.shift();
    return session;
  }

  /** The form that a control belongs to; `undefined` for searches, logins and the like. */
  sessionOf(control: Control, fresh = false): FormSession | undefined {
    const known = this.ofControl.get(control.root);
    if (
      known &&
      isConnected(known.place.container) &&
      contains(known.place.container, control.root)
    ) {
      return known;
    }
    if (known === null && !fresh) return undefined;
    const place = isEditable(control) ? this.placeOf(control) : undefined;
    const session = place?.purpose === 'form' ? this.sessionAt(place) : undefined;
    this.ofControl.set(control.root, session ?? null);
    return session;
  }

  state(control: Control, session: FormSession | undefined, at: number): FieldState {
    const [part] = control.parts;
    const known = this.states.get(control.root) ?? (part && this.states.get(part));
    const state = known ?? new FieldState(control, at);
    if (known && known.control !== control && !isConnected(known.control.root)) {
      // Drawn anew around the same native element.
      session?.states.delete(known.control.root);
      known.control = control;
    }
    this.states.set(control.root, state);
    if (part) this.states.set(part, state);
    session?.states.set(state.control.root, state);
    return state;
  }

  /**
   * The focus came into a control.
   * @param stood what stood in it, where the reader came later than the focus
   */
  focus(control: Control, at: number, stood?: string): void {
    const session = this.sessionOf(control, true);
    if (session) this.moved(control, session);
    const known = this.states.has(control.root);
    this.active?.state.settle();
    if (session && session !== this.active?.session) session.forgetEmptied();
    const state = this.state(control, session, at);
    this.active = { state, session };
    this.activity.enter(session ? state.time : undefined, at);
    if (!session) return;
    state.settle();
    const value = state.value();
    if (isScale(control)) {
      if (!known) state.forgetInitial();
    } else if (!state.touched && state.actedOn === undefined && session.startedAt === undefined) {
      state.initial = stood ?? value;
    }
    if (!known || session.told === '') this.readLater(session);
  }

  /** The editor came from another cell of a grid: what was entered there stays with that cell. */
  private moved(control: Control, session: FormSession): void {
    const { root } = control;
    const before = this.states.get(root);
    const left = before?.cell;
    const cell = left && cellOf(root);
    if (!before || !left || left === cell || !isConnected(left)) return;
    before.control = { root: left, kind: 'text', parts: [left] };
    session.states.delete(root);
    session.states.set(left, before);
    this.states.set(left, before);
    this.states.delete(root);
    const again = cell && this.states.get(cell);
    if (!again) return;
    again.control = control;
    session.states.delete(again.cell as Element);
    session.states.set(root, again);
    this.states.set(root, again);
  }

  /** The focus left for something that is no control. */
  blur(at: number): void {
    const container = this.active?.session?.place.container;
    if (container !== undefined && !isVisible(container)) this.leavePage();
    this.active?.state.settle();
    this.activity.enter(undefined, at);
  }

  /**
   * The form was accepted or given up: what happens next on the page is another matter, unless the
   * person is at the next one already.
   * @param at when the submit action was done, epoch ms
   */
  leaveForm(at: number = Number.POSITIVE_INFINITY): void {
    const state = this.active?.state;
    if (state && Math.max(state.handAt, state.actedAt) > at) return;
    this.leavePage();
    this.blur(this.context.now());
    this.active = undefined;
  }

  /** Trusted input in a control. */
  input(control: Control, event: Event, at: number): void {
    this.perhaps = undefined;
    const session = this.sessionOf(control);
    if (!session) return;
    const state = this.state(control, session, at);
    if (this.active?.state !== state) {
      this.active = { state, session };
      this.activity.enter(state.time, at);
    }
    this.started(session, at, state);
    noteInput(state, event, at);
    this.noteEntered(state, session, at);
    const { target } = event;
    const plain = !isChosenIn(control) && control.parts.some((part) => part === target);
    this.typedIn =
      target !== null && plain ? { target, state, session, until: at + TYPED_ON_MS } : undefined;
  }

  /** Whether the person is typing in a box of plain text that a moment ago stood as one. */
  isTyping(at: number): boolean {
    const { typedIn } = this;
    return typedIn !== undefined && at < typedIn.until && this.active?.state === typedIn.state;
  }

  /**
   * One more input into the box that is being typed in: nothing about it changes but when it was last
   * entered in. False where that is not so, or where the page may have changed.
   * @param at when a key was heard last: an input without a key of its own is looked at
   */
  typedOn(event: Event, at: number): boolean {
    const { typedIn } = this;
    if (typedIn === undefined || !this.isTyping(at) || event.target !== typedIn.target)
      return false;
    const { state, session } = typedIn;
    const goesOn =
      state.how === 'typed' &&
      at > state.handAt &&
      session.startedAt !== undefined &&
      state.handAt > session.submittedAt;
    if (goesOn) this.noteEntered(state, session, at);
    return goesOn;
  }

  /**
   * Keys went on into the box that is being typed in, and its inputs were not heard.
   * @param at when the last of them was, epoch ms
   */
  typedUntil(at: number): void {
    const { typedIn } = this;
    if (typedIn === undefined || at <= typedIn.state.handAt || at >= typedIn.until) return;
    this.noteEntered(typedIn.state, typedIn.session, at);
  }

  private noteEntered(state: FieldState, session: FormSession, at: number): void {
    state.byHand(at, session.submittedAt);
    this.enteredAt = at;
  }

  /**
   * Input that came before the reader.
   * @param stood what stood in the field at the focus, where that was seen
   */
  replayInput(control: Control, at: number, stood = ''): void {
    const session = this.sessionOf(control, true);
    if (!session) return;
    const state = this.state(control, session, at);
    if (!state.touched) state.initial = stood;
    this.started(session, at, state);
    state.how ??= isChosenIn(control) && control.kind !== 'number' ? 'chosen' : 'typed';
    this.noteEntered(state, session, at);
  }

  /**
   * Trusted click, key or change on a control that is chosen in.
   * @param clicked what a click was on
   */
  act(control: Control, at: number, clicked?: Element): void {
    if (!isChosenIn(control)) return;
    if (isScale(control)) {
      this.changed(control, at);
      return;
    }
    const session = this.sessionOf(control);
    if (!session) {
      if (clicked && control.kind === 'text') this.perhaps = [control, controlValue(control)];
      return;
    }
    const known = this.states.has(control.root);
    const state = this.state(control, session, at);
    this.active = { state, session };
    this.activity.enter(state.time, at);
    if (isTicked(control)) {
      // The browser has ticked it before the click is told: what it was before, only `last` knows.
      if (!known) state.forgetInitial();
      // Only what is drawn has not changed yet: the page may have turned it back since it was read.
      else if (clicked && !matches(clicked, 'input')) state.stood ??= controlValue(control);
    } else if (state.actedOn === undefined && !(known && /number|other/.test(control.kind))) {
      // A stepper or slider has moved when the click is told: what stood before was read with the form.
      state.value();
    }
    noteAct(state, at);
    this.chosenSoon(state, session, at);
  }

  /** Trusted `change` of a native select, radio or tick box: chosen, whatever it was before. */
  changed(control: Control, at: number): void {
    const session = this.sessionOf(control);
    if (!session) return;
    const known = this.states.has(control.root);
    const state = this.state(control, session, at);
    if (!known) state.forgetInitial();
    // A tab may take it out of sight before the form is read.
    state.read();
    this.active = { state, session };
    this.activity.enter(state.time, at);
    this.started(session, at, state);
    state.how ??= 'chosen';
    state.value();
    this.noteEntered(state, session, at);
  }

  /** A box is done with: a grid may take it away before the form is sent. */
  left(control: Control): void {
    this.states.get(control.root)?.value();
  }

  /** A trusted click in the popup that the active control opened. */
  actInPopup(at: number): void {
    const { active } = this;
    if (!active?.session) return;
    noteAct(active.state, at);
    this.chosenSoon(active.state, active.session, at);
  }

  /**
   * A trusted click, wherever it was: if it fills a readonly box that was clicked before, that box is
   * chosen in.
   */
  filledByClick(at: number): void {
    const { perhaps } = this;
    if (!perhaps) return;
    const [control, stood] = perhaps;
    // It has changed without a click: it is computed.
    if (controlValue(control) !== stood) this.perhaps = undefined;
    setTimeout(() => {
      if (this.signal.aborted || this.perhaps !== perhaps || controlValue(control) === stood)
        return;
      this.perhaps = undefined;
      learnPicker(control);
      const session = this.sessionOf(control, true);
      if (!session) return;
      const state = this.state(control, session, at);
      state.actedOn = stood;
      state.actedAt = at;
      this.chosenSoon(state, session, at);
    }, 0);
  }

  /** Once the page has reacted, a changed value proves the choice. */
  private chosenSoon(state: FieldState, session: FormSession, at: number): void {
    const look = (): void => {
      if (this.signal.aborted) return;
      const before = state.how;
      state.settle();
      if (state.how && !before) this.started(session, at, state);
      if (state.how === 'chosen') this.noteEntered(state, session, at);
    };
    setTimeout(look, 0);
    setTimeout(look, 250);
  }

  /** A list over which a dialog came, or that a form took the place of, is a form for so long. */
  private enterPage(): void {
    const { pageClass } = this.context;
    if (!PLAIN.has(pageClass)) return;
    this.classBefore = pageClass;
    this.context.pageClass = 'form';
  }

  private leavePage(): void {
    if (this.classBefore !== undefined && this.context.pageClass === 'form')
      this.context.pageClass = this.classBefore;
    this.classBefore = undefined;
  }

  private started(session: FormSession, at: number, by: FieldState): void {
    if (session.startedAt !== undefined) return;
    session.startedAt = at;
    this.enterPage();
    session.workedAtStart = this.activity.workedMs(at);
    // What stands in the others now, before the page reacts to the first input, was prefilled.
    let looked = 0;
    for (const state of session.states.values()) {
      if (state === by) continue;
      // A choice that the page shows only now is the person's, not the page's.
      state.settle();
      if (state.touched || state.actedOn !== undefined) continue;
      if (++looked > REFRESHED_FIELDS) break;
      state.initial = state.value();
    }
  }

  /** Reads a form's fields in idle slices and tells of the form when it is known. */
  private readLater(session: FormSession): void {
    const work = this.reading(session);
    const slice = (deadline?: IdleDeadline): void => {
      if (this.signal.aborted || document.hidden) return;
      const until = performance.now() + Math.min(SLICE_MS, deadline?.timeRemaining() ?? SLICE_MS);
      try {
        do {
          if (work.next().done) {
            this.tell(session);
            return;
          }
        } while (performance.now() < until);
      } catch {
        return; // the page took the form away meanwhile
      }
      idle(slice);
    };
    idle(slice);
  }

  /** Reads what is not read yet, at once. */
  readNow(session: FormSession): void {
    const until = performance.now() + SUBMIT_BUDGET_MS;
    for (const _ of this.reading(session)) if (performance.now() > until) break;
  }

  private *reading(session: FormSession): Generator<undefined> {
    const { container } = session.place;
    const boundary = boundaryOf(container);
    const parts = queryDeep(container, PARTS);
    const seen = new Set<Element>();
    for (const part of parts) {
      // Before each part, also of a choice already read: looking alone takes time where there are many.
      yield;
      if (session.states.size >= MAX_FIELDS) break;
      const control = controlOf(part);
      if (!control || seen.has(control.root)) continue;
      seen.add(control.root);
      if (!session.states.has(control.root) && this.belongs(control, boundary, session.place)) {
        this.state(control, session, this.context.now());
      }
      session.states.get(control.root)?.read();
      if (control.kind === 'rich-text') this.listenInEditor(control);
    }
  }

  /** An editor's own frame keeps its events to itself. */
  private listenInEditor(control: Control): void {
    const frame = control.parts[0];
    const inner = frame && richTextBody(frame)?.ownerDocument;
    if (!inner || this.editors.has(inner)) return;
    this.editors.add(inner);
    const hear = (type: string, handle: (event: Event, at: number) => void): void => {
      const guarded = (event: Event): void => {
        if (!event.isTrusted) return;
        try {
          const at = this.context.now();
          this.activity.note(at);
          handle(event, at);
        } catch {
          // The editor goes on as if nobody watched.
        }
      };
      inner.addEventListener(type, guarded, { capture: true, passive: true, signal: this.signal });
    };
    hear('focusin', (_event, at) => this.focus(control, at));
    hear('keydown', () => {});
    hear('input', (event, at) => this.input(control, event, at));
  }

  private belongs(control: Control, boundary: Element, { container, wide }: Place): boolean {
    if (!isEditable(control) || boundaryOf(control.root) !== boundary) return false;
    const place = placeOf(control, this.around(boundary));
    if (place.purpose !== 'form') return false;
    if (place.container === container || contains(place.container, container)) return true;
    // A part with a button of its own, as a comment box, is a form by itself unless it is large.
    return wide === true && queryDeep(place.container, PARTS).length > 1;
  }

  private tell(session: FormSession): void {
    const fields = withoutGhosts(session.current());
    if (fields.length < 2 || !this.canSubmit(session.place)) return;
    const readings = fields.map((state) => state.read());
    const labels = readings.map((field) => field.labels[0]?.text ?? '').join('\u0000');
    if (labels === session.told) return;
    session.told = labels;
    const controls = fields.map((state) => state.control);
    const form = formReading(session.place, controls, readings);
    this.context.send({ kind: 'form', at: this.context.now(), form }, 'soon');
  }

  private canSubmit({ container, kind }: Place): boolean {
    return kind === 'form' || this.around(boundaryOf(container)).holds(container, 'submit');
  }
}

function isTicked({ kind }: Control): boolean {
  return kind === 'radio' || kind === 'checkbox' || kind === 'switch';
}

function idle(work: (deadline?: IdleDeadline) => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 30);
}
