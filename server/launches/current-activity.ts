/**
 * The settings of an activity that is chosen again: by its custom parameters, or in Moodle by its title.
 */
import type { GradeKind } from '../contract/grade-kinds.ts';
import type { ActivitySettings, Launch, LaunchSelection } from '../storage/ports/launches.ts';
import type { ResourceLinksPort } from '../storage/ports/resource-links.ts';

export interface CurrentActivity {
  readonly title: string;
  readonly settings: ActivitySettings;
  readonly grade: GradeKind | null;
}

/** Null if it is new, or its settings are not known. */
export async function findCurrentActivity(
  { resourceLinks }: { readonly resourceLinks: Pick<ResourceLinksPort, 'listByTitle'> },
  selector: Launch & { readonly selection: LaunchSelection },
): Promise<CurrentActivity | null> {
  const { organisationId, platformId, deploymentId, contextId, settings } = selector;
  const { title, grade } = selector.selection;
  if (isSet(settings)) return { title, settings, grade };
  if (title === '') return null;
  const course = { organisationId, platformId, deploymentId, contextId };
  const [link, ...others] = await resourceLinks.listByTitle({ ...course, title }, 2);
  if (link === undefined || others.length > 0) return null;
  if (link.settings === null || !isSet(link.settings)) return null;
  return { title, settings: link.settings, grade: link.grade };
}

/** False for a new activity: in Moodle its title, the tool’s name, may belong to several. */
function isSet(settings: ActivitySettings): boolean {
  return Object.values(settings).some((value) => value !== null && value !== false);
}
