import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startObserver } from '../observer.content/observer';

/**
 * The light part of the observer. Not defined as a content script: what the framework wraps around one
 * tells the page by an event that the extension is there.
 */
export default defineUnlistedScript(startObserver);
