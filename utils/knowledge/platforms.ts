/**
 * Platform: one system that the person is made to use.
 *
 * Identity: catalogue rule first, where the rule names one system; else full host with port (two
 * ports of one address are two systems; the registrable domain is not a platform under gov.cn); a
 * path prefix only where the catalogue or the person says so. Private-network and bare-IP hosts only
 * after the person named them. Hosts of 举报, 信访 and 纪检 are never tracked. A host that neither the
 * catalogue nor the person's list names is no platform at all.
 *
 * Order of resolution: never tracked → the person's own list → address with path → exact host →
 * longest host suffix → host pattern → address block → fallback for gov.cn.
 */

import type { Platform } from '../domain/records';
import { inAddressBlock, isAddressLiteral, isPrivateAddress } from './address-block';
import catalogue from './portals.json';

export interface ResolvedPlatform {
  /** A rule id (`study.xuexi`), a host with port (`mz.qingshan.gov.cn:8080`), or the list's own id. */
  readonly platformId: string;
  readonly name: string;
  readonly category: string;
  /** The catalogue rule that matched; absent where only the person's list knows the address. */
  readonly ruleId?: string;
  /** The person's own list, or the catalogue, has it. */
  readonly knownBy: 'person' | 'catalogue';
}

/** Why nothing may ever be recorded there. */
export interface NeverTracked {
  readonly neverTrack: 'private' | 'sensitive' | 'sensitive-title';
}

/** What of the person's list decides about an address; a stored `Platform` fits. */
export type ListedPlatform = Pick<Platform, 'id' | 'name' | 'category' | 'origins' | 'addedBy'> &
  Partial<Pick<Platform, 'ownName' | 'ownCategory' | 'ignored'>>;

export interface ResolveOptions {
  /**
   * The person's list. `origins` hold addresses (`http://10.1.2.3:8080`, with or without a path) or
   * patterns with `*` for scheme or leading host labels (`*://*.qingshan.example`).
   */
  readonly overrides?: readonly ListedPlatform[];
  /** Title of the page: refines the category of hosts of which nothing else is known. */
  readonly title?: string;
}

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly match:
    | 'host_exact'
    | 'host_suffix'
    | 'host_regex'
    | 'url_prefix'
    | 'host_path_regex'
    | 'ip_cidr'
    | 'title_regex';
  readonly value: string;
  readonly category: string;
  /** The rule names one system, whatever its hosts. */
  readonly one?: boolean;
  /** Another rule's system under a second address. */
  readonly same?: string;
  /** Only after the person named it. */
  readonly named?: boolean;
  readonly sensitive?: boolean;
  readonly fallback?: boolean;
  readonly exclude?: readonly string[];
}

interface CompiledRule extends Rule {
  readonly expression?: RegExp;
}

/** What a rule matches by where it does not say so: the build leaves this word out. */
const USUAL_MATCH = 'host_suffix';

type WrittenRule = Omit<Rule, 'match'> & { readonly match?: Rule['match'] };

const RULES: readonly CompiledRule[] = (catalogue.rules as readonly WrittenRule[]).map(
  ({ match = USUAL_MATCH, ...rule }) => ({
    ...rule,
    match,
    ...(match.endsWith('_regex') ? { expression: new RegExp(rule.value) } : {}),
  }),
);
const RULE_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
const TITLE_RULES = [
  ...RULES.filter(({ match }) => match === 'title_regex').map(({ category, value }) => ({
    category,
    expression: new RegExp(value),
  })),
  ...catalogue.titleRules.map(({ category, regex }) => ({
    category,
    expression: new RegExp(regex),
  })),
];

const PRIVATE = catalogue.neverTrack.private;
const SENSITIVE = catalogue.neverTrack.sensitive;
const PRIVATE_EXPRESSIONS = PRIVATE.hostRegex.map((source) => new RegExp(source));
const SENSITIVE_EXPRESSIONS = SENSITIVE.hostRegex.map((source) => new RegExp(source));
const SENSITIVE_TITLE = new RegExp(SENSITIVE.title);
const SENSITIVE_DOMAINS: readonly string[] = [
  ...RULES.filter(({ sensitive }) => sensitive === true).map(({ value }) => value),
  ...SENSITIVE.hostSuffix,
];

/** Categories that a page's title may make more exact. */
const REFINABLE = new Set(['gov_other', 'intranet_unknown', 'ip_unknown']);
/** A department's host: a business system as often as a content portal. */
const REFINABLE_RULES = new Set(['gov.dept']);

/**
 * The platform of an address.
 *
 * @returns undefined where nothing may be recorded because nobody named the host; `neverTrack` where
 *   nothing may be recorded even if the person's list names it.
 */
export function resolvePlatform(
  address: string,
  options: ResolveOptions = {},
): ResolvedPlatform | NeverTracked | undefined {
  const url = parseWebAddress(address);
  if (url === undefined) return undefined;
  const never = neverTracked(url);
  if (never !== undefined) return { neverTrack: never };
  if (options.title !== undefined && isSensitiveTitle(options.title)) {
    return { neverTrack: 'sensitive-title' };
  }
  const listed = listedPlatform(url, options.overrides ?? []);
  if (listed?.ignored === true) return undefined;
  const rule = catalogueRule(url);
  if (listed !== undefined) return fromList(listed, rule, options.title);
  if (rule === undefined || rule.named === true) return undefined;
  return fromRule(url, rule, options);
}

