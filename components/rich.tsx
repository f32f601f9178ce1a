import type { ComponentChildren } from 'preact';
import { language } from '../utils/i18n';
import { type Message, messageParts, type ParameterOf } from '../utils/i18n/message';

interface RichProps<M extends Message> {
  readonly message: M;
  readonly with: Readonly<Record<ParameterOf<M>, ComponentChildren>>;
}

/** A message with elements as parameters. */
export function Rich<M extends Message>({ message, with: parameters }: RichProps<M>) {
  return <>{messageParts<ComponentChildren>(language.value, message, parameters)}</>;
}
