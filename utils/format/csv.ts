export type Cell = string | number | undefined;

/** U+FEFF: without it spreadsheet programs read Chinese in UTF-8 as noise. */
const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV text that opens as it is in Excel and WPS: UTF-8 with byte order mark, CRLF, fields
 * quoted as RFC 4180 says, and no cell that a spreadsheet would run as a formula (a leading `=`, `+`,
 * `-`, `@`, tab or return gets an apostrophe before it; numbers stay numbers).
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
