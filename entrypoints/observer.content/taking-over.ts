import type { EarlyChanges, ObserverContext } from './context';
import { contains, isElement, queryAll } from './forms/dom';

let changes: EarlyChanges | undefined;
let takesOver = false;

/**
 * Runs the start of the reader over what the page has done between the person's act and the reader's
 * coming. Meanwhile, and only then, the functions here tell of it.
 */
export function takingOver(context: ObserverContext, start: () => void): void {
  changes = context.early?.take();
  takesOver = true;
  try {
    start();
  } finally {
    takesOver = false;
    changes = undefined;
  }
}

/** How long ago an act was that came before the reader, ms; 0 for all that the reader heard itself. */
export function sinceAct(context: ObserverContext, at: number): number {
  return takesOver ? Math.max(0, context.now() - at) : 0;
}

/** Parts of the page that came or changed since the act: they may be its answer. */
export function changedSinceAct(): ReadonlySet<Element> {
  const changed = new Set<Element>();
  for (const { type, target, addedNodes } of changes?.records ?? []) {
    if (type === 'childList') {
      for (const node of Array.from(addedNodes)) {
        const element = isElement(node) ? node : target;
        if (isElement(element)) changed.add(element);
      }
    } else {
      const element = isElement(target) ? target : target.parentElement;
      if (element !== null && element !== element.ownerDocument.body) changed.add(element);
    }
  }
  return changed;
}

/** Tells whether an element stood on the page, as it stands now, before the act. */
export function stoodBefore(): (element: Element) => boolean {
  const changed = [...changedSinceAct()];
  return (element) =>
    !changed.some((other) => contains(other, element) || contains(element, other));
}

/** What the page asked for since the act. */
export function requestsSinceAct(): readonly PerformanceEntry[] {
  return changes?.requests ?? [];
}

/** A control as it looked at the act: its classes and states; its words are kept with the event. */
export function asItWas(control: Element): Element {
  const changed = (changes?.records ?? []).filter(
    ({ type, target }) => type === 'attributes' && contains(control, target),
  );
  if (changed.length === 0) return control;
  // In a document of its own nothing is loaded, and no custom element runs.
  const inert = document.implementation.createHTMLDocument('');
  const copy = inert.importNode(control, true);
  const now = [control, ...queryAll(control, '*')];
  const then = [copy, ...queryAll(copy, '*')];
  for (const { target, attributeName, oldValue } of changed.reverse()) {
    const was = then[now.indexOf(target as Element)];
    if (was === undefined || attributeName === null) continue;
    if (oldValue === null) was.removeAttribute(attributeName);
    else was.setAttribute(attributeName, oldValue);
  }
  return copy;
}
