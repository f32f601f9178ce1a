import type { ActionKind } from '../domain/action-kind';

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

/** More is content, not a control. */
const LONGEST = 16;

const TRADITIONAL = new Map(
  Array.from('簽点點贊讚讀閱轉發報閱確認導載誌寫獲開始結進頁擊為們見', (from, index) => [
    from,
    Array.from('签点点赞赞读阅转发报阅确认导载志写获开始结进页击为们见')[index] ?? from,
  ]),
);

/** Own words for comparison: NFKC, lower case, simplified, without blanks, marks and counters. */
export function controlWords(text: string): string {
  return Array.from(text.normalize('NFKC').toLowerCase(), (sign) => TRADITIONAL.get(sign) ?? sign)
    .join('')
    .replace(/[\s\u200b-\u200f\ufeff\ue000-\uf8ff]+/gu, '')
    .replace(/^[·•★☆✓✔+＋>»<«◆■●▶→-]+/u, '')
    .replace(/[（([【]\s*[\d/+.]*\s*(?:次|人|条|个|份|篇|s|秒|w|万)?\s*[\])）】]$/u, '')
    .replace(/[·:：]?\s*[+]?\d+(?:\.\d+)?(?:次|人|条|积?分|w|万|k)?$/u, '')
    .replace(/[!！~～。.…>»→*:：√✓✔]+$/u, '');
}

interface Rule {
  readonly action: ActionKind;
  readonly core: string;
  /** May stand before the core, in any order. */
  readonly before?: string;
  readonly after?: string;
  readonly not?: RegExp;
  readonly opens?: RegExp;
}

const COMMON_BEFORE =
  '请|我要|我来|我想|要|去|来|立即|立刻|马上|点击|点此|点我|快速|一键|确认|确定|继续|开始|每日|每天|今日|今天|本次|进行|在线|手动|批量|全部|帮我';
const COMMON_AFTER =
  '一下|吧|啦|了|按钮|确认|完成|成功领积分|领(?:取)?(?:积分|奖励|学分)|赚积分|得积分|送积分';

