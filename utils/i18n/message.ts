/**
 * Messages in the two languages of the interface, side by side, so that neither can be forgotten.
 *
 * A message may name parameters: `{count}` stands for a value; `{count:item|items}` picks the first
 * word for one and the second for any other number (English needs it, Chinese does not).
 */

export type Language = 'zh_CN' | 'en';

export interface Message {
  readonly zh_CN: string;
  readonly en: string;
}

/** The messages of one surface, by key. */
export type Catalogue = Readonly<Record<string, Message>>;

type NameIn<Slot extends string> = Slot extends `${infer Name}:${string}` ? Name : Slot;

type NamesIn<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? NameIn<Slot> | NamesIn<Rest>
  : never;

/** The parameters that a message asks for, in either language. */
export type ParameterOf<M extends Message> = NamesIn<M['zh_CN']> | NamesIn<M['en']>;

/** Nothing for a message without parameters, else an object with exactly its parameters. */
export type Parameters<M extends Message, Value> = [ParameterOf<M>] extends [never]
  ? []
  : [parameters: Readonly<Record<ParameterOf<M>, Value>>];

const SLOT = /\{([^{}:]+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/**
 * The message in one language, cut at its parameters: texts and values in order.
 *
 * @throws Error where a parameter of the message was not given
 */
export function messageParts<Value>(
  language: Language,
  message: Message,
  parameters: Readonly<Record<string, Value>> = {},
): (string | Value)[] {
  const text = message[language];
  const given = new Map(Object.entries(parameters));
  const parts: (string | Value)[] = [];
  let end = 0;
  for (const slot of text.matchAll(SLOT)) {
    const [whole, name = '', one, other] = slot;
    const value = given.get(name);
    if (value === undefined) throw new Error(`message parameter missing: ${name}`);
    if (slot.index > end) parts.push(text.slice(end, slot.index));
    if (one === undefined || other === undefined) parts.push(value);
    else parts.push(isOne(value) ? one : other);
    end = slot.index + whole.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** The message as one text. Numbers are written with the language's digit groups. */
export function say<M extends Message>(
  language: Language,
  message: M,
  ...[parameters]: Parameters<M, string | number>
): string {
  return messageParts<string | number>(language, message, parameters)
    .map((part) => (typeof part === 'number' ? part.toLocaleString(localeOf(language)) : part))
    .join('');
}

/** The locale tag of a language, for `lang` attributes and `Intl`. */
export function localeOf(language: Language): 'zh-CN' | 'en-GB' {
  return language === 'zh_CN' ? 'zh-CN' : 'en-GB';
}

/** The language to show: the person's choice, else Chinese for any Chinese browser, else English. */
export function chooseLanguage(setting: Language | 'auto', browserLanguage: string): Language {
  if (setting !== 'auto') return setting;
  return /^zh\b/i.test(browserLanguage) ? 'zh_CN' : 'en';
}

function isOne(value: unknown): boolean {
  return value === 1 || value === '1';
}
