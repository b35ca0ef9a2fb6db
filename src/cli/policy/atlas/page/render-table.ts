import type { Atlas, AtlasCell, AtlasColumn, AtlasRow, Standing } from '../atlas.js';
import { isUnknown } from '../is-unknown.js';
import { element, together, type Html } from './html.js';

/** What a mark means, for who does not see it. */
export const standingWords: Readonly<Record<Standing, string>> = {
  below: 'below law or marketplace',
  partly: 'below law or marketplace in some cases',
  waived: 'below law or marketplace, waived',
  noted: 'something was found',
  kept: '',
};

/** A mark by its shape, so that no color is needed to tell it. */
export const mark = (standing: Exclude<Standing, 'kept'>): Html =>
  element('svg', { class: `mark ${standing}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' }, [
    element('use', { href: `#mark-${standing}` }),
  ]);

/** Who pays the way back, as short as a cell wants it. */
export const payerWords = (payer: string): string => {
  if (payer === 'unknown') return 'payer ?';
  return payer === 'shared' ? 'cost shared' : `${payer} pays`;
};

/** Columns that begin a group have a line before them, but for the first. */
const begins = (columns: readonly AtlasColumn[], index: number): boolean =>
  index > 0 && columns[index]?.group !== columns[index - 1]?.group;

const classOf = (cell: AtlasCell, isFirst: { readonly ofGroup: boolean }): string =>
  [
    cell.standing,
    ...(isUnknown(cell) ? ['unknown'] : []),
    ...(cell.verdict === 'ineligible' ? ['refused'] : []),
    ...(isFirst.ofGroup ? ['begins'] : []),
  ].join(' ');

const unseenWords = (cell: AtlasCell): string =>
  [
    ...(cell.verdict === 'needs-review' ? ['a person must decide'] : []),
    ...(cell.verdict === 'ineligible' ? ['not granted'] : []),
    ...(cell.standing === 'kept' ? [] : [standingWords[cell.standing]]),
  ].join(', ');

const renderCell = (cell: AtlasCell, id: string, isFirst: { readonly ofGroup: boolean }): Html => {
  const more = unseenWords(cell);
  return element('td', { id, tabindex: -1, class: classOf(cell, isFirst) }, [
    element('span', { class: 'window' }, [cell.window]),
    cell.payer === null ? null : element('span', { class: 'payer' }, [payerWords(cell.payer)]),
    cell.standing === 'kept' ? null : mark(cell.standing),
    more === '' ? null : element('span', { class: 'unseen' }, [more]),
  ]);
};

const renderRow = (row: AtlasRow, columns: readonly AtlasColumn[]): Html =>
  element('tr', { 'data-country': row.country, 'data-name': `${row.name} ${row.country}`.toLowerCase() }, [
    element('th', { scope: 'row' }, [
      element('span', { class: 'place' }, [row.name, element('small', {}, [row.country])]),
      row.soldOn === null ? null : element('span', { class: 'sold' }, [`on ${row.soldOn}`]),
    ]),
    ...row.cells.map((cell, index) =>
      renderCell(cell, `${row.country}.${columns[index]?.id ?? ''}`, { ofGroup: begins(columns, index) }),
    ),
  ]);

const groupHead = (group: string, columns: readonly AtlasColumn[]): Html => {
  const inside = columns.filter((each) => each.group === group);
  const kind = group === columns[0]?.group ? null : 'begins';
  return element('th', { scope: 'colgroup', class: kind, 'data-group': group, colspan: inside.length }, [group]);
};

const columnHead = ({ id, label, alike }: AtlasColumn, index: number, columns: readonly AtlasColumn[]): Html => {
  const others = columns.filter((each) => each.alike === id).length;
  const kind = begins(columns, index) ? 'begins' : null;
  return element('th', { scope: 'col', 'data-column': id, 'data-alike': alike, class: kind }, [
    label,
    others === 0 ? null : element('small', { class: 'others' }, [` and ${String(others)} alike`]),
  ]);
};

const renderHead = (columns: readonly AtlasColumn[]): Html =>
  element('thead', {}, [
    element('tr', {}, [
      element('th', { scope: 'col', class: 'corner', rowspan: 2 }, ['Country']),
      ...[...new Set(columns.map(({ group }) => group))].map((group) => groupHead(group, columns)),
    ]),
    element('tr', {}, columns.map(columnHead)),
  ]);

/** The table as a grid: one cell can be reached by tab, the others by arrows. */
export const renderTable = ({ regions, columns }: Atlas): Html =>
  element('table', { role: 'grid', id: 'grid', 'aria-describedby': 'keys' }, [
    element('caption', { class: 'unseen' }, ['The buyer’s window and who pays the way back, by country and reason']),
    renderHead(columns),
    together(
      regions.map(({ name, rows }) =>
        element('tbody', { 'data-region': name }, [
          element('tr', { class: 'region' }, [
            element('th', { scope: 'rowgroup', colspan: columns.length + 1 }, [element('span', {}, [name])]),
          ]),
          ...rows.map((row) => renderRow(row, columns)),
        ]),
      ),
    ),
  ]);
