import type { Message } from './message';

/** Categories of platforms, by the names that the catalogue gives them. */
export const categories = {
  agriculture: { zh_CN: '农业农村', en: 'Agriculture' },
  civil_affairs: { zh_CN: '民政', en: 'Civil affairs' },
  complaint: { zh_CN: '投诉举报', en: 'Complaints' },
  cyber: { zh_CN: '网信', en: 'Cyberspace affairs' },
  discipline: { zh_CN: '纪检监察', en: 'Discipline' },
  environment: { zh_CN: '生态环境', en: 'Environment' },
  forms_external: { zh_CN: '问卷与在线表格', en: 'Questionnaires and online sheets' },
  gov_other: { zh_CN: '其他政务', en: 'Other government' },
  gov_service: { zh_CN: '政务服务', en: 'Government services' },
  grid: { zh_CN: '网格治理', en: 'Grid governance' },
  health: { zh_CN: '卫生健康', en: 'Health' },
  hotline: { zh_CN: '便民热线', en: 'Public hotline' },
  hr_social: { zh_CN: '人社医保', en: 'Labour and social security' },
  intranet_unknown: { zh_CN: '内网系统', en: 'Intranet' },
  ip_unknown: { zh_CN: '未识别地址', en: 'Unknown address' },
  meeting: { zh_CN: '会议', en: 'Meetings' },
  natural_resources: { zh_CN: '自然资源', en: 'Natural resources' },
  new_media: { zh_CN: '政务新媒体', en: 'Official accounts' },
  oa: { zh_CN: '办公协同', en: 'Office systems' },
  one_table: { zh_CN: '一表通', en: 'One table' },
  party: { zh_CN: '党建', en: 'Party work' },
  party_study: { zh_CN: '理论学习', en: 'Party study' },
  petition: { zh_CN: '信访', en: 'Petitions' },
  portal: { zh_CN: '政府网站', en: 'Government websites' },
  poverty_relief: { zh_CN: '防返贫', en: 'Poverty prevention' },
  procurement: { zh_CN: '政府采购', en: 'Procurement' },
  project: { zh_CN: '项目管理', en: 'Projects' },
  safety: { zh_CN: '安全应急', en: 'Safety and emergency' },
  statistics: { zh_CN: '统计', en: 'Statistics' },
  study: { zh_CN: '学习培训', en: 'Training' },
  supervision: { zh_CN: '督查考核', en: 'Supervision' },
  village: { zh_CN: '村务', en: 'Village affairs' },
  water: { zh_CN: '水利', en: 'Water' },
} as const satisfies Readonly<Record<string, Message>>;

const byName = new Map<string, Message>(Object.entries(categories));

/** The name of a category; a category that a person made up is its own name in both languages. */
export function categoryMessage(category: string): Message {
  return byName.get(category) ?? { zh_CN: category, en: category };
}
