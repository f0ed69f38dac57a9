/** Who-is-who and launch rows with sensible values, for the storage contract: a test names only what it is about. */
import type { LoginState } from '../../../lti/launch/login.ts';
import type { Background } from '../../../server/storage/ports/backgrounds.ts';
import type { Consent } from '../../../server/storage/ports/consents.ts';
import type { Comfort } from '../../../server/storage/ports/comfort.ts';
import type { GroupMembership } from '../../../server/storage/ports/groups.ts';
import type { Launch } from '../../../server/storage/ports/launches.ts';
import type { Person } from '../../../server/storage/ports/persons.ts';
import type { Deployment, Platform, Registration } from '../../../server/storage/ports/platforms.ts';
import type { ResourceLink } from '../../../server/storage/ports/resource-links.ts';
import type { Session } from '../../../server/storage/ports/sessions.ts';

export const org = 'organisation-a';

export function samplePlatform(change: Partial<Platform> = {}): Platform {
  return {
    id: 'platform-1',
    organisationId: org,
    ref: 'ref-1',
    name: 'Cégep « Été »',
    origins: ['https://lms.example'],
    privateHosts: ['lms.intranet.example'],
    createdAt: 1,
    ...change,
  };
}

export function sampleRegistration(change: Partial<Registration> = {}): Registration {
  return {
    id: 'registration-1',
    organisationId: org,
    platformId: 'platform-1',
    issuer: 'https://lms.example',
    clientId: 'client-1',
    authorizationUrl: 'https://lms.example/auth',
    tokenUrl: 'https://lms.example/token',
    keySetUrl: 'https://lms.example/keys',
    family: 'sakai',
    active: true,
    createdAt: 1,
    ...change,
  };
}

export function sampleDeployment(change: Partial<Deployment> = {}): Deployment {
  return {
    organisationId: org,
    platformId: 'platform-1',
    registrationId: 'registration-1',
    deploymentId: '1',
    status: 'approved',
    studyId: 'study-1',
    createdAt: 1,
    ...change,
  };
}

export function samplePerson(change: Partial<Person> = {}): Person {
  return {
    id: 'person-1',
    organisationId: org,
    platformId: 'platform-1',
    deploymentId: '',
    subject: 'subject-1',
    sealedKey: 'sealed',
    createdAt: 1,
    ...change,
  };
}

export function sampleLink(change: Partial<ResourceLink> = {}): ResourceLink {
  return {
    id: 'link-1',
    organisationId: org,
    platformId: 'platform-1',
    deploymentId: '1',
    contextId: 'course-1',
    resourceLinkId: '17',
    title: 'Une journée de travail',
    grade: null,
    settings: null,
    columnUrl: null,
    updatedAt: 1,
    ...change,
  };
}

export function sampleLoginState(change: Partial<LoginState> = {}): LoginState {
  return {
    stateHash: 'state-1',
    nonce: 'nonce-1',
    organisationId: org,
    registrationId: 'registration-1',
    targetLinkUri: 'https://tool.example/lti/launch',
    browserHash: 'browser-1',
    storageTarget: '_parent',
    createdAt: 1_000,
    expiresAt: 2_000,
    ...change,
  };
}

export function sampleLaunch(change: Partial<Launch> = {}): Launch {
  return {
    id: 'launch-1',
    organisationId: org,
    platformId: 'platform-1',
    registrationId: 'registration-1',
    deploymentId: '1',
    studyId: 'study-1',
    message: 'resource-link',
    personId: 'person-1',
    resourceLinkId: 'link-1',
    contextId: 'course-1',
    role: 'learner',
    testUser: false,
    practice: false,
    language: 'fr',
    documentTarget: 'iframe',
    returnUrl: null,
    lineItemUrl: 'https://lms.example/items/1',
    lineItemsUrl: null,
    membershipsUrl: 'https://lms.example/members',
    family: 'moodle',
    settings: {
      form: null,
      scenes: ['s02-inbox'],
      attempts: 2,
      language: null,
      dimensionItems: false,
      activity: null,
    },
    selection: null,
    groupAccess: { own: ['12'], namesUrl: null, reach: 'own' },
    reviewedPersonId: null,
    createdAt: 1,
    ...change,
  };
}

export function sampleSession(change: Partial<Session> = {}): Session {
  return {
    id: 'session-1',
    organisationId: org,
    launchId: 'launch-1',
    accessHash: 'access-1',
    accessExpiresAt: 1_000,
    previousAccessHash: '',
    previousAccessExpiresAt: 0,
    refreshHash: 'refresh-1',
    previousRefreshHash: '',
    previousRefreshUntil: 0,
    idleExpiresAt: 5_000,
    absoluteExpiresAt: 9_000,
    revoked: false,
    ...change,
  };
}

export function sampleComfort(change: Partial<Comfort> = {}): Comfort {
  return {
    organisationId: org,
    personId: 'person-1',
    settings: { 'text-size': '200', contrast: 'high', motion: 'off', voice: 'on', 'voice-pace': 'slow' },
    revision: 1,
    updatedAt: 5,
    ...change,
  };
}

export function sampleMembership(change: Partial<GroupMembership> = {}): GroupMembership {
  return {
    organisationId: org,
    resourceLinkId: 'link-1',
    personId: 'person-1',
    groupIds: ['12', '7'],
    reach: 'own',
    askedAt: 0,
    ...change,
  };
}

export function sampleConsent(change: Partial<Consent> = {}): Consent {
  return {
    id: 'study-1/person-1',
    organisationId: org,
    studyId: 'study-1',
    personId: 'person-1',
    sealed: 'v1.sealed',
    revision: 1,
    ...change,
  };
}

export function sampleBackground(change: Partial<Background> = {}): Background {
  return { ...sampleConsent(), sealed: 'v1.background', ...change };
}
