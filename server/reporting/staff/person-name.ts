/** Whoever sees a person in the list of the activity reads their name there: the same people may read it alone. */
import type { PersonNameAnswer } from '../../contract/staff-actions.ts';
import { type CourseListDeps, readCourseList } from '../course-list.ts';
import { listSeen } from '../roster.ts';
import type { Staff } from './person-actions.ts';

/** Of a person within the scope, which the caller checks. */
export async function readPersonName(
  deps: CourseListDeps,
  { launch, scope }: Staff,
  personId: string,
): Promise<PersonNameAnswer> {
  const list = await readCourseList(deps, { ...launch, resourceLinkId: scope.resourceLinkId });
  const seen = list.state === 'available' ? await listSeen(deps, scope, list.members) : [];
  return { name: seen.find((member) => member.personId === personId)?.name ?? null };
}
