import { attribute, localName, matches, parentOf } from '../forms/dom';

/** Parts that tell nothing of a page's freshness: footer, clock, calendar, editor, weather. */
const ASIDE = [
  'footer',
  '[class*="footer" i]',
  '[id*="footer" i]',
  '[class~="foot" i]',
  '[id="foot" i]',
  '[class*="copyright" i]',
  '[class*="calendar" i]',
  '[class*="laydate"]',
  '[class*="date-picker"]',
  '[class*="datepicker" i]',
  '[class*="picker-panel"]',
  '[class*="picker-dropdown"]',
  '[class*="clock" i]',
  '[id*="clock" i]',
  '[class*="nowtime" i]',
  '[id*="nowtime" i]',
  '[class*="weather" i]',
  '[id*="weather" i]',
  '[contenteditable="true"]',
].join(',');

/** Menus, breadcrumbs and links to other sites. */
const MENU = [
  'nav',
  'header',
  '[role="navigation"]',
  '[role="menubar"]',
  '[role="menu"]',
  '[role="tablist"]',
  '[class*="menu" i]',
  '[class*="navbar" i]',
  '[class~="nav" i]',
  '[id="nav" i]',
  '[class*="crumb" i]',
  '[class*="pagination" i]',
  '[class*="sidebar" i]',
  '[class*="friend" i]',
  '[class*="yqlj" i]',
].join(',');

/** All that the selectors above ask of an element, beside its tag. */
const TRAITS = ['class', 'id', 'role', 'contenteditable'];

/** `aside` tells nothing of a page's freshness; `menu` leads somewhere; the rest is `content`. */
export type Place = 'aside' | 'menu' | 'content';

/**
 * Tells what kind of place an element stands in, asking each ancestor once. Good for one reading of
 * a page that does not change meanwhile.
 */
export function startPlaces(): (element: Element) => Place {
  const known = new Map<Element, Place>();
  const looks = new Map<string, Place>();
  const wholeLength = (document.body.textContent ?? '').length;
  /** By tag, class and the like alone; the rows of a list look alike. */
  const lookOf = (element: Element): Place => {
    const name = localName(element);
    const traits = TRAITS.map((trait) => attribute(element, trait) ?? '');
    const look = [name, ...traits].join('\u0000');
    const before = looks.get(look);
    if (before !== undefined) return before;
    const place = matches(element, ASIDE) ? 'aside' : matches(element, MENU) ? 'menu' : 'content';
    looks.set(look, place);
    return place;
  };
  const placeOf = (element: Element): Place => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = parentOf(element);
    const above = parent === null ? 'content' : placeOf(parent);
    const own = above === 'content' ? ownPlace(element, wholeLength, lookOf) : above;
    known.set(element, own);
    return own;
  };
  return placeOf;
}

function ownPlace(
  element: Element,
  wholeLength: number,
  lookOf: (element: Element) => Place,
): Place {
  const name = localName(element);
  if (name === 'html' || name === 'body' || name === 'main') return 'content';
  const place = lookOf(element);
  if (place === 'content') return place;
  // A class like page-with-footer around the whole page must not silence it.
  return (element.textContent ?? '').length > 0.6 * wholeLength ? 'content' : place;
}
