/**
 * Required claims are strict and length-checked. Invalid optional claims are dropped, so that
 * no launch fails for them.
 */
import { z } from 'zod';
import { groupsParameter } from '../asked-parameters.ts';
import type { LtiErrorCode } from './codes.ts';

const core = 'https://purl.imsglobal.org/spec/lti/claim/';

export const claim = {
  messageType: 'https://purl.imsglobal.org/spec/lti/claim/message_type',
  version: 'https://purl.imsglobal.org/spec/lti/claim/version',
  deploymentId: 'https://purl.imsglobal.org/spec/lti/claim/deployment_id',
  targetLinkUri: 'https://purl.imsglobal.org/spec/lti/claim/target_link_uri',
  resourceLink: 'https://purl.imsglobal.org/spec/lti/claim/resource_link',
  roles: 'https://purl.imsglobal.org/spec/lti/claim/roles',
  context: 'https://purl.imsglobal.org/spec/lti/claim/context',
  presentation: 'https://purl.imsglobal.org/spec/lti/claim/launch_presentation',
  toolPlatform: 'https://purl.imsglobal.org/spec/lti/claim/tool_platform',
  custom: 'https://purl.imsglobal.org/spec/lti/claim/custom',
  notificationService: 'https://purl.imsglobal.org/spec/lti/claim/platformnotificationservice',
  notice: 'https://purl.imsglobal.org/spec/lti/claim/notice',
  originContexts: 'https://purl.imsglobal.org/spec/lti/claim/origin_contexts',
  forUser: 'https://purl.imsglobal.org/spec/lti/claim/for_user',
  endpoint: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  namesRoles: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  groups: 'https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice',
  deepLinking: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  deepLinkingData: 'https://purl.imsglobal.org/spec/lti-dl/claim/data',
  contentItems: 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
} as const;

/** In characters (LTI 1.3 core). */
export const identifierLength = 255;
export const identifier = z.string().min(1).max(identifierLength);
const webAddress = z.url({ protocol: /^https?$/ }).max(4096);
const shortText = z.string().max(1000);
const lenient = <Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> =>
  schema.optional().catch(undefined);

/** The first `most` valid ones: a long list or an odd entry drops no others. */
export function firstOf<Output>(
  most: number,
  schema: z.ZodType<Output>,
): z.ZodCatch<z.ZodPipe<z.ZodArray<z.ZodUnknown>, z.ZodTransform<Output[], unknown[]>>> {
  return z
    .array(z.unknown())
    .transform((entries) =>
      entries
        .flatMap((entry) => {
          const parsed = schema.safeParse(entry);
          return parsed.success ? [parsed.data] : [];
        })
        .slice(0, most),
    )
    .catch([]);
}

const customLength = 4096;

/** Values that are too long, or not strings, become empty: but groups, of which empty means none. */
function readCustom(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const named = Object.entries(values).filter(([name]) => name.length <= 255);
  return Object.fromEntries(
    named.map(([name, value]) => {
      const isKept =
        typeof value === 'string' && (value.length <= customLength || name === groupsParameter.name);
      return [name, isKept ? value : ''];
    }),
  );
}

const person = z.string().min(1).max(255);
const roles = z.array(z.string().max(500)).max(200);
const resourceLink = z.looseObject({
  id: identifier,
  title: lenient(shortText),
});

const always = {
  [claim.version]: z.literal('1.3.0'),
  [claim.deploymentId]: identifier,
  [claim.context]: lenient(
    z.looseObject({ id: identifier, label: lenient(shortText), title: lenient(shortText) }),
  ),
  [claim.presentation]: lenient(
    z.looseObject({
      locale: lenient(z.string().max(35)),
      document_target: lenient(z.enum(['iframe', 'window', 'frame'])),
      return_url: lenient(webAddress),
    }),
  ),
  [claim.toolPlatform]: lenient(z.looseObject({ product_family_code: lenient(z.string().max(100)) })),
  [claim.custom]: lenient(z.record(z.string(), z.unknown()).transform(readCustom)),
  [claim.notificationService]: lenient(
    z.looseObject({
      platform_notification_service_url: webAddress,
      service_versions: firstOf(20, z.string().max(20)),
      scope: firstOf(50, z.string().max(500)),
      notice_types_supported: firstOf(100, z.string().max(100)),
    }),
  ),
} as const;

const services = {
  [claim.endpoint]: lenient(
    z.looseObject({
      scope: firstOf(50, z.string().max(500)),
      lineitem: lenient(webAddress),
      lineitems: lenient(webAddress),
    }),
  ),
  [claim.namesRoles]: lenient(z.looseObject({ context_memberships_url: webAddress })),
  [claim.groups]: lenient(z.looseObject({ context_groups_url: webAddress })),
} as const;

const ResourceLinkClaims = z.looseObject({
  ...always,
  ...services,
  sub: person,
  [claim.roles]: roles,
  [claim.targetLinkUri]: webAddress,
  [claim.resourceLink]: resourceLink,
});

