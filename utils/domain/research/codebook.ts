/**
 * The codebook of the research package: every table and column, once. Table schema, JSON Schema, the
 * readable codebooks in both languages and METRICS.md are made from it, and the rows are checked
 * against it.
 */

import type { Message } from '../../i18n/message';

export interface ResearchColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly title: Message;
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
  readonly title: Message;
  readonly key: readonly string[];
  readonly columns: readonly ResearchColumn[];
  /** Only with a consent of its own: it tells hours of the day. */
  readonly timeOfDay?: true;
}

export const MISSING = {
  zh_CN: '空值：没有观察到，不等于零。',
  en: 'Empty: not observed; it is not zero.',
} as const satisfies Message;

type Kind = 'id' | 'week' | 'count' | 'seconds' | 'milliseconds' | 'share' | 'yes' | 'word';

const KINDS: Readonly<Record<Kind, Omit<ResearchColumn, 'name' | 'title' | 'since'>>> = {
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
  title: Message,
  more: Partial<ResearchColumn> = {},
): ResearchColumn {
  return { name, ...KINDS[kind], title, since: '0.1.0', ...more };
}

const OPTIONAL = { optional: true } as const;
const STUDY = column('study', 'id', {
  zh_CN: '本研究内的本人代号',
  en: 'Token of the person in this study',
});
const WEEK = column('week', 'week', {
  zh_CN: 'ISO 周，所设时区周一零时起',
  en: 'ISO week, from Monday 00:00 in the week’s zone',
});
const PLATFORM = column('platform', 'id', {
  zh_CN: '平台代号（仅本研究内有效）',
  en: 'Code of the platform, of this study only',
});
const BASE = [STUDY, WEEK] as const;
const STAY = column('stay', 'count', { zh_CN: '停留序号', en: 'Number of the stay' });

/** A middle estimate with its bounds. */
function bracket(
  name: string,
  title: Message,
  kind: 'seconds' | 'milliseconds' = 'seconds',
): readonly ResearchColumn[] {
  const { zh_CN: zh, en } = title;
  const unit = KINDS[kind].unit;
  return [
    column(`${name}_${unit}_low`, kind, { zh_CN: `${zh}，下限`, en: `${en}, lower bound` }),
    column(`${name}_${unit}`, kind, title),
    column(`${name}_${unit}_high`, kind, { zh_CN: `${zh}，上限`, en: `${en}, upper bound` }),
  ];
}

const REENTRY: Message = { zh_CN: '重复录入用时', en: 'Re-entry time' };
const RECORD = column('record', 'count', {
  zh_CN: '记录序号（与先后无关）',
  en: 'Number of the record, not in order of time',
});
const FORM = column('form', 'id', { zh_CN: '表单代号', en: 'Code of the form' });
const EARLIER: ResearchColumn = {
  ...PLATFORM,
  name: 'earlier',
  title: { zh_CN: '先填的平台', en: 'The platform that had it before' },
};
const TRACE = column('kind', 'word', { zh_CN: '种类', en: 'Kind' });
const SUBMISSIONS = column('submissions', 'count', { zh_CN: '提交', en: 'Submissions' });
const ENTERED = column('entered', 'count', { zh_CN: '录入项', en: 'Entered fields' });
const PREFILLED = column('prefilled', 'count', { zh_CN: '带出项', en: 'Prefilled fields' });
const COMPARABLE = column('comparable', 'count', {
  zh_CN: '可比录入项',
  en: 'Comparable entered fields',
});
const REENTERED = column('reentered', 'count', { zh_CN: '重复录入项', en: 'Re-entered fields' });
const FIXED = column('fixed', 'count', { zh_CN: '固定信息项', en: 'Fields of fixed information' });
const FILLING: Message = { zh_CN: '填写用时', en: 'Filling time' };
const REWORK: Message = { zh_CN: '退回重报', en: 'Rework' };
const DUPLICATE: Message = { zh_CN: '整单重复填报', en: 'Duplicate submissions' };
const UNCHANGED: Message = { zh_CN: '原样再报', en: 'Unchanged resubmissions' };
const RELOGIN: Message = { zh_CN: '重新登录', en: 'Logins again within a visit' };
const RETRY: Message = { zh_CN: '退改用时', en: 'Retry time' };
const FORCED: Message = { zh_CN: '强制停留', en: 'Forced waiting before a confirmation' };
const REFUSED: Message = { zh_CN: '被拒提交', en: 'Refused submissions' };

