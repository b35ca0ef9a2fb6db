import { palette } from './palette.js';
import { panelStyle } from './panel-style.js';
import { tableStyle } from './table-style.js';

const frame = `
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); }
.page { max-width: 1720px; margin: 0 auto; padding: 40px 32px 56px; }
a { color: var(--accent); text-underline-offset: 2px; }
code { font: 0.92em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

header { display: flex; flex-wrap: wrap; gap: 24px 56px; align-items: flex-end; justify-content: space-between; margin-bottom: 28px; }
.kicker { margin: 0 0 4px; color: var(--soft); font-size: 13px; letter-spacing: 0.02em; }
h1 { margin: 0; font-size: 34px; line-height: 1.15; font-weight: 650; letter-spacing: -0.02em; overflow-wrap: anywhere; }
.about { margin: 10px 0 0; color: var(--soft); max-width: 68ch; }
.figures { display: flex; flex-wrap: wrap; gap: 12px 36px; margin: 0; }
.figures div { display: flex; flex-direction: column-reverse; }
.figures dd { margin: 0; font-size: 28px; line-height: 1.1; font-weight: 600; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.figures dt { color: var(--soft); font-size: 13px; }
.figures .is-below dd { color: var(--below); }

.tools { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-bottom: 14px; }
.tools input[type="search"], .tools select, .tools button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: 8px; height: 38px; padding: 0 12px; }
.tools input[type="search"] { width: 220px; }
.tools input::placeholder { color: var(--soft); opacity: 1; }
.tools button { cursor: pointer; }
.tools button:hover, .tools select:hover { background: var(--hover); }
.only { display: inline-flex; gap: 8px; align-items: center; height: 38px; padding: 0 4px; cursor: pointer; }
.only input { width: 17px; height: 17px; accent-color: var(--below-edge); margin: 0; }
.tools .theme { margin-left: auto; }
.shown { color: var(--soft); font-size: 13px; margin: 0; }

.legend { display: flex; flex-wrap: wrap; gap: 6px 22px; margin: 16px 0 0; padding: 0; list-style: none; color: var(--soft); font-size: 13px; }
.legend li { display: inline-flex; align-items: center; gap: 7px; }
.legend b { color: var(--ink); font-weight: 600; }
.mark { width: 13px; height: 13px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; }
.mark.below { fill: var(--below-edge); stroke: var(--below-edge); }
.mark.partly { stroke: var(--below-edge); }
.mark.waived { stroke: var(--waived); }
.mark.noted { stroke: var(--soft); }

.more { margin-top: 36px; display: grid; gap: 10px; }
.more > details { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 0 20px; }
.more > details > summary { padding: 14px 0; cursor: pointer; font-weight: 600; }
.more > details > summary span { color: var(--soft); font-weight: 400; }
.more > details[open] { padding-bottom: 18px; }
.more p, .more ul { margin: 0 0 10px; max-width: 90ch; }
.more ul { padding-left: 20px; }
.more .findings, .more .packs { padding: 0; max-width: none; }
.packs { columns: 260px; column-gap: 32px; padding: 0; margin: 0; list-style: none; font-size: 14px; }
.packs li { break-inside: avoid; padding: 2px 0; }
.packs span { color: var(--soft); }

@media (max-width: 760px) {
  .page { padding: 22px 14px 40px; }
  h1 { font-size: 26px; }
  header { gap: 18px; margin-bottom: 20px; }
  .figures { gap: 10px 24px; }
  .figures dd { font-size: 22px; }
  .tools input[type="search"] { flex: 1 1 100%; width: auto; }
  .tools select { flex: 1 1 45%; min-width: 0; }
  .tools .theme { margin-left: 0; }
}
@media print {
  html { font-size: 10px; }
  body { background: #fff; }
  .page { padding: 0; max-width: none; }
  .tools, .panel, .shown { display: none !important; }
  .more > details:not([open]) { display: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@page { size: A3 landscape; margin: 12mm; }
`;

/** Everything the page looks like. */
export const style = [palette, frame, tableStyle, panelStyle].join('');
