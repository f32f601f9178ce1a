import type { Cell } from './csv';
import { officePackage, xmlText } from './office-package';

/** One sheet of a workbook: a header row that stays in sight and on every printed page, and rows. */
export interface Sheet {
  /** Shortened to 31 signs, without those that a sheet's name cannot hold; made unique. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Widths of the columns in signs of Latin width; what is not given follows the contents. */
  readonly widths?: readonly number[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const LONGEST_CELL = 32_767;
/** Height of a line of text, points. */
const LINE_HEIGHT = 15;
/** What fits across an upright A4 page, in signs of Latin width. */
const PAGE_WIDTH = 90;
/** Cell styles by index: plain, header, text that begins like a formula. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEEE"/></patternFill></fill></fills><borders count="2"><border/><border><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/**
 * Sheets as the bytes of an Excel workbook (.xlsx). Texts are texts: no cell holds a formula, and what
 * begins like one stays a text also when it is edited. Numbers are numbers; what is not finite is an
 * empty cell. The same sheets give the same bytes.
 */
export function workbook(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const names: string[] = [];
  for (const { name } of sheets) names.push(sheetName(name, names));
  const entries = names.map(
    (name, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return officePackage(
    [
      'xl/workbook.xml',
      `${TYPE}.sheet.main+xml`,
      'officeDocument',
      `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${entries.join('')}</sheets><definedNames>${names.map(printTitle).join('')}</definedNames></workbook>`,
    ],
    [
      ...sheets.map(
        (sheet, index) =>
          [
            `xl/worksheets/sheet${index + 1}.xml`,
            `${TYPE}.worksheet+xml`,
            'worksheet',
            worksheet(sheet),
          ] as const,
      ),
      ['xl/styles.xml', `${TYPE}.styles+xml`, 'styles', STYLES],
    ],
  );
}

/** The header row is printed on every page. */
function printTitle(name: string, index: number): string {
  const sheet = xmlText(name.replaceAll("'", "''"));
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$1:$1</definedName>`;
}

function worksheet({ header, rows, widths: given }: Sheet): string {
  const widths = header.map((title, column) => given?.[column] ?? widest(title, rows, column));
  const columns = widths.map(
    (width, column) =>
      `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = [header, ...rows].map((cells, row) => {
    const written = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, row));
    const height = linesOf(cells, widths) * LINE_HEIGHT;
    const fixed = height > LINE_HEIGHT ? ` ht="${height}" customHeight="1"` : '';
    return `<row r="${row + 1}"${fixed}>${written.join('')}</row>`;
  });
  const across = widths.reduce((sum, width) => sum + width, 0);
  const orientation = across > PAGE_WIDTH ? 'landscape' : 'portrait';
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  }<sheetData>${lines.join('')}</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToHeight="0"/></worksheet>`;
}

/** Lines that the fullest cell of a row takes: programs do not all find out by themselves. */
function linesOf(cells: readonly Cell[], widths: readonly number[]): number {
  const lines = cells.map((cell, column) =>
    String(cell ?? '')
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(signsOf(line) / ((widths[column] ?? 8) - 1))),
        0,
      ),
  );
  // Excel's tallest row is 409 points.
  return Math.min(27, Math.max(1, ...lines));
}

function cellXml(cell: Cell, place: string, row: number): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : '';
  }
  const style = row === 0 ? 1 : /^[=+\-@\t\r]/.test(cell) ? 2 : 0;
  // Spreadsheet programs read _x0041_ in a text as the sign of that number.
  const text = cell.slice(0, LONGEST_CELL).replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_');
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** A, B … Z, AA … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function widest(title: string, rows: readonly (readonly Cell[])[], column: number): number {
  let width = 8;
  for (const cell of [title, ...rows.slice(0, 500).map((row) => row[column])]) {
    width = Math.max(width, signsOf(String(cell ?? '')) + 2);
  }
  return Math.min(width, 60);
}

/** A Chinese sign is as wide as two Latin ones. */
function signsOf(text: string): number {
  return text.replace(/[^\0-\u2fff]/g, '**').length;
}

function sheetName(wanted: string, taken: readonly string[]): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31) || 'Sheet';
  const has = (name: string) => taken.some((one) => one.toLowerCase() === name.toLowerCase());
  for (let number = 2, name = base; ; number++) {
    if (!has(name)) return name;
    name = `${base.slice(0, 27)} ${number}`;
  }
}
