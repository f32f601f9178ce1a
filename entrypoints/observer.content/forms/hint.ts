import type { FieldReading, HintQuestion } from '../../../utils/domain/observation';
import type { Settings } from '../../../utils/domain/settings';
import { isConnected, isVisible } from './dom';

/**
 * A quiet mark beside a field whose data item was entered on other platforms this week. Off until the
 * person switches it on. It asks by what the field is called, never by what stands in it; it takes no
 * room in the page and no click, stands in a closed shadow root, and goes with the focus.
 */
export class Hints {
  private shown: { readonly host: HTMLElement; readonly place: () => void } | undefined;
  private readonly answers = new WeakMap<Element, number>();
  private settings: Partial<Settings> = {};
  private asked: Element | undefined;

  constructor(private readonly signal: AbortSignal) {
    const read = (): void => {
      chrome.storage.local.get('settings', (found) => {
        if (chrome.runtime.lastError || signal.aborted) return;
        this.settings = (found as { settings?: Partial<Settings> }).settings ?? {};
        if (!this.settings.hint) this.hide();
      });
    };
    const changed = (changes: Record<string, unknown>, area: string): void => {
      if (area === 'local' && 'settings' in changes) unlessGone(read);
    };
    unlessGone(() => {
      chrome.storage.onChanged.addListener(changed);
      read();
    });
    signal.addEventListener('abort', () => {
      this.hide();
      unlessGone(() => chrome.storage.onChanged.removeListener(changed));
    });
  }

  /**
   * The focus came into a field of a form.
   * @param read what the field asks for, asked only where it is needed
   */
  ask(root: Element, read: () => FieldReading): void {
    if (this.asked === root && this.shown) return;
    this.hide();
    if (!this.settings.hint) return;
    this.asked = root;
    const known = this.answers.get(root);
    if (known !== undefined) {
      this.show(root, known);
      return;
    }
    const question: HintQuestion = { type: 'hint', field: { ...read(), prefilled: false } };
    chrome.runtime.sendMessage(question, (count: unknown) => {
      if (chrome.runtime.lastError || typeof count !== 'number') return;
      this.answers.set(root, count);
      if (this.asked === root) this.show(root, count);
    });
  }

  /** The focus went elsewhere. */
  hide(): void {
    this.asked = undefined;
    if (!this.shown) return;
    removeEventListener('scroll', this.shown.place, true);
    removeEventListener('resize', this.shown.place);
    this.shown.host.remove();
    this.shown = undefined;
  }

  private show(root: Element, count: number): void {
    if (count < 1 || this.signal.aborted || !this.settings.hint || !isVisible(root)) return;
    const host = document.createElement('div');
    const set = (name: string, value: string): void =>
      host.style.setProperty(name, value, 'important');
    const style =
      'all:initial;position:fixed;z-index:2147483647;pointer-events:none;display:block;width:max-content;left:0;top:0';
    for (const rule of style.split(';')) set(...(rule.split(':') as [string, string]));
    const mark = document.createElement('span');
    mark.textContent = wording(this.settings.language, count);
    mark.setAttribute('role', 'note');
    mark.style.cssText =
      'display:block;padding:1px 6px;border-left:2px solid #8a5a00;background:#fffdf5;color:#4d4637;font:12px/1.5 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif';
    host.attachShadow({ mode: 'closed' }).append(mark);
    const place = (): void => {
      if (!isConnected(root)) {
        this.hide();
        return;
      }
      const { left, bottom } = root.getBoundingClientRect();
      set('left', `${Math.max(0, Math.min(left, innerWidth - host.offsetWidth))}px`);
      set('top', `${Math.min(bottom + 1, innerHeight - host.offsetHeight)}px`);
    };
    document.documentElement.append(host);
    this.shown = { host, place };
    place();
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place, { passive: true });
  }
}

function unlessGone(work: () => void): void {
  try {
    work();
  } catch {
    // The extension is gone.
  }
}

function wording(language: Settings['language'] | undefined, count: number): string {
  const chinese = language === 'zh_CN' || (language !== 'en' && /^zh/i.test(navigator.language));
  if (chinese) return `本周已在 ${count} 个平台填报过`;
  return `Entered on ${count} other platform${count === 1 ? '' : 's'} this week`;
}
