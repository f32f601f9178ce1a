import { HOSTS } from '../hosts';
import { page } from '../pages';
import { isIdNumber } from '../people';
import { jsonAnswer, type PortalAnswer, type PortalSystem } from '../system';

const NOTICES = [
  '关于开展秋冬季森林防火网格巡查的通知',
  '关于规范网格事件上报时限的提醒',
  '关于做好独居老人走访工作的通知',
  '网格员“每日打卡”功能调整说明',
  '关于城乡居民医保集中缴费的通知',
  '关于排查自建房安全隐患的通知',
  '关于报送11月网格工作小结的通知',
  '关于转发《寒潮蓝色预警》的通知',
];

/** 网格事件: Ant Design Vue on Vue 3, answering in `{status, message}`. */
export function grid(): PortalSystem {
  const notices = NOTICES.map((title, index) => ({ id: index + 1, title, read: false }));
  let clockedIn = false;
  const failure = (message: string): PortalAnswer => jsonAnswer({ status: 'fail', message });
  const success = (message: string, data: unknown = null): PortalAnswer =>
    jsonAnswer({ status: 'ok', message, data });

  return {
    hosts: [HOSTS.grid],
    refusal: failure,
    handle(request, book) {
      const { method, path, fields } = request;
      if (method === 'GET') {
        if (path === '/') return page('grid/index.html');
        if (path === '/grid/state') return success('查询成功', { notices, clockedIn });
        return undefined;
      }
      switch (path) {
        case '/grid/event/add':
          book.accept('submission');
          return success('上报成功');
        case '/grid/visit/add':
          if (!isIdNumber(fields.get('certNo') ?? '')) {
            book.refuse('submission', '证件号码有误');
            return failure('证件号码有误');
          }
          book.accept('submission');
          return success('提交成功');
        case '/grid/clock-in':
          if (clockedIn) return failure('此事项今日已打卡');
          clockedIn = true;
          book.accept('check-in');
          return success('打卡成功');
        case '/grid/notice/read':
          for (const notice of notices)
            if (String(notice.id) === fields.get('id')) notice.read = true;
          book.accept('read-confirm');
          return success('已确认');
        case '/grid/notice/read-all':
          for (const notice of notices) notice.read = true;
          book.accept('read-confirm');
          return success('全部已读');
        case '/grid/upload':
          book.accept('upload');
          return success('上传成功', { id: request.files[0]?.sha256.slice(0, 12) });
        default:
          return undefined;
      }
    },
  };
}
