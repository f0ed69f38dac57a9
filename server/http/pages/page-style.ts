/** Independent of the client's build, so that pages look right if all else is down. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#FBF8F3;--card:#FFFFFF;--ink:#1F2A33;--muted:#52606B;--edge:#827B70;--mark:#0F5B4F;--on-mark:#FFFFFF}
@media (prefers-color-scheme:dark){:root{--paper:#172027;--card:#1F2A33;--ink:#F4EFE6;--muted:#C2CAD0;--edge:#9A948A;--mark:#8CCDBB;--on-mark:#172027}}
@media (prefers-contrast:more){:root{--muted:var(--ink);--edge:var(--ink)}}
*{box-sizing:border-box}
html{font-size:112.5%}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.5;
font-family:'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,'Segoe UI',system-ui,sans-serif}
main{max-width:38rem;margin:0 auto;padding:1.5rem 1rem 3rem}
.door{display:block;margin:0 0 1rem;height:6rem;width:6rem;background:#FBF8F3;border-radius:.75rem}
section{background:var(--card);border:2px solid var(--ink);border-radius:.75rem;padding:1.25rem 1.25rem 1rem;margin:0 0 1.5rem}
section+section{background:none;border:0;border-top:2px solid var(--edge);border-radius:0;padding:1.25rem 0 0;color:var(--muted);font-size:.8889rem}
h1,h2,h3{line-height:1.25;margin:0 0 .5rem;font-weight:650}
h1{font-size:1.728rem}
h2{font-size:1.2rem}
section:first-of-type h2{margin-top:1.25rem;color:var(--mark)}
h3{font-size:1rem;margin-top:1rem}
p{margin:0 0 .75rem}
.what{font-size:1.2rem}
section+section .what{font-size:1rem}
ol,ul{margin:0 0 1rem;padding-left:1.5rem}
li{margin:0 0 .5rem}
.helper{border-top:1px solid var(--edge);padding-top:.75rem;margin:1rem 0 0;color:var(--muted);font-size:.8889rem;overflow-wrap:anywhere}
.helper strong{color:var(--ink);white-space:nowrap;font-size:1.2em}
section+section .helper{border:0;padding-top:0}
form{margin:0}
form+.hint,button+.hint{margin-top:.75rem}
dl{margin:0 0 1rem;padding:.75rem 1rem;border:1px solid var(--edge);border-radius:.75rem;overflow-wrap:anywhere}
dt{color:var(--muted);font-size:.8889rem}
dd{margin:0 0 .5rem}
dd:last-child{margin:0}
a{color:inherit}
button,.button{display:block;width:100%;min-height:3.25rem;padding:.75rem 1.25rem;font:inherit;font-weight:650;text-align:center;text-decoration:none;
border:2px solid var(--ink);border-radius:.75rem;background:var(--card);color:var(--ink);cursor:pointer}
.main{background:var(--mark);border-color:var(--mark);color:var(--on-mark)}
section+section .main{background:var(--card);border-color:var(--ink);color:var(--ink)}
button:focus-visible,.button:focus-visible,h1:focus-visible,h2:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
.step{margin:0 0 1rem}
.step p{margin:.5rem 0 0}
.step p+button{margin-top:.5rem}
.hint{color:var(--muted);font-size:.8889rem}
[hidden]{display:none}
.patience{display:none;margin:0;padding:4rem 1rem;text-align:center;font-size:1.2rem}
.acts main{animation:appear 0s .8s both}
.acts[data-state=working] main{display:none}
.acts[data-state=working] .patience{display:block;animation:appear 0s .8s both}
.acts[data-state=asks] main{animation:none}
@keyframes appear{from{visibility:hidden}to{visibility:visible}}
@media (min-width:40rem){main{padding-top:3rem}section{padding:1.75rem 2rem 1.25rem}}
@media (max-height:34rem){.door{display:none}main{padding-top:1rem}}
`;
