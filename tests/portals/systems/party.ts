import { HOSTS } from '../hosts';
import { page } from '../pages';
import { jsonAnswer, type PortalAnswer, type PortalSystem } from '../system';

/** 党建: Ant Design on React, answering in `{success, errorMessage}`. */
export function party(): PortalSystem {
  let checkedIn = false;
  const failure = (errorMessage: string): PortalAnswer =>
    jsonAnswer({ success: false, errorMessage });
  const success = (data: unknown = null): PortalAnswer => jsonAnswer({ success: true, data });

  return {
    hosts: [HOSTS.party],
    refusal: failure,
    handle(request, book) {
      const { method, path, fields } = request;
      if (method === 'GET') {
        if (path === '/') return page('party/index.html');
        if (path === '/login') return page('party/login.html');
        if (path === '/api/checkin') return success({ checkedIn });
        return undefined;
      }
      switch (path) {
        case '/api/login/captcha':
          return success();
        case '/api/login/sms':
          if (!/^\d{6}$/.test(fields.get('captcha') ?? '')) return failure('验证码错误');
          book.accept('login');
          return success();
        case '/api/checkin':
          if (checkedIn) return failure('今日已签到，请勿重复签到');
          checkedIn = true;
          book.accept('check-in');
          return success({ checkedIn, days: 38 });
        case '/api/meeting':
          if (Number(fields.get('actual')) > Number(fields.get('expected'))) {
            book.refuse('submission', '实到人数不能大于应到人数');
            return failure('实到人数不能大于应到人数');
          }
          book.accept('submission');
          return success();
        case '/api/condolence':
        case '/api/notes':
          book.accept('submission');
          return success();
        case '/api/notes/like':
          book.accept('like');
          return success();
        case '/api/notes/comment':
          book.accept('comment');
          return success();
        case '/api/upload':
          book.accept('upload');
          return success({ url: `/files/${request.files[0]?.sha256.slice(0, 12)}` });
        default:
          return undefined;
      }
    },
  };
}
