import 'fake-indexeddb/auto';
import { createRecognition } from '../../../../entrypoints/background/create-recognition';
import type { FieldEntry, FieldReading } from '../../../../utils/domain/observation';
import { randomId } from '../../../../utils/domain/random-id';
import { DEFAULT_SETTINGS } from '../../../../utils/domain/settings';
import { summariseWeek } from '../../../../utils/domain/summarise';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../utils/domain/time-constants';
import { weekOfKey } from '../../../../utils/domain/week';
import type { FieldConcepts } from '../../../../utils/knowledge/field-concepts';
import { judgeUnjudged } from '../../../../utils/storage/judge-submissions';
import { learn } from '../../../../utils/storage/learned';
import { readWeek } from '../../../../utils/storage/week-records';
import { field, place, stage, submission } from '../../../entrypoints/background/record-fixture';
import { CADRE, household, VILLAGES } from '../../../portals/people';
import { type Chance, chance } from './random';
import type { Tally } from './score';

/**
 * A simulated fortnight of one cadre over eight systems, as texts: each system has its own wordings,
 * units and styles of writing, and everything goes through recording as it does in the worker
 * (concepts, normalised values, digests under real keys, judgement, nightly learning). What is true is
 * told by things: a field is entered again where this attribute of this household had been submitted
 * on another system before, in a record that shares with this one what tells by itself or two things
 * that tell together.
 */

interface Attribute {
  /** Wordings of the development split and of the test split. */
  readonly dev: readonly string[];
  readonly test: readonly string[];
  /** Tells so little that it is never compared: options, small counts, the day itself. */
  readonly silent?: true;
  /** Fixed information: of the one who reports, and the three villages. */
  readonly own?: true;
  /** Counts only together with another: names, dates, sums. */
  readonly together?: true;
  readonly control?: FieldReading['control'];
}

const ATTRIBUTES = {
  name: {
    dev: ['户主姓名', '姓名', '申请人姓名', '被走访人'],
    test: ['人员姓名', '户主', '姓　名', '困难群众姓名'],
    together: true,
  },
  id: {
    dev: ['身份证号', '公民身份号码', '证件号码', '户主身份证号'],
    test: ['身份证号码', '居民身份证号', '身份证件号码', '身份证'],
  },
  phone: {
    dev: ['联系电话', '手机号码', '户主电话', '联系方式'],
    test: ['手机号', '移动电话', '本人电话', '电话'],
  },
  birth: { dev: ['出生日期', '出生年月'], test: ['出生年月日', '生日'], together: true },
  sex: { dev: ['性别'], test: ['性别'], silent: true, control: 'radio' },
  size: { dev: ['家庭人口', '家庭人口数'], test: ['家庭总人口', '人口数'], silent: true },
  village: { dev: ['行政村', '所在村'], test: ['所属村', '村（社区）'], own: true },
  address: {
    dev: ['家庭住址', '户籍地址', '现住址', '详细地址'],
    test: ['家庭地址', '居住地址', '户籍所在地', '常住地址'],
  },
  income: {
    dev: ['家庭年收入', '家庭年收入（元）', '家庭年总收入(万元)'],
    test: ['年收入', '家庭总收入', '家庭年收入（万元）'],
    together: true,
  },
  card: { dev: ['银行卡号', '开户账号'], test: ['一卡通账号', '银行账号'] },
  certificate: { dev: ['救助档号', '在册编码甲'], test: ['兜底台账号', '保障册号'] },
  story: {
    dev: ['困难情况', '致困说明', '家庭情况简介'],
    test: ['困难情况说明', '家庭基本情况', '情况简述'],
  },
  visited: { dev: ['走访内容', '走访情况'], test: ['走访记录', '入户情况'] },
  visitDate: {
    dev: ['走访日期', '入户时间'],
    test: ['走访时间', '入户日期'],
    silent: true,
    control: 'date',
  },
  reporter: { dev: ['填报人', '上报人'], test: ['填表人', '录入人'], own: true },
  reporterPhone: {
    dev: ['填报人电话', '上报人联系方式'],
    test: ['填表人电话', '填报人手机'],
    own: true,
  },
  unit: { dev: ['填报单位', '上报单位'], test: ['报送单位', '填表单位'], own: true },
} as const satisfies Readonly<Record<string, Attribute>>;
type Key = keyof typeof ATTRIBUTES;

