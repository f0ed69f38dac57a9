/** The LMS's refusal page, also in the frame. Shows a code, never posted data. */
import type { Request, Response } from 'express';
import { readReader, sendPage } from './layout.ts';
import { markup } from './markup.ts';

export function sendErrorPage(request: Request, response: Response, status: number, reason: string): void {
  const reader = readReader(request);
  const { texts } = reader;
  const body = markup`<section class="notice" data-error="${reason}">
<h1>${texts.lostTitle}</h1>
<p>${texts.lostBody}</p>
<p><a class="button" href="/" target="_top">${texts.home}</a></p>
<p class="detail">${texts.reason} <code>${reason}</code></p>
</section>`;
  sendPage(request, response, reader, { title: texts.lostTitle, body, kind: 'bare' }, status);
}
