/**
 * Label → concept, with score and reason.
 *
 * Order of evidence, the first that decides: the cleaned label as the dictionary has it → a role
 * before an attribute (户主 + 姓名; 户主姓名 and 上报人姓名 are one parent, person.name, and two items) →
 * the same in other words (canonical label) → head noun behind a modifier → noun for one person → unit
 * of what is counted → shape of the value (the fact only) → kind of control → unknown. Labels are asked
 * in the order in which they are trusted. The technical name is a tie-breaker between what a generic
 * label leaves open, never evidence by itself. Last, on a form, some labels follow the field of work that
 * most of its other items are of: 存在问题 of a project are no hazards (`within`, `elsewhere`).
 *
 * What the control or the value rules out is not matched: a date picker is no name.
 */

import type { FieldReading, LabelSource } from '../domain/observation';
import { canonicalLabel } from './canonical-label';
import type { FieldConcept, FieldConcepts, Role } from './field-concepts';
import { normaliseLabel } from './normalise-label';
import { toSimplified } from './traditional';
import type { DetectedShape, ValueShape } from './value-shape';

/** What is known of a field; a `FieldReading` fits. */
export interface ConceptQuery {
  /** In the order of trust. */
  readonly labels: readonly { readonly text: string; readonly source: LabelSource }[];
  readonly name?: string;
  /** Shape of its value, where one was seen. */
  readonly shape?: DetectedShape;
  readonly control?: FieldReading['control'];
}

export interface ConceptMatch {
  /** Concept id, `person.phone`. */
  readonly concept: string;
  /** Role id, `householder`; absent for the subject of the form. */
  readonly role?: string;
  /** `person.phone`, or `person.phone@householder`: what records carry. */
  readonly key: string;
  /** 0…1. */
  readonly score: number;
  /** Machine words in the order of decision, as `role:householder`, `exact:联系电话`. */
  readonly reasons: readonly string[];
}

export interface ConceptMatcher {
  /** The field by itself. */
  matchConcept(query: ConceptQuery): ConceptMatch | undefined;
  /**
   * The fields of one form, each in the light of the others: 到期日期 is that of a loan where most of the
   * form is about money.
   *
   * @returns as many as there are fields
   */
  matchForm(queries: readonly ConceptQuery[]): readonly (ConceptMatch | undefined)[];
}

/** Role of a person that a label names in words that are not in the dictionary. */
const OTHER_ROLE = 'other';
/** 本人姓名, 村民姓名: whom the form is about, as with no role at all. */
const NO_ROLE: ReadonlySet<string> = new Set(['self', 'resident']);

const SCORES = {
  exact: 1,
  role: 0.97,
  parts: 0.95,
  canonical: 0.94,
  head: 0.86,
  shape: 0.8,
  control: 0.75,
} as const;

const SOURCE_WEIGHT: Readonly<Record<LabelSource, number>> = {
  library: 1,
  label: 1,
  aria: 1,
  'preceding-text': 0.98,
  'table-cell': 0.97,
  'table-header': 0.97,
  legend: 0.8,
  placeholder: 0.92,
  title: 0.9,
  name: 0,
};

/** Attributes that are a person's or an organisation's whatever noun stands before them. */
const ANY_OWNER = new Map<string, 'person' | 'either'>([
  ['person.name', 'person'],
  ['person.id_number', 'person'],
  ['person.sex', 'person'],
  ['person.ethnicity', 'person'],
  ['person.birth_date', 'person'],
  ['person.political_status', 'person'],
  ['person.marital_status', 'person'],
  ['person.occupation', 'person'],
  ['person.education', 'person'],
  ['person.phone', 'either'],
  ['person.email', 'either'],
  ['area.address', 'either'],
  ['household.residence_address', 'person'],
  ['household.hukou_address', 'person'],
]);

/** Characters that may stand before an open head. */
const LONGEST_MODIFIER = 10;

/** Characters of a label that names two things. */
const LONGEST_OF_TWO = 14;

/** Endings that are what they are whatever stands before them, in several wordings; others are `heads` of the dictionary. */
const OPEN_HEADS: readonly (readonly [RegExp, string, number])[] = [
  [/(?:照片|图片|影像|相片|拍照)$/u, 'meta.photo', 0.86],
  [
    /(?:附件|扫描件|复印件|证明材料|佐证材料|申请表|承诺书|委托书|授权书|佐证)$/u,
    'meta.attachment',
    0.82,
  ],
  [/视频$/u, 'meta.video', 0.84],
  [/备注$/u, 'meta.remark', 0.88],
  [/(?:签字|签名)$/u, 'person.signature', 0.84],
  [/身份证(?:号码?|编号)?$/u, 'person.id_number', 0.88],
  [/统一社会信用代码$/u, 'org.uscc', 0.9],
  [
    /(?:发放|领取|收款|银行|一卡通|社保卡|补贴|打卡|惠农|结算|开户|对公|领款|存折|发卡|缴费)(?:[人方户]|单位)?(?:银行|卡)?(?:账号|账户|帐号|卡号)$/u,
    'person.bank_card',
    0.86,
  ],
  [/^与(?!案件).{2,6}的?关系$/u, 'person.relation', 0.92],
  [/文号$/u, 'oa.doc_no', 0.82],
  [/标题$/u, 'meta.title', 0.82],
  [/(?:是否满意|满意度|满意程度)$/u, 'visit.satisfaction', 0.82],
  [/起点$/u, 'area.start_point', 0.82],
  [/终点$/u, 'area.end_point', 0.82],
  [/许可证(?:编号|号码?)$/u, 'org.license', 0.84],
  [/(?:银行|公务|工资|资助)卡(?:卡号|号码?|账号)$/u, 'person.bank_card', 0.86],
  [/(?<=.{2})有效期[至限止]?$/u, 'meta.valid_until', 0.84],
  [/(?:签[字章署名]|审[批核])(?:日期|时间)$/u, 'meta.audit_date', 0.82],
  [/发生(?:地[址点]?|位置)$/u, 'event.place', 0.84],
  [/车牌号码?$/u, 'person.plate_number', 0.86],
  [/(?:联系(?:电话|方式)|(?:[人客员者]|姓名)及?(?:电话|号码))$/u, 'person.phone', 0.84],
  [/电话$/u, 'org.phone', 0.76],
  [/(?<!选)村组$/u, 'area.village', 0.82],
  [/乡镇$/u, 'area.town', 0.82],
  [/(?<=.{2})依据$/u, 'meta.basis', 0.8],
  [/[站局办科处股心]意见$/u, 'meta.opinion_unit', 0.82],
  [/树种$/u, 'fire.tree_species', 0.84],
  [
    /(?:单位|[主实]体|作坊|公司|企业|机构|[门商酒]店|商[户铺]|经[营销][户商]|民宿|医院|学校|园区|零售点|网店|业户|基层社|集体|团队)名称$/u,
    'org.name',
    0.82,
  ],
  [/^所属.*(?:[局所队]|公司|协会|学会)$/u, 'org.belongs_to', 0.8],
  [/(?:起止|起讫|开始结束)(?:日期|时间|年月)$/u, 'meta.period_range', 0.82],
  [/经度$/u, 'area.longitude', 0.86],
  [/纬度$/u, 'area.latitude', 0.86],
];

