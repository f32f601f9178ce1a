import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FILE_HOOK_EVENT } from '../utils/domain/file-hook-event';

/**
 * Runs in the page's own world, only on platforms where the person switched it on.
 *
 * A file input that is not part of the document and is opened by a script is invisible from the
 * isolated world. So its opening is noticed here, and what the person chose is handed over.
 */
export default defineUnlistedScript(() => {
  const watched = new WeakSet<HTMLInputElement>();

  const onChosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    // Attached by now: the observer sees it as any other input.
    if (!event.isTrusted || input.isConnected) return;
    for (const detail of input.files ?? []) {
      document.dispatchEvent(new CustomEvent(FILE_HOOK_EVENT, { detail }));
    }
  };

  const notice = (input: unknown): void => {
    if (!(input instanceof HTMLInputElement) || input.type !== 'file' || input.isConnected) return;
    if (watched.has(input)) return;
    watched.add(input);
    input.addEventListener('change', onChosen);
  };

  const hook = (owner: object, name: string, concerns: (args: unknown[]) => boolean): void => {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') return;
    const hooked = new Proxy(original, {
      apply(target, self, args: unknown[]) {
        if (concerns(args)) notice(self);
        return Reflect.apply(target, self, args);
      },
    });
    Object.defineProperty(HTMLInputElement.prototype, name, {
      value: hooked,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  };

  hook(HTMLInputElement.prototype, 'click', () => true);
  hook(HTMLInputElement.prototype, 'showPicker', () => true);
  hook(
    HTMLInputElement.prototype,
    'dispatchEvent',
    ([event]) => event instanceof Event && event.type === 'click',
  );
});
