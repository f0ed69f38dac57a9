/** What we register (Dynamic Registration 1.0 §3.5). */
import { getLaunchUrl } from '../net/own-address.ts';
import { askedParameters, askFor } from '../asked-parameters.ts';
import { noticeScope } from '../notice-names.ts';
import { getPlatformQuirks } from '../platform-quirks.ts';
import type { PlatformDescription } from './registration.ts';

const ags = 'https://purl.imsglobal.org/spec/lti-ags/scope';
const wantedScopes = [
  `${ags}/score`,
  `${ags}/lineitem`,
  `${ags}/result.readonly`,
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
];
/** Asked for only where the LMS offers them: some refuse unknown scopes. */
const rareScopes = ['https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly', noticeScope];
const nameClaims = ['name', 'given_name', 'family_name'];

export interface ToolToRegister {
  readonly publicUrl: string;
  readonly platformRef: string;
  readonly name: string;
  readonly description: string;
  readonly withNames: boolean;
}

export function createRegistrationRequest(
  tool: ToolToRegister,
  platform: PlatformDescription,
): Record<string, unknown> {
  const { publicUrl, name } = tool;
  const launchUrl = getLaunchUrl(publicUrl);
  const { scopes } = platform;
  const asked = askedParameters.filter(({ variable }) => platform.variables.includes(variable));
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: `${publicUrl}/lti/login/${tool.platformRef}`,
    redirect_uris: [launchUrl],
    client_name: name,
    client_uri: publicUrl,
    logo_uri: `${publicUrl}/icon.png`,
    jwks_uri: `${publicUrl}/lti/keys/${tool.platformRef}`,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: [
      ...wantedScopes.filter((scope) => scopes === null || scopes.includes(scope)),
      ...rareScopes.filter((scope) => scopes?.includes(scope) === true),
    ].join(' '),
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      // With port, because Moodle compares it with the target's.
      domain: new URL(publicUrl).host,
      target_link_uri: launchUrl,
      description: tool.description,
      claims: ['iss', 'sub', ...(tool.withNames ? nameClaims : [])],
      ...(asked.length === 0 ? {} : { custom_parameters: askFor(asked) }),
      ...messagesFor(platform, launchUrl, tool),
    },
  };
}

function messagesFor(
  { issuer, productFamily, messages: known }: PlatformDescription,
  launchUrl: string,
  { name, withNames }: ToolToRegister,
): Record<string, unknown> {
  const common = { target_link_uri: launchUrl, label: name };
  const { family } = getPlatformQuirks({ issuer, productFamily });
  if (family === 'canvas') {
    return {
      messages: [
        { type: 'LtiResourceLinkRequest', ...common },
        // Canvas shows tools only in its own placements and refuses unknown messages.
        { type: 'LtiDeepLinkingRequest', ...common, placements: ['assignment_selection', 'link_selection'] },
      ],
      'https://canvas.instructure.com/lti/privacy_level': withNames ? 'name_only' : 'anonymous',
    };
  }
  const messages = [
    { type: 'LtiResourceLinkRequest', ...common },
    { type: 'LtiDeepLinkingRequest', ...common, placements: ['ContentArea'] },
    { type: 'LtiSubmissionReviewRequest', ...common },
  ];
  // Moodle sends reviews though it lists none; what Blackboard does with more is unknown.
  const isStrict = family === 'blackboard' && known.length > 0;
  return { messages: isStrict ? messages.filter(({ type }) => known.includes(type)) : messages };
}