const RULES: readonly Rule[] = [
  {
    action: 'check-in',
    core: '签到打卡|打卡签到|签到|打卡|签退|补签|补卡|报到|点到|在岗确认|到岗确认|双报到|clock-?in|clock-?out|check-?in|check-?out|punch-?(?:in|out)|daka|qiandao',
    before:
      '上班|下班|早|晚|中午|外勤|外出|内勤|考勤|定位|位置|gps|地图|扫码|人脸|刷脸|指纹|拍照|现场|走访|入户|巡查|巡河|巡林|巡田|巡逻|值班|到岗|在岗|网格|学习|健康|体温|日常|工作|会议|会前|活动|参会|培训|课程|党员|志愿|支部|主题党日|晨会|例会|立即|申请|重新|积分|上课|自动|防疫|驻村|民警|个人|范围|更新',
    after: '上班|下班|有礼|抽奖|拿积分|入口',
    not: /取消|撤销|发起|新建|新增|创建|管理|导出|查看|设置|删除|统计|记录|代签|失败|已|未/,
  },
  {
    action: 'receipt',
    core: '签收|阅签|圈阅|签阅|收文确认|确认收文|确认签收|签收确认|回执|阅知签收',
    before: '文件|公文|通知|来文|任务|工单|办理|提交|发送|填写|上报|反馈|电子|代理',
    after: '文件|公文|通知|来文|任务|工单|办理|回执|该文',
    not: /快递|合同|取消|撤销|查看|记录|人员|时间|单|待|已|未|率|统计|详情|情况|打印|催/,
  },
  {
    action: 'vote',
    core: '投票|投一票|投ta一票|投他一票|投她一票|投上一票|toupiao',
    before:
      '为(?:他|她|ta|它|你|家乡|我们)?|给(?:他|她|ta|它|你)?|参与|参加|网络|网上|提交|确认|进入',
    after: '支持|支持ta|给ta|给他',
    not: /取消|撤销|发起|新建|创建|管理|导出|查看|设置|结果|记录|统计|规则|说明|已|未|权/,
  },
  {
    action: 'like',
    core: '点赞|点个赞|赞一下|赞一个|赞|助力|打call|送花|送鲜花|献花|加油|比心|like|dianzan|thumbs-?up',
    before:
      '为(?:他|她|ta|它|你|家乡|我们|作者|英雄)?|给(?:他|她|ta|它|你|作者)?|我也|我|点|向(?:他|她|ta|英雄)',
    after: '支持|ta|他|她|家乡|助力|作者',
    not: /取消|撤销|数|量|榜|记录|排行|赞助|赞美|称赞|获赞|已|被|谁|我的|收到|管理/,
  },
  {
    action: 'share',
    core: '分享|转发|分享链接|复制分享链接|复制链接分享|复制分享|生成(?:分享)?海报|分享海报|邀请好友|推荐给好友|分享给好友|发给好友|转给好友|share|fenxiang|zhuanfa',
    before: '微信|朋友圈|qq|微博|好友|快去|扫码|立刻|继续|保存并',
    after:
      '(?:到|至|给)(?:微信|朋友圈|微信群|工作群|群|群聊|qq|qq空间|微博|好友|同事|钉钉|企业微信|更多)(?:好友|群)?|微信|朋友圈|微信好友|海报|有礼|给好友|本页|此文|文章|本文|课程|到',
    not: /通知|文件|批转|印发|数据|信息|经验|会议|会$|资源|共享|平台|数|量|榜|记录|排行|设置|取消|管理|邮件|公文|已|未|我的|关于|权限|屏幕/,
  },
  {
    action: 'read-confirm',
    core: '我已阅读(?:完毕|完)?|我已(?:认真|仔细)阅读|我已阅|已阅读(?:完毕)?|已阅知?|我已知晓|我已知悉|已知晓|已知悉|知悉|我知晓了|确认已读|确认已阅|确认阅读|阅读确认|已读确认|(?:标|设|置|标记|设置)为?(?:全部|所有)?已读|标记已读|标为已读|设为已读|置为已读|全部(?:标记|标|设|置)?为?已读|(?:所有|一键|批量)(?:标记)?(?:全部)?已读|全部已读|已读|收到|确认收到|回复收到|收到请确认|学习完成|完成学习|确认学习|确认学完|阅读完毕|阅读完成|完成阅读|读完了|已读完|我已学习|我已学完|学完了|我知道了并确认|确认知晓|确认知悉|markasread|markallasread|markread|markallread',
    before: '我|本条|选中|勾选',
    after:
      '并确认|并知晓|并知悉|该通知|本通知|此通知|通知|公告|消息|选中|内容|以上内容|文件|并签收|并返回',
    not: /协议|隐私|条款|政策|须知|声明|未读|人数|人员|名单|统计|记录|详情|列表|率|取消|撤销|查看|《|同意|筛选|状态|时间/,
  },
  {
    action: 'quiz',
    core: '答题|每日一答|每日一题|知识竞赛|知识竞答|交卷|提交试卷|提交答卷|提交答案|提交答题|再答一次|再考一次|重新答题|在线考试|模拟考试|参加考试|进入考试|开始考试|开始测试|开始测验|进入测试|继续考试|参加测试|去考试|考试',
    before:
      '挑战|趣味|专项|双人|四人|每周|竞赛|知识|有奖|闯关|随机|法治|党史|学习|进入|参与|参加|继续|再来|模拟|正式|结业|我要|提前|强制|重新',
    after: '挑战|竞赛|测试|入口|并查看结果|并交卷|闯关',
    not: /报名|成绩|记录|排行|榜|错题|规则|管理|题库|公务员|职称|资格|招录|录用|须知|安排|大纲|结果|证|统计|查询|查看|详情|历史|设置|取消|退出|放弃|卡$|已|我的/,
    opens: /^(?!.*(交卷|提交)).*/,
  },
  {
    action: 'location',
    core: '(?:获取|重新|刷新|更新|上传|上报|采集|提交|点击|开启|标记)(?:当前|我的|现场|实时)?(?:定位|位置|地理位置|经纬度|坐标|gps)(?:信息)?|(?:当前|自动|实时|手动|一键|gps)?定位|(?:上传|上报|提交|记录|开始记录|结束记录)(?:巡查|巡河|巡护|行动|我的)?轨迹|轨迹(?:上报|上传|打点)|(?:开始|结束|暂停|继续|完成)(?:本次)?(?:巡查|巡河|巡林|巡田|巡护|巡检|巡逻|走访|入户)|到达现场|抵达现场|离开现场|locate|locateme|dingwei',
    before: '',
    after: '巡查|巡河|任务|一次',
    not: /地图|导航|首页|分享|管理|查询|回放|查看|历史|设置|电子围栏|网点|机构|附近|取消|记录$|统计|>/,
  },
  {
    action: 'work-log',
    core: '(?:写|填写|填报|补写|补填|录入|新增|新建|添加|提交|发布|上报|上传|保存|报送)(?:今日|今天|本日|本周|本月|每日|我的|工作|民情|驻村|走访|巡查|帮扶|值班|下村|入户|干部|网格|扶贫|党员|学习)*(?:日志|日报|周报|月报|旬报|日记|纪实|工作总结|工作小结|走访记录|巡查记录|帮扶记录|下村记录|工作记录|工作动态|走访日志|小结)|(?:日志|日报|周报|月报|纪实|日记)(?:填写|填报|录入|上报|提交|补填|补写)|日志打卡|日报打卡',
    before: '我的|工作',
    after: '单',
    not: /系统|操作|登录|访问|审计|错误|运行|调度|任务日志|接口|更新日志|版本|日志管理|查看|查询|列表|详情|删除|审批|点评|导出|下载|模板|人民|光明|举报|清除|清空|推送|异常/,
    opens:
      /^(写|填写|填报|补写|补填|录入|新增|新建|添加|日志填|日报填|周报填|月报填|纪实填|日记填)/,
  },
  {
    action: 'download',
    core: '下载|导出|另存为|打包下载|download|export|xiazai|daochu',
    before:
      '附件|文件|模板|模版|表格|文档|报表|材料|资料|原文|正文|数据|清单|结果|课件|样表|导入|excel|word|pdf|zip|选中|当前|本页|所有|查询|免费|本地|证书|打包|图片|视频|批次|证明|回执|公文|通知|明细|台账|报告|花名册|表',
    after:
      '(?:全部|所有|选中|当前|本页|查询|筛选)?(?:附件|文件|模板|模版|导入模板|表格|文档|报表|材料|资料|原文|正文|数据|清单|结果|课件|样表|excel|xlsx?|word|docx?|pdf|csv|zip|wps|图片|照片|视频|证书|证明|回执|台账|明细|报告|汇总表|名单|花名册|记录|全部|所有|选中|当前页|到本地|到excel|为excel|为pdf|为word|此文件|该文件|二维码|海报|表|word版|pdf版|word文档|pdf文件|excel文件|excel表|excel表格|日志|表单|列表|信息)+',
    not: /app|客户端|扫码|安装|手机版|移动端|安卓|android|ios|中心|专区|次数|量|排行|驱动|插件|控件|浏览器|助手|软件|任务|历史|管理|上传下载|设置|进度|失败|取消|说明|二维码下载|统计|导出记录|下载记录|我的/,
  },
];

