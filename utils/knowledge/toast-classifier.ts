/**
 * What a short message of the page says about the action before it.
 *
 * A message is evidence, never proof: some systems say 操作成功 when a page opens. It says which
 * action it speaks of where it does, so that 登录成功, 查询成功 or 删除成功 do not count for a submission.
 */

import { wordList } from './control-scorer';
import { characterMap, comparableText } from './control-text';
import type { CharacterPairs, ControlKind, ToastWords } from './lexicon-shape';

export interface ToastReading {
  /**
   * `already`: it had been done before, so nothing new happened (请勿重复签到). `pending`: still going
   * on. `none`: it says neither.
   */
  readonly outcome: 'success' | 'failure' | 'already' | 'pending' | 'none';
  /** What it speaks of; absent where it does not say. */
  readonly kind?: ControlKind;
}

/** Longer texts are content. */
const LONGEST_TOAST = 120;
const NONE: ToastReading = { outcome: 'none' };

/** Words of failure that stand in good news: 失败 0 条, 提交成功，请勿重复提交. */
const HARMLESS =
  /失败(数量?)?[:：]?0|(?<!\d)0(条|个|项|人|户)?失败|错误[:：]?0|请?勿重复(提交|操作|点击)|如有(错误|误|疑问|问题)|请(稍[后候等]|耐心|等待|注意|及时|前往|返回|到|在)/gu;
/** 提交成功后…, 才能提交成功, 还未提交成功: nothing that happened. */
const CONDITION =
  /(才能|方可|即可|是否|如果?|若|后才?|请.{0,4}(直到|直至)).{0,8}成功|成功率|(未|没有?|尚未)\S{0,3}成功/u;

/** What success would bring, also where that sounds like failure: 提交成功后将无法修改. */
const WHAT_FOLLOWS = /成功后(才|方|再|请|可|即|将|会|不|无)/u;

export function createToastClassifier(
  words: ToastWords,
  traditional: CharacterPairs,
): (text: string) => ToastReading {
  const simplify = characterMap(traditional.from, traditional.to);
  const success = new RegExp(words.success, 'u');
  const failure = new RegExp(words.failure, 'u');
  const already = new RegExp(words.already, 'u');
  const pending = new RegExp(words.pending, 'u');
  const question = new RegExp(words.question, 'u');
  const verbs = words.verbs.map(([kind, list]) => [kind, wordList(list)] as const);

  const kindOf = (text: string): ControlKind | undefined => {
    let found: ControlKind | undefined;
    let at = Number.POSITIVE_INFINITY;
    // What is named first is what was done: 签到成功，获得积分，请继续学习.
    for (const [kind, list] of verbs) {
      for (const word of list) {
        const index = text.indexOf(word);
        if (index >= 0 && index < at) {
          found = kind;
          at = index;
        }
      }
    }
    return found;
  };

  return (text) => {
    const plain = comparableText(text, simplify);
    if (plain === '' || plain.length > LONGEST_TOAST) return NONE;
    const kind = kindOf(plain);
    const read = (outcome: ToastReading['outcome']): ToastReading =>
      kind === undefined ? { outcome } : { outcome, kind };
    if (question.test(plain) && !success.test(plain)) return NONE;
    if (WHAT_FOLLOWS.test(plain)) return NONE;
    const good = success.test(plain) && !CONDITION.test(plain);
    const rest = plain.replace(HARMLESS, '');
    const bad = failure.test(good ? rest : plain);
    if (!good && already.test(plain)) return read('already');
    if (good && bad) {
      // 保存成功，但…失败 is bad news; 提交失败，已保存草稿 too.
      return read(
        rest.search(failure) < plain.search(success) || /但|失败/u.test(rest)
          ? 'failure'
          : 'success',
      );
    }
    if (good)
      return already.test(plain) && !/成功/u.test(plain) ? read('already') : read('success');
    if (bad) return read('failure');
    return pending.test(plain) ? read('pending') : NONE;
  };
}
