import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { libraryFile, mediaFile } from './pages';
import { type PortalRequest, readRequest } from './request';
import type { AcceptedPost, Book, PortalAnswer, PortalSystem, RefusedPost } from './system';
import { agriculture } from './systems/agriculture';
import { civilAffairs } from './systems/civil-affairs';
import { closed } from './systems/closed';
import { grid } from './systems/grid';
import { office } from './systems/office';
import { party } from './systems/party';
import { portal } from './systems/portal';
import { register } from './systems/register';
import { relapse } from './systems/relapse';
import { safety } from './systems/safety';
import { study } from './systems/study';
import { zombie } from './systems/zombie';

/** How the next posts of a host are answered instead of the usual way. */
interface AnswerRule {
  readonly host: string;
  /** Only paths that begin so; every post of the host if absent. */
  readonly path?: string;
  /**
   * `refuse`: HTTP 200 whose body says no in the system's own envelope. `error`: HTTP 500.
   * `lost`: the connection breaks. `slow`: the usual answer, after `delayMs`.
   */
  readonly mode: 'refuse' | 'error' | 'lost' | 'slow';
  readonly message?: string;
  readonly delayMs?: number;
  /** How many posts the rule serves; 1 if absent. */
  readonly times?: number;
}

/** A request as it reached the server, for proofs that nothing else was asked for. */
interface SeenRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly at: number;
}

export interface Portals {
  readonly port: number;
  readonly accepted: AcceptedPost[];
  readonly refused: RefusedPost[];
  readonly requests: SeenRequest[];
  /** The present that dated pages are written for, epoch ms. */
  now(): number;
  /** Lets the next posts be refused, fail, break or take long. */
  answerNext(rule: AnswerRule): void;
  /** Forgets all that was taken in and every rule. */
  reset(): void;
  close(): Promise<void>;
}

export interface PortalOptions {
  /** The present that dated pages are written for, epoch ms. */
  readonly now?: number | (() => number);
  readonly port?: number;
}

const MAKERS: readonly (() => PortalSystem)[] = [
  civilAffairs,
  relapse,
  party,
  grid,
  safety,
  agriculture,
  study,
  portal,
  zombie,
  closed,
  office,
  register,
];

/** Starts all practice systems on one local port; which one answers is decided by the Host header. */
export async function startPortals(options: PortalOptions = {}): Promise<Portals> {
  const accepted: AcceptedPost[] = [];
  const refused: RefusedPost[] = [];
  const requests: SeenRequest[] = [];
  let systems = new Map<string, PortalSystem>();
  let rules: { rule: AnswerRule; left: number }[] = [];
  const present = (): number => {
    const { now } = options;
    return typeof now === 'function' ? now() : (now ?? Date.now());
  };
  const build = (): void => {
    systems = new Map();
    for (const make of MAKERS) {
      const system = make();
      for (const host of system.hosts) systems.set(host, system);
    }
  };
  build();

  function ledger(request: PortalRequest, at: number): Book {
    const entry = { host: request.host, path: request.path, at };
    const taken = { ...entry, fields: request.fields, files: request.files };
    return {
      now: present(),
      accept: (kind) => accepted.push({ ...taken, kind }),
      refuse: (kind, reason) => refused.push({ ...taken, kind, reason, status: 200 }),
    };
  }

  function takeRule(request: PortalRequest): AnswerRule | undefined {
    if (request.method !== 'POST') return undefined;
    const found = rules.find(
      ({ rule, left }) =>
        left > 0 && rule.host === request.host && request.path.startsWith(rule.path ?? '/'),
    );
    if (found) found.left--;
    return found?.rule;
  }

  function answer(
    system: PortalSystem | undefined,
    request: PortalRequest,
    range: string | undefined,
    rule: AnswerRule | undefined,
    at: number,
  ): PortalAnswer {
    if (request.path.startsWith('/lib/')) return libraryFile(request.path) ?? notFound();
    if (request.path.startsWith('/media/')) return mediaFile(request.path, range) ?? notFound();
    if (request.path === '/favicon.ico') return { status: 204, body: '' };
    if (!system) return notFound();
    if (rule?.mode === 'refuse' || rule?.mode === 'error') {
      const reason = rule.message ?? '系统繁忙，请稍后再试';
      const status = rule.mode === 'error' ? 500 : 200;
      const { host, path, fields, files } = request;
      refused.push({ host, path, kind: 'submission', at, fields, files, reason, status });
      return rule.mode === 'error' ? serverError(reason) : system.refusal(reason, request);
    }
    return system.handle(request, ledger(request, at)) ?? notFound();
  }

  const answerNext = (rule: AnswerRule): void => {
    rules.push({ rule, left: rule.times ?? 1 });
  };

  const served = new WeakSet<Socket>();
  const server = createServer((message, response) => {
    const host = (message.headers.host ?? '').toLowerCase().replace(/:80$/, '');
    const system = systems.get(host);
    void (async () => {
      try {
        const request = await readRequest(message, system?.charset ?? 'utf-8');
        const at = Date.now();
        requests.push({ host, method: request.method, path: request.path, at });
        const rule = takeRule(request);
        if (rule?.delayMs) await new Promise((done) => setTimeout(done, rule.delayMs));
        if (rule?.mode === 'lost') {
          // On a connection that served before, browsers quietly ask once more: that is broken too.
          if (served.has(message.socket)) answerNext({ ...rule, times: 1 });
          message.socket.destroy();
          return;
        }
        const result = answer(system, request, message.headers.range, rule, at);
        response.writeHead(result.status ?? 200, {
          'cache-control': 'no-store',
          ...result.headers,
          'content-length': Buffer.byteLength(result.body),
        });
        response.end(result.body);
        served.add(message.socket);
      } catch (error) {
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(String(error));
      }
    })();
  });
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));

  return {
    port: (server.address() as AddressInfo).port,
    accepted,
    refused,
    requests,
    now: present,
    answerNext,
    reset() {
      accepted.length = 0;
      refused.length = 0;
      requests.length = 0;
      rules = [];
      build();
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function notFound(): PortalAnswer {
  const body = '<!DOCTYPE html><title>404</title><h1>404 您访问的页面不存在</h1>';
  return { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function serverError(reason: string): PortalAnswer {
  const body = `<!DOCTYPE html><title>HTTP Status 500</title><h1>HTTP Status 500 – ${reason}</h1>`;
  return { status: 500, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
