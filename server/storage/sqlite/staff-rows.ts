import type { GroupSettings, GroupSettingsPort } from '../ports/group-settings.ts';
import type { PersonSettings, PersonSettingsPort } from '../ports/person-settings.ts';
import type { StaffNote, StaffNotesPort } from '../ports/staff-notes.ts';
import { groupSettingsRow, personSettingsRow } from '../shapes/persons.ts';
import { staffNoteRow } from '../shapes/reports.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, createRevisionWriter, flag, json, sqlParams } from './rows.ts';

export const storedSettings = personSettingsRow.extend({
  withHelper: flag,
  isStaff: flag,
  accessNeeds: json(personSettingsRow.shape.accessNeeds),
});

export function createPersonSettings(database: SqliteDatabase): PersonSettingsPort {
  const own = database.query<PersonSettings>(
    storedSettings,
    `SELECT * FROM personSettings WHERE organisationId = @organisationId AND resourceLinkId = @resourceLinkId
     AND personId = @personId`,
  );
  const columns = ['withHelper', 'accessNeeds', 'form', 'attemptsUpTo', 'isStaff', 'revision', 'updatedAt'];
  const write = createRevisionWriter(database, 'personSettings', {
    key: ['organisationId', 'resourceLinkId', 'personId'],
    columns,
  });
  return {
    find: (organisationId, resourceLinkId, personId) =>
      answer(() => own.find({ organisationId, resourceLinkId, personId })),
    put: (settings) => database.write(() => write(sqlParams(settings))),
  };
}

export const storedGroupSettings = groupSettingsRow.extend({
  withHelper: flag,
  accessNeeds: json(groupSettingsRow.shape.accessNeeds),
});

export function createGroupSettings(database: SqliteDatabase): GroupSettingsPort {
  const ofLink = 'organisationId = @organisationId AND resourceLinkId = @resourceLinkId';
  const own = database.query<GroupSettings>(
    storedGroupSettings,
    `SELECT * FROM groupSettings WHERE ${ofLink} AND groupId = @groupId`,
  );
  const page = database.query<GroupSettings>(
    storedGroupSettings,
    `SELECT * FROM groupSettings WHERE ${ofLink} AND groupId > @after ORDER BY groupId LIMIT @limit`,
  );
  const write = createRevisionWriter(database, 'groupSettings', {
    key: ['organisationId', 'resourceLinkId', 'groupId'],
    columns: ['withHelper', 'accessNeeds', 'extraAttempts', 'revision', 'updatedAt'],
  });
  return {
    find: (organisationId, resourceLinkId, groupId) =>
      answer(() => own.find({ organisationId, resourceLinkId, groupId })),
    listByResourceLink: (organisationId, resourceLinkId, { limit, after = '' }) =>
      answer(() => page.list({ organisationId, resourceLinkId, limit, after })),
    put: (settings) => database.write(() => write(sqlParams(settings))),
  };
}

export function createStaffNotes(database: SqliteDatabase): StaffNotesPort {
  const own = database.query<StaffNote>(
    staffNoteRow,
    `SELECT * FROM staffNotes WHERE organisationId = @organisationId AND attemptId = @attemptId AND kind = @kind`,
  );
  const write = createRevisionWriter(database, 'staffNotes', {
    key: ['organisationId', 'attemptId', 'kind'],
    columns: ['personId', 'sealedText', 'revision', 'updatedAt'],
  });
  return {
    find: (organisationId, attemptId, kind) => answer(() => own.find({ organisationId, attemptId, kind })),
    put: (note) => database.write(() => write(sqlParams(note))),
  };
}
