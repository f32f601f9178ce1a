/**
 * Reading the tree without trusting it. A form's own properties can be shadowed by its fields
 * (`<input name="children">` replaces `form.children`), so everything that may meet a form goes
 * through the prototypes. Ancestors are composed: above an open shadow root comes its host.
 */

const getter = <T>(prototype: object, property: string): ((node: Node) => T) => {
  const get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  return (node) => get?.call(node) as T;
};

const parentNode = getter<Node | null>(Node.prototype, 'parentNode');
const elementChildren = getter<HTMLCollection>(Element.prototype, 'children');
const nodeText = getter<string | null>(Node.prototype, 'textContent');

const nodeType = getter<number>(Node.prototype, 'nodeType');

/** True for elements of any same-origin document: `instanceof` fails across frames. */
export function isElement(node: unknown): node is Element {
  try {
    return typeof node === 'object' && node !== null && nodeType(node as Node) === 1;
  } catch {
    return false; // a window or another event target
  }
}

function shadowHost(node: Node | null): Element | null {
  return node && nodeType(node) === 11 ? ((node as Partial<ShadowRoot>).host ?? null) : null;
}

export const previousSibling = getter<Node | null>(Node.prototype, 'previousSibling');
export const nextSibling = getter<Node | null>(Node.prototype, 'nextSibling');
export const childNodes = getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
export const firstChild = getter<Node | null>(Node.prototype, 'firstChild');
export const isConnected = getter<boolean>(Node.prototype, 'isConnected');
export const localName = getter<string>(Element.prototype, 'localName') as (
  node: Element,
) => string;

export function children(element: Element): HTMLCollection {
  return elementChildren(element);
}

export function textContent(node: Node): string {
  return nodeText(node) ?? '';
}

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function contains(ancestor: Node, node: Node | null | undefined): boolean {
  let current: Node | null | undefined = node;
  while (current) {
    if (Node.prototype.contains.call(ancestor, current)) return true;
    current = shadowHost(Node.prototype.getRootNode.call(current));
  }
  return false;
}

const shadowRootOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');

/**
 * What an event happened to, seen through open shadow roots. The path is asked for only where there is
 * one to look through: it is as long as the tree is deep, and this is asked at every key.
 */
export function eventTarget(event: Event): EventTarget | undefined {
  const { target } = event;
  if (isElement(target) && shadowRootOf(target) === null) return target;
  return event.composedPath()[0] ?? target ?? undefined;
}

/** The nodes that an element shows: those of its open shadow root, and what is put into a slot. */
export function drawnNodes(element: Element): readonly Node[] {
  const slotted = localName(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
  return slotted.length > 0 ? slotted : Array.from(childNodes(shadowRootOf(element) ?? element));
}

/** The parent element; above a shadow root its host. */
export function parentOf(node: Node): Element | null {
  const parent = parentNode(node);
  return isElement(parent) ? parent : shadowHost(parent);
}

/** The nearest composed ancestor-or-self that matches. */
export function closest(element: Element, selector: string): Element | null {
  let current: Element | null = element;
  while (current) {
    const found: Element | null = Element.prototype.closest.call(current, selector);
    if (found) return found;
    current = shadowHost(Node.prototype.getRootNode.call(current));
  }
  return null;
}

export function queryOne(root: ParentNode, selector: string): Element | null {
  return isElement(root)
    ? Element.prototype.querySelector.call(root, selector)
    : root.querySelector(selector);
}

/** Every light-tree descendant that matches, in document order. */
export function queryAll(root: ParentNode, selector: string): Element[] {
  return Array.from(
    isElement(root)
      ? Element.prototype.querySelectorAll.call(root, selector)
      : root.querySelectorAll(selector),
  );
}

/** Elements looked at when open shadow roots are searched for: beyond, a page is only read lightly. */
const MAX_HOSTS_PROBED = 20_000;

function isShadowRoot(node: EventTarget): boolean {
  return typeof ShadowRoot === 'function' && node instanceof ShadowRoot;
}

/** Set as soon as an event came out of a shadow root: most pages have none and are not searched. */
let shadowRootsSeen = false;

export function noteShadowRoots(path: readonly EventTarget[]): void {
  if (!shadowRootsSeen && path.some((node) => isShadowRoot(node))) shadowRootsSeen = true;
}

/** Every descendant that matches, also inside open shadow roots where the document has any. */
export function queryDeep(root: ParentNode, selector: string): Element[] {
  if (!shadowRootsSeen) return queryAll(root, selector);
  const found: Element[] = [];
  let probed = 0;
  const visit = (node: ParentNode): void => {
    const matched = new Set(queryAll(node, selector));
    for (const element of queryAll(node, '*')) {
      if (matched.has(element)) found.push(element);
      if (++probed > MAX_HOSTS_PROBED) continue;
      if (localName(element).includes('-') && element.shadowRoot) visit(element.shadowRoot);
    }
  };
  if (isElement(root) && root.shadowRoot) visit(root.shadowRoot);
  visit(root);
  return found;
}

/** The first light-tree descendants that match: the rest of a long list is not even looked up. */
export function queryFirst(root: ParentNode, selector: string, most: number): Element[] {
  const all = isElement(root)
    ? Element.prototype.querySelectorAll.call(root, selector)
    : root.querySelectorAll(selector);
  const found: Element[] = [];
  for (let place = 0; place < all.length && place < most; place += 1) {
    found.push(all[place] as Element);
  }
  return found;
}

/** Class tokens, also of SVG elements. */
export function classTokens(element: Element): readonly string[] {
  const value = attribute(element, 'class');
  return value ? value.split(/\s+/).filter(Boolean) : [];
}

/** Rendered, and not by `visibility: hidden`; opacity does not count, since widgets hide inputs so. */
export function isVisible(element: Element): boolean {
  if (!isConnected(element)) return false;
  const check = (Element.prototype as { checkVisibility?: Element['checkVisibility'] })
    .checkVisibility;
  if (check) {
    return check.call(element, { checkVisibilityCSS: true, visibilityProperty: true });
  }
  return Element.prototype.getClientRects.call(element).length > 0;
}

/** How long an answer about a large part of the page holds while its fields are read, ms. */
const WHILE_MS = 300;
/** An answer that took long holds so many times as long as it took: it is not sought again and again. */
const TIMES_AS_LONG = 50;

/** The answer of a costly look at an element, asked once for all of the fields within it. */
export function forAWhile<Answer>(
  look: (element: Element) => Answer,
): (element: Element) => Answer {
  const known = new WeakMap<Element, { readonly until: number; readonly answer: Answer }>();
  return (element) => {
    const now = performance.now();
    const kept = known.get(element);
    if (kept && now < kept.until) return kept.answer;
    const answer = look(element);
    const after = performance.now();
    known.set(element, {
      until: now + Math.max(WHILE_MS, (after - now) * TIMES_AS_LONG),
      answer,
    });
    return answer;
  };
}