const DeepLinkingClaims = z.looseObject({
  ...always,
  // Optional by Deep Linking 2.0 §4.4; the certification suite also omits the target.
  sub: person.optional(),
  [claim.roles]: roles.optional(),
  [claim.targetLinkUri]: webAddress.optional(),
  [claim.deepLinking]: z.looseObject({
    deep_link_return_url: webAddress,
    accept_types: z.array(z.string().max(100)).max(50),
    accept_multiple: lenient(z.boolean()),
    accept_lineitem: lenient(z.boolean()),
    // Strict, because it must be returned byte for byte.
    data: z.string().max(100_000).nullish(),
    title: lenient(shortText),
  }),
});

const SubmissionReviewClaims = z.looseObject({
  ...always,
  ...services,
  sub: person,
  [claim.roles]: roles,
  [claim.targetLinkUri]: webAddress,
  [claim.forUser]: z.looseObject({ user_id: person }),
  [claim.resourceLink]: resourceLink,
});

export type LtiMessage =
  | { readonly type: 'LtiResourceLinkRequest'; readonly claims: z.infer<typeof ResourceLinkClaims> }
  | { readonly type: 'LtiDeepLinkingRequest'; readonly claims: z.infer<typeof DeepLinkingClaims> }
  | { readonly type: 'LtiSubmissionReviewRequest'; readonly claims: z.infer<typeof SubmissionReviewClaims> };

const missingCodes = {
  [claim.version]: 'lti.version-missing',
  [claim.deploymentId]: 'lti.deployment-missing',
  sub: 'lti.subject-missing',
  [claim.roles]: 'lti.roles-missing',
  [claim.targetLinkUri]: 'lti.target-missing',
  [claim.resourceLink]: 'lti.resource-link-missing',
  [claim.deepLinking]: 'lti.settings-missing',
  [claim.forUser]: 'lti.reviewed-person-missing',
} as const satisfies Record<string, LtiErrorCode>;

type RequiredClaim = keyof typeof missingCodes;

const ofLink: readonly RequiredClaim[] = [
  claim.version,
  claim.deploymentId,
  'sub',
  claim.roles,
  claim.targetLinkUri,
  claim.resourceLink,
];

const requiredClaims = new Map<unknown, readonly RequiredClaim[]>([
  ['LtiResourceLinkRequest', ofLink],
  ['LtiDeepLinkingRequest', [claim.version, claim.deploymentId, claim.deepLinking]],
  ['LtiSubmissionReviewRequest', [...ofLink, claim.forUser]],
]);

export type MessageOutcome =
  | { readonly ok: true; readonly message: LtiMessage }
  | { readonly ok: false; readonly code: LtiErrorCode; readonly detail: string };

/**
 * @param payload must be verified
 * @returns the message, or the code for the missing claim
 */
export function parseMessage(payload: Readonly<Record<string, unknown>>): MessageOutcome {
  const fault = findFault(payload);
  if (fault !== undefined) return { ok: false, ...fault };
  const type = payload[claim.messageType];
  if (type === 'LtiDeepLinkingRequest')
    return shape(DeepLinkingClaims, payload, (claims) => ({ type, claims }));
  if (type === 'LtiSubmissionReviewRequest') {
    return shape(SubmissionReviewClaims, payload, (claims) => ({ type, claims }));
  }
  return shape(ResourceLinkClaims, payload, (claims) => ({ type: 'LtiResourceLinkRequest', claims }));
}

function shape<Claims>(
  schema: z.ZodType<Claims>,
  payload: unknown,
  build: (claims: Claims) => LtiMessage,
): MessageOutcome {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return { ok: true, message: build(parsed.data) };
  const place = parsed.error.issues[0]?.path.map(String) ?? [];
  return { ok: false, code: 'lti.claim-refused', detail: place.join('.').replace(core, '') };
}

function findFault(
  payload: Readonly<Record<string, unknown>>,
): { readonly code: LtiErrorCode; readonly detail: string } | undefined {
  if (!Object.keys(payload).some((name) => name.startsWith(core))) {
    return { code: 'lti.not-a-message', detail: '' };
  }
  const type = payload[claim.messageType];
  if (isAbsent(type)) return { code: 'lti.message-type-missing', detail: '' };
  const required = requiredClaims.get(type);
  if (required === undefined) return { code: 'lti.message-type-unknown', detail: '' };
  const missing = required.filter((name) => isAbsent(payload[name]) || lacksId(name, payload[name]));
  const [first, second] = missing;
  if (second !== undefined) {
    return { code: 'lti.claims-missing', detail: missing.map((name) => name.replace(core, '')).join(' ') };
  }
  if (first !== undefined) return { code: missingCodes[first], detail: '' };
  if (payload[claim.version] !== '1.3.0') return { code: 'lti.version-wrong', detail: '' };
  return undefined;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A certification test, "resource_link id missing", checks for this. */
function lacksId(name: RequiredClaim, value: unknown): boolean {
  return (
    name === claim.resourceLink &&
    typeof value === 'object' &&
    value !== null &&
    isAbsent('id' in value ? value.id : undefined)
  );
}
