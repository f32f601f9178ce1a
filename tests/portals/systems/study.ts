import { HOSTS } from '../hosts';
import { page } from '../pages';
import { jsonAnswer, type PortalAnswer, type PortalSystem } from '../system';

const RIGHT_ANSWERS = ['B', 'A', 'D', 'C', 'A'];

/** 学习平台: Vant on Vue 3, made for telephones and opened on desktops; `{code, message}`, 0 is good. */
export function study(): PortalSystem {
  let clockedIn = false;
  const failure = (message: string): PortalAnswer => jsonAnswer({ code: -1, message });
  const success = (message: string, data: unknown = null): PortalAnswer =>
    jsonAnswer({ code: 0, message, data });

  return {
    hosts: [HOSTS.study],
    refusal: failure,
    handle(request, book) {
      const { method, path, fields } = request;
      if (method === 'GET') {
        if (path === '/') return page('study/index.html');
        if (path === '/h5/state') return success('', { clockedIn });
        return undefined;
      }
      switch (path) {
        case '/h5/clock-in':
          if (clockedIn) return failure('今日已打卡');
          clockedIn = true;
          book.accept('check-in');
          return success('打卡成功');
        case '/h5/progress':
          return success('');
        case '/h5/presence':
          book.accept('presence');
          return success('');
        case '/h5/read':
          book.accept('read-confirm');
          return success('学习完成');
        case '/h5/quiz': {
          const right = RIGHT_ANSWERS.filter((answer, i) => fields.get(`q${i + 1}`) === answer);
          book.accept('quiz');
          return success('交卷成功', { score: right.length * 20 });
        }
        default:
          return undefined;
      }
    },
  };
}
