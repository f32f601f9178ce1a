import { PARTS } from './control';
import {
  attribute,
  classTokens,
  closest,
  isElement,
  isVisible,
  localName,
  matches,
  parentOf,
  queryAll,
  queryOne,
  textContent,
} from './dom';
import { compactText, visibleText } from './text';
import { isValidationText, messageMeaning } from './words';

/** Where libraries and hand-written pages put a short message about what has just been done. */
const MESSAGE =
  '.el-message-box,.el-result,.ant-message-notice,.ant-notification-notice,.ant-modal-confirm,.ant-alert,.ant-result,.layui-layer-msg,.layui-layer-dialog,.layui-layer-tips,.van-toast,.van-dialog,.van-notify,.ivu-message-notice,.ivu-notice-notice,.ivu-modal-confirm,.t-message,.t-notification,.arco-result,.n-message,.n-notification,.n-result,.messager-body,.swal2-popup,.noty_bar,uni-toast,.uni-toast,uni-modal,.uni-modal,.weui-toast,.weui-msg,.weui-toptips,.toast,.alert,.jq-toast-single,[class*=type--message],.actionMessage,.layui-m-layercont,[role=alert],[role=status],[role=alertdialog]';

const MESSAGE_TOKEN =
  /(^|[-_])(toast|message|msg|notice|notification|notify|alert|snackbar|result|tip|tips|prompt|growl|noty|gritter|toastr|flash|layer)([-_]|$)/i;

/** Content whose words are data, not news: rows of lists, tags, options, fields, menus. */
const CONTENT =
  'tr,td,[role=row],li,option,[role=option],.el-badge,[class*=tag],[class*=timeline],[class*=steps],nav,[role=menu],[class*=list-item],[class*=table]:not([class*=messa]),[class*=menu],[class*=cell],[class*=status],[class*=state]:not([class*=result],[class*=ui-state-]),article';

export type MessageMeaning = 'success' | 'failure' | 'none';

const MESSAGE_LIKE =
  '[class*=tip],[class*=msg],[class*=message],[class*=alert],[class*=notice],[class*=result],[class*=toast]';

/** The messages that stand on the page before an action, with their texts: they are no news. */
export function standingMessages(): ReadonlyMap<Element, string> {
  const standing = new Map<Element, string>();
  const likely = queryAll(document, MESSAGE).slice(0, 200);
  for (const element of [...likely, ...queryAll(document, MESSAGE_LIKE).slice(0, 300)]) {
    if (isVisible(element)) standing.set(element, textContent(element).slice(0, 400));
  }
  return standing;
}

interface Message {
  readonly meaning: MessageMeaning;
  readonly element: Element;
}

/**
 * What a part of the page that has just appeared or changed says about the action before it.
 *
 * @param standing the messages that stood before, with their texts
 * @param gone compact text of what was taken from the page since: what is drawn anew is no news
 * @param imported whether the action handed in rows of a spreadsheet
 */
export function messageIn(
  node: Element,
  standing: ReadonlyMap<Element, string> = new Map(),
  gone = '',
  imported = false,
): Message | undefined {
  if (!isVisible(node)) return undefined;
  const isOld = (element: Element): boolean =>
    standing.get(element) === textContent(element).slice(0, 400);
  const toast = closest(node, MESSAGE);
  // One that stood there before and fades away is no news.
  if (toast && isOld(toast)) return undefined;
  const candidates = toast ? [toast] : queryAll(node, MESSAGE).slice(0, 5);
  for (const candidate of candidates) {
    if (!isVisible(candidate) || isFieldError(candidate) || isOld(candidate)) continue;
    const meaning = meaningOfMessage(candidate, 160, imported);
    if (meaning !== 'none') return { meaning, element: candidate };
  }
  return plainMessage(node, isOld, gone, imported);
}

/** What has become of a record: 草稿 → 已上报. What time, a limit or a pointer did is none. */
const STATE = /^已[^过截超失被存达满停删选自登取结\d]\p{Script=Han}{0,3}$/u;

/** A draft that is kept; the button that keeps it says otherwise. */
const DRAFT_STATE = /^(草稿|暂存)$|草稿.{0,9}(已|成功)|已.{0,3}草稿|已暂存|暂存(成功|于|时间)/;

