/**
 * What a control is for, by its own words.
 *
 * Score: the best strong (3) or medium (2) word of a kind in its scope, weak words at most +1, a
 * token of the address +1 but never alone, what speaks against it −4. From 3 on a control counts as
 * one of the kind. An event still needs a trusted action and proof; a word alone is nothing.
 *
 * A strong word may stand with what people put around it (立即签到, 会议签到, 下载附件); a word at the
 * end of a longer link is a headline, and an ending such as 统计 or 记录 makes it administration.
 */

import { ACTION_KINDS } from '../domain/action-kind';
import { characterMap, controlText, LONGEST_CONTROL } from './control-text';
import type { ControlKind, ControlLexicon, ControlWords, TextScope } from './lexicon-shape';

export const STRONG = 3;
const MEDIUM = 2;
const WEAK = 1;
const URL_TOKEN = 1;
const NEGATIVE = -4;
/** From this score on a control counts as one of the kind. */
export const CONTROL_THRESHOLD = 3;

export interface ControlQuery {
  /** The control's own text or accessible name. */
  readonly text: string;
  /** `control` if not given. */
  readonly scope?: TextScope;
  /** ARIA role or tag, as `button`, `link`, `menuitem`, `heading`. */
  readonly role?: string;
  /** Path of the page or of the control's address; a query is ignored. */
  readonly url?: string;
}

export interface ControlScore {
  readonly kind: ControlKind;
  readonly score: number;
  /** Machine words, as `strong:签到`, `tail:签到`, `url:daka`, `against:签到统计`. */
  readonly reasons: readonly string[];
}

export interface ControlScorer {
  /** Kinds with a score above 0, best first; among equals what is undone or left comes first. */
  scoreControl(query: ControlQuery): readonly ControlScore[];
  /** The kind that a control's own text says is done already (已签到), or undefined. */
  doneKind(text: string): ControlKind | undefined;
}

/** Among equal scores: what stops or leaves before what acts, what is special before what is general. */
const PRECEDENCE: readonly ControlKind[] = [
  'cancel',
  'login',
  'rework',
  'draft',
  'next',
  'search',
  'import',
  'check-in',
  'receipt',
  'vote',
  'quiz',
  'like',
  'location',
  'read-confirm',
  'share',
  'work-log',
  'upload',
  'download',
  'submit',
  'edit',
];

const ACTIONS = new Set<ControlKind>([
  'check-in',
  'receipt',
  'like',
  'share',
  'read-confirm',
  'vote',
  'quiz',
  'location',
  'submit',
]);

/** What stands before a word that is then not done: 取消点赞, 待签收, 发起投票. */
const BLOCKING =
  /^(取消|撤回|撤销|关闭|停止|禁止|未|待|不|无|勿|已|漏|缺|退回|拒绝|查看|查询|发起|新建|创建|生成|打印|结束|发布|管理|设置|编辑|删除|统计|审核|审批|催办?|提醒|关于|如何|怎么|历史|全员?|多次|我的)|[已未待]$/u;
const LONGEST_MODIFIER = 6;
const HEADLINE_ROLES = new Set(['heading', 'article', 'listitem']);

interface CompiledKind {
  readonly kind: ControlKind;
  readonly scopes: ReadonlySet<string>;
  readonly strong: ReadonlySet<string>;
  readonly medium: ReadonlySet<string>;
  readonly weak: readonly string[];
  readonly tail: readonly string[];
  readonly head: readonly string[];
  readonly pattern: RegExp | undefined;
  readonly done: ReadonlySet<string>;
  readonly url: RegExp | undefined;
  readonly negative: readonly string[];
  readonly negativePattern: RegExp | undefined;
}

/** Longest first, so that 立即 is taken off before 立. */
export function wordList(words: string | undefined): readonly string[] {
  if (words === undefined || words === '') return [];
  return words.split(' ').sort((a, b) => b.length - a.length);
}

function compileKind(words: ControlWords): CompiledKind {
  const url = wordList(words.url).map((token) => token.replace(/[-_]/g, '[-_]?'));
  return {
    kind: words.kind,
    scopes: new Set(words.scopes.split(' ')),
    strong: new Set([...wordList(words.strong), ...wordList(words.tail), ...wordList(words.head)]),
    medium: new Set(wordList(words.medium)),
    weak: wordList(words.weak),
    tail: wordList(words.tail),
    head: wordList(words.head),
    pattern: words.pattern === undefined ? undefined : new RegExp(words.pattern, 'u'),
    done: new Set(wordList(words.done)),
    url: url.length === 0 ? undefined : new RegExp(`(?:^|[^a-z])(?:${url.join('|')})(?![a-z])`),
    negative: wordList(words.negative),
    negativePattern:
      words.negativePattern === undefined ? undefined : new RegExp(words.negativePattern, 'u'),
  };
}

