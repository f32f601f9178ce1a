import { PackedTextReader } from '../knowledge/packed-text';
import type { Language, Message } from './message';

/** Stands after each text. */
export const TEXT_END = 0;

/** The message at a place, or as many as there are names, from that place on, by name. */
export type MessagesAt = (place: number, names?: string) => Message | Record<string, Message>;

/**
 * Messages that the build took out of the code, each with its two languages as a literal would have
 * them. A text is unpacked when it is first asked for, and with it all that stand before it.
 *
 * @param packed per language the texts, each with an end, packed, in base64
 */
export function packedMessages(packed: Readonly<Record<Language, string>>): MessagesAt {
  const zhTextAt = textsOf(packed.zh_CN);
  const enTextAt = textsOf(packed.en);
  const messages: Message[] = [];
  const messageAt = (place: number): Message => {
    messages[place] ??= {
      get zh_CN() {
        return zhTextAt(place);
      },
      get en() {
        return enTextAt(place);
      },
    };
    return messages[place];
  };
  return (place, names) =>
    names === undefined
      ? messageAt(place)
      : Object.fromEntries(
          names.split(' ').map((name, index) => [name, messageAt(place + index)] as const),
        );
}

function textsOf(packed: string): (place: number) => string {
  const texts: string[] = [];
  let reader: PackedTextReader | undefined;
  return (place) => {
    reader ??= new PackedTextReader(
      Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)),
    );
    while (texts.length <= place) texts.push(reader.read(TEXT_END));
    return texts[place] as string;
  };
}
