import { z } from 'zod';
import type { PersonSettings, PersonSettingsPort } from '../ports/person-settings.ts';
import type { StaffNote, StaffNotesPort } from '../ports/staff-notes.ts';
import { staffNoteRow } from '../shapes/reports.ts';
import type { SqliteDatabase } from './database.ts';
import { accessNeed } from '../shapes/values.ts';
import { answer, flag, insertInto, json } from './rows.ts';

export const settingsRow = z.object({
  organisationId: z.string(),
  resourceLinkId: z.string(),
  personId: z.string(),
  withHelper: flag,
  accessNeeds: json(z.array(accessNeed)),
  form: z.string().nullable(),
  attemptsUpTo: z.number(),
  revision: z.number(),
  updatedAt: z.number(),
});

export function createPersonSettings(database: SqliteDatabase): PersonSettingsPort {
  const own = database.query<PersonSettings>(
    settingsRow,
    `SELECT * FROM personSettings WHERE organisationId = @organisationId AND resourceLinkId = @resourceLinkId
     AND personId = @personId`,
  );
  const columns = ['withHelper', 'accessNeeds', 'form', 'attemptsUpTo', 'revision', 'updatedAt'];
  const write = createRevisionWriter(database, 'personSettings', {
    key: ['organisationId', 'resourceLinkId', 'personId'],
    columns,
  });
  return {
    find: (organisationId, resourceLinkId, personId) =>
      answer(() => own.find({ organisationId, resourceLinkId, personId })),
    put: (settings) =>
      database.write(() =>
        write({
          ...settings,
          withHelper: Number(settings.withHelper),
          accessNeeds: JSON.stringify(settings.accessNeeds),
        }),
      ),
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
    put: (note) => database.write(() => write({ ...note })),
  };
}

/** Inserts revision 1 or replaces the previous one; returns whether a row was written. */
function createRevisionWriter(
  database: SqliteDatabase,
  table: string,
  { key, columns }: { readonly key: readonly string[]; readonly columns: readonly string[] },
): (row: Readonly<Record<string, string | number | null>>) => boolean {
  const insert = database.command(`${insertInto(table, [...key, ...columns])} ON CONFLICT DO NOTHING`);
  const replace = database.command(
    `UPDATE ${table} SET ${columns.map((name) => `${name} = @${name}`).join(', ')}
     WHERE ${key.map((name) => `${name} = @${name}`).join(' AND ')} AND revision = @revision - 1`,
  );
  return (row) => (row.revision === 1 ? insert(row) : replace(row)) > 0;
}