const COMPILED = RULES.map((rule) => {
  const before = `(?:${COMMON_BEFORE}${rule.before ? `|${rule.before}` : ''})*`;
  const after = `(?:${COMMON_AFTER}${rule.after ? `|${rule.after}` : ''})*`;
  return { ...rule, whole: new RegExp(`^${before}(?:${rule.core})${after}$`, 'u') };
});

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

const GENERIC =
  /^(?:确定|确认|提交|保存|完成|发布|发送|上报|报送|好的?|ok|确认提交|立即提交|保存并提交|提交审核|保存提交|submit|confirm)$/u;

/** Offices pass papers on to colleagues: 转发 there is the work itself. */
const OFFICE_WORK = /办结|流转|批办|拟办|退回|承办|传阅|会签|送审|分发|归档|呈批|转办|交办/;
const STATUTORY = /民主测评|民主评议|选举|表决|换届|推荐人选|业主大会/;

/**
 * The action that pressing the control would be, or undefined where it is none of the ten kinds.
 * It only names the action: whether it was done takes proof.
 */
export function actionOfControl(control: ControlReading): ControlAction | undefined {
  const words = controlWords(control.text);
  // Most presses end here, before anything but the control's own words was looked at.
  if (words.length > LONGEST) return undefined;
  if (words !== '' && !/^\d+$/.test(words) && !GENERIC.test(words) && !matchesRule(words)) {
    return undefined;
  }
  if (control.disabled || control.login) return undefined;
  if (['tab', 'breadcrumb', 'option', 'head', 'content'].includes(control.place)) return undefined;
  const own = words === '' ? undefined : byWords(words, control);
  if (own !== undefined) return own;
  if (words !== '' && GENERIC.test(words)) return byHeading(control);
  // A number alone is the counter of an icon.
  if (words === '' || /^\d+$/.test(control.text.trim())) return byName(control);
  return undefined;
}

