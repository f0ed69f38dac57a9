import { claim } from './claims.ts';
import type { LtiMessage } from './claims.ts';
import { visibleText } from '../net/visible-text.ts';
import { getPlatformQuirks } from '../platform-quirks.ts';
import type { PlatformFamily } from '../platform-quirks.ts';
import { findReturnAddress } from './return-address.ts';
import { type LaunchGroups, readLaunchGroups } from './groups.ts';
import { findNoticesUrl } from './notice.ts';
import { type LaunchHistory, readHistory } from './history.ts';
import { readRoles } from './roles.ts';
import type { LtiRole } from './roles.ts';

const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
const lineItemScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';

export interface LtiLaunch {
  readonly message: 'resource-link' | 'deep-linking' | 'submission-review';
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  /** The person's id at the LMS; null only in deep linking. */
  readonly subject: string | null;
  /** The deployment if subjects are unique only within it; otherwise empty. */
  readonly subjectScope: string;
  readonly role: LtiRole;
  readonly testUser: boolean;
  readonly family: PlatformFamily;
  readonly context: { readonly id: string; readonly title: string } | null;
  readonly resourceLink: { readonly id: string; readonly title: string } | null;
  /** As the LMS writes it, e.g. `fr_ca`. */
  readonly locale: string | null;
  readonly documentTarget: 'iframe' | 'window' | 'frame' | null;
  readonly returnUrl: string | null;
  readonly custom: Readonly<Record<string, string>>;
  /** Null unless there is exactly one column and we may post to it. */
  readonly lineItemUrl: string | null;
  /** Null if we may not create columns. */
  readonly lineItemsUrl: string | null;
  readonly membershipsUrl: string | null;
  readonly groups: LaunchGroups | null;
  readonly history: LaunchHistory;
  /** For notices of copied courses; null if the LMS sends none. */
  readonly noticesUrl: string | null;
  readonly reviewedSubject: string | null;
  readonly selection: SelectionSettings | null;
}

/** Settings of a deep linking request (Deep Linking 2.0 §4.4.1). */
export interface SelectionSettings {
  readonly returnUrl: string;
  readonly acceptTypes: readonly string[];
  readonly acceptMultiple: boolean;
  /** False only if the platform says so. */
  readonly acceptLineItem: boolean;
  /** Must be returned byte for byte. */
  readonly data: string | null;
  /** Of an activity that is chosen again; in Moodle a new one has the tool's name. Empty: none. */
  readonly title: string;
}

interface LaunchOrigin {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly issuer: string;
}

export function createLtiLaunch(message: LtiMessage, registration: LaunchOrigin): LtiLaunch {
  const { claims } = message;
  const presentation = claims[claim.presentation];
  const deploymentId = claims[claim.deploymentId];
  const { role, testUser } = readRole(message);
  const { family, personsPerDeployment } = getPlatformQuirks({
    issuer: registration.issuer,
    productFamily: claims[claim.toolPlatform]?.product_family_code ?? null,
  });
  const context = claims[claim.context];
  return {
    organisationId: registration.organisationId,
    platformId: registration.platformId,
    registrationId: registration.id,
    deploymentId,
    subject: claims.sub ?? null,
    subjectScope: personsPerDeployment ? deploymentId : '',
    role,
    testUser,
    family,
    context: context === undefined ? null : { id: context.id, title: titleOf(context) },
    locale: presentation?.locale ?? null,
    documentTarget: presentation?.document_target ?? null,
    returnUrl: findReturnAddress(family, presentation?.return_url),
    custom: claims[claim.custom] ?? {},
    groups: readLaunchGroups(message),
    history: readHistory(claims[claim.custom] ?? {}),
    noticesUrl: findNoticesUrl(message),
    ...readPurpose(message),
    ...readServices(message, role === 'learner' && !testUser),
  };
}

/** Deep linking needs no roles (DL 2.0 §4.4): then the platform vouches that the person is staff. */
function readRole(message: LtiMessage): { readonly role: LtiRole; readonly testUser: boolean } {
  const roles = message.claims[claim.roles];
  if (roles === undefined) return { role: 'staff', testUser: false };
  return readRoles(roles);
}

type Purpose = Pick<LtiLaunch, 'message' | 'resourceLink' | 'reviewedSubject' | 'selection'>;

function readPurpose(message: LtiMessage): Purpose {
  if (message.type === 'LtiDeepLinkingRequest') {
    const settings = message.claims[claim.deepLinking];
    return {
      message: 'deep-linking',
      resourceLink: null,
      reviewedSubject: null,
      selection: {
        returnUrl: settings.deep_link_return_url,
        acceptTypes: settings.accept_types,
        acceptMultiple: settings.accept_multiple ?? true,
        acceptLineItem: settings.accept_lineitem ?? true,
        data: settings.data ?? null,
        title: visibleText(settings.title ?? ''),
      },
    };
  }
  const link = message.claims[claim.resourceLink];
  return {
    message: message.type === 'LtiSubmissionReviewRequest' ? 'submission-review' : 'resource-link',
    resourceLink: { id: link.id, title: visibleText(link.title ?? '') },
    reviewedSubject:
      message.type === 'LtiSubmissionReviewRequest' ? message.claims[claim.forUser].user_id : null,
    selection: null,
  };
}

type Services = Pick<LtiLaunch, 'lineItemUrl' | 'lineItemsUrl' | 'membershipsUrl'>;

function readServices(message: LtiMessage, mayBeGraded: boolean): Services {
  if (message.type === 'LtiDeepLinkingRequest') {
    return { lineItemUrl: null, lineItemsUrl: null, membershipsUrl: null };
  }
  const endpoint = message.claims[claim.endpoint];
  const scopes = endpoint?.scope ?? [];
  const mayScore = mayBeGraded && scopes.includes(scoreScope);
  return {
    lineItemUrl: mayScore ? (endpoint?.lineitem ?? null) : null,
    lineItemsUrl: mayScore && scopes.includes(lineItemScope) ? (endpoint?.lineitems ?? null) : null,
    membershipsUrl: message.claims[claim.namesRoles]?.context_memberships_url ?? null,
  };
}

function titleOf({
  title,
  label,
}: {
  readonly title?: string | undefined;
  readonly label?: string | undefined;
}): string {
  return visibleText(title ?? '') || visibleText(label ?? '');
}
