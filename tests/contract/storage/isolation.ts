/** No call with an organisation's id finds or changes anything of another. */
import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { sampleGroupSettings, sampleNote, sampleSettings } from './staff-rows.ts';
import type { Subject } from '../storage.contract.ts';
import {
  createAttempt,
  refOf,
  sampleAppend,
  sampleAttempt,
  sampleDestination,
  sampleGrade,
  sampleOutcome,
  sampleStatement,
} from './sample-attempts.ts';
import {
  org,
  sampleComfort,
  sampleBackground,
  sampleConsent,
  sampleDeployment,
  sampleLaunch,
  sampleLink,
  sampleMembership,
  samplePerson,
  samplePlatform,
  sampleRegistration,
  sampleSession,
} from './sample-rows.ts';
import { sampleResourceList, sampleReviewRequest } from './sample-reports.ts';
import { samplePlace, sampleTexts } from './study-texts.ts';

const stranger = 'organisation-b';

async function fill(storage: Storage): Promise<void> {
  await storage.studies.insert({
    id: 'study-1',
    organisationId: org,
    name: 'é',
    sealedKey: 'k',
    createdAt: 1,
  });
  await storage.studyTexts.insert(sampleTexts());
  await storage.studyPlaces.put(samplePlace());
  await storage.platforms.insert(samplePlatform());
  await storage.platforms.insertRegistration(sampleRegistration());
  await storage.platforms.ensureDeployment(sampleDeployment());
  await storage.persons.ensure(samplePerson());
  await storage.resourceLinks.ensure(sampleLink());
  await storage.launches.insert(sampleLaunch());
  await storage.sessions.insert(sampleSession());
  const gradeIntents = [sampleGrade(sampleAttempt())];
  await createAttempt(storage, {}, 1, { gradeIntents, entries: [sampleOutcome(1)] });
  await storage.personSettings.put(sampleSettings());
  await storage.comfort.put(sampleComfort());
  await storage.consents.put(sampleConsent());
  await storage.backgrounds.put(sampleBackground());
  await storage.groups.put(sampleMembership());
  await storage.groupSettings.put(sampleGroupSettings());
  await storage.staffNotes.put(sampleNote());
  await storage.grades.collect(10);
  await storage.destinations.put(sampleDestination());
  await storage.deliveries.enqueueNew(sampleDestination(), 10);
  await storage.reviewRequests.ask(sampleReviewRequest());
  await storage.resources.replace(sampleResourceList());
}

