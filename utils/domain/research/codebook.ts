/**
 * The codebook of the research package: every table and column, once. Table schema, JSON Schema, the
 * readable codebooks in both languages and METRICS.md are made from it, and the rows are checked
 * against it.
 */

export interface ResearchColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly zh: string;
  readonly en: string;
  readonly unit?: 's' | 'ms' | 'share';
  readonly least?: number;
  readonly most?: number;
  readonly values?: readonly string[];
  readonly pattern?: string;
  /** May be missing, and then means what {@link MISSING} says. */
  readonly optional?: true;
  /** Version of the program that first had it. */
  readonly since: string;
}

export interface ResearchTable {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly key: readonly string[];
  readonly columns: readonly ResearchColumn[];
  /** Only with a consent of its own: it tells hours of the day. */
  readonly timeOfDay?: true;
}

export const MISSING = {
  zh: '空值：没有观察到，不等于零。',
  en: 'Empty: not observed; it is not zero.',
} as const;

type Kind = 'id' | 'week' | 'count' | 'seconds' | 'milliseconds' | 'share' | 'yes' | 'word';

const KINDS: Readonly<Record<Kind, Omit<ResearchColumn, 'name' | 'zh' | 'en' | 'since'>>> = {
  id: { type: 'string', pattern: '^[a-z]?[0-9a-f]{8,32}$' },
  week: { type: 'string', pattern: '^[0-9]{4}-W[0-9]{2}$' },
  count: { type: 'integer', least: 0 },
  seconds: { type: 'integer', unit: 's', least: 0 },
  milliseconds: { type: 'integer', unit: 'ms', least: 0 },
  share: { type: 'number', unit: 'share', least: 0, most: 1 },
  yes: { type: 'boolean' },
  word: { type: 'string', pattern: '^[a-z0-9_.@-]+$' },
};

function column(
  name: string,
  kind: Kind,
  zh: string,
  en: string,
  more: Partial<ResearchColumn> = {},
): ResearchColumn {
  return { name, ...KINDS[kind], zh, en, since: '0.1.0', ...more };
}

const OPTIONAL = { optional: true } as const;
const STUDY = column('study', 'id', '本研究内的本人代号', 'Token of the person in this study');
const WEEK = column(
  'week',
  'week',
  'ISO 周，北京时间周一零时起',
  'ISO week, from Monday 00:00 in the week’s zone',
);
const PLATFORM = column(
  'platform',
  'id',
  '平台代号（仅本研究内有效）',
  'Code of the platform, of this study only',
);
const BASE = [STUDY, WEEK] as const;
const STAY = column('stay', 'count', '停留序号', 'Number of the stay');

/** A middle estimate with its bounds. */
function bracket(name: string, zh: string, en: string): readonly ResearchColumn[] {
  return [
    column(`${name}_s_low`, 'seconds', `${zh}，下限`, `${en}, lower bound`),
    column(`${name}_s`, 'seconds', zh, en),
    column(`${name}_s_high`, 'seconds', `${zh}，上限`, `${en}, upper bound`),
  ];
}

