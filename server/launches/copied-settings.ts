/**
 * At its first launch a copied activity takes over the settings of its original (ADR 34), nothing about people.
 */
import { z } from 'zod';
import type { LtiRow } from '../../lti/engine/database-plugin.ts';
import { hash } from '../../lti/launch/hash.ts';
import { parseJson } from '../../lti/net/parse-json.ts';
import type { LtiLaunch } from '../../lti/launch/launch.ts';
import { AppError } from '../base/errors.ts';
import type { GradeKind } from '../contract/grade-kinds.ts';
import { activitySettings } from '../storage/shapes/launches.ts';
import { gradeKind } from '../storage/shapes/values.ts';
import type { ActivitySettings } from '../storage/ports/launches.ts';
import type { CourseName, LinkName, ResourceLink } from '../storage/ports/resource-links.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { readActivitySettings, readGradeKind } from './activity-settings.ts';
import { listOriginCourses } from './origin-courses.ts';

export interface SettleDeps {
  readonly storage: Pick<Storage, 'ltiRows' | 'resourceLinks'>;
  readonly clock: () => number;
}

type Launched = Pick<
  LtiLaunch,
  | 'organisationId'
  | 'platformId'
  | 'deploymentId'
  | 'context'
  | 'resourceLink'
  | 'custom'
  | 'history'
  | 'message'
>;

export interface Settled {
  readonly settings: ActivitySettings;
  /** For a link that has none yet. */
  readonly grade: GradeKind | null;
}

/** One row per activity; hashed, because ids are long. */
const collection = 'activity';
/** A course has a few. */
const mostLinks = 200;

const StoredActivity = z.object({
  resourceLinkId: z.string(),
  /** As the LMS sent them last. */
  own: activitySettings,
  ownGrade: gradeKind.nullable(),
  /** Of the original at the copy's first launch; null: none known. */
  taken: activitySettings.nullable(),
  takenGrade: gradeKind.nullable(),
});
type StoredActivity = z.infer<typeof StoredActivity>;

/** Settings that the LMS sends count first. */
export async function settleActivity(deps: SettleDeps, lti: Launched): Promise<Settled> {
  const own = readActivitySettings(lti.custom);
  const ownGrade = readGradeKind(lti.custom);
  if (lti.resourceLink === null) return { settings: own, grade: ownGrade };
  const name = nameLink(lti, lti.resourceLink.id);
  const stored =
    (await find(deps, name)) ?? (await insert(deps, name, await begin(deps, lti, { own, ownGrade })));
  // A review may lack the activity's parameters.
  const isTold = lti.message === 'resource-link';
  if (isTold && !isSame(stored, own, ownGrade)) await replace(deps, name, { ...stored, own, ownGrade });
  return {
    settings: isBlank(own) ? (stored.taken ?? own) : own,
    grade: stored.takenGrade ?? ownGrade,
  };
}

/** A link of earlier versions is no new copy. */
async function begin(
  deps: SettleDeps,
  lti: Launched,
  mine: Pick<StoredActivity, 'own' | 'ownGrade'>,
): Promise<StoredActivity> {
  const name = nameLink(lti, lti.resourceLink?.id ?? '');
  const row = { ...mine, resourceLinkId: name.resourceLinkId, taken: null, takenGrade: null };
  if ((await deps.storage.resourceLinks.findByName(name)) !== undefined) return row;
  const original = await findOriginal(deps, lti, mine.own.activity);
  if (original === undefined) return row;
  const theirs = await find(deps, original);
  // A teacher who chose another kind in the copy meant it.
  const isChosenAnew = mine.ownGrade !== null && mine.ownGrade !== (theirs?.ownGrade ?? null);
  const taken = theirs === undefined ? null : isBlank(theirs.own) ? (theirs.taken ?? theirs.own) : theirs.own;
  return { ...row, taken, takenGrade: isChosenAnew ? null : original.grade };
}

