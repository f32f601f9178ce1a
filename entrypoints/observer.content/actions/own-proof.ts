import type { ActionKind } from '../../../utils/domain/action-kind';
import { doneKind } from '../../../utils/knowledge/classify-control';
import { controlText } from '../../../utils/knowledge/control-text';
import {
  classTokens,
  closest,
  isConnected,
  isVisible,
  parentOf,
  queryAll,
  textContent,
} from '../forms/dom';
import { oneLine } from '../forms/text';
import { asItWas, stoodBefore } from '../taking-over';
import { isLit } from './read-control';

/**
 * Evidence that is special to trace-leaving actions, beside that of every outcome: the control's own
 * words or look change (签到 → 已签到, a thumb lights up, its counter rises), a text appears that names
 * this very action as done, the notice's dialog is gone, unread marks are gone.
 */
export const OWN_SCORES = {
  'control-done': 3,
  'named-success': 3,
  'count-raised': 3,
  'control-lit': 2,
  'unread-gone': 2,
  'dialog-gone': 2,
  'control-gone': 1,
  'file-link': 3,
  'download-begun': 3,
} as const;
export type OwnEvidence = keyof typeof OWN_SCORES;

/** What a text says that names the action as done. */
const DONE: Readonly<Record<ActionKind, RegExp>> = {
  'check-in':
    /(签到|打卡|签退|补卡|补签|报到)(已)?(成功|完成)|^(您|你)?(今日|今天|本次)?已(经)?(签到|打卡|签退|报到|补签)|连续(签到|打卡)\d+天/,
  receipt: /(签收|圈阅|阅签|回执)(已)?(提交|发送)?(成功|完成)|^已(签收|圈阅|阅签|回执)/,
  like: /(点赞|助力|送花|献花)(成功|\+1)|^已(点赞|赞|助力)|感谢(您的)?(点赞|助力|支持)/,
  share:
    /(分享|转发|复制|海报(生成|保存))(链接)?(成功|完成)|^已(分享|转发|复制)|链接已复制|复制成功/,
  'read-confirm':
    /(确认|阅读|已读|标记|学习|操作)(已)?(成功|完成)|^已(读|阅|确认|知晓|学习|知悉|完成阅读)|全部已读/,
  download: /(下载|导出)(任务)?(已)?(成功|完成|开始|创建)|正在(下载|导出)|开始下载|^已(下载|导出)/,
  vote: /(投票|投一票)(已)?(成功|完成)|^(您|你)?已(经)?投(票|过)|感谢(您的)?(投票|参与)/,
  quiz: /(答题|交卷|提交|考试)(已)?(成功|完成|结束)|(本次|您的|你的|最终|考试)?(得分|成绩)[:：]?\d|^\d+分$|恭喜.{0,8}(通过|完成|答对)|已(交卷|完成答题)/,
  location:
    /(定位|位置|轨迹|获取|上报|上传|巡查|巡河|走访|巡检)(已)?(获取|上报|提交|开始|结束|打点)?(成功|完成)|已(定位|上报|开始巡查|结束巡查|到达)|(巡查|巡河|走访|巡检)中/,
  'work-log': /(提交|保存|上报|发布|填写|报送)(已)?(成功|完成)|^已(提交|上报|发布|填写)/,
};

/** What the control and what is around it look like before the page reacts. */
export interface Before {
  readonly words: string;
  readonly tokens: string;
  readonly counter: number | undefined;
  readonly lit: boolean;
  readonly dialog: Element | undefined;
  /** What holds the control: its words tell where the control itself is replaced. */
  readonly home: Element | null;
  readonly standing: WeakSet<Element>;
}

const NAMED =
  '[class*="message" i], [class*="toast" i], [class*="notice" i], [class*="notify" i], [class*="notification" i], [class*="layer" i], [class*="result" i], [class*="success" i], [class*="tip" i], [class*="alert" i], [role="alert"], [role="status"], [role="dialog"], h1, h2, h3, p, span, button, a, em, strong, b, td, label';
const MAX_NAMED = 5_000;

/** @param textBefore the control's words at the press, where the page may have changed them since */
export function lookBefore(
  control: Element,
  dialog: Element | undefined,
  textBefore?: string,
): Before {
  const then = asItWas(control);
  return {
    words: controlText(textBefore ?? textContent(control)),
    tokens: tokensOf(then),
    counter: textBefore === undefined ? counterOf(control) : numberIn(textBefore),
    lit: isLit(then),
    dialog,
    home: parentOf(control),
    standing: new WeakSet(doneTexts().filter(stoodBefore())),
  };
}

/** The evidence that has appeared since. */
export function ownEvidence(
  action: ActionKind,
  control: Element,
  before: Before,
): ReadonlySet<OwnEvidence> {
  const found = new Set<OwnEvidence>();
  const present = isConnected(control) && isVisible(control);
  if (present) {
    const words = controlText(textContent(control));
    if (words !== before.words && /^已|完成$|成功$/.test(words)) found.add('control-done');
    const counter = counterOf(control);
    if (counter !== undefined && before.counter !== undefined && counter === before.counter + 1) {
      found.add('count-raised');
    }
    if (!before.lit && isLit(control) && tokensOf(control) !== before.tokens)
      found.add('control-lit');
  } else if (before.dialog === undefined || isVisible(before.dialog)) {
    found.add('control-gone');
    if (before.home !== null && isVisible(before.home)) {
      const words = oneLine(textContent(before.home), 40).normalize('NFKC').replace(/\s+/g, '');
      if (words.length <= 16 && /^已/.test(words) && doneKind(words) !== undefined) {
        found.add('control-done');
      }
    }
  }
  if (before.dialog !== undefined && !isVisible(before.dialog)) found.add('dialog-gone');
  const done = DONE[action];
  for (const element of doneTexts()) {
    if (before.standing.has(element) || element === control || !isVisible(element)) continue;
    const text = oneLine(textContent(element), 60).normalize('NFKC').replace(/\s+/g, '');
    if (text.length <= 30 && done.test(text) && !/失败|未成功|不成功|[?？]$|是否/.test(text)) {
      found.add('named-success');
      break;
    }
  }
  return found;
}

/** Short texts that may name something as done; cheap, since only few hold these words. */
function doneTexts(): Element[] {
  return queryAll(document, NAMED)
    .slice(0, MAX_NAMED)
    .filter((element) => {
      if (element.childElementCount > 6) return false;
      const text = textContent(element);
      return (
        text.length <= 80 &&
        /已|成功|完成|感谢|得分|成绩|\d分|中$|开始|正在|连续|\+1/.test(text) &&
        closest(element, 'tr, option, nav') === null
      );
    });
}

function numberIn(text: string): number | undefined {
  const found = /(\d{1,7})/.exec(text.normalize('NFKC'));
  return found ? Number(found[1]) : undefined;
}

function counterOf(control: Element): number | undefined {
  const own = numberIn(textContent(control));
  if (own !== undefined) return own;
  const next = control.nextElementSibling;
  const beside =
    next && next.childElementCount === 0 ? /^\s*\(?(\d{1,7})\)?\s*$/.exec(textContent(next)) : null;
  return beside ? Number(beside[1]) : undefined;
}

function tokensOf(control: Element): string {
  return [control, ...queryAll(control, 'i, svg, span').slice(0, 4)]
    .flatMap((part) => classTokens(part))
    .join(' ');
}
