import type { ColumnType, CueKind } from '../../../utils/domain/observation';

const COLUMN_WORDS: readonly (readonly [ColumnType, RegExp])[] = [
  ['archive', /专题专栏|历史专题|专题回顾|往期|旧版|归档|历史|回顾|专题/],
  ['interaction', /信箱|咨询|留言|征集|访谈|信件|互动|写信|回复选登|投诉|调查/],
  ['notice', /公告|通知|公示|通告/],
  ['policy', /政策|法规|规范性文件|文件|解读|条例/],
  ['plan', /规划|计划|人事|财政|预决算|预算|决算|统计|招标|采购/],
  ['news', /动态|要闻|新闻|关注|进展|快讯|资讯|时政|头条|播报/],
];

export function columnType(title: string): ColumnType | 'unknown' {
  return COLUMN_WORDS.find(([, words]) => words.test(title))?.[0] ?? 'unknown';
}

const BLANK =
  /暂无(数据|内容|信息|相关|记录|公告|通知|文章|资料|文件|更新|新闻|动态|消息)?|没有(数据|内容|信息|找到|相关)|无数据|内容为空|尚无内容|no ?data|暂时没有|空空如也|还没有内容|建设中|敬请期待|即将上线|整理中/i;

export function isBlankText(text: string): boolean {
  return BLANK.test(text);
}

export function isSearchText(text: string): boolean {
  return /搜索|检索|查询|查找|结果|筛选|关键字|关键词|条件|待办|登录/.test(text);
}

type State = 'normal' | 'under-construction' | 'closed' | 'error' | 'maintenance';

const STATES: readonly (readonly [State, RegExp, RegExp?])[] = [
  [
    'closed',
    /(网站|本站|本网站|平台|系统|本平台|本系统|本栏目|服务|账号|应用)[^。，,]{0,12}(已(经)?(正式)?(关闭|关停|停止(服务|更新|运行|使用|运营)|停用|下线|注销|迁移|整合|并入|归并))|已(迁移|整合|归并|并入|搬迁)(至|到)|永久(关闭|下线)|停止(服务|运行|更新|运营)(公告|通知)|关停(公告|通知)/,
  ],
  [
    'maintenance',
    /(系统|网站|平台|服务器?|本站|页面)[^。，,]{0,8}(维护|升级|检修)(中|公告|通知|，|。|,|$)|(正在|停机|例行|临时|升级)(进行)?(系统)?(维护|升级|检修)|维护中|升级改造中|暂停服务|临时关闭|under maintenance/i,
  ],
  [
    'under-construction',
    /(栏目|网站|页面|功能|模块|内容|系统|平台|正在)?(建设|开发|制作|筹建)中(?!国|心|的|华|部|学)|敬请期待|即将(上线|开通|推出)|(功能|栏目)?暂未(开通|开放|上线)|coming soon|under construction/i,
    /(项目|工程|设施|道路|园区|乡村|城市|文明|高质量发展)[^。]{0,4}建设中/,
  ],
  [
    'error',
    /(^|\D)(404|403|500|502|503|504)($|\D)(?!强|号|米|元|人|户|余|多|亩|强企业)|页面不存在|页面未找到|找不到(该|您|你)?[^。]{0,10}(页面|网页|文件)|您?(要)?访问的(页面|内容|地址|栏目|网页)(不存在|已删除|已被删除|无效|出错)|无法访问(此|该)?(网站|页面)?|not found|bad gateway|service unavailable|gateway time-?out|internal server error|forbidden|服务器(内部)?(错误|异常)|系统(异常|错误|繁忙)|服务(异常|不可用)|网络异常|(请求|连接|访问|响应)超时|访问出错|地址无效|栏目不存在|无权限访问|没有(访问)?权限|出错(了|啦)|加载失败|请求失败|HTTP Status|网站防火墙|访问被(拒绝|拦截)/i,
  ],
];

export function stateOfText(text: string, headings: readonly string[]): State {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
  for (const [state, words, but] of STATES) {
    if (!words.test(plain)) continue;
    if (but?.test(plain)) continue;
    // A bare number is an error code only where it stands out: 404 in a sentence is a number.
    if (state === 'error' && !words.test(headings.join(' ')) && plain.length > 200) continue;
    return state;
  }
  return 'normal';
}

export function isStudyText(text: string): boolean {
  return /学时|在线学习|课程(学习|播放|中心|详情)|学习(进度|时长|中心)|网络学院|必修课|选修课|正在学习|视频学习/.test(
    text,
  );
}

export function isAssessmentText(text: string): boolean {
  return (
    /排行榜|排名|龙虎榜|红黑榜|光荣榜|后进名单|通报|晾晒|赛马|考核(得分|结果|情况|成绩)|考评|评比|完成率/.test(
      text,
    ) && !/(点击|热门|下载|搜索|阅读|新闻|访问)排行/.test(text)
  );
}

export function publishedText(text: string): boolean {
  return (
    /(发布|发文|更新|公开|发表)(时间|日期)|来源\s*[:：]|浏览(次数|量)|阅读(次数|量)|作者\s*[:：]/.test(
      text,
    ) && /20\d{2}/.test(text)
  );
}

const CUES: readonly (readonly [CueKind, RegExp, RegExp?])[] = [
  [
    'quota',
    /任务(数|指标)|目标数|指标任务|每(月|周|日|天|季|年)(至少|不少于|不低于|须|需|必须).{0,10}\d+|应完成|未达标|应(学尽学|填尽填|报尽报|装尽装)|(至少|不少于|不低于)\s*\d+\s*(次|条|篇|户|张|学时|积分)/,
    /GDP|同比/,
  ],
  [
    'ranking',
    /排行榜|(积分|学习|单位|个人|考核|月度|我的)?排名|龙虎榜|红黑榜|后进名单|排名靠后|倒数|末位|通报(表扬|批评)|晾晒|第\s*\d+\s*名/,
    /(点击|热门|下载|搜索|阅读|新闻|访问|空气质量|高考|赛事)排(行|名)/,
  ],
  [
    'deadline',
    /(今日|今天|下班|中午)[^，。]{0,4}前|立即上报|逾期(未|不)报|(请|务必)(于|在)?.{0,14}前(报送|上报|反馈|填报|提交|完成|打卡)|限时|急件|特急|(剩余|还剩)\s*\d+\s*(天|小时|分钟)/,
  ],
  [
    'points',
    /(我的|今日|累计|获得|党员|学习|强国)积分|积分(明细|规则|兑换|榜)|[+＋]\s*\d+\s*(积)?分|积分\s*[:：]\s*\d+/,
    /积分(入学|落户)|医保积分/,
  ],
  [
    'frequency',
    /每(日|天|周|旬|月|季|半年|年)(一)?(报|次|调度|更新)|(日|周|旬|月|季)报制|零报告|[一两二三]\s*[日周月]\s*一\s*(报|调度|通报)|连续(签到|打卡)\s*\d+\s*天/,
  ],
];

export function cuesOfText(text: string): readonly CueKind[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return CUES.filter(([, words, but]) => words.test(plain) && !but?.test(plain)).map(
    ([cue]) => cue,
  );
}

/** Security and emergency scenes, which every norm exempts. */
export function isExemptText(text: string): boolean {
  return /值班|值守|应急|防汛|抗旱|防台|森林防火|防灭火|地震|疫情防控|安保|重大活动保障|\b1(10|19|20)\b|消防|救援|抢险/.test(
    text,
  );
}
