import type { ComponentChildren } from 'preact';
import { language } from '../utils/i18n';
import { type Message, messageParts, type ParameterOf } from '../utils/i18n/message';

interface RichProps<M extends Message> {
  readonly message: M;
  readonly with: Readonly<Record<ParameterOf<M>, ComponentChildren>>;
}

/** What no line may begin with: the unit of a number, and closing signs. */
const CLOSING = /^(?: (?:[a-z]+|\p{L}))?[，。、；：！？）》」』】”’,.;:!?)]*/u;

/** A message with elements as parameters. */
export function Rich<M extends Message>({ message, with: parameters }: RichProps<M>) {
  const parts = messageParts<ComponentChildren>(language.value, message, parameters);
  return <>{parts.map((part, index) => withClosing(part, parts[index - 1], parts[index + 1]))}</>;
}

/** Browsers break the line between a button and what follows it: these two go together. */
function withClosing(
  part: ComponentChildren,
  before: ComponentChildren,
  after: ComponentChildren,
): ComponentChildren {
  const isText = (one: ComponentChildren): one is string => typeof one === 'string';
  if (isText(part)) return isElement(before) ? part.replace(CLOSING, '') : part;
  const closing = isElement(part) && isText(after) ? CLOSING.exec(after)?.[0] : undefined;
  if (!closing) return part;
  return (
    <span class="unbroken">
      {part}
      {closing}
    </span>
  );
}

function isElement(part: ComponentChildren): boolean {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
