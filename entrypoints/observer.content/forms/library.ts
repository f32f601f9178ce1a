import { closest, matches, queryAll } from './dom';

/**
 * What is special about a component library: thin data, class names only. Everything decides without
 * it too, by climbing; these names make it surer and cheaper.
 */
export interface Library {
  readonly name: string;
  /** A label and its controls together. */
  readonly item: string;
  /** The label within its item. */
  readonly label: string;
}

export const LIBRARIES: readonly Library[] = [
  { name: 'element', item: '.el-form-item', label: '.el-form-item__label' },
  {
    name: 'ant-design',
    item: '.ant-form-item,.ant-legacy-form-item',
    label: '.ant-form-item-label,.ant-legacy-form-item-label',
  },
  {
    name: 'layui',
    item: '.layui-form-item .layui-inline,.layui-form-item',
    label: '.layui-form-label',
  },
  { name: 'vant', item: '.van-field', label: '.van-field__label,.van-cell__title' },
  { name: 'iview', item: '.ivu-form-item', label: '.ivu-form-item-label' },
  { name: 'tdesign', item: '.t-form__item', label: '.t-form__label' },
  {
    name: 'arco',
    item: '.arco-form-item',
    label: '.arco-form-item-label-col,.arco-form-item-label',
  },
  { name: 'naive', item: '.n-form-item', label: '.n-form-item-label' },
  { name: 'uni-app', item: '.uni-forms-item', label: '.uni-forms-item__label' },
  { name: 'bootstrap', item: '.form-group', label: '.control-label,.form-label,.col-form-label' },
  { name: 'weui', item: '.weui-cell', label: '.weui-label' },
  { name: 'semi', item: '.semi-form-field', label: '.semi-form-field-label' },
  { name: 'devui', item: '.devui-form__item', label: '.devui-form__label' },
  { name: 'quasar', item: '.q-field', label: '.q-field__label' },
  { name: 'vuetify', item: '.v-input', label: '.v-label' },
];

const ITEMS = LIBRARIES.map((library) => library.item).join(',');

export interface LibraryItem {
  readonly library: Library;
  readonly item: Element;
  /** The label that belongs to this very item, if it has one. */
  readonly label: Element | undefined;
}

/** The nearest library item around an element. */
export function libraryItem(element: Element): LibraryItem | undefined {
  const item = closest(element, ITEMS);
  if (!item) return undefined;
  const library = LIBRARIES.find((candidate) => matches(item, candidate.item));
  if (!library) return undefined;
  const label = queryAll(item, library.label).find(
    (found) => closest(found, library.item) === item,
  );
  return { library, item, label };
}

/** Elements that only component libraries make, for naming the library of a form. */
const MARKS: readonly (readonly [name: string, prefix: RegExp])[] = [
  ['element', /^el-(form|input|select|date|button|dialog|radio|checkbox)/],
  ['ant-design', /^ant-(form|input|select|picker|btn|modal|radio|checkbox)/],
  ['layui', /^layui-(form|input|select|btn|textarea)/],
  ['easyui', /^(textbox|easyui|combo|datebox|l-btn|datagrid|validatebox)/],
  ['vant', /^van-(field|form|cell|button|radio|checkbox)/],
  ['iview', /^ivu-/],
  ['tdesign', /^t-(form|input|select|button|dialog)/],
  ['arco', /^arco-/],
  ['naive', /^n-(form|input|base-selection|button|card|modal)/],
  ['uni-app', /^uni-(forms|easyinput|input|select|date|data|button)/],
  ['bootstrap', /^form-(control|group|check|select)$/],
  ['weui', /^weui-/],
];

/** The library that a class token belongs to. */
export function libraryOfToken(token: string): string | undefined {
  return MARKS.find(([, prefix]) => prefix.test(token))?.[0];
}