/** Every reading call of the ports that names an organisation. */
function reads({ studies, platforms, persons, resourceLinks, launches, attempts, ...rest }: Storage) {
  const page = { fromSeq: 1, limit: 10 };
  return {
    study: (as: string) => studies.find(as, 'study-1'),
    studyKey: (as: string) => studies.findKey(as, 'study-1'),
    studies: (as: string) => studies.list(as, { limit: 10 }),
    studyTexts: (as: string) => rest.studyTexts.findLatest(as, 'study-1'),
    allStudyTexts: (as: string) => rest.studyTexts.list(as, 'study-1', 10),
    studyPlace: (as: string) => rest.studyPlaces.find(as, samplePlace().place),
    studyPlaces: (as: string) => rest.studyPlaces.listByStudy(as, 'study-1', 10),
    platform: (as: string) => platforms.find(as, 'platform-1'),
    platforms: (as: string) => platforms.list(as, { limit: 10 }),
    registration: (as: string) => platforms.findRegistration(as, 'registration-1'),
    registrations: (as: string) => platforms.listRegistrations(as, 'platform-1'),
    deployment: (as: string) => platforms.findDeployment(as, 'registration-1', '1'),
    deployments: (as: string) => platforms.listDeployments(as, 'platform-1', { limit: 10 }),
    person: (as: string) => persons.find(as, 'person-1'),
    personKey: (as: string) => persons.findKey(as, 'person-1'),
    personBySubject: (as: string) => persons.findBySubject({ ...samplePerson(), organisationId: as }),
    resourceLink: (as: string) => resourceLinks.find(as, 'link-1'),
    resourceLinksOfTitle: (as: string) => resourceLinks.listByTitle(sampleLink({ organisationId: as }), 10),
    launch: (as: string) => launches.find(as, 'launch-1'),
    attempt: (as: string) => attempts.find(as, 'attempt-1'),
    latestAttempt: (as: string) => attempts.findLatest(as, 'person-1', 'link-1', false),
    attemptsOfLink: (as: string) => attempts.listByResourceLink(as, 'link-1', { limit: 10 }),
    attemptsOfStudy: (as: string) => attempts.listByStudy(as, 'study-1', { limit: 10 }),
    entries: (as: string) => attempts.listEntries(as, 'attempt-1', page),
    outcomes: (as: string) => attempts.listOutcomes(as, 'attempt-1', page),
    statements: (as: string) => attempts.listStatements(as, 'attempt-1', page),
    personSettings: (as: string) => rest.personSettings.find(as, 'link-1', 'person-1'),
    consent: (as: string) => rest.consents.find(as, 'study-1', 'person-1'),
    background: (as: string) => rest.backgrounds.find(as, 'study-1', 'person-1'),
    attemptsOfPerson: (as: string) => attempts.listOfPerson(as, 'study-1', 'person-1', 10),
    comfort: (as: string) => rest.comfort.find(as, 'person-1'),
    groupMembership: (as: string) => rest.groups.find(as, 'link-1', 'person-1'),
    groupMembershipsOfLink: (as: string) => rest.groups.listByResourceLink(as, 'link-1', { limit: 10 }),
    groupSettings: (as: string) => rest.groupSettings.find(as, 'link-1', '31'),
    groupSettingsOfLink: (as: string) => rest.groupSettings.listByResourceLink(as, 'link-1', { limit: 10 }),
    staffNote: (as: string) => rest.staffNotes.find(as, 'attempt-1', 'level'),
    destination: (as: string) => rest.destinations.find(as, 'destination-1'),
    grade: (as: string) => rest.grades.findByAttempt(as, 'attempt-1'),
    gradesOfAttempt: (as: string) => rest.grades.listByAttempt(as, 'attempt-1'),
    gradesOfLink: (as: string) => rest.grades.listByResourceLink(as, 'link-1', { limit: 10 }),
    grades: (as: string) => rest.grades.list(as, { states: ['pending'], limit: 10 }),
    reviewRequest: (as: string) => rest.reviewRequests.find(as, 'request-1'),
    openReviewRequest: (as: string) => rest.reviewRequests.findOpen(as, 'attempt-1'),
    reviewRequestsOfAttempt: (as: string) =>
      rest.reviewRequests.listByAttempt(as, 'attempt-1', { limit: 10 }),
    reviewRequestsOfLink: (as: string) =>
      rest.reviewRequests.listOpenByResourceLink(as, 'link-1', { limit: 10 }),
    resources: (as: string) => rest.resources.find(as),
    pendingGrades: async (as: string) => (await rest.grades.count(as)).pending || undefined,
    pending: async (as: string) => (await rest.deliveries.summary(as, 'destination-1')).pending || undefined,
  } satisfies Record<string, (as: string) => Promise<unknown>>;
}

const nothing: unknown = expect.toSatisfy(
  (found: unknown) => found === undefined || (Array.isArray(found) && found.length === 0),
);

