import { type Chance, chance } from './random';
import type { Act, FieldKind, FieldSpec, FormSpec, Look, PageSpec, Trap } from './spec';
import { TEST_WORDS, type Word } from './vocabulary';

/**
 * The recipe of the test pages. Words, layouts, widgets, messages and buttons are others than on the
 * development pages; what it yields is not looked at while the reader is tuned.
 */

interface Shelf {
  readonly library: string;
  readonly places: readonly FormSpec['place'][];
  readonly layouts: readonly string[];
  readonly notes: readonly string[];
  readonly without: readonly FieldKind[];
  readonly pages: number;
}

const NO_CHOICES: readonly FieldKind[] = ['cascader', 'daterange', 'multiselect'];

const SHELVES: readonly Shelf[] = [
  {
    library: 'plain',
    places: ['page', 'dialog'],
    layouts: [
      'stacked',
      'grid',
      'lines',
      'dl',
      'sheet',
      'spanned',
      'fieldsets',
      'bootstrap',
      'float',
      'labelled',
      'aria',
      'hints',
    ],
    notes: ['bubble', 'strip'],
    without: NO_CHOICES,
    pages: 12,
  },
  {
    library: 'element-plus',
    places: ['page', 'dialog', 'drawer'],
    layouts: ['cards', 'tabs', 'pairs', 'stacks', 'slots'],
    notes: ['top', 'corner'],
    without: ['multiselect'],
    pages: 5,
  },
  {
    library: 'ant-design-vue',
    places: ['dialog', 'page', 'drawer'],
    layouts: ['cards', 'pairs', 'stacks', 'slots', 'tabs'],
    notes: ['corner', 'top'],
    without: ['multiselect'],
    pages: 5,
  },
  {
    library: 'antd',
    places: ['page', 'drawer', 'dialog'],
    layouts: ['normal', 'cols', 'desc', 'collapse'],
    notes: ['top', 'corner'],
    without: ['multiselect', 'rich', 'cascader'],
    pages: 4,
  },
  {
    library: 'layui',
    places: ['dialog', 'page'],
    layouts: ['table', 'pane', 'cols'],
    notes: ['short', 'box'],
    without: [...NO_CHOICES, 'rich'],
    pages: 4,
  },
  {
    library: 'easyui',
    places: ['page', 'dialog'],
    layouts: ['pane', 'table'],
    notes: ['short', 'box'],
    without: [...NO_CHOICES, 'rich', 'radio', 'checkbox', 'switch', 'file'],
    pages: 3,
  },
  {
    library: 'vant',
    places: ['page', 'drawer'],
    layouts: ['cells'],
    notes: ['top', 'corner'],
    without: [...NO_CHOICES, 'rich'],
    pages: 3,
  },
  ...['tdesign', 'arco', 'iview', 'naive'].map((library) => ({
    library,
    places: ['page', 'dialog', 'drawer'] as const,
    layouts: ['cards', 'pairs', 'stacks'],
    notes: ['top', 'corner'],
    without: ['multiselect'] as const,
    pages: 3,
  })),
];

export function testPages(): PageSpec[] {
  return SHELVES.flatMap((shelf, row) =>
    Array.from({ length: shelf.pages }, (_, number) =>
      page(shelf, number, chance(77_000 + row * 31 + number * 7)),
    ),
  );
}

function page(shelf: Shelf, number: number, dice: Chance): PageSpec {
  const place = shelf.places[number % shelf.places.length] ?? 'page';
  const look: Look = {
    layout: shelf.layouts[number % shelf.layouts.length] ?? '',
    note: dice.pick(shelf.notes),
    button: dice.pick(['button', 'a', 'span', 'input']),
    shade: dice.pick(['form', 'bare', 'section']),
  };
  const form = makeForm(shelf, place, dice);
  const traps = dice.some<Trap>(
    [
      'search',
      'table',
      'pagination',
      'comment',
      'details',
      'header-search',
      'tips',
      'polling',
      'welcome-toast',
    ],
    2 + dice.below(5),
  );
  return {
    id: `test-${shelf.library}-${number}`,
    split: 'test',
    library: shelf.library,
    title: form.title,
    forms: [form],
    look,
    traps,
    envelope: dice.pick(['success', 'code0', 'status', 'code200'] as const),
    acts: makeActs(shelf, form, traps, dice),
  };
}

