import type { Catalogue } from './message';

/** The page on what the documents say and do not say. */
export const normWords = {
  title: { zh_CN: '规定速查', en: 'What the documents say' },
  lead: {
    zh_CN: '以下为各项规定的要点，用自己的话转述，不是原文；引用时请以正式文本为准。',
    en: 'The main points in our own words, not quoted. The official text decides.',
  },
  from: { zh_CN: '{issuer}，{date}', en: '{issuer}, {date}' },
  fromNumber: { zh_CN: '{issuer}，{number}，{date}', en: '{issuer}, {number}, {date}' },
  threshold: { zh_CN: '具体数字：{text}', en: 'Numbers: {text}' },
  byAnalogy: {
    zh_CN: '针对移动应用制定，用于网页平台时只作参照。',
    en: 'Written for mobile apps: on web platforms it is cited by analogy only.',
  },
  certaintyAgreed: { zh_CN: '所见各本一致。', en: 'Every copy that was read agrees.' },
  certaintyCopies: {
    zh_CN: '据转载文本整理，条款序号未核实。',
    en: 'From press copies; article numbers were not verified.',
  },
  certaintyPartial: { zh_CN: '只见到部分内容。', en: 'Only parts were seen.' },
  readIn: { zh_CN: '见于：{places}', en: 'Read in: {places}' },
  silentTitle: { zh_CN: '各项规定没有说的', en: 'What they do not say' },
  silentZombie: {
    zh_CN: '“僵尸应用”没有统一的数字界限，只说使用率低、实用性不强、长期不更新。',
    en: 'No number defines a “zombie” app; the documents speak of low use, little use and long silence.',
  },
  silentTraces: {
    zh_CN: '“过度留痕”“频繁填报”没有规定多少次算多。本工具中的此类数字均为自定，并逐一注明。',
    en: 'No number says how many traces or forms are too many. Such numbers in this tool are its own and marked so.',
  },
  silentScope: {
    zh_CN:
      '2026 年的办法只管移动应用、小程序、快应用，不管电脑网页，也不管公众号和工作群；2023 年的意见包括公众号和工作群。',
    en: 'The Measures of 2026 govern mobile apps and mini-programs, not web pages, accounts or groups; the Opinion of 2023 includes accounts and groups.',
  },
  silentPerson: {
    zh_CN: '没有一项规定要求个人安装本工具或提交本工具的数据，也没有规定可以用它考核个人。',
    en: 'None asks a person to install this tool or to hand in its figures, and none allows people to be assessed by it.',
  },
  silentPresence: {
    zh_CN: '强制打卡、排名、通报安装率等不看数量，只要存在且不属安保、应急场景，即与规定不符。',
    en: 'Forced check-ins, rankings and circulated install rates need no number: outside security and emergency their mere presence departs from the documents.',
  },
} as const satisfies Catalogue;
