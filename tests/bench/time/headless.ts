import type { Browser } from './browser';
import type { Display } from './display';

/**
 * Hands where there is no screen: keys and clicks go through the browser's remote control to the page
 * in front. Enough for what needs neither a window nor the system; a headless page always has the focus.
 */
export function headlessDisplay(browser: () => Browser): Display {
  const inFront = async (run: (send: Send) => Promise<unknown>) => {
    const { protocol, front } = browser();
    const targetId = front();
    if (targetId === undefined) throw new Error('no page is in front');
    const { sessionId } = await protocol.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    await run((method, parameters) => protocol.send(method, parameters, sessionId));
    await protocol.send('Target.detachFromTarget', { sessionId }).catch(() => {});
  };
  return {
    name: undefined,
    async hands(...words) {
      const [what, ...rest] = words;
      if (what === 'key' && rest[0]?.length === 1) {
        const [key] = rest;
        await inFront(async (send) => {
          await send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
          await send('Input.dispatchKeyEvent', { type: 'keyUp', key });
        });
      } else if (what === 'mousemove') {
        const place = { x: Number(rest[0]), y: Number(rest[1]), button: 'left', clickCount: 1 };
        await inFront(async (send) => {
          await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...place });
          await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...place });
        });
      } else throw new Error(`without a screen nobody can do: ${words.join(' ')}`);
      return '';
    },
    openOtherProgram: async () => '',
    changeAfter: async () => undefined,
    splitInTwo: () => Promise.reject(new Error('without a screen there are no monitors')),
    lock: () => Promise.reject(new Error('without a screen nothing can be locked')),
    close() {},
  };
}

type Send = (method: string, parameters: object) => Promise<unknown>;