function makeForm(shelf: Shelf, place: FormSpec['place'], dice: Chance): FormSpec {
  const framed = shelf.library === 'layui' && place === 'dialog';
  const seen = new Set<string>();
  const words = dice
    .some(
      TEST_WORDS.filter(({ kind }) => !shelf.without.includes(kind)),
      26,
    )
    .filter(({ concept, label }) => {
      const item = concept === 'unknown' ? label : concept;
      return !seen.has(item) && seen.add(item);
    })
    .slice(0, 5 + dice.below(8));
  return {
    id: 'entry',
    title: dice.pick([
      '困难群众登记',
      '入户走访台账',
      '安全排查表',
      '农户信息采集',
      '项目申报',
      '党员活动记录',
    ]),
    place,
    layout: 'item',
    fields: words.map((word, index) => makeField(word, index, dice)),
    submitText: dice.pick([
      '报送',
      '完 成',
      '提交申请',
      '保存并关闭',
      '确认上报',
      '送审',
      'OK',
      '发布',
      '登记',
    ]),
    cancelText: dice.pick(['放弃', '取消', '返 回']),
    ...(dice.odds(0.35) && !framed
      ? { draftText: dice.pick(['临时保存', '存为草稿', '暂 存']) }
      : {}),
    ...(dice.odds(0.35) ? { confirm: true } : {}),
    successText: dice.pick(['登记成功', '报送成功！', '已提交，等待审核', '处理成功', '保存完成']),
    after: place === 'page' ? dice.pick(['clear', 'result', 'keep'] as const) : 'close',
    transport: 'xhr',
  };
}

function makeField(word: Word, index: number, dice: Chance): FieldSpec {
  const shown = dice.pick([
    word.label,
    word.label,
    `${word.label}：`,
    `(${index + 1}) ${word.label}`,
    `${word.label} *`,
    word.unit ? `${word.label}(单位：${word.unit})` : word.label,
  ]);
  const typed = word.kind === 'text' || word.kind === 'textarea' || word.kind === 'number';
  return {
    key: `k${index}`,
    label: word.label,
    shown,
    concept: word.concept,
    kind: word.kind,
    value: word.value,
    ...(word.options ? { options: word.options } : {}),
    ...(word.unit ? { unit: word.unit } : {}),
    ...(typed && dice.odds(0.5)
      ? { placeholder: dice.pick(['请填写', `请填写${word.label}`, '必填']) }
      : {}),
    ...(index === 0 || dice.odds(0.3) ? { required: typed || word.kind === 'select' } : {}),
    ...(word.kind === 'text' && index > 2 && dice.odds(0.12) ? { prefilled: word.value } : {}),
  };
}

function makeActs(shelf: Shelf, form: FormSpec, traps: readonly Trap[], dice: Chance): Act[] {
  const acts: Act[] = [];
  if (traps.includes('search')) acts.push({ do: 'search' });
  if (traps.includes('pagination')) acts.push({ do: 'page' });
  if (dice.odds(0.4) && form.fields.some(({ required }) => required))
    acts.push({ do: 'submit', form: form.id, answer: 'invalid' });
  if (dice.odds(0.4))
    acts.push({ do: 'submit', form: form.id, answer: dice.pick(['refuse', 'error'] as const) });
  if (form.draftText && dice.odds(0.5))
    acts.push({ do: 'submit', form: form.id, answer: 'ok', how: 'draft' });
  if (form.place !== 'page' && shelf.library !== 'layui' && dice.odds(0.3))
    acts.push({ do: 'cancel', form: form.id });
  acts.push({ do: 'submit', form: form.id, answer: dice.odds(0.25) ? 'slow' : 'ok' });
  if (traps.includes('comment') && (shelf.library === 'plain' || shelf.library === 'element-plus'))
    acts.push({ do: 'comment' });
  return acts;
}
