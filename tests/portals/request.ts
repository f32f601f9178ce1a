import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { decodeGbk } from './gbk';

export type Charset = 'utf-8' | 'gbk';

/** A file as it arrived: `bytes` is its length, `sha256` the hex digest of its content. */
export interface PortalFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PortalRequest {
  readonly method: string;
  /** The Host header in lower case, with its port unless that is 80. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  /** Fields of the body, flat; a JSON body gives its top-level members as text. */
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly PortalFile[];
  /** The parsed JSON body, if there was one. */
  readonly json: unknown;
}

/** Reads a request whole. `charset` is that of the pages of the host, which forms are sent in. */
export async function readRequest(
  message: IncomingMessage,
  charset: Charset,
): Promise<PortalRequest> {
  const host = (message.headers.host ?? '').toLowerCase().replace(/:80$/, '');
  const url = new URL(message.url ?? '/', 'http://portal.invalid');
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = message.headers['content-type'] ?? '';
  const fields = new Map<string, string>();
  const files: PortalFile[] = [];
  let json: unknown;
  if (type.startsWith('application/json') && body.length > 0) {
    json = JSON.parse(body.toString('utf8'));
    for (const [name, value] of Object.entries(json as object)) fields.set(name, flatten(value));
  } else if (type.startsWith('application/x-www-form-urlencoded')) {
    // XHR libraries always send UTF-8 and say so; a classic post is in the charset of its page.
    const sent: Charset = /charset=utf-8/i.test(type) ? 'utf-8' : charset;
    for (const pair of body.toString('latin1').split('&')) {
      if (pair === '') continue;
      const at = pair.indexOf('=');
      const name = at < 0 ? pair : pair.slice(0, at);
      addField(fields, percentDecode(name, sent), percentDecode(pair.slice(name.length + 1), sent));
    }
  } else if (type.startsWith('multipart/form-data')) {
    readMultipart(body, type, charset, fields, files);
  }
  return {
    method: message.method ?? 'GET',
    host,
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    cookies: readCookies(message.headers.cookie),
    fields,
    files,
    json,
  };
}

function flatten(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function addField(fields: Map<string, string>, name: string, value: string): void {
  const before = fields.get(name);
  fields.set(name, before === undefined ? value : `${before},${value}`);
}

function decode(bytes: Buffer, charset: Charset): string {
  if (charset === 'utf-8') return bytes.toString('utf8');
  return decodeGbk(bytes).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

function percentDecode(text: string, charset: Charset): string {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '%') {
      bytes.push(Number.parseInt(text.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(character === '+' ? 0x20 : text.charCodeAt(i));
  }
  return decode(Buffer.from(bytes), charset);
}

function readMultipart(
  body: Buffer,
  type: string,
  charset: Charset,
  fields: Map<string, string>,
  files: PortalFile[],
): void {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (!boundary) return;
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length + 2;
    const next = body.indexOf(mark, start);
    if (next < 0) break;
    readPart(body.subarray(start, next - 2), charset, fields, files);
    at = next;
  }
}

function readPart(
  part: Buffer,
  charset: Charset,
  fields: Map<string, string>,
  files: PortalFile[],
): void {
  const split = part.indexOf('\r\n\r\n');
  if (split < 0) return;
  const head = decode(part.subarray(0, split), charset);
  const content = part.subarray(split + 4);
  const field = /[; ]name="([^"]*)"/i.exec(head)?.[1] ?? '';
  const fileName = /filename="([^"]*)"/i.exec(head)?.[1];
  if (fileName === undefined) {
    addField(fields, field, decode(content, charset));
    return;
  }
  if (fileName === '' && content.length === 0) return;
  files.push({
    field,
    name: fileName,
    type: /content-type:\s*(\S+)/i.exec(head)?.[1] ?? '',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
}

function readCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0)
      cookies.set(pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim()));
  }
  return cookies;
}
