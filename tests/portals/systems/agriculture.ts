import { HOSTS } from '../hosts';
import { page } from '../pages';
import { households } from '../people';
import { jsonAnswer, type PortalAnswer, type PortalSystem } from '../system';

/** 农业统计: jQuery EasyUI; the form posts through a hidden iframe, the grid by XHR; `{success, msg}`. */
export function agriculture(): PortalSystem {
  const crops = households(6).map((house, index) => ({
    id: index + 1,
    village: house.village,
    crop: ['水稻', '玉米', '油菜'][index % 3],
    sown: (310 + index * 27.5).toFixed(1),
    perMu: String(480 + index * 12),
    output: '',
    reporter: '陈志远',
  }));
  const farmers = households(16)
    .slice(9)
    .map((house) => ({ name: house.name, village: house.village, arable: house.arable }));
  // A form that was posted into an iframe is answered as a page whose text is JSON.
  const inFrame = (answer: PortalAnswer): PortalAnswer => ({
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: answer.body,
  });
  const failure = (msg: string): PortalAnswer => jsonAnswer({ success: false, msg });
  const success = (msg: string): PortalAnswer => jsonAnswer({ success: true, msg });

  return {
    hosts: [HOSTS.agriculture],
    refusal: (message, { path }) =>
      path.endsWith('.do') ? inFrame(failure(message)) : failure(message),
    handle(request, book) {
      const { method, path, fields } = request;
      if (path === '/crop/list') return jsonAnswer({ total: crops.length, rows: crops });
      if (path === '/farmer/list') return jsonAnswer({ total: farmers.length, rows: farmers });
      if (method === 'GET') return path === '/' ? page('agriculture/index.html') : undefined;
      switch (path) {
        case '/farmer/save.do': {
          const [arable, rice] = [Number(fields.get('gdmj')), Number(fields.get('sdmj'))];
          if (rice > arable) {
            book.refuse('submission', '水稻面积不得大于耕地面积');
            return inFrame(failure('水稻面积不得大于耕地面积'));
          }
          book.accept('submission');
          return inFrame(success('保存成功'));
        }
        case '/crop/save':
          book.accept('edit');
          return success('保存成功');
        default:
          return undefined;
      }
    },
  };
}
