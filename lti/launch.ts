/**
 * What an accepted resource-link launch says, in our own words: who, in which role, where, and where a grade may
 * go. Pure: no rows, no sentences.
 */
import { claim } from './claims.ts';
import type { ResourceLinkClaims } from './claims.ts';
import { getPlatformQuirks } from './platform-quirks.ts';
import { readRoles } from './roles.ts';
import type { LtiRole } from './roles.ts';

const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

export interface LtiLaunch {
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  /** The LMS's opaque id of the person. */
  readonly subject: string;
  /** What makes `subject` unique within the platform: the deployment for some LMSs, else empty. */
  readonly subjectScope: string;
  readonly role: LtiRole;
  readonly testUser: boolean;
  readonly context: { readonly id: string; readonly title: string } | null;
  readonly resourceLink: { readonly id: string; readonly title: string };
  /** As the LMS writes it, e.g. `fr_ca`. */
  readonly locale: string | null;
  readonly documentTarget: 'iframe' | 'window' | 'frame' | null;
  readonly returnUrl: string | null;
  readonly targetLinkUri: string;
  readonly custom: Readonly<Record<string, string>>;
  /** Grade services: the item of this link where there is exactly one and we may post to it. */
  readonly lineItemUrl: string | null;
  readonly lineItemsUrl: string | null;
  readonly membershipsUrl: string | null;
}

interface LaunchOrigin {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly issuer: string;
}

/** Reads the claims of a verified message of this registration. */
export function createLtiLaunch(claims: ResourceLinkClaims, registration: LaunchOrigin): LtiLaunch {
  const deploymentId = claims[claim.deploymentId];
  const presentation = claims[claim.presentation];
  const endpoint = claims[claim.endpoint];
  const { role, testUser } = readRoles(claims[claim.roles]);
  const { personsPerDeployment } = getPlatformQuirks({
    issuer: registration.issuer,
    productFamily: claims[claim.toolPlatform]?.product_family_code ?? null,
  });
  const mayBeGraded = role === 'learner' && !testUser && endpoint?.scope.includes(scoreScope) === true;
  return {
    organisationId: registration.organisationId,
    platformId: registration.platformId,
    registrationId: registration.id,
    deploymentId,
    subject: claims.sub,
    subjectScope: personsPerDeployment ? deploymentId : '',
    role,
    testUser,
    context: readContext(claims),
    resourceLink: {
      id: claims[claim.resourceLink].id,
      title: claims[claim.resourceLink].title ?? '',
    },
    locale: presentation?.locale ?? null,
    documentTarget: presentation?.document_target ?? null,
    returnUrl: presentation?.return_url ?? null,
    targetLinkUri: claims[claim.targetLinkUri],
    custom: claims[claim.custom] ?? {},
    lineItemUrl: mayBeGraded ? (endpoint.lineitem ?? null) : null,
    lineItemsUrl: endpoint?.lineitems ?? null,
    membershipsUrl: claims[claim.namesRoles]?.context_memberships_url ?? null,
  };
}

function readContext(claims: ResourceLinkClaims): LtiLaunch['context'] {
  const context = claims[claim.context];
  return context === undefined ? null : { id: context.id, title: context.title ?? context.label ?? '' };
}
