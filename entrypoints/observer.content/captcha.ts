import type { Span } from '../../utils/domain/observation';
import type { Input } from './input';
import type { Listening } from './listeners';
import type { SteadyClock } from './steady-clock';

export interface Captcha {
  /** Spans at a captcha since the last call. */
  take(): Span[];
  /** Looks where the focus is, for who turned there before anything was heard. */
  look(): void;
  shift(ms: number): void;
}

/** A pause longer than this is not working, at a captcha as anywhere. */
const PAUSE_MS = 60_000;
/** From one press in a picture to the next, and from the picture to its field. */
const AGAIN_MS = 10_000;
const LEVELS = 4;
const LONGEST_LABEL = 40;

/** Without any space. */
const WORDS = /验证码|[校效]验码|动态密?码|附加码|滑块|(拖动|滑动|点击|完成).{0,6}验证|captcha/i;
const NAMES =
  /[ck]aptcha|geetest|yidun|(slid|drag|move)\w*[-_]?verif|verif\w*[-_]?(code|slid|bar|im|move|box)|(^|[-_\s])(nc|yzm|v[-_]?code)($|[-_\s])|yanzhengma|(check|valid\w*|rand|im(g|age)|pic|sms|very)[-_]?code|one-time-code/i;
const FIELDS = 'input:not([type=hidden]),textarea,select';

/**
 * Time at captchas (验证码): from where the person turns to the field, picture, slider or button of one
 * until they turn to something else or let go of it, up to the last input that is no more than a minute
 * after the one before. What is typed is not read; only the words beside it are.
 */
export function watchCaptcha(listeners: Listening, clock: SteadyClock, input: Input): Captcha {
  let spans: Span[] = [];
  let open: { from: number; to: number; readonly held: boolean } | undefined;
  let closedAt = Number.NEGATIVE_INFINITY;
  const reach = (at: number) => {
    if (open === undefined || at <= open.to) return;
    if (at - open.to > PAUSE_MS) {
      note(open);
      open = { ...open, from: at, to: at };
    } else open.to = at;
  };
  const note = ({ from, to }: Span) => {
    if (to > from) spans.push({ from, to });
  };
  const close = () => {
    if (open === undefined) return;
    note(open);
    closedAt = open.to;
    open = undefined;
  };
  const turn = (target: EventTarget | null | undefined, at: number, held = false) => {
    reach(Math.min(input.last.lastAt, at));
    reach(at);
    if (!(target instanceof Element) || !isOfCaptcha(target)) return close();
    if (open !== undefined && open.held === held) return;
    close();
    open = { from: at - closedAt <= AGAIN_MS ? closedAt : at, to: at, held };
    if (held) for (const type of ['pointerup', 'pointercancel']) listeners.on(window, type, letGo);
  };
  listeners.on(window, 'focusin', (event) => turn(event.composedPath()[0], clock.ofEvent(event)));
  listeners.on<PointerEvent>(window, 'pointerdown', (event) => {
    const [target] = event.composedPath();
    if (!event.isTrusted) return;
    // A field keeps it as long as it has the focus, anything else as long as it is held.
    turn(target, clock.ofEvent(event), !(target instanceof Element && target.matches(FIELDS)));
  });
  const letGo = (event: Event) => {
    if (open?.held !== true) return;
    reach(clock.ofEvent(event));
    close();
  };
  // Some lie in a frame of their maker, which nobody but the maker can read.
  for (const type of ['blur', 'focus']) {
    listeners.on(window, type, (event) => {
      if (event.target !== window) return;
      const { activeElement } = document;
      if (type === 'focus' || /^i?frame$/i.test(activeElement?.localName ?? '')) {
        turn(activeElement, clock.ofEvent(event));
      }
    });
  }
  return {
    take() {
      reach(input.last.lastAt);
      if (open !== undefined) {
        note(open);
        open = { ...open, from: open.to };
      }
      const taken = spans;
      spans = [];
      return taken;
    },
    look: () => turn(document.activeElement, clock.now()),
    shift(ms) {
      const moved = <T extends Span>(span: T): T => ({
        ...span,
        from: span.from + ms,
        to: span.to + ms,
      });
      spans = spans.map(moved);
      if (open !== undefined) open = moved(open);
      closedAt += ms;
    },
  };
}

/** Whether an element is the field, the picture, the slider or the button of a captcha. */
function isOfCaptcha(element: Element): boolean {
  const said = words(element);
  // What a person reads goes before what a programmer named it.
  if (/\p{Script=Han}/u.test(said)) return WORDS.test(said);
  if (WORDS.test(said) || NAMES.test(names(element))) return true;
  return !element.matches(FIELDS) && around(element).some((one) => NAMES.test(names(one)));
}

/** What stands around an element and holds no field but one, from the inside. */
function around({ parentElement }: Element, levels = LEVELS): readonly Element[] {
  return parentElement === null || levels === 0 || parentElement.querySelectorAll(FIELDS).length > 1
    ? []
    : [parentElement, ...around(parentElement, levels - 1)];
}

function names(element: Element): string {
  return ['id', 'class', 'name', 'autocomplete', 'src', 'title']
    .map((name) => (element.getAttribute(name) ?? '').slice(0, 200))
    .join(' ');
}

/** What stands in or at an element, without spaces: its own words, else its label's. */
function words(element: Element): string {
  const own = ['placeholder', 'aria-label', 'title', 'alt']
    .map((name) => element.getAttribute(name) ?? '')
    .join('');
  if (/\p{Script=Han}/u.test(own)) return squeezed(own);
  if (!element.matches(FIELDS)) return squeezed(own + shortText(element));
  const [label] = (element as HTMLInputElement).labels ?? [];
  const near = (label === undefined ? around(element) : [label]).map(shortText);
  return squeezed(own + (near.find((text) => text !== '') ?? ''));
}

function shortText({ textContent }: Element): string {
  const text = (textContent ?? '').trim();
  return text.length <= LONGEST_LABEL ? text : '';
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
