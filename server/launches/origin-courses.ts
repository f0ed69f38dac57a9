/** Courses that a course was copied from, as its launches and the LMS's notices tell. */
import { z } from 'zod';
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import { hash } from '../../lti/launch/hash.ts';
import type { LtiLaunch } from '../../lti/launch/launch.ts';
import type { CourseName } from '../storage/ports/resource-links.ts';

export interface OriginDeps {
  readonly storage: { readonly ltiRows: Pick<LtiRows, 'find' | 'replace'> };
  readonly clock: () => number;
}

const collection = 'course-copy';
/** Courses looked at for one original. */
const mostCourses = 10;
/** Content of many courses may be merged into one. */
const mostOrigins = 20;

const StoredCopy = z.object({
  /** Ids of the LMS, newest first. */
  origins: z.array(z.object({ id: z.string(), at: z.number() })).max(mostOrigins),
});

/** Newest first, without the course itself. */
export async function listOriginCourses(deps: OriginDeps, lti: LtiLaunch): Promise<readonly string[]> {
  const { organisationId, platformId, deploymentId, history, context } = lti;
  const found = new Set([context?.id ?? '', ...history.courses]);
  // A set is walked in the order of insertion, including what is added meanwhile.
  for (const contextId of found) {
    if (found.size > mostCourses) break;
    for (const { id } of await findOrigins(deps, { organisationId, platformId, deploymentId, contextId })) {
      found.add(id);
    }
  }
  return [...found].slice(1, mostCourses + 1);
}

/** A notice that comes again changes nothing. */
export async function noteOrigins(
  deps: OriginDeps,
  course: CourseName,
  { origins, at }: { readonly origins: readonly string[]; readonly at: number },
): Promise<void> {
  const known = await findOrigins(deps, course);
  const added = origins.filter((id) => id !== course.contextId).map((id) => ({ id, at }));
  const all = [...added, ...known].sort((one, other) => other.at - one.at);
  const unique = all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place);
  if (unique.length === 0) return;
  const name = hashCourse(course);
  const index = { course: name };
  const value = JSON.stringify({ origins: unique.slice(0, mostOrigins) });
  const row = { collection, index, uniqueKey: name, value, createdAt: deps.clock(), expiresAt: 0 };
  await deps.storage.ltiRows.replace(index, row);
}

async function findOrigins(
  { storage, clock }: OriginDeps,
  course: CourseName,
): Promise<z.infer<typeof StoredCopy>['origins']> {
  const [row] = await storage.ltiRows.find(collection, { course: hashCourse(course) }, clock());
  return row === undefined ? [] : StoredCopy.parse(JSON.parse(row.value)).origins;
}

/** The LMS's ids are long. */
function hashCourse({ organisationId, platformId, deploymentId, contextId }: CourseName): string {
  return hash(JSON.stringify([organisationId, platformId, deploymentId, contextId]));
}
