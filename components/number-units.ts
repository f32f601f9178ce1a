/**
 * A number and its unit stay on one line: whatever text a page draws has a fixed blank between them.
 * Done where texts are drawn, so that files keep their plain blanks.
 */
import { options } from 'preact';

/**
 * Blanks before a unit, and within `3 小时 12 分`. A text that begins with a blank goes on after a
 * number that is drawn by itself.
 */
const BLANKS = /(?<=^|\d) (?=[\p{L}%])|(?<=[约第月≥≤<>]|小时|\d h|about) (?=\d)/gu;

const before = options.vnode;
options.vnode = (node) => {
  // Plain text is a node without a type, the text its properties.
  const text = node as { props: unknown };
  // What has several lines is a file as it is, to the letter.
  if (typeof text.props === 'string' && !text.props.includes('\n'))
    text.props = text.props.replace(BLANKS, '\u00a0');
  before?.(node);
};
