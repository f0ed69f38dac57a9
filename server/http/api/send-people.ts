import type { Response } from 'express';
import type { Groups } from '../../../lti/services/groups.ts';
import type { Roster } from '../../../lti/services/roster.ts';
import { csvLine } from '../../base/csv.ts';
import type { Content } from '../../content/load.ts';
import type { AuditDeps } from '../../records/audit.ts';
import { recordReading } from '../../records/readings.ts';
import { makeGroupSheet } from '../../reporting/group-sheet.ts';
import { groupSheetWords } from '../../reporting/group-sheet-words.ts';
import { readOverview } from '../../reporting/overview.ts';
import type { StaffReach } from '../../reporting/reach.ts';
import { readActivityRoster } from '../../reporting/roster.ts';
import type { Storage } from '../../storage/ports/storage.ts';

interface PeopleDeps extends AuditDeps {
  readonly storage: Storage;
  readonly content: Content;
  readonly roster: Roster;
  readonly groupNames: Groups;
}

/** By it spreadsheets recognise UTF-8. */
const byteOrderMark = '\uFEFF';

export async function sendPeople(
  deps: PeopleDeps,
  launch: StaffReach,
  language: 'fr' | 'en',
  response: Response,
): Promise<void> {
  const [activity, roster] = await Promise.all([
    readOverview(deps, launch),
    readActivityRoster(deps, launch),
  ]);
  await recordReading(deps, {
    organisationId: launch.organisationId,
    actor: `person:${launch.personId}`,
    action: 'group.exported',
    subject: `activity:${launch.resourceLinkId}`,
    details: { purpose: 'operational', language, persons: activity.people.length },
  });
  const { separator } = groupSheetWords[language];
  const lines = makeGroupSheet(language, { activity, roster }).map((cells) => csvLine(cells, '', separator));
  response.attachment(`numplus-${language === 'fr' ? 'groupe' : 'group'}.csv`);
  response.type('text/csv; charset=utf-8');
  response.send(`${byteOrderMark}${lines.join('')}`);
}
