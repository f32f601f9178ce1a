import type { Control } from './control';
import { isMarked, isScale, richTextBody } from './control';
import {
  attribute,
  classTokens,
  closest,
  isVisible,
  localName,
  matches,
  nextSibling,
  parentOf,
  queryAll,
  queryOne,
  textContent,
} from './dom';
import { headerOver } from './table-label';
import { oneLine, visibleText } from './text';

/** Values are cut to this many characters. */
export const VALUE_LIMIT = 400;

/**
 * What the control shows as its value, as a person would read it: the chosen option's text, the
 * checked radios' labels, both ends of a range. Empty for passwords and files, and where nothing is
 * chosen.
 */
export function controlValue(control: Control): string {
  return oneLine(rawValue(control), VALUE_LIMIT);
}

function rawValue(control: Control): string {
  const { kind, parts, root } = control;
  if (isScale(control)) return markOf(control);
  switch (kind) {
    case 'password':
    case 'file':
      return '';
    case 'radio':
    case 'checkbox':
      return parts.filter(isChecked).map(optionText).filter(Boolean).join('、');
    case 'switch':
      return parts.some(isChecked) || isChecked(root) ? '是' : '否';
    case 'rich-text':
      return richText(parts[0] ?? root);
    case 'select':
    case 'cascader':
      return selectText(control);
    case 'date':
      return inputValues(parts).join(' 至 ');
    default:
      return inputValues(parts).join(' ') || shownValue(root);
  }
}

function inputValues(parts: readonly Element[]): string[] {
  return parts
    .map((part) => (part as HTMLInputElement).value)
    .filter((value): value is string => typeof value === 'string' && value !== '');
}

/** How many stars are lit, or where a slider stands; none, and the lowest mark, are no answer. */
function markOf({ root, parts }: Control): string {
  const told = [...new Set([root, ...parts])].map((part) => {
    const mark = attribute(part, 'aria-valuenow');
    return mark === attribute(part, 'aria-valuemin') ? '' : mark;
  });
  const written = queryOne(root, '[type=hidden]') as HTMLInputElement | null;
  const bar = queryOne(root, SLIDER_BAR) as HTMLElement | null;
  const lit = queryAll(root, LIT).filter((star) => !queryOne(star, LIT)).length;
  const marks = [told.filter(Boolean).join(' 至 '), written?.value, bar?.style.width, `${lit}`];
  return marks.find((mark) => mark && Number.parseFloat(mark) !== 0) ?? '';
}

const SLIDER_BAR = '[class*=slider]:is([class*=bar],[class*=track])';

const LIT =
  '[class*=-full],[class*=rate-solid],[class*=--active],[class~=on],[class~=active],[class~=cur],[class~=selected],[class~=lit]';

function shownValue(root: Element): string {
  return matches(root, 'input,textarea') ? '' : visibleText(root, VALUE_LIMIT, isNoValue);
}

function richText(part: Element): string {
  const body = localName(part) === 'iframe' ? richTextBody(part) : (part as HTMLElement);
  return body ? textContent(body).slice(0, VALUE_LIMIT * 2) : '';
}

const TAGS =
  '.el-tag,.el-select__tags-text,.ant-select-selection-item,.ant-select-selection__choice,.ivu-tag,.arco-tag,.t-tag,.n-tag,.layui-tag,.select2-selection__choice,.search-choice,.tagbox-label';

