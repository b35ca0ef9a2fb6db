/** Everything the picture looks like, in light and dark, without anything from outside. Classes and plain colors only: many viewers know no variables. */
export const style = `
text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif; font-size: 13px; fill: #1f2328 }
.page { fill: #ffffff }
.lane { fill: #f6f8fa }
.lane-next { fill: #eef6ff; stroke: #54aeff; stroke-width: 1 }
.title { font-size: 19px; font-weight: 600 }
.party { font-weight: 600 }
.muted, .tick, .day { fill: #59636e }
.tick, .day, .mark-label { font-size: 11.5px }
.grid { stroke: #d1d9e0; stroke-width: 1 }
.break { stroke: #59636e; stroke-width: 1; fill: none }
.today { stroke: #cf222e; stroke-width: 1.5 }
.today-label { fill: #cf222e; font-weight: 600 }
.asked { stroke: #59636e; stroke-width: 1; stroke-dasharray: 2 3 }
.window { fill: #54aeff }
.window-past { fill: #afb8c1 }
.may-reach { fill: none; stroke: #54aeff; stroke-width: 1.5; stroke-dasharray: 4 3 }
.lead { stroke: #afb8c1; stroke-width: 2 }
.hard { fill: #bc4c00 }
.recommended { fill: #ffffff; stroke: #1a7f37; stroke-width: 2 }
.past { opacity: .65 }
.pill { fill: #0969da }
.pill-text { fill: #ffffff; font-size: 11.5px; font-weight: 600 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .page { fill: #0d1117 }
  .lane { fill: #161b22 }
  .lane-next { fill: #12233a; stroke: #1f6feb }
  .muted, .tick, .day { fill: #9198a1 }
    .grid { stroke: #30363d }
  .break, .asked { stroke: #9198a1 }
  .today { stroke: #f85149 }
  .today-label { fill: #f85149 }
  .window { fill: #1f6feb }
  .window-past { fill: #484f58 }
  .may-reach { stroke: #1f6feb }
  .lead { stroke: #484f58 }
  .hard { fill: #f0883e }
  .recommended { fill: #161b22; stroke: #3fb950 }
  .pill { fill: #1f6feb }
  .pill-text { fill: #ffffff }
}
`;