export function isolationContract(current: () => Subject): void {
  describe('isolation of organisations', () => {
    it('finds rows under their own organisation only', async () => {
      const { storage } = current();
      await fill(storage);
      for (const [what, read] of Object.entries(reads(storage))) {
        expect(await read(org), what).not.toEqual(nothing);
        expect(await read(stranger), what).toEqual(nothing);
      }
    });

    it('changes nothing of another organisation', async () => {
      const { storage } = current();
      await fill(storage);
      const before = await everything(storage);
      const foreign = sampleAppend(sampleAttempt({ organisationId: stranger }), 1, 1);
      expect(await storage.attempts.append(foreign)).toBe(false);
      await storage.personSettings.put(sampleSettings({ organisationId: stranger, revision: 2 }));
      await storage.comfort.put(sampleComfort({ organisationId: stranger, revision: 2 }));
      expect(await storage.consents.put(sampleConsent({ organisationId: stranger, revision: 2 }))).toBe(
        false,
      );
      const foreignBackground = sampleBackground({ organisationId: stranger, revision: 2 });
      expect(await storage.backgrounds.put(foreignBackground)).toBe(false);
      expect(await storage.backgrounds.remove(stranger, 'study-1/person-1')).toBe(false);
      expect(await storage.attempts.setResearch(stranger, 'attempt-1', 'given')).toBe(false);
      await storage.groups.put(sampleMembership({ organisationId: stranger, groupIds: ['99'] }));
      const foreignGroup = { organisationId: stranger, revision: 2, extraAttempts: 9 };
      await storage.groupSettings.put(sampleGroupSettings(foreignGroup));
      await storage.staffNotes.put(sampleNote({ organisationId: stranger, revision: 2 }));
      await storage.sessions.revoke(stranger, 'session-1');
      await storage.sessions.revokeOfLaunch(stranger, 'launch-1');
      const rotated = sampleSession({ organisationId: stranger, accessHash: 'x', refreshHash: 'y' });
      expect(await storage.sessions.rotate('refresh-1', rotated)).toBe(false);
      expect(await storage.platforms.setRegistrationActive(stranger, 'registration-1', false)).toBe(false);
      expect(await storage.platforms.setDeploymentStatus(stranger, 'registration-1', '1', 'revoked')).toBe(
        false,
      );
      const reply = { sealedAnswer: 'x', answeredAt: 2 };
      expect(await storage.reviewRequests.answer(stranger, 'request-1', reply)).toBe(false);
      expect(await storage.reviewRequests.addText(stranger, 'request-1', 'text')).toBeUndefined();
      expect(await storage.resources.remove(stranger)).toBe(false);
      await storage.destinations.update(stranger, 'destination-1', { status: 'paused' });
      await expect(
        storage.destinations.put(sampleDestination({ organisationId: stranger, tier: 1 })),
      ).rejects.toMatchObject({ code: 'storage.duplicate' });
      expect(await everything(storage)).toEqual(before);
    });

    it('does not let another organisation enqueue, lease, settle or release', async () => {
      const { storage } = current();
      await fill(storage);
      const place = { destinationId: 'destination-1', holder: 'one', now: 10, until: 20 };
      const lease = { ...place, purpose: 'operational', limit: 10, maxBytes: 10_000 } as const;
      const foreign = sampleDestination({ id: 'destination-2', organisationId: stranger });
      expect(await storage.deliveries.enqueueNew(foreign, 10)).toBe(0);
      expect(await storage.deliveries.lease({ ...lease, organisationId: stranger })).toEqual([]);
      expect(await storage.deliveries.lease({ ...lease, organisationId: org })).toHaveLength(1);
      const ref = refOf(sampleStatement(sampleAttempt(), 1));
      const settled = { ...ref, state: 'sent', nextAt: 0, lastError: '', tried: true } as const;
      await storage.deliveries.settle(stranger, 'destination-1', 'one', [settled]);
      expect(await storage.deliveries.summary(org, 'destination-1')).toMatchObject({ pending: 1, sent: 0 });
      const due = { holder: 'one', now: 10, until: 20, limit: 10, minGapMs: 0 };
      const [grade] = await storage.grades.lease(due);
      const sent = { state: 'sent', nextAt: 0, sentAt: 5, lastError: '' } as const;
      const post = { lastPostAt: 5, takenAttemptId: 'attempt-1', shownScore: null };
      await storage.grades.settle(stranger, grade?.id ?? '', 'one', { ...sent, ...post });
      expect(await storage.grades.findByAttempt(org, 'attempt-1')).toMatchObject({ state: 'pending' });
      await storage.grades.release(stranger, grade?.id ?? '', 'one');
      expect(await storage.grades.lease({ ...due, holder: 'two' })).toEqual([]);
    });

    it('creates separate persons, links and attempts when two organisations use the same names', async () => {
      const { storage } = current();
      await fill(storage);
      const theirs = { organisationId: stranger };
      const person = samplePerson({ ...theirs, id: 'person-b' });
      expect(await storage.persons.ensure(person)).toEqual(person);
      const link = sampleLink({ ...theirs, id: 'link-b' });
      expect(await storage.resourceLinks.ensure(link)).toEqual(link);
      const deployment = sampleDeployment({ ...theirs, studyId: 'study-b' });
      expect(await storage.platforms.ensureDeployment(deployment)).toEqual(deployment);
      const attempt = await createAttempt(storage, { ...theirs, id: 'attempt-b' });
      expect((await storage.attempts.find(stranger, 'attempt-b'))?.attempt).toEqual(attempt);
    });
  });
}

async function everything(storage: Storage): Promise<unknown[]> {
  const found = Object.values(reads(storage)).map((read): Promise<unknown> => read(org));
  return Promise.all([...found, storage.sessions.findByRefresh('refresh-1')]);
}