function selectText({ root, parts }: Control): string {
  const native = parts.find((part) => localName(part) === 'select') as
    | HTMLSelectElement
    | undefined;
  // Vuetify's own select holds options without a text, beside the text that it shows.
  if (native && Array.from(native.options).some(({ text }) => text.trim() !== '')) {
    return Array.from(native.selectedOptions)
      .filter((option) => option.value !== '' && !isPlaceholderText(option.text))
      .map((option) => option.text.trim())
      .join('、');
  }
  const tags = queryAll(root, TAGS).filter(
    (tag) => isVisible(tag) && !parentOf(tag)?.closest(TAGS),
  );
  if (tags.length > 0) {
    const texts = tags
      .map((tag) => attribute(tag, 'title') || visibleText(tag, VALUE_LIMIT))
      .filter(Boolean);
    // 水稻、+ 2: so many were chosen, and which ones is not shown.
    const more = /^\+\s*(\d+)[\s.…]*$/.exec(texts.at(-1) ?? '')?.[1];
    return more ? `${texts.length - 1 + Number(more)}项` : texts.join('、');
  }
  const [typed] = inputValues(
    parts.filter((part) => !matches(part, 'select,[type=hidden],[aria-hidden=true]')),
  );
  if (typed) return isPlaceholderText(typed) ? '' : typed;
  const shown =
    drawnText(root, VALUE_LIMIT, isNoValue) || visibleText(root, VALUE_LIMIT, isPlaceholder);
  // An arrow may be a letter of a font of signs.
  const text = shown.replace(/[\s▼▽▾▿∨⌄ⅴ]+$/u, '');
  return isPlaceholderText(text) ? '' : text;
}

function isPlaceholder(element: Element): boolean {
  return (
    matches(element, 'label[for],label[aria-hidden=true]') ||
    classTokens(element).some(
      (token) =>
        token === 'is-transparent' ||
        // Element Plus names its shown choice `el-select__placeholder` too.
        (/placeholder/.test(token) && token !== 'el-select__placeholder'),
    )
  );
}

function isNoValue(element: Element): boolean {
  return (
    isPlaceholder(element) ||
    classTokens(element).some((token) => /(dropdown|popup|menu|arrow|suffix|clear)$/.test(token))
  );
}

function isPlaceholderText(text: string): boolean {
  return (
    /^[-—=\s]*(请选择|请点击选择|请输入|全部|无|choose|select)?[-—=\s.…]*$/iu.test(text) ||
    /^[-—=\s]*请选择/u.test(text)
  );
}

/** Checked by property, ARIA or the library's class. */
function isChecked(part: Element): boolean {
  if (matches(part, 'input')) {
    if ((part as HTMLInputElement).checked) return true;
  }
  const aria = attribute(part, 'aria-checked');
  if (aria !== null) return aria === 'true';
  if (localName(part).startsWith('uni-')) {
    const drawn = '.uni-radio-input-checked,.uni-checkbox-input-checked,.uni-switch-input-checked';
    return queryOne(part, drawn) !== null || closest(part, 'uni-label.is-checked') !== null;
  }
  return (
    !matches(part, 'input') &&
    (isMarked(part) ||
      classTokens(part).some((token) =>
        /(^|[-_])(checked|onswitch|active|on|open|selected|chosen|cur)$/.test(token),
      ))
  );
}

const OPTION =
  'label,.el-radio,.el-checkbox,.ant-radio-wrapper,.ant-checkbox-wrapper,.van-radio,.van-checkbox,uni-label,.uni-label-pointer';

/** What is drawn in it, were it a button. */
function drawnText(drawn: Element, limit: number, skip?: (element: Element) => boolean): string {
  return matches(drawn, 'button')
    ? oneLine(drawn.textContent ?? '', limit)
    : visibleText(drawn, limit, skip);
}

/** The text beside one radio or tick box. */
export function optionText(part: Element): string {
  const labels = (part as HTMLInputElement).labels;
  const wrapper = closest(part, OPTION) ?? labels?.[0];
  const own = wrapper ? visibleText(wrapper, 60) : '';
  if (own) return own;
  if (!matches(part, 'input')) {
    const drawn = drawnText(part, 60);
    if (drawn) return drawn;
  }
  if (matches(part, 'input[title]')) return attribute(part, 'title') ?? '';
  for (let node = nextSibling(part), steps = 0; node && steps < 4; steps++) {
    const text = visibleText(node, 60);
    if (text) return text;
    if (node.nodeType === 1 && matches(node as Element, 'input')) break;
    node = nextSibling(node);
  }
  const box = parentOf(part);
  const outer = box && parentOf(box);
  const beside = box ? visibleText(box, 60) : '';
  // Drawn beside a native box that is hidden in a place of its own.
  const drawn = outer && queryAll(outer, 'input').length === 1 ? visibleText(outer, 60) : '';
  return beside || drawn || headerOver(part) || (attribute(part, 'value') ?? '');
}
