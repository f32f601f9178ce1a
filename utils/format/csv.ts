import Papa from 'papaparse';

export type Cell = string | number | undefined;

/** U+FEFF: without it spreadsheet programs read Chinese in UTF-8 as noise. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as CSV text that opens as it is in Excel and WPS: UTF-8 with byte order mark, CRLF, and no
 * cell that a spreadsheet would run as a formula (a leading `=`, `+`, `-`, `@`, tab or return gets an
 * apostrophe before it; numbers stay numbers).
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const text = Papa.unparse(
    { fields: [...header], data: rows.map((row) => row.map((cell) => cell ?? '')) },
    { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r]/ },
  );
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}
