import { join } from 'node:path';
import { projectRoot } from '../base/project-root.ts';

/** The scenarios that come with NUM+; our tests check all of them. */
export const deliveredFolder = join(projectRoot, 'scenarios', 'content');
