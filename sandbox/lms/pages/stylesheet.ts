const BASE = `
:root { --navy: #22344f; --navy-soft: #e8ecf2; --ink: #20262e; --muted: #56606d; --line: #c9ced6; --edge: #7b8593;
  --page: #f4f5f7; --white: #fff; --link: #1b4f9c; --gold: #8a5a00; --gold-soft: #fbf3e0; --focus: #b3470b;
  --serif: Georgia, "Iowan Old Style", "DejaVu Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
* { box-sizing: border-box; }
html { font: 100%/1.55 var(--sans); color: var(--ink); background: var(--page); overflow-wrap: break-word; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; }
main { width: 100%; max-width: 70rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; flex: 1; }
main:focus { outline: none; }
h1, h2, h3 { font-family: var(--serif); font-weight: 700; line-height: 1.25; color: var(--navy); margin: 0 0 .5rem; text-wrap: balance; }
h1 { font-size: clamp(1.6rem, 4vw, 2.1rem); } h2 { font-size: 1.25rem; } h3 { font-size: 1.2rem; }
p { margin: 0 0 .75rem; max-width: 65ch; }
a { color: var(--link); text-underline-offset: .15em; } a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; background: var(--white); padding: .75rem 1rem; z-index: 2; }
.skip:focus { left: .5rem; top: .5rem; }
ul { padding: 0; margin: 0; list-style: none; }
.meta, .role { color: var(--muted); font-size: .92rem; } .none { color: var(--muted); }
.eyebrow { color: var(--gold); font-weight: 600; font-size: .95rem; margin-bottom: .25rem; }
.lead { font-size: 1.12rem; text-wrap: pretty; } .notice h1 { font-size: 1.4rem; } .intro { margin-bottom: 1.75rem; }
.button { display: inline-block; background: var(--navy); color: var(--white); border: 2px solid var(--navy); border-radius: 3px;
  padding: .6rem 1.1rem; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.button:hover { background: #16253b; color: var(--white); text-decoration: underline; }
`;

const HEADER = `
.top { background: var(--white); border-top: 6px solid var(--navy); border-bottom: 1px solid var(--line); }
.top-inner { max-width: 70rem; margin: 0 auto; padding: .75rem 1.25rem; display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center; justify-content: space-between; }
.brand { display: flex; gap: .75rem; align-items: center; text-decoration: none; color: var(--navy); }
.brand-name { display: block; font: 700 1.2rem/1.2 var(--serif); } .brand-sub { display: block; font-size: .9rem; color: var(--muted); }
.brand:hover .brand-name { text-decoration: underline; }
.crest-shield { fill: var(--navy); } .crest-trunk { stroke: var(--white); stroke-width: 4; fill: none; } .crest-mark { stroke: var(--navy); stroke-width: 1.5; }
.top-tools { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; align-items: center; }
.who { margin: 0; display: flex; flex-wrap: wrap; gap: 0 .6rem; align-items: baseline; }
.languages ul { display: flex; border: 1px solid var(--edge); border-radius: 3px; }
.languages li > * { display: block; padding: .35rem .7rem; min-width: 2.75rem; text-align: center; }
.languages [aria-current] { background: var(--navy); color: var(--white); font-weight: 600; }
.crumbs { max-width: 70rem; width: 100%; margin: 0 auto; padding: .75rem 1.25rem 0; font-size: .95rem; }
.crumbs ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .15rem .5rem; }
.crumbs li + li::before { content: "›"; color: var(--muted); margin-right: .5rem; } .crumbs [aria-current] { color: var(--muted); }
footer { border-top: 1px solid var(--line); background: var(--white); color: var(--muted); font-size: .92rem; }
footer p { max-width: 70rem; margin: 0 auto; padding: 1rem 1.25rem; }
`;

