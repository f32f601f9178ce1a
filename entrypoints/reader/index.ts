import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startActions } from '../observer.content/actions';
import { observerContext } from '../observer.content/context';
import { startResultPage } from '../observer.content/forms/result-page';
import { startForms } from '../observer.content/forms/start-forms';
import { startPageSigns } from '../observer.content/page-signs';
import { startUploads } from '../observer.content/uploads';

/**
 * The heavy part of the observer, injected into one frame when it is needed. It finds the light part
 * by the context that both share, takes over what that has kept, and runs as long as recording runs.
 * Injected twice into one frame it does nothing the second time.
 */
export default defineUnlistedScript(() => {
  const context = observerContext();
  if (!context || context.readerPresent) return;
  context.readerPresent = true;
  context.whenRunning((signal) => {
    for (const start of [startForms, startResultPage, startUploads, startActions, startPageSigns]) {
      try {
        start(context, signal);
      } catch {
        // One part that fails takes neither the others nor the page with it.
      }
    }
    context.buffered.length = 0;
  });
});
