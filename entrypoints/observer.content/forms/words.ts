import { compactText } from './text';

/** What pressing a control means for the form around it. */
export type ControlMeaning =
  | 'submit'
  | 'draft'
  | 'step'
  | 'cancel'
  | 'search'
  | 'reset'
  | 'login'
  | 'add'
  | 'edit'
  | 'other'
  | 'unknown';

const LONGEST_CONTROL_TEXT = 14;

const MEANINGS: readonly (readonly [ControlMeaning, RegExp])[] = [
  ['login', /登录|登陆|登入|注册|^log-?in$|^sign-?in$|^sign-?up$/],
  ['draft', /暂存|草稿|临时保存|暂时保存|savedraft|^draft$/],
  ['step', /^(保存并|确认并)?(下一步|下一页|继续|next(step)?|continue)$|^保存并进入/],
  [
    'cancel',
    /取消|关闭|返回|上一步|上一页|放弃|退出|撤销|撤回|不了|稍后|^(cancel|close|back|no|previous|否|算了)$/,
  ],
  ['search', /查询|查一查|搜索|检索|查找|筛选|过滤|搜一搜|^(search|query|filter|go|查|搜)$/],
  ['reset', /重置|清空|清除|还原|^(reset|clear)$/],
  [
    'other',
    /导出|导入|下载|打印|上传|预览|删除|移除|选择|浏览|获取|发送验证码|复制|展开|收起|更多|全选|反选|详情|查看|刷新|帮助|设置|定位|识别|扫描|校验|计算|同步|读取|读卡|模板|拍照|录音|停用|启用|退回|驳回|拒绝|不同意|不通过|^(delete|remove|export|import|upload|print|preview|refresh|copy|select|browse)/,
  ],
  [
    'submit',
    /提交|保存|存盘|确定|确认|上报|报送|填报|完成|发布|发送|发表|签到|打卡|送审|办结|审核|审批|同意|通过|呈报|申报|登记|入库|归档|签收|交卷|回复|反馈|报名|投票|^(ok|yes|是|好|好的|submit|save|confirm|send|finish|done|apply|post|publish|保\s?存)$/,
  ],
  ['add', /新增|添加|新建|增加|创建|录入|追加|插入|^(add|new|create|insert|\+)/],
  ['edit', /编辑|修改|更新|变更|维护|^(edit|update|modify)/],
];

/**
 * The meaning of a button's own text. Longer texts are content, not controls: `unknown`.
 * Negative words decide before positive ones: 取消提交 is a cancel, 保存并导出 is not a save.
 */
export function controlMeaning(text: string): ControlMeaning {
  const compact = compactText(text);
  if (compact === '' || compact.length > LONGEST_CONTROL_TEXT) return 'unknown';
  // 保存并新增, 提交并打印: what comes after the submit word is a second act.
  const first = compact.replace(/^(保存|提交|确定|确认)[并和&+,，、].*$/, '$1');
  for (const [meaning, words] of MEANINGS) if (words.test(first)) return meaning;
  return 'unknown';
}

const FAILURE =
  /失败|错误|异常|出错|有误|无效|不正确|不合法|不能为空|不可为空|未填|未通过|不一致|不存在|已存在|请勿重复|重复提交|请填写|请输入|请选择|请先|请上传|请检查|请完善|必填|必选|必须|超时|超出|超过|过期|无权|请核对|请核实|请联系|请重新|请修改|已被占用|已注册|没有权限|拒绝|非法|繁忙|稍后|不符合|格式|至少|不足|forbidden|denied|error|fail|invalid|required|timeout|exception/;
const SUCCESS =
  /成功|已提交|已保存|已上报|已报送|已发布|已发送|已完成|已办结|提交完成|保存完成|操作完成|受理编号|已受理|感谢您的(提交|参与|填写)|提交完毕|保存完毕|^(您的?)?(信息|数据|资料|表单)?已(入库|登记)|已签到|打卡完成|success|submitted|saved|thankyou|completed/;
const NOT_SUCCESS =
  /(不|未|没有|没|无法|尚未|才能|即可|是否|否则|后.{0,6}成功)\S{0,3}(成功|提交|保存)|成功率|成功案例|不成功|未成功/;

/** What a short message of the page says about the action before it. */
export function messageMeaning(text: string): 'success' | 'failure' | 'none' {
  const compact = compactText(text);
  if (compact === '' || compact.length > 120) return 'none';
  if (/[?？]$/.test(compact)) return 'none';
  const success = SUCCESS.test(compact) && !NOT_SUCCESS.test(compact);
  const failure = FAILURE.test(compact);
  if (success && failure) {
    // 提交成功，请勿重复提交 and 成功 3 条，失败 0 条 are good news; 保存成功但…失败 is not.
    if (/失败0|失败[:：]0|请勿重复|稍后|请先|请耐心|超过|至少/.test(compact)) return 'success';
    return compact.search(SUCCESS) < compact.search(FAILURE) && !/但|失败/.test(compact)
      ? 'success'
      : 'failure';
  }
  if (success) return 'success';
  return failure || NOT_SUCCESS.test(compact) ? 'failure' : 'none';
}

/** The wording of a validation message beside a field. */
export function isValidationText(text: string): boolean {
  const compact = compactText(text);
  return (
    compact.length <= 60 &&
    /不能为空|不可为空|必填|必选|必须|请填写|请输入|请选择|请上传|不正确|有误|不合法|格式|无效|不得|超出|超过|至少|最多|长度|required|invalid|mustbe/.test(
      compact,
    )
  );
}
