import { urlencoded, Router } from 'express';
import type { Request, Response } from 'express';
import { setTimeout as delay } from 'node:timers/promises';
import { createIdTokenClaims } from './id-token-claims.ts';
import type { Launch } from './launches.ts';
import { judgeAuthRequest } from './oidc-auth.ts';
import { sendErrorPage } from './pages/error-page.ts';
import { sendFormPost } from './pages/form-post-page.ts';
import type { Platform } from './platform.ts';

function withoutNulls(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

async function createIdToken(platform: Platform, launch: Launch, nonce: string): Promise<string> {
  const claims = createIdTokenClaims(platform, launch, nonce);
  const change = platform.faults.takeTokenChange();
  if (change === undefined) return platform.keys.sign(claims, 'platform', {});
  return platform.keys.sign(withoutNulls({ ...claims, ...change.claims }), change.signature, change.header);
}

async function answerAuthRequest(platform: Platform, request: Request, response: Response): Promise<void> {
  const { tool } = platform;
  if (tool === undefined) {
    sendErrorPage(request, response, 404, 'tool');
    return;
  }
  const fields: unknown = request.method === 'POST' ? request.body : request.query;
  const decision = judgeAuthRequest(fields, tool, platform.launches);
  if (decision.kind === 'page') {
    sendErrorPage(request, response, 404, decision.reason);
  } else if (decision.kind === 'refuse') {
    const { error, description, state, redirectUri } = decision;
    sendFormPost(request, response, redirectUri, { error, error_description: description, state });
  } else {
    const { launch, nonce, state, redirectUri } = decision;
    const idToken = await createIdToken(platform, launch, nonce);
    sendFormPost(request, response, redirectUri, { id_token: idToken, state });
  }
}

export function createAuthRoutes(platform: Platform): Router {
  const router = Router();
  const form = urlencoded({ extended: false, limit: '100kb' });
  router.get('/auth.php', (request, response) => answerAuthRequest(platform, request, response));
  router.post('/auth.php', form, (request, response) => answerAuthRequest(platform, request, response));
  router.get('/certs.php', async (request, response) => {
    const { faults } = platform;
    if (faults.keySetDelayMs > 0) await delay(faults.keySetDelayMs, undefined, { ref: false });
    if (faults.keySetDown) request.socket.destroy();
    else response.json(platform.keys.publicKeySet());
  });
  return router;
}
