import { PackedTextReader } from '../knowledge/packed-text';
import type { Language, Message } from './message';

/** Stands after each text. */
export const TEXT_END = 0;
const SEPARATOR = String.fromCharCode(TEXT_END);
const MARK_LENGTH = 32;
/** Less is not worth going on, ms. */
const LEAST_IDLE_MS = 4;

/** The message at a place, or as many as there are names, from that place on, by name. */
export type MessagesAt = (place: number, names?: string) => Message | Record<string, Message>;

/**
 * Messages that the build took out of the code, each with its two languages as a literal would have
 * them. A text is unpacked when it is first asked for, and with it all that stand before it.
 *
 * @param packed per language the texts, each with an end, packed, in base64
 */
export function packedMessages(packed: Readonly<Record<Language, string>>): MessagesAt {
  const zhTextAt = textsOf('zh_CN', packed.zh_CN);
  const enTextAt = textsOf('en', packed.en);
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

interface Begun {
  readonly packed: string;
  readonly texts: string[];
  readonly reader: PackedTextReader;
}

/** Those that a page has begun to unpack. */
const begun = new Map<Language, Begun>();

/**
 * Unpacks what is left of the texts that this page has begun with, in idle time, and keeps them in the
 * browser for the next page: to unpack them takes longer than all else that a page begins with. They are
 * the package's own words. To be called only where the person has agreed to recording.
 */
export function keepMessages(): void {
  for (const [language, { packed, texts, reader }] of begun) {
    const goOn = (deadline: IdleDeadline): void => {
      while (!reader.atEnd) {
        if (deadline.timeRemaining() < LEAST_IDLE_MS) return void requestIdleCallback(goOn);
        texts.push(reader.read(TEXT_END));
      }
      try {
        localStorage.setItem(language, [markOf(packed), ...texts].join(SEPARATOR));
      } catch {
        // Without room they are unpacked again.
      }
    };
    requestIdleCallback(goOn);
  }
}

function textsOf(language: Language, packed: string): (place: number) => string {
  let kept: readonly string[] | undefined | null = null;
  return (place) => {
    if (kept === null) kept = keptTexts(language, packed);
    return (kept ?? unpackedTo(place, language, packed))[place] as string;
  };
}

/** The end of what is packed depends on all of it: other texts, another mark. */
function markOf(packed: string): string {
  return packed.slice(-MARK_LENGTH);
}

function keptTexts(language: Language, packed: string): readonly string[] | undefined {
  try {
    const [mark, ...texts] = localStorage.getItem(language)?.split(SEPARATOR) ?? [];
    return mark === markOf(packed) ? texts : undefined;
  } catch {
    // A browser that lets nothing be kept.
    return undefined;
  }
}

function unpackedTo(place: number, language: Language, packed: string): readonly string[] {
  const known = begun.get(language);
  const { texts, reader } = known?.packed === packed ? known : begin(language, packed);
  while (texts.length <= place) texts.push(reader.read(TEXT_END));
  return texts;
}

function begin(language: Language, packed: string): Begun {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const made = { packed, texts: [], reader: new PackedTextReader(bytes) };
  begun.set(language, made);
  return made;
}
