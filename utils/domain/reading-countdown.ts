/**
 * Forced reading: a countdown that must run out before a confirmation can be pressed. Its *forced
 * seconds* are those that the person was actually made to wait: the highest number seen less the
 * lowest. A countdown until a text message may be sent again, of an examination, of a redirection or
 * of a session is none.
 */

const FORCED: readonly RegExp[] = [
  /(?:还需|还要|剩余|再|仍需|需|请|须|至少|不少于)(?:要|再|继续|强制)?(?:阅读|学习|停留|观看|浏览)(?:满|时间|时长)?[^\d]{0,4}(\d{1,4})\s*(秒|s\b|分钟|分)/i,
  /(?:阅读|学习|停留|浏览|观看)(?:倒计时|剩余(?:时间)?|还剩)\s*[:：]?\s*(\d{1,4})\s*(秒|s\b|分钟|分)?/i,
  /^(?:我已(?:认真|仔细)?(?:阅读|知晓|阅知|了解)[^\d]{0,10}|已阅读?|确认(?:已读|阅读|签收|收到|学习)?|同意|知道了|我知道了|下一步|下一[页节条]|继续|继续阅读|完成阅读|阅读完毕|关闭|签收|收到|确定|提交)\s*[[(（]\s*(\d{1,3})\s*(秒|s)?\s*[\])）]$/i,
  /^(?:我已(?:认真|仔细)?(?:阅读|知晓|阅知|了解)[^\d]{0,10}|已阅读?|确认(?:已读|阅读|签收|收到|学习)?|知道了|我知道了|完成阅读|阅读完毕|继续阅读|签收)\s*(\d{1,3})\s*(秒|s)$/i,
  /(\d{1,4})\s*(秒|s)\s*(?:后|之后)(?:方|才)?(?:可|能|可以|允许)(?:提交|确认|继续|关闭|签收|点击|操作|下一步|阅读|翻页|进入|标记)/i,
];

const OTHER =
  /验证码|重新(发送|获取)|重发|再次(发送|获取)|发送|短信|跳转|自动(关闭|返回|退出|登录|刷新|播放|提交|消失)|交卷|考试|答题|距|开始|会话|登录|支付|刷新|后返回|秒杀|结束/;

/**
 * The seconds that a short text says are still to be waited; undefined where it is no forced reading.
 *
 * @param text A control's or line's own text.
 */
export function countdownSeconds(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (plain.length > 40 || !/\d/.test(plain) || OTHER.test(plain)) return undefined;
  for (const pattern of FORCED) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const amount = Number(match[1]);
    return /分/.test(match[2] ?? '') ? amount * 60 : amount;
  }
  return undefined;
}

/** One countdown as it was seen. */
export interface Countdown {
  readonly highest: number;
  readonly lowest: number;
  /** It was seen to go down by itself at least twice. */
  readonly steps: number;
}

/** A countdown with one more number seen. */
export function countOn(countdown: Countdown | undefined, seconds: number): Countdown {
  if (countdown === undefined) return { highest: seconds, lowest: seconds, steps: 0 };
  const fell = seconds < countdown.lowest;
  return {
    highest: Math.max(countdown.highest, seconds),
    lowest: Math.min(countdown.lowest, seconds),
    steps: countdown.steps + (fell ? 1 : 0),
  };
}

/** Longest wait that is believed: what runs longer is a clock, s. */
const LONGEST_FORCED = 1_800;

/**
 * The forced seconds of a countdown; `ranOut` where its number went away or reached 0, so that the
 * last second seen was waited as well.
 */
export function forcedSeconds(countdown: Countdown, ranOut: boolean): number {
  if (countdown.steps < 2 || countdown.highest > LONGEST_FORCED) return 0;
  return countdown.highest - (ranOut ? 0 : countdown.lowest);
}
