import type { Catalogue } from './message';

/** The weekly summary: its head, its sentences, its parts. */
export const summary = {
  title: { zh_CN: '本周小结', en: 'Weekly summary' },
  weekLabel: { zh_CN: '{days}（第 {number} 周）', en: '{days} (week {number})' },
  previousWeek: { zh_CN: '上一周', en: 'Previous week' },
  nextWeek: { zh_CN: '下一周', en: 'Next week' },
  latestWeek: { zh_CN: '回到本周', en: 'This week' },
  print: { zh_CN: '打印', en: 'Print' },
  export: { zh_CN: '导出', en: 'Export' },
  systemsVersion: { zh_CN: '仅系统版', en: 'Systems version' },
  personalVersion: { zh_CN: '本人版', en: 'Personal version' },
  contribute: { zh_CN: '生成单位汇总件…', en: 'Make a contribution to unit totals…' },
  contributeHint: {
    zh_CN: '打开批次文件，先看内容再决定是否导出',
    en: 'Open a collection file, look first, then decide',
  },
  systemsHint: {
    zh_CN: '只有平台、表单和重复情况，没有个人用时和时段',
    en: 'Platforms, forms and repeats only; no personal times or hours',
  },
  personalHint: {
    zh_CN: '含个人用时，仅供本人使用',
    en: 'With personal times; for your own use only',
  },
  exportExcel: { zh_CN: '电子表格（Excel）· {version}', en: 'Workbook (Excel) · {version}' },
  exportJson: { zh_CN: '数据文件（JSON）· {version}', en: 'Data file (JSON) · {version}' },
  exportCsv: { zh_CN: '表格（CSV）· {version}', en: 'Table (CSV) · {version}' },
  disabledByPolicy: {
    zh_CN: '单位设置已停用打印和导出。',
    en: 'Your unit’s settings switched print and export off.',
  },
  viewSummary: { zh_CN: '本周小结', en: 'Summary' },
  viewFindings: { zh_CN: '疑似问题', en: 'Findings' },
  viewDefinitions: { zh_CN: '指标说明', en: 'Definitions' },
  viewRecords: { zh_CN: '查看已存记录', en: 'Stored records' },
  views: { zh_CN: '栏目', en: 'Views' },

  sampleBanner: {
    zh_CN: '示例　　以下平台和数字均为虚构，与您的记录无关，也不会混入您的记录。',
    en: 'Sample. The platforms and figures below are made up; they have nothing to do with your records and never mix with them.',
  },
  leaveSample: { zh_CN: '返回我的小结', en: 'Back to my summary' },
  openSample: { zh_CN: '查看示例', en: 'See a sample' },

  headline: {
    zh_CN: '本周使用 {platforms} 个平台，操作用时 {working}，其中重复录入{reentry}（{range}）。',
    en: '{platforms} platforms this week, {working} of work on them, of which {reentry} was re-entry ({range}).',
  },
  headlineNoReentry: {
    zh_CN: '本周使用 {platforms} 个平台，操作用时 {working}，未发现重复录入。',
    en: '{platforms} platforms this week, {working} of work on them; no re-entry was found.',
  },
  headlineNotCompared: {
    zh_CN: '本周使用 {platforms} 个平台，操作用时 {working}。未比对录入内容，不判断重复录入。',
    en: '{platforms} platforms this week, {working} of work on them. Entries are not compared, so re-entry is not judged.',
  },
  moreThanLast: {
    zh_CN: '操作用时较上周增加 {time}',
    en: 'Work took {time} more than the week before',
  },
  lessThanLast: {
    zh_CN: '操作用时较上周减少 {time}',
    en: 'Work took {time} less than the week before',
  },
  sameAsLast: { zh_CN: '操作用时与上周持平', en: 'Work took as long as the week before' },
  moreReentry: { zh_CN: '重复录入增加 {time}', en: 're-entry {time} more' },
  lessReentry: { zh_CN: '重复录入减少 {time}', en: 're-entry {time} less' },
  meanOfFour: {
    zh_CN: '前四周操作用时周均 {time}',
    en: 'work in the four weeks before had a mean of {time}',
  },
  meanOfSome: {
    zh_CN: '前四周中可比的 {weeks} 周，操作用时周均 {time}',
    en: 'work in the {weeks} comparable {weeks:week|weeks} of the four before had a mean of {time}',
  },
  sentence: { zh_CN: '{text}。', en: '{text}.' },
  joined: { zh_CN: '{first}；{second}', en: '{first}; {second}' },
  coverage: { zh_CN: '本浏览器记录率 {share}。', en: 'Coverage of this browser {share}.' },
  coverageUnknown: {
    zh_CN: '本浏览器记录率暂无数据。',
    en: 'Coverage of this browser is not known.',
  },
  hoursLine: {
    zh_CN: '八小时外操作 {hours}，紧急任务 {urgent} 项。',
    en: 'Work out of hours {hours}; urgent tasks {urgent}.',
  },
  notCompared: {
    zh_CN: '没有可比的前几周，不作比较。',
    en: 'No comparable weeks before; nothing is compared.',
  },
  headlineSystems: {
    zh_CN:
      '本周使用 {platforms} 个平台，提交表单 {submissions} 次，本人录入数据项 {entered} 个；可比的 {comparable} 个中，有 {fields} 个此前 90 天内已在其他平台提交过，占 {share}。',
    en: '{platforms} platforms this week, {submissions} {submissions:form|forms} submitted, {entered} fields entered; of the {comparable} that can be compared, {fields} had been submitted on another platform within 90 days ({share}).',
  },
  headlineSystemsNotCompared: {
    zh_CN:
      '本周使用 {platforms} 个平台，提交表单 {submissions} 次，本人录入数据项 {entered} 个。未比对录入内容，不判断重复录入。',
    en: '{platforms} platforms this week, {submissions} {submissions:form|forms} submitted, {entered} fields entered. Entries are not compared, so re-entry is not judged.',
  },

  runningWeek: {
    zh_CN: '本周尚未结束，以下为截至目前的情况，不与以往各周比较。',
    en: 'This week is not over. These are the figures so far; they are not compared with earlier weeks.',
  },
  incompleteWeek: {
    zh_CN: '本周记录不完整（本浏览器记录率 {share}，低于 80%），数字偏少，不与其他周比较。',
    en: 'This week is incomplete (coverage of this browser {share}, below 80 %). The figures are too low and are not compared.',
  },
  buildUp: {
    zh_CN: '前四周为积累期：照常显示，不作比较。重复录入需要有以前的提交才能认出，初期会偏少。',
    en: 'The first four weeks build up the record: shown, not compared. Re-entry can only be told from earlier submissions, so it starts out low.',
  },
  fromSums: {
    zh_CN: '这一周的明细已过保存期限，只显示合计；按日、按时段的数字和依据的记录不再显示。',
    en: 'The details of this week have outlived their retention: totals only, without days, hours and the records behind them.',
  },
  newPlatforms: {
    zh_CN: '列入清单不足四周、不作比较的平台：{platforms}。',
    en: 'On the list for less than four weeks, not compared: {platforms}.',
  },
  emptyTitle: { zh_CN: '这一周没有记录', en: 'Nothing was recorded this week' },
  emptyText: {
    zh_CN:
      '照常办公后，这里会出现：使用了几个平台、用了多少时间，哪些内容重复填过，打卡和上传各多少次，哪些平台疑似无人维护。',
    en: 'Once you have worked as usual, this page shows how many platforms took how long, what was entered twice, check-ins and uploads, and which platforms look abandoned.',
  },
  emptyNotAgreed: {
    zh_CN: '您尚未同意记录，因此没有任何数据。',
    en: 'You have not agreed to recording, so there are no data.',
  },
  decide: { zh_CN: '查看说明并决定', en: 'Read and decide' },

  cards: { zh_CN: '主要数字', en: 'Main figures' },
  lastEightWeeks: { zh_CN: '近八周：{values}', en: 'Last eight weeks: {values}' },
  noRecord: { zh_CN: '无记录', en: 'no record' },
  cardReentry: { zh_CN: '重复录入', en: 'Re-entry' },
  cardReentrySub: {
    zh_CN: '{fields} 个数据项，占可比录入项 {share}',
    en: '{fields} fields, {share} of those comparable',
  },
  shareOfComparable: { zh_CN: '占可比录入项 {share}', en: '{share} of those comparable' },
  fieldsCount: { zh_CN: '{count} 个数据项', en: '{count} {count:field|fields}' },
  cardReentryNone: { zh_CN: '未发现', en: 'none found' },
  cardNotCompared: { zh_CN: '未比对', en: 'not compared' },
  cardNotComparedSub: {
    zh_CN: '您选择了只记时间和表单结构',
    en: 'you chose times and form structure only',
  },
  cardActions: { zh_CN: '打卡与留痕', en: 'Check-ins and traces' },
  cardUploads: { zh_CN: '重复上传', en: 'Repeated uploads' },
  cardUploadsSub: {
    zh_CN: '跨平台 {across} 份，同一平台 {same} 份',
    en: '{across} across platforms, {same} on one platform',
  },
  cardUploadsNear: { zh_CN: '另有疑似 {count} 份', en: '{count} more suspected' },
  cardZombies: { zh_CN: '疑似僵尸平台', en: 'Suspected zombie platforms' },
  cardZombiesNewest: { zh_CN: '最近更新 {date}', en: 'last update {date}' },
  cardZombiesUnused: { zh_CN: '最近打开 {date}', en: 'last opened {date}' },
  cardNone: { zh_CN: '无', en: 'none' },
  files: { zh_CN: '{count} 份', en: '{count} {count:file|files}' },
  count: { zh_CN: '{count} 个', en: '{count}' },

  overlapTitle: { zh_CN: '同一内容填了哪些平台', en: 'The same content on which platforms' },
  overlapLead: {
    zh_CN:
      '行为先填的平台，列为又填一遍的平台；格中为重复的数据项个数和用时，点开可看是哪些数据项、什么时候填的。',
    en: 'Rows: where it was first. Columns: where it was asked again. Cells: fields and time; open one to see which data items, and when.',
  },
  overlapEmpty: {
    zh_CN: '本周没有发现同一内容在两个平台填报的情况。',
    en: 'No content was found to be entered on two platforms this week.',
  },
  overlapNotCompared: {
    zh_CN: '您选择了只记时间和表单结构，录入内容没有比对。',
    en: 'You chose times and form structure only; entries are not compared.',
  },
  overlapFirst: { zh_CN: '先填', en: 'First' },
  overlapAgain: { zh_CN: '又填', en: 'Again' },
  overlapFields: { zh_CN: '数据项', en: 'Fields' },
  overlapTime: { zh_CN: '用时', en: 'Time' },
  overlapItems: { zh_CN: '主要数据项', en: 'Main data items' },
  overlapCell: { zh_CN: '{from}填过，{to}又填', en: 'first on {from}, again on {to}' },
  overlapSum: {
    zh_CN: '共 {count} 个数据项，重填约 {time}。',
    en: '{count} {count:field|fields} entered again, about {time}.',
  },
  overlapPair: { zh_CN: '{from} → {to}', en: '{from} → {to}' },
  overlapWhen: {
    zh_CN: '本周重复填报的时间：{first} 至 {last}。',
    en: 'Entered again between {first} and {last}.',
  },
  timesCount: { zh_CN: '次数', en: 'Times' },
  dataItem: { zh_CN: '数据项', en: 'Data item' },
  unknownItem: { zh_CN: '未识别的数据项', en: 'Unknown data item' },
  isomorphicLine: {
    zh_CN: '“{first}”与“{second}”的表单有 {shared} 个数据项相同，重合 {overlap}。',
    en: 'Forms of {first} and {second} share {shared} data items, overlap {overlap}.',
  },
  inconsistentNote: {
    zh_CN: '口径不一：{item}，“{first}”与“{second}”要求不同（{differs}）。',
    en: 'Defined differently: {item}; {first} and {second} disagree ({differs}).',
  },
  otherWordsNote: {
    zh_CN: '另有 {count} 处同一数据项各平台提法不同，单位和时段一致，不逐一列出。',
    en: 'In {count} more cases only the wording differs between platforms; these are not listed.',
  },
  differsUnit: { zh_CN: '单位', en: 'unit' },
  differsPeriod: { zh_CN: '时段', en: 'period' },
  differsWording: { zh_CN: '提法', en: 'wording' },

  timeTitle: { zh_CN: '时间用在哪些平台', en: 'Which platforms took the time' },
  timeLead: {
    zh_CN:
      '实心为操作，斜纹为视频播放，空心为页面打开未操作；短线表示操作用时的下限和上限。旁屏打开不计入，另列。',
    en: 'Solid: working. Hatched: video playing. Open: page open, not in use. The thin line spans the bounds of working. Time beside is listed apart.',
  },
  byPlatform: { zh_CN: '按平台', en: 'By platform' },
  byDay: { zh_CN: '按日', en: 'By day' },
  day: { zh_CN: '日期', en: 'Day' },
  working: { zh_CN: '操作', en: 'Working' },
  playing: { zh_CN: '视频播放', en: 'Playing' },
  idle: { zh_CN: '页面打开未操作', en: 'Open, not in use' },
  beside: { zh_CN: '旁屏打开', en: 'Beside' },
  atLeast: { zh_CN: '下限', en: 'At least' },
  atMost: { zh_CN: '上限', en: 'At most' },
  waiting: { zh_CN: '等待系统', en: 'Waiting' },
  timeEmpty: { zh_CN: '本周没有用时记录。', en: 'No time was recorded this week.' },
  clockBar: {
    zh_CN: '{name}：操作 {working}（{low} 至 {high}），视频播放 {playing}，页面打开未操作 {idle}',
    en: '{name}: working {working} ({low} to {high}), playing {playing}, open not in use {idle}',
  },
  certainty: {
    zh_CN:
      '平台页面在屏幕上的时间：完整记录 {confirmed}，意外中断后补记 {recovered}，到上限截止 {capped}。',
    en: 'Time with platforms on the screen: recorded whole {confirmed}, recovered after a break {recovered}, cut at a limit {capped}.',
  },

  formsTitle: { zh_CN: '填了哪些表', en: 'Which forms were filled' },
  form: { zh_CN: '表单', en: 'Form' },
  formUnnamed: { zh_CN: '表单（{fields} 项）', en: 'Form ({fields} fields)' },
  submissions: { zh_CN: '提交', en: 'Submitted' },
  attempts: { zh_CN: '未确认', en: 'Attempts' },
  entered: { zh_CN: '录入', en: 'Entered' },
  reentered: { zh_CN: '其中重复', en: 'Re-entered' },
  prefilled: { zh_CN: '带出', en: 'Prefilled' },
  prefillRate: { zh_CN: '预填率', en: 'Prefill rate' },
  filling: { zh_CN: '填表用时', en: 'Filling time' },
  formsEmpty: { zh_CN: '本周没有提交过表单。', en: 'No form was submitted this week.' },
  moreForms: { zh_CN: '显示全部 {count} 张表', en: 'Show all {count} forms' },

  heatTitle: { zh_CN: '时段分布', en: 'Hours of the week' },
  heatLead: {
    zh_CN: '仅供本人查看，不进入仅系统版，也不会导出。圆点越大，该小时操作时间越长。',
    en: 'For your own eyes: not in the systems version, never exported. The larger the dot, the longer the work in that hour.',
  },
  heatCell: { zh_CN: '{day} {hour} 时：{time}', en: '{day} {hour}:00: {time}' },
  heatEmpty: { zh_CN: '本周没有操作记录。', en: 'No work was recorded this week.' },

  otherTitle: { zh_CN: '其他情况', en: 'Other figures' },
  outOfHours: { zh_CN: '八小时外', en: 'Out of hours' },
  night: { zh_CN: '其中夜间', en: 'of it at night' },
  holiday: { zh_CN: '其中休息日、节假日', en: 'of it on days off' },
  calendarUnknown: { zh_CN: '该年放假安排未收录，不作判断', en: 'calendar of the year not known' },
  urgent: { zh_CN: '紧急任务', en: 'Urgent tasks' },
  rework: { zh_CN: '退回重报', en: 'Sent back' },
  retry: { zh_CN: '改错重报用时', en: 'Retry time' },
  logins: { zh_CN: '登录', en: 'Logins' },
  relogins: { zh_CN: '另重新登录 {count} 次', en: '{count} more after a timeout' },
  captcha: { zh_CN: '验证码', en: 'Captchas' },
  switches: { zh_CN: '每小时平台切换', en: 'Switches per hour' },
  fixed: { zh_CN: '固定信息', en: 'Fixed information' },
  duplicateRecords: { zh_CN: '整条重复提交', en: 'Records submitted twice' },
  unchanged: { zh_CN: '原样再报', en: 'Resubmitted unchanged' },
  proof: { zh_CN: '佐证材料', en: 'Proof material' },
  forced: { zh_CN: '强制等待', en: 'Forced waiting' },
  external: { zh_CN: '问卷、在线表格、接龙', en: 'External collectors' },
  assessment: { zh_CN: '考核、通报、排名页面', en: 'Assessment pages' },
  platforms28: { zh_CN: '28 天内使用平台', en: 'Platforms in 28 days' },
  redundant: { zh_CN: '功能重叠的平台', en: 'Platforms of overlapping function' },
  visits: { zh_CN: '{count} 次', en: '{count} {count:visit|visits}' },
  attemptsApart: { zh_CN: '未确认的留痕操作', en: 'Unproven trace actions' },
  exempt: { zh_CN: '安保、应急场景（不计入疑似问题）', en: 'Security and emergency (no finding)' },
  routine: {
    zh_CN: '每日例行：“{platform}”{action}，5 个工作日中有 {days} 天。',
    en: 'Routine: {action} on {platform}, on {days} of 5 workdays.',
  },
  own: {
    zh_CN: '本人标注：自愿 {voluntary} 次，被要求 {required} 次，说不清 {unclear} 次。',
    en: 'By your own labels: voluntary {voluntary}, required {required}, hard to say {unclear}.',
  },
  cued: {
    zh_CN:
      '见到{cue}的 {cuedVisits} 次使用中，{cuedActions} 次做了留痕操作；没有见到的 {otherVisits} 次中，{otherActions} 次做了。只说同时出现，不说因果。',
    en: 'Of {cuedVisits} visits that showed {cue}, {cuedActions} had a trace action; of the {otherVisits} others, {otherActions}. It happened together; this tells no cause.',
  },
  sensitive: {
    zh_CN: '问卷、在线表格、接龙要求填写的敏感信息：{items}。',
    en: 'Sensitive items asked for by external collectors: {items}.',
  },
  sensitiveItem: { zh_CN: '{item} {count} 次', en: '{item} {count}×' },
  silo: {
    zh_CN: '从“{from}”{kind}到“{to}”，{count} 次。',
    en: 'From {from} {kind} to {to}, {count} {count:time|times}.',
  },
  siloExport: { zh_CN: '导出后再上传', en: 'exported and uploaded' },
  siloCopy: { zh_CN: '复制后再粘贴', en: 'copied and pasted' },
  functionLine: {
    zh_CN: '{use}要用 {count} 个平台：{platforms}。',
    en: '{use} takes {count} platforms: {platforms}.',
  },
  useCheckIn: { zh_CN: '打卡签到', en: 'Checking in' },
  useReport: { zh_CN: '填报', en: 'Reporting' },
  useStudy: { zh_CN: '学习', en: 'Studying' },
  useMessages: { zh_CN: '看通知、签收', en: 'Reading notices' },
  useParty: { zh_CN: '党建', en: 'Party work' },
  separateLogins: {
    zh_CN: '分别登录 {count} 个平台',
    en: '{count} platforms, each by itself',
  },
  substitutionLine: {
    zh_CN:
      '此减彼增：“{fell}”的{fellBurden}由周均 {fellBefore}降至 {fellNow}，“{rose}”的{roseBurden}由 {roseBefore}升至 {roseNow}。',
    en: 'One fell, another rose: {fellBurden} on {fell} from {fellBefore} a week to {fellNow}, {roseBurden} on {rose} from {roseBefore} to {roseNow}.',
  },
  burdenFilling: { zh_CN: '填表用时', en: 'filling time' },
  burdenActions: { zh_CN: '留痕操作', en: 'trace actions' },
  burdenUploads: { zh_CN: '上传', en: 'uploads' },
  burdenPlaying: { zh_CN: '视频播放', en: 'playing' },
  burdenWorking: { zh_CN: '操作用时', en: 'work' },

  bandsTitle: { zh_CN: '量化分级', en: 'Intensity bands' },
  bandsNote: {
    zh_CN: '0 级最轻、3 级最重。级差为本工具自定，尚未校准，只用于看系统和各周，不用于评价任何人。',
    en: '0 is lightest, 3 heaviest. The steps are this tool’s own and uncalibrated; they grade systems and weeks, never a person.',
  },
  band: { zh_CN: '{band} 级', en: 'band {band}' },
  systemBand: {
    zh_CN: '{platform}：{measure} {share}，{band} 级',
    en: '{platform}: {measure} {share}, band {band}',
  },
  bandPlatforms: { zh_CN: '28 天内使用平台', en: 'Platforms in 28 days' },
  bandTraces: { zh_CN: '留痕操作占前台时间', en: 'Traces, share of time in front' },
  bandDuplicates: { zh_CN: '重复录入占比', en: 'Share re-entered' },
  bandOutOfHours: { zh_CN: '八小时外占比', en: 'Share out of hours' },

  goodTitle: { zh_CN: '做法较好', en: 'Good practice' },
  goodPrefills: {
    zh_CN: '{platform}：{n} 个数据项已由系统带出，不必再填。',
    en: '{platform} filled in {n} {n:field|fields} by itself.',
  },
  goodShares: {
    zh_CN: '{platform}：{n} 个数据项直接取用已有数据，没有再要求填报。',
    en: '{platform} took {n} {n:field|fields} from data that it could get instead of asking again.',
  },
  goodClosed: {
    zh_CN: '{platform}：停用前已公告并作了安排。',
    en: '{platform} announced its closure and where to go instead.',
  },
  goodComplaint: {
    zh_CN: '{platform}：设有意见反馈入口。',
    en: '{platform} offers a way to complain.',
  },
  goodEmpty: { zh_CN: '本周没有观察到。', en: 'None was observed this week.' },

  unseenTitle: { zh_CN: '未计入的', en: 'Not counted' },
  unseenText: {
    zh_CN:
      '手机应用、小程序、工作群、桌面软件、纸质表格都看不到，以上数字只反映本浏览器。可用一句话补记，补记内容单独列出，不与以上数字相加。',
    en: 'Phones, mini-programs, chat groups, desktop programs and paper cannot be seen; the figures are of this browser only. A line may be added below; it stands apart and is never added in.',
  },
  unseenShort: {
    zh_CN: '未计入：手机应用、小程序、工作群、桌面软件、纸质表格。',
    en: 'Not counted: phones, mini-programs, chat groups, desktop programs, paper.',
  },
  diaryAdd: { zh_CN: '补记', en: 'Add a line' },
  diaryDay: { zh_CN: '日期', en: 'Day' },
  diaryText: { zh_CN: '做了什么（一句话）', en: 'What it was, in one line' },
  diaryMinutes: { zh_CN: '约多少分钟（选填）', en: 'Minutes, about (optional)' },
  diaryTextHint: {
    zh_CN: '请勿写入群众姓名、证件号等个人信息，也不要写涉密或工作秘密内容。',
    en: 'Please write no names or numbers of people, and nothing classified or internal.',
  },
  diaryTitle: {
    zh_CN: '补记（{count} 条，共约 {time}）',
    en: 'Added lines ({count}, about {time})',
  },
  diaryDelete: { zh_CN: '删除这条补记：{text}', en: 'Delete this line: {text}' },

  printPersonal: { zh_CN: '本小结仅供本人使用', en: 'For the person’s own use only' },
  printSystems: { zh_CN: '仅系统版', en: 'Systems version' },
  printNotes: { zh_CN: '注', en: 'Notes' },
  printOther: { zh_CN: '其余 {count} 个平台', en: '{count} other platforms' },
  printNotForRanking: {
    zh_CN: '本小结反映系统和表单的情况，不得用于考核、排名、通报。',
    en: 'This summary speaks of systems and forms; it is not to be used for assessment, ranking or naming.',
  },
} as const satisfies Catalogue;