/** A noun for a unit or place, as modifiers end in it. */
const PLACE_OR_UNIT =
  /(?:会|部|局|所|站|院|校|厂|场|公司|单位|中心|社|店|办|科|室|馆|村|镇|乡|街道|社区|企业|机构|基地|园|库|点)$/u;
/** A noun for a person, as modifiers end in it. */
const PERSON_NOUN =
  /(?:人|员|者|长|主任|书记|领导|干部|代表|主|老人|儿童|学生|家长|医生|教师|老师|校长|队员|对象|居民|村民|群众|党员|亲|子|女|夫|妻|兄|弟|姐|妹|哥|爷|奶|公|婆|孙|属|方|司机|师|经理|总监|干事|师傅|会计|警|士|兵|(?<!发)生)$/u;
const PERSON_ROLE = /(?:人|员|者|长|主任|书记|户主|干部|领导|父亲|母亲|配偶|代表|医生|教师|对象)$/u;
/** One who did what the verb says, or has that post; not one of a group. */
const ONE_PERSON =
  /^(?!是否|有无|能否)(?:.{2,4}(?:(?<![老病家军工商法证他本个众]|残疾|脱贫|贫困|成年|流动)人|(?<![人成党队学团会社]|运动)员)|.{0,6}(?:专家|医生|民警|厨师|兽医|社工|组长|队长|指挥|主席|专员))$/u;
/** Modifiers that change the item instead of saying whose it is. */
const TURNING =
  /(?:是否|有无|能否|非|不|未|无|没|前|原|曾|拟|应|待|除|超|旧|新|老|备用|其他|其它|子|分|反|总|均|占用|核减|拟用)$|^(?:是否|有无|能否|未|无|拟|应|待|非|不)/u;
/** Said of whatever stands before it. */
const JUDGED = /^(?:合格|问题|异常|隐患|正常|完好|齐全|规范|到位|达标)/u;
/** Modifiers that say nothing new. */
const TRANSPARENT =
  /^(?:每[年月日周季人户]度?|全年|所属|所在|归属|隶属|当前|目前|现|本次|本人|实际|具体|详细|主要|相关|有关|最新|最近|现有|现任|上报|填报|登记|基本|个人|人员|首次|初次|入户|现场|专职|兼职|第[一二三]|补贴|资金|救助|低保|特困|津贴|保障金|发放|享受|期末|期初|年末|年初|合计|全部|累计|共有?|家庭|本户|全家|户|村|本村|村级|镇|乡镇|项目|企业|单位|申请|产品|日常|总体|整体|已|今日|本月|本年|当年|本周|今年|上年|上年度|本年度|年度|月度|去年|上月|年|月|日|20\d\d年?度?)+$/u;
const STRIPPED_FRONT =
  /^(?:(?:采取|存在|落实|收集到?|发现|反映|开展|召开|举行|举办|涉及|造成|享受|缴纳|领取)的|召开|开展|当日|今日|(?:县|镇|村|乡镇|镇街|村居|社区)级|所属|所在|归属|隶属|当前|目前|本次|本人|实际|具体|详细|主要|相关|有关|其他|其它|最新|现|被|拟|该|(?:信息|数据)(?=[录采上登报填]..$)|(?:\d{2}|20\d\d)年度?)(?=.{2})/u;
/** Between two things that one box asks for. */
const PARTING = /[/、|]|或者?|(?<![涉普])及(?!时)|和(?!解|谐)|与(?!.*关系)/u;
const STRIPPED_BACK =
  /(?<=.{2})(?:信息|情况|状况|名称|资料|数据|选择|录入|填写|登记|一览|合计|总计|小计)$/u;
/** Taken off only where a place is asked for: 籍贯省, 籍贯市. */
const REGION_PART = /(?<=.{2})[省市县]$/u;
/** Taken off only where one of several answers is asked for: forms made from tables of codes say so. */
const STRIPPED_CODE = /(?<=.{2})(?:类型|类别)?(?:编码|代码)$/u;
/** Taken off only where a text is asked for anyway: 请假事由说明. */
const STRIPPED_TELLING = /(?<=.{3})(?:说明|描述|详情|内容)$/u;
const NO_ADDRESS =
  /(?:ip(?:v\d)?|mac|路由|组件|上传|网站|网络|网页|接口|文件|存储|链接|图片|照片|发生|户籍|居住|视频|服务器?|回调|域名|邮件|电子|邮箱|下载|访问|官网|推送|跳转)$/u;
