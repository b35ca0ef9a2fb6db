/** The panel stands at the right; on narrow screens it comes up from below. */
export const panelStyle = `
.panel { position: fixed; z-index: 10; top: 0; right: 0; bottom: 0; width: min(480px, 100vw); overflow: auto; padding: 26px 28px 40px; background: var(--card); border-left: 1px solid var(--edge); box-shadow: -18px 0 48px var(--shade); overscroll-behavior: contain; animation: from-right 0.18s ease-out; }
@keyframes from-right { from { transform: translateX(28px); opacity: 0; } }
@keyframes from-below { from { transform: translateY(28px); opacity: 0; } }
.panel:focus { outline: none; }
.panel .close { position: sticky; top: 0; float: right; width: 36px; height: 36px; border: 1px solid var(--edge); border-radius: 50%; background: var(--card); color: var(--ink); font: inherit; font-size: 20px; line-height: 1; cursor: pointer; }
.panel .close:hover { background: var(--hover); }
.panel h2 { margin: 0; font-size: 22px; line-height: 1.2; letter-spacing: -0.01em; }
.panel .of { margin: 0 0 2px; color: var(--soft); font-size: 13px; }
.panel h3 { margin: 28px 0 10px; font-size: 15px; }
.answer { display: grid; grid-template-columns: auto 1fr; gap: 5px 18px; margin: 18px 0 0; }
.answer dt { color: var(--soft); }
.answer dd { margin: 0; font-weight: 500; }
.answer .is-below { color: var(--below); }
.findings { list-style: none; margin: 0; padding: 0; display: grid; gap: 10px; }
.findings > li { padding: 12px 14px; border: 1px solid var(--line); border-left: 3px solid var(--edge); border-radius: 8px; overflow-wrap: anywhere; }
.findings > li.error { border-left-color: var(--below-edge); background: var(--below-fill); }
.findings > li.waived { border-left-color: var(--waived); background: var(--waived-fill); }
.findings p { margin: 0; max-width: none; }
.findings p + p { margin-top: 6px; }
.findings .what { font-size: 13px; color: var(--soft); }
.findings .error .what b { color: var(--below); }
.findings .waived .what b { color: var(--waived); }
.findings .case { font-size: 13px; }
.told details { border-top: 1px solid var(--line); }
.told details:last-of-type { border-bottom: 1px solid var(--line); }
.told summary { padding: 9px 0; cursor: pointer; font-weight: 500; }
.told ul { margin: 0 0 10px; padding-left: 18px; }
.told li { margin: 3px 0; overflow-wrap: anywhere; }
.told li li { color: var(--soft); font-size: 13.5px; }
.cited { margin: 0; padding: 0; list-style: none; }
.cited li { padding: 8px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.cited li:last-child { border-bottom: 1px solid var(--line); }
.cited small { display: block; color: var(--soft); font-size: 13px; }
@media screen and (min-width: 1180px) {
  body:has(> .panel:not([hidden])) .page { margin-right: 480px; }
}
@media (max-width: 760px) {
  .panel { top: auto; left: 0; width: auto; max-height: 82vh; padding: 20px 18px 32px; border-left: 0; border-top: 1px solid var(--edge); border-radius: 16px 16px 0 0; box-shadow: 0 -18px 48px var(--shade); animation-name: from-below; }
}
@media (prefers-reduced-motion: reduce) {
  .panel { animation: none; }
}
`;
