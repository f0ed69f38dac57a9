import { z } from 'zod';
import type { RowKind } from '../row-kinds.ts';
import { backgroundRow } from '../shapes/backgrounds.ts';
import { consentRow } from '../shapes/consents.ts';
import { destinationRow } from '../shapes/destinations.ts';
import { gradeRow } from '../shapes/grades.ts';
import { reviewRequestRow, staffNoteRow } from '../shapes/reports.ts';
import { organisationRow, studyRow } from '../shapes/organisations.ts';
import { personRow } from '../shapes/persons.ts';
import { deploymentRow } from '../shapes/platforms.ts';
import { studyPlaceRow } from '../shapes/study-texts.ts';
import { storedAudit } from './audit.ts';
import { storedComfort } from './comfort.ts';
import { storedMembership } from './groups.ts';
import { storedInvitation } from './invitations.ts';
import { storedLaunch } from './launches.ts';
import { storedLink } from './persons.ts';
import { storedPlatform, storedRegistration } from './platforms.ts';
import { storedList } from './resources.ts';
import { storedSession } from './sessions.ts';
import { storedTexts } from './study-texts.ts';
import { voidingRow } from '../shapes/erasures.ts';
import { storedErasure } from './erasures.ts';
import { storedGroupSettings, storedSettings } from './staff-rows.ts';

export const rowShapes: Readonly<Record<RowKind, z.ZodType>> = {
  organisations: organisationRow,
  studies: studyRow,
  studyTexts: storedTexts,
  studyPlaces: studyPlaceRow,
  platforms: storedPlatform,
  registrations: storedRegistration,
  deployments: deploymentRow,
  persons: personRow,
  resourceLinks: storedLink,
  personSettings: storedSettings,
  comfort: storedComfort,
  consents: consentRow,
  backgrounds: backgroundRow,
  groupMemberships: storedMembership,
  groupSettings: storedGroupSettings,
  launches: storedLaunch,
  sessions: storedSession,
  refreshHashes: z.object({ refreshHash: z.string(), sessionId: z.string() }),
  invitations: storedInvitation,
  audit: storedAudit,
  resourceLists: storedList,
  destinations: destinationRow,
  staffNotes: staffNoteRow,
  reviewRequests: reviewRequestRow,
  grades: gradeRow,
  erasures: storedErasure,
  voidings: voidingRow,
};