/** Quantities of one thing among many: 小麦播种面积 is a 播种面积. */
const QUANTITY_DOMAINS = new Set([
  'agri',
  'disaster',
  'stat',
  'project',
  'household',
  'house',
  'safety',
  'visit',
]);

/** What is asked for, by the unit of the answer. */
const COUNTED_BY: ReadonlyMap<string, string> = new Map([
  ['人', '人数'],
  ['户', '户数'],
  ['次', '次数'],
  ['亩', '面积'],
  ['公顷', '面积'],
  ['㎡', '面积'],
  ['元', '金额'],
  ['万元', '金额'],
]);

/** Fields of work that forms of every kind ask of. */
const NEUTRAL: ReadonlySet<string> = new Set(['person', 'area', 'meta', 'account', 'org']);

/** So many items of one field of work make a form plainly one of it. */
const PLAINLY = 2;

/** Shapes that cannot be written into a control of a kind. */
const RULED_OUT: Readonly<Partial<Record<FieldReading['control'], ReadonlySet<ValueShape>>>> = {
  date: new Set<ValueShape>([
    'zhname',
    'idcard18',
    'phone',
    'email',
    'plate',
    'uscc18',
    'bankcard',
    'money',
    'area',
    'bool',
    'address',
    'file',
    'region',
    'longtext',
  ]),
  number: new Set<ValueShape>(['zhname', 'file', 'address', 'longtext', 'email', 'region']),
  switch: new Set<ValueShape>([
    'zhname',
    'idcard18',
    'phone',
    'email',
    'uscc18',
    'bankcard',
    'address',
    'longtext',
    'money',
    'area',
    'date',
    'file',
  ]),
  radio: new Set<ValueShape>([
    'idcard18',
    'phone',
    'email',
    'uscc18',
    'bankcard',
    'address',
    'file',
  ]),
  checkbox: new Set<ValueShape>(['idcard18', 'phone', 'email', 'uscc18', 'bankcard', 'file']),
  cascader: new Set<ValueShape>([
    'idcard18',
    'phone',
    'email',
    'uscc18',
    'bankcard',
    'file',
    'date',
  ]),
};

/** Values with a form of their own, and the concept that such a value is if nothing else is known. */
const SHAPE_CONCEPT: ReadonlyMap<DetectedShape, string> = new Map([
  ['idcard18', 'person.id_number'],
  ['phone', 'person.phone'],
  ['email', 'person.email'],
  ['plate', 'person.plate_number'],
  ['uscc18', 'org.uscc'],
  ['bankcard', 'person.bank_card'],
]);
const STRUCTURED = new Set<ValueShape>([
  'zhname',
  'idcard18',
  'phone',
  'email',
  'plate',
  'uscc18',
  'bankcard',
  'date',
  'year',
  'money',
  'area',
  'address',
  'bool',
  'file',
]);

interface Candidate {
  readonly concept: FieldConcept;
  readonly role?: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

interface Label {
  readonly text: string;
  readonly full?: string;
  readonly unit?: string;
  readonly source: LabelSource;
}

export function createConceptMatcher(knowledge: FieldConcepts): ConceptMatcher {
  const index = new ConceptIndex(knowledge);
  return {
    matchConcept: (query) => index.match(query),
    matchForm: (queries) => index.matchForm(queries),
  };
}

class ConceptIndex {
  private readonly byId = new Map<string, FieldConcept>();
  private readonly exact = new Map<string, FieldConcept>();
  private readonly canonical = new Map<string, FieldConcept | null>();
  private readonly roleOf = new Map<string, Role>();
  private readonly roleLabels: readonly string[];
  /** Concept that a role's name is by itself: reporter → meta.reporter. */
  private readonly nameOfRole = new Map<string, FieldConcept>();
  private readonly names = new Map<string, FieldConcept | null>();
  /** By label: the items that it asks for on forms of their field of work. */
  private readonly within = new Map<string, FieldConcept[]>();
  /** By label: what it asks for on forms of another field of work than its own item. */
  private readonly elsewhere = new Map<string, FieldConcept>();
  /** Labels that name their item whatever stands before them. */
  private readonly open = new Set<string>();
  private readonly longest: number;

  constructor({ concepts, roles }: FieldConcepts) {
    for (const role of roles) for (const label of role.labels) this.roleOf.set(label, role);
    this.roleLabels = [...this.roleOf.keys()].sort((a, b) => b.length - a.length);
    for (const concept of concepts) {
      this.byId.set(concept.id, concept);
      if (concept.role !== undefined && !this.nameOfRole.has(concept.role)) {
        this.nameOfRole.set(concept.role, concept);
      }
    }
    // Plain labels first: what stands in brackets only adds what no plain label says.
    for (const concept of concepts) {
      for (const label of concept.labels) this.addExact(clean(label).text, label, concept);
    }
    for (const concept of concepts) {
      for (const label of concept.labels) {
        const { full } = clean(label);
        if (full !== undefined && !this.exact.has(full)) this.exact.set(full, concept);
      }
    }
    for (const concept of concepts) {
      for (const label of concept.within) {
        const { text } = clean(label);
        this.within.set(text, [...(this.within.get(text) ?? []), concept]);
      }
      for (const label of concept.heads) this.open.add(clean(label).text);
      for (const label of concept.elsewhere) this.elsewhere.set(clean(label).text, concept);
    }
    for (const [label, concept] of this.exact) {
      const form = canonicalLabel(label);
      const known = this.canonical.get(form);
      this.canonical.set(form, known === undefined || known === concept ? concept : null);
    }
    for (const concept of concepts) {
      // project.name is projectName too.
      for (const name of [...concept.names, concept.id]) {
        const key = plainName(name);
        const known = this.names.get(key);
        this.names.set(key, known === undefined || known === concept ? concept : null);
      }
    }
    this.longest = Math.max(...[...this.exact.keys()].map((label) => label.length));
  }

