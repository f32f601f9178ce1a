/**
 * A label as forms write it, reduced to its words: 「＊ 1．请输入户主姓　名（必填）：」 → 户主姓名.
 *
 * Small enough for a content script; traditional characters are the worker's business.
 */

export interface NormalisedLabel {
  /** The words, without white space, marks, numbering, hints and brackets; empty where none are left. */
  readonly text: string;
  /** The words with what stood in brackets, where that is neither unit nor hint: 村（社区） → 村社区. */
  readonly full?: string;
  /** 亩, 万元 … as printed, NFKC. */
  readonly unit?: string;
  /** Marked as required by a star or by 必填. */
  readonly required: boolean;
}

/** Longer texts are no labels. */
const LONGEST_LABEL = 80;

const UNITS =
  '亩|公顷|千公顷|平方米|平方|平米|平方公里|㎡|m2|m²|hm2|ha|元|万元|亿元|千元|百元|百万元|公里|千米|km|米|m|厘米|cm|毫米|mm|公斤|千克|kg|斤|吨|t|克|g|升|毫升|ml|立方米|m3|方|人|户|次|个|人次|户次|头|只|羽|间|处|起|件|套|台|辆|张|份|株|棵|条|名|座|栋|层|家|所|项|篇|期|分|岁|年|月|天|日|周|小时|时|h|分钟|min|秒|s|学时|课时|%|‰|℃|°c|度|mmhg|mmol/l|次/分|kw|kwh|度电|位|块|批|箱|袋|瓶|包|盏|根|枚|册|本|师|万人|万户|万吨|万亩|万头|万只|万株|头/只|头、只|头\\(只\\)|只/头';
const UNIT = new RegExp(
  `^(?:单位[:：]?)?((?:${UNITS})(?:/(?:人|户|月|年|天|日|亩|次|公斤|斤|吨|㎡|平方米|平米|学期|小时|季度?|周|头|只|台|个|件))*)$`,
);
/** After a mark any unit may stand, after a mere blank only what cannot be part of a word (姓　名). */
const TRAILING_UNIT = new RegExp(
  `^(.*[\\u4e00-\\u9fff]{2})(?:\\s*[/:,·-]\\s*(${UNITS})|\\s+(亩|公顷|平方米|平方公里|元|万元|亿元|公里|千米|公斤|吨|ha|hm2|m2|km|kg|%|℃|°c)|(?<=面积|金额|收入|资金|投资)(平方米|平方公里|亩|公顷|元|万元))$`,
);
const HINT =
  /必[填选传]|选填|可选|非必|可不填|[单多]选|若有|如有|如无|没有|请|例[如:]|如[:：]|格式|手填|盖章|签字|签章|精确|不超过|不少于|以内|限\d|至少|最多|支持|大小写|[大小]写|打[√勾]|下拉|勾选|默认|自动|系统|参考|注[:：]|说明|备注|提示|可填|填写?|选择|上传|点击|是\s*[/、或]\s*否|有\s*[/、或]\s*无|男\s*[/、或]\s*女|年\s*[/、]?\s*月|yyyy|省\s*[/、-]?\s*市|^\d+[\d.\-~到至、/]*$|^[a-z]$|^[\d.,-]+(字|张|个|位|m|mb|k|kb)/i;
const REQUIRED = /^[*＊✱﹡]|[*＊✱﹡]$|必[填选传]/;
const ASIDE = /^(?:例如?|如|比如|格式|示例|支持|不超过|最多|注意?|提示|说明|单位)[:：]/;

const INSTRUCTION =
  /^(?:请问(?:您|你)?|请(?:您|你|在此|先|准确|如实|正确|认真|重新|再次|仔细|务必|点击|手动|直接|扫码)*(?:输入|填写|选择|上传|录入|填入|选取|勾选|添加|提供|补充|完善|核对|确认|拍摄|绑定|设置|点选|搜索|留下|注明|简述|简要|说明|描述|列出|选|填|写出|写|输))(?:您的|你的|贵|本人的?|一个|要|需要|完整的?|正确的?|真实的?|有效的?|相应的?|对应的?)*/;
const BARE_INSTRUCTION =
  /^(?:输入|填写|选择|上传|录入|填入|选取|勾选)(?!人$|人员|者|员|时间|日期|单位|部门|说明|要求|须知|方式|类型|状态|数量|结果|记录|次数|内容$|项|法|框|题|表|率|期|号|地址|路径|进度|凭证|状态)(?=.{2})/;