interface System {
  readonly host: string;
  readonly asks: readonly Key[];
  /** Fills these in by itself where it has seen the household. */
  readonly prefills?: readonly Key[];
  readonly draft?: true;
  /** Share of the households that are reported here. */
  readonly share: number;
}

const OWN = ['reporter', 'reporterPhone', 'unit'] as const;
const SYSTEMS: readonly System[] = [
  {
    host: 'mz.gov.cn',
    asks: [
      'name',
      'sex',
      'id',
      'phone',
      'address',
      'size',
      'income',
      'card',
      'certificate',
      'story',
      ...OWN,
    ],
    share: 0.8,
    draft: true,
  },
  {
    host: 'ffp.gov.cn',
    asks: ['name', 'id', 'phone', 'village', 'address', 'size', 'income', 'story', 'reporter'],
    share: 0.8,
  },
  {
    host: 'wg.gov.cn',
    asks: ['name', 'phone', 'village', 'address', 'visitDate', 'visited', ...OWN],
    share: 0.9,
  },
  {
    host: 'nync.gov.cn',
    asks: ['name', 'id', 'card', 'phone', 'village', 'unit'],
    share: 0.5,
    prefills: ['phone'],
  },
  { host: 'ws.gov.cn', asks: ['name', 'sex', 'birth', 'id', 'phone', 'address'], share: 0.4 },
  {
    host: 'dj.gov.cn',
    asks: ['name', 'phone', 'story', 'visitDate', 'visited', 'reporter', 'unit'],
    share: 0.3,
  },
  {
    host: 'tj.gov.cn',
    asks: ['name', 'id', 'size', 'income', 'certificate', 'reporter'],
    share: 0.6,
    prefills: ['id'],
  },
  {
    host: 'zf.gov.cn',
    asks: ['name', 'birth', 'address', 'village', 'visited', 'reporterPhone'],
    share: 0.4,
  },
];

const HOUSES = 40;
const WEEKS = ['2026-W47', '2026-W48'] as const;
const ZONE = 'Asia/Shanghai';
const MONDAY = weekOfKey(WEEKS[0], ZONE).from;

export interface FortnightScore {
  readonly reentered: Tally;
  readonly duplicates: Tally;
  /** Re-entry minutes: told and true. */
  readonly told: number;
  readonly true: number;
  readonly submissions: number;
}