  match(query: ConceptQuery): ConceptMatch | undefined {
    const labels: Label[] = [];
    for (const { text, source } of query.labels) {
      if (source === 'name') continue;
      const cleaned = normaliseLabel(text, toSimplified);
      if (cleaned.text !== '') labels.push({ ...cleaned, source });
    }
    const context = labels.filter(({ source }) => source === 'legend');
    const own = labels.filter(({ source }) => source !== 'legend');
    const asked = own.length > 0 ? own : context;
    let best = this.decide(asked, query);
    best = best && this.withName(best, asked, query);
    best = best && this.withContext(best, own.length > 0 ? context : [], asked);
    best ??= this.byShape(asked, query) ?? this.byControl(asked, query);
    if (best === undefined) return undefined;
    const fitted = this.fit(best, query);
    return fitted === undefined ? undefined : toMatch(fitted);
  }

  matchForm(queries: readonly ConceptQuery[]): (ConceptMatch | undefined)[] {
    const alone = queries.map((query) => this.match(query));
    const open = queries.map((query) => this.openLabel(query));
    if (open.every((label) => label === undefined)) return alone;
    // What a form asks twice says no more of it than what it asks once: rows come and go.
    const told = alone.flatMap((match, at) => (match && !open[at] ? [match.concept] : []));
    const weight = new Map<string, number>();
    for (const id of new Set(told)) {
      // A loan and a contract are of one field of work: what is nearer decides between them.
      for (const [part, times] of [
        [fieldOfWork(id), 1],
        [subjectOf(id), 0.01],
      ] as const) {
        weight.set(part, (weight.get(part) ?? 0) + times);
      }
    }
    const most = Math.max(...[...weight].map(([part, times]) => (NEUTRAL.has(part) ? 0 : times)));
    const weightOf = ({ id }: FieldConcept) =>
      (weight.get(fieldOfWork(id)) ?? 0) + (weight.get(subjectOf(id)) ?? 0);
    return alone.map((match, at) => {
      const label = open[at];
      const query = queries[at];
      if (label === undefined || query === undefined) return match;
      const own = match && this.byId.get(match.concept);
      const other = this.elsewhere.get(label.text);
      const near = [...(this.within.get(label.text) ?? []), ...(own && other ? [own] : [])];
      const [best] = near.sort((one, two) => weightOf(two) - weightOf(one));
      const isOfIt = best !== undefined && weightOf(best) > 0 && weightOf(best) >= most;
      const meant = isOfIt ? best : most >= PLAINLY ? other : undefined;
      if (meant === undefined || meant === own) return match;
      const candidate = this.fitting(
        {
          concept: meant,
          ...(meant.role === undefined ? {} : { role: meant.role }),
          score: SCORES.exact * SOURCE_WEIGHT[label.source],
          reasons: [`exact:${label.text}`, `form:${isOfIt ? fieldOfWork(meant.id) : 'other'}`],
        },
        query,
        label,
      );
      const fitted = candidate && this.fit(candidate, query);
      return fitted === undefined ? match : toMatch(fitted);
    });
  }

  /** The label of a field, where it asks for different items on different forms. */
  private openLabel({ labels }: ConceptQuery): Label | undefined {
    for (const { text, source } of labels) {
      if (source === 'name' || source === 'legend') continue;
      const cleaned = normaliseLabel(text, toSimplified);
      if (cleaned.text !== '') {
        const isOpen = this.within.has(cleaned.text) || this.elsewhere.has(cleaned.text);
        return isOpen ? { ...cleaned, source } : undefined;
      }
    }
    return undefined;
  }

  /** The first label that says something; a later one only where it says more than a generic one. */
  private decide(labels: readonly Label[], query: ConceptQuery): Candidate | undefined {
    let generic: Candidate | undefined;
    for (const [place, label] of labels.entries()) {
      const candidate = this.fitting(this.read(label, query), query, label);
      if (candidate === undefined) continue;
      if (!candidate.concept.generic) {
        if (generic !== undefined && !refines(label.text, generic)) continue;
        return this.withOtherCell(candidate, labels, place);
      }
      generic ??= candidate;
    }
    return this.joined(labels, query) ?? generic;
  }

  /** Row and column of a grid: 父亲 in the row, 姓名 over the column. */
  private joined(labels: readonly Label[], query: ConceptQuery): Candidate | undefined {
    const cells = labels.filter(({ source }) => source.startsWith('table'));
    const [cell, header] = cells;
    if (cell === undefined || header === undefined) return undefined;
    for (const text of [cell.text + header.text, header.text + cell.text]) {
      const candidate = this.fitting(this.read({ text, source: cell.source }, query), query, cell);
      if (candidate !== undefined && !candidate.concept.generic) return candidate;
    }
    return undefined;
  }

  private withOtherCell(candidate: Candidate, labels: readonly Label[], place: number): Candidate {
    if (!labels[place]?.source.startsWith('table')) return candidate;
    const other = labels.find((label, at) => at !== place && label.source.startsWith('table'));
    if (other === undefined) return candidate;
    const attribute = this.exact.get(other.text);
    const role = this.roleOf.get(labels[place]?.text ?? '');
    // The cell named a person, the header what is asked of that person.
    if (role !== undefined && attribute?.takesRole === true) {
      return this.inRole(attribute, role.id, {
        concept: attribute,
        score: SCORES.role * SOURCE_WEIGHT['table-header'],
        reasons: [`exact:${other.text}`],
      });
    }
    return this.withContext(candidate, [other], [labels[place] as Label]) ?? candidate;
  }

