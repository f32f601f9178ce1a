import { ACTION_KINDS, type ActionKind } from '../domain/action-kind';
import { scoreControl } from './classify-control';
import { CONTROL_THRESHOLD, STRONG } from './control-scorer';
import { controlText, LONGEST_CONTROL } from './control-text';
import type { ControlKind } from './lexicon-shape';

/** Score of what a name, an icon or the heading over it says of a control. */
const NAMED = 2;

/**
 * Which trace-leaving action (留痕操作) a control stands for, from its own short words, its name and
 * where it stands. Precision first: a phrase counts only as a whole, never as a word within a longer
 * one, so that 签到记录, 《签到管理办法》 and 关于转发…的通知 are none.
 */
export interface ControlReading {
  /** Its own visible words; empty for an icon. */
  readonly text: string;
  /** Accessible names: aria-label, title, alt, tooltip. */
  readonly names: readonly string[];
  /** Class tokens and symbol names of its icon, where it has no words. */
  readonly icons: readonly string[];
  readonly kind: 'button' | 'link' | 'item' | 'plain' | 'check';
  /**
   * `menu`: main menu or navigation bar; `tab`; `breadcrumb`; `option`: of a select, tree, filter or
   * pager; `head`: of a table; `content`: within an article or as the title of a list row.
   */
  readonly place: 'menu' | 'tab' | 'breadcrumb' | 'option' | 'head' | 'content' | 'free';
  /** Following it leads to another document. */
  readonly leads: boolean;
  /** It points to a file. */
  readonly file: boolean;
  readonly disabled: boolean;
  /** It shows that the action is done already, as a thumb that is lit. */
  readonly lit: boolean;
  /** Headings around it, nearest first: dialog, card, page. */
  readonly headings: readonly string[];
  /** Words of the other controls beside it. */
  readonly siblings: readonly string[];
  /** The page asks for a password. */
  readonly login: boolean;
}

export interface ControlAction {
  readonly action: ActionKind;
  /** 3 by its own words, 2 by its name or icon or by the heading over it. */
  readonly score: number;
  /** It begins something that another control ends (开始答题, 写日志): alone it proves nothing. */
  readonly opens: boolean;
  /** It acts on many objects at once (一键已读). */
  readonly many: boolean;
}

/** Of these kinds only what ends them is proof; what has none of these words begins them. */
const ENDING: ReadonlyMap<ActionKind, RegExp> = new Map([
  ['work-log', /提交|保存|发布|上报|上传|报送|发送|打卡/u],
  ['quiz', /交卷|提交/u],
]);

const MANY = /全部|所有|一键|批量|选中|勾选|all/;

/** Icons that mean an action by themselves, by the words of their class or symbol name. */
const ICONS: readonly (readonly [RegExp, ActionKind])[] = [
  [
    /(^|[-_])(dianzan|zan\d?|thumbs?-?up|thumb|good-job(-o)?|praise|likes?|like-o|giveLike|xihuan-zan)([-_]|$)/i,
    'like',
  ],
  [/(^|[-_])(share(-o|-alt|-square|-nodes)?|fenxiang|zhuanfa)([-_]|$)/i, 'share'],
  [/(^|[-_])(qiandao|daka|check-?in|clock-?in)([-_]|$)/i, 'check-in'],
  [/(^|[-_])(download(-circle|-alt|-o)?|xiazai|daochu|export(-o)?)([-_]|$)/i, 'download'],
  [/(^|[-_])(toupiao|vote)([-_]|$)/i, 'vote'],
];
const NOT_ICONS = /(^|[-_])(dislike|thumbs?-?down|unlike|cai|cloud-download-list)([-_]|$)/i;

/** What a heading over a plain 确定 or 提交 makes of it. */
const HEADINGS: readonly (readonly [ActionKind, RegExp, RegExp?])[] = [
  [
    'check-in',
    /^(?:.{0,6})(签到|打卡|签退|补卡|补签)(确认|申请|提醒|提示)?$/,
    /记录|统计|管理|规则|设置|新增|新建|发起|活动信息|编辑|修改|日历|名单|详情/,
  ],
  ['receipt', /^(?:.{0,6})(签收|回执)(确认|单|反馈|提醒|提示)?$/, /记录|统计|管理|快递|详情|合同/],
  ['read-confirm', /^(阅读确认|已读确认|学习确认|知晓确认|收到确认)$/],
  ['vote', /^(?:.{0,12})(投票|评选)$/, /管理|新增|新建|发起|结果|民主|选举|设置|编辑/],
  ['location', /^(定位|位置上报|位置采集|轨迹上报|获取定位|上传位置)$/],
  [
    'work-log',
    /(工作|民情|驻村|走访|巡查|帮扶|值班|每日|今日|干部|下村|入户|学习|网格|支部)(日志|日记|纪实|日报|周报|月报|走访记录|记录)|(写|填写|新增|新建|添加|提交)(日志|日报|周报|月报|纪实|日记)|^(日报|周报|月报|日志|纪实|民情日记|工作日志|工作小结|工作总结)(填报|填写|录入)?$/,
    /系统|操作|登录|访问|审计|管理|查询|列表|详情|审批|点评|模板|人民|光明|(法治|经济|农民)日报|日报社|调度|缺陷/,
  ],
  [
    'quiz',
    /^(?:.{0,12})(答题|知识竞赛|在线考试|测试|测验|闯关|每日一题|试卷)$/,
    /管理|新增|新建|成绩|记录|编辑|题库|设置/,
  ],
];

/** Words that end whatever the heading over them says. */
const GENERIC =
  /^(?:我|请|立即|马上|保存并|确认并|确认|确定)*(?:确定|确认|提交|保存|完成|发布|发送|上报|报送|好的?|ok|yes|submit|save|confirm)(?:审核|审批|申请|数据)?$/u;

