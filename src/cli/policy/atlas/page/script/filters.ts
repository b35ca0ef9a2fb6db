/** What of the table is shown, said aloud; and the colors. */
export const filtersScript = String.raw`
const search = byId('search');
const region = byId('region');
const only = byId('only');
const apart = byId('apart');
// Reasons that say the same everywhere are one column, until they are wanted apart.
const isJoined = () => apart !== null && !apart.checked;
const isBroken = (cell) => cell.classList.contains('below') || cell.classList.contains('partly');

/** A country by its name or by its code. */
const isFound = (row, words) => words === '' || row.dataset.name.split(' ').some((word) => word.startsWith(words)) || row.dataset.name.startsWith(words);

const filter = () => {
  const words = search.value.trim().toLowerCase();
  const kept = new Set();
  let rows = 0;
  for (const body of grid.tBodies) {
    const isInside = region.value === '' || body.dataset.region === region.value;
    let inside = 0;
    for (const row of body.querySelectorAll('tr[data-country]')) {
      const broken = [...row.querySelectorAll('td')].flatMap((cell, index) => (isBroken(cell) ? [index] : []));
      row.hidden = !isInside || !isFound(row, words) || (only.checked && broken.length === 0);
      if (row.hidden) continue;
      inside += 1;
      for (const index of broken) kept.add(index);
    }
    body.hidden = inside === 0;
    rows += inside;
  }
  const isTold = (index) => !isJoined() || atlas.columns[index].alike === null;
  grid.classList.toggle('joined', isJoined());
  showColumns((index) => isTold(index) && (!only.checked || rows === 0 || kept.has(index)));
  byId('nothing').hidden = rows > 0;
  byId('shown').textContent = counted(rows, 'country', 'countries') + ' of ' + atlas.counts.countries;
  keepReachable();
};

const showColumns = (isShown) => {
  for (const row of grid.querySelectorAll('tr[data-country]')) [...row.querySelectorAll('td')].forEach((cell, index) => { cell.hidden = !isShown(index); });
  [...grid.querySelectorAll('th[data-column]')].forEach((head, index) => { head.hidden = !isShown(index); });
  for (const head of grid.querySelectorAll('th[data-group]')) {
    const inside = atlas.columns.flatMap(({ group }, index) => (group === head.dataset.group && isShown(index) ? [index] : [])).length;
    head.hidden = inside === 0;
    if (inside > 0) head.colSpan = inside;
  }
};
for (const [control, event] of [[search, 'input'], [region, 'change'], [only, 'change'], [apart, 'change']]) control?.addEventListener(event, filter);

const themes = ['system', 'light', 'dark'];
const theme = byId('theme');
const remember = (name) => {
  try { localStorage.setItem('aftersale-atlas-theme', name); } catch { /* A browser may keep nothing for files. */ }
};
const remembered = () => {
  try { return localStorage.getItem('aftersale-atlas-theme'); } catch { return null; }
};
const paint = (name) => {
  if (name === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  theme.dataset.name = name;
  theme.textContent = 'Colors: ' + name;
};
theme.addEventListener('click', () => {
  const next = themes[(themes.indexOf(theme.dataset.name) + 1) % themes.length];
  paint(next);
  remember(next);
});
const begun = remembered();
paint(themes.includes(begun) ? begun : 'system');
byId('tools').hidden = false;
filter();
`;
