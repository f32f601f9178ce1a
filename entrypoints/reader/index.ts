import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startActions } from '../observer.content/actions';
import { observerContext } from '../observer.content/context';
import { startResultPage } from '../observer.content/forms/result-page';
import { startForms } from '../observer.content/forms/start-forms';
import { takingOver } from '../observer.content/taking-over';
import { startUploads } from '../observer.content/uploads';

/**
 * The heavy part of the observer, injected into one frame when the person does something there. It finds
 * the light part by the context that both share, takes over what that has kept, and runs as long as
 * recording runs. Injected twice into one frame it does nothing the second time.
 */
export default defineUnlistedScript(() => {
  const context = observerContext();
  if (!context || context.readerPresent) return;
  context.readerPresent = true;
  context.whenRunning((signal) => {
    takingOver(context, () => {
      for (const start of [startForms, startResultPage, startUploads, startActions]) {
        try {
          start(context, signal);
        } catch {
          // One part that fails takes neither the others nor the page with it.
        }
      }
    });
    context.buffered.length = 0;
  });
});