/**
 * Words of state that stand where others stood.
 * @param draft whether a draft was to be kept
 */
export function isNewState(element: Element, gone: string, draft?: boolean): boolean {
  const text = compactText(visibleText(element, 20));
  return (STATE.test(text) || (draft === true && DRAFT_STATE.test(text))) && !gone.includes(text);
}

const QUESTION_WORDS =
  /[?？]|吗|是否|确定|确认|提示|警告|继续|不可(修改|撤销|更改)|将(会|被)?|下一(步|环节)|[办处经审][理批核]?人/;

/** A box that asks before something is done; pickers and calendars ask nothing. */
export function isQuestionBox(box: Element): boolean {
  if (
    queryAll(box, '[class*=picker],[class*=calendar],[role=listbox],[class*=cascader]').length > 0
  ) {
    return false;
  }
  const text = visibleText(box, 240, (inner) =>
    matches(inner, 'a,button,[class*=btn],[class*=button]'),
  );
  return meaningOfMessage(box, 200) === 'none' && QUESTION_WORDS.test(text);
}

/** A box that only tells how something went. */
export function isMessageBox(box: Element): boolean {
  return meaningOfMessage(box, 200) !== 'none';
}

function meaningOfMessage(element: Element, limit: number, imported = false): MessageMeaning {
  const text = visibleText(element, limit, (inner) =>
    matches(inner, 'a,[class*=btn],[class*=button]'),
  );
  if (/(正在|加载|处理|提交|保存|上传)中|请稍[候后等]|loading/i.test(text)) return 'none';
  const byText = messageMeaning(text, imported);
  const byClass = classMeaning(element);
  if (byText !== 'none') return byClass === 'failure' && byText === 'success' ? 'failure' : byText;
  if (isQuestion(text)) return 'none';
  return text === '' ? 'none' : byClass;
}

function isQuestion(text: string): boolean {
  return /[?？]|是否|确定要|确认要|吗/.test(text);
}

/** What the classes of a message and of its icon say. */
function classMeaning(element: Element): MessageMeaning {
  for (const inner of [element, ...queryAll(element, '[class]').slice(0, 12)]) {
    for (const token of classTokens(inner)) {
      if (/(^|[-_])(success|checkmark|ico1|ok)$|success/i.test(token)) return 'success';
      if (/(^|[-_])(error|fail|failed|danger|warning|warn|ico2|ico5|close-circle)$/i.test(token)) {
        return 'failure';
      }
    }
  }
  return 'none';
}