/** Works a fortnight and compares what the worker made of it with what was done. */
export async function workFortnight(
  seed: number,
  split: 'dev' | 'test',
  knowledge: FieldConcepts,
): Promise<FortnightScore> {
  const dice = chance(seed);
  const recognition = createRecognition(knowledge);
  const { concepts } = recognition;
  const own = stage({
    loadRecognition: async () => recognition,
    judge: (database) => judgeUnjudged(database, concepts),
  });
  const houses = Array.from({ length: HOUSES }, (_, n) => attributesOf(n, dice));
  const wordings = new Map(
    SYSTEMS.map(({ host, asks }) => [
      host,
      new Map(asks.map((key) => [key, dice.pick(ATTRIBUTES[key][split] as readonly string[])])),
    ]),
  );
  /** What was submitted of each household, and where. */
  const before = new Map<number, { readonly host: string; readonly keys: ReadonlySet<Key> }[]>();
  const truth = {
    reentered: new Set<string>(),
    ms: 0,
    duplicates: new Set<string>(),
    near: new Set<string>(),
  };
  const made: string[] = [];

  const report = async (system: System, house: number, at: number, how: { rework?: true } = {}) => {
    const values = houses[house] as Values;
    const words = wordings.get(system.host) as ReadonlyMap<Key, string>;
    const style = chance(seed * 31 + SYSTEMS.indexOf(system));
    const fields: FieldReading[] = [];
    const entries: FieldEntry[] = [];
    const again: { readonly ms: number; readonly index: number }[] = [];
    let comparable = 0;
    const earlier = before.get(house) ?? [];
    const isKnownHere = earlier.some(({ host }) => host === system.host);
    const repeated = new Set(
      earlier.flatMap(({ host, keys }) => {
        if (host === system.host) return [];
        const common = system.asks.filter((key) => keys.has(key) && tells(key));
        const telling = common.some((key) => !(ATTRIBUTES[key] as Attribute).together);
        return telling || common.length >= 2 ? common : [];
      }),
    );
    for (const [index, key] of system.asks.entries()) {
      const attribute: Attribute = ATTRIBUTES[key];
      const label = words.get(key) ?? '';
      const prefilled = system.prefills?.includes(key) === true && isKnownHere;
      fields.push(field(label, { control: attribute.control ?? 'text', prefilled }));
      const workingMs = 3_000 + dice.below(20_000);
      entries.push({
        field: index,
        how: prefilled ? 'prefilled' : dice.odds(0.2) ? 'pasted' : 'typed',
        value: written(key, values[key], label, style),
        focusMs: workingMs + dice.below(4_000),
        workingMs,
        inputMs: Math.min(workingMs, 5_000 * (1 + dice.below(4))),
      });
      if (prefilled || !tells(key)) continue;
      comparable += 1;
      if (repeated.has(key)) again.push({ ms: workingMs, index });
    }
    own.now = at;
    const observation = submission(
      {},
      {
        at,
        startedAt: at - 3 * MINUTE_MS,
        form: { library: 'element-plus', container: 'dialog', fields },
        entries,
        ...(how.rework ? { rework: true } : {}),
      },
    );
    const from = place(system.host, { tab: 1 + SYSTEMS.indexOf(system) });
    if (dice.odds(0.15)) {
      await own.send(from, {
        ...observation,
        id: randomId(),
        outcome: 'refused',
        at: at - MINUTE_MS,
      });
    }
    await own.send(from, observation);
    made.push(observation.id);
    if (!how.rework) {
      for (const { index, ms } of again) {
        truth.reentered.add(`${observation.id} ${index}`);
        truth.ms += ms;
      }
      const share = comparable === 0 ? 0 : again.length / comparable;
      if (again.length >= 3 && share >= 0.75) truth.duplicates.add(observation.id);
      else if (again.length >= 3 && share >= 0.45) truth.near.add(observation.id);
    }
    before.set(house, [...earlier, { host: system.host, keys: new Set(system.asks) }]);
  };

  for (let day = 0; day < 12; day += 1) {
    if (day % 7 >= 5) continue;
    let at = MONDAY + day * DAY_MS + 8.5 * HOUR_MS;
    for (let house = 0; house < HOUSES; house += 1) {
      if (house % 10 !== (day > 6 ? day - 2 : day)) continue;
      for (const system of dice.some(SYSTEMS, SYSTEMS.length)) {
        if (!dice.odds(system.share)) continue;
        at += 6 * MINUTE_MS;
        await report(system, house, at);
        if (dice.odds(0.05)) {
          at += 6 * MINUTE_MS;
          await report(system, house, at, { rework: true });
        }
      }
    }
    own.now = MONDAY + (day + 1) * DAY_MS;
    await learn(own.database, { now: own.now, zone: ZONE, concepts });
    await judgeUnjudged(own.database, concepts);
  }

  const told = { reentered: new Set<string>(), ms: 0, duplicates: new Set<string>() };
  const ids = new Set(made);
  const fixed = new Set<string>();
  for (const week of WEEKS) {
    const records = await readWeek(own.database, weekOfKey(week, ZONE), {
      now: own.now,
      settings: DEFAULT_SETTINGS,
      concepts,
      dayKind: () => undefined,
    });
    for (const digest of records.fixedInformation ?? []) fixed.add(digest);
    const { reentry } = summariseWeek(records);
    told.ms += reentry.ms.mid;
  }
  for (const one of await own.database.submissions.toArray()) {
    if (!ids.has(one.id)) continue;
    for (const { field: index } of one.judgement?.reentered ?? []) {
      if (!fixed.has(one.fields[index]?.digest ?? '')) told.reentered.add(`${one.id} ${index}`);
    }
    if (one.judgement?.duplicateOf !== undefined) told.duplicates.add(one.id);
  }
  for (const id of truth.near) told.duplicates.delete(id);
  return {
    reentered: compare(told.reentered, truth.reentered),
    duplicates: compare(told.duplicates, truth.duplicates),
    told: told.ms / MINUTE_MS,
    true: truth.ms / MINUTE_MS,
    submissions: made.length,
  };
}