  private read(label: Label, query: ConceptQuery): Candidate | undefined {
    const forms = label.full === undefined ? [label.text] : [label.full, label.text];
    const weight = SOURCE_WEIGHT[label.source];
    for (const step of [
      (text: string) => this.byExact(text),
      (text: string) => this.byNoun(text),
      (text: string) => this.byRole(text, 0),
      (text: string) => this.byParts(text),
      (text: string) => this.byCanonical(text),
      (text: string) => this.byStripping(text),
      (text: string) => this.byPrefixWhether(text, query),
      (text: string) => this.byHead(text),
      (text: string) => this.byRoleAlone(text),
      (text: string) => this.byUnit(text, label.unit),
      (text: string) => this.byOnePart(text),
    ]) {
      for (const text of forms) {
        const found = step(text);
        if (found !== undefined) return { ...found, score: found.score * weight };
      }
    }
    return undefined;
  }

  private byExact(text: string): Candidate | undefined {
    const concept = this.exact.get(text);
    if (concept === undefined) return undefined;
    return {
      concept,
      ...(concept.role === undefined ? {} : { role: concept.role }),
      score: SCORES.exact,
      reasons: [`exact:${text}`],
    };
  }

  /** 授课人 + 姓名, 帮扶单位 + 名称, 事发地 + 详细地址: the noun has said it all. */
  private byNoun(text: string): Candidate | undefined {
    const parts =
      /^(.{2,}?)(?:的?(姓名|名字)|(名称|全称)|的?((?:详细|具体|所在)?(?:地址|位置|地点)|详址))$/u.exec(
        text,
      );
    const found = parts === null ? undefined : this.byExact(parts[1] ?? '');
    if (parts === null || found === undefined) return undefined;
    const fits =
      parts[2] !== undefined
        ? found.concept.shape === 'zhname'
        : parts[3] !== undefined
          ? /^(?:text|enum|region)$/.test(found.concept.shape) && !found.concept.generic
          : found.concept.shape === 'address' || found.concept.id.endsWith('.place');
    return fits ? { ...found, score: SCORES.role, reasons: ['noun', ...found.reasons] } : undefined;
  }

  private byCanonical(text: string): Candidate | undefined {
    const concept = this.canonical.get(canonicalLabel(text));
    // A generic label in other words is nearly always part of one that is not: 实际开始.
    if (concept === undefined || concept === null || concept.generic) return undefined;
    return {
      concept,
      ...(concept.role === undefined ? {} : { role: concept.role }),
      score: SCORES.canonical,
      reasons: [`canonical:${canonicalLabel(text)}`],
    };
  }

  /** Both halves of 电话/手机 say the same. */
  private byParts(text: string): Candidate | undefined {
    const parts = text.split(PARTING).filter((part) => part !== '');
    if (parts.length < 2 || parts.length > 4) return undefined;
    const [first, ...rest] = parts.map((part) => this.byExact(part) ?? this.byCanonical(part));
    if (first === undefined) return undefined;
    const same = rest.every((other) => other?.concept.family === first.concept.family);
    return same
      ? { ...first, score: SCORES.parts, reasons: ['parts', ...first.reasons] }
      : undefined;
  }

  /** What is asked for first, where several things are: 疫苗名称及批号; 项目经理/总监电话 ends in it. */
  private byOnePart(text: string): Candidate | undefined {
    if (text.length > LONGEST_OF_TWO) return undefined;
    const parts = text.split(PARTING);
    const [first, last] = [parts[0] ?? '', text.includes('/') ? (parts.at(-1) ?? '') : ''];
    for (const part of [first, last]) {
      if (part.length < 2 || part === text || this.roleOf.has(part)) continue;
      const found =
        this.byExact(part) ?? this.byRole(part, 1) ?? this.byCanonical(part) ?? this.byHead(part);
      const named = found?.concept.shape === 'zhname' && part !== last && last !== '';
      if (found !== undefined && !found.concept.generic && !named) {
        return { ...found, score: SCORES.shape, reasons: ['parts', ...found.reasons] };
      }
    }
    return undefined;
  }

