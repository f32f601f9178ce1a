import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isExempt } from '../../utils/knowledge/read-page-text';
import { observerContext } from '../observer.content/context';
import { hearLater } from '../observer.content/hear-later';
import { LENT } from '../observer.content/lent';
import { startPageSigns } from '../observer.content/page-signs';
import { pageCues } from '../observer.content/signs/cues';

/**
 * The part of the observer that reads what an opened page itself tells of its platform, injected when
 * the page has been open for a while, or before the reader, which asks it for words.
 */
export default defineUnlistedScript(() => {
  const context = observerContext();
  if (!context || context.pageWords) return;
  context.pageWords = { cues: pageCues, isExempt, hearLater, lent: LENT };
  context.whenRunning((signal) => startPageSigns(context, signal));
  // Last: what fails there must not keep the page from being read.
  context.signsCame?.();
});
