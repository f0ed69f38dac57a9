import { z } from 'zod';
import type { PersonSettingsPort } from '../ports/person-settings.ts';
import type { StaffNotesPort } from '../ports/staff-notes.ts';
import { staffNoteRow } from '../shapes/reports.ts';
import { accessNeed } from '../shapes/values.ts';
import type { Collection, MongoDatabase } from './database.ts';
import { insertIfFree, jointKey } from './rows.ts';

const settingsRow = z.object({
  organisationId: z.string(),
  resourceLinkId: z.string(),
  personId: z.string(),
  withHelper: z.boolean(),
  accessNeeds: z.array(accessNeed),
  form: z.string().nullable(),
  attemptsUpTo: z.number(),
  revision: z.number(),
  updatedAt: z.number(),
});

export function createPersonSettings(database: MongoDatabase): PersonSettingsPort {
  const key = (
    row: Pick<z.infer<typeof settingsRow>, 'organisationId' | 'resourceLinkId' | 'personId'>,
  ): string => jointKey(row.organisationId, row.resourceLinkId, row.personId);
  const rows = database.collection({ name: 'personSettings', row: settingsRow, key });
  return {
    find: (organisationId, resourceLinkId, personId) =>
      rows.find({ _id: key({ organisationId, resourceLinkId, personId }) }),
    put: (settings) =>
      putRevision(rows, key(settings), { ...settings, accessNeeds: [...settings.accessNeeds] }),
  };
}

export function createStaffNotes(database: MongoDatabase): StaffNotesPort {
  const key = (row: Pick<z.infer<typeof staffNoteRow>, 'organisationId' | 'attemptId' | 'kind'>): string =>
    jointKey(row.organisationId, row.attemptId, row.kind);
  const rows = database.collection({ name: 'staffNotes', row: staffNoteRow, key });
  return {
    find: (organisationId, attemptId, kind) => rows.find({ _id: key({ organisationId, attemptId, kind }) }),
    put: (note) => putRevision(rows, key(note), note),
  };
}

/** Inserts revision 1, or replaces the revision before. */
async function putRevision<Row extends { readonly revision: number }>(
  rows: Collection<Row>,
  key: string,
  row: Row,
): Promise<boolean> {
  if (row.revision === 1) return insertIfFree(rows, row);
  return (await rows.change({ _id: key, revision: row.revision - 1 }, { $set: row })) > 0;
}
