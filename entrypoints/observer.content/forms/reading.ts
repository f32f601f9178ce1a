import type { FieldReading, FormReading } from '../../../utils/domain/observation';
import { headingOf, type Place } from './container';
import type { Control } from './control';
import { classTokens, localName, matches, queryAll } from './dom';
import { findLabels, findUnit, isRequired } from './label';
import { libraryOfToken } from './library';
import { oneLine, TEXT_LIMIT } from './text';

/** What one control asks for. `prefilled` is the caller's: it knows what stood in it before. */
export function readField(control: Control, prefilled: boolean): FieldReading {
  const { labels, row, name, item } = findLabels(control);
  const unit = findUnit(control, labels);
  const choices = countChoices(control);
  return {
    labels,
    ...(name ? { name } : {}),
    control: control.kind,
    required: isRequired(control, item),
    prefilled,
    ...(unit ? { unit } : {}),
    ...(choices ? { choices } : {}),
    ...(row !== undefined ? { row } : {}),
  };
}

function countChoices({ kind, parts }: Control): number | undefined {
  if (kind === 'radio' || kind === 'checkbox') return parts.length;
  const native = parts.find((part) => localName(part) === 'select') as
    | HTMLSelectElement
    | undefined;
  return native ? native.options.length : undefined;
}

/** The form that stands in a place, with fields that were read before. */
export function formReading(
  place: Place,
  controls: readonly Control[],
  fields: readonly FieldReading[],
): FormReading {
  const heading = headingOf(place.container);
  return {
    library: libraryOf(controls, place.container),
    container: place.kind,
    ...(heading ? { heading: oneLine(heading, TEXT_LIMIT) } : {}),
    fields,
  };
}

/** The library whose class names most of the controls carry. */
function libraryOf(controls: readonly Control[], container: Element): string {
  const votes = new Map<string, number>();
  for (const control of controls.slice(0, 20)) {
    for (const element of [control.root, ...control.parts]) {
      for (const token of classTokens(element)) {
        const library = libraryOfToken(token);
        if (library) votes.set(library, (votes.get(library) ?? 0) + 1);
      }
    }
  }
  let best: string | undefined;
  for (const [library, count] of votes) {
    if (best === undefined || count > (votes.get(best) ?? 0)) best = library;
  }
  if (best) return best;
  if (controls.some(({ root }) => matches(root, 'td *'))) return 'table';
  return controls.every(
    ({ root }) =>
      matches(root, 'input,select,textarea') ||
      queryAll(root, 'input[type=radio],input[type=checkbox]').length > 0,
  ) && matches(container, 'form')
    ? 'native'
    : 'unknown';
}
