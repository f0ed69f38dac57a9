import { statSync } from 'node:fs';
import { AppError } from '../../base/errors.ts';
import type { Storage } from '../ports/storage.ts';
import { createAudit } from './audit.ts';
import { createComfort } from './comfort.ts';
import { createBackgrounds } from './backgrounds.ts';
import { createConsents } from './consents.ts';
import { createInvitations } from './invitations.ts';
import { createAttempts } from './attempts.ts';
import { openDatabase, type SqliteDatabase } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createDestinations } from './destinations.ts';
import { createErasedList } from './erased-list.ts';
import { createErasures } from './erasures.ts';
import { createGrades } from './grades.ts';
import { createGroups } from './groups.ts';
import { createLaunches, createLoginStates } from './launches.ts';
import { createLtiRows } from './lti-rows.ts';
import { checkOwner, migrate } from './migrate.ts';
import { createOrganisations, createStudies } from './organisations.ts';
import { createStudyPlaces, createStudyTexts } from './study-texts.ts';
import { createPersonRows } from './person-rows.ts';
import { createPersons, createResourceLinks } from './persons.ts';
import { createPlatforms } from './platforms.ts';
import { createResources } from './resources.ts';
import { createReviewRequests } from './review-requests.ts';
import { answer } from './rows.ts';
import { createSessions } from './sessions.ts';
import { createGroupSettings, createPersonSettings, createStaffNotes } from './staff-rows.ts';
import { createVoidings } from './voidings.ts';
import { probeWrite } from './write-probe.ts';

export interface StorageLog {
  info(details: object, message: string): void;
}

/** Size above which checking every page would delay the start. */
const checkedBytes = 64 * 1024 * 1024;

/**
 * Creates the file if needed, and migrates it.
 * @throws AppError storage.unavailable; `reason` read-only, cannot-open, not-a-database, foreign-database,
 * newer-version (with `found` and `known`), corrupt, full, busy or input-output
 */
export function openSqliteStorage(options: { file: string; log?: StorageLog }): Promise<Storage> {
  return answer(() => {
    const database = openDatabase(options.file);
    try {
      prepareDatabase(database, options);
      return createStorage(database, options.file);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function prepareDatabase(database: SqliteDatabase, { file, log }: { file: string; log?: StorageLog }): void {
  // Before any write: foreign or newer files stay unchanged.
  checkOwner(database);
  if (statSync(file).size <= checkedBytes && database.getPragma('quick_check(1)') !== 'ok') {
    throw new AppError('storage.unavailable', { reason: 'corrupt' });
  }
  // FULL: an acknowledged write survives a power cut. secure_delete: erasing overwrites. Checkpoints every 16
  // MB, four times the default, save a fifth of an action's work. temp_store: no row goes to a temporary
  // file.
  database.execute(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
     PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = MEMORY`,
  );
  const { from, to } = migrate(database);
  if (from === to) return;
  // Frees the log, which a migration may fill.
  database.getPragma('wal_checkpoint(TRUNCATE)');
  log?.info({ from, to }, 'storage.migrated');
}

function createStorage(database: SqliteDatabase, file: string): Storage {
  return {
    organisations: createOrganisations(database),
    studies: createStudies(database),
    studyTexts: createStudyTexts(database),
    studyPlaces: createStudyPlaces(database),
    platforms: createPlatforms(database),
    persons: createPersons(database),
    personRows: createPersonRows(database),
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
    attempts: createAttempts(database),
    destinations: createDestinations(database),
    deliveries: createDeliveries(database),
    grades: createGrades(database),
    reviewRequests: createReviewRequests(database),
    resources: createResources(database),
    erasures: createErasures(database),
    voidings: createVoidings(database),
    erasedList: createErasedList(file),
    ltiRows: createLtiRows(database),
    ping: () => probeWrite(database, file),
    close: () =>
      answer(() => {
        database.close();
      }),
  };
}
