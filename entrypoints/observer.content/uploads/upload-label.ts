import { attribute, closest, isVisible, matches, parentOf, queryAll } from '../forms/dom';
import { libraryItem } from '../forms/library';
import { oneLine, visibleText } from '../forms/text';

/** Widgets whose own texts (点击上传, 将文件拖到此处) say how to upload, not what. */
const HOW_TO =
  /^(点击|请|将|或|拖|选择|浏览|上传|本地|添加|按住|支持|只能|仅|\+|browse|choose|select|drag|click|upload)|^(文件|图片|附件).*(上传|大小|格式|支持|超过|类型)/i;
/** Says what it is, but any place that takes files may say so: what stands further out says more. */
const ANY_FILE = /^(文件|图片|附件)[:：\s]*$/;

const LEVELS = 8;

/**
 * The label of the place that takes a file: the component library's, an explicit one, else the
 * nearest short text before it. Cut to 80 characters; empty where there is none.
 */
export function uploadLabel(place: Element): string {
  const item = libraryItem(place);
  if (item?.label) {
    const text = oneLine(item.label.textContent ?? '');
    if (text !== '') return text;
  }
  const aria = attribute(place, 'aria-label') ?? attribute(place, 'title');
  if (aria && !HOW_TO.test(aria.trim())) return oneLine(aria);
  const id = attribute(place, 'id');
  const label = id ? queryAll(document, `label[for="${CSS.escape(id)}"]`)[0] : undefined;
  if (label) {
    const text = oneLine(label.textContent ?? '');
    if (text !== '' && !HOW_TO.test(text)) return text;
  }
  return precedingText(place);
}

function precedingText(place: Element): string {
  let plain = '';
  let current: Element | null = place;
  for (let level = 0; current && level < LEVELS; level += 1) {
    let sibling = current.previousElementSibling;
    for (let step = 0; sibling && step < 4; step += 1) {
      // A sibling with fields of its own is another place.
      const isOther = queryAll(sibling, 'input, select, textarea').length > 0;
      const text = !isOther && isVisible(sibling) ? visibleText(sibling, 80) : '';
      if (ANY_FILE.test(text)) plain ||= text;
      else if (text !== '' && text.length <= 40 && !HOW_TO.test(text)) return text;
      sibling = sibling.previousElementSibling;
    }
    if (matches(current, 'form, [role="dialog"], body, .el-dialog, .ant-modal, .layui-layer'))
      break;
    current = parentOf(current);
  }
  const heading = closest(place, '[role="dialog"], .el-dialog, .ant-modal, .layui-layer');
  const title = heading && queryAll(heading, '[class*="title"], h1, h2, h3')[0];
  return title ? oneLine(title.textContent ?? '') : plain;
}
