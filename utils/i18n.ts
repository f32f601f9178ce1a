import { type Signal, signal } from '@preact/signals';
import { type Language, type Message, type Parameters, say } from './i18n/message';

/** The language in which the page speaks. Whatever is drawn with {@link t} follows it at once. */
export const language: Signal<Language> = signal<Language>('zh_CN');

/** Between two sentences; Chinese leaves none. */
export function sentenceGap(): string {
  return language.value === 'zh_CN' ? '' : ' ';
}

/** The message in the page's language. */
export function t<M extends Message>(
  message: M,
  ...parameters: Parameters<M, string | number>
): string {
  return say(language.value, message, ...parameters);
}
