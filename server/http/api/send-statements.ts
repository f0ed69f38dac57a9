import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { AppError } from '../../base/errors.ts';
import type { StatementsQuery } from '../../contract/export.ts';
import type { AuditDeps } from '../../records/audit.ts';
import { recordReading } from '../../records/readings.ts';
import type { StaffReach } from '../../reporting/reach.ts';
import { toLines } from '../../research/export-lines.ts';
import { countExported, exportStatements } from '../../research/export-statements.ts';
import type { StatementRow } from '../../storage/ports/attempts.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import { type ExportQuery, toExportQuery } from './export-query.ts';

interface StatementsDeps extends AuditDeps {
  readonly storage: Storage;
}

export async function sendStatements(
  deps: StatementsDeps & Parameters<typeof exportStatements>[0],
  launch: StaffReach,
  query: StatementsQuery,
  response: Response,
): Promise<void> {
  const { organisationId, resourceLinkId, personId } = launch;
  const asked = toExportQuery(query, await getTimeZone(deps, launch));
  const meantId = await findMeantPerson(deps, launch, asked);
  const { filters, attemptId, after } = asked;
  const of = { resourceLinkId, ...(attemptId === undefined ? {} : { attemptId }) };
  const scope = { organisationId, ...filters, of, sees: launch.reach.sees };
  await recordReading(deps, {
    organisationId,
    actor: `person:${personId}`,
    action: 'statements.exported',
    // Whoever is meant alone sees it among the readings of their work.
    subject: meantId === null ? `activity:${resourceLinkId}` : `person:${meantId}`,
    details: { ...asked.words, activity: resourceLinkId, ...(await countExported(deps, scope, after)) },
  });
  const rows = exportStatements(deps, scope, after);
  response.type('application/jsonl');
  await send(rows, response);
}

/** On an error midway, cuts the connection, so that half a file does not look complete. */
async function send(rows: AsyncIterable<StatementRow>, response: Response): Promise<void> {
  try {
    await pipeline(Readable.from(toLines(rows)), response);
  } catch (error) {
    // The client disconnected: not our fault.
    const isGone = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!isGone) throw error;
  }
}

async function getTimeZone({ storage }: StatementsDeps, { organisationId }: StaffReach): Promise<string> {
  const organisation = await storage.organisations.find(organisationId);
  if (organisation === undefined) throw new AppError('request.not-found');
  return organisation.timeZone;
}

/** Null: everybody. Checked because an unknown person or attempt would give an empty file. */
async function findMeantPerson(
  { storage: { attempts } }: StatementsDeps,
  { organisationId, resourceLinkId, reach }: StaffReach,
  { filters: { personId }, attemptId }: ExportQuery,
): Promise<string | null> {
  if (personId !== undefined) {
    const found = await attempts.findLatest(organisationId, personId, resourceLinkId, false);
    if (found === undefined || !reach.sees(personId)) throw new AppError('person.unknown');
  }
  if (attemptId !== undefined) {
    const found = await attempts.find(organisationId, attemptId);
    const isOurs =
      found?.attempt.resourceLinkId === resourceLinkId &&
      !found.attempt.practice &&
      reach.sees(found.attempt.personId);
    if (!isOurs) throw new AppError('attempt.unknown');
    return found.attempt.personId;
  }
  return personId ?? null;
}
