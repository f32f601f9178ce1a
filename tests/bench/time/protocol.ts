import type { Readable, Writable } from 'node:stream';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * The browser's own remote control over a pipe. It attaches to nothing unless asked: a debugger on the
 * extension's worker would keep it alive, one on a page would change its focus.
 */
export interface Protocol {
  send<Result = Record<string, unknown>>(
    method: string,
    parameters?: object,
    sessionId?: string,
  ): Promise<Result>;
}

export function protocolOver(to: Writable, from: Readable): Protocol {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  let rest = '';
  from.setEncoding('utf8');
  from.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id === undefined) continue;
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    }
  });
  // A browser that is killed takes the pipe with it.
  to.on('error', () => {});
  return {
    send: (method, parameters = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, ({ result, error }) => {
          if (error === undefined) resolve(result as never);
          else reject(new Error(`${method}: ${error.message}`));
        });
        to.write(
          `${JSON.stringify({ id, method, params: parameters, ...(sessionId ? { sessionId } : {}) })}\0`,
        );
      }),
  };
}
