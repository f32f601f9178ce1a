import type { Charset, PortalFile, PortalRequest } from './request';

/** What kind of act a system took in. */
export type AcceptedKind =
  | 'submission'
  | 'draft'
  | 'edit'
  | 'upload'
  | 'check-in'
  | 'receipt'
  | 'read-confirm'
  | 'like'
  | 'comment'
  | 'quiz'
  | 'presence'
  | 'login';

/** One accepted act, as the server saw it: the truth that recordings are compared with. */
export interface AcceptedPost {
  readonly host: string;
  readonly path: string;
  readonly kind: AcceptedKind;
  /** Epoch ms at which the request had arrived whole. */
  readonly at: number;
  /** Field names as sent, which need not be the labels that the page shows. */
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly PortalFile[];
}

/** An act that the system turned down; `status` is the HTTP status, 200 where the body alone said no. */
export interface RefusedPost extends AcceptedPost {
  readonly reason: string;
  readonly status: number;
}

export interface PortalAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** The ledger as one request sees it. */
export interface Book {
  /** The server's present, epoch ms; it may be pretended. */
  readonly now: number;
  accept(kind: AcceptedKind): void;
  refuse(kind: AcceptedKind, reason: string): void;
}

export interface PortalSystem {
  readonly hosts: readonly string[];
  /** The charset of its pages and classic posts, UTF-8 unless said. */
  readonly charset?: Charset;
  /** Answers a request, or nothing where the system has no such page. */
  handle(request: PortalRequest, book: Book): PortalAnswer | undefined;
  /** How this system says no: the envelope its pages understand, with status 200. */
  refusal(message: string, request: PortalRequest): PortalAnswer;
}

export function jsonAnswer(value: unknown): PortalAnswer {
  return {
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

export function htmlAnswer(html: string): PortalAnswer {
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
}

export function redirect(location: string, headers: Record<string, string> = {}): PortalAnswer {
  return { status: 302, headers: { location, ...headers }, body: '' };
}
