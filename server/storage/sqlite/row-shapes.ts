import { z } from 'zod';
import type { RowKind } from '../row-kinds.ts';
import { destinationRow } from '../shapes/destinations.ts';
import { gradeRow } from '../shapes/grades.ts';
import { reviewRequestRow, staffNoteRow } from '../shapes/reports.ts';
import { deploymentRow, personRow, resourceLinkRow } from '../shapes/persons.ts';
import { auditRow } from './audit.ts';
import { invitationRow } from './invitations.ts';
import { launchRow } from './launches.ts';
import { organisationRow, studyRow } from './organisations.ts';
import { platformRow, registrationRow } from './platforms.ts';
import { listRow } from './resources.ts';
import { sessionRow } from './sessions.ts';
import { settingsRow } from './staff-rows.ts';

export const rowShapes: Readonly<Record<RowKind, z.ZodType>> = {
  organisations: organisationRow,
  studies: studyRow,
  platforms: platformRow,
  registrations: registrationRow,
  deployments: deploymentRow,
  persons: personRow,
  resourceLinks: resourceLinkRow,
  personSettings: settingsRow,
  launches: launchRow,
  sessions: sessionRow,
  refreshHashes: z.object({ refreshHash: z.string(), sessionId: z.string() }),
  invitations: invitationRow,
  audit: auditRow,
  resourceLists: listRow,
  destinations: destinationRow,
  staffNotes: staffNoteRow,
  reviewRequests: reviewRequestRow,
  grades: gradeRow,
};
