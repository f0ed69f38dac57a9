/** Courses that a course was copied from, by launches and notices. */
import { z } from 'zod';
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import { hash } from '../../lti/launch/hash.ts';
import type { LtiLaunch } from '../../lti/launch/launch.ts';
import { parseJson } from '../../lti/net/parse-json.ts';
import type { CourseName } from '../storage/ports/resource-links.ts';

export interface OriginDeps {
  readonly storage: { readonly ltiRows: Pick<LtiRows, 'find' | 'replace' | 'remove'> };
  readonly clock: () => number;
}

const collection = 'course-copy';
/** Courses looked at for one original. */
const mostCourses = 10;
/** Content of many courses may be merged into one. */
const mostOrigins = 20;

const StoredOrigin = z.object({ id: z.string(), at: z.number() });

/** Newest first, without the course itself. */
export async function listOriginCourses(
  deps: OriginDeps,
  lti: Pick<LtiLaunch, 'organisationId' | 'platformId' | 'deploymentId' | 'history' | 'context'>,
): Promise<readonly string[]> {
  const { organisationId, platformId, deploymentId, history, context } = lti;
  const found = new Set([context?.id ?? '', ...history.courses]);
  // Also visits what is added meanwhile.
  for (const contextId of found) {
    if (found.size > mostCourses) break;
    for (const { id } of await findOrigins(deps, { organisationId, platformId, deploymentId, contextId })) {
      found.add(id);
    }
  }
  return [...found].slice(1, mostCourses + 1);
}

/** One row per origin, so that notices may come at once or again. */
export async function noteOrigins(
  deps: OriginDeps,
  course: CourseName,
  { origins, at }: { readonly origins: readonly string[]; readonly at: number },
): Promise<void> {
  const { ltiRows } = deps.storage;
  for (const id of origins) {
    if (id === course.contextId) continue;
    const index = { course: hashCourse(course), origin: hash(id) };
    const uniqueKey = `${index.course} ${index.origin}`;
    const value = JSON.stringify({ id, at });
    await ltiRows.replace(index, {
      collection,
      index,
      uniqueKey,
      value,
      createdAt: deps.clock(),
      expiresAt: 0,
    });
  }
  const known = await findOrigins(deps, course);
  for (const { id } of known.slice(mostOrigins)) {
    await ltiRows.remove(collection, { course: hashCourse(course), origin: hash(id) });
  }
}

/** Newest first. */
async function findOrigins(
  {
    storage,
    clock,
  }: Pick<OriginDeps, 'clock'> & { readonly storage: { readonly ltiRows: Pick<LtiRows, 'find'> } },
  course: CourseName,
): Promise<z.infer<typeof StoredOrigin>[]> {
  const rows = await storage.ltiRows.find(collection, { course: hashCourse(course) }, clock());
  return rows
    .flatMap(({ value }) => StoredOrigin.safeParse(parseJson(value)).data ?? [])
    .sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1));
}

/** The LMS's ids are long. */
function hashCourse({ organisationId, platformId, deploymentId, contextId }: CourseName): string {
  return hash(JSON.stringify([organisationId, platformId, deploymentId, contextId]));
}
