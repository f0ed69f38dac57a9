/**
 * An accepted launch becomes rows (person, activity, launch) and a one-time code; the browser then goes to the
 * page of its role. It knows nothing of tokens or HTTP.
 */
import { createHash } from 'node:crypto';
import { refuse } from '../../lti/codes.ts';
import type { Refusal } from '../../lti/codes.ts';
import type { LtiLaunch } from '../../lti/launch.ts';
import type { Language } from '../../scenarios/world/types.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { Person } from '../storage/ports/persons.ts';
import type { Deployment } from '../storage/ports/platforms.ts';
import type { ResourceLink } from '../storage/ports/resource-links.ts';
import type { Storage } from '../storage/ports/storage.ts';

/** The code travels in the address's fragment and is swapped at once. */
const codeLifeMs = 60_000;

export interface AcceptDeps {
  readonly storage: Pick<
    Storage,
    'launches' | 'persons' | 'platforms' | 'resourceLinks' | 'sessions' | 'studies'
  >;
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly randomId: () => string;
  /** 32 random bytes as base64url. */
  readonly randomToken: () => string;
  /** A new random key for this person's personal texts, wrapped. */
  readonly createPersonKey: (personId: string) => string;
}

export interface Accepted {
  readonly ok: true;
  /** Where the browser goes, the code in its fragment. */
  readonly pageUrl: string;
  readonly launch: Launch;
}

/** Stores what the launch said. An unknown deployment is kept as pending and refused. */
export async function acceptLaunch(deps: AcceptDeps, lti: LtiLaunch): Promise<Accepted | Refusal> {
  const { storage } = deps;
  const deployment = await ensureDeployment(deps, lti);
  if (deployment?.status !== 'approved') return refuse('lti.deployment-unknown', { locale: lti.locale });
  const platform = await storage.platforms.find(lti.organisationId, lti.platformId);
  if (platform === undefined) return refuse('lti.platform-unknown', { locale: lti.locale });
  const [person, link] = await Promise.all([
    storage.persons.ensure(buildPerson(deps, lti)),
    storage.resourceLinks.ensure(buildResourceLink(deps, lti)),
  ]);
  const launch = buildLaunch(deps, lti, { person, link, deployment });
  await storage.launches.insert(launch);
  const code = deps.randomToken();
  await storage.sessions.insertCode({
    codeHash: createHash('sha256').update(code).digest('base64url'),
    organisationId: launch.organisationId,
    launchId: launch.id,
    expiresAt: deps.clock() + codeLifeMs,
  });
  const page = launch.role === 'staff' ? 'teach' : 'play';
  const pageUrl = new URL(`/${page}/${encodeURIComponent(platform.ref)}`, deps.publicUrl);
  pageUrl.hash = `code=${code}`;
  return { ok: true, pageUrl: pageUrl.href, launch };
}

/** LMS locales (`fr_ca`, `en-US`, `pt_br`) become one of ours; French where it is neither. */
export function readLanguage(locale: string | null): Language {
  return /^en(?:[-_]|$)/i.test(locale ?? '') ? 'en' : 'fr';
}

/** The known deployment, or a new pending row: only a verified message of the platform comes this far. */
async function ensureDeployment(
  { storage, clock }: AcceptDeps,
  lti: LtiLaunch,
): Promise<Deployment | undefined> {
  const { organisationId, platformId, registrationId, deploymentId } = lti;
  const known = await storage.platforms.findDeployment(organisationId, registrationId, deploymentId);
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

function buildPerson({ clock, randomId, createPersonKey }: AcceptDeps, lti: LtiLaunch): Person {
  const id = randomId();
  return {
    id,
    organisationId: lti.organisationId,
    platformId: lti.platformId,
    deploymentId: lti.subjectScope,
    subject: lti.subject,
    sealedKey: createPersonKey(id),
    createdAt: clock(),
  };
}

function buildResourceLink({ clock, randomId }: AcceptDeps, lti: LtiLaunch): ResourceLink {
  return {
    id: randomId(),
    organisationId: lti.organisationId,
    platformId: lti.platformId,
    deploymentId: lti.deploymentId,
    contextId: lti.context?.id ?? '',
    resourceLinkId: lti.resourceLink.id,
    title: lti.resourceLink.title,
    updatedAt: clock(),
  };
}

function buildLaunch(
  { clock, randomId }: AcceptDeps,
  lti: LtiLaunch,
  rows: { readonly person: Person; readonly link: ResourceLink; readonly deployment: Deployment },
): Launch {
  return {
    id: randomId(),
    organisationId: lti.organisationId,
    platformId: lti.platformId,
    registrationId: lti.registrationId,
    deploymentId: lti.deploymentId,
    studyId: rows.deployment.studyId,
    personId: rows.person.id,
    resourceLinkId: rows.link.id,
    // Someone without a known role may play, and no grade goes anywhere (lti/launch.ts gives no line item).
    role: lti.role === 'staff' ? 'staff' : 'learner',
    testUser: lti.testUser,
    language: readLanguage(lti.locale),
    documentTarget: lti.documentTarget,
    returnUrl: lti.returnUrl,
    lineItemUrl: lti.lineItemUrl,
    createdAt: clock(),
  };
}
