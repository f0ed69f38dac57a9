import type { Platform } from '../platform.ts';
import type { RegisteredTool } from '../stored-state.ts';
import type { PageParts, Reader } from './layout.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

function toolCard({ texts }: Reader, tool: RegisteredTool): Markup {
  const state = tool.isActive
    ? markup`<p class="own-grade">${texts.toolActive}</p>`
    : markup`<p class="own-grade none">${texts.toolPending}</p>
<form method="post" action="/admin/tools/activate"><button class="button" name="client" value="${tool.clientId}">${texts.activateTool}</button></form>`;
  const usage = tool.inChooser
    ? undefined
    : markup`<p class="own-grade none">${texts.toolPreconfigured}</p>
<form method="post" action="/admin/tools/usage"><button class="button" name="client" value="${tool.clientId}">${texts.showInChooser}</button></form>`;
  return markup`<li class="card"><h3>${tool.name}</h3>
<dl><dt>${texts.toolAddress}</dt><dd>${tool.targetLinkUri}</dd>
<dt>${texts.toolClient}</dt><dd>${tool.clientId}</dd><dt>${texts.toolDeployment}</dt><dd>${tool.deploymentId}</dd></dl>
${tool.description === '' ? undefined : markup`<p class="description">${tool.description}</p>`}
${state}${usage}</li>`;
}

export function createToolsPage({ store }: Platform, reader: Reader, fault?: 'address'): PageParts {
  const { texts } = reader;
  const { tools } = store.state;
  const wrong =
    fault === undefined ? undefined : markup`<p class="message" role="alert">${texts.toolAddressWanted}</p>`;
  return {
    title: texts.tools,
    crumbs: [],
    body: markup`<div class="intro"><h1>${texts.tools}</h1><p class="lead">${texts.toolsLead}</p></div>
<form class="panel" method="post" action="/admin/tools/add">${wrong}
<p><label for="url">${texts.toolUrl}</label><br><input class="field" id="url" name="url" type="url" required size="60"></p>
<button class="button">${texts.addTool}</button></form>
<section aria-labelledby="registered"><h2 id="registered">${texts.registeredTools}</h2>
${tools.length === 0 ? markup`<p class="none">${texts.noTools}</p>` : markup`<ul class="stack">${tools.map((tool) => toolCard(reader, tool))}</ul>`}
</section>`,
  };
}

export function createAddToolPage({ texts }: Reader, source: string): PageParts {
  return {
    title: texts.addTool,
    crumbs: [{ label: texts.tools, href: '/admin/tools' }],
    kind: 'activity',
    body: markup`<div class="activity-bar"><h1>${texts.addTool}</h1></div>
<iframe id="contentframe" title="${texts.addTool}" src="${source}"></iframe>
<script src="/assets/registration.js"></script>`,
  };
}
