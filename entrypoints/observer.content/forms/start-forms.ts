import type { BufferedEvent, ObserverContext } from '../context';
import { keepRequestLog } from '../evidence';
import { hearInTurn } from '../hear-in-turn';
import { controlNear, controlOf, learnWidget, perhapsMarked } from './control';
import { eventTarget, isElement, matches, noteShadowRoots } from './dom';
import { controlOfEvent, isInPopup, nearestRowText } from './entering';
import { FormsAtWork } from './forms-at-work';
import { offerFrame } from './frames';
import { Hints } from './hint';
import { Submissions } from './submission';
import { oneLine } from './text';

/** Buffered clicks older than this belong to actions that are over, ms. */
const FRESH_MS = 3000;
const ENTER = 13;
/** So long at most the inputs of a box in which somebody types on are not heard, ms. */
const REST_MS = 1_000;

/**
 * Reads the forms of this document as the person works on them: on focus and action, never on
 * mutation. Everything listens in the capture phase at the window, ends with the signal, and never
 * throws into the page.
 */
export function startForms(context: ObserverContext, signal: AbortSignal): void {
  const forms = new FormsAtWork(context, signal);
  const submissions = new Submissions(context, forms, signal);
  const hints = new Hints(signal);

  const on = <K extends keyof WindowEventMap>(
    type: K,
    handle: (event: WindowEventMap[K], at: number) => void,
  ): void => {
    const trusted = (event: Event): void => {
      if (event.isTrusted) handle(event as WindowEventMap[K], context.now());
    };
    hearInTurn(type, trusted, signal);
  };

  on('focusin', (event, at) => {
    noteShadowRoots(event.composedPath());
    forms.activity.note(at);
    const control = controlOfEvent(event);
    if (!control) return;
    forms.focus(control, at);
    const { active } = forms;
    if (active?.session) hints.ask(control.root, () => active.state.read());
  });
  on('focusout', (event, at) => {
    forms.activity.note(at);
    hints.hide();
    const control = controlOfEvent(event);
    if (control && forms.active?.state.control === control) forms.active.state.value();
  });
  const onInput = (event: Event): boolean => {
    if (!event.isTrusted) return false;
    // The key that brought it was heard a moment ago, with its time.
    if (forms.typedOn(event, context.input.lastAt)) {
      inputs.rest();
      resting = setTimeout(hearInputs, REST_MS);
      return true;
    }
    const at = context.now();
    forms.activity.note(at);
    const control = controlOfEvent(event);
    if (control) forms.input(control, event, at);
    return false;
  };
  /** While somebody types on in one box, the keys tell all that its inputs would. */
  const inputs = hearInTurn('input', onInput, signal);
  let resting: ReturnType<typeof setTimeout> | undefined;
  let typedAt = 0;
  const hearInputs = (): void => {
    if (resting === undefined) return;
    clearTimeout(resting);
    resting = undefined;
    inputs.goOn();
    forms.typedUntil(typedAt);
  };
  on('change', (event, at) => {
    const control = controlOfEvent(event);
    if (!control) return;
    if (isNativeChoice(event.target)) forms.changed(control, at);
    else forms.act(control, at);
    forms.left(control);
  });
  on('click', (event, at) => {
    noteShadowRoots(event.composedPath());
    forms.activity.note(at);
    const target = eventElement(event);
    if (!target) return;
    learnWidget(target);
    forms.filledByClick(at);
    const control = controlOf(target);
    const form = forms.active?.session?.place.container;
    const popup = form !== undefined && isInPopup(target, form);
    const marked = perhapsMarked(target);
    if (marked) {
      setTimeout(() => {
        const choice = signal.aborted ? undefined : marked();
        if (choice) forms.changed(choice, at);
      }, 0);
    }
    if (control && (!popup || forms.sessionOf(control))) forms.act(control, at, target);
    else if (popup) forms.actInPopup(at);
    else {
      const near = controlNear(target);
      if (near) forms.act(near, at, target);
      else forms.blur(at);
    }
    submissions.clicked(target, at);
    const text = oneLine((target.textContent ?? '').slice(0, 60), 30);
    forms.lastPressed = { text, row: nearestRowText(target), at, target };
  });
  on('submit', (event, at) => {
    const form = event.target;
    const submitter = (event as SubmitEvent).submitter ?? undefined;
    if (isElement(form)) submissions.submitted(form, submitter, at);
  });
  const pressed = (event: KeyboardEvent): void => {
    const target = eventElement(event);
    if (!target) return;
    const at = context.now();
    if (isEnter(event)) submissions.entered(target, at);
    const control = controlOf(target);
    if (control) forms.act(control, at);
  };
  context.input.heard = (at, key) => {
    forms.activity.note(at);
    if (key !== undefined && key.keyCode !== ENTER && forms.isTyping(at)) {
      typedAt = at;
      return;
    }
    hearInputs();
    if (key !== undefined) pressed(key);
  };
  signal.addEventListener('abort', () => {
    context.input.heard = undefined;
    clearTimeout(resting);
  });
  on('blur', (event, at) => {
    if (event.target === window) forms.activity.leave(at);
  });
  on('focus', (event, at) => {
    if (event.target === window) forms.activity.note(at);
  });
  document.addEventListener(
    'visibilitychange',
    () =>
      document.hidden ? forms.activity.leave(context.now()) : forms.activity.note(context.now()),
    { signal },
  );

  keepRequestLog(signal);
  offerFrame(submissions, signal);
  takeOver(context, forms, submissions);
}

/** What happened before the reader came, as far as its targets still stand. */
function takeOver(context: ObserverContext, forms: FormsAtWork, submissions: Submissions): void {
  const stood = new Map<EventTarget | undefined, string>();
  for (const buffered of context.buffered) {
    const target = buffered.target.deref();
    if (buffered.value !== undefined && !stood.has(target)) stood.set(target, buffered.value);
    try {
      replay(buffered, stood.get(target), forms, submissions, context.now());
    } catch {
      // A target may have left the page.
    }
  }
}

function replay(
  buffered: BufferedEvent,
  stood: string | undefined,
  forms: FormsAtWork,
  submissions: Submissions,
  now: number,
): void {
  const target = buffered.target.deref();
  if (!isElement(target) || !target.isConnected) return;
  if (buffered.type === 'click') learnWidget(target);
  const control = controlOf(target);
  switch (buffered.type) {
    case 'focusin':
      if (control) forms.focus(control, buffered.at, stood);
      return;
    case 'input':
      if (control) forms.replayInput(control, buffered.at, stood);
      return;
    case 'click':
      if (control) forms.act(control, buffered.at);
      if (now - buffered.at < FRESH_MS) submissions.clicked(target, buffered.at);
      return;
  }
}

function isNativeChoice(target: EventTarget | null): boolean {
  return (
    isElement(target) &&
    matches(target, 'select,input[type=radio],input[type=checkbox],input[type=file]')
  );
}

function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.isComposing && event.keyCode !== 229;
}

function eventElement(event: Event): Element | undefined {
  const target = eventTarget(event);
  return isElement(target) ? target : undefined;
}
