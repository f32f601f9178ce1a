/** Prints rows of equal shape as an aligned table. */
export function printTable(rows: readonly object[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const heads = Object.keys(first);
  const lines = rows.map((row) =>
    heads.map((head) => cell((row as Record<string, unknown>)[head])),
  );
  const widths = heads.map((head, column) =>
    Math.max(width(head), ...lines.map((line) => width(line[column] ?? ''))),
  );
  const print = (cells: readonly string[]) =>
    console.log(
      cells
        .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - width(text)))
        .join('  '),
    );
  print(heads);
  print(widths.map((size) => '─'.repeat(size)));
  for (const line of lines) print(line);
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}` : value.toFixed(3);
  return String(value);
}

/** Columns that a text takes in a terminal: a Chinese character takes two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[⺀-鿿＀-￯]/.test(character) ? 2 : 1;
  return columns;
}
