import { defineContentScript } from 'wxt/utils/define-content-script';
import { startObserver } from './observer';

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  allFrames: true,
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: startObserver,
});
