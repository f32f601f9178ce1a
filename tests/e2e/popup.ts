import type { CDPSession } from 'playwright-core';
import type { Session } from './browser';

/** The real popup over the page in front, which only the browser's own protocol reaches. */
export interface Popup {
  /** Runs an expression in the popup, as if within a click of the person. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Clicks the control with this `data-action`, as soon as it is there. */
  press(action: string): Promise<void>;
  text(): Promise<string>;
  /** As under the system's forced colours. */
  forceColors(): Promise<void>;
  /** PNG of the popup. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Opens the popup by the browser's own command, for the tab in front. Only a press on the toolbar's
 * button, which no protocol can do, lets the extension see the address of a page that is not allowed
 * yet: what the browser would tell then is told here in its place.
 */
export async function openPopup(
  session: Session,
  inFront?: { readonly url: string; readonly title: string },
): Promise<Popup> {
  const browser = session.context.browser();
  const worker = await extensionWorker(session);
  if (browser === null) throw new Error('The browser gives no debugging pipe.');
  await worker.evaluate(() => chrome.action.openPopup());
  const cdp = await browser.newBrowserCDPSession();
  const targetId = await popupTarget(cdp);
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const send = sender(cdp, sessionId);
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const answer = (await send('Runtime.evaluate', {
      expression,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    })) as { result: { value: Value }; exceptionDetails?: { text: string } };
    if (answer.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  };
  if (inFront !== undefined) {
    await send('Page.enable', {});
    await send('Page.addScriptToEvaluateOnNewDocument', {
      source: `{
        const query = chrome.tabs.query.bind(chrome.tabs);
        chrome.tabs.query = async (what) => (await query(what)).map((tab) =>
          tab.active && tab.url === undefined ? { ...tab, ...${JSON.stringify(inFront)} } : tab);
      }`,
    });
    await send('Page.reload', {});
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return {
    evaluate,
    async press(action) {
      const control = `document.querySelector('[data-action="${action}"]:not([disabled])')`;
      for (let tries = 0; tries < 50; tries += 1) {
        if (await evaluate<boolean>(`${control} !== null`)) {
          await evaluate(`${control}.click()`);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(
        `The popup has no control ${action}: ${await evaluate('document.body.innerText')}`,
      );
    },
    text: () => evaluate('document.body.innerText'),
    async forceColors() {
      await send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      });
    },
    async screenshot() {
      const { data } = (await send('Page.captureScreenshot', {})) as { data: string };
      return Buffer.from(data, 'base64');
    },
    async close() {
      await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
      await cdp.detach();
    },
  };
}

/** The extension's worker, woken if it sleeps. */
async function extensionWorker(session: Session) {
  const [running] = session.context.serviceWorkers();
  return running ?? session.context.waitForEvent('serviceworker', { timeout: 10_000 });
}

async function popupTarget(cdp: CDPSession): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const { targetInfos } = await cdp.send('Target.getTargets');
    const popup = targetInfos.find(({ url }) => url.includes('/popup.html'));
    if (popup !== undefined) return popup.targetId;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The popup did not open.');
}

/** Commands to a session that is reached through its parent. */
function sender(cdp: CDPSession, sessionId: string) {
  let next = 0;
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  cdp.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message);
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error !== undefined) waiter?.failed(new Error(error.message));
    else waiter?.done(result);
  });
  return (method: string, parameters: object): Promise<unknown> =>
    new Promise((done, failed) => {
      next += 1;
      waiting.set(next, { done, failed });
      cdp
        .send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id: next, method, params: parameters }),
        })
        .catch(failed);
    });
}
