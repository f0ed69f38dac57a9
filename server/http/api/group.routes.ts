/** The table of an activity's people for its own staff, as a file for a spreadsheet. */
import { Router } from 'express';
import { z } from 'zod';
import type { Roster } from '../../../lti/services/roster.ts';
import { csvLine } from '../../base/csv.ts';
import type { Secrets } from '../../base/secrets.ts';
import type { Content } from '../../content/load.ts';
import type { StaffLaunch } from '../../launches/staff-launch.ts';
import { type AuditDeps, recordAudit } from '../../records/audit.ts';
import { makeGroupSheet } from '../../reporting/group-sheet.ts';
import { readOverview } from '../../reporting/overview.ts';
import { readActivityRoster } from '../../reporting/roster.ts';
import { groupSheetWords } from '../../reporting/group-sheet-words.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import { limitPerBearer } from '../limits.ts';
import { parseBody } from '../parse.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';

interface GroupRouterDeps extends AuditDeps {
  readonly storage: Storage;
  readonly content: Content;
  readonly roster: Roster;
  readonly secrets: Secrets;
  /** The staff launch behind the Authorization header; throws session.expired, session.forbidden. */
  readonly authenticateStaff: (authorization: string | undefined) => Promise<StaffLaunch>;
}

/** Each asks the LMS for its list: per bearer and minute. */
const sheetsPerMinute = 10;

/** Spreadsheets take a file for UTF-8 by it. */
const byteOrderMark = '\uFEFF';

const query = z.object({ language: z.enum(['fr', 'en']).default('fr') });

/** Routes below /api. Each is about the activity of the bearer's launch and no other. */
export function createGroupRouter(deps: WithoutLog<GroupRouterDeps>): Router {
  const router = Router();
  router.get('/activity/people', limitPerBearer(deps.secrets, sheetsPerMinute), async (request, response) => {
    const launch = await deps.authenticateStaff(request.headers.authorization);
    const { language } = parseBody(query, request.query);
    const services = withLogOf(request, deps);
    const [activity, roster] = await Promise.all([
      readOverview(services, launch),
      readActivityRoster(services, launch),
    ]);
    await recordAudit(services, {
      organisationId: launch.organisationId,
      actor: `person:${launch.personId}`,
      action: 'group.exported',
      subject: `activity:${launch.resourceLinkId}`,
      details: { language },
    });
    const { separator } = groupSheetWords[language];
    const lines = makeGroupSheet(language, { activity, roster }).map((cells) =>
      csvLine(cells, '', separator),
    );
    response.attachment(`numplus-${language === 'fr' ? 'groupe' : 'group'}.csv`);
    response.type('text/csv; charset=utf-8');
    response.send(`${byteOrderMark}${lines.join('')}`);
  });
  return router;
}
