import type { Catalogue } from './message';

/** The page that opens after installation: what is recorded, and the person's decision. */
export const welcome = {
  firstLine: {
    zh_CN: '涉密计算机、涉密网络严禁安装使用；其他工作用机请先遵守本单位信息化管理规定',
    en: 'Strictly forbidden on classified computers and networks; on other work computers follow your unit’s rules on information systems first',
  },
  title: { zh_CN: '使用说明与本人决定', en: 'What this does, and your decision' },
  lead: {
    zh_CN:
      '轻装装在您自己常用的浏览器里，帮您看清：各个平台一周花了多少时间，同样的内容填了几遍，打了几次卡，同一份材料传了几个系统。结果只给您本人看。',
    en: 'Qingzhuang stands in your own browser and shows you how much of a week the platforms take, what was typed twice, how often you checked in, and which file went to several systems. The result is for you alone.',
  },
  policyInstalled: {
    zh_CN: '本扩展由单位统一安装，是否同意由您本人决定；不同意则不记录，您的选择不会被上报。',
    en: 'Your unit installed this extension. Whether to agree is your own decision: if you do not, nothing is recorded, and your choice is reported to nobody.',
  },
  recordedTitle: { zh_CN: '记录什么', en: 'What is recorded' },
  recordedTime: {
    zh_CN: '在列入清单的平台上停留、操作、播放视频的时段',
    en: 'Stretches of time in front of listed platforms: working, playing, open',
  },
  recordedForms: {
    zh_CN: '表单里有哪些数据项，提交了几次，填表用了多长时间',
    en: 'Which data items forms ask for, how often they were submitted, how long filling took',
  },
  recordedTraces: {
    zh_CN: '打卡、签收、已读确认、上传等操作的次数和时间',
    en: 'Check-ins, receipts, read-confirmations, uploads: how many and when',
  },
  recordedSigns: {
    zh_CN: '平台自己写明的系统名称，您打开过的页面上的更新日期（用来判断平台是否长期无人维护）',
    en: 'The name that a platform gives itself; update dates on pages you opened, to tell whether it is still kept up',
  },
  neverTitle: { zh_CN: '从不记录什么', en: 'What never is' },
  neverValues: {
    zh_CN: '填写的内容、文件的名称和内容',
    en: 'What you type; names and contents of files',
  },
  neverPages: {
    zh_CN: '网页的地址、标题和正文，工作群和聊天内容',
    en: 'Addresses, titles and texts of pages; groups and chats',
  },
  neverOthers: {
    zh_CN: '清单以外的任何网站，无痕窗口里的任何操作',
    en: 'Any site that is not on the list; anything in private windows',
  },
  neverSensitive: {
    zh_CN: '举报、信访、纪检类网站，标有密级的页面',
    en: 'Sites for reports, petitions and discipline; pages marked as classified',
  },
  nothingSentTitle: { zh_CN: '数据去哪里', en: 'Where the data go' },
  nothingSent: {
    zh_CN:
      '哪里也不去。数据只存在这台电脑的这个浏览器里，扩展不联网、不上传、不排名。能带走的只有您自己保存的文件；一键即可全部清除，不留痕迹。',
    en: 'Nowhere. They stay in this browser on this computer; the extension makes no network request, uploads nothing and ranks nobody. Only files that you save yourself leave it, and one click wipes everything without a trace.',
  },
  decisionTitle: { zh_CN: '请您决定', en: 'Your decision' },
  decisionText: {
    zh_CN:
      '三个选项地位相同，随时可以更改。点“同意”后，浏览器会询问是否允许访问 gov.cn 网站，其他网站由您逐个加入。',
    en: 'The three choices are equal and can be changed at any time. After you agree, the browser asks whether gov.cn sites may be read; any other site is added by you, one by one.',
  },
  timesTitle: { zh_CN: '只记时间和表单结构', en: 'Times and form structure only' },
  timesText: {
    zh_CN:
      '记录时段、表单里有哪些数据项、提交和打卡次数。不比对填写的内容，因此看不出哪些是重复录入。',
    en: 'Times, which data items forms ask for, submissions and check-ins. Content is not compared, so what was typed twice cannot be told.',
  },
  valuesTitle: { zh_CN: '同时比对录入内容', en: 'Compare what is entered as well' },
  valuesText: {
    zh_CN: '保存不可直接读出的比对码 90 天，其中可能涉及群众个人信息。内容本身不保存。',
    en: 'Keeps digests that cannot be read directly for 90 days; they may derive from personal information of the public. The content itself is not kept.',
  },
  declineTitle: { zh_CN: '不同意', en: 'Do not agree' },
  declineText: {
    zh_CN: '不记录任何内容。扩展留在浏览器里也不会运行，您可以随时移除，或者以后再来决定。',
    en: 'Nothing is recorded. The extension stays idle; remove it at any time, or decide later.',
  },
  agreeTimes: { zh_CN: '同意，只记时间和表单结构', en: 'Agree: times and structure only' },
  agreeValues: { zh_CN: '同意，同时比对录入内容', en: 'Agree: compare entries as well' },
  decline: { zh_CN: '不同意，不记录', en: 'Do not agree: record nothing' },
  digestNote: {
    zh_CN:
      '比对码能防止数据外泄和随手翻看，但防不住拿到整个浏览器资料目录的人。多人共用的电脑，建议选择“只记时间和表单结构”。',
    en: 'Digests protect what leaves this computer and against casual reading, not against someone who holds the whole browser profile. On a shared computer choose “times and form structure only”.',
  },
  declined: {
    zh_CN: '已按您的决定不作任何记录。这一选择没有留下记录，也不会被上报。',
    en: 'As you decided, nothing is recorded. The choice itself is neither kept nor reported.',
  },
  agreedTimes: {
    zh_CN: '您已同意：只记时间和表单结构。',
    en: 'You agreed: times and form structure only.',
  },
  agreedValues: {
    zh_CN: '您已同意：同时比对录入内容。',
    en: 'You agreed: entries are compared as well.',
  },
  changeDecision: { zh_CN: '更改决定', en: 'Change the decision' },
  permissionMissing: {
    zh_CN: '浏览器尚未允许访问 gov.cn 网站，因此还没有开始记录。已作的决定不受影响。',
    en: 'The browser does not allow gov.cn sites yet, so nothing is recorded. Your decision stands.',
  },
  askPermission: { zh_CN: '允许访问 gov.cn 网站', en: 'Allow gov.cn sites' },
  nextTitle: { zh_CN: '接下来', en: 'What happens next' },
  nextWork: {
    zh_CN: '照常办公即可，不需要做任何事。打开着的政务网站从现在起计入，以前的不补记。',
    en: 'Work as usual; there is nothing to do. Government sites that are open count from now on, nothing before.',
  },
  nextAdd: {
    zh_CN: '内网系统：打开该系统，点浏览器右上角的轻装图标，选“开始记录本网站”。',
    en: 'Intranet systems: open one, click the Qingzhuang icon at the top right, choose “Start recording this site”.',
  },
  nextPause: {
    zh_CN: '办私事、不想记的时候，在同一处选“暂停”。',
    en: 'For private matters, or whenever you like, choose “Pause” in the same place.',
  },
  nextSummary: {
    zh_CN: '用上一两天，再打开“本周小结”。前四周为积累期，只显示、不作比较。',
    en: 'After a day or two open the weekly summary. The first four weeks build up the record: shown, not compared.',
  },
  openSample: { zh_CN: '先看示例', en: 'See a sample first' },
  openSummary: { zh_CN: '打开本周小结', en: 'Open weekly summary' },
  openOptions: { zh_CN: '打开设置', en: 'Open settings' },
  textChanged: {
    zh_CN: '以上说明自您上次同意后有修改，目前没有记录。请看过后重新决定；以前的记录没有改动。',
    en: 'The text above has changed since you agreed, and nothing is being recorded. Please read it and decide again; earlier records are unchanged.',
  },
  systemsTitle: { zh_CN: '常用系统（选填）', en: 'Systems you use (optional)' },
  systemsText: {
    zh_CN: 'gov.cn 之外的系统要逐个征得您和浏览器同意。请勾选您在工作中使用的，其余不必理会。',
    en: 'Systems outside gov.cn are asked for one by one. Tick those that you use at work and leave the rest.',
  },
  province: { zh_CN: '所在省份', en: 'Province' },
  everywhere: { zh_CN: '全部', en: 'All' },
  provinceNone: {
    zh_CN:
      '目录中没有{province}专用、又不在 gov.cn 下的系统，以下为各地通用的。gov.cn 下的本地系统已包括在内；其他本地系统，打开后点轻装图标，选“开始记录本网站”。',
    en: 'The catalogue knows no system outside gov.cn that is of {province} alone; these are used everywhere. Local systems under gov.cn are included already; open any other and choose “Start recording this site” behind the Qingzhuang icon.',
  },
  trade: { zh_CN: '业务', en: 'Field of work' },
  allTrades: { zh_CN: '全部', en: 'All' },
  systemsAdd: { zh_CN: '加入所选系统', en: 'Add the chosen systems' },
  systemsAdded: { zh_CN: '已加入', en: 'Added' },
  presetTitle: { zh_CN: '单位建议记录的系统', en: 'Systems that your unit suggests' },
  presetText: {
    zh_CN: '是否加入由您决定，逐个点击。',
    en: 'Whether to add each of them is up to you.',
  },
  presetAdd: { zh_CN: '加入', en: 'Add' },
} as const satisfies Catalogue;
