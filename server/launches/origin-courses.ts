/** Courses that a course was copied from, by launches and notices. */
import { z } from 'zod';
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import { hash } from '../../lti/launch/hash.ts';
import type { LtiLaunch } from '../../lti/launch/launch.ts';
import { parseJson } from '../../lti/net/parse-json.ts';
import { AppError } from '../base/errors.ts';
import type { CourseName } from '../storage/ports/resource-links.ts';

export interface OriginDeps {
  readonly storage: { readonly ltiRows: Pick<LtiRows, 'find' | 'insert' | 'remove'> };
  readonly clock: () => number;
}

const collection = 'course-copy';
/** Courses looked at for one original. */
const mostCourses = 10;
/** Kept for one course; the oldest go first. */
const mostNotices = 10;
const lifeMs = 365 * 24 * 3_600_000;

const StoredCopy = z.object({ ids: z.array(z.string()), at: z.number() });

interface ToldCopy {
  /** The same notice counts once. */
  readonly key: string;
  readonly origins: readonly string[];
  readonly at: number;
}

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
    for (const { ids } of await findCopies(deps, { organisationId, platformId, deploymentId, contextId })) {
      for (const id of ids) found.add(id);
    }
  }
  return [...found].slice(1, mostCourses + 1);
}

/** One row per notice, because notices of one course may come at once. Returns false if it was known. */
export async function noteOrigins(
  deps: OriginDeps,
  course: CourseName,
  { key, origins, at }: ToldCopy,
): Promise<boolean> {
  const { ltiRows } = deps.storage;
  const ids = origins.filter((id) => id !== course.contextId);
  if (ids.length === 0) return true;
  const known = await findCopies(deps, course);
  if (known.some(({ notice }) => notice === key)) return false;
  const createdAt = deps.clock();
  const row = {
    collection,
    index: { course: hashCourse(course), notice: key },
    uniqueKey: key,
    value: JSON.stringify({ ids, at }),
    createdAt,
    expiresAt: createdAt + lifeMs,
  };
  try {
    await ltiRows.insert(row);
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage.duplicate') return false;
    throw error;
  }
  for (const { notice } of sortNewest([...known, { notice: key, ids, at }]).slice(mostNotices)) {
    await ltiRows.remove(collection, { notice });
  }
  return true;
}

interface Copy extends z.infer<typeof StoredCopy> {
  readonly notice: string;
}

/** Newest first. */
async function findCopies(
  {
    storage,
    clock,
  }: Pick<OriginDeps, 'clock'> & { readonly storage: { readonly ltiRows: Pick<LtiRows, 'find'> } },
  course: CourseName,
): Promise<Copy[]> {
  const rows = await storage.ltiRows.find(collection, { course: hashCourse(course) }, clock());
  return sortNewest(
    rows.flatMap(({ index, value }) => {
      const copy = StoredCopy.safeParse(parseJson(value)).data;
      return copy === undefined ? [] : [{ ...copy, notice: index.notice ?? '' }];
    }),
  );
}

function sortNewest(copies: readonly Copy[]): Copy[] {
  return [...copies].sort((one, other) => other.at - one.at || (one.notice < other.notice ? -1 : 1));
}

/** The LMS's ids are long. */
function hashCourse({ organisationId, platformId, deploymentId, contextId }: CourseName): string {
  return hash(JSON.stringify([organisationId, platformId, deploymentId, contextId]));
}
