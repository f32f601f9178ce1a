import { type Chance, chance } from './random';
import type { Act, FieldSpec, FormSpec, GridSpec, PageSpec, Trap } from './spec';
import { DEV_WORDS, type Word } from './vocabulary';

/** The recipe of the development pages: one look at a time is varied by a seed. */

const LIBRARIES = [
  'element-ui',
  'element-plus',
  'ant-design-vue',
  'antd',
  'layui',
  'easyui',
  'vant',
  'jsp',
  'tdesign',
  'arco',
  'iview',
  'naive',
];
const PAGES_PER_LIBRARY = 5;

const NOISE: readonly ((label: string, chance: Chance) => string)[] = [
  (label) => label,
  (label) => label,
  (label) => `${label}：`,
  (label) => `${label}:`,
  (label) => `* ${label}`,
  (label, { odds }) => ([...label].length === 2 && odds(0.7) ? [...label].join(' ') : label),
  (label, { below }) => `${1 + below(9)}. ${label}`,
];

/** Names that break carelessly written readers. */
const AWKWARD_NAMES = [
  'constructor',
  'name',
  'id',
  'action',
  'title',
  'submit',
  '__proto__',
  'length',
];

const PLACES: Readonly<Record<string, readonly FormSpec['place'][]>> = {
  vant: ['page', 'drawer'],
  jsp: ['page'],
  easyui: ['dialog', 'page'],
  layui: ['dialog', 'page'],
};
const LAYOUTS: Readonly<Record<string, readonly FormSpec['layout'][]>> = {
  vant: ['item'],
  jsp: ['cells', 'bare', 'inline'],
  easyui: ['cells', 'bare'],
  layui: ['item', 'inline', 'cells'],
};
const ALL_PLACES: readonly FormSpec['place'][] = ['dialog', 'page', 'drawer', 'steps', 'dialog'];
const ALL_LAYOUTS: readonly FormSpec['layout'][] = ['item', 'columns', 'top', 'bare', 'cells'];

export function devPages(): PageSpec[] {
  const pages: PageSpec[] = [];
  for (const [shelf, library] of LIBRARIES.entries()) {
    for (let number = 0; number < PAGES_PER_LIBRARY; number++) {
      pages.push(page(library, number, chance(1000 + shelf * 100 + number)));
    }
  }
  return pages;
}

function page(library: string, number: number, dice: Chance): PageSpec {
  const places = PLACES[library] ?? ALL_PLACES;
  const layouts = LAYOUTS[library] ?? ALL_LAYOUTS;
  const form = makeForm(
    'main',
    library,
    places[number % places.length] ?? 'page',
    layouts[number % layouts.length] ?? 'item',
    6 + dice.below(9),
    dice,
  );
  const traps = makeTraps(library, dice);
  const grid =
    ['element-ui', 'element-plus', 'antd', 'easyui', 'jsp'].includes(library) && number === 4
      ? makeGrid(dice)
      : undefined;
  return {
    id: `dev-${library}-${number}`,
    split: 'dev',
    library,
    title: form.title,
    forms: [form],
    ...(grid ? { grid } : {}),
    traps,
    envelope: dice.pick(['code200', 'code0', 'success', 'status'] as const),
    acts: makeActs(form, traps, grid, number, dice),
  };
}

function makeForm(
  id: string,
  library: string,
  place: FormSpec['place'],
  layout: FormSpec['layout'],
  count: number,
  dice: Chance,
): FormSpec {
  const possible = DEV_WORDS.filter(({ kind }) => offers(library, kind));
  const words = unique(dice.some(possible, count * 2)).slice(0, count);
  const noise = dice.pick(NOISE);
  const fields = words.map((word, index) => makeField(word, index, noise, dice));
  const title = dice.pick([
    '低保申请',
    '监测对象',
    '走访记录',
    '隐患排查',
    '党员信息',
    '农业统计',
    '事件上报',
  ]);
  return {
    id,
    title: `${dice.pick(['新增', '登记', ''])}${title}`,
    place,
    layout,
    fields,
    submitText: dice.pick([
      '确 定',
      '提 交',
      '保存',
      '提交审核',
      '上报',
      '保 存',
      '确认提交',
      '立即提交',
    ]),
    cancelText: dice.pick(['取 消', '返回', '关闭']),
    ...(dice.odds(0.4) ? { draftText: dice.pick(['暂存', '保存草稿', '存草稿']) } : {}),
    ...(dice.odds(0.25) ? { confirm: true } : {}),
    successText: dice.pick([
      '保存成功',
      '操作成功',
      '提交成功',
      '新增成功！',
      '上报成功',
      '数据已保存',
    ]),
    after: place === 'page' ? dice.pick(['clear', 'keep', 'result'] as const) : 'close',
    transport:
      library === 'jsp'
        ? dice.pick(['post', 'post', 'frame', 'xhr'] as const)
        : dice.pick(['fetch', 'xhr'] as const),
  };
}

