import type { Request, Response } from 'express';
import { readReader, sendPage } from './layout.ts';
import { markup } from './markup.ts';

export function sendFormPost(
  request: Request,
  response: Response,
  action: string,
  fields: Readonly<Record<string, string>>,
): void {
  const reader = readReader(request);
  const inputs = Object.entries(fields).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  const body = markup`<form id="post" class="sending" method="post" action="${action}">
${inputs}
<p>${reader.texts.sending}</p>
<noscript><button class="button">${reader.texts.continue}</button></noscript>
</form>
<script src="/assets/post.js"></script>`;
  response.set('Cache-Control', 'no-store');
  sendPage(request, response, reader, { title: reader.texts.sending, body, kind: 'bare' });
}
