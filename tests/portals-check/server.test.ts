import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeGbk, encodeGbk } from '../portals/gbk';
import { HOSTS, OFFICE_INTRANET } from '../portals/hosts';
import { household } from '../portals/people';
import { type Portals, startPortals } from '../portals/server';

const NOW = Date.parse('2026-11-20T10:00:00+08:00');
let portals: Portals;

beforeAll(async () => {
  portals = await startPortals({ now: NOW });
});
beforeEach(() => portals.reset());
afterAll(() => portals.close());

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
}

function ask(
  host: string,
  path: string,
  { body, headers = {} }: { body?: Buffer | string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  return new Promise((done, fail) => {
    const message = request(
      {
        port: portals.port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { host, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const { statusCode: status = 0, headers: got } = response;
          done({ status, headers: got, bytes, text: bytes.toString('utf8') });
        });
      },
    );
    message.on('error', fail);
    message.end(body);
  });
}

const json = (value: unknown): { body: string; headers: Record<string, string> } => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

function application(): Record<string, unknown> {
  const { name, idNumber, phone } = household(0);
  return { headName: name, idCard: idNumber, phone, village: ['青山镇'] };
}

describe('practice portals', () => {
  it('answer by host, each with its own system', async () => {
    for (const host of Object.values(HOSTS)) {
      expect((await ask(host, '/')).status).toBeLessThan(400);
    }
    expect((await ask('example.com', '/')).status).toBe(404);
    expect((await ask(`${HOSTS.civilAffairs}:80`, '/')).status).toBe(200);
  });

  it('serve published library files and nothing beside them', async () => {
    const { status, headers } = await ask(HOSTS.civilAffairs, '/lib/vue2/dist/vue.min.js');
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await ask(HOSTS.civilAffairs, '/lib/vue2/../../package.json')).status).toBe(404);
    expect((await ask(HOSTS.civilAffairs, '/lib/vue2/%2e%2e/wxt/package.json')).status).toBe(404);
    expect((await ask(HOSTS.civilAffairs, '/lib/wxt/package.json')).status).toBe(404);
  });

  it('keep what they accept, with the values', async () => {
    await ask(HOSTS.civilAffairs, '/prod-api/social/dibao', json(application()));
    expect(portals.accepted).toHaveLength(1);
    const [entry] = portals.accepted;
    expect(entry?.kind).toBe('submission');
    expect(entry?.fields.get('headName')).toBe('张建国');
    expect(entry?.fields.get('village')).toBe('["青山镇"]');
  });

  it('refuse with status 200 what does not hold, and keep that apart', async () => {
    const wrong = { ...application(), phone: '123' };
    const reply = await ask(HOSTS.civilAffairs, '/prod-api/social/dibao', json(wrong));
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toMatchObject({ code: 500, msg: '联系电话格式不正确' });
    expect(portals.accepted).toHaveLength(0);
    expect(portals.refused).toMatchObject([{ reason: '联系电话格式不正确', status: 200 }]);
  });

  it('fail as they are told to, as often as they are told to', async () => {
    const host = HOSTS.relapse;
    portals.answerNext({ host, mode: 'error', times: 2 });
    portals.answerNext({ host, mode: 'refuse', message: '库表锁定' });
    const send = (): Promise<Reply> => ask(host, '/api/monitor/draft', json({}));
    expect([(await send()).status, (await send()).status]).toEqual([500, 500]);
    expect(JSON.parse((await send()).text)).toEqual({ success: false, message: '库表锁定' });
    expect(JSON.parse((await send()).text).success).toBe(true);
    expect(portals.refused.map(({ status }) => status)).toEqual([500, 500, 200]);
  });

  it('break the connection when told to', async () => {
    portals.answerNext({ host: HOSTS.relapse, mode: 'lost' });
    await expect(ask(HOSTS.relapse, '/api/monitor/draft', json({}))).rejects.toThrow();
    expect(portals.accepted).toHaveLength(0);
  });

  it('take files with digest, size and name', async () => {
    const body = Buffer.concat([
      Buffer.from(
        '--B\r\nContent-Disposition: form-data; name="file"; filename="入户.jpg"\r\nContent-Type: image/jpeg\r\n\r\n',
      ),
      Buffer.from([0, 255, 13, 10, 45, 45]),
      Buffer.from('\r\n--B--\r\n'),
    ]);
    const headers = { 'content-type': 'multipart/form-data; boundary=B' };
    await ask(HOSTS.party, '/api/upload', { body, headers });
    expect(portals.accepted[0]?.files).toMatchObject([
      { field: 'file', name: '入户.jpg', type: 'image/jpeg', bytes: 6 },
    ]);
  });

  it('read classic posts of GBK pages and answer in GBK', async () => {
    const encoded = [...encodeGbk('张建国')].map((byte) => `%${byte.toString(16)}`).join('');
    const body = `hzxm=${encoded}&sfzh=${household(0).idNumber}&qkms=%C4%EA%C0%CF+a`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await ask(OFFICE_INTRANET, '/kn/save.do', { body, headers });
    expect(decodeGbk(reply.bytes)).toContain('保存成功');
    expect(portals.accepted[0]?.fields.get('hzxm')).toBe('张建国');
    expect(portals.accepted[0]?.fields.get('qkms')).toBe('年老 a');
  });

  it('turn every GBK text back and forth, and keep what GBK lacks as a reference', () => {
    const text = '青山镇办公自动化系统，１２３ abc㎡';
    expect(decodeGbk(encodeGbk(text))).toBe(text);
    expect(decodeGbk(encodeGbk('😀'))).toBe('&#128512;');
  });

  it('serve parts of the film', async () => {
    const reply = await ask(HOSTS.study, '/media/lesson.webm', { headers: { range: 'bytes=0-3' } });
    expect(reply.status).toBe(206);
    expect([...reply.bytes]).toEqual([0x1a, 0x45, 0xdf, 0xa3]);
    expect(reply.headers['content-range']).toMatch(/^bytes 0-3\/\d+$/);
  });

  it('date the live portal by the present they are given, and the zombie months back', async () => {
    const live = await ask(HOSTS.portal, '/gzdt/');
    expect(live.text).toContain('2026-11-19');
    expect(live.text).toContain('<meta name="SiteIDCode"');
    const article = await ask(HOSTS.portal, '/tzgg/1.html');
    expect(article.text).toContain('<meta name="PubDate" content="2026-11-17 09:20">');
    const old = await ask(HOSTS.zombie, '/gzdt/');
    expect(old.text).toContain('[2026-03-22]');
    expect((await ask(HOSTS.zombie, '/c1/')).text).toContain('建设中');
  });

  it('forget everything when reset', async () => {
    await ask(HOSTS.party, '/api/checkin', json({}));
    expect(portals.accepted).toHaveLength(1);
    portals.reset();
    expect([portals.accepted.length, portals.requests.length]).toEqual([0, 0]);
    const again = await ask(HOSTS.party, '/api/checkin', json({}));
    expect(JSON.parse(again.text).success).toBe(true);
  });
});