function offers(library: string, kind: Word['kind']): boolean {
  if (kind === 'rich') return false;
  if (library === 'jsp') return !['cascader', 'switch', 'daterange', 'multiselect'].includes(kind);
  if (library === 'layui') return !['cascader', 'daterange', 'multiselect'].includes(kind);
  if (library === 'easyui')
    return ![
      'cascader',
      'daterange',
      'radio',
      'checkbox',
      'multiselect',
      'switch',
      'file',
    ].includes(kind);
  if (library === 'vant') return !['cascader', 'daterange', 'multiselect'].includes(kind);
  return true;
}

/** Two wordings of one concept never stand in one form. */
function unique(words: readonly Word[]): Word[] {
  const seen = new Set<string>();
  return words.filter(({ concept }) => !seen.has(concept) && seen.add(concept));
}

function makeField(
  word: Word,
  index: number,
  noise: (label: string, dice: Chance) => string,
  dice: Chance,
): FieldSpec {
  const choice = [
    'select',
    'radio',
    'checkbox',
    'date',
    'cascader',
    'multiselect',
    'switch',
    'daterange',
    'file',
  ].includes(word.kind);
  const hint = choice ? '请选择' : '请输入';
  const prefilled = !choice && word.kind === 'text' && dice.odds(0.12);
  return {
    key: `f${index}`,
    label: word.label,
    shown: noise(word.unit && dice.odds(0.5) ? `${word.label}（${word.unit}）` : word.label, dice),
    concept: word.concept,
    kind: word.kind,
    value: word.value,
    ...(word.options ? { options: word.options } : {}),
    ...(dice.odds(0.6) ? { placeholder: dice.odds(0.5) ? hint : `${hint}${word.label}` } : {}),
    ...(word.unit ? { unit: word.unit } : {}),
    ...(index < 2 || dice.odds(0.4)
      ? { required: word.kind !== 'file' && word.kind !== 'switch' }
      : {}),
    ...(prefilled && index > 1 ? { prefilled: word.value } : {}),
    ...(dice.odds(0.2) ? { name: dice.pick(AWKWARD_NAMES) } : {}),
  };
}

function makeTraps(library: string, dice: Chance): Trap[] {
  const traps: Trap[] = [];
  const add = (trap: Trap, odds: number): void => {
    if (dice.odds(odds)) traps.push(trap);
  };
  add('search', 0.8);
  add('table', 0.8);
  add('pagination', 0.7);
  if (library !== 'easyui') add('comment', 0.3);
  add('details', 0.3);
  add('header-search', 0.5);
  add('tree', 0.3);
  add('hidden-form', 0.4);
  add('tips', 0.5);
  add('polling', 0.3);
  add('welcome-toast', 0.2);
  if (library === 'jsp') add('page-form', 0.3);
  return traps;
}

function makeGrid(dice: Chance): GridSpec {
  const words = unique(
    dice.some(
      DEV_WORDS.filter(({ kind }) => kind === 'text' || kind === 'number'),
      9,
    ),
  ).slice(0, 4);
  return {
    id: 'grid',
    title: '家庭成员',
    columns: words.map((word, index) => {
      const { prefilled: _, ...field } = makeField(word, index, (label) => label, dice);
      return { ...field, key: `g${index}` };
    }),
    rows: 3,
    submitText: dice.pick(['保存', '全部保存']),
    successText: '保存成功',
  };
}

function makeActs(
  form: FormSpec,
  traps: readonly Trap[],
  grid: GridSpec | undefined,
  number: number,
  dice: Chance,
): Act[] {
  const acts: Act[] = [];
  const classic = form.transport === 'post' || form.transport === 'frame';
  if (traps.includes('search')) acts.push({ do: 'search' });
  if (traps.includes('pagination')) acts.push({ do: 'page' });
  if (number % 2 === 0) acts.push({ do: 'submit', form: form.id, answer: 'invalid' });
  if (number % 3 === 1 && !classic)
    acts.push({ do: 'submit', form: form.id, answer: dice.pick(['refuse', 'error'] as const) });
  if (form.draftText && dice.odds(0.6))
    acts.push({ do: 'submit', form: form.id, answer: 'ok', how: 'draft' });
  if (form.place !== 'page' && dice.odds(0.4)) acts.push({ do: 'cancel', form: form.id });
  acts.push({ do: 'submit', form: form.id, answer: number % 4 === 3 ? 'slow' : 'ok' });
  if (traps.includes('comment')) acts.push({ do: 'comment' });
  if (grid) acts.push({ do: 'grid' });
  return acts;
}