  /** A role in front, the longest first; what is behind it may hold a role of its own. */
  private byRole(text: string, depth: number): Candidate | undefined {
    const plain = text.replace(/(?<=人|员|者|成员|代表)(?:\d{1,2}|[一二三四五])(?=.)/u, '');
    for (const label of this.roleLabels) {
      if (label.length >= plain.length || !plain.startsWith(label)) continue;
      const role = this.roleOf.get(label);
      const rest = plain.slice(label.length).replace(/^(?:的|之|、|\/|-|_|:)/u, '');
      if (role === undefined || rest === '') continue;
      const found = this.attributeOf(rest, role, depth, label);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private attributeOf(
    rest: string,
    role: Role,
    depth: number,
    word: string,
  ): Candidate | undefined {
    const attribute =
      this.byExact(rest) ??
      (depth < 2 ? this.byRole(rest, depth + 1) : undefined) ??
      this.byParts(rest) ??
      this.byCanonical(rest) ??
      this.byStripping(rest) ??
      this.byOnePart(rest);
    if (attribute === undefined) return undefined;
    if (attribute.role !== undefined || role.class === 'organisation') {
      if (role.class === 'organisation') return this.ofOrganisation(attribute, role);
      // 户主配偶姓名: the nearer role is whose it is.
      return attribute.concept.takesRole || attribute.concept.role !== undefined
        ? { ...attribute, score: attribute.score * SCORES.role }
        : undefined;
    }
    if (!attribute.concept.takesRole) return undefined;
    return this.inRole(attribute.concept, role.id, attribute, word);
  }

  /** @param word that named the role: 证明人 is no 介绍人, though of one role */
  private inRole(concept: FieldConcept, role: string, from: Candidate, word?: string): Candidate {
    const named =
      concept.id === 'person.name' && (word === undefined || this.exact.get(word)?.role === role)
        ? this.nameOfRole.get(role)
        : undefined;
    return {
      concept: named ?? concept,
      ...(NO_ROLE.has(role) ? {} : { role }),
      score: from.score * SCORES.role,
      reasons: [`role:${role}`, ...from.reasons],
    };
  }

  /** 学校地址, 企业负责人电话: an organisation has a name, an address, a telephone and people. */
  private ofOrganisation(attribute: Candidate, role: Role): Candidate | undefined {
    const reasons = [`role:${role.id}`, ...attribute.reasons];
    const score = attribute.score * SCORES.role;
    if (attribute.role !== undefined) return { ...attribute, score, reasons };
    const own = new Map([
      ['person.phone', 'org.phone'],
      ['person.landline', 'org.phone'],
      ['area.address', 'org.address'],
      ['meta.name', 'org.name'],
      ['meta.type', 'org.type'],
      ['person.email', 'person.email'],
      ['meta.serial', 'org.code'],
      ['person.bank_card', 'person.bank_card'],
      ['person.bank_name', 'person.bank_name'],
    ]).get(attribute.concept.id);
    const concept = own === undefined ? undefined : this.byId.get(own);
    if (concept !== undefined) return { concept, score, reasons };
    // 单位职务 is a person's; other items of a person are not an organisation's.
    return attribute.concept.id.startsWith('org.') ? { ...attribute, score, reasons } : undefined;
  }

  /** The label with what says nothing taken off: 所属乡镇, 监护人信息. */
  private byStripping(text: string): Candidate | undefined {
    for (const stripped of [
      text.replace(STRIPPED_FRONT, ''),
      text.replace(STRIPPED_BACK, ''),
      text.replace(STRIPPED_FRONT, '').replace(STRIPPED_BACK, ''),
    ]) {
      if (stripped === text || stripped.length < 2) continue;
      const found =
        this.byExact(stripped) ?? this.byRole(stripped, 1) ?? this.byCanonical(stripped);
      // What a thing is called is no amount of it: 固定资产名称.
      const named =
        text.endsWith('名称') && /^(money|area|number|date)$/.test(found?.concept.shape ?? '');
      if (found !== undefined && !found.concept.generic && !named) {
        return { ...found, score: found.score * 0.96, reasons: ['stripped', ...found.reasons] };
      }
    }
    const part = this.byExact(text.replace(REGION_PART, ''));
    if (part !== undefined && /^(?:region|address)$/.test(part.concept.shape)) {
      return { ...part, score: part.score * 0.95, reasons: ['stripped', ...part.reasons] };
    }
    const coded = this.byExact(text.replace(STRIPPED_CODE, ''));
    if (coded?.concept.shape === 'enum' && !coded.concept.generic) {
      return { ...coded, score: coded.score * 0.95, reasons: ['stripped', ...coded.reasons] };
    }
    const told = this.byExact(text.replace(STRIPPED_TELLING, ''));
    return told?.concept.shape === 'longtext' && !told.concept.generic
      ? { ...told, score: told.score * 0.95, reasons: ['stripped', ...told.reasons] }
      : undefined;
  }

  /** 是否X of an X that is answered by yes or no, and the other way round for a switch. */
  private byPrefixWhether(text: string, query: ConceptQuery): Candidate | undefined {
    const [, subject, asked] =
      /^(.{2,4}(?=是否))?(?:是否|有无)(?:为|是|有|患有?|具有|属于|系|已经?|完成|享受|纳入|参加)?(.{2,})$/u.exec(
        text,
      ) ?? [];
    // 软管是否合格 judges the hose alone.
    if (subject !== undefined && asked !== undefined && JUDGED.test(asked)) return undefined;
    if (asked !== undefined) {
      for (const form of [
        asked,
        `是否${asked}`,
        `是否有${asked}`,
        `有无${asked}`,
        `是否享受${asked}`,
      ]) {
        const found = this.byExact(form) ?? this.byCanonical(form);
        const kind = found?.concept.shape === 'enum' && found.reasons[0] === `exact:${form}`;
        if (found?.concept.generic === true) continue;
        if (found?.concept.shape === 'bool' || (found !== undefined && kind)) {
          return { ...found, score: found.score * 0.95, reasons: ['whether', ...found.reasons] };
        }
      }
      return undefined;
    }
    if (query.control !== 'switch' && query.control !== 'radio' && query.control !== 'checkbox') {
      return undefined;
    }
    const found = this.byExact(`是否${text}`) ?? this.byCanonical(`是否${text}`);
    return found?.concept.shape === 'bool'
      ? { ...found, score: found.score * 0.9, reasons: ['whether', ...found.reasons] }
      : undefined;
  }

  /** The longest ending that the dictionary has, if what stands before it leaves it the same item. */
  private byHead(text: string): Candidate | undefined {
    const from = Math.max(1, text.length - this.longest);
    for (let start = from; start <= text.length - 2; start++) {
      const head = text.slice(start);
      const modifier = text.slice(0, start);
      const concept = this.exact.get(head);
      if (concept === undefined) continue;
      const found = this.headed(modifier, head, concept);
      if (found !== undefined) return found;
    }
    if (/^(?:是否|有无|未|无)/u.test(text)) return undefined;
    for (const [ending, id, score] of OPEN_HEADS) {
      const concept = this.byId.get(id);
      if (concept === undefined || !ending.test(text)) continue;
      const modifier = text.replace(ending, '');
      if (modifier.length > LONGEST_MODIFIER) continue;
      return this.openHead(concept, modifier, score, text.slice(modifier.length));
    }
    return undefined;
  }

  private openHead(
    concept: FieldConcept,
    modifier: string,
    score: number,
    head: string,
  ): Candidate {
    const own = concept.takesRole ? this.roleIn(modifier)?.role : concept.role;
    const role = own === undefined ? {} : { role: own };
    return { concept, ...role, score, reasons: [`head:${head}`] };
  }

  private headed(modifier: string, head: string, concept: FieldConcept): Candidate | undefined {
    if (TURNING.test(modifier) || PARTING.test(modifier)) return undefined;
    const reasons = [`head:${head}`];
    const owner = ANY_OWNER.get(concept.id);
    const unit = this.unitIn(modifier);
    const itsOwn = unit && this.ofOrganisation({ concept, score: SCORES.head, reasons }, unit);
    if (itsOwn !== undefined && itsOwn.concept !== concept) return itsOwn;
    if (owner !== undefined && (head.length >= 2 || concept.id === 'person.name')) {
      const person = PERSON_NOUN.test(modifier) && !/(?:方式|形式|格式|样式)$/u.test(modifier);
      if (person || concept.id === 'person.name') {
        const { role, word } = this.roleIn(modifier) ?? { role: OTHER_ROLE };
        const from = { concept, score: SCORES.head / SCORES.role, reasons };
        return this.inRole(concept, role, from, word);
      }
      if (concept.id === 'person.phone' && PLACE_OR_UNIT.test(modifier)) {
        const phone = this.byId.get('org.phone');
        return phone && { concept: phone, score: SCORES.head, reasons };
      }
      if (concept.id === 'area.address' && head.length >= 2 && !NO_ADDRESS.test(modifier)) {
        return /(?:地址|住址|详址)$/u.test(head)
          ? { concept, score: SCORES.head * 0.97, reasons }
          : undefined;
      }
    }
    if (this.open.has(head) && modifier.length <= LONGEST_MODIFIER) {
      return this.openHead(concept, modifier, SCORES.head, head);
    }
    if (concept.generic || concept.meta) return undefined;
    const role = concept.role === undefined ? {} : { role: concept.role };
    const candidate = { concept, ...role, score: SCORES.head, reasons };
    if (TRANSPARENT.test(modifier)) return candidate;
    if (head.length < 3) return undefined;
    if (
      concept.role !== undefined &&
      concept.id.startsWith('org.') &&
      PLACE_OR_UNIT.test(modifier)
    ) {
      return candidate;
    }
    const person = this.roleIn(modifier);
    if (person !== undefined && concept.takesRole) {
      const from = { concept, score: SCORES.head / SCORES.role, reasons };
      return this.inRole(concept, person.role, from, person.word);
    }
    if (head.length >= 5 && modifier.length <= 4) return candidate;
    const quantity = ['area', 'money', 'int', 'number'].includes(concept.shape);
    // 养老金领取金额: what is paid out is what the modifier says, unless that is a subsidy.
    if (/^(?:领取|发放|实发|到账)/u.test(head) && !/[补奖贴]/u.test(modifier)) return undefined;
    const domain = fieldOfWork(concept.id);
    if (head.length >= 4 && quantity && QUANTITY_DOMAINS.has(domain) && modifier.length <= 5) {
      return { ...candidate, score: SCORES.head * 0.96 };
    }
    return undefined;
  }

  /** The role that a modifier ends in, and the word for it. */
  private roleIn(modifier: string): { readonly role: string; readonly word: string } | undefined {
    const word = this.roleLabels.find((one) => modifier.endsWith(one));
    const role = word === undefined ? undefined : this.roleOf.get(word);
    return word === undefined || role === undefined || role.class === 'organisation'
      ? undefined
      : { role: role.id, word };
  }

  /** The role of an organisation whose word a modifier ends in: 涉事机构. */
  private unitIn(modifier: string): Role | undefined {
    const word = this.roleLabels.find((one) => modifier.endsWith(one));
    const role = word === undefined ? undefined : this.roleOf.get(word);
    return role?.class === 'organisation' ? role : undefined;
  }

  /** 死亡（人） is a 死亡人数. */
  private byUnit(text: string, unit: string | undefined): Candidate | undefined {
    const counted = unit === undefined ? undefined : COUNTED_BY.get(unit);
    const found = counted === undefined ? undefined : this.byExact(`${text}${counted}`);
    return found && { ...found, reasons: [`unit:${unit}`, ...found.reasons] };
  }

  /** 监护人 alone asks for that person's name; so does 劝阻人, of whom the dictionary knows nothing. */
  private byRoleAlone(text: string): Candidate | undefined {
    const role = this.roleOf.get(text);
    if (role?.class === 'organisation' || !(role ? PERSON_ROLE : ONE_PERSON).test(text)) {
      return undefined;
    }
    const name = this.byId.get('person.name');
    return (
      name &&
      this.inRole(
        name,
        role?.id ?? OTHER_ROLE,
        { concept: name, score: role ? 0.92 : SCORES.control, reasons: [`role-alone:${text}`] },
        text,
      )
    );
  }

  private byShape(labels: readonly Label[], query: ConceptQuery): Candidate | undefined {
    const id = query.shape === undefined ? undefined : SHAPE_CONCEPT.get(query.shape);
    const concept = id === undefined ? undefined : this.byId.get(id);
    if (concept === undefined || query.control === 'password') return undefined;
    const role = labels.map(({ text }) => this.roleFront(text)).find((one) => one !== undefined);
    return {
      concept,
      ...(role === undefined || !concept.takesRole ? {} : { role }),
      score: SCORES.shape,
      reasons: [`shape:${query.shape}`],
    };
  }

  private roleFront(text: string): string | undefined {
    const label = this.roleLabels.find((one) => text.startsWith(one));
    const role = label === undefined ? undefined : this.roleOf.get(label);
    return role?.class === 'organisation' ? undefined : role?.id;
  }

  private byControl(labels: readonly Label[], query: ConceptQuery): Candidate | undefined {
    const [label] = labels;
    if (label === undefined) return undefined;
    const id =
      query.control === 'file'
        ? /照片|(?<!执|牌)照$|合影|[封配]面?图|图[片像标]|相片|影像|拍照|头像|截图/u.test(
            label.text,
          )
          ? 'meta.photo'
          : 'meta.attachment'
        : query.control === 'password'
          ? 'account.password'
          : undefined;
    const concept = id === undefined ? undefined : this.byId.get(id);
    return concept && { concept, score: SCORES.control, reasons: [`control:${query.control}`] };
  }

  /** A generic label (名称, 编号) made exact by a technical name that ends in the same. */
  private withName(best: Candidate, labels: readonly Label[], query: ConceptQuery): Candidate {
    if (!best.concept.generic) return best;
    const named = this.nameSays(query.name);
    if (named === undefined || named.generic) return best;
    const label = labels[0]?.text ?? '';
    if (!named.labels.some((one) => clean(one).text.endsWith(label))) return best;
    return { concept: named, score: 0.8, reasons: [...best.reasons, `name:${named.id}`] };
  }

  private nameSays(name: string | undefined): FieldConcept | undefined {
    if (name === undefined) return undefined;
    const last =
      name
        .split(/[.[\]]/u)
        .filter((part) => part !== '')
        .at(-1) ?? '';
    const key = plainName(last);
    return key.length < 4 ? undefined : (this.names.get(key) ?? undefined);
  }

  /** The heading over a group of fields says whose they are: 监护人信息 over 姓名. */
  private withContext(
    best: Candidate,
    context: readonly Label[],
    _asked: readonly Label[],
  ): Candidate {
    if (best.role !== undefined || !best.concept.takesRole) return best;
    for (const { text } of context) {
      const stripped = text.replace(
        /(?:的?(?:基本|相关|详细|个人)?(?:信息|情况|资料|登记|填写|栏|部分))+$/u,
        '',
      );
      const role = this.roleOf.get(stripped);
      if (role === undefined || role.class === 'organisation') continue;
      const inRole = this.inRole(best.concept, role.id, {
        ...best,
        score: best.score / SCORES.role,
      });
      return { ...inRole, reasons: [...best.reasons, `heading:${role.id}`] };
    }
    return best;
  }

  /** The candidate, unless control or value rule it out; an ID's picture instead of its number. */
  private fitting(
    candidate: Candidate | undefined,
    query: ConceptQuery,
    label: Label,
  ): Candidate | undefined {
    if (candidate === undefined) return undefined;
    const { concept } = candidate;
    // 务工时间（月） asks how long, not when.
    if (label.unit !== undefined && concept.shape === 'date') return undefined;
    if (query.control === 'password')
      return concept.id === 'account.password' ? candidate : undefined;
    if (query.control === 'file' && concept.shape !== 'file') {
      const id = concept.id === 'person.id_number' ? 'person.id_copy' : undefined;
      const copy = id === undefined ? undefined : this.byId.get(id);
      return copy && { ...candidate, concept: copy, score: candidate.score * 0.9 };
    }
    const out = query.control === undefined ? undefined : RULED_OUT[query.control];
    return out?.has(concept.shape) === true ? undefined : candidate;
  }

  /** What the value shows has the last word where the label left it open or said otherwise. */
  private fit(candidate: Candidate, query: ConceptQuery): Candidate | undefined {
    const { shape } = query;
    const id = shape === undefined ? undefined : SHAPE_CONCEPT.get(shape);
    if (id === undefined || shape === undefined) return candidate;
    const { concept } = candidate;
    if (concept.shape === shape || concept.family === this.byId.get(id)?.family) return candidate;
    // Numbers pass for telephone or card numbers too easily to outweigh a label that asks for a number.
    const open = concept.generic || concept.meta;
    const contrary = STRUCTURED.has(concept.shape) && concept.shape !== 'zhname';
    const strict = shape === 'idcard18' || shape === 'uscc18' || shape === 'email';
    if (!open && !(contrary && strict)) return candidate;
    const shown = this.byId.get(id);
    if (shown === undefined) return candidate;
    const role = shown.takesRole ? candidate.role : undefined;
    return {
      concept: shown,
      ...(role === undefined ? {} : { role }),
      score: SCORES.shape,
      reasons: [...candidate.reasons, `shape:${shape}`],
    };
  }

  private addExact(text: string, label: string, concept: FieldConcept): void {
    const known = this.exact.get(text);
    if (text === '' || known === concept) return;
    // 村（社区） adds 村 only where nothing else is called so.
    if (known !== undefined && /[([（]/u.test(label)) return;
    if (known !== undefined)
      throw new Error(`concepts: ${label} is of ${known.id} and ${concept.id}`);
    this.exact.set(text, concept);
  }
}

/** Labels of the dictionary are cleaned as those of forms are, but keep words such as 选择. */
function clean(label: string): { readonly text: string; readonly full?: string } {
  return normaliseLabel(label);
}

function refines(text: string, generic: Candidate): boolean {
  return generic.concept.labels.some((label) => text.includes(label)) || text.length >= 4;
}

/** `safety.hazard` for `safety.hazard_photo`. */
function subjectOf(id: string): string {
  return id.split('_', 1)[0] ?? id;
}

/** `safety` for `safety.hazard_photo`. */
function fieldOfWork(id: string): string {
  return id.slice(0, id.indexOf('.'));
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

function toMatch({ concept, role, score, reasons }: Candidate): ConceptMatch {
  const key = role === undefined || concept.role === role ? concept.id : `${concept.id}@${role}`;
  return {
    concept: concept.id,
    ...(role === undefined ? {} : { role }),
    key,
    score: Math.round(score * 1_000) / 1_000,
    reasons,
  };
}
