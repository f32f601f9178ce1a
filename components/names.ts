import { createContext } from 'preact';

/** How the page calls platforms and data items, in the language in force. */
export interface Names {
  /** The person's own name for a platform, else the catalogue's, else its id. */
  readonly platform: (id: string) => string;
  /** The name of a data item by its key, with or without a role; undefined where it is unknown. */
  readonly concept: (key: string) => string | undefined;
}

export const NamesContext = createContext<Names>({
  platform: (id) => id,
  concept: () => undefined,
});