export const RESEARCH_TABLES: readonly ResearchTable[] = [
  {
    name: 'weeks',
    title: { zh_CN: '每周一行', en: 'One row per week' },
    key: ['study', 'week'],
    columns: [
      ...BASE,
      column(
        'coverage',
        'share',
        { zh_CN: '本浏览器记录率', en: 'Coverage of this browser' },
        OPTIONAL,
      ),
      column(
        'state',
        'word',
        { zh_CN: '状态', en: 'State' },
        { values: ['running', 'incomplete', 'complete'] },
      ),
      column('build_up', 'yes', {
        zh_CN: '积累期（不作比较）',
        en: 'Build-up period, not to be compared',
      }),
      column('details', 'yes', {
        zh_CN: '有明细（否：只余周合计）',
        en: 'Details are there; else only weekly sums',
      }),
      column('platforms', 'count', { zh_CN: '使用平台数', en: 'Platforms used' }),
      column('confirmed_s', 'seconds', { zh_CN: '确证时间', en: 'Confirmed time' }),
      column('recovered_s', 'seconds', { zh_CN: '恢复时间', en: 'Recovered time' }),
      column('capped_s', 'seconds', { zh_CN: '截断时间', en: 'Capped time' }),
      COMPARABLE,
      REENTERED,
      FIXED,
      ...bracket('reentry', REENTRY),
      column('duplicate_submissions', 'count', DUPLICATE),
      column('unchanged', 'count', UNCHANGED),
      column('refused', 'count', REFUSED),
      ...bracket('retry', RETRY),
      column('prefill_rate', 'share', { zh_CN: '预填率', en: 'Prefill rate' }, OPTIONAL),
      column('uploads', 'count', { zh_CN: '上传', en: 'Uploads' }),
      column('repeated_across', 'count', {
        zh_CN: '跨平台重复上传',
        en: 'Uploads repeated across platforms',
      }),
      column('repeated_on', 'count', {
        zh_CN: '同平台重复上传',
        en: 'Uploads repeated on a platform',
      }),
      column('actions', 'count', { zh_CN: '留痕操作', en: 'Trace-leaving actions' }),
      column('action_attempts', 'count', {
        zh_CN: '未确认的留痕操作',
        en: 'Attempts at such actions',
      }),
      column('forced_s', 'seconds', FORCED),
      column('logins', 'count', { zh_CN: '登录', en: 'Logins' }),
      column('login_s', 'seconds', { zh_CN: '登录用时', en: 'Login time' }),
      column('relogins', 'count', RELOGIN),
      column('captcha_s', 'seconds', { zh_CN: '验证码用时', en: 'Time at captchas' }),
    ],
  },
  {
    name: 'times',
    title: { zh_CN: '每周、平台、停顿上限一行', en: 'One row per week, platform and pause limit' },
    key: ['study', 'week', 'platform', 'theta_s'],
    columns: [
      ...BASE,
      PLATFORM,
      column(
        'theta_s',
        'seconds',
        { zh_CN: '停顿上限 θ', en: 'Pause limit θ' },
        { least: 30, most: 300 },
      ),
      column('input_s', 'seconds', {
        zh_CN: '操作，下限（有输入的 5 秒段）',
        en: 'Working, lower bound',
      }),
      column('working_s', 'seconds', { zh_CN: '操作', en: 'Working' }),
      column('front_s', 'seconds', {
        zh_CN: '操作，上限（前台）',
        en: 'Working, upper bound: in front',
      }),
      column('playing_s', 'seconds', { zh_CN: '视频播放', en: 'Playing' }),
      column('idle_s', 'seconds', { zh_CN: '页面打开未操作', en: 'Idle in front' }),
      column('beside_s', 'seconds', { zh_CN: '旁屏打开（上限）', en: 'Beside, an upper bound' }),
      column('waiting_s', 'seconds', { zh_CN: '等待系统', en: 'Waiting for the system' }),
    ],
  },
  {
    name: 'stays',
    title: {
      zh_CN: '每次停留一行，按长短排列，不含日期时刻；各项用时可据此复算',
      en: 'One row per stay, longest first, without days or hours: the times follow from it',
    },
    key: ['study', 'week', 'stay'],
    columns: [
      ...BASE,
      STAY,
      PLATFORM,
      column(
        'place',
        'word',
        { zh_CN: '位置：前台、旁屏', en: 'Place' },
        { values: ['front', 'beside'] },
      ),
      column(
        'certainty',
        'word',
        { zh_CN: '可靠程度', en: 'Certainty' },
        {
          values: ['confirmed', 'recovered', 'capped'],
        },
      ),
      column('length_ms', 'milliseconds', { zh_CN: '时长', en: 'Length' }),
      column('input_ms', 'milliseconds', {
        zh_CN: '有输入的 5 秒段',
        en: '5-second windows with input',
      }),
      column('playing_ms', 'milliseconds', { zh_CN: '视频播放', en: 'Media advancing' }),
      column('waiting_ms', 'milliseconds', { zh_CN: '等待系统', en: 'Waiting for the system' }),
      column('visit', 'count', {
        zh_CN: '访问序号（与先后无关）',
        en: 'Number of the visit, not in order of time',
      }),
      column('login', 'yes', { zh_CN: '登录页', en: 'A login page' }),
      column('relogin', 'yes', RELOGIN),
      column('captcha_ms', 'milliseconds', { zh_CN: '验证码用时', en: 'Time at captchas' }),
    ],
  },
  {
    name: 'pauses',
    title: { zh_CN: '停留中的停顿（15 秒以上）', en: 'Pauses of at least 15 s within the stays' },
    key: ['study', 'week', 'stay', 'pause'],
    columns: [
      ...BASE,
      STAY,
      column('pause', 'count', {
        zh_CN: '停顿序号，由长到短',
        en: 'Number of the pause, longest first',
      }),
      column('whole_ms', 'milliseconds', {
        zh_CN: '整段停顿（与 θ 相比）',
        en: 'The whole, compared with θ',
      }),
      column('length_ms', 'milliseconds', {
        zh_CN: '其中在本次停留内',
        en: 'The part within the stay',
      }),
      column('playing_ms', 'milliseconds', { zh_CN: '其中视频播放', en: 'Media advancing in it' }),
    ],
  },
  {
    name: 'platforms',
    title: { zh_CN: '每周、平台一行', en: 'One row per week and platform' },
    key: ['study', 'week', 'platform'],
    columns: [
      ...BASE,
      PLATFORM,
      column('category', 'word', { zh_CN: '类别', en: 'Category' }),
      column('visits', 'count', { zh_CN: '访问', en: 'Visits' }),
      SUBMISSIONS,
      column('attempts', 'count', {
        zh_CN: '未确认的提交（不计入提交）',
        en: 'Attempts, not among the submissions',
      }),
      column('drafts', 'count', { zh_CN: '草稿', en: 'Drafts' }),
      column('rework', 'count', REWORK),
      ENTERED,
      PREFILLED,
      REENTERED,
      ...bracket('reentry', REENTRY),
      column('uploads', 'count', { zh_CN: '上传', en: 'Uploads' }),
      column('action_attempts', 'count', { zh_CN: '未确认的留痕操作', en: 'Attempts at actions' }),
    ],
  },
  {
    name: 'actions',
    title: {
      zh_CN: '每周、平台、留痕种类一行',
      en: 'One row per week, platform and kind of trace',
    },
    key: ['study', 'week', 'platform', 'kind'],
    columns: [
      ...BASE,
      PLATFORM,
      TRACE,
      column('done', 'count', { zh_CN: '次数（有证据）', en: 'Times, with proof' }),
    ],
  },
  {
    name: 'overlaps',
    title: { zh_CN: '同一内容先后填在两个平台', en: 'The same content typed on two platforms' },
    key: ['study', 'week', 'platform', 'earlier'],
    columns: [
      ...BASE,
      PLATFORM,
      EARLIER,
      column('fields', 'count', REENTERED.title),
      column('reentry_s', 'seconds', REENTRY),
    ],
  },
  {
    name: 'forms',
    title: { zh_CN: '每周、表单一行', en: 'One row per week and form' },
    key: ['study', 'week', 'platform', 'form'],
    columns: [
      ...BASE,
      PLATFORM,
      FORM,
      column('fields', 'count', { zh_CN: '数据项', en: 'Fields that it demands' }),
      SUBMISSIONS,
      column('attempts', 'count', { zh_CN: '未确认的提交', en: 'Attempts' }),
      column('filling_s', 'seconds', FILLING),
      ENTERED,
      PREFILLED,
    ],
  },
  {
    name: 'submission_records',
    title: {
      zh_CN: '每条提交记录一行，不含日期时刻和内容；各项计数可据此复算',
      en: 'One row per record of a submission, without days, hours or contents: the counts follow from it',
    },
    key: ['study', 'week', 'record'],
    columns: [
      ...BASE,
      RECORD,
      PLATFORM,
      FORM,
      column(
        'role',
        'word',
        {
          zh_CN: '计作：提交、草稿、并入后一条的草稿或步骤、未确认的提交',
          en: 'Counted as; a part is a draft or step that a later record went on with',
        },
        { values: ['submission', 'draft', 'part', 'attempt'] },
      ),
      column('refused', 'yes', REFUSED),
      column('rework', 'yes', REWORK),
      column('duplicate', 'yes', DUPLICATE),
      column('unchanged', 'yes', UNCHANGED),
      column('filling_ms', 'milliseconds', FILLING),
      ENTERED,
      PREFILLED,
      COMPARABLE,
      FIXED,
      REENTERED,
      ...bracket('reentry', REENTRY, 'milliseconds'),
      ...bracket('retry', RETRY, 'milliseconds'),
    ],
  },
  {
    name: 'reentry_records',
    title: {
      zh_CN: '提交记录中，先前在另一平台填过的内容',
      en: 'What of a submission had been submitted on another platform before',
    },
    key: ['study', 'week', 'record', 'earlier'],
    columns: [
      ...BASE,
      RECORD,
      PLATFORM,
      EARLIER,
      column('fields', 'count', REENTERED.title),
      column('reentry_ms', 'milliseconds', REENTRY),
    ],
  },
  {
    name: 'upload_records',
    title: { zh_CN: '每次上传一行', en: 'One row per upload' },
    key: ['study', 'week', 'record'],
    columns: [
      ...BASE,
      RECORD,
      PLATFORM,
      column(
        'repeated',
        'word',
        { zh_CN: '重复：否、疑似、同平台、跨平台', en: 'Repeated' },
        { values: ['no', 'near-repeat', 'on-platform', 'across-platforms'] },
      ),
    ],
  },
  {
    name: 'action_records',
    title: { zh_CN: '每条留痕记录一行', en: 'One row per record of trace-leaving actions' },
    key: ['study', 'week', 'record'],
    columns: [
      ...BASE,
      RECORD,
      PLATFORM,
      TRACE,
      column('proven', 'yes', { zh_CN: '有证据', en: 'With proof; else an attempt' }),
      column('times', 'count', { zh_CN: '次数（一键多条）', en: 'On how many objects at once' }),
    ],
  },
  {
    name: 'forced_records',
    title: { zh_CN: '每次强制停留一行', en: 'One row per forced wait' },
    key: ['study', 'week', 'record'],
    columns: [...BASE, RECORD, PLATFORM, column('forced_ms', 'milliseconds', FORCED)],
  },
  {
    name: 'form_fields',
    title: { zh_CN: '表单要求的数据项', en: 'The data items that a form demands' },
    key: ['study', 'platform', 'form', 'concept'],
    columns: [
      STUDY,
      PLATFORM,
      FORM,
      column('concept', 'word', {
        zh_CN: '数据项（field-concepts.json）',
        en: 'Data item of field-concepts.json',
      }),
      column('fields', 'count', { zh_CN: '字段数', en: 'Fields that ask for it' }),
    ],
  },
  {
    name: 'findings',
    title: { zh_CN: '疑似问题', en: 'Findings' },
    key: ['study', 'week', 'platform', 'rule'],
    columns: [
      ...BASE,
      PLATFORM,
      column('rule', 'word', { zh_CN: '规则', en: 'Rule' }),
      column('rule_version', 'count', { zh_CN: '规则版本', en: 'Version of the rule' }),
      column(
        'grade',
        'word',
        { zh_CN: '等级', en: 'Grade' },
        { values: ['A', 'B', 'C'], pattern: '^[ABC]$' },
      ),
      column(
        'status',
        'word',
        { zh_CN: '状态', en: 'Status' },
        {
          values: ['suspected', 'observed', 'confirmed'],
        },
      ),
      column('n', 'count', { zh_CN: '依据条数', en: 'Observations behind it' }),
    ],
  },
  {
    name: 'answers',
    title: {
      zh_CN: '抽样核对：本人对抽中记录的判断',
      en: 'What the person said of sampled records',
    },
    key: ['study', 'week', 'kind'],
    columns: [
      ...BASE,
      column(
        'kind',
        'word',
        { zh_CN: '记录种类', en: 'Kind of record' },
        {
          values: ['submission', 'attempt', 'action', 'upload'],
        },
      ),
      column('right', 'count', { zh_CN: '对', en: 'Right' }),
      column('wrong', 'count', { zh_CN: '错', en: 'Wrong' }),
      column('unsure', 'count', { zh_CN: '说不清', en: 'Cannot say' }),
    ],
  },
  {
    name: 'hours',
    title: {
      zh_CN: '星期与时刻（须另行同意）',
      en: 'Weekday and hour, only with a consent of its own',
    },
    key: ['study', 'week', 'weekday', 'hour'],
    timeOfDay: true,
    columns: [
      ...BASE,
      column(
        'weekday',
        'count',
        { zh_CN: '星期，1 为周一', en: 'Weekday, Monday is 1' },
        { least: 1, most: 7 },
      ),
      column('hour', 'count', { zh_CN: '时', en: 'Hour' }, { most: 23 }),
      column('working_s', 'seconds', { zh_CN: '操作', en: 'Working' }),
    ],
  },
];
