/**
 * Field concepts (数据项): what forms ask for, whatever they call it. Kept readable in
 * `public/knowledge/field-concepts.json` and packed at build time; worker and pages fetch and compile
 * them, the observer never does.
 */

import { type Concept, type ConceptLookup, conceptIdOf } from '../domain/concept';
import { isValueShape, type ValueShape } from './value-shape';

const SCHEMA = 'qingzhuang/field-concepts';
const VERSION = 1;

/** How directly a concept points at a person; `none`: it does not. */
type PersonalData = 'none' | 'quasi' | 'direct' | 'sensitive';

export interface FieldConcept extends Concept {
  readonly shape: ValueShape;
  readonly personal: PersonalData;
  /** The first is its name in the interface. */
  readonly labels: readonly string[];
  /**
   * Labels that ask for it on forms of its own field of work alone, and for what they are a label of
   * elsewhere: 返回时间 is that of a returner on a form about health.
   */
  readonly within: readonly string[];
  /**
   * Labels of another item that ask for this one where the form is plainly of another field of work than
   * that item: 存在问题 are hazards, but a project has problems.
   */
  readonly elsewhere: readonly string[];
  /** Of its labels those that name it whatever stands before them: 走访轨迹 is a 轨迹. */
  readonly heads: readonly string[];
  /** Technical names: they say which item it is where the label (名称, 编号) leaves it open. */
  readonly names: readonly string[];
  /** It may be asked of a person in a role: 监护人 + 姓名. */
  readonly takesRole: boolean;
  /** The role that it stands for by itself: 填报人 is the name of the reporter. */
  readonly role?: string;
  /** Unit of a bare number. */
  readonly unit?: string;
}

/**
 * Whose item it is. `official`: of those who do the work; their items recur on every form and are
 * fixed information, where the values are the cadre's own.
 */
export type RoleClass = 'subject' | 'relative' | 'official' | 'counterparty' | 'organisation';

export interface Role {
  readonly id: string;
  readonly class: RoleClass;
  readonly labels: readonly string[];
}

export interface FieldConcepts {
  readonly version: number;
  readonly concepts: readonly FieldConcept[];
  readonly roles: readonly Role[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the parsed JSON of the concepts.
 *
 * @throws Error naming the part that is not as it should be
 */
export function parseFieldConcepts(json: unknown): FieldConcepts {
  const root = record(json, 'root');
  if (root.schema !== SCHEMA || root.version !== VERSION) {
    throw new Error(`concepts: schema ${String(root.schema)} ${String(root.version)} is not known`);
  }
  return {
    version: VERSION,
    concepts: list(root.concepts, 'concepts').map(concept),
    roles: list(root.roles, 'roles').map((role) => ({
      id: text(role.id, 'role'),
      class: text(role.class, 'role class') as RoleClass,
      labels: strings(role.labels, 'role labels'),
    })),
  };
}

/** The look-up that the measures ask: with or without a role in the key. */
export function conceptLookup({ concepts }: FieldConcepts): ConceptLookup {
  const byId = new Map<string, Concept>(concepts.map((one) => [one.id, one]));
  return (key) => byId.get(conceptIdOf(key));
}

/** The class of a role; undefined for a role that is not known. */
export function roleClassLookup({ roles }: FieldConcepts): (role: string) => RoleClass | undefined {
  const byId = new Map(roles.map((role) => [role.id, role.class]));
  return (role) => byId.get(role);
}

function concept(json: Json): FieldConcept {
  const id = text(json.id, 'id');
  const labels = strings(json.labels, `${id}.labels`);
  const [zh] = labels;
  if (zh === undefined || !id.includes('.')) throw new Error(`concepts: ${id} is not named`);
  if (!isValueShape(json.shape)) throw new Error(`concepts: ${id}.shape is not known`);
  const { entropy } = json;
  if (entropy !== 'high' && entropy !== 'medium' && entropy !== 'low') {
    throw new Error(`concepts: ${id}.entropy is not known`);
  }
  return {
    id,
    labels,
    within: json.within === undefined ? [] : strings(json.within, `${id}.within`),
    elsewhere: json.elsewhere === undefined ? [] : strings(json.elsewhere, `${id}.elsewhere`),
    heads: json.heads === undefined ? [] : strings(json.heads, `${id}.heads`),
    names: json.names === undefined ? [] : strings(json.names, `${id}.names`),
    zh,
    en: englishName(id),
    shape: json.shape,
    entropy,
    personal: json.pii === undefined ? 'none' : (text(json.pii, `${id}.pii`) as PersonalData),
    family: json.family === undefined ? id : text(json.family, `${id}.family`),
    takesRole: json.roles === true,
    meta: json.meta === true,
    generic: json.generic === true,
    sensitive: json.sensitive === true,
    ...(json.role === undefined ? {} : { role: text(json.role, `${id}.role`) }),
    ...(json.unit === undefined ? {} : { unit: text(json.unit, `${id}.unit`) }),
  };
}

const DOMAINS = new Map([
  ['agri', 'Farming'],
  ['area', 'Area'],
  ['civil', 'Civil affairs'],
  ['env', 'Environment'],
  ['meta', 'Form'],
  ['oa', 'Office'],
  ['org', 'Organisation'],
  ['poverty', 'Poverty prevention'],
  ['stat', 'Statistics'],
  ['train', 'Training'],
]);

/** `person.id_number` → Person: ID number. Ids are written in the words of their English names. */
function englishName(id: string): string {
  const [domain = '', ...rest] = id.split('.');
  const where = DOMAINS.get(domain) ?? domain.charAt(0).toUpperCase() + domain.slice(1);
  const what = rest.join(' ').replaceAll('_', ' ');
  return `${where}: ${what.replace(/\b(id|uscc|qq)\b/g, (word) => word.toUpperCase())}`;
}

function record(value: unknown, name: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`concepts: ${name} is missing`);
  }
  return value as Json;
}

function list(value: unknown, name: string): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`concepts: ${name} is missing`);
  return value.map((entry) => record(entry, name));
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`concepts: ${name} is no text`);
  return value;
}

function strings(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`concepts: ${name} is no list`);
  return value.map((entry) => text(entry, name));
}
