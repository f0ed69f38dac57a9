import type { GroupSettingsPort } from '../ports/group-settings.ts';
import type { PersonSettingsPort } from '../ports/person-settings.ts';
import type { StaffNotesPort } from '../ports/staff-notes.ts';
import { groupSettingsRow, personSettingsRow } from '../shapes/persons.ts';
import { staffNoteRow } from '../shapes/reports.ts';
import { above } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { putRevision } from './rows.ts';
import { groupSettings, personSettings, staffNotes } from './schemas/attempts.ts';
import { keyOf } from './schemas/define-collection.ts';

export function createPersonSettings(database: MongoDatabase): PersonSettingsPort {
  const rows = database.collection(personSettings, personSettingsRow);
  return {
    find: (organisationId, resourceLinkId, personId) =>
      rows.find({ _id: keyOf(personSettings, { organisationId, resourceLinkId, personId }) }),
    put: (settings) =>
      putRevision(rows, keyOf(personSettings, settings), {
        ...settings,
        accessNeeds: [...settings.accessNeeds],
      }),
  };
}

export function createGroupSettings(database: MongoDatabase): GroupSettingsPort {
  const rows = database.collection(groupSettings, groupSettingsRow);
  return {
    find: (organisationId, resourceLinkId, groupId) =>
      rows.find({ _id: keyOf(groupSettings, { organisationId, resourceLinkId, groupId }) }),
    listByResourceLink: (organisationId, resourceLinkId, { limit, after = '' }) =>
      rows.list({ organisationId, resourceLinkId, groupId: above(after) }, { groupId: 1 }, limit),
    put: (settings) =>
      putRevision(rows, keyOf(groupSettings, settings), {
        ...settings,
        accessNeeds: [...settings.accessNeeds],
      }),
  };
}

export function createStaffNotes(database: MongoDatabase): StaffNotesPort {
  const rows = database.collection(staffNotes, staffNoteRow);
  return {
    find: (organisationId, attemptId, kind) =>
      rows.find({ _id: keyOf(staffNotes, { organisationId, attemptId, kind }) }),
    put: (note) => putRevision(rows, keyOf(staffNotes, note), note),
  };
}