/** As the LMS tells; else in the courses it names, by the picker's name or the title. */
async function findOriginal(
  deps: SettleDeps,
  lti: Launched,
  activity: string | null,
): Promise<ResourceLink | undefined> {
  const courses = await listOriginCourses(deps, lti);
  if (courses.length + lti.history.links.length === 0) return undefined;
  const here = lti.context?.id ?? '';
  const listed = await Promise.all(
    [here, ...courses].map((course) =>
      deps.storage.resourceLinks.listOfCourse(nameCourse(lti, course), mostLinks),
    ),
  );
  const links = listed.flat();
  for (const id of lti.history.links) {
    const named = links.find(({ resourceLinkId }) => resourceLinkId === id);
    if (named !== undefined) return named;
  }
  for (const ofCourse of listed.slice(1)) {
    const alike = await findAlike(deps, lti, activity, ofCourse);
    if (alike !== undefined) return alike;
  }
  return undefined;
}

async function findAlike(
  deps: SettleDeps,
  lti: Launched,
  activity: string | null,
  links: readonly ResourceLink[],
): Promise<ResourceLink | undefined> {
  const [first] = links;
  if (first === undefined) return undefined;
  const course = hashName(nameCourse(lti, first.contextId));
  const named =
    activity === null
      ? []
      : await deps.storage.ltiRows.find(collection, { course, activity: hash(activity) }, deps.clock());
  const namedIds = new Set(named.map((row) => parse(row)?.resourceLinkId));
  const title = lti.resourceLink?.title ?? '';
  const byName = links.filter(({ resourceLinkId }) => namedIds.has(resourceLinkId));
  const byTitle = (byName.length > 0 ? byName : links).filter((link) => link.title === title && title !== '');
  const [only, ...others] = byName.length === 1 ? byName : byTitle;
  return others.length === 0 ? only : undefined;
}

function nameCourse({ organisationId, platformId, deploymentId }: Launched, contextId: string): CourseName {
  return { organisationId, platformId, deploymentId, contextId };
}

function nameLink(lti: Launched, resourceLinkId: string): LinkName {
  return { ...nameCourse(lti, lti.context?.id ?? ''), resourceLinkId };
}

function hashName({ organisationId, platformId, deploymentId, contextId }: CourseName, link = ''): string {
  return hash(JSON.stringify([organisationId, platformId, deploymentId, contextId, link]));
}

async function find({ storage, clock }: SettleDeps, name: LinkName): Promise<StoredActivity | undefined> {
  const [row] = await storage.ltiRows.find(collection, indexOf(name), clock());
  return row === undefined ? undefined : parse(row);
}

/** If another launch was first, its row counts. */
async function insert(deps: SettleDeps, name: LinkName, stored: StoredActivity): Promise<StoredActivity> {
  try {
    await deps.storage.ltiRows.insert(buildRow(deps, name, stored));
    return stored;
  } catch (error) {
    const isTaken = error instanceof AppError && error.code === 'storage.duplicate';
    if (!isTaken) throw error;
    const other = await find(deps, name);
    if (other === undefined) await replace(deps, name, stored);
    return other ?? stored;
  }
}

async function replace(deps: SettleDeps, name: LinkName, stored: StoredActivity): Promise<void> {
  await deps.storage.ltiRows.replace(indexOf(name), buildRow(deps, name, stored));
}

function indexOf(name: LinkName): { readonly link: string } {
  return { link: hashName(name, name.resourceLinkId) };
}

function buildRow({ clock }: SettleDeps, name: LinkName, stored: StoredActivity): LtiRow {
  const { link } = indexOf(name);
  const { activity } = stored.own;
  return {
    collection,
    index: { link, course: hashName(name), ...(activity === null ? {} : { activity: hash(activity) }) },
    uniqueKey: link,
    value: JSON.stringify(stored),
    createdAt: clock(),
    expiresAt: 0,
  };
}

/** Undefined if damaged or of another version: no launch may fail over it. */
function parse({ value }: LtiRow): StoredActivity | undefined {
  return StoredActivity.safeParse(parseJson(value)).data;
}

function isSame(stored: StoredActivity, own: ActivitySettings, ownGrade: GradeKind | null): boolean {
  return JSON.stringify([stored.own, stored.ownGrade]) === JSON.stringify([own, ownGrade]);
}

/** The LMS sends none of ours. */
function isBlank({ form, scenes, attempts, language, dimensionItems, activity }: ActivitySettings): boolean {
  return !dimensionItems && [form, scenes, attempts, language, activity].every((value) => value === null);
}