/** A short sentence that floats over the page, heads it, or stands alone. */
function plainMessage(
  node: Element,
  isOld: (element: Element) => boolean,
  gone: string,
  imported: boolean,
): Message | undefined {
  for (const leaf of smallTexts(node)) {
    const text = visibleText(leaf, 80);
    const compact = compactText(text);
    if (compact.length < 3 || compact.length > 40) continue;
    // 保存成功！是否继续添加？ has said how it went.
    if (isQuestion(text) && !/成功[!！,，。]/.test(text)) continue;
    const meaning = messageMeaning(compact, imported);
    if (meaning === 'none' || isContent(leaf) || isFieldError(leaf)) continue;
    const sort = sortOfText(leaf, isOld);
    if (sort === 'message') return { meaning, element: leaf };
    if (sort === 'old' || (gone.includes(compact) && !OF_THE_ACT.test(compact))) continue;
    // 保存成功，共2条 says first how it went. Any other number counts something: the state of more than this act.
    const said = compact.replace(/[,，;；。!！(（].*$/u, '');
    const counts = /\d/.test(compact) && !STRICT_SUCCESS.test(said.replace(/\d.*$/, ''));
    if (sort === 'line' && (meaning === 'failure' || !counts)) {
      return { meaning, element: leaf };
    }
    const strict = meaning === 'success' ? STRICT_SUCCESS : STRICT_FAILURE;
    if (said.length < 5 && OF_THE_ACT.test(said)) return { meaning, element: leaf };
    if ((sort === 'prominent' || meaning === 'failure') && strict.test(said)) {
      return { meaning, element: leaf };
    }
  }
  return undefined;
}

/** Data and not news; a row in which nothing else is said is no record. */
function isContent(leaf: Element): boolean {
  const content = closest(leaf, CONTENT);
  if (!content || !matches(content, 'td,tr')) return content !== null;
  const row = closest(content, 'tr');
  const around = row && parentOf(row);
  const alone = row && textContent(row).trim() === textContent(content).trim();
  return !alone || !around || closest(around, CONTENT) !== null;
}

const STRICT_SUCCESS = /^.{0,14}(成功|完[成毕]|已\p{Script=Han}{2})[^\p{L}]*$/u;

const ACTS =
  '(提交|保存|上报|报送|申报|操作|登记|新增|修改|录入|发布|发送|处理|审核|注册|签到|导入)';

/** What was done has failed, in so many words. */
const STRICT_FAILURE = new RegExp(`^.{0,8}${ACTS}(失败|出错|异常|不成功)`, 'u');

/** Names nothing but the act: said twice, it speaks of two acts. */
const OF_THE_ACT = new RegExp(`^${ACTS}(成功|失败|出错|异常)`);

function smallTexts(node: Element): Element[] {
  const inner = queryAll(node, '*');
  if (inner.length === 0) return [node];
  return [node, ...inner].filter((element) => element.childElementCount <= 1).slice(0, 60);
}

/**
 * `message`: floats over the page or is called a message. `line`: has a line and a ground of its own.
 * `prominent`: stands out as the result of a whole part of the page. `content`: everything else. `old`:
 * it stood there before.
 */
function sortOfText(
  leaf: Element,
  isOld: (element: Element) => boolean,
): 'message' | 'line' | 'prominent' | 'content' | 'old' {
  let element: Element | null = leaf;
  for (let level = 0; element && level < 4; level++) {
    if (matches(element, 'body,form,main,#app,#root')) break;
    if (isOld(element)) return 'old';
    for (const token of [
      ...classTokens(element),
      attribute(element, 'id') ?? '',
      localName(element),
    ]) {
      if (MESSAGE_TOKEN.test(token)) return 'message';
    }
    const { position, zIndex } = getComputedStyle(element);
    // Old libraries let their boxes lie over the page without fixing them.
    if (position === 'fixed') return 'message';
    if (position === 'absolute' && (zIndex !== 'auto' || isClosedByButton(element)))
      return 'message';
    element = parentOf(element);
  }
  const ground = groundOf(leaf);
  if (isTinted(ground)) {
    if (standsInRow(leaf, ground)) return 'content';
    if (isLine(leaf)) return 'line';
  }
  if (matches(leaf, 'h1,h2,h3,h4,h5,center,legend')) return 'prominent';
  const { fontSize, fontWeight, color } = getComputedStyle(leaf);
  if (isSignalColour(color)) return 'prominent';
  const large = Number.parseFloat(fontSize) >= 16 || Number(fontWeight) >= 600;
  return large && matches(leaf, 'p,div,span,strong,b,font') ? 'prominent' : 'content';
}

/** A box that says something and waits for 确定. */
function isClosedByButton(box: Element): boolean {
  return queryOne(box, 'button,[type=button]') !== null && queryOne(box, PARTS) === null;
}

/** One of several alike is a card of a list, and no news. */
function standsInRow(leaf: Element, ground: string): boolean {
  return [leaf.previousElementSibling, leaf.nextElementSibling].some(
    (other) => other && groundOf(other) === ground,
  );
}

/** Over most of the width there is. */
function isLine(leaf: Element): boolean {
  const around = parentOf(leaf);
  return (
    around !== null &&
    groundOf(around) !== groundOf(leaf) &&
    matches(leaf, 'p,div,section') &&
    leaf.clientWidth >= around.clientWidth * 0.6
  );
}

/** Between its channels, of 255: less is white or grey, as any part of a page may be. */
const LEAST_TINT = 6;

function isTinted(ground: string): boolean {
  const channels = channelsOf(ground);
  return Math.max(...channels) - Math.min(...channels) >= LEAST_TINT;
}

function channelsOf(color: string): number[] {
  return (color.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

function groundOf(element: Element): string {
  return getComputedStyle(element).backgroundColor;
}

/** Red or green by far, as old pages colour what went wrong and what went well. */
function isSignalColour(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = channelsOf(color);
  return (red > 150 && green + blue < red) || (green > 90 && red + blue < green);
}

const FIELD_ERROR =
  '.el-form-item__error,.ant-form-item-explain-error,.ant-form-explain,.has-error .help-block,.ivu-form-item-error-tip,.van-field__error-message,.t-input__extra,.t-is-error .t-input__tips,.arco-form-item-message,.n-form-item-feedback,.uni-forms-item__error,.invalid-feedback,.validatebox-tip,.layui-form-danger,label.error,.field-validation-error,.formError,.parsley-errors-list,.semi-form-field-error-message,.Validform_wrong,.tooltip-content,.onError,.error-msg,.errorMsg';

/** What a whole new page says about the post it answers. */
export function messageOfPage(body: Element): MessageMeaning {
  for (const message of queryAll(body, MESSAGE).slice(0, 20)) {
    if (!isVisible(message) || isFieldError(message) || closest(message, CONTENT)) continue;
    const meaning = meaningOfMessage(message, 160);
    if (meaning !== 'none') return meaning;
  }
  for (const heading of queryAll(
    body,
    'h1,h2,h3,h4,[class*=result],[class*=success],[class*=fail],[class*=error],[class*=msg],[class*=tip],[id*="msg" i],font[color],span[style*=color],center,strong',
  ).slice(0, 60)) {
    if (!isVisible(heading) || closest(heading, CONTENT) || isFieldError(heading)) continue;
    const text = visibleText(heading, 60);
    if (compactText(text).length > 30 || isQuestion(text)) continue;
    const meaning = messageMeaning(text);
    if (
      meaning === 'success' &&
      /(成功|已提交|已保存|已受理|完成|完毕)[^\p{L}]*$|成功.{0,8}$/u.test(compactText(text))
    ) {
      return meaning;
    }
    if (meaning === 'failure' && /失败|错误|异常|不能为空|不正确|有误|重复|已存在/.test(text))
      return meaning;
  }
  return 'none';
}

function isFieldError(element: Element): boolean {
  return closest(element, FIELD_ERROR) !== null;
}

const INVALID =
  '[aria-invalid=true],.is-error input,.ant-form-item-has-error,.has-error,.validatebox-invalid,.textbox-invalid,.layui-form-danger,.is-invalid,input.error,.ivu-form-item-error';

/** Messages of validation that stand visibly in a form. */
export function hasValidationErrors(container: Element): boolean {
  for (const error of queryAll(container, FIELD_ERROR).slice(0, 50)) {
    if (matches(error, 'input,select,textarea') ? isVisible(error) : hasText(error)) return true;
  }
  return queryAll(container, INVALID)
    .slice(0, 50)
    .some((element) => isVisible(element));
}

function hasText(error: Element): boolean {
  return isVisible(error) && !isLeaving(error) && visibleText(error, 60) !== '';
}

/** Libraries let what is mended fade away. */
function isLeaving(element: Element): boolean {
  return classTokens(element).some((token) => /-leave-(active|to|start)$/.test(token));
}

/** Of an item of a form; more make a whole part of it, whose own words are looked at. */
const MOST_PARTS = 12;

/**
 * A new short text inside a form that asks to correct something.
 * @param before compact text that stood in the form: of a part that holds fields only what is new counts
 */
export function isValidationMessage(node: Node, container: Element, before = ''): boolean {
  if (!isElement(node) || !isVisible(node) || isLeaving(node) || closest(node, 'label'))
    return false;
  if (!Node.prototype.contains.call(container, node)) return false;
  if (queryOne(node, PARTS)) {
    if (queryAll(node, PARTS).length > MOST_PARTS) return false;
    return smallTexts(node).some((leaf) => {
      const text = isVisible(leaf) && !isLeaving(leaf) ? visibleText(leaf, 80) : '';
      return text !== '' && isValidationText(text) && !before.includes(compactText(text));
    });
  }
  // One that is fading away asks for nothing any more.
  const text = visibleText(node, 80, isLeaving);
  return text !== '' && isValidationText(text);
}
