/**
 * The readable name of a platform, where the page itself states it: the official `SiteName` of a
 * government site, else a part of the title that is the name of a system (…系统, …平台, …网).
 *
 * Strict, because a title may hold anything: 4 to 20 Chinese characters, a word of administration or
 * a place in it, nothing that speaks to a reader, reports an event or may be a person's name. What
 * does not pass leaves the platform under its host; the person can name it. Nothing else of a title
 * is ever kept.
 */

const ENDING = '(?:系统|平台|网站|门户|网)';
const PLACE = '省|市|县|区|镇|乡|州|旗|盟|国家|全国|中国';
const TRADE =
  '管理|服务|信息|监测|监管|政务|政府|民政|治理|网格|党建|党员|组织|学习|教育|培训|学院|填报|直报|' +
  '采集|报送|申报|报表|一表通|统计|普查|应急|安全|消防|救助|低保|养老|残疾|办公|协同|公文|综合|' +
  '公共|业务|数据|数字|智慧|防返贫|防汛|帮扶|乡村|农业|农村|农田|高标准|林业|林长|河长|水利|' +
  '环境|环保|卫生|健康|医保|社保|社会|人社|人事|就业|金融|文明|文化|旅游|巡查|督查|督办|考核|' +
  '审批|公开|平安|综治|志愿|干部|基层|社区|村务|三资|热线|采购|财政|税务|项目|工作';
const NAME = new RegExp(
  `^(?=.{4,20}$)(?=.*(?:${PLACE}|${TRADE}))[\\p{Script=Han}（）·]+${ENDING}$`,
  'u',
);
/** An office may be the name of its own site. */
const OFFICE = /^(?=.{4,20}$)[\p{Script=Han}]+(?:政府|局|厅|委员会|办公室|中心|[理作务]站)$/u;
/** Speaks to somebody, tells of something that happened, or describes instead of naming. */
const NO_NAME =
  /的|您|你|我|欢迎|登[录陆]|首页|个人|同志|书记|主任|镇长|乡长|先生|女士|用户|工作室|日记|关于|通知|公告|举行|召开|建成|上线|启用|开通|推进|推广|加强|开展|发布|打造|升级|试运行|公示|第.{1,3}期|(?:官|联|上|入|全)网$/;
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁' +
  '魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易' +
  '常武乔贺赖龚文';
const PERSON = new RegExp(`^(?!${TRADE})[${SURNAMES}].{1,2}(?:${TRADE}|${ENDING}$)`);

/** What a page tells of its system's name. */
export interface StatedName {
  readonly title: string;
  readonly siteName?: string;
}

/** The name of the system, or undefined where the page states none for sure. */
export function systemName({ title, siteName }: StatedName): string | undefined {
  const official = siteName === undefined ? undefined : cleaned(siteName);
  if (official !== undefined && (OFFICE.test(official) || NAME.test(official)) && fits(official)) {
    return official;
  }
  // The longest part says most: 综合管理平台 beside 青山县社会救助综合管理平台.
  return title
    .normalize('NFKC')
    .split(/[-_|—–·>»\s,，:：!！]+/)
    .map(cleaned)
    .filter((part) => NAME.test(part) && fits(part))
    .sort((a, b) => b.length - a.length)[0];
}

function cleaned(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\(.*?\)$|V?\d[\d.]*版?$/i, '');
}

function fits(name: string): boolean {
  return !NO_NAME.test(name) && !PERSON.test(name);
}
