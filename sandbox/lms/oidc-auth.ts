/** Judges an authentication request as Moodle's auth.php does. */
import type { Launch, Launches } from './launches.ts';
import type { ToolRegistration } from './lms-options.ts';
import { readField } from './text-field.ts';

export type AuthDecision =
  | {
      readonly kind: 'accept';
      readonly launch: Launch;
      readonly redirectUri: string;
      readonly state: string;
      readonly nonce: string;
    }
  | {
      readonly kind: 'refuse';
      readonly redirectUri: string;
      readonly state: string;
      readonly error: 'unauthorized_client' | 'access_denied' | 'invalid_request';
      readonly description: string;
    }
  /** Never redirects to the address in the request; the person sees a page of the LMS. */
  | { readonly kind: 'page'; readonly reason: string };

function refusalOf(
  fields: unknown,
  tool: ToolRegistration,
  launch: Launch,
): { error: 'unauthorized_client' | 'access_denied' | 'invalid_request'; description: string } | undefined {
  if (readField(fields, 'client_id') !== tool.clientId) {
    return { error: 'unauthorized_client', description: 'Unauthorized client' };
  }
  if (readField(fields, 'login_hint') !== String(launch.userId)) {
    return { error: 'access_denied', description: 'The user is not the one the login began with' };
  }
  if (readField(fields, 'response_mode') !== 'form_post') {
    return { error: 'invalid_request', description: 'Invalid response_mode' };
  }
  const prompt = readField(fields, 'prompt');
  if (prompt !== undefined && prompt !== 'none') {
    return { error: 'invalid_request', description: 'Invalid prompt' };
  }
  return undefined;
}

/** `fields` is the query or form. The message hint works once. */
export function judgeAuthRequest(fields: unknown, tool: ToolRegistration, launches: Launches): AuthDecision {
  const nonce = readField(fields, 'nonce');
  const redirectUri = readField(fields, 'redirect_uri');
  if (readField(fields, 'scope') !== 'openid') return { kind: 'page', reason: 'scope' };
  if (readField(fields, 'response_type') !== 'id_token') return { kind: 'page', reason: 'response_type' };
  if (nonce === undefined || nonce === '') return { kind: 'page', reason: 'nonce' };
  if (redirectUri === undefined || !tool.redirectUris.includes(redirectUri)) {
    return { kind: 'page', reason: 'redirect_uri' };
  }
  const launch = launches.take(readField(fields, 'lti_message_hint') ?? '');
  if (launch === undefined) return { kind: 'page', reason: 'lti_message_hint' };
  const state = readField(fields, 'state') ?? '';
  const refusal = refusalOf(fields, tool, launch);
  if (refusal !== undefined) return { kind: 'refuse', redirectUri, state, ...refusal };
  return { kind: 'accept', launch, redirectUri, state, nonce };
}
