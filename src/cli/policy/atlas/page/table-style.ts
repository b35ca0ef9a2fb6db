/** The table scrolls in a frame of its own; its heads and countries stay. */
export const tableStyle = `
.scroll { position: relative; overflow: auto; max-height: max(420px, calc(100vh - 132px)); background: var(--card); border: 1px solid var(--line); border-radius: 12px; overscroll-behavior-x: contain; scroll-padding: 86px 12px 12px 196px; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; }
th { font-weight: 500; text-align: left; }
thead th { position: sticky; z-index: 2; background: var(--head); font-size: 13px; line-height: 1.25; }
thead tr:first-child th { top: 0; height: 30px; padding: 7px 10px 0; color: var(--soft); white-space: nowrap; }
thead tr:last-child th { top: 30px; height: 48px; padding: 4px 10px 8px; vertical-align: bottom; border-bottom: 1px solid var(--edge); }
thead tr:first-child th.corner { z-index: 4; left: 0; padding: 4px 18px 8px; vertical-align: bottom; border-bottom: 1px solid var(--edge); border-right: 1px solid var(--line); }
.others { display: none; }
.joined .others { display: block; color: var(--soft); font-size: 12px; }
.begins { border-left: 1px solid var(--line); }
tbody th[scope="row"] { position: sticky; left: 0; z-index: 1; background: var(--card); width: 184px; min-width: 184px; padding: 0 14px 0 18px; border-bottom: 1px solid var(--line); border-right: 1px solid var(--line); }
.place { display: flex; gap: 10px; align-items: baseline; justify-content: space-between; }
.place small { color: var(--soft); font-size: 12px; font-weight: 400; }
.sold { display: block; color: var(--soft); font-size: 12px; line-height: 1.2; font-weight: 400; }
tr.region th { position: sticky; left: 0; height: 42px; padding: 16px 18px 6px; font-size: 13px; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--line); background: var(--card); }
tr.region th span { position: sticky; left: 18px; }
td { position: relative; height: 50px; min-width: 88px; padding: 5px 10px; vertical-align: middle; border-bottom: 1px solid var(--line); cursor: pointer; line-height: 1.25; }
tbody tr:last-child > * { border-bottom-color: transparent; }
td:hover { background: var(--hover); }
td:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; z-index: 1; }
td[aria-selected="true"] { box-shadow: inset 0 0 0 2px var(--accent); }
.window { display: block; font-weight: 600; white-space: nowrap; }
.payer { display: block; color: var(--soft); font-size: 12px; white-space: nowrap; }
td .mark { position: absolute; top: 8px; right: 8px; }
td.below { background: var(--below-fill); box-shadow: inset 3px 0 0 var(--below-edge); }
td.below .window { color: var(--below); }
td.below .payer { color: inherit; opacity: 0.85; }
td.below[aria-selected="true"] { box-shadow: inset 0 0 0 2px var(--accent); }
td.unknown:not(.below) { background: var(--unknown-fill); }
td.unknown:not(.below) :is(.window, .payer) { color: var(--unknown); }
td.refused .window { color: var(--soft); font-weight: 400; }
.nothing { margin: 0; padding: 40px 20px; text-align: center; color: var(--soft); }
@media (max-width: 760px) {
  .scroll { max-height: 76vh; scroll-padding-left: 112px; }
  tbody th[scope="row"] { width: 104px; min-width: 104px; padding: 0 8px 0 12px; font-size: 13.5px; line-height: 1.2; }
  .place { display: block; }
  .place small { display: block; }
  tr.region th { padding-left: 12px; }
  tr.region th span { left: 12px; }
}
@media print {
  .scroll { overflow: visible; max-height: none; border: 0; }
  thead th, tbody th[scope="row"], tr.region th { position: static; }
  td { height: 0; min-width: 0; padding: 2px 5px; }
  tr { break-inside: avoid; }
  .payer, .place small { font-size: 9px; }
}
`;
