import type { ControlReading } from '../../../utils/knowledge/action-of-control';
import { controlText } from '../../../utils/knowledge/control-text';
import type { ObserverContext } from '../context';
import { isElement, matches } from '../forms/dom';
import { controlOfClick, pressedControl } from './read-control';

/** Longest text that is compared; what was copied beyond is not looked at. */
const LONGEST_TEXT = 2_000;
/** A double click exports once, ms. */
const SAME_EXPORT_MS = 3_000;

/**
 * Copy, paste and export, from their events only. The text goes to the worker's memory for a digest
 * and nowhere else; nothing is taken from or put into a password field.
 */
export function startTransfers(context: ObserverContext, signal: AbortSignal): void {
  let exportedAt = Number.NEGATIVE_INFINITY;

  const onCopy = (event: Event): void => {
    if (!event.isTrusted) return;
    const [target] = event.composedPath();
    const text = selectedText(target).slice(0, LONGEST_TEXT);
    if (text.trim() === '') return;
    context.send({ kind: 'transfer', at: context.now(), move: 'copy', text });
  };
  const onPaste = (event: ClipboardEvent): void => {
    const [target] = event.composedPath();
    if (!event.isTrusted || isSecret(target)) return;
    const text = (event.clipboardData?.getData('text/plain') ?? '').slice(0, LONGEST_TEXT);
    if (text.trim() === '') return;
    context.send({ kind: 'transfer', at: context.now(), move: 'paste', text });
  };
  const onClick = (event: Event): void => {
    const reading = event.isTrusted ? controlOfClick(event)?.reading : undefined;
    if (reading !== undefined && !reading.disabled) onPress(reading, context.now());
  };
  const onPress = (reading: ControlReading, at: number, text = reading.text): void => {
    const words = controlText(text) || reading.names.map((name) => controlText(name)).join(' ');
    if (words.length > 16 || !/导出|下载|另存|export|download/.test(words) || isNoExport(words))
      return;
    if (at - exportedAt < SAME_EXPORT_MS) return;
    exportedAt = at;
    context.send({ kind: 'transfer', at, move: 'export' });
  };
  for (const { type, at, target, text } of context.buffered) {
    const element = target.deref();
    if (type !== 'click' || !isElement(element)) continue;
    const reading = pressedControl(element)?.reading;
    if (reading !== undefined) onPress(reading, at, text);
  }
  addEventListener('copy', onCopy, { capture: true, signal, passive: true });
  addEventListener('cut', onCopy, { capture: true, signal, passive: true });
  addEventListener('paste', onPaste, { capture: true, signal, passive: true });
  addEventListener('click', onClick, { capture: true, signal, passive: true });
}

/** A blank form to fill in carries nothing from one platform to another. */
function isNoExport(words: string): boolean {
  return /模板|模版|样表|样例|app|客户端|驱动|控件|插件|浏览器|记录|次数|中心|进度/.test(words);
}

function isSecret(target: EventTarget | undefined): boolean {
  return isElement(target) && matches(target, 'input[type="password"], [autocomplete*="password"]');
}

function selectedText(target: EventTarget | undefined): string {
  if (isSecret(target)) return '';
  if (isElement(target) && matches(target, 'input, textarea')) {
    const field = target as HTMLInputElement;
    try {
      return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    } catch {
      return '';
    }
  }
  return String(getSelection() ?? '');
}