export const RESEARCH_TABLES: readonly ResearchTable[] = [
  {
    name: 'weeks',
    zh: '每周一行',
    en: 'One row per week',
    key: ['study', 'week'],
    columns: [
      ...BASE,
      column('coverage', 'share', '本浏览器记录率', 'Coverage of this browser', OPTIONAL),
      column('state', 'word', '状态', 'State', { values: ['running', 'incomplete', 'complete'] }),
      column('build_up', 'yes', '积累期（不作比较）', 'Build-up period, not to be compared'),
      column(
        'details',
        'yes',
        '有明细（否：只余周合计）',
        'Details are there; else only weekly sums',
      ),
      column('platforms', 'count', '使用平台数', 'Platforms used'),
      column('confirmed_s', 'seconds', '确证时间', 'Confirmed time'),
      column('recovered_s', 'seconds', '恢复时间', 'Recovered time'),
      column('capped_s', 'seconds', '截断时间', 'Capped time'),
      column('comparable', 'count', '可比录入项', 'Comparable entered fields'),
      column('reentered', 'count', '重复录入项', 'Re-entered fields'),
      column('fixed', 'count', '固定信息项', 'Fields of fixed information'),
      ...bracket('reentry', '重复录入用时', 'Re-entry time'),
      column('duplicate_submissions', 'count', '整单重复填报', 'Duplicate submissions'),
      column('unchanged', 'count', '原样再报', 'Unchanged resubmissions'),
      column('refused', 'count', '被拒提交', 'Refused submissions'),
      ...bracket('retry', '退改用时', 'Retry time'),
      column('prefill_rate', 'share', '预填率', 'Prefill rate', OPTIONAL),
      column('uploads', 'count', '上传', 'Uploads'),
      column('repeated_across', 'count', '跨平台重复上传', 'Uploads repeated across platforms'),
      column('repeated_on', 'count', '同平台重复上传', 'Uploads repeated on a platform'),
      column('actions', 'count', '留痕操作', 'Trace-leaving actions'),
      column('action_attempts', 'count', '未确认的留痕操作', 'Attempts at such actions'),
      column('forced_s', 'seconds', '强制停留', 'Forced waiting before a confirmation'),
      column('logins', 'count', '登录', 'Logins'),
      column('login_s', 'seconds', '登录用时', 'Login time'),
      column('relogins', 'count', '重新登录', 'Logins again within a visit'),
      column('captcha_s', 'seconds', '验证码用时', 'Time at captchas'),
    ],
  },
  {
    name: 'times',
    zh: '每周、平台、停顿上限一行',
    en: 'One row per week, platform and pause limit',
    key: ['study', 'week', 'platform', 'theta_s'],
    columns: [
      ...BASE,
      PLATFORM,
      column('theta_s', 'seconds', '停顿上限 θ', 'Pause limit θ', { least: 30, most: 300 }),
      column('input_s', 'seconds', '操作，下限（有输入的 5 秒段）', 'Working, lower bound'),
      column('working_s', 'seconds', '操作', 'Working'),
      column('front_s', 'seconds', '操作，上限（前台）', 'Working, upper bound: in front'),
      column('playing_s', 'seconds', '视频播放', 'Playing'),
      column('idle_s', 'seconds', '页面打开未操作', 'Idle in front'),
      column('beside_s', 'seconds', '旁屏打开（上限）', 'Beside, an upper bound'),
      column('waiting_s', 'seconds', '等待系统', 'Waiting for the system'),
    ],
  },
  {
    name: 'stays',
    zh: '每次停留一行，按长短排列，不含日期时刻；各项用时可据此复算',
    en: 'One row per stay, longest first, without days or hours: the times follow from it',
    key: ['study', 'week', 'stay'],
    columns: [
      ...BASE,
      STAY,
      PLATFORM,
      column('place', 'word', '位置：前台、旁屏', 'Place', { values: ['front', 'beside'] }),
      column('certainty', 'word', '可靠程度', 'Certainty', {
        values: ['confirmed', 'recovered', 'capped'],
      }),
      column('length_ms', 'milliseconds', '时长', 'Length'),
      column('input_ms', 'milliseconds', '有输入的 5 秒段', '5-second windows with input'),
      column('playing_ms', 'milliseconds', '视频播放', 'Media advancing'),
      column('waiting_ms', 'milliseconds', '等待系统', 'Waiting for the system'),
    ],
  },
  {
    name: 'pauses',
    zh: '停留中的停顿（15 秒以上）',
    en: 'Pauses of at least 15 s within the stays',
    key: ['study', 'week', 'stay', 'pause'],
    columns: [
      ...BASE,
      STAY,
      column('pause', 'count', '停顿序号，由长到短', 'Number of the pause, longest first'),
      column('whole_ms', 'milliseconds', '整段停顿（与 θ 相比）', 'The whole, compared with θ'),
      column('length_ms', 'milliseconds', '其中在本次停留内', 'The part within the stay'),
      column('playing_ms', 'milliseconds', '其中视频播放', 'Media advancing in it'),
    ],
  },
  {
    name: 'platforms',
    zh: '每周、平台一行',
    en: 'One row per week and platform',
    key: ['study', 'week', 'platform'],
    columns: [
      ...BASE,
      PLATFORM,
      column('category', 'word', '类别', 'Category'),
      column('visits', 'count', '访问', 'Visits'),
      column('submissions', 'count', '提交', 'Submissions'),
      column(
        'attempts',
        'count',
        '未确认的提交（不计入提交）',
        'Attempts, not among the submissions',
      ),
      column('drafts', 'count', '草稿', 'Drafts'),
      column('rework', 'count', '退回重报', 'Rework'),
      column('entered', 'count', '录入项', 'Entered fields'),
      column('prefilled', 'count', '带出项', 'Prefilled fields'),
      column('reentered', 'count', '重复录入项', 'Re-entered fields'),
      ...bracket('reentry', '重复录入用时', 'Re-entry time'),
      column('uploads', 'count', '上传', 'Uploads'),
      column('action_attempts', 'count', '未确认的留痕操作', 'Attempts at actions'),
    ],
  },
  {
    name: 'actions',
    zh: '每周、平台、留痕种类一行',
    en: 'One row per week, platform and kind of trace',
    key: ['study', 'week', 'platform', 'kind'],
    columns: [
      ...BASE,
      PLATFORM,
      column('kind', 'word', '种类', 'Kind'),
      column('done', 'count', '次数（有证据）', 'Times, with proof'),
    ],
  },
  {
    name: 'overlaps',
    zh: '同一内容先后填在两个平台',
    en: 'The same content typed on two platforms',
    key: ['study', 'week', 'platform', 'earlier'],
    columns: [
      ...BASE,
      PLATFORM,
      { ...PLATFORM, name: 'earlier', zh: '先填的平台', en: 'The platform that had it before' },
      column('fields', 'count', '重复录入项', 'Re-entered fields'),
      column('reentry_s', 'seconds', '重复录入用时', 'Re-entry time'),
    ],
  },
  {
    name: 'forms',
    zh: '每周、表单一行',
    en: 'One row per week and form',
    key: ['study', 'week', 'platform', 'form'],
    columns: [
      ...BASE,
      PLATFORM,
      column('form', 'id', '表单代号', 'Code of the form'),
      column('fields', 'count', '数据项', 'Fields that it demands'),
      column('submissions', 'count', '提交', 'Submissions'),
      column('attempts', 'count', '未确认的提交', 'Attempts'),
      column('filling_s', 'seconds', '填写用时', 'Filling time'),
      column('entered', 'count', '录入项', 'Entered fields'),
      column('prefilled', 'count', '带出项', 'Prefilled fields'),
    ],
  },
  {
    name: 'form_fields',
    zh: '表单要求的数据项',
    en: 'The data items that a form demands',
    key: ['study', 'platform', 'form', 'concept'],
    columns: [
      STUDY,
      PLATFORM,
      column('form', 'id', '表单代号', 'Code of the form'),
      column(
        'concept',
        'word',
        '数据项（field-concepts.json）',
        'Data item of field-concepts.json',
      ),
      column('fields', 'count', '字段数', 'Fields that ask for it'),
    ],
  },
  {
    name: 'findings',
    zh: '疑似问题',
    en: 'Findings',
    key: ['study', 'week', 'platform', 'rule'],
    columns: [
      ...BASE,
      PLATFORM,
      column('rule', 'word', '规则', 'Rule'),
      column('rule_version', 'count', '规则版本', 'Version of the rule'),
      column('grade', 'word', '等级', 'Grade', { values: ['A', 'B', 'C'], pattern: '^[ABC]$' }),
      column('status', 'word', '状态', 'Status', {
        values: ['suspected', 'observed', 'confirmed'],
      }),
      column('n', 'count', '依据条数', 'Observations behind it'),
    ],
  },
  {
    name: 'answers',
    zh: '抽样核对：本人对抽中记录的判断',
    en: 'What the person said of sampled records',
    key: ['study', 'week', 'kind'],
    columns: [
      ...BASE,
      column('kind', 'word', '记录种类', 'Kind of record', {
        values: ['submission', 'attempt', 'action', 'upload'],
      }),
      column('right', 'count', '对', 'Right'),
      column('wrong', 'count', '错', 'Wrong'),
      column('unsure', 'count', '说不清', 'Cannot say'),
    ],
  },
  {
    name: 'hours',
    zh: '星期与时刻（须另行同意）',
    en: 'Weekday and hour, only with a consent of its own',
    key: ['study', 'week', 'weekday', 'hour'],
    timeOfDay: true,
    columns: [
      ...BASE,
      column('weekday', 'count', '星期，1 为周一', 'Weekday, Monday is 1', { least: 1, most: 7 }),
      column('hour', 'count', '时', 'Hour', { most: 23 }),
      column('working_s', 'seconds', '操作', 'Working'),
    ],
  },
];
