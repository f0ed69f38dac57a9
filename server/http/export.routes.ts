/** The download of an activity's statements by its own staff. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { StaffLaunch } from '../launches/staff-launch.ts';
import { recordAudit } from '../organisations/audit.ts';
import { type ExportCursor, parseCursor } from '../research/export-cursor.ts';
import { toLines } from '../research/export-lines.ts';
import { exportStatements } from '../research/export-statements.ts';
import type { StatementRow } from '../storage/ports/attempts.ts';
import { limitPerBearer } from './limits.ts';
import { parseBody } from './parse.ts';

interface ExportRouterDeps extends Pick<Context, 'storage' | 'secrets' | 'clock' | 'randomId' | 'log'> {
  /** The staff launch behind the Authorization header; throws session.expired, session.forbidden. */
  readonly authenticateStaff: (authorization: string | undefined) => Promise<StaffLaunch>;
}

/** Each may read a whole activity: per bearer and minute. */
const exportsPerMinute = 10;

const query = z.object({
  purpose: z.enum(['operational', 'research']),
  /** Behind this place, where a download broke off: all of it stands in the last line that arrived. */
  after: z.string().optional(),
});

/** Routes below /api. Each is about the activity of the bearer's launch and no other. */
export function createExportRouter(deps: ExportRouterDeps): Router {
  const router = Router();
  router.get(
    '/activity/statements',
    limitPerBearer(deps.secrets, exportsPerMinute),
    async (request, response) => {
      const { organisationId, resourceLinkId, personId } = await deps.authenticateStaff(
        request.headers.authorization,
      );
      const { purpose, after } = parseQuery(request);
      await recordAudit(deps, {
        organisationId,
        actor: `person:${personId}`,
        action: 'statements.exported',
        subject: `activity:${resourceLinkId}`,
        details: { purpose },
      });
      const rows = exportStatements(deps, { organisationId, purpose, of: { resourceLinkId } }, after);
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

function parseQuery(request: Request): { purpose: 'operational' | 'research'; after?: ExportCursor } {
  const { purpose, after } = parseBody(query, request.query);
  if (after === undefined) return { purpose };
  const cursor = parseCursor(after);
  if (cursor === undefined) throw new AppError('request.invalid', { path: 'after' });
  return { purpose, after: cursor };
}
