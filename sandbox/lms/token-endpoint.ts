/** client_credentials with private_key_jwt. */
import { urlencoded, Router } from 'express';
import type { Request, Response } from 'express';
import { decodeJwt, decodeProtectedHeader, errors } from 'jose';
import type { JWTPayload } from 'jose';
import { TOKEN_LIFE_S } from './access-tokens.ts';
import type { ToolRegistration } from './lms-options.ts';
import { SCOPE } from './lti-names.ts';
import { sendErrorPage } from './pages/error-page.ts';
import type { Platform } from './platform.ts';
import { readField } from './text-field.ts';
import { KeySetUnavailable } from './tool-keys.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** JSON labelled as HTML, as Moodle sends it. */
function answer(response: Response, status: number, body: Readonly<Record<string, unknown>>): void {
  response
    .status(status)
    .type('text/html')
    .send(JSON.stringify(body, null, 2));
}

function findFormFault(form: unknown): string | undefined {
  if (readField(form, 'grant_type') !== 'client_credentials') return 'unsupported_grant_type';
  if (readField(form, 'client_assertion_type') !== ASSERTION_TYPE) return 'invalid_request';
  if (readField(form, 'client_assertion') === undefined) return 'invalid_request';
  if (readField(form, 'scope') === undefined) return 'invalid_request';
  return undefined;
}

function hasKeyId(assertion: string): boolean {
  try {
    return typeof decodeProtectedHeader(assertion).kid === 'string';
  } catch {
    return false;
  }
}

async function verifyAssertion(
  platform: Platform,
  tool: ToolRegistration,
  assertion: string,
): Promise<JWTPayload> {
  const { addresses, clock } = platform;
  const claims = await platform.toolKeys.verify(assertion, tool.keySetUrl, {
    subject: tool.clientId,
    audience: [addresses.token, addresses.publicUrl, `${addresses.publicUrl}/mod/lti/token.php`],
    requiredClaims: ['exp'],
    currentDate: clock(),
  });
  // No leeway: a tool with a fast clock must backdate its assertion.
  if (claims.iat !== undefined && claims.iat > Math.floor(clock().getTime() / 1000)) {
    throw new errors.JWTClaimValidationFailed('The assertion is from the future.', claims, 'iat');
  }
  return claims;
}

function grant(platform: Platform, response: Response, asked: string): void {
  const known: readonly string[] = Object.values(SCOPE);
  const scopes = [...new Set(asked.split(/\s+/))].filter((scope) => known.includes(scope));
  if (scopes.length === 0) {
    answer(response, 400, { error: 'invalid_scope' });
    return;
  }
  answer(response, 200, {
    access_token: platform.tokens.issue(scopes),
    token_type: platform.profile.tokenType,
    expires_in: TOKEN_LIFE_S,
    scope: scopes.join(' '),
  });
}

/** Also of a pending tool, as in Moodle. */
function findClient({ tool, store }: Platform, assertion: string): ToolRegistration | undefined {
  const subject = readSubject(assertion);
  return tool?.clientId === subject ? tool : store.state.tools.find(({ clientId }) => clientId === subject);
}

function readSubject(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).sub;
  } catch {
    return undefined;
  }
}

async function answerTokenRequest(platform: Platform, request: Request, response: Response): Promise<void> {
  const form: unknown = request.body;
  const fault = findFormFault(form);
  const assertion = readField(form, 'client_assertion') ?? '';
  if (fault !== undefined) {
    answer(response, 400, { error: fault });
    return;
  }
  if (!hasKeyId(assertion)) {
    answer(response, 400, { error: '"kid" invalid, unable to lookup correct key' });
    return;
  }
  const tool = findClient(platform, assertion) ?? platform.tool;
  if (tool === undefined) {
    answer(response, 400, { error: 'invalid_client' });
    return;
  }
  try {
    await verifyAssertion(platform, tool, assertion);
  } catch (error) {
    if (error instanceof KeySetUnavailable) sendErrorPage(request, response, 404, 'key_set');
    else if (error instanceof errors.JOSEError) answer(response, 400, { error: 'invalid_client' });
    else throw error;
    return;
  }
  grant(platform, response, readField(form, 'scope') ?? '');
}

export function createTokenRoutes(platform: Platform): Router {
  const router = Router();
  router.post('/token.php', urlencoded({ extended: false, limit: '100kb' }), (request, response) =>
    answerTokenRequest(platform, request, response),
  );
  return router;
}
