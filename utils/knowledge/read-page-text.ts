/** The page reader over the words that content scripts carry. */

import { createPageReader } from './page-reader';
import { PAGE_WORDS } from './page-words';

export const {
  readCues,
  readState,
  countdownSeconds,
  demandsReading,
  isPresenceCheck,
  isExempt,
  isComplaintEntry,
  demandsBrowser,
  columnType,
} = createPageReader(PAGE_WORDS.pages, PAGE_WORDS.traditional);
