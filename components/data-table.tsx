import type { ComponentChildren } from 'preact';
import { TableScroll } from './table-scroll';

interface Column<Row> {
  readonly key: string;
  readonly title: ComponentChildren;
  readonly number?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Cells of the last, summing line, in the order of the columns. */
  readonly footer?: readonly ComponentChildren[];
}

/** The one table style: three strong lines, numbers to the right, the first column names the row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, footer } = props;
  const line = (of: (column: Column<Row>, index: number) => ComponentChildren) =>
    columns.map((column, index) =>
      index === 0 ? (
        <th key={column.key} scope="row">
          {of(column, index)}
        </th>
      ) : (
        <td key={column.key} class={column.number ? 'number' : undefined}>
          {of(column, index)}
        </td>
      ),
    );
  return (
    <TableScroll label={caption}>
      <table class="table">
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={column.number ? 'number' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{line(({ cell }) => cell(row))}</tr>
          ))}
        </tbody>
        {footer !== undefined && (
          <tfoot>
            <tr>{line((_, index) => footer[index])}</tr>
          </tfoot>
        )}
      </table>
    </TableScroll>
  );
}