function byWords(words: string, control: ControlReading): ControlAction | undefined {
  const rule = matchesRule(words);
  if (rule === undefined || !fits(rule.action, words, control)) return undefined;
  return {
    action: rule.action,
    score: 3,
    opens: rule.opens?.test(words) ?? false,
    many: MANY.test(words),
  };
}

function matchesRule(words: string): (typeof COMPILED)[number] | undefined {
  const plain = strippedOfOwn(words);
  return COMPILED.find(({ whole, not }) => whole.test(words) && !not?.test(plain));
}

/** 已 is a state in 已签到 and part of the phrase in 我已阅读. */
function strippedOfOwn(words: string): string {
  return words.replace(/我?已(阅读|阅知|阅|读|知晓|知悉|学完|学习)/g, '');
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
    case 'like':
      return words !== '赞' || kind !== 'plain' || control.icons.length > 0;
    case 'read-confirm':
      // 已读 | 未读 | 全部 is a filter, 收到 | 发出 one as well.
      return !(
        /^(已读|收到|已阅|全部已读)$/.test(words) &&
        siblings.some((other) => /^(未读|未阅|全部|发出|已发|待阅)/.test(controlWords(other)))
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
  for (const name of control.names) {
    const words = controlWords(name);
    if (words === '' || words.length > LONGEST) continue;
    const named = byWords(words, control);
    if (named !== undefined) return { ...named, score: 2 };
  }
  // A name that says something else outweighs the picture.
  if (control.names.some((name) => /[\u4e00-\u9fff]/.test(name))) return undefined;
  if (control.icons.some((icon) => NOT_ICONS.test(icon))) return undefined;
  for (const [icon, action] of ICONS) {
    if (control.icons.some((name) => icon.test(name))) {
      return { action, score: 2, opens: false, many: false };
    }
  }
  return undefined;
}

function byHeading(control: ControlReading): ControlAction | undefined {
  if (control.place !== 'free' || control.leads) return undefined;
  const [nearest] = control.headings;
  if (nearest === undefined) return undefined;
  const heading = controlWords(nearest);
  const found = HEADINGS.find(([, words, but]) => words.test(heading) && !but?.test(heading));
  return found && { action: found[0], score: 2, opens: false, many: false };
}
