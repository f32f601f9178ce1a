/**
 * The norms that findings refer to, as data: what they demand in our own words, never quoted, with
 * where they were read and how sure that reading is.
 *
 * Scope decides the wording of a finding: a norm written for mobile apps is cited as 参照 on a web
 * page, never as 违反.
 */

/** How a norm binds what a person sees in a desktop browser. */
type NormScope = 'websites' | 'mobile-apps' | 'work-style' | 'websites-and-accounts';

type NormCertainty =
  /** Every copy that was read agrees. */
  | 'agreed'
  /** Read in press copies and legal mirrors; articles by subject, numbers not verified. */
  | 'copies'
  /** Only parts were seen. */
  | 'partial';

/** A text in both languages of the interface. */
interface Bilingual {
  readonly zh_CN: string;
  readonly en: string;
}

/** What a demand is about: findings and cues name it. */
export type NormTopic =
  | 'check-in'
  | 'points'
  | 'ranking'
  | 'online-time'
  | 'forced-install'
  | 'forced-login'
  | 'repeated-filling'
  | 'proof-material'
  | 'engagement'
  | 'assessment-carrier'
  | 'complaint-entry'
  | 'low-use'
  | 'reading'
  | 'stale-home'
  | 'stale-columns'
  | 'blank-columns'
  | 'unreachable'
  | 'interaction'
  | 'below-county'
  | 'documents-and-meetings'
  | 'groups'
  | 'business'
  | 'filing'
  | 'exemption';

export interface NormArticle {
  /** Stable within the norm: findings refer to `measures-2026/check-in`. */
  readonly id: string;
  readonly topics: readonly NormTopic[];
  readonly text: Bilingual;
  /** Number that the norm gives; absent where it gives none. */
  readonly threshold?: string;
}

export interface Norm {
  readonly id: string;
  readonly title: Bilingual;
  /** Document number; absent where none was published. */
  readonly number?: string;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
  readonly date: string;
  readonly issuer: Bilingual;
  readonly scope: NormScope;
  readonly certainty: NormCertainty;
  readonly articles: readonly NormArticle[];
  /** Where it was read, host and path. */
  readonly readIn: readonly string[];
  readonly note?: Bilingual;
}

