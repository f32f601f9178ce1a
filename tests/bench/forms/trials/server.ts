import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { libraryFile } from '../../../portals/pages';
import type { Trial } from './trial';

const SLOW_MS = 8000;

const ANSWERS: Readonly<Record<string, readonly [status: number, type: string, body: string]>> = {
  '/ok': [200, 'application/json', '{"code":200,"msg":"操作成功"}'],
  '/slow': [200, 'application/json', '{"code":200,"msg":"操作成功"}'],
  '/fail': [200, 'application/json', '{"code":500,"msg":"该身份证号已登记"}'],
  '/autosave': [200, 'application/json', '{"code":200}'],
  '/error': [500, 'application/json', '{"message":"Internal Server Error"}'],
};

export interface TrialServer {
  readonly port: number;
  serve(trial: Trial): void;
  close(): Promise<void>;
}

/** Each trial is a host of its own; what is not one of its pages is answered alike for all. */
export async function startTrialServer(
  file: (path: string) => ReturnType<typeof libraryFile> = libraryFile,
): Promise<TrialServer> {
  const trials = new Map<string, Trial>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://trial');
    const trial = trials.get(request.headers.host?.split('.')[0] ?? '');
    request.resume();
    request.on('end', () => {
      const tell = (status: number, type: string, body: string | Buffer): void => {
        response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
        response.end(body);
      };
      const library = pathname.startsWith('/lib/') ? file(pathname) : undefined;
      if (library) {
        response.writeHead(200, library.headers);
        response.end(library.body);
        return;
      }
      if (pathname === '/redirect') {
        response.writeHead(302, { location: '/list' });
        response.end();
        return;
      }
      if (pathname === '/jsonp') {
        tell(200, 'text/javascript', `${searchParams.get('callback')}({"success":true})`);
        return;
      }
      const shown = trial?.pages[pathname];
      if (shown !== undefined) {
        tell(200, 'text/html', shown);
        return;
      }
      const [status, type, body] = ANSWERS[pathname] ?? [404, 'text/plain', 'not found'];
      setTimeout(() => tell(status, type, body), pathname === '/slow' ? SLOW_MS : 60);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    serve: (trial) => trials.set(trial.id, trial),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