function compare(told: ReadonlySet<string>, truth: ReadonlySet<string>): Tally {
  const right = [...told].filter((one) => truth.has(one)).length;
  return { right, wrong: told.size - right, missed: truth.size - right };
}

function tells(key: Key): boolean {
  const { silent, own }: Attribute = ATTRIBUTES[key];
  return silent !== true && own !== true;
}

type Values = Readonly<Record<Key, string>>;

function attributesOf(n: number, dice: Chance): Values {
  const home = household(n);
  return {
    // The last ones bear the names of the first: other people.
    name: household(n % (HOUSES - 6)).name,
    id: home.idNumber,
    phone: home.phone,
    birth: home.birthDate,
    sex: home.sex,
    size: String(home.size),
    village: VILLAGES[n % 3] ?? '',
    address: home.address,
    income: String(12_010 + 10 * dice.below(3_000) + 1),
    card: home.bankAccount,
    certificate: `QS-DB-${100_000 + n * 7_919}`,
    story: home.reason,
    visited: `${home.village}第${n + 1}户，入户了解用药和取暖情况，宣传医保缴费政策`,
    visitDate: '',
    reporter: CADRE.name,
    reporterPhone: CADRE.phone,
    unit: CADRE.unit,
  };
}

/** A value as one system wants it or one hand writes it. */
function written(key: Key, value: string, label: string, style: Chance): string {
  const way = style.below(4);
  switch (key) {
    case 'name':
      return way === 1 && value.length === 2 ? value.split('').join('　') : value;
    case 'id':
      return way === 1
        ? value.toLowerCase()
        : way === 2
          ? value.replace(/(.{6})(.{8})/, '$1 $2 ')
          : value;
    case 'phone':
    case 'reporterPhone':
      return (
        [
          value,
          value.replace(/(...)(....)/, '$1 $2 '),
          value.replace(/(...)(....)/, '$1-$2-'),
          `+86 ${value}`,
        ][way] ?? value
      );
    case 'birth': {
      const [year, month, day] = value.split('-').map(Number);
      return (
        [
          value,
          `${year}年${month}月${day}日`,
          `${year}/${month}/${day}`,
          value.replaceAll('-', ''),
        ][way] ?? value
      );
    }
    case 'address':
      return way === 1 ? value.replace(/(县|镇|村)/g, '$1 ') : way === 2 ? ` ${value}。` : value;
    case 'income':
      return /万元/.test(label)
        ? String(Number(value) / 10_000)
        : way === 1
          ? Number(value).toLocaleString('en-US')
          : value;
    case 'card':
      return way === 1 ? value.replace(/(.{4})/g, '$1 ').trim() : value;
    case 'village':
      return way === 1 ? `青山镇${value}` : value;
    case 'story':
    case 'visited':
      return way === 1 ? value.replaceAll('，', ',') : value;
    case 'visitDate':
      return '2026-11-18';
    default:
      return value;
  }
}
