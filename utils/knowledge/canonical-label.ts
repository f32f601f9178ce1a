/**
 * Two labels that say the same in other words (走访日期, 走访时间; 残疾证号码, 残疾证编号) have one
 * canonical form. The words replaced are those that name what kind of answer is wanted, at the end of
 * a label, and a few that name the same thing anywhere in it. Where two concepts would share a
 * canonical form it decides nothing.
 */

type Rule = readonly [RegExp, string];

/** Anywhere: one word for one thing. */
const SYNONYMS: readonly Rule[] = [
  [/居民身份证|公民身份证?|二代身份证/u, '身份证'],
  [/户口所在|户籍所在/u, '户籍'],
  [/户口[簿本]?/u, '户籍'],
  [/残疾人(?!员)/u, '残疾'],
  [/(?:城乡|农村|城镇|城市)?(?:居民)?最低生活保障|城乡低保|农村低保|城市低保/u, '低保'],
  [/低保(?:户|对象|人员|家庭)/u, '低保'],
  [/特困(?:户|对象|供养人员|人员|供养对象)/u, '特困'],
  [/建档立卡(?:贫困|脱贫)?户/u, '脱贫户'],
  [/贫困户/u, '脱贫户'],
  [/排查|巡[查检林河护逻山田]|[抽踏]查|督[查察导]/u, '检查'],
  [/伤残/u, '残疾'],
  [/月均/u, '月'],
  [/^协议(?=[起终结开到签])/u, '合同'],
  [/终止/u, '结束'],
  [/起始/u, '开始'],
  [/(日期|时间)[起始]$/u, '开始$1'],
  [/(日期|时间)止$/u, '结束$1'],
  [/入户走访|走访入户|家访|探访|走访慰问/u, '走访'],
  [/结对帮扶|对口帮扶|扶贫/u, '帮扶'],
  [/参加会议|出席会议|与会/u, '参会'],
  [/新型农村合作医疗|新农合/u, '医疗保险'],
  [/城乡居民(?:基本)?|城镇居民|基本(?=养老|医疗)/u, ''],
  [/是不是/u, '是否'],
  [/是否(?:为|属于|是|系|属|已经?|曾|仍|正在)/u, '是否'],
  [/是否患有?|是否具有/u, '是否有'],
  [/有没有|是否有|是否存在|有否/u, '有无'],
  [/村民小组|居民小组|村小组/u, '村组'],
  [/(?<!目|标)的/u, ''],
  [/具体|详细|实际|主要|相关|有关|本次|此次|该/u, ''],
  [/(?:归属|隶属|所在|所属于)(?!地)/u, '所属'],
  [/数额/u, '金额'],
  [/外出务工/u, '务工'],
  [/(?<=.{2})(?:以及|和|与)(?=.{2})/u, '及'],
  [/(?<=.{2})(?:开展|举办|举行|召开)的?(?=.{2})/u, ''],
  [/开展|举办|举行|召开/u, '开展'],
  [/(?<=.{2})现任(?=.{2})/u, ''],
];

/** At the end: what kind of answer is wanted. */
const ENDINGS: readonly Rule[] = [
  [/联系电话$|联系方式$|电话号码$|手机号码$|联系手机$|手机号$|手机$|电话$/u, '电话'],
  [/(?:截止|截至)(?:日期|时间)$|期限$|时限$/u, '限'],
  [/年月日$|日期$|时间$|年月$|时刻$/u, '时'],
  [/号码$|编号$|编码$|代码$|(?<=[^a-z])id$/u, '号'],
  [/详细?地址$|地址$|地点$|住址$|位置$|场所$|详址$/u, '址'],
  [/类型$|类别$|种类$|分类$|性质$/u, '类'],
  [/状况$|情况$|现状$/u, '况'],
  [/人员数量$|人员总数$|总人数$|人员数$|人数$/u, '人数'],
  [/数量$|总数$|个数$/u, '数'],
  [/金额$|资金$|款项$|款额$/u, '金'],
  [/名称$|全称$/u, '名'],
  [/内容$|详情$|明细$|描述$|概述$|简述$|摘要$|简介$|介绍$/u, '述'],
  [/原因$|理由$|缘由$|事由$/u, '因'],
  [/等级$|级别$|分级$/u, '级'],
  [/照片$|图片$|相片$/u, '片'],
  [/措施$|办法$|举措$|对策$/u, '措'],
  [/单位$|部门$/u, '单位'],
  [/结果$|结论$/u, '果'],
  [/意见$|建议$/u, '意'],
  [/姓名$|名字$/u, '姓名'],
  [/人员$|人员姓名$|者$/u, '人'],
];

/** The canonical form of a normalised label; the label itself where nothing in it is replaced. */
export function canonicalLabel(text: string): string {
  let form = text;
  for (const [expression, word] of SYNONYMS) form = form.replace(expression, word);
  for (const [expression, word] of ENDINGS) {
    if (expression.test(form)) {
      const replaced = form.replace(expression, word);
      // 时间 alone is no longer said by 时.
      return replaced.length > word.length ? replaced : form;
    }
  }
  return form;
}
