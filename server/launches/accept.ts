/** Stores person, activity and launch with a one-time code. */
import type { BrowserProof } from '../../lti/launch/browser-binding.ts';
import { refuse } from '../../lti/launch/codes.ts';
import type { Refusal } from '../../lti/launch/codes.ts';
import type { LtiLaunch } from '../../lti/launch/launch.ts';
import type { Language } from '../../scenarios/world/base.ts';
import type { ActivitySettings, Launch } from '../storage/ports/launches.ts';
import type { Person } from '../storage/ports/persons.ts';
import type { Deployment } from '../storage/ports/platforms.ts';
import type { ResourceLink } from '../storage/ports/resource-links.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { findStudyOfPlace } from '../studies/places.ts';
import { readGradeKind } from './activity-settings.ts';
import { type Settled, settleActivity } from './copied-settings.ts';
import { noteStaff } from './note-staff.ts';
import { createPageUrl } from './page-url.ts';
import { wantNotices } from './want-notices.ts';

export interface AcceptDeps {
  readonly storage: Pick<
    Storage,
    | 'attempts'
    | 'comfort'
    | 'grades'
    | 'groups'
    | 'launches'
    | 'ltiRows'
    | 'persons'
    | 'personSettings'
    | 'platforms'
    | 'resourceLinks'
    | 'sessions'
    | 'studies'
    | 'studyPlaces'
  >;
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly randomToken: () => string;
  /** A new random key for this person's texts, wrapped. */
  readonly createPersonKey: (personId: string) => string;
}

export interface Accepted {
  readonly ok: true;
  /** With the one-time code in its fragment. */
  readonly pageUrl: string;
  readonly launch: Launch;
}

/** A launch of an unapproved deployment, for staff to pass on. */
export interface WaitingRefusal extends Refusal {
  readonly waiting: {
    /** The operator's name for the platform. */
    readonly platform: string;
    /** The beginning of the deployment id, as in the operator's list. */
    readonly deployment: string;
  };
}

/** In characters. Some LMSs use ids of forty and more; the beginning is distinct enough to be read out. */
const deploymentLength = 16;

/**
 * Stores an unknown deployment as pending and refuses the launch.
 * @param browser the only one that can use the code; null: any
 */
export async function acceptLaunch(
  deps: AcceptDeps,
  lti: LtiLaunch,
  browser: BrowserProof | null,
): Promise<Accepted | Refusal | WaitingRefusal> {
  const { storage } = deps;
  const platform = await storage.platforms.find(lti.organisationId, lti.platformId);
  if (platform === undefined) return refuse('lti.platform-unknown', lti);
  const deployment = await ensureDeployment(deps, lti);
  if (deployment?.status === 'revoked') return refuse('lti.deployment-revoked', lti);
  if (deployment?.status !== 'approved') {
    const waiting = { platform: platform.name, deployment: shorten(lti.deploymentId) };
    return { ...refuse('lti.deployment-unknown', lti), waiting };
  }
  const refused = checkRole(lti);
  if (refused !== undefined) return refused;
  const activity = await settleActivity(deps, lti);
  const [studyId = deployment.studyId, person, link, reviewed] = await Promise.all([
    findStudyOfPlace(storage, lti),
    ensurePerson(deps, lti),
    ensureResourceLink(deps, lti, activity),
    findReviewed(deps, lti),
  ]);
  const launch = buildLaunch(deps, lti, { person, link, reviewed, studyId, activity });
  // In parallel, so that both share a commit. A code whose launch is missing opens nothing.
  const [pageUrl] = await Promise.all([
    createPageUrl(deps, launch, { platformRef: platform.ref, browser }),
    storage.launches.insert(launch),
    noteStaff(deps, launch),
    noteGroups(storage, launch),
    wantNotices(deps, lti),
  ]);
  // Revoking sets the status first: it may have missed this launch.
  const isStillApproved = (await findDeployment(deps, lti))?.status === 'approved';
  return isStillApproved ? { ok: true, launch, pageUrl } : refuse('lti.deployment-revoked', lti);
}

function shorten(deploymentId: string): string {
  return deploymentId.length > deploymentLength
    ? `${deploymentId.slice(0, deploymentLength)}…`
    : deploymentId;
}

/** Only staff may choose activities. Staff and the person concerned may see work. */
function checkRole(lti: LtiLaunch): Refusal | undefined {
  if (lti.role === 'staff') return undefined;
  if (lti.message === 'deep-linking') return refuse('lti.selection-not-allowed', lti);
  const others = lti.message === 'submission-review' && lti.reviewedSubject !== lti.subject;
  return others ? refuse('lti.review-not-allowed', lti) : undefined;
}

/** Maps LMS locales (`fr_ca`, `en-US`, `pt_br`); French by default. */
export function readLanguage(locale: string | null): Language {
  return /^en(?:[-_]|$)/i.test(locale ?? '') ? 'en' : 'fr';
}

