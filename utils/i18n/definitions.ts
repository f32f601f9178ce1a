import type { Message } from './message';

/** What a figure is, in two sentences, and how it is computed. */
export interface Definition {
  readonly title: Message;
  readonly what: Message;
  readonly formula: Message;
  /** A threshold or convention in it is this project's own. */
  readonly ours?: true;
}

/** The definition of every figure that the pages print, by the name that stands on the figure. */
export const definitions = {
  'platforms.count': {
    title: { zh_CN: '使用平台数', en: 'Platforms used' },
    what: {
      zh_CN:
        '本周在屏幕上停留满 10 秒，或者提交过表单、上传过文件、留过痕的平台个数。一个系统算一个平台；同一地址的不同端口按不同系统算，不在清单内的网站一律不记录。',
      en: 'The platforms that were on the screen for at least 10 s this week, or took a form, a file or a trace. One system is one platform; two ports of one address are two systems, and sites that are not on the list are never recorded.',
    },
    formula: {
      zh_CN: '本周使用过的平台个数，同一官方网站标识码的网址合并。',
      en: 'Count of platforms used in the week; addresses with one official site id are merged.',
    },
  },
  'time.working': {
    title: { zh_CN: '操作用时', en: 'Working' },
    what: {
      zh_CN:
        '平台页面在最前、本人正在用键盘或鼠标操作的时间。停顿不超过 60 秒的视为阅读，照样计入；超过 60 秒的，整段改计为“页面打开未操作”。',
      en: 'The time a platform’s page is in front and in use by key or mouse. A pause of up to 60 seconds is reading and stays; a longer one goes to “open, not in use” as a whole.',
    },
    formula: {
      zh_CN: '操作 = 前台时间 − 所有超过上限的停顿。下限为有输入的 5 秒段之和，上限为前台时间。',
      en: 'Working = time in front − all pauses above the limit. Lower bound: 5-second spans with input; upper bound: time in front.',
    },
    ours: true,
  },
  'time.playing': {
    title: { zh_CN: '视频播放', en: 'Video playing' },
    what: {
      zh_CN:
        '平台页面里的视频、音频正在播放，而本人没有操作的时间。静音播放也计入；切到后台播放的单独记录，只存在本机。',
      en: 'The time media advances on a platform’s page while nothing is typed or clicked. Muted playing counts too; playing in the background is kept apart and never leaves this computer.',
    },
    formula: {
      zh_CN: '播放段之和 − 其中属于操作的部分。',
      en: 'Sum of playing stretches − the part of them that is working.',
    },
  },
  'time.idle': {
    title: { zh_CN: '页面打开未操作', en: 'Open, not in use' },
    what: {
      zh_CN:
        '平台页面开着、在最前，但连续 60 秒以上没有操作的时间，锁屏后不计。每段最多计 10 分钟；其中等待系统响应的时间另行列出。',
      en: 'The time a platform’s page is in front with no input for over 60 seconds and the screen unlocked. At most 10 minutes at a stretch; waiting for a slow page is included and listed apart.',
    },
    formula: {
      zh_CN: '前台时间 − 操作 − 前台视频播放。',
      en: 'Time in front − working − video playing in front.',
    },
    ours: true,
  },
  'time.beside': {
    title: { zh_CN: '旁屏打开', en: 'Beside' },
    what: {
      zh_CN:
        '一边用其他程序（如文字、表格软件），一边让平台页面开在旁边的时间。最近 5 分钟内操作过该平台的才计入，只作上限参考。',
      en: 'The time a platform’s page is visible while another program has the keyboard. It asks for work on that platform within the last 5 minutes and is an upper bound only.',
    },
    formula: {
      zh_CN: '页面可见、焦点在其他程序、系统有操作的时间之和。',
      en: 'Sum of time with the page visible, the focus elsewhere and the computer in use.',
    },
    ours: true,
  },
  'time.waiting': {
    title: { zh_CN: '等待系统', en: 'Waiting for the system' },
    what: {
      zh_CN:
        '点击或提交之后，等待页面打开或恢复响应的时间。它是前台时间的一部分，不与其他时间相加。',
      en: 'The time after a click or a submission until the page loads or answers again. It is part of the time in front and is never added to the others.',
    },
    formula: {
      zh_CN: '前台各段中页面正在载入或停止响应的时间之和。',
      en: 'Sum of loading and blocked stretches within the time in front.',
    },
  },
  'reentry.ms': {
    title: { zh_CN: '重复录入用时', en: 'Re-entry time' },
    what: {
      zh_CN:
        '花在重复录入数据项上的操作时间：同一内容 90 天内已在其他平台提交过，本周又录了一遍。只算光标停在这些数据项里的时间，找材料、翻表格的时间不算，因此偏保守。',
      en: 'Working time spent in fields whose content had been submitted on another platform within 90 days and was entered again. Only the time with the cursor in those fields counts, not looking things up, so it errs on the low side.',
    },
    formula: {
      zh_CN: '重复录入数据项的操作时间之和。下限为有输入的 5 秒段，上限为光标停留时间。',
      en: 'Sum of working time in re-entered fields. Lower bound: 5-second spans with input; upper bound: focus time.',
    },
    ours: true,
  },
  'reentry.fields': {
    title: { zh_CN: '重复录入数据项', en: 'Re-entered fields' },
    what: {
      zh_CN:
        '本人录入并已提交的数据项中，同类数据项的同一内容此前 90 天内已在其他平台提交过的个数。身份证号、电话等单独认定，姓名、日期等须两项同时相符，性别、是否等只随已认定的记录计入。',
      en: 'Fields entered and submitted by the person whose same content, under the same kind of data item, had been submitted on another platform within 90 days. Numbers that identify count alone, names and dates only two together, yes/no and the like only inside a record already linked.',
    },
    formula: {
      zh_CN:
        '逐项比对本机保存的比对码；本人姓名、电话、单位等固定信息另计。同一张表换一户填写是工作量，不算重复。',
      en: 'Comparison of keyed digests kept on this computer; one’s own name, phone and unit are counted apart. The same form for the next household is volume, not duplication.',
    },
  },
  'reentry.share': {
    title: { zh_CN: '重复录入占比', en: 'Share re-entered' },
    what: {
      zh_CN:
        '重复录入数据项占可比录入项的比例。可比录入项是本人录入、能够比对的数据项，系统带出的、过短或过于常见的内容不在其中。',
      en: 'Re-entered fields as a share of comparable entered fields. Comparable means entered by the person and fit to compare; prefilled, very short or very common content is left out.',
    },
    formula: {
      zh_CN: '重复录入数据项 ÷ 可比录入项。',
      en: 'Re-entered fields ÷ comparable entered fields.',
    },
  },
  'reentry.fixed': {
    title: { zh_CN: '固定信息', en: 'Fixed information' },
    what: {
      zh_CN:
        '填报人自己的姓名、电话、单位、所在村等每张表都要填的内容。它们单独计数，不计入重复录入。',
      en: 'The person’s own name, phone, unit or village, which every form asks for. They are counted apart and are never part of re-entry.',
    },
    formula: {
      zh_CN: '在不同对象的多次提交中反复出现的同一内容的个数。',
      en: 'Count of entries whose content recurs over submissions about different subjects.',
    },
  },
  'reentry.duplicateSubmissions': {
    title: { zh_CN: '整条重复提交', en: 'Records submitted twice' },
    what: {
      zh_CN:
        '整条记录已在其他平台报过，又重新填报一遍的次数。须有不少于 3 项少见内容相同，且相同内容占比不低于 60%。',
      en: 'Whole records that had been submitted on another platform and were filled in again. At least 3 rare values must agree and the agreeing part must reach 60 %.',
    },
    formula: {
      zh_CN:
        '30 天内与其他平台的一次提交相比：少见内容相同 ≥ 3 项，且按稀有程度加权的相同比例 ≥ 0.6。',
      en: 'Against one submission on another platform within 30 days: ≥ 3 shared rare values and a rarity-weighted share ≥ 0.6.',
    },
    ours: true,
  },
  'reentry.unchanged': {
    title: { zh_CN: '原样再报', en: 'Resubmitted unchanged' },
    what: {
      zh_CN:
        '同一平台、同一对象，与上一次提交相比多数内容没有变化的提交次数。它反映的是报送频次，不计入重复录入。',
      en: 'Submissions on the same platform about the same subject whose content is mostly unchanged. It speaks of how often a report is asked for and is not part of re-entry.',
    },
    formula: {
      zh_CN: '未变化的录入项 ÷ 录入项，与同一对象的上一次提交相比。',
      en: 'Unchanged entered fields ÷ entered fields, against the previous submission about the same subject.',
    },
  },
  'overlap.fields': {
    title: { zh_CN: '两平台相同数据项', en: 'Shared between two platforms' },
    what: {
      zh_CN:
        '先在一个平台提交、后来又在另一个平台录入的数据项个数。行是先填的平台，列是后填的平台。',
      en: 'Fields first submitted on one platform and entered again on another. The row is where it was first, the column where it was asked again.',
    },
    formula: {
      zh_CN:
        '后一平台重复录入数据项中，前一平台 90 天内已有的个数；一项在多个平台填过的，对每个平台各计一次。',
      en: 'Re-entered fields on the later platform that the earlier one had within 90 days; content that stood on several platforms counts once for each.',
    },
  },
  'forms.submissions': {
    title: { zh_CN: '提交次数', en: 'Submissions' },
    what: {
      zh_CN: '点了提交、并且有证据表明系统已经收下的填报次数。草稿与正式提交、分步填写合并为一次。',
      en: 'Fillings that were submitted with evidence that the system took them. Draft and final, and the steps of one form, are one.',
    },
    formula: {
      zh_CN:
        '提交操作，且证据达到 3 分（成功提示、表单清空或关闭、请求被接受等）；单凭网络应答不算。',
      en: 'A submit action + evidence ≥ 3 points (success text, form cleared or closed, request accepted …); a network answer alone never proves.',
    },
  },
  'forms.attempts': {
    title: { zh_CN: '未确认的提交', en: 'Attempts' },
    what: {
      zh_CN: '点了提交，但没有足够证据表明系统已经收下的次数。单独列出，不计入提交次数。',
      en: 'Submit actions without enough evidence that the system took them. They are listed apart and never added in.',
    },
    formula: {
      zh_CN: '提交操作次数 − 已确认的提交次数。',
      en: 'Submit actions − proven submissions.',
    },
  },
  'forms.entered': {
    title: { zh_CN: '录入数据项', en: 'Entered fields' },
    what: {
      zh_CN: '本人键入、粘贴或选择的数据项个数。系统带出的、隐藏的、查询条件和登录信息不算。',
      en: 'Fields typed, pasted or chosen by the person. Prefilled and hidden fields, search terms and logins do not count.',
    },
    formula: {
      zh_CN: '各次提交中由本人录入的数据项之和。',
      en: 'Sum of person-entered fields over submissions.',
    },
  },
  'forms.prefill': {
    title: { zh_CN: '预填率', en: 'Prefill rate' },
    what: {
      zh_CN: '系统已经带出、不用再填的数据项所占比例。预填率越高，说明平台越会用已有数据。',
      en: 'The share of fields that the system had filled in already. A high rate means that a platform does not ask what it knows.',
    },
    formula: {
      zh_CN: '带出的数据项 ÷（带出的数据项 + 本人录入的数据项）。',
      en: 'Prefilled ÷ (prefilled + entered).',
    },
  },
  'forms.filling': {
    title: { zh_CN: '填表用时', en: 'Filling time' },
    what: {
      zh_CN: '从第一次在表中录入到提交或放弃之间的操作时间。中间离开、超过上限的停顿不算。',
      en: 'Working time from the first input in the form until it is submitted or given up. Time away and long pauses are left out.',
    },
    formula: {
      zh_CN: '各次填报的操作时间之和。',
      en: 'Sum of working time over fillings.',
    },
  },
  'actions.total': {
    title: { zh_CN: '打卡与留痕', en: 'Check-ins and traces' },
    what: {
      zh_CN:
        '打卡、签收、已读确认、点赞、转发、下载、投票、答题、定位、工作日志等留痕操作的次数。须由本人点击并有结果为证；60 秒内对同一对象的同一操作只计一次。',
      en: 'Check-ins, receipts, read-confirmations, likes, shares, downloads, votes, quizzes, location reports and work logs. Each needs the person’s own click and a proven result; the same action on the same object within 60 seconds is one.',
    },
    formula: {
      zh_CN: '证据达到 3 分的留痕操作次数；安保、应急场景另列。',
      en: 'Count of trace actions with evidence ≥ 3 points; security and emergency scenes are listed apart.',
    },
  },
  'actions.routine': {
    title: { zh_CN: '每日例行', en: 'Routine' },
    what: {
      zh_CN: '5 个工作日中至少有 4 天在同一平台做同一种留痕操作。只说明频次，不推断是否被要求。',
      en: 'The same kind of trace action on the same platform on at least 4 of 5 workdays. It speaks of frequency only and infers no order behind it.',
    },
    formula: {
      zh_CN: '同一平台、同一操作出现的工作日数 ≥ 4。',
      en: 'Workdays with the same action on the same platform ≥ 4.',
    },
    ours: true,
  },
  'uploads.repeated': {
    title: { zh_CN: '重复上传', en: 'Repeated uploads' },
    what: {
      zh_CN:
        '内容完全相同的文件，30 天内再次上传的份数。跨平台和同一平台分别计数；仅压缩、改尺寸或加水印的照片列为疑似。',
      en: 'Files of exactly the same content uploaded again within 30 days. Across platforms and on one platform are counted apart; photographs that differ only by compression, size or watermark are listed as suspected.',
    },
    formula: {
      zh_CN: '文件内容比对码相同的上传次数；不保存文件名和内容。',
      en: 'Uploads whose content digests agree; neither name nor content is kept.',
    },
  },
  'uploads.proof': {
    title: { zh_CN: '佐证材料', en: 'Proof material' },
    what: {
      zh_CN:
        '上传的截图、现场照片等用来证明“做过”的材料份数。按文件名或像素尺寸像截图，或者所填栏目写明“截图”“佐证”认定。',
      en: 'Uploaded screenshots and pictures that prove something was done. Told by a name or pixel size like a screenshot’s, or by a field that says 截图 or 佐证.',
    },
    formula: {
      zh_CN: '本周上传中被认定为佐证材料的份数。',
      en: 'Uploads of the week that are proof material.',
    },
  },
  'zombies.count': {
    title: { zh_CN: '疑似僵尸平台', en: 'Suspected zombie platforms' },
    what: {
      zh_CN:
        '内容长期不更新、经常打不开、只用来登录打卡，或者在清单上却长期不用的平台。只根据本人打开过的页面判断，是否属实由本人确认。服务器完全没有应答、浏览器自己显示“无法访问此网站”的，看不到，不计入。',
      en: 'Platforms that are not updated, often fail to open, serve for nothing but logging in and checking in, or stand unused on the list. Judged only from pages the person opened; the person confirms or rejects. Where the server gave no answer at all and the browser shows its own page, nothing is seen.',
    },
    formula: {
      zh_CN:
        '内容：参照国办秘函〔2019〕19号（首页 2 周、栏目 2 周至 6 个月）。打不开：打开 ≥ 20 次，失败出现在 ≥ 3 天，95% 下限 > 5%。只打卡：28 天 ≥ 4 次且 ≥ 80%。不用：28 天。',
      en: 'Content: after 国办秘函〔2019〕19号 (home 2 weeks, columns 2 weeks to 6 months). Unreachable: ≥ 20 loads, failures on ≥ 3 days, 95 % lower bound > 5 %. Check-in only: ≥ 4 visits in 28 days, ≥ 80 % of them. Unused: 28 days.',
    },
    ours: true,
  },
  'findings.list': {
    title: { zh_CN: '疑似问题', en: 'Findings' },
    what: {
      zh_CN:
        '按规则表从本人打开的页面和本人的操作中对照出的情况，只说平台，不说人。标为“不属实”的，同样的依据不再提示。',
      en: 'What the table of rules finds in the pages the person opened and in the person’s own actions; it speaks of platforms, never of people. What is marked as wrong does not come back on the same evidence.',
    },
    formula: {
      zh_CN: '近 28 天，同一平台同一规则的次数和天数达到规则写明的界限。',
      en: 'Within 28 days the count and the days of one rule on one platform reach the rule’s threshold.',
    },
  },
  'outOfHours.ms': {
    title: { zh_CN: '八小时外', en: 'Out of hours' },
    what: {
      zh_CN:
        '在本人设定的工作时间之外、休息日和节假日的操作时间。节假日和调休按国务院办公厅的安排认定。',
      en: 'Working time outside one’s own schedule, on days off and on holidays. Holidays and swapped weekends follow the State Council calendar.',
    },
    formula: {
      zh_CN: '工作时间以外的操作时间之和；夜间指 22 时至次日 6 时。',
      en: 'Sum of working time outside the schedule; night is 22:00 to 06:00.',
    },
    ours: true,
  },
  'reentry.retry': {
    title: { zh_CN: '改错重报用时', en: 'Retry time' },
    what: {
      zh_CN:
        '提交被系统退回（校验不通过、格式或口径不符）之后，到改好收下为止的操作时间。它不是重复录入，单独列出。',
      en: 'Working time from a refused submission (validation, format, definition) until it is taken. It is not re-entry and is listed apart.',
    },
    formula: {
      zh_CN: '被拒的提交与其后被收下的提交之间的操作时间之和。',
      en: 'Sum of working time between a refused submission and its acceptance.',
    },
  },
  'actions.attempts': {
    title: { zh_CN: '未确认的留痕操作', en: 'Unproven trace actions' },
    what: {
      zh_CN: '点了打卡、已读等按钮，但没有足够证据表明已经生效的次数。单独列出，不计入打卡与留痕。',
      en: 'Check-ins, read-confirmations and the like that were clicked without enough evidence of a result. They are listed apart and never added in.',
    },
    formula: {
      zh_CN: '留痕操作中证据不足 3 分的次数。',
      en: 'Count of trace actions with evidence below 3 points.',
    },
  },
  'actions.exempt': {
    title: { zh_CN: '安保、应急场景', en: 'Security and emergency' },
    what: {
      zh_CN:
        '任务名称中有安保、应急、防汛等字样的留痕操作次数。这类场景确有必要，用时照计，但不作为疑似问题。',
      en: 'Trace actions on tasks whose heading speaks of security or emergency. They may be needed: their time counts, but no finding is made of them.',
    },
    formula: {
      zh_CN: '打卡与留痕中属于安保、应急场景的次数。',
      en: 'Trace actions in security and emergency scenes.',
    },
  },
  'actions.forced': {
    title: { zh_CN: '强制等待', en: 'Forced waiting' },
    what: {
      zh_CN: '确认按钮在倒计时结束前不能点击、必须等待的秒数。短信验证码的倒计时不算。',
      en: 'Seconds of countdown before a confirmation could be pressed. Countdowns of text-message codes do not count.',
    },
    formula: {
      zh_CN: '实际等待的倒计时秒数之和。',
      en: 'Sum of countdown seconds that were waited.',
    },
  },
  'overhead.logins': {
    title: { zh_CN: '登录', en: 'Logins' },
    what: {
      zh_CN:
        '在各平台登录的次数和花在登录页上的时间，含验证码和超时后的重新登录。登录信息本身一律不读取。',
      en: 'How often one logged in and the time on login pages, with captchas and logins after a timeout. What is typed there is never read.',
    },
    formula: {
      zh_CN: '打开登录页的次数，及登录页上的操作用时之和。',
      en: 'Count of and working time on login pages.',
    },
  },
  'overhead.captcha': {
    title: { zh_CN: '验证码', en: 'Captchas' },
    what: {
      zh_CN:
        '花在验证码上的时间，含图片、滑块和短信验证码，不论在登录页还是别的页面。验证码本身不读取。',
      en: 'Time at captchas, as pictures, sliders and codes sent by text message, on login pages and elsewhere. What is typed there is never read.',
    },
    formula: {
      zh_CN:
        '从点到验证码的输入框、图片、滑块或获取按钮起，到转去别处为止；停顿超过 60 秒的部分不计。与登录用时有重叠，不相加。',
      en: 'From turning to the field, picture, slider or button of one until turning to something else, without pauses over 60 s. It overlaps with login time and is not added to it.',
    },
  },
  'overhead.rework': {
    title: { zh_CN: '退回重报', en: 'Sent back' },
    what: {
      zh_CN: '已经提交、被退回后再次提交的次数。它是返工，不算重复录入。',
      en: 'Submissions sent back and submitted again. This is rework, not re-entry.',
    },
    formula: {
      zh_CN: '页面显示“退回”“驳回”后再次提交的次数。',
      en: 'Submissions after the page said that the record was sent back.',
    },
  },
  'overhead.urgent': {
    title: { zh_CN: '紧急任务', en: 'Urgent tasks' },
    what: {
      zh_CN:
        '从第一次看到任务到页面写明的截止时间，不足 8 个工作小时的任务数。截止时间认错的可能存在，请以原文为准。',
      en: 'Tasks first seen less than 8 working hours before the deadline on the page. A deadline may be misread; the page itself decides.',
    },
    formula: {
      zh_CN: '截止时间 − 首次看到的时间 < 8 个工作小时的任务数。',
      en: 'Tasks with deadline − first seen < 8 working hours.',
    },
    ours: true,
  },
  'assessment.visits': {
    title: { zh_CN: '考核、通报、排名页面', en: 'Assessment pages' },
    what: {
      zh_CN: '打开考核、通报、排名一类页面的次数。只记页面的类别，不记榜上的任何内容。',
      en: 'How often pages of assessment, naming or ranking were opened. Only the kind of page is kept, nothing that stands on it.',
    },
    formula: {
      zh_CN: '该类页面的访问次数。',
      en: 'Visits to pages of that kind.',
    },
  },
  'external.submissions': {
    title: { zh_CN: '问卷、在线表格、接龙', en: 'External collectors' },
    what: {
      zh_CN:
        '在问卷、在线表格、接龙等外部工具上提交的次数。政务数据经由这类工具收集，既增加填报，也有泄露风险。',
      en: 'Submissions in questionnaires, online sheets and chains of other providers. Collecting official data there adds reporting and risks leaks.',
    },
    formula: {
      zh_CN: '清单中类别为“问卷与在线表格”的平台上的提交次数。',
      en: 'Submissions on platforms of the category questionnaires and online sheets.',
    },
  },
  'proliferation.platforms28Days': {
    title: { zh_CN: '28 天内使用平台', en: 'Platforms in 28 days' },
    what: {
      zh_CN:
        '到本周日为止 28 天内使用过的平台个数。每月才用一次的平台也在其中，因此不少于本周的个数。',
      en: 'Platforms used in the 28 days up to this Sunday. It holds those used once a month and is at least the week’s number.',
    },
    formula: {
      zh_CN: '28 天内使用过的平台个数。',
      en: 'Count of platforms used in 28 days.',
    },
  },
  'proliferation.redundant': {
    title: { zh_CN: '功能重叠的平台', en: 'Overlapping function' },
    what: {
      zh_CN:
        '打卡、填报、学习、通知等同一功能由几个平台承担时，多出来的平台个数。功能根据实际操作认定。',
      en: 'Where one function (check-in, report, study, messages …) is spread over platforms, those beyond the first. Functions are told from what was done there.',
    },
    formula: {
      zh_CN: '各功能的平台个数减 1 之和。',
      en: 'Σ over functions of (platforms − 1).',
    },
    ours: true,
  },
  'switches.perHour': {
    title: { zh_CN: '平台切换', en: 'Switches between platforms' },
    what: {
      zh_CN: '每操作 1 小时，从一个平台换到另一个平台的次数。操作不足 1 小时的周不计算。',
      en: 'How often one platform gives way to another per hour worked. Not computed for weeks under one hour.',
    },
    formula: {
      zh_CN: '平台切换次数 ÷ 操作小时数。',
      en: 'Switches ÷ hours worked.',
    },
    ours: true,
  },
  coverage: {
    title: { zh_CN: '本浏览器记录率', en: 'Coverage of this browser' },
    what: {
      zh_CN:
        '本人在用这个浏览器的时间里，能够记录的部分所占比例。暂停记录、未授权都会使它降低；它不反映手机和其他软件。',
      en: 'Of the time the person was active in this browser, the part in which recording was possible. Pausing and missing permission lower it; it says nothing of phones and other programs.',
    },
    formula: {
      zh_CN: '能够记录的 5 分钟段 ÷ 本人在用的 5 分钟段。低于 80% 的周标为“记录不完整”。',
      en: '5-minute blocks with recording possible ÷ blocks with the person active. Below 80 % the week is called incomplete.',
    },
    ours: true,
  },
  certainty: {
    title: { zh_CN: '时间的可靠程度', en: 'How certain the time is' },
    what: {
      zh_CN:
        '“完整记录”指从头到尾都有记录，“意外中断后补记”指浏览器意外关闭后按最后一次存盘算到的时间，“到上限截止”指到达上限不再计的时间。三者之和等于记录到的全部时间。',
      en: '“Recorded whole” needs no word; “recovered” was closed at its last checkpoint after the browser ended unexpectedly; the rest was cut at a limit. The three add up to all recorded time.',
    },
    formula: {
      zh_CN: '每 15 秒至少存盘一次，意外关闭最多丢失 15 秒（页面卡死时 30 秒）。',
      en: 'A checkpoint at least every 15 seconds: a crash loses no more than 15 s (30 s where the page hung).',
    },
  },
} as const satisfies Readonly<Record<string, Definition>>;

export type FigureName = keyof typeof definitions;
export const FIGURE_NAMES = Object.keys(definitions) as readonly FigureName[];
