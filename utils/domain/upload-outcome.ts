/**
 * What became of a file that was handed to a page.
 *
 * `sent`: the page says so (its list item, a new success text) or the file's request was accepted
 * and nothing speaks against it for a moment. `failed`: the page or the server refused it.
 * `cancelled`: the person took it back or put another in its place before it was sent. An accepted
 * request is not yet success (`{"code":500}` comes with status 200), so failure texts outweigh it.
 */
export interface UploadSigns {
  /** State of the file's entry in the page's list, by its class or text. */
  readonly item: 'none' | 'waiting' | 'sending' | 'sent' | 'failed' | 'gone';
  /** New text in a toast or beside the field since the hand-over. */
  readonly toast: 'none' | 'success' | 'failure';
  /**
   * Requests that started after the hand-over and look like the file's: `running` is not visible to
   * the observer, so `none` covers it. `broken`: no answer, or one that hides its status.
   */
  readonly network: 'none' | 'accepted' | 'refused' | 'broken';
  /** The person pressed the entry's remove or cancel control, or chose another file instead. */
  readonly takenBack: boolean;
  /** A native form with the file in it was posted and the document is being left. */
  readonly posted: boolean;
  /** Time since the newest of the signs above changed, ms. */
  readonly quietMs: number;
}

/** An accepted request and a list item marked as done wait this long for a failure text, ms. */
const UPLOAD_SETTLING_MS = 1_500;

/** What became of the file, or undefined while it is open. */
export function judgeUpload(signs: UploadSigns): 'sent' | 'failed' | 'cancelled' | undefined {
  const accepted =
    signs.item === 'sent' || signs.toast === 'success' || signs.network === 'accepted';
  if (signs.toast === 'failure' || signs.item === 'failed') return 'failed';
  if (signs.takenBack && !accepted) return 'cancelled';
  if (signs.network === 'refused') {
    return signs.quietMs >= UPLOAD_SETTLING_MS ? 'failed' : undefined;
  }
  if (signs.posted) return 'sent';
  if (accepted && signs.quietMs >= UPLOAD_SETTLING_MS) return 'sent';
  if (signs.network === 'broken' && signs.item === 'gone' && signs.quietMs >= UPLOAD_SETTLING_MS) {
    return 'failed';
  }
  return undefined;
}

const UPLOAD_ADDRESS =
  /upload|(?<!pro)file|attach|annex|accessor|\bfj\b|image|photo|picture|\bpic\b|\bimg\b|media|\boss\b|\bcos\b|\bobs\b|minio|storage|material|import|document|resource|multipart|chunk|blob|shangchuan/i;

const NOT_UPLOAD_ADDRESS =
  /download|preview|thumb|\.(?:js|mjs|css|json|png|jpe?g|gif|webp|svg|ico|woff2?|ttf|mp4|html?)$/i;

/**
 * Whether a request's path looks like one that takes a file. Only the path is looked at.
 *
 * @param path `URL.pathname`, in memory only.
 */
export function isUploadAddress(path: string): boolean {
  return UPLOAD_ADDRESS.test(path) && !NOT_UPLOAD_ADDRESS.test(path);
}

const SUCCESS_TEXT = /(上传|导入|添加|提交|保存)(已)?(成功|完成|完毕)|成功上传|上传\s*ok/i;

const FAILURE_TEXT =
  /(上传|导入|提交|发送|网络|服务)(出现)?(失败|出错|错误|异常|超时|中断)|(不能|不得|不可|不允许|不应|禁止|无法)(超过|大于|小于|上传|为空|选择)|超(过|出)(了)?(最大|限制|大小|\d)|(格式|类型|大小|尺寸|文件名?|图片)(不正确|不符|不支持|错误|有误|过大|超限|不合法|无效|太大)|(只|仅)(能|支持|允许|可)(上传|选择|是)?|不支持(的|该|此)?(文件|格式|类型)|太大|已存在|重复上传|操作失败|系统(异常|繁忙|错误)|upload failed|too large|请求失败|请重试|重新上传/i;

/** What a text that has just appeared says about an upload. */
export function readUploadText(text: string): 'success' | 'failure' | 'none' {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').slice(0, 200);
  // 成功 2 个，失败 1 个: a failure among them is the news.
  if (FAILURE_TEXT.test(plain) && !/失败0(个|条|张)?/.test(plain)) return 'failure';
  return SUCCESS_TEXT.test(plain) ? 'success' : 'none';
}