export function createControlScorer(lexicon: Omit<ControlLexicon, 'toasts'>): ControlScorer {
  const kinds = lexicon.controls.map(compileKind);
  const simplify = characterMap(lexicon.traditional.from, lexicon.traditional.to);
  const prefixes = wordList(lexicon.affixes.prefixes);
  const suffixes = wordList(lexicon.affixes.suffixes);
  const managing = new RegExp(lexicon.affixes.managing, 'u');

  /** The text with the words that people put around an action taken off, nearest first. */
  const cores = (text: string): readonly string[] => {
    const found = [text];
    for (let round = 0, from = 0; round < 2; round++) {
      const end = found.length;
      for (; from < end; from++) {
        const one = found[from] ?? '';
        for (const prefix of prefixes) {
          if (one.length > prefix.length && one.startsWith(prefix)) {
            found.push(one.slice(prefix.length));
          }
        }
        for (const suffix of suffixes) {
          if (one.length > suffix.length && one.endsWith(suffix)) {
            found.push(one.slice(0, -suffix.length));
          }
        }
      }
    }
    return found;
  };

  const best = (
    kind: CompiledKind,
    text: string,
    bare: readonly string[],
    query: ControlQuery,
  ): { readonly score: number; readonly reason: string; readonly exact: boolean } | undefined => {
    if (kind.strong.has(text)) return { score: STRONG, reason: `strong:${text}`, exact: true };
    const core = bare.find((one) => kind.strong.has(one));
    if (core !== undefined) return { score: STRONG, reason: `strong:${core}`, exact: false };
    // 保存 or 查询 after a word taken off would be another button's.
    const whole = ACTION_KINDS.some((action) => action === kind.kind) ? bare : [text];
    if (whole.some((one) => kind.pattern?.test(one)))
      return { score: STRONG, reason: 'pattern', exact: false };
    // A link with something before the word is as likely the headline of an article.
    const placed = query.role === 'link' && kind.kind !== 'download' ? MEDIUM : STRONG;
    for (const tail of kind.tail) {
      if (!text.endsWith(tail)) continue;
      const modifier = text.slice(0, -tail.length);
      if (modifier.length <= LONGEST_MODIFIER && !BLOCKING.test(modifier)) {
        return { score: placed, reason: `tail:${tail}`, exact: false };
      }
    }
    for (const head of kind.head) {
      if (
        whole.some(
          (one) => one.startsWith(head) && one.length - head.length <= LONGEST_MODIFIER + 2,
        )
      ) {
        return { score: placed, reason: `head:${head}`, exact: false };
      }
    }
    const mild = bare.find((one) => kind.medium.has(one));
    return mild === undefined
      ? undefined
      : { score: MEDIUM, reason: `medium:${mild}`, exact: mild === text };
  };

  const against = (kind: CompiledKind, text: string): string | undefined => {
    const word = kind.negative.find((one) => text.includes(one));
    if (word !== undefined) return word;
    if (kind.negativePattern?.test(text)) return 'pattern';
    return ACTIONS.has(kind.kind) && managing.test(text) ? 'managing' : undefined;
  };

  return {
    scoreControl(query) {
      const scope = query.scope ?? 'control';
      const text = controlText(query.text, simplify);
      if (text === '' || text.length > LONGEST_CONTROL) return [];
      if (query.role !== undefined && HEADLINE_ROLES.has(query.role) && scope === 'control') {
        return [];
      }
      const bare = cores(text);
      const path = (query.url ?? '').replace(/[?].*$/u, '').replace(/([a-z])([A-Z])/g, '$1-$2');
      const scores: (ControlScore & { readonly exact: boolean })[] = [];
      for (const kind of kinds) {
        if (!kind.scopes.has(scope)) continue;
        const hit = best(kind, text, bare, query);
        if (hit === undefined) continue;
        let score = hit.score;
        const reasons = [hit.reason];
        const contrary = hit.exact ? undefined : against(kind, text);
        if (contrary !== undefined) {
          score += NEGATIVE;
          reasons.push(`against:${contrary}`);
        }
        const weak = kind.weak.find((one) => one !== text && text.includes(one));
        if (weak !== undefined && hit.score < STRONG) {
          score += WEAK;
          reasons.push(`weak:${weak}`);
        }
        const token = kind.url?.exec(path.toLowerCase())?.[0];
        if (token !== undefined) {
          score += URL_TOKEN;
          reasons.push(`url:${token.replace(/^[^a-z]/, '')}`);
        }
        if (score > 0) scores.push({ kind: kind.kind, score, reasons, exact: hit.exact });
      }
      scores.sort(
        (a, b) =>
          b.score - a.score ||
          Number(b.exact) - Number(a.exact) ||
          PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind),
      );
      return scores.map(({ kind, score, reasons }) => ({ kind, score, reasons }));
    },

    doneKind(text) {
      const plain = controlText(text, simplify);
      if (plain === '' || plain.length > LONGEST_CONTROL) return undefined;
      const done = /^(?:今日|今天|您|你|本日|我)?已经?(.+?)(?:过|了|完成|成功)?$/u.exec(plain)?.[1];
      for (const kind of kinds) {
        if (kind.done.has(plain)) return kind.kind;
        if (done !== undefined && kind.strong.has(done)) {
          return kind.kind;
        }
      }
      return undefined;
    },
  };
}