/** Called for verified messages only, so strangers can't add pending rows. */
async function ensureDeployment(
  { storage, clock }: AcceptDeps,
  lti: LtiLaunch,
): Promise<Deployment | undefined> {
  const { organisationId, platformId, registrationId, deploymentId } = lti;
  const known = await findDeployment({ storage }, lti);
  if (known !== undefined) return known;
  const [study] = await storage.studies.list(organisationId, { limit: 1 });
  if (study === undefined) return undefined;
  return storage.platforms.ensureDeployment({
    organisationId,
    platformId,
    registrationId,
    deploymentId,
    status: 'pending',
    studyId: study.id,
    createdAt: clock(),
  });
}

function findDeployment(
  { storage }: Pick<AcceptDeps, 'storage'>,
  { organisationId, registrationId, deploymentId }: LtiLaunch,
): Promise<Deployment | undefined> {
  return storage.platforms.findDeployment(organisationId, registrationId, deploymentId);
}

async function ensurePerson(
  { storage, clock, randomId, createPersonKey }: AcceptDeps,
  lti: LtiLaunch,
): Promise<Person | null> {
  if (lti.subject === null) return null;
  const id = randomId();
  return storage.persons.ensure({
    id,
    organisationId: lti.organisationId,
    platformId: lti.platformId,
    deploymentId: lti.subjectScope,
    subject: lti.subject,
    sealedKey: createPersonKey(id),
    createdAt: clock(),
  });
}

/** Undefined if the person never came; creates no row for them. */
async function findReviewed({ storage }: AcceptDeps, lti: LtiLaunch): Promise<Person | undefined> {
  if (lti.reviewedSubject === null) return undefined;
  const { organisationId, platformId, subjectScope, reviewedSubject } = lti;
  return storage.persons.findBySubject({
    organisationId,
    platformId,
    deploymentId: subjectScope,
    subject: reviewedSubject,
  });
}

async function ensureResourceLink(
  { storage, clock, randomId }: AcceptDeps,
  lti: LtiLaunch,
  { grade, settings }: Settled,
): Promise<ResourceLink | null> {
  if (lti.resourceLink === null) return null;
  return storage.resourceLinks.ensure({
    id: randomId(),
    organisationId: lti.organisationId,
    platformId: lti.platformId,
    deploymentId: lti.deploymentId,
    contextId: lti.context?.id ?? '',
    resourceLinkId: lti.resourceLink.id,
    title: lti.resourceLink.title,
    grade,
    // A review may lack the activity's parameters.
    settings: lti.message === 'resource-link' ? settings : null,
    columnUrl: null,
    updatedAt: clock(),
  });
}

/** Groups that only the course list tells are noted when staff ask for it. */
async function noteGroups({ groups }: Pick<Storage, 'groups'>, launch: Launch): Promise<void> {
  const { organisationId, resourceLinkId, personId, groupAccess, role } = launch;
  if (groupAccess === null || resourceLinkId === null || personId === null) return;
  const { own } = groupAccess;
  if (role === 'learner' && own === null) return;
  const staffReach = own === null && groupAccess.reach === 'own' ? 'ask' : groupAccess.reach;
  await groups.put({
    organisationId,
    resourceLinkId,
    personId,
    groupIds: own ?? [],
    reach: role === 'staff' ? staffReach : 'own',
    askedAt: 0,
  });
}

/** Staff read their own language, players the activity's. */
function chooseLanguage(
  { role, locale }: Pick<LtiLaunch, 'role' | 'locale'>,
  settings: ActivitySettings,
): Language {
  const own = readLanguage(locale);
  return role === 'staff' ? own : (settings.language ?? own);
}

function buildLaunch(
  { clock, randomId }: AcceptDeps,
  lti: LtiLaunch,
  rows: {
    readonly person: Person | null;
    readonly link: ResourceLink | null;
    readonly reviewed: Person | undefined;
    readonly studyId: string;
    readonly activity: Settled;
  },
): Launch {
  const { settings } = rows.activity;
  return {
    id: randomId(),
    organisationId: lti.organisationId,
    platformId: lti.platformId,
    registrationId: lti.registrationId,
    deploymentId: lti.deploymentId,
    studyId: rows.studyId,
    message: lti.message,
    personId: rows.person?.id ?? null,
    resourceLinkId: rows.link?.id ?? null,
    contextId: lti.context?.id ?? '',
    // Without a known role, no grade is sent (lti/launch/launch.ts gives no line item).
    role: lti.role === 'staff' ? 'staff' : 'learner',
    testUser: lti.testUser,
    // A test person is the LMS's preview of a learner.
    practice: lti.testUser,
    language: chooseLanguage(lti, settings),
    documentTarget: lti.documentTarget,
    returnUrl: lti.returnUrl,
    lineItemUrl: lti.lineItemUrl,
    lineItemsUrl: lti.lineItemsUrl,
    membershipsUrl: lti.membershipsUrl,
    family: lti.family,
    settings,
    selection: lti.selection && { ...lti.selection, grade: readGradeKind(lti.custom) },
    groupAccess: lti.groups,
    reviewedPersonId: rows.reviewed?.id ?? null,
    createdAt: clock(),
  };
}
