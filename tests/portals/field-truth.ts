import { HOSTS } from './hosts';

/** What a field of the practice portals demands, by the definitions and not by any reading of it. */
export interface FieldTruth {
  /** Data item with its role, as `person.phone@handler`. */
  readonly concept: string;
  /** Items whose values compare with one another. */
  readonly family: string;
  readonly entropy: 'high' | 'medium' | 'low';
  /** Asks for the person who reports: fixed information, whatever the subject. */
  readonly fixed?: true;
}

const of = (
  concept: string,
  entropy: FieldTruth['entropy'],
  family: string = concept.split('@')[0] ?? concept,
): FieldTruth => ({ concept, family, entropy });

const own = (concept: string, family: string): FieldTruth => ({
  concept,
  family,
  entropy: 'medium',
  fixed: true,
});

const NAME = 'person.name';
const ADDRESS = 'address';

/** Truth by host and label for the forms of the scripted stretch; other labels compare with nothing. */
const TRUTH: Readonly<Record<string, Readonly<Record<string, FieldTruth>>>> = {
  [HOSTS.civilAffairs]: {
    户主姓名: of('person.name@householder', 'medium', NAME),
    身份证号: of('person.id_number', 'high'),
    联系电话: of('person.phone', 'high'),
    家庭人口: of('household.size', 'low'),
    '所属村(社区)': of('area.village', 'low'),
    家庭住址: of('household.residence_address', 'high', ADDRESS),
    低保类别: of('civil.dibao_category', 'low'),
    致贫原因: of('poverty.cause', 'low'),
    家庭月收入: of('household.monthly_income', 'medium'),
    银行账号: of('person.bank_card', 'high'),
    开户银行: of('person.bank_name', 'low'),
    申请原因: of('civil.apply_reason', 'medium'),
    经办人电话: own('person.phone@handler', 'person.phone'),
  },
  [HOSTS.relapse]: {
    户主: of('person.name@householder', 'medium', NAME),
    公民身份号码: of('person.id_number', 'high'),
    手机号码: of('person.phone', 'high'),
    常住人口数: of('stat.resident_population', 'low'),
    行政村: of('area.village', 'low'),
    户籍地址: of('household.hukou_address', 'high', ADDRESS),
    监测对象类别: of('poverty.monitor_category', 'low'),
    致贫返贫风险: of('poverty.risk_type', 'low'),
    '年人均纯收入（元）': of('household.net_income_per_capita', 'medium'),
    惠民惠农卡号: of('person.bank_card', 'high'),
    帮扶措施: of('poverty.help_measure', 'medium'),
    帮扶责任人: own('poverty.helper', NAME),
    帮扶责任人电话: own('person.phone@helper', 'person.phone'),
  },
  [HOSTS.grid]: {
    居民姓名: of('person.name', 'medium'),
    证件号码: of('person.id_number', 'high'),
    联系方式: of('person.phone', 'high'),
    现住地址: of('household.residence_address', 'high', ADDRESS),
    走访情况: of('visit.content', 'high'),
    走访人: own('visit.visitor', NAME),
  },
  [HOSTS.agriculture]: {
    户主姓名: of('person.name@householder', 'medium', NAME),
    身份证号码: of('person.id_number', 'high'),
    联系电话: of('person.phone', 'high'),
    所在村: of('area.village', 'low'),
    一卡通账号: of('person.bank_card', 'high'),
    耕地面积: of('agri.arable_area', 'medium'),
    水稻种植面积: of('agri.rice_area', 'medium'),
    玉米种植面积: of('agri.corn_area', 'medium'),
  },
  [HOSTS.party]: {
    慰问对象: of('visit.object', 'medium', NAME),
    身份证号码: of('person.id_number', 'high'),
    联系方式: of('person.phone', 'high'),
    家庭地址: of('household.residence_address', 'high', ADDRESS),
    慰问详情: of('visit.content', 'high'),
    会议主题: of('meeting.title', 'high'),
    会议地点: of('meeting.place', 'medium'),
    主持人: of('meeting.host', 'medium', NAME),
    记录人: own('meeting.recorder', NAME),
    会议内容: of('meeting.minutes', 'high'),
  },
  [HOSTS.safety]: {
    企业名称: of('org.name', 'high'),
    信用代码: of('org.uscc', 'high'),
    负责人: of('org.principal', 'medium', NAME),
    联系电话: of('person.phone', 'high'),
    检查人员: own('safety.inspector', NAME),
    隐患描述: of('safety.hazard_desc', 'medium'),
  },
  [HOSTS.office]: {
    户主姓名: of('person.name@householder', 'medium', NAME),
    身份证号: of('person.id_number', 'high'),
    联系电话: of('person.phone', 'high'),
    家庭人口数: of('household.size', 'low'),
    所在村: of('area.village', 'low'),
    家庭住址: of('household.residence_address', 'high', ADDRESS),
    困难情况: of('household.difficulty', 'medium'),
    填表人: own('meta.reporter', NAME),
    填表人电话: own('person.phone@reporter', 'person.phone'),
  },
};

/** What a labelled field demands; nothing for fields whose values compare with none (dates of today). */
export function fieldTruth(host: string, label: string): FieldTruth | undefined {
  const labels = TRUTH[host];
  return labels && Object.hasOwn(labels, label) ? labels[label] : undefined;
}
