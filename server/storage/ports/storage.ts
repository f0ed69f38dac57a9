/**
 * Ports that two adapters implement (ADR 2). No port offers a transaction callback, a join or a cursor.
 * Every call names its organisation, every list is paged, and each write is atomic and possible on a single
 * document. Times are milliseconds since 1970 UTC. `find…` returns undefined if nothing is found; a number
 * returned is how many rows changed. Inserting what exists throws `storage.duplicate`; a failing database
 * throws `storage.unavailable` with a `reason`. A page continues after the row `after`, in (createdAt, id)
 * order unless stated otherwise.
 */
import type { LtiRows } from '../../../lti/engine/database-plugin.ts';
import type { AttemptsPort } from './attempts.ts';
import type { AuditPort } from './audit.ts';
import type { ComfortPort } from './comfort.ts';
import type { BackgroundsPort } from './backgrounds.ts';
import type { ConsentsPort } from './consents.ts';
import type { InvitationsPort } from './invitations.ts';
import type { DeliveriesPort } from './deliveries.ts';
import type { DestinationsPort } from './destinations.ts';
import type { ErasedListPort, ErasuresPort } from './erasures.ts';
import type { GradesPort } from './grades.ts';
import type { GroupSettingsPort } from './group-settings.ts';
import type { GroupsPort } from './groups.ts';
import type { LaunchesPort, LoginStatesPort } from './launches.ts';
import type { OrganisationsPort, StudiesPort } from './organisations.ts';
import type { PersonRowsPort } from './person-rows.ts';
import type { PersonSettingsPort } from './person-settings.ts';
import type { PersonsPort } from './persons.ts';
import type { PlatformsPort } from './platforms.ts';
import type { ResourceLinksPort } from './resource-links.ts';
import type { ResourcesPort } from './resources.ts';
import type { ReviewRequestsPort } from './review-requests.ts';
import type { SessionsPort } from './sessions.ts';
import type { StaffNotesPort } from './staff-notes.ts';
import type { StudyPlacesPort, StudyTextsPort } from './study-texts.ts';
import type { VoidingsPort } from './voidings.ts';

export interface Storage {
  readonly organisations: OrganisationsPort;
  readonly studies: StudiesPort;
  readonly studyTexts: StudyTextsPort;
  readonly studyPlaces: StudyPlacesPort;
  readonly platforms: PlatformsPort;
  readonly persons: PersonsPort;
  readonly personRows: PersonRowsPort;
  readonly personSettings: PersonSettingsPort;
  readonly comfort: ComfortPort;
  readonly consents: ConsentsPort;
  readonly backgrounds: BackgroundsPort;
  readonly groups: GroupsPort;
  readonly groupSettings: GroupSettingsPort;
  readonly staffNotes: StaffNotesPort;
  readonly resourceLinks: ResourceLinksPort;
  readonly loginStates: LoginStatesPort;
  readonly launches: LaunchesPort;
  readonly invitations: InvitationsPort;
  readonly audit: AuditPort;
  readonly sessions: SessionsPort;
  readonly attempts: AttemptsPort;
  readonly destinations: DestinationsPort;
  readonly deliveries: DeliveriesPort;
  readonly grades: GradesPort;
  readonly reviewRequests: ReviewRequestsPort;
  readonly resources: ResourcesPort;
  readonly erasures: ErasuresPort;
  readonly voidings: VoidingsPort;
  readonly erasedList: ErasedListPort;
  /** Rows of ltijs; the port is declared by lti/. */
  readonly ltiRows: LtiRows;
  /** With SQLite, resolves once a write is durable and there is room for more. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
