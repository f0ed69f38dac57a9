/**
 * Each call changes one document, or may stop between two without harm. Uniqueness needs a unique index; what
 * only one caller may do is a `changeOne` or `take` whose condition no longer matches afterwards.
 */
import { randomUUID } from 'node:crypto';
import type { Storage } from '../ports/storage.ts';
import { createAttempts } from './attempts.ts';
import { openDatabase, type MongoDatabase } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createDestinations } from './destinations.ts';
import { createErasedList } from './erased-list.ts';
import { createErasures } from './erasures.ts';
import { storeLeftBatches } from './store-batch.ts';
import { createGrades, openGrades } from './grades.ts';
import { key, migrate, openSchema } from './migrate.ts';
import { createGroups } from './groups.ts';
import { migrations } from './migrations/list.ts';
import { createAudit } from './audit.ts';
import { createComfort } from './comfort.ts';
import { createBackgrounds } from './backgrounds.ts';
import { createConsents } from './consents.ts';
import { createInvitations } from './invitations.ts';
import { createLaunches, createLoginStates } from './launches.ts';
import { createLtiRows } from './lti-rows.ts';
import { createOrganisations, createStudies } from './organisations.ts';
import { createStudyPlaces, createStudyTexts } from './study-texts.ts';
import { openAttemptCollections } from './open-attempt-collections.ts';
import { createPersonRows } from './person-rows.ts';
import { createPersons, createResourceLinks } from './persons.ts';
import { createPlatforms } from './platforms.ts';
import { createResources } from './resources.ts';
import { createReviewRequests } from './review-requests.ts';
import { checkAtomicity } from './self-test.ts';
import { createSessions } from './sessions.ts';
import { createGroupSettings, createPersonSettings, createStaffNotes } from './staff-rows.ts';
import { createVoidings } from './voidings.ts';

interface StorageLog {
  info(details: object, message: string): void;
}

/** @throws AppError storage.unavailable; `reason` as openDatabase, migrate or checkAtomicity */
export async function openMongoStorage(options: { url: string; log?: StorageLog }): Promise<Storage> {
  const database = await openDatabase(options.url);
  try {
    const { from, to } = await migrate(database, { migrations, holder: randomUUID() });
    if (from !== to) options.log?.info({ from, to }, 'storage.migrated');
    await checkAtomicity(openSchema(database), key);
    return createStorage(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function createStorage(database: MongoDatabase): Storage {
  const grades = openGrades(database);
  const attemptCollections = openAttemptCollections(database, grades);
  return {
    organisations: createOrganisations(database),
    studies: createStudies(database),
    studyTexts: createStudyTexts(database),
    studyPlaces: createStudyPlaces(database),
    platforms: createPlatforms(database),
    persons: createPersons(database),
    personRows: createPersonRows(database, attemptCollections),
    personSettings: createPersonSettings(database),
    comfort: createComfort(database),
    consents: createConsents(database),
    backgrounds: createBackgrounds(database),
    groups: createGroups(database),
    groupSettings: createGroupSettings(database),
    staffNotes: createStaffNotes(database),
    resourceLinks: createResourceLinks(database),
    loginStates: createLoginStates(database),
    launches: createLaunches(database),
    invitations: createInvitations(database),
    audit: createAudit(database),
    sessions: createSessions(database),
    reviewRequests: createReviewRequests(database),
    resources: createResources(database),
    erasures: createErasures(database, attemptCollections),
    voidings: createVoidings(database),
    erasedList: createErasedList(database),
    ltiRows: createLtiRows(database),
    attempts: createAttempts(attemptCollections),
    destinations: createDestinations(database),
    deliveries: createDeliveries(attemptCollections),
    grades: createGrades(grades, (limit) => storeLeftBatches(attemptCollections, limit)),
    ping: () => database.ping(),
    close: () => database.close(),
  };
}
