/** One cell of the grid is in the order of tabs; arrows, Home, End and the page keys move it (WAI-ARIA grid pattern). */
export const gridScript = String.raw`
const grid = byId('grid');
const rowsShown = () => [...grid.querySelectorAll('tr[data-country]')].filter(shown);
const cellsShown = (row) => [...row.querySelectorAll('td')].filter((cell) => !cell.hidden);
const current = () => grid.querySelector('td[tabindex="0"]') ?? byId('search');

const settle = (cell) => {
  for (const other of grid.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
  if (cell !== undefined && cell !== null) cell.tabIndex = 0;
};

/** After filtering the cell in the order of tabs must be one that can be seen. */
const keepReachable = () => {
  const now = grid.querySelector('td[tabindex="0"]');
  if (now !== null && shown(now)) return;
  const [first] = rowsShown();
  settle(first === undefined ? null : cellsShown(first)[0]);
};

const pageSize = 10;
const last = (list) => list.length - 1;
const steps = {
  ArrowRight: (row, column) => [row, column + 1],
  ArrowLeft: (row, column) => [row, column - 1],
  ArrowDown: (row, column) => [row + 1, column],
  ArrowUp: (row, column) => [row - 1, column],
  PageDown: (row, column) => [row + pageSize, column],
  PageUp: (row, column) => [row - pageSize, column],
  Home: (row, column, event) => [event.ctrlKey ? 0 : row, 0],
  End: (row, column, event) => [event.ctrlKey ? Infinity : row, Infinity],
};

const move = (cell, event) => {
  const rows = rowsShown();
  const row = rows.indexOf(cell.closest('tr'));
  const [toRow, toColumn] = steps[event.key](row, cellsShown(rows[row]).indexOf(cell), event);
  const cells = cellsShown(rows[Math.max(0, Math.min(last(rows), toRow))]);
  const target = cells[Math.max(0, Math.min(last(cells), toColumn))];
  settle(target);
  target.focus();
};

grid.addEventListener('keydown', (event) => {
  const cell = event.target.closest('td');
  if (cell === null || event.altKey || event.metaKey) return;
  if (event.key === 'Enter' || event.key === ' ') openPanel(cell);
  else if (Object.hasOwn(steps, event.key)) move(cell, event);
  else return;
  event.preventDefault();
});
grid.addEventListener('click', (event) => {
  const cell = event.target.closest('td');
  if (cell === null) return;
  settle(cell);
  openPanel(cell);
});
`;
