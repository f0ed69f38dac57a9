import { z } from 'zod';
import { getLaunchUrl } from '../net/own-address.ts';

export const LoginRequest = z.object({
  iss: z.string().min(1).max(2048),
  login_hint: z.string().min(1).max(4096),
  target_link_uri: z.string().min(1).max(4096),
  client_id: z.string().min(1).max(255).optional(),
  lti_message_hint: z.string().max(16_384).optional(),
  lti_deployment_id: z.string().min(1).max(255).optional().catch(undefined),
  /** The LMS's frame that can store values; an invalid name is ignored. */
  lti_storage_target: z.string().min(1).max(255).optional().catch(undefined),
});
export type LoginRequest = z.infer<typeof LoginRequest>;

/** The redirect_uri is always the same, because Moodle compares it exactly. */
export function buildAuthorizationUrl(
  publicUrl: string,
  registration: { readonly authorizationUrl: string; readonly clientId: string },
  request: LoginRequest,
  secrets: { readonly state: string; readonly nonce: string },
): string {
  const url = new URL(registration.authorizationUrl);
  const params: Readonly<Record<string, string>> = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: registration.clientId,
    redirect_uri: getLaunchUrl(publicUrl),
    login_hint: request.login_hint,
    ...secrets,
    ...(request.lti_message_hint === undefined ? {} : { lti_message_hint: request.lti_message_hint }),
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}
