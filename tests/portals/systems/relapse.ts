import { HOSTS } from '../hosts';
import { page } from '../pages';
import { households, isIdNumber } from '../people';
import { jsonAnswer, type PortalAnswer, type PortalSystem } from '../system';

/** 防返贫监测: Element Plus on Vue 3, a drawer with three steps, answering in `{success, message}`. */
export function relapse(): PortalSystem {
  const rows = households(30)
    .slice(12)
    .map((house, index) => ({
      code: `FFP-2026-${String(index + 31).padStart(4, '0')}`,
      head: house.name,
      village: house.village,
      risk: house.risk,
      income: house.incomePerHead,
      state: index % 3 === 0 ? '风险已消除' : '监测中',
    }));
  const failure = (message: string): PortalAnswer => jsonAnswer({ success: false, message });
  const success = (data: unknown = null): PortalAnswer =>
    jsonAnswer({ success: true, message: '提交成功', data });

  return {
    hosts: [HOSTS.relapse],
    refusal: failure,
    handle(request, book) {
      const { method, path, fields } = request;
      if (method === 'GET') {
        if (path === '/') return page('relapse/index.html');
        if (path === '/api/monitor/list') {
          const word = request.query.get('keyword') ?? '';
          const found = rows.filter((row) => row.head.includes(word));
          return jsonAnswer({ success: true, total: found.length, rows: found.slice(0, 10) });
        }
        return undefined;
      }
      switch (path) {
        case '/api/monitor/save': {
          const reason = !isIdNumber(fields.get('gmsfhm') ?? '')
            ? '公民身份号码不符合校验规则'
            : Number(fields.get('rjcsr')) > 30000
              ? '年人均纯收入高于监测线，请核实'
              : undefined;
          if (reason) {
            book.refuse('submission', reason);
            return failure(reason);
          }
          book.accept('submission');
          return success();
        }
        case '/api/monitor/draft':
          book.accept('draft');
          return jsonAnswer({ success: true, message: '草稿已保存' });
        case '/api/monitor/message':
          book.accept('comment');
          return jsonAnswer({ success: true, message: '留言成功' });
        case '/api/file/upload':
          book.accept('upload');
          return jsonAnswer({
            success: true,
            url: `/file/${request.files[0]?.sha256.slice(0, 12)}`,
          });
        default:
          return undefined;
      }
    },
  };
}
