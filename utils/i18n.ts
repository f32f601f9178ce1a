import { type Signal, signal } from '@preact/signals';
import { type Language, type Message, messageParts, type Parameters, say } from './i18n/message';

/** The language in which the page speaks. Whatever is drawn with {@link t} follows it at once. */
export const language: Signal<Language> = signal<Language>('zh_CN');

/** The message in the page's language. */
export function t<M extends Message>(
  message: M,
  ...parameters: Parameters<M, string | number>
): string {
  return say(language.value, message, ...parameters);
}

/** The message in the page's language with elements as parameters, in the order of that language. */
export function tParts<M extends Message, Value>(
  message: M,
  ...[parameters]: Parameters<M, Value>
): (string | Value)[] {
  return messageParts(language.value, message, parameters as Record<string, Value> | undefined);
}