const CONTENT = `
.card, .panel { background: var(--white); border: 1px solid var(--line); border-radius: 4px; padding: 1.25rem 1.35rem; }
.card > :last-child, .panel > :last-child, .card div > :last-child { margin-bottom: 0; }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
.course-card { border-top: 4px solid var(--navy); }
.stack { display: grid; gap: 1rem; }
.columns { display: grid; gap: 1.5rem; align-items: start; }
@media (min-width: 52rem) { .columns { grid-template-columns: minmax(0, 1fr) 17rem; } }
.activity-card { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1rem; }
.activity-icon { fill: none; stroke: var(--navy); stroke-width: 2; } .activity-icon rect { fill: var(--navy-soft); }
.activity-card .meta { margin-bottom: .15rem; }
.own-grade { background: var(--gold-soft); border-left: 4px solid var(--gold); padding: .4rem .75rem; width: fit-content; } .own-grade.none { background: var(--page); border-color: var(--edge); }
.actions { display: flex; flex-wrap: wrap; gap: .6rem 1.25rem; align-items: center; margin-top: 1rem; }
.panel ul { margin-bottom: .75rem; } .panel li a { display: inline-block; padding: .3rem 0; } .panel.wide + .panel.wide { margin-top: 1.5rem; }
.people { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
.person { width: 100%; display: flex; gap: .9rem; align-items: center; text-align: left; font: inherit; color: inherit; cursor: pointer;
  background: var(--white); border: 1px solid var(--edge); border-radius: 4px; padding: .85rem 1rem; }
.person:hover { border-color: var(--navy); box-shadow: inset 0 0 0 1px var(--navy); } .person:hover .person-name { text-decoration: underline; }
.person[aria-current] { background: var(--navy-soft); }
.initials { flex: none; width: 2.75rem; height: 2.75rem; border-radius: 50%; display: grid; place-items: center; font: 700 1rem var(--serif); background: var(--navy-soft); color: var(--navy); }
.person[aria-current] .initials { background: var(--white); }
.teacher .initials { background: var(--gold-soft); color: var(--gold); } .administrator .initials { background: var(--navy); color: var(--white); }
.person-name { display: block; font-weight: 600; } .person .role { display: block; }
.notice { background: var(--white); border: 1px solid var(--line); border-top: 4px solid var(--navy); border-radius: 4px; padding: 1.5rem; max-width: 38rem; margin: 1rem auto; }
.notice ul { list-style: disc; padding-left: 1.25rem; margin-bottom: 1rem; } .message { background: var(--page); padding: .75rem; } .detail { color: var(--muted); font-size: .9rem; margin: 1rem 0 0; }
.field { width: 100%; max-width: 40rem; font: inherit; padding: .5rem .6rem; border: 1px solid var(--edge); border-radius: 3px; }
.panel + section { margin-top: 1.75rem; } dl + .own-grade { margin-top: .75rem; }
.choices { display: grid; gap: 1rem; margin-bottom: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); } .choices form { height: 100%; }
.choice { display: flex; flex-direction: column; width: 100%; height: 100%; text-align: left; font: inherit; cursor: pointer; background: var(--navy); color: var(--white); border: 2px solid var(--navy); border-radius: 4px; padding: 1rem 1.2rem; }
.choice strong { display: block; font: 700 1.3rem/1.3 var(--serif); margin-bottom: .25rem; } .choice:hover { background: #16253b; } .choice:hover strong { text-decoration: underline; }
.names { display: flex; flex-wrap: wrap; gap: .15rem 1.5rem; color: var(--muted); } .aside { margin-top: 1.5rem; }
.sending { text-align: center; padding: 3rem 1rem; } .sending p { margin: 0 auto 1rem; }
`;

const ACTIVITY = `
body.activity { height: 100vh; height: 100dvh; min-height: 30rem; }
body.activity main { max-width: none; padding: .5rem 0 0; display: flex; flex-direction: column; min-height: 0; }
body.activity .top-inner, body.activity .crumbs { max-width: none; } body.activity .top-inner { padding-block: .4rem; } body.activity .crumbs { padding-top: .5rem; }
.activity-bar { display: flex; flex-wrap: wrap; gap: .15rem 1.5rem; align-items: baseline; justify-content: space-between; padding: 0 1.25rem .5rem; }
.activity-bar h1 { font-size: 1.2rem; margin: 0; } .activity-bar p { margin: 0; }
body.activity #contentframe { flex: 1; min-height: 0; width: 100%; border: 0; border-top: 1px solid var(--line); background: var(--white); display: block; }
body.activity.fitted { height: auto; } body.activity.fitted #contentframe { flex: none; }
body.bare { background: var(--white); } body.bare main { padding-top: 1rem; }
@media (max-width: 40rem) { body.activity .brand-sub, body.activity .who .role, body.activity .crumbs li:first-child, body.activity .crumbs [aria-current] { display: none; } body.activity .crumbs { padding: .35rem .75rem 0; } body.activity .crumbs li::before { content: "‹"; } body.activity .crest { width: 26px; height: 26px; }
  body.activity .brand-name { font-size: 1rem; } body.activity .top-inner { gap: .1rem 1rem; padding-inline: .75rem; } .activity-bar { padding-inline: .75rem; } body.activity .who { font-size: .92rem; } body.activity .languages { display: none; } }
`;

const GRADES = `
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .7rem .9rem .7rem 0; }
thead th { font-size: .92rem; color: var(--muted); font-weight: 600; border-bottom: 2px solid var(--navy); } tbody tr { border-bottom: 1px solid var(--line); } tbody tr:last-child { border-bottom: 0; }
tbody th { font-weight: 600; } time { white-space: nowrap; }
.comment { white-space: pre-line; display: inline-block; max-width: 42ch; }
dl { margin: 0; display: grid; grid-template-columns: minmax(7rem, auto) minmax(0, 1fr); gap: .5rem 1.25rem; } dt { color: var(--muted); } dd { margin: 0; }
@media (max-width: 52rem) { thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } table, tbody, tr, tbody th, td { display: block; }
  tbody tr { padding: .9rem 0; } tbody th { padding: 0 0 .35rem; font-size: 1.05rem; } td { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .75rem; padding: .15rem 0; white-space: normal; }
  td::before { content: attr(data-label); color: var(--muted); } }
@media (max-width: 24rem) { td { grid-template-columns: minmax(0, 1fr); gap: 0; padding: .3rem 0; } dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd + dt { margin-top: .5rem; } }
@media (forced-colors: active) { .languages [aria-current], .person[aria-current] { outline: 2px solid; } }
@media print { .top-tools, .skip, footer { display: none; } }
`;

export const STYLESHEET = [BASE, HEADER, CONTENT, ACTIVITY, GRADES].join('');
