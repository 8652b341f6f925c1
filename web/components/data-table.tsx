import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** One column. `label` stands before the value on a phone, where each row is a card; null = the value speaks for itself. */
export interface Column {
  head: string;
  label?: string | null;
  /** Buttons: not printed. */
  action?: boolean;
  numeric?: boolean;
}

export interface Row {
  /** One cell per column; the first is the row's header. Null leaves the cell empty and out of the phone's card. */
  cells: Child[];
  id?: string;
  differs?: boolean;
}

export interface RowGroup {
  title: string;
  rows: Row[];
}

/** A table with caption and headers that becomes a list of cards at phone width. */
export function DataTable(props: {
  caption: string;
  columns: Column[];
  rows?: Row[];
  groups?: RowGroup[];
}): JSX.Element {
  return (
    <table class="table">
      <caption class="sr">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th scope="col" class={cellClass(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      {props.rows ? <tbody>{props.rows.map((row) => TableRow({ columns: props.columns, row }))}</tbody> : null}
      {props.groups?.map((group) => (
        <tbody>
          <tr class="group">
            <th scope="rowgroup" colspan={props.columns.length}>
              {group.title}
            </th>
          </tr>
          {group.rows.map((row) => TableRow({ columns: props.columns, row }))}
        </tbody>
      ))}
    </table>
  );
}

function cellClass(column: Column): string {
  return [column.action ? 'no-print' : '', column.numeric ? 'num' : ''].join(' ').trim();
}

function TableRow({ columns, row }: { columns: Column[]; row: Row }): JSX.Element {
  return (
    <tr class={row.differs ? 'differs' : ''} id={row.id}>
      {columns.map((column, index) => {
        const cell = row.cells[index];
        if (index === 0) return <th scope="row">{cell}</th>;
        if (cell === null || cell === undefined) return <td class={`blank ${cellClass(column)}`} />;
        const label = column.label === undefined ? column.head : column.label;
        return (
          <td class={cellClass(column)}>
            {label === null ? null : <span class="label">{label}: </span>}
            {cell}
          </td>
        );
      })}
    </tr>
  );
}
