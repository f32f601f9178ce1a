import { REGISTER_INTRANET } from '../hosts';
import { escapeHtml } from '../html';
import { page } from '../pages';
import { htmlAnswer, type PortalAnswer, type PortalSystem } from '../system';

/** 村级台账: a page that rewrites itself with `document.write`, with an editor of the designMode kind. */
export function register(): PortalSystem {
  const result = (heading: string, text: string): PortalAnswer =>
    htmlAnswer(
      `<!DOCTYPE html><meta charset="utf-8"><title>${heading}</title><h3>${heading}</h3><p>${escapeHtml(text)}</p><p><a href="/">返回</a></p>`,
    );
  return {
    hosts: [REGISTER_INTRANET],
    refusal: (message) => result('保存失败', message),
    handle({ method, path }, book) {
      if (method === 'GET') return path === '/' ? page('register/index.html') : undefined;
      if (path !== '/save') return undefined;
      book.accept('submission');
      return result('保存成功', '台账已更新。');
    },
  };
}