export const NORMS: readonly Norm[] = [
  {
    id: 'census-2015',
    title: {
      zh_CN: '第一次全国政府网站普查评分表',
      en: 'First national census of government websites',
    },
    date: '2015',
    issuer: { zh_CN: '国务院办公厅', en: 'General Office of the State Council' },
    scope: 'websites',
    certainty: 'partial',
    articles: [
      {
        id: 'origin',
        topics: ['stale-home'],
        text: {
          zh_CN: '首页两周、打不开 5%、空白栏目等数字由此而来；没有日期的信息按未更新计。',
          en: 'The origin of the two weeks, the 5 % and the blank columns; what bears no date counted as not updated.',
        },
      },
    ],
    readIn: ['kunmingchi.com', 'qoohr.com'],
  },
  {
    id: 'guide-2017',
    title: { zh_CN: '政府网站发展指引', en: 'Guide to the development of government websites' },
    number: '国办发〔2017〕47号',
    date: '2017',
    issuer: { zh_CN: '国务院办公厅', en: 'General Office of the State Council' },
    scope: 'websites',
    certainty: 'copies',
    articles: [
      {
        id: 'names',
        topics: ['below-county'],
        text: {
          zh_CN: '政府网站使用 .gov.cn 域名；乡镇和县级部门原则上不单独建站。',
          en: 'Government websites use .gov.cn; townships and county departments normally have no site of their own.',
        },
      },
    ],
    readIn: ['zbkhosd.cn/xinnews/jianzhan/39117', 'echinagov.com/policyInterpretation/48570'],
  },
  {
    id: 'indicators-2019',
    title: {
      zh_CN: '政府网站与政务新媒体检查指标',
      en: 'Indicators for the inspection of government websites and official accounts',
    },
    number: '国办秘函〔2019〕19号',
    date: '2019',
    issuer: {
      zh_CN: '国务院办公厅秘书局',
      en: 'Secretariat of the General Office of the State Council',
    },
    scope: 'websites-and-accounts',
    certainty: 'partial',
    articles: [
      {
        id: 'unreachable',
        topics: ['unreachable'],
        threshold: '1 周内每天间隔性访问 20 次以上，超过 15 秒打不开的次数占比 ≥ 5%',
        text: {
          zh_CN: '监测一周，每天间隔访问 20 次以上，15 秒仍打不开的占 5% 以上，单项否决。',
          en: 'Watched for a week with 20 or more visits a day: not open within 15 s in 5 % or more of them fails the site.',
        },
      },
      {
        id: 'stale-home',
        topics: ['stale-home'],
        threshold: '2 周',
        text: {
          zh_CN: '首页两周没有更新，单项否决；首页只作导航的，看全部二级页面。',
          en: 'A home page without an update for two weeks fails the site; where it only leads on, all second-level pages count.',
        },
      },
      {
        id: 'stale-columns-short',
        topics: ['stale-columns'],
        threshold: '动态、要闻类 2 周，通知公告、政策文件类 6 个月，合计 ≥ 5 个',
        text: {
          zh_CN:
            '动态要闻类栏目两周、通知公告和政策文件类一级栏目六个月未更新，合计五个以上，单项否决。',
          en: 'News columns stale for two weeks and first-level notice or policy columns stale for six months, five or more together, fail the site.',
        },
      },
      {
        id: 'stale-columns-total',
        topics: ['stale-columns'],
        threshold: '≥ 10 个',
        text: {
          zh_CN: '应更新而未更新的栏目合计十个以上，单项否决。',
          en: 'Ten or more columns that should have been updated fail the site.',
        },
      },
      {
        id: 'blank-columns',
        topics: ['blank-columns'],
        threshold: '≥ 5 个',
        text: {
          zh_CN: '开设后从未有过内容的一、二级栏目五个以上，单项否决。',
          en: 'Five or more first- or second-level columns that never held anything fail the site.',
        },
      },
      {
        id: 'interaction',
        topics: ['interaction'],
        threshold: '3 个月',
        text: {
          zh_CN: '没有有效的咨询渠道，或一年内有效留言超过三个月未答复，单项否决。',
          en: 'No working way to ask, or a valid message of the past year left unanswered for over three months, fails the site.',
        },
      },
      {
        id: 'account-stale',
        topics: ['stale-home'],
        threshold: '2 周',
        text: {
          zh_CN: '政务新媒体两周没有更新，不合格。',
          en: 'An official account without an update for two weeks fails.',
        },
      },
    ],
    readIn: ['shzxl.org.cn/show-150200.html', 'reconnectchina.univie.ac.at', 'kunmingchi.com'],
    note: {
      zh_CN: '否决项见于县级检查表和 2015 年普查评分表，数字一致；评分表只见到一部分。',
      en: 'The veto items were seen in a county check table and in the 2015 census table with the same figures; of the scoring table only a part.',
    },
  },
  {
    id: 'opinion-2023',
    title: {
      zh_CN: '关于防治“指尖上的形式主义”的若干意见',
      en: 'Opinion on preventing “formalism at the fingertips”',
    },
    date: '2023-12-18',
    issuer: {
      zh_CN: '中央网络安全和信息化委员会',
      en: 'Central Cyberspace Affairs Commission',
    },
    scope: 'mobile-apps',
    certainty: 'copies',
    articles: [
      {
        id: 'check-in',
        topics: ['check-in', 'points', 'ranking', 'online-time'],
        text: {
          zh_CN: '不得强制使用打卡签到、积分排名、在线时长统计等功能。',
          en: 'Check-ins, ranking by points and counting of time online must not be forced.',
        },
      },
      {
        id: 'install',
        topics: ['forced-install', 'forced-login'],
        text: {
          zh_CN: '不得强制推广下载、限定或通报安装使用率、强制定期登录。',
          en: 'No forced downloads, no limits on or circulars about rates of installation or use, no forced regular login.',
        },
      },
      {
        id: 'groups',
        topics: ['groups', 'check-in'],
        text: {
          zh_CN: '工作群不得接龙打卡、要求即时回复。',
          en: 'In work groups no chains of check-ins and no duty to answer at once.',
        },
      },
      {
        id: 'proof',
        topics: ['proof-material'],
        text: {
          zh_CN: '不得要求上传不必要的截图、视频。',
          en: 'Unnecessary screenshots and videos must not be demanded.',
        },
      },
      {
        id: 'engagement',
        topics: ['engagement', 'assessment-carrier'],
        text: {
          zh_CN: '不得把点赞、转发、评论等作为考核依据。',
          en: 'Likes, forwards and comments must not be a basis of assessment.',
        },
      },
      {
        id: 'one-table',
        topics: ['repeated-filling'],
        text: {
          zh_CN: '同一事项、同一数据不得多头填报、重复索要，应通过一张表、一个平台采集。',
          en: 'The same matter or figure must not be asked for by many or again; it is to be collected once, by one table or platform.',
        },
      },
      {
        id: 'complaint-entry',
        topics: ['complaint-entry', 'low-use'],
        text: {
          zh_CN: '应有投诉建议渠道，定期清理使用率低、功能相近的应用。',
          en: 'There must be a way to complain; tools of low use or similar function are to be cleared out regularly.',
        },
      },
      {
        id: 'exemption',
        topics: ['exemption'],
        text: {
          zh_CN: '安保、应急等特殊场景除外。',
          en: 'Security and emergency scenes are exempt.',
        },
      },
    ],
    readIn: [
      'news.shi-fen.com/china/202401/50-1558093.html',
      'fx361.cc/page/2024/0111/23155380.shtml',
      'yihaowenku.com/doc/22950.html',
    ],
  },
  {
    id: 'calls-2024',
    title: {
      zh_CN: '各地征集“指尖上的形式主义”问题线索的公告',
      en: 'Local calls for clues on “formalism at the fingertips”',
    },
    date: '2024',
    issuer: { zh_CN: '陕西、云南、贵州遵义等地', en: 'Shaanxi, Yunnan, Zunyi and others' },
    scope: 'work-style',
    certainty: 'copies',
    articles: [
      {
        id: 'types',
        topics: ['complaint-entry'],
        text: {
          zh_CN:
            '可以反映的情形各地归为三至九类，大致为强制使用、过度留痕、滥用排名、多头填报、空壳僵尸；情况反映单按此分类。',
          en: 'What can be reported falls into three to nine kinds: forced use, excessive traces, abuse of ranking, repeated reporting, empty and zombie platforms; report sheets follow them.',
        },
      },
    ],
    readIn: ['shaanxijubao.cn/notice/zxnotice14.html', 'puerw.cn/content/202405/21/c360266.html'],
  },
  {
    id: 'rules-2024',
    title: {
      zh_CN: '整治形式主义为基层减负若干规定',
      en: 'Rules on curbing formalism and easing the burden of the grassroots',
    },
    date: '2024-08-06',
    issuer: {
      zh_CN: '中共中央办公厅、国务院办公厅',
      en: 'General Offices of the Central Committee and of the State Council',
    },
    scope: 'work-style',
    certainty: 'copies',
    articles: [
      {
        id: 'apps',
        topics: ['check-in', 'points', 'ranking'],
        text: {
          zh_CN:
            '政务应用程序不得强制打卡签到、积分排名；一个中央部门面向基层的应用原则上不超过一个。',
          en: 'Government apps must not force check-ins or ranking by points; a central department has at most one app for the grassroots.',
        },
      },
      {
        id: 'once',
        topics: ['repeated-filling'],
        text: {
          zh_CN: '报表通过省级平台统筹，同一材料最多报一次；填报功能原则上不延伸到县级以下。',
          en: 'Reports go through the provincial platform and the same material is reported once at most; form filling does not normally reach below the county.',
        },
      },
      {
        id: 'traces',
        topics: ['proof-material', 'assessment-carrier'],
        text: {
          zh_CN: '不得以开会次数、照片留痕、学习笔记等评价工作。',
          en: 'Work is not judged by the number of meetings, photographs, traces or study notes.',
        },
      },
      {
        id: 'documents',
        topics: ['documents-and-meetings'],
        threshold: '一般文件 ≤ 5000 字，向中央的专项报告 ≤ 4000 字，主要讲话 ≤ 1 小时',
        text: {
          zh_CN: '文件数量只减不增，控制篇幅；系统性会议每年不超过一次，控制讲话时间。',
          en: 'Documents may only become fewer and are limited in length; at most one system-wide meeting a year, with a limit on the main speech.',
        },
      },
    ],
    readIn: [
      'm.iguohe.com/news/xinwen/2025-09-04/83606.html',
      '66laws.com/fagui/22359.html',
      'gdmsci.cn/blog/wJZOErQtP2ef.html',
    ],
    note: {
      zh_CN: '2024 年 7 月 30 日审议通过，8 月 6 日印发，2025 年 8 月 6 日由新华社公开。',
      en: 'Approved on 30 July 2024, issued on 6 August, made public by Xinhua on 6 August 2025.',
    },
  },
  {
    id: 'measures-2026',
    title: {
      zh_CN: '政务移动互联网应用程序规范化管理办法',
      en: 'Measures on the orderly management of government mobile applications',
    },
    number: '国办函〔2026〕12号',
    date: '2026-01-25',
    issuer: { zh_CN: '国务院办公厅', en: 'General Office of the State Council' },
    scope: 'mobile-apps',
    certainty: 'copies',
    articles: [
      {
        id: 'repeated-filling',
        topics: ['repeated-filling'],
        text: {
          zh_CN: '不得随意或重复要求填表、报数、交材料。',
          en: 'No arbitrary or repeated demands for forms, figures or materials.',
        },
      },
      {
        id: 'check-in',
        topics: ['check-in', 'points', 'ranking', 'online-time'],
        text: {
          zh_CN: '除安保、应急等场景外，不得强制打卡签到、积分排名、统计在线时长。',
          en: 'Outside security and emergency scenes no forced check-ins, ranking by points or counting of time online.',
        },
      },
      {
        id: 'promotion',
        topics: ['forced-install', 'forced-login'],
        text: {
          zh_CN: '不得强制推广、考核或通报安装使用率、强制定期登录。',
          en: 'No forced promotion, no assessing or circulating of rates of installation or use, no forced regular login.',
        },
      },
      {
        id: 'assessment',
        topics: ['assessment-carrier', 'engagement', 'reading', 'proof-material'],
        text: {
          zh_CN:
            '不得作为日常考核、线上督查的主要载体，不得以点赞、投票、转发、学习时长作为考核依据，非必要不得强制上传工作照片、视频、轨迹。',
          en: 'Not the main carrier of daily assessment or online inspection; likes, votes, forwards and study time are no basis of assessment; no unnecessary forced upload of work photographs, videos or tracks.',
        },
      },
      {
        id: 'below-county',
        topics: ['below-county', 'low-use'],
        text: {
          zh_CN: '县级以下原则上不建；使用率低的限期关停，功能相近的合并。',
          en: 'Below the county none is built in principle; those of low use are closed by a deadline, similar ones merged.',
        },
      },
      {
        id: 'complaint-entry',
        topics: ['complaint-entry'],
        text: {
          zh_CN: '应当提供投诉建议功能。',
          en: 'A way to complain and to suggest must be offered.',
        },
      },
      {
        id: 'business',
        topics: ['business'],
        text: { zh_CN: '不得用于经营性活动。', en: 'No business use.' },
      },
      {
        id: 'filing',
        topics: ['filing'],
        threshold: '6 个月',
        text: {
          zh_CN: '已有应用六个月内备案；抽查不合格的撤销备案，停拨建设和运维经费。',
          en: 'Existing apps are to be filed within six months; those that fail an inspection lose the filing and their money.',
        },
      },
    ],
    readIn: [
      'blog.lgjyuntun.com/article/4193856.shtml',
      'reportify.cn/news/1214119718902960128',
      'web.softunis.com/2360.html',
    ],
    note: {
      zh_CN: '适用于内部办公、管理、学习用的移动应用、小程序、快应用；条款序号未核实。',
      en: 'For mobile apps, mini-programs and the like used inside government; article numbers were not verified.',
    },
  },
];

const BY_ID = new Map(NORMS.map((norm) => [norm.id, norm]));

/** A norm by its id; undefined where there is none. */
export function normById(id: string): Norm | undefined {
  return BY_ID.get(id);
}

/** The article that a reference `measures-2026/check-in` names, with its norm. */
export function normArticle(
  reference: string,
): { readonly norm: Norm; readonly article: NormArticle } | undefined {
  const [id = '', articleId] = reference.split('/');
  const norm = BY_ID.get(id);
  const article = norm?.articles.find((one) => one.id === articleId);
  return norm === undefined || article === undefined ? undefined : { norm, article };
}

/** References of all articles that speak of a topic, oldest norm first. */
export function articlesOn(topic: NormTopic): readonly string[] {
  return NORMS.flatMap((norm) =>
    norm.articles
      .filter(({ topics }) => topics.includes(topic))
      .map((article) => `${norm.id}/${article.id}`),
  );
}

/**
 * How a finding on a desktop web page may cite a norm: `applies` where it was written for websites or
 * for the way of working, `by-analogy` (参照) where it was written for mobile apps.
 */
export function citation(norm: Norm): 'applies' | 'by-analogy' {
  return norm.scope === 'mobile-apps' ? 'by-analogy' : 'applies';
}