/** Whether an address is on the list of what is never recorded. The person can add to it, not remove. */
export function isNeverTracked(address: string): boolean {
  const url = parseWebAddress(address);
  return url !== undefined && neverTracked(url) !== undefined;
}

/** Whether a page's title says that it belongs to 举报, 信访 or 纪检. */
export function isSensitiveTitle(title: string): boolean {
  return titleSegments(title).some((segment) => SENSITIVE_TITLE.test(segment));
}

/**
 * Match patterns of everything that is never recorded, for `excludeMatches`. A match pattern cannot
 * say "a host that begins with mail.": {@link isNeverTracked} knows those too and has the last word.
 */
export function neverTrackPatterns(): readonly string[] {
  const hosts = new Set([...PRIVATE.hostSuffix, ...SENSITIVE_DOMAINS]);
  return [...hosts].sort().map((host) => `*://*.${host}/*`);
}

/**
 * Match patterns that hold every address of one catalogue rule (and possibly a little more), for the
 * question to the browser. Empty where no pattern can hold it without holding the whole web.
 */
export function matchPatternsForRule(ruleId: string): readonly string[] {
  const rule = RULE_BY_ID.get(ruleId);
  if (rule === undefined || rule.sensitive === true) return [];
  switch (rule.match) {
    case 'host_exact':
      return [`*://${rule.value}/*`];
    case 'host_suffix':
      return [`*://*.${rule.value}/*`];
    case 'url_prefix':
      return [`*://${rule.value.slice(0, rule.value.indexOf('/'))}/*`];
    case 'host_path_regex':
    case 'host_regex':
      return domainsOf(rule.value).map((domain) => `*://*.${domain}/*`);
    default:
      return [];
  }
}

/** The category that a title tells of a system, by the catalogue's title rules. */
export function categoryOfTitle(title: string): string | undefined {
  const segments = titleSegments(title).filter(namesSystem);
  for (const { category, expression } of TITLE_RULES) {
    if (segments.some((segment) => expression.test(segment))) return category;
  }
  return undefined;
}

function fromRule(url: URL, rule: CompiledRule, options: ResolveOptions): ResolvedPlatform {
  const system = rule.same === undefined ? rule : (RULE_BY_ID.get(rule.same) ?? rule);
  const platformId = rule.one === true ? system.id : hostIdentity(url);
  const known = options.overrides?.find(({ id }) => id === platformId);
  return {
    platformId,
    name: known?.ownName ?? (rule.one === true ? system.name : platformId),
    category: known?.ownCategory ?? refined(rule, options.title),
    ruleId: rule.id,
    knownBy: 'catalogue',
  };
}

function fromList(
  listed: ListedPlatform,
  rule: CompiledRule | undefined,
  title: string | undefined,
): ResolvedPlatform {
  const category =
    listed.ownCategory ??
    (REFINABLE.has(listed.category) && title !== undefined
      ? (categoryOfTitle(title) ?? listed.category)
      : listed.category);
  return {
    platformId: listed.id,
    name: listed.ownName ?? listed.name,
    category,
    ...(rule === undefined ? {} : { ruleId: rule.id }),
    knownBy: 'person',
  };
}

function refined(rule: CompiledRule, title: string | undefined): string {
  const open = REFINABLE.has(rule.category) || REFINABLE_RULES.has(rule.id);
  if (!open || title === undefined) return rule.category;
  return categoryOfTitle(title) ?? rule.category;
}

/** Full host with port, without a leading `www.`; default ports are none. */
function hostIdentity(url: URL): string {
  const host = url.hostname.replace(/^www\./, '');
  return url.port === '' ? host : `${host}:${url.port}`;
}

function catalogueRule(url: URL): CompiledRule | undefined {
  const host = url.hostname;
  if (isAddressLiteral(host)) {
    const block = RULES.find(
      ({ match, value }) => match === 'ip_cidr' && inAddressBlock(host, value),
    );
    return block ?? RULE_BY_ID.get('net.ip');
  }
  const place = host + url.pathname;
  let suffix: CompiledRule | undefined;
  let pattern: CompiledRule | undefined;
  let exact: CompiledRule | undefined;
  let fallback: CompiledRule | undefined;
  for (const rule of RULES) {
    switch (rule.match) {
      case 'url_prefix':
        if (place.startsWith(rule.value)) return rule;
        break;
      case 'host_path_regex':
        if (rule.expression?.test(place)) return rule;
        break;
      case 'host_exact':
        if (host === rule.value) exact ??= rule;
        break;
      case 'host_suffix':
        if (!withinDomain(host, rule.value)) break;
        if (rule.fallback === true) fallback ??= rule;
        else if (suffix === undefined || rule.value.length > suffix.value.length) suffix = rule;
        break;
      case 'host_regex':
        if (rule.exclude?.includes(host) === true || !rule.expression?.test(host)) break;
        // Of two patterns the one that says what the system does beats the one that says where it is.
        if (pattern === undefined || pattern.category === 'portal') pattern = rule;
        break;
      default:
        break;
    }
  }
  return exact ?? suffix ?? pattern ?? fallback;
}

