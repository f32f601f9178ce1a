import { HOSTS } from '../hosts';
import { page } from '../pages';
import { ENTERPRISES } from '../people';
import { jsonAnswer, type PortalAnswer, type PortalSystem } from '../system';

/** 安全生产检查: Layui inside an iframe shell, answering in `{code, msg}` where 0 is good. */
export function safety(): PortalSystem {
  const rows = ENTERPRISES.map((enterprise, index) => ({
    id: `AQ2026${String(101 + index)}`,
    enterprise: enterprise.name,
    type: ['日常检查', '专项检查', '双随机'][index],
    date: `2026-11-0${3 + index}`,
    level: index === 1 ? '较大隐患' : '一般隐患',
    state: index === 2 ? '已整改' : '整改中',
  }));
  const failure = (msg: string): PortalAnswer => jsonAnswer({ code: 1, msg });
  const success = (msg: string, data: unknown = {}): PortalAnswer =>
    jsonAnswer({ code: 0, msg, data });

  return {
    hosts: [HOSTS.safety],
    refusal: failure,
    handle(request, book) {
      const { method, path, fields } = request;
      if (method === 'GET') {
        if (path === '/') return page('safety/index.html');
        if (path === '/login.html') return page('safety/login.html');
        if (path === '/check/list.html') return page('safety/list.html');
        if (path === '/check/review.html') return page('safety/review.html');
        if (path === '/check/data') {
          const word = request.query.get('enterprise') ?? '';
          const data = rows.filter((row) => row.enterprise.includes(word));
          return jsonAnswer({ code: 0, msg: '', count: data.length, data });
        }
        return undefined;
      }
      switch (path) {
        case '/login':
          if (fields.get('password') !== 'Qs@2026') return failure('账号或密码错误');
          book.accept('login');
          return success('登录成功');
        case '/check/save':
          if (!/^[0-9A-Z]{18}$/.test(fields.get('creditCode') ?? '')) {
            book.refuse('submission', '统一社会信用代码应为18位');
            return failure('统一社会信用代码应为18位');
          }
          book.accept('submission');
          return success('保存成功');
        case '/check/review':
          book.accept('submission');
          return success('复查结果已提交');
        case '/check/cell':
          book.accept('edit');
          return success('修改成功');
        case '/upload/image':
          book.accept('upload');
          return success('上传成功', { src: `/upload/${request.files[0]?.sha256.slice(0, 12)}` });
        default:
          return undefined;
      }
    },
  };
}
