/** The panel beside the table: what is decided, why, by which rule, and what was found. */
export const panelScript = String.raw`
const panel = byId('panel');
const panelBody = byId('panel-body');
const verdicts = { eligible: 'accepted', ineligible: 'not granted', 'needs-review': 'not known: a person must decide' };
const standings = {
  below: 'The seller’s own terms are below what law or a marketplace demands. The buyer gets what is shown.',
  partly: 'In some other cases of this kind the seller’s own terms are below what law or a marketplace demands.',
  waived: 'Below what law or a marketplace demands, and waived in the document.',
};
const places = new Map();
for (const region of atlas.regions)
  for (const row of region.rows)
    row.cells.forEach((cell, index) => places.set(row.country + '.' + atlas.columns[index].id, { row, cell, column: atlas.columns[index] }));

const showSource = (place) => {
  const { rule, source, title, url, place: written, confidence } = atlas.sources[place];
  const words = [title, confidence, written].filter((text) => text !== null).join(' · ');
  const name = url === null ? source : make('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, source);
  return make('li', {}, name, ' ', make('code', {}, rule), make('small', {}, words));
};

const showFinding = (place) => {
  const { code, severity, rule, region, message, witness, others, sources, waiver } = atlas.findings[place];
  const cites = [...new Set(sources.map((each) => atlas.sources[each].source))].join(', ');
  return make('li', { class: waiver === null ? severity : 'waived' },
    make('p', { class: 'what' }, make('b', {}, waiver === null ? severity : 'waived'), ' ' + code, rule === null ? null : ' · ', rule === null ? null : make('code', {}, rule)),
    make('p', {}, message),
    region === '' ? null : make('p', { class: 'case' }, 'Where: ' + region),
    witness === null ? null : make('p', { class: 'case' }, 'For example: ' + witness),
    ...others.map((other) => make('p', { class: 'case' }, 'By ' + other)),
    cites === '' ? null : make('p', { class: 'case' }, 'Demanded by: ' + cites),
    waiver === null ? null : make('p', { class: 'case' }, 'Waived: ' + waiver));
};

const findingsUnder = (title, found) => (found.length === 0 ? [] : [make('h3', {}, title), make('ul', { class: 'findings' }, ...found.map(showFinding))]);

const listOf = (nodes) => make('ul', {}, ...nodes.map((place) => {
  const [title, ...children] = atlas.explanations.nodes[place];
  return make('li', {}, atlas.explanations.titles[title], children.length === 0 ? null : listOf(children));
}));

const opened = 3;
const showExplanation = (place) => {
  const [title, ...sections] = atlas.explanations.nodes[place];
  return make('div', { class: 'told' }, make('p', {}, atlas.explanations.titles[title]),
    ...sections.map((section, index) => {
      const [heading, ...children] = atlas.explanations.nodes[section];
      return make('details', index < opened ? { open: '' } : {}, make('summary', {}, atlas.explanations.titles[heading]), listOf(children));
    }));
};

const answerOf = (cell) => {
  const rows = [['Decision', verdicts[cell.verdict], ''], ['Window', cell.windowInWords, '']];
  if (cell.payer !== null) rows.push(['Way back', cell.payer === 'unknown' ? 'who pays is not known' : cell.payer === 'shared' ? 'the cost is shared' : 'the ' + cell.payer + ' pays', '']);
  if (standings[cell.standing] !== undefined) rows.push(['Terms', standings[cell.standing], cell.standing === 'waived' ? '' : 'is-below']);
  return make('dl', { class: 'answer' }, ...rows.flatMap(([name, text, kind]) => [make('dt', {}, name), make('dd', { class: kind === '' ? null : kind }, text)]));
};

let opener = null;
const closePanel = () => {
  if (panel.hidden) return;
  panel.hidden = true;
  if (opener !== null) {
    opener.setAttribute('aria-selected', 'false');
    (shown(opener) ? opener : current()).focus();
  }
  opener = null;
};

const openPanel = (target) => {
  const { row, cell, column } = places.get(target.id);
  if (opener !== null) opener.setAttribute('aria-selected', 'false');
  opener = target;
  opener.setAttribute('aria-selected', 'true');
  byId('panel-of').textContent = row.name + (row.soldOn === null ? '' : ', sold on ' + row.soldOn);
  byId('panel-title').textContent = column.label;
  panelBody.replaceChildren(answerOf(cell),
    ...findingsUnder('Below law or marketplace', cell.here),
    ...findingsUnder(cell.here.length === 0 ? 'Found in cases of this kind' : 'Found in other cases of this kind', cell.nearby),
    make('h3', {}, 'Why'), showExplanation(cell.explanation),
    ...(cell.sources.length === 0 ? [] : [make('h3', {}, 'Cited'), make('ul', { class: 'cited' }, ...cell.sources.map(showSource))]));
  panel.hidden = false;
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  panel.scrollTop = 0;
  panel.focus();
};
byId('close').addEventListener('click', closePanel);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closePanel();
});
`;
