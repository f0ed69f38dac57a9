/** A released migration never changes. */
import { initial } from './001-initial.ts';
import { destinations } from './002-destinations.ts';
import { research } from './003-research.ts';
import { idleAttempts } from './004-idle-attempts.ts';
import { receipts } from './005-receipts.ts';
import { reports } from './006-reports.ts';
import { outcomes } from './007-outcomes.ts';
import { staff } from './008-staff.ts';
import { statementsWithoutIds } from './009-statements-without-ids.ts';
import { sharedFrames } from './010-shared-frames.ts';
import { entryRuns } from './011-entry-runs.ts';
import { gradeKinds } from './012-grade-kinds.ts';
import { shownScores } from './013-shown-scores.ts';
import { staffSeen } from './014-staff-seen.ts';
import { groups } from './015-groups.ts';
import { groupSettings } from './016-group-settings.ts';
import { comfort } from './017-comfort.ts';
import { studyTexts } from './018-study-texts.ts';
import { consents } from './019-consents.ts';
import { auditOfASubject } from './020-audit-of-a-subject.ts';
import { erasures } from './021-erasures.ts';
import { auditPurges } from './022-audit-purges.ts';
import { backgrounds } from './023-backgrounds.ts';
import { sessionsOfALaunch } from './024-sessions-of-a-launch.ts';

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  { version: 1, sql: initial },
  { version: 2, sql: destinations },
  { version: 3, sql: research },
  { version: 4, sql: idleAttempts },
  { version: 5, sql: receipts },
  { version: 6, sql: reports },
  { version: 7, sql: outcomes },
  { version: 8, sql: staff },
  { version: 9, sql: statementsWithoutIds },
  { version: 10, sql: sharedFrames },
  { version: 11, sql: entryRuns },
  { version: 12, sql: gradeKinds },
  { version: 13, sql: shownScores },
  { version: 14, sql: staffSeen },
  { version: 15, sql: groups },
  { version: 16, sql: groupSettings },
  { version: 17, sql: comfort },
  { version: 18, sql: studyTexts },
  { version: 19, sql: consents },
  { version: 20, sql: auditOfASubject },
  { version: 21, sql: erasures },
  { version: 22, sql: auditPurges },
  { version: 23, sql: backgrounds },
  { version: 24, sql: sessionsOfALaunch },
];