const POSSESSIVE = /^(?:您|你|我)的?(?!好|们|市|省)(?=.{2})|^(?:您家|你家)(?:的)?(?=.{2})/;
const NUMBERING =
  /^(?:第?\d{1,3}(?:[.-]\d{1,2})*(?:[.、)）题项]+|\s*(?=[*＊])|\s+(?=[\u4e00-\u9fff]))|[([【]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-z])\s*[)\]】]|[一二三四五六七八九十]{1,3}[、.](?=.)|[a-z][.、)](?=[\u4e00-\u9fff]))\s*/i;
const OUTER =
  /^[\s*＊✱﹡:：·•\-—_|,，.。;；、>》»→✓√!！?？"'“”]+|[\s*＊✱﹡:：·•\-—_|,，.。;；、<《«→!！?？"'“”]+$/gu;
const BRACKETS = /[([{【〔「『<《〈]([^)\]}】〕」』>》〉]*)[)\]}】〕」』>》〉]/gu;

/**
 * @param simplify replaces traditional characters, where the caller has the table
 */
export function normaliseLabel(
  raw: string,
  simplify: (text: string) => string = (text) => text,
): NormalisedLabel {
  const plain = simplify(
    raw
      .slice(0, LONGEST_LABEL * 2)
      .replace(/[①-⑳⑴-⒇❶-❿]\s*/gu, '')
      .replace(/㎡/gu, '平方米')
      .normalize('NFKC')
      .replace(/[\u200b-\u200f\u2028-\u202e\u2060\ufeff\ue000-\uf8ff]+/gu, '')
      .toLowerCase(),
  ).trim();
  if (plain.length > LONGEST_LABEL) return { text: '', required: false };
  let required = REQUIRED.test(plain);
  let unit: string | undefined;
  let text = plain.replace(OUTER, '');
  for (let round = 0; round < 2; round++) text = text.replace(NUMBERING, '').replace(OUTER, '');

  const inlined: string[] = [];
  const bare = text.replace(BRACKETS, (_whole, inner: string) => {
    const content = inner.replace(/\s+/gu, '');
    if (/必[填选传]/u.test(content)) required = true;
    const measured = /年.?月/u.test(content) ? undefined : UNIT.exec(content)?.[1];
    if (measured !== undefined) unit ??= measured;
    else if (content !== '' && content.length <= 8 && !HINT.test(content)) inlined.push(content);
    return '';
  });
  const measured = TRAILING_UNIT.exec(bare.trim());
  let core = bare;
  if (measured !== null) {
    core = measured[1] ?? bare;
    unit ??= measured[2] ?? measured[3] ?? measured[4];
  }
  const first = words(core);
  const inside = inlined.length === 0 ? undefined : words(withContent(text, unit));
  // The whole label stood in brackets: 【姓名】.
  const only = first === '' && inside !== undefined ? inside : first;
  return {
    text: only,
    ...(inside === undefined || inside === only ? {} : { full: inside }),
    ...(unit === undefined ? {} : { unit: unit.replace('平方米', '㎡').replace('°c', '℃') }),
    required,
  };
}

/** The words of one clause, without instruction, possessive, marks, counters and white space. */
function words(text: string): string {
  // 其中：能繁母猪 is a line of a table of figures.
  let core = text.replace(/^其中[:：]/u, '').split(/[,，。;；!！\n]/u)[0] ?? '';
  // 姓名：张三 shows a value after the colon.
  core = core.replace(/^(.*?[\u4e00-\u9fff].*?)[:：].*$/u, '$1');
  if (ASIDE.test(text)) return '';
  core = core.replace(/\s+/gu, '').replace(OUTER, '');
  const asked = core.replace(INSTRUCTION, '');
  core = asked === core ? core.replace(BARE_INSTRUCTION, '') : asked;
  core = core.replace(POSSESSIVE, '').replace(/(?:是什么|是多少|是哪里?|是否?)$/u, '');
  core = core.replace(/(?:\.{2,}|…+|(?<!是否)必填)$/u, '').replace(OUTER, '');
  return core.replace(/([\u4e00-\u9fff])\d{1,2}$/u, '$1');
}

/** The text with the content of its brackets in place, hints and units left out. */
function withContent(text: string, unit: string | undefined): string {
  return text.replace(BRACKETS, (_whole, inner: string) => {
    const content = inner.replace(/\s+/gu, '');
    return content === unit || UNIT.test(content) || HINT.test(content)
      ? ''
      : content.replace(/[、/·,]/gu, '');
  });
}
