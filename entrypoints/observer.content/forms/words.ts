import { classifyToast, scoreControl } from '../../../utils/knowledge/classify-control';
import type { ControlKind } from '../../../utils/knowledge/lexicon-shape';
import { compactText } from './text';

/** What pressing a control means for the form around it. */
export type ControlMeaning =
  | 'submit'
  | 'draft'
  | 'step'
  | 'cancel'
  | 'search'
  | 'reset'
  | 'comment'
  | 'login'
  | 'add'
  | 'edit'
  | 'decline'
  | 'other'
  | 'unknown';

/** Longer texts are content, not controls. */
const LONGEST_CONTROL_TEXT = 14;

/** The words of the lexicon as a form sees them: signing in for a meeting hands its form in too. */
const MEANINGS: Partial<Record<ControlKind, ControlMeaning>> = {
  submit: 'submit',
  'check-in': 'submit',
  receipt: 'submit',
  vote: 'submit',
  quiz: 'submit',
  location: 'submit',
  draft: 'draft',
  next: 'step',
  search: 'search',
  cancel: 'cancel',
  login: 'login',
  rework: 'other',
  import: 'other',
  upload: 'other',
  download: 'other',
  edit: 'other',
};

/** Words that hand something in and mean nothing else. */
export const SENDS = /提交|保存|上报|报送|填报|登记|存盘|申报/;

const COMMENT = /评论|跟帖|回帖|弹幕|吐槽/;
const RESET = /^(重置|清空|清除|还原|复位|reset|clear)/;
const SEARCH = /查(?![看阅])|搜|检索|筛选|过滤|search|query|filter/;
const ADD = /^(新增|添加|新建|增加|创建|录入|追加|插入|补录|发布|\+|add|new|create|insert)/;
const EDIT = /^(编辑|修改|更新|变更|维护|处理|办理|edit|update|modify)/;
const SURE =
  /^(确认|确定)(?!删除|移除|退出|取消|关闭|返回|选择|离开|注销|重置|清空|撤|查询|登[录陆]|切换|放弃|作废|下载|导出|打印|信息|内容|密码)\p{Script=Han}{2}$|^签字确认$/u;
const FIRST_OF_TWO = /^(保存|提交|确定|确认)[并和及&+,，、].*$/;
const LAST_OF_TWO = /[并后](提交|上报|报送|保存|发布|派发|下发)$/;
/** What is made of the boxes is shown, not kept. */
const MAKES = /生成|统计|识别|解析|预览|复制/;
/** Where each question has the page to itself. */
const ONE_BY_ONE = /^[上下]一题$/;
/** A verb of handing in with what is handed in, not with what was: 提交记录, 上报情况 lead elsewhere. */
const HAND_IN =
  /^(提交|上报|报送|保存|呈报|提报)(?![中前后至到过了的时人者成失并和及且为])(?!.*(草稿|一步|继续))\p{Script=Han}{0,8}(?<!记录|情况|历史|[清名榜]单|明细|(列|统计|汇总)表?|管理|排[名行]|人员|时间|日期|次数|数量|率|单位|部门|方式|状态|说明|要求|须知|指南|路径|位置|期限|地址|类型|平台|系统|进度|流程|查询|搜索|筛选|条件|模[板版]|设置|配置|布局|密码|附件|文件|图片|照片|视频)$|^(送签|报审|呈[送批]|结案|建档|(申请)?销号)$|^报送?(县|市|区|镇|乡|上|街道)级?$|^保存.{0,4}记录$/u;
const DONE_WORK =
  /^(完成|结束)(本次)?(填写|填报|录入|登记|走访|巡查|巡检|核查|检查|排查|整改|采集|入户|办理|编辑|处理|任务|评价|审批|审核|申请|申报|上报)$|^我?(填写|填报|录入|登记|采集|编辑|处理|整改|核查|填)(完成|完毕|好了?)$/;
/** Where one is, handed in; by itself the word only fills an address in. */
const PLACE_SENT = /上报|提交|报送|发送|签到|打卡/;

/**
 * The meaning of a button's own text. What comes after the submit word is a second act
 * (保存并打印), unless it leads on (保存并下一步).
 */