/** Offices pass papers on to colleagues: 转发 there is the work itself. */
const OFFICE_WORK = /办结|流转|批办|拟办|退回|承办|传阅|会签|送审|分发|归档|呈批|转办|交办/;
const STATUTORY = /民主测评|民主评议|选举|表决|换届|推荐人选|业主大会/;

/**
 * The action that pressing the control would be, or undefined where it is none of the ten kinds.
 * It only names the action: whether it was done takes proof.
 */
export function actionOfControl(control: ControlReading): ControlAction | undefined {
  const { text } = control;
  // Most presses end here, before anything but the control's own words was looked at.
  if (text.length > LONGEST_CONTROL * 2) return undefined;
  const wordless = text === '' || /^[\d.\s]*[万wk+]?$/i.test(text);
  const meant = wordless ? undefined : (meaning(text, control) ?? bySurroundings(text, control));
  if (!wordless && meant === undefined) return undefined;
  if (control.disabled || control.login) return undefined;
  if (['tab', 'breadcrumb', 'option', 'head', 'content'].includes(control.place)) return undefined;
  if (meant === undefined) return byName(control);
  if (!isActionKind(meant)) {
    return meant === 'submit' && GENERIC.test(controlText(text)) ? byHeading(control) : undefined;
  }
  return byWords(meant, text, control, STRONG);
}

/** What the words of a control mean first of all; undefined where they mean nothing that is known. */
function meaning(text: string, { kind, leads }: ControlReading): ControlKind | undefined {
  const role = kind === 'link' && leads ? 'link' : 'button';
  const [best] = scoreControl({ text, scope: 'control', role });
  if (best === undefined) return undefined;
  // A plain 确定 counts little by itself: what it confirms stands in the heading over it.
  return best.score >= CONTROL_THRESHOLD || best.kind === 'submit' ? best.kind : undefined;
}

/** Words that mean an action only together with what stands beside them. */
function bySurroundings(text: string, control: ControlReading): ActionKind | undefined {
  const words = controlText(text);
  if (words === '赞' && (/\d/.test(text) || control.icons.length > 0 || control.kind === 'button'))
    return 'like';
  if (/^(复制链接|二维码|保存图片)$/.test(words)) {
    return control.siblings.some((other) => /分享|转发|海报|朋友圈/.test(other))
      ? 'share'
      : undefined;
  }
  return undefined;
}

function isActionKind(kind: ControlKind): kind is ActionKind {
  return (ACTION_KINDS as readonly string[]).includes(kind);
}

function byWords(
  action: ActionKind,
  text: string,
  control: ControlReading,
  score: number,
): ControlAction | undefined {
  const words = controlText(text);
  if (!fits(action, words, control)) return undefined;
  const ending = ENDING.get(action);
  return {
    action,
    score,
    opens: ending !== undefined && !ending.test(words),
    many: MANY.test(words),
  };
}

function fits(action: ActionKind, words: string, control: ControlReading): boolean {
  const { place, leads, kind, siblings, headings } = control;
  // A menu entry or link that leads to another page opens it; it does nothing yet.
  if (place === 'menu' && (kind !== 'button' || leads)) return false;
  if (leads && action !== 'download' && !/^(我要|立即|点击|去|确认|请)/.test(words)) {
    if (!['like', 'share', 'vote', 'receipt', 'read-confirm'].includes(action)) return false;
  }
  if (kind === 'check' && action !== 'read-confirm') return false;
  if (control.lit && (action === 'like' || action === 'check-in' || action === 'vote'))
    return false;
  switch (action) {
    case 'share':
      return !(/^(转发|一键转发|确认转发)$/.test(words) && OFFICE_WORK.test(siblings.join(' ')));
    case 'read-confirm':
      // 已读 | 未读 | 全部 is a filter, 收到 | 发出 one as well.
      return !(
        /^(已读|收到|已阅|全部已读)$/.test(words) &&
        siblings.some((other) => /^(未读|未阅|全部|发出|已发|待阅)/.test(controlText(other)))
      );
    case 'vote':
      return !STATUTORY.test([...headings, words].join(' '));
    case 'location':
      return words !== '定位' || kind === 'button';
    case 'quiz':
      return (
        !/公务员|职称|资格|招聘|驾驶/.test(headings.join(' ')) &&
        !(words === '考试' && kind !== 'button')
      );
    default:
      return true;
  }
}

function byName(control: ControlReading): ControlAction | undefined {
  if (control.lit || (control.place === 'menu' && control.leads)) return undefined;
  const names = control.names.filter((name) => name.length <= LONGEST_CONTROL * 2);
  for (const name of names) {
    const meant = meaning(name, control);
    if (meant !== undefined && isActionKind(meant)) {
      return byWords(meant, name, control, NAMED);
    }
  }
  // A name that says something else outweighs the picture.
  if (names.some((name) => /[\u4e00-\u9fff]/.test(name))) return undefined;
  if (control.icons.some((icon) => NOT_ICONS.test(icon))) return undefined;
  for (const [icon, action] of ICONS) {
    if (control.icons.some((name) => icon.test(name))) {
      return { action, score: NAMED, opens: false, many: false };
    }
  }
  return undefined;
}

function byHeading(control: ControlReading): ControlAction | undefined {
  if (control.place !== 'free' || control.leads) return undefined;
  const [nearest] = control.headings;
  if (nearest === undefined) return undefined;
  const heading = controlText(nearest);
  const found = HEADINGS.find(([, words, but]) => words.test(heading) && !but?.test(heading));
  return found && { action: found[0], score: NAMED, opens: false, many: false };
}
