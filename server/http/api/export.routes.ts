/** The download of an activity's statements by its own staff. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import { AppError } from '../../base/errors.ts';
import type { Secrets } from '../../base/secrets.ts';
import type { StaffLaunch } from '../../launches/staff-launch.ts';
import { type AuditDeps, recordAudit } from '../../records/audit.ts';
import { toLines } from '../../research/export-lines.ts';
import { exportStatements } from '../../research/export-statements.ts';
import type { StatementRow } from '../../storage/ports/attempts.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import { type ExportQuery, parseExportQuery } from './export-query.ts';
import { limitPerBearer } from '../limits.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';

interface ExportRouterDeps extends AuditDeps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  /** The staff launch behind the Authorization header; throws session.expired, session.forbidden. */
  readonly authenticateStaff: (authorization: string | undefined) => Promise<StaffLaunch>;
}

/** Each may read a whole activity, and a line that breaks often asks as often for the rest: per bearer and minute. */
const exportsPerMinute = 20;

/** Routes below /api. Each is about the activity of the bearer's launch and no other. */
export function createExportRouter(deps: WithoutLog<ExportRouterDeps>): Router {
  const router = Router();
  router.get(
    '/activity/statements',
    limitPerBearer(deps.secrets, exportsPerMinute),
    async (request, response) => {
      const launch = await deps.authenticateStaff(request.headers.authorization);
      const { organisationId, resourceLinkId, personId } = launch;
      const asked = parseExportQuery(request.query, await getTimeZone(deps, launch));
      await checkMeant(deps, launch, asked);
      await recordAudit(withLogOf(request, deps), {
        organisationId,
        actor: `person:${personId}`,
        action: 'statements.exported',
        subject: `activity:${resourceLinkId}`,
        details: asked.words,
      });
      const { filters, attemptId, after } = asked;
      const of = { resourceLinkId, ...(attemptId === undefined ? {} : { attemptId }) };
      const rows = exportStatements(deps, { organisationId, ...filters, of }, after);
      response.type('application/jsonl');
      await send(rows, response);
    },
  );
  return router;
}

/** A fault midway cuts the connection: half of a file must not look like a whole one. */
async function send(rows: AsyncIterable<StatementRow>, response: Response): Promise<void> {
  try {
    await pipeline(Readable.from(toLines(rows)), response);
  } catch (error) {
    // Whoever asked went away: nothing is the matter with us, and there is nobody to answer.
    const isGone = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!isGone) throw error;
  }
}

async function getTimeZone(
  { storage }: Pick<ExportRouterDeps, 'storage'>,
  { organisationId }: StaffLaunch,
): Promise<string> {
  const organisation = await storage.organisations.find(organisationId);
  if (organisation === undefined) throw new AppError('request.not-found');
  return organisation.timeZone;
}

/** Somebody or something that the activity does not have is told apart from an empty file. */
async function checkMeant(
  { storage: { attempts } }: Pick<ExportRouterDeps, 'storage'>,
  { organisationId, resourceLinkId }: StaffLaunch,
  { filters: { personId }, attemptId }: ExportQuery,
): Promise<void> {
  if (personId !== undefined) {
    const found = await attempts.findLatest(organisationId, personId, resourceLinkId, false);
    if (found === undefined) throw new AppError('person.unknown');
  }
  if (attemptId !== undefined) {
    const found = await attempts.find(organisationId, attemptId);
    const isOurs = found?.attempt.resourceLinkId === resourceLinkId && !found.attempt.practice;
    if (!isOurs) throw new AppError('attempt.unknown');
  }
}