export function controlMeaning(text: string): ControlMeaning {
  // 存盘(S): the letter is a key.
  const compact = compactText(text).replace(/\([a-z]\)$/, '');
  if (compact === '' || compact.length > LONGEST_CONTROL_TEXT) return 'unknown';
  if (COMMENT.test(compact)) return 'comment';
  if (RESET.test(compact)) return 'reset';
  if (SURE.test(compact) || HAND_IN.test(compact) || DONE_WORK.test(compact)) return 'submit';
  if (LAST_OF_TWO.test(compact)) return 'submit';
  if (ONE_BY_ONE.test(compact)) return 'step';
  if (DECLINE.test(compact)) return 'decline';
  const word = /下一?步|进入/.test(compact) ? compact : compact.replace(FIRST_OF_TWO, '$1');
  const [best] = scoreControl({ text: word });
  const meaning = best && MEANINGS[best.kind];
  if (meaning === 'search' && !SEARCH.test(word)) return 'other';
  if (best?.kind === 'location' && !PLACE_SENT.test(word)) return 'other';
  if (meaning !== undefined && meaning !== 'other') return meaning;
  if (MAKES.test(word)) return 'other';
  if (ADD.test(word)) return 'add';
  if (EDIT.test(word)) return 'edit';
  return meaning ?? 'unknown';
}

/** Sends a record back or turns it down, which hands in the opinion that was written for it. */
const DECLINE =
  /^(确[认定])?(审[核批])?(退回|[驳打]回|否决|拒绝|不(同意|批准|予?通过|予受理))(修改|补正|重报|申请|[^件记]{0,2}人|上.[级步])?$/;

const DONE_NOW =
  /^(您|你|本次|该)?的?[^，,。!！]{0,6}已经?(成功)?(提交|受理|保存|上报|报送|发布)(?!过)(?!.*(重复|请勿|不能|不可|此前|之前))/u;
/** Why something was not taken, without a word of failing. */
const REFUSAL =
  /无权|没有权限|应(该)?(在|大于|小于|介于|为\d)|差异过大|不符合|与.{1,8}不(符|一致)|已被(?![受接成提保录采])/u;

/** Messages about other acts than handing something in. */
const ELSEWHERE: ReadonlySet<ControlKind> = new Set([
  'login',
  'search',
  'upload',
  'import',
  'download',
]);
/** 该身份证号已登记: what was found, not what was done. */
const FOUND_BEFORE =
  /^[^,，。!！]{0,6}(该|此)[^,，。!！]{1,12}已(经|被)?(登记|录入|存在|注册|占用|使用|绑定|建档|参保|享受)/u;
const DONE_WORDS =
  /(录入|审批|修改|新增|添加|编辑|采集|核查|巡查|走访|整改|处理|审核|入户)完成|共?(保存|新增|提交|录入|上报)\d+条|已发起|已建档|已存(?!在|量|款|储)|^已(退回|驳回)$|^保存ok/u;

/** Not all of what was handed in was taken. */
const IN_PART =
  /部分.{0,6}成功|成功[:：]?0(?!\d)|[1-9]\d*[条个人户][^,，。]{0,6}(未通过|有误|不符)/u;

/**
 * What a short message of the page says about the action before it.
 *
 * @param imported whether rows of a spreadsheet were handed in: then 导入成功 speaks of that
 */
export function messageMeaning(text: string, imported = false): 'success' | 'failure' | 'none' {
  const { outcome, kind } = classifyToast(text);
  if (FOUND_BEFORE.test(text) && !/成功/u.test(text)) return 'failure';
  switch (outcome) {
    case 'success':
      // 该身份证号已登记，请核对: that it is there already is why it was refused.
      if (!/成功/.test(text) && /请(核对|核实|重新|修改|更换|联系)/.test(text)) return 'failure';
      if (IN_PART.test(text)) return 'failure';
      return kind !== undefined && ELSEWHERE.has(kind) && !(imported && kind === 'import')
        ? 'none'
        : 'success';
    case 'already':
      // 您的申请已提交 tells of this act, 请勿重复提交 of one before.
      return DONE_NOW.test(text) ? 'success' : 'failure';
    case 'failure':
      return 'failure';
    default:
      if (REFUSAL.test(text)) return 'failure';
      return outcome === 'none' && DONE_WORDS.test(compactText(text)) ? 'success' : 'none';
  }
}

/** The wording of a validation message beside a field. */
export function isValidationText(text: string): boolean {
  const compact = compactText(text);
  return (
    compact.length <= 60 &&
    /不[能可]为空|必[填选须]|请(填写|输入|选择|上传)|不正确|有误|不合法|格式|无效|不得|超出|超过|至少|最多|长度|required|invalid|mustbe/.test(
      compact,
    )
  );
}