function neverTracked(url: URL): NeverTracked['neverTrack'] | undefined {
  const host = url.hostname;
  if (
    SENSITIVE_DOMAINS.some((domain) => withinDomain(host, domain)) ||
    SENSITIVE_EXPRESSIONS.some((expression) => expression.test(host))
  ) {
    return 'sensitive';
  }
  return PRIVATE.hostSuffix.some((domain) => withinDomain(host, domain)) ||
    PRIVATE_EXPRESSIONS.some((expression) => expression.test(host))
    ? 'private'
    : undefined;
}

function listedPlatform(url: URL, list: readonly ListedPlatform[]): ListedPlatform | undefined {
  let best: ListedPlatform | undefined;
  let bestWeight = -1;
  for (const platform of list) {
    // What the catalogue put on the list only remembers where it was seen: it decides nothing.
    if (platform.addedBy === 'catalogue' && platform.ignored !== true) continue;
    for (const origin of platform.origins) {
      const weight = originWeight(origin, url);
      if (weight > bestWeight) {
        best = platform;
        bestWeight = weight;
      }
    }
  }
  return best;
}

const ORIGIN = /^(\*|https?):\/\/(\*\.)?(\[[0-9a-f:.]+\]|[^/:*]+)(?::(\d+|\*))?(\/[^*]*)?\*?$/i;

/** How exactly an entry of the list holds an address: −1 not at all, longer paths and hosts more. */
function originWeight(origin: string, url: URL): number {
  const parts = ORIGIN.exec(origin);
  if (parts === null) return -1;
  const [, scheme = '*', wild, host = '', port, path = '/'] = parts;
  // A person who names an address on http means the same system when it moves to https.
  const written = scheme === '*' ? url.protocol : `${scheme.toLowerCase()}:`;
  const ownPort = url.port === '' ? defaultPort(url.protocol) : url.port;
  const wantedPort = port ?? (scheme === '*' || wild !== undefined ? '*' : defaultPort(written));
  const samePort =
    wantedPort === '*' ||
    wantedPort === ownPort ||
    (port === undefined && url.port === '' && (ownPort === '80' || ownPort === '443'));
  if (!samePort) return -1;
  const name = host.toLowerCase();
  const fits = wild === undefined ? url.hostname === name : withinDomain(url.hostname, name);
  if (!fits) return -1;
  const prefix = path.replace(/\/$/, '');
  if (prefix !== '' && url.pathname !== prefix && !url.pathname.startsWith(`${prefix}/`)) return -1;
  return prefix.length * 1_000 + name.length * 2 + (wild === undefined ? 1 : 0);
}

function defaultPort(protocol: string): string {
  return protocol === 'https:' ? '443' : '80';
}

function withinDomain(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Domains that a simple host expression names: `(^|\.)wjx\.(cn|top)$` → wjx.cn, wjx.top. */
function domainsOf(expression: string): readonly string[] {
  const named = /\(\^\|\\\.\)([a-z0-9-]+)\\\.(?:\(([a-z|]+)\)|([a-z]+))/.exec(expression);
  if (named === null) return expression.endsWith('gov\\.cn$') ? ['gov.cn'] : [];
  const [, name = '', many, one] = named;
  return (many?.split('|') ?? [one ?? '']).map((end) => `${name}.${end}`);
}

/** Titles put the page, the system and the place side by side. */
function titleSegments(title: string): readonly string[] {
  return title
    .normalize('NFKC')
    .split(/[-_|—–·>»\s]+/)
    .filter((segment) => segment !== '' && segment.length <= 24);
}

/** A segment that names a system, not a piece of news. */
function namesSystem(segment: string): boolean {
  return (
    segment.length <= 10 ||
    /(平台|系统|学院|网|云|通|端|中心|门户|课堂|学习|直报|填报|管理|服务|OA|APP|热线|一张表)$/i.test(
      segment.replace(/(登录|登陆|首页|欢迎您|后台|V?\d[\d.]*版?)+$/i, ''),
    )
  );
}

function parseWebAddress(address: string): URL | undefined {
  try {
    const url = new URL(address);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
    // `gov.cn.` with the root's dot is the same host.
    if (url.hostname.endsWith('.')) url.hostname = url.hostname.replace(/\.+$/, '');
    return url.hostname === '' ? undefined : url;
  } catch {
    return undefined;
  }
}

/** Whether a host is one that only the person can name: private, bare address, or without a dot. */
export function needsNaming(address: string): boolean {
  const url = parseWebAddress(address);
  if (url === undefined) return false;
  return (
    isAddressLiteral(url.hostname) || isPrivateAddress(url.hostname) || !url.hostname.includes('.')
  );
}
