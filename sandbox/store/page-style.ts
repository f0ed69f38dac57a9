export const pageStyle = `
:root {
  --ground: #f5f6f8; --sheet: #ffffff; --ink: #1c2430; --soft: #566173; --line: #d5dae2; --edge: #7b8698;
  --mark: #34417f; --tint: #e9ecf7;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181f; --sheet: #1c222c; --ink: #e8ebf1; --soft: #a9b3c3; --line: #333c4a; --edge: #78849a;
    --mark: #b3bffb; --tint: #262e44;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 1.5rem clamp(0.75rem, 4vw, 3rem) 3rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
.top, main { max-width: 72rem; margin-inline: auto; }
.top { display: flex; justify-content: space-between; align-items: flex-start; gap: 1rem; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; letter-spacing: -0.01em; }
.lead { margin: 0.25rem 0 0; color: var(--soft); max-width: 60ch; }
a { color: var(--mark); }
.quiet, .pages a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 0.25rem; }
.filter { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; margin-top: 1.5rem; }
.filter label { font-weight: 600; }
select, button {
  min-height: 2.75rem; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--edge);
  border-radius: 0.5rem; padding: 0 0.9rem;
}
select { min-width: 12rem; }
button { background: var(--mark); color: var(--sheet); border-color: var(--mark); font-weight: 600; cursor: pointer; }
.count { margin: 1rem 0 0.5rem; color: var(--soft); }
.log { background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; overflow: hidden; }
.log ol { list-style: none; margin: 0; padding: 0; }
.log li + li, .head + ol { border-top: 1px solid var(--line); }
.head, summary {
  display: grid; grid-template-columns: 11rem 6rem minmax(0, 1fr) minmax(0, 17rem) 1rem; gap: 0.25rem 1rem;
  padding: 0.6rem 1rem; align-items: baseline;
}
.head { color: var(--soft); font-size: 0.9rem; font-weight: 600; }
summary { cursor: pointer; list-style: none; min-height: 2.75rem; }
summary::-webkit-details-marker { display: none; }
summary::after { content: "+"; grid-column: 5; grid-row: 1; color: var(--mark); font-weight: 700; text-align: right; }
details[open] > summary::after { content: "−"; }
summary:hover, details[open] > summary { background: var(--tint); }
.when { color: var(--soft); font-variant-numeric: tabular-nums; }
.who { font-family: ui-monospace, monospace; font-size: 0.9rem; }
.what, .facts { overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 0.4rem; }
.fact { border: 1px solid var(--line); border-radius: 1rem; padding: 0 0.6rem; font-size: 0.9rem; }
pre {
  margin: 0; padding: 1rem; overflow: auto; max-height: 32rem; border-top: 1px solid var(--line);
  font: 0.85rem/1.5 ui-monospace, monospace; background: var(--ground);
}
.empty { background: var(--sheet); border: 1px dashed var(--edge); border-radius: 0.75rem; padding: 2.5rem 1rem; text-align: center; }
.empty p { margin: 0; }
.pages { display: grid; grid-template-columns: 1fr auto 1fr; align-items: center; margin-top: 1rem; }
.pages span:last-child { text-align: right; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; border-radius: 0.25rem; }
summary:focus-visible, pre:focus-visible { outline-offset: -3px; }
@media (max-width: 44rem) {
  body { padding-top: 1rem; }
  .head { display: none; }
  summary { grid-template-columns: minmax(0, 1fr) auto 1rem; }
  .when { grid-column: 1; grid-row: 1; font-size: 0.9rem; }
  .who { grid-column: 2; grid-row: 1; }
  summary::after { grid-column: 3; }
  .what { grid-column: 1 / -1; grid-row: 2; }
  .facts { grid-column: 1 / -1; grid-row: 3; }
  select { min-width: 0; flex: 1 1 10rem; }
  .filter label { flex: 1 0 100%; }
}
`;

export const pageIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="4" y="3" width="24" height="26" rx="4" fill="#34417f"/><path d="M10 11h12M10 16h12M10 21h7" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/></svg>`;
