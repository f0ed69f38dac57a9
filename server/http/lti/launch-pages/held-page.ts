/**
 * A launch without its cookie: the script looks for the browser's secret and continues; without it the page
 * is a refusal.
 */
import { escapeHtml } from '../../../base/escape-html.ts';
import type { Request, Response } from 'express';
import type { HeldAnswer } from '../../../../lti/launch/gate.ts';
import type { Language } from '../../../../scenarios/world/base.ts';
import { launchPageTexts } from './launch-page-words.ts';
import { sendRefusalPage } from '../../pages/refusal-page.ts';
import { getRefusalStatus } from '../../pages/refusals.ts';
import { renderPatience } from './patience.ts';

export interface HeldPageView {
  readonly answer: HeldAnswer;
  readonly errorId: string;
  readonly script: string;
  readonly frameAncestors: readonly string[];
}

export function sendHeldPage(request: Request, response: Response, view: HeldPageView): void {
  const { answer, errorId, script, frameAncestors } = view;
  const { id, cookieKey, storage } = answer.held;
  const { code, locale } = answer;
  sendRefusalPage(
    request,
    response,
    { code, status: getRefusalStatus(code), errorId, locale },
    {
      script: { text: script, data: { page: 'held', id, cookieKey, storage }, frameAncestors },
      before: renderPatience,
      action: renderAction,
    },
  );
}

/** Some browsers return a frame's cookies only on a press. */
function renderAction(language: Language): string {
  const texts = launchPageTexts[language].held;
  return `<p class="what" data-step="denied" role="status" hidden>${escapeHtml(texts.denied)}</p>
<div class="step" data-step="allow" hidden>
<p class="hint">${escapeHtml(texts.goOnHint)}</p>
<button type="button" class="main" data-act="allow">${escapeHtml(texts.goOn)}</button>
</div>`;
}
