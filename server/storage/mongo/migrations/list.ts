/** A released migration never changes. All together make the indexes that the schemas declare. */
import type { MongoDatabase } from '../database.ts';
import { initial } from './001-initial.ts';
import { batchesOfAStudy } from './002-batches-of-a-study.ts';
import { groups } from './003-groups.ts';
import { groupSettings } from './004-group-settings.ts';
import { studyTexts } from './005-study-texts.ts';
import { consents } from './006-consents.ts';
import { auditOfASubject } from './007-audit-of-a-subject.ts';
import { erasures } from './008-erasures.ts';
import { backgrounds } from './009-backgrounds.ts';
import { sessionsOfALaunch } from './010-sessions-of-a-launch.ts';

export interface Migration {
  readonly version: number;
  /** True if an interrupted run may be repeated, as with indexes; otherwise the database is refused. */
  readonly repeatable: boolean;
  run(database: MongoDatabase): Promise<void>;
}

export const migrations: readonly Migration[] = [
  { version: 1, repeatable: true, run: initial },
  { version: 2, repeatable: true, run: batchesOfAStudy },
  { version: 3, repeatable: true, run: groups },
  { version: 4, repeatable: true, run: groupSettings },
  { version: 5, repeatable: true, run: studyTexts },
  { version: 6, repeatable: true, run: consents },
  { version: 7, repeatable: true, run: auditOfASubject },
  { version: 8, repeatable: true, run: erasures },
  { version: 9, repeatable: true, run: backgrounds },
  { version: 10, repeatable: true, run: sessionsOfALaunch },
];
