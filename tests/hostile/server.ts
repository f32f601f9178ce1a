import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOSTILE_PAGES } from './pages';

/** Answers `/page/NAME` with the hostile page of that name, under whatever host. */
export async function startHostile(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const pages = new Map(HOSTILE_PAGES.map((page) => [page.name, page]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages.get(decodeURIComponent(pathname.replace(/^\/page\//, '')));
    response.writeHead(page === undefined ? 204 : (page.status ?? 200), {
      'content-type': page?.type ?? 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
