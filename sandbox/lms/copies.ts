/** Copies, and what the LMS tells about them. */
import { z } from 'zod';
import { getActivity, listItemsOfLink } from './gradebook.ts';
import { findCourse } from './people-and-courses.ts';
import type { Store } from './store.ts';
import type { Activity } from './stored-state.ts';

/** Omitted ways are as in Moodle. */
export const copyWaysSchema = z.object({
  /** Variables that the LMS fills in. */
  history: z.enum(['nothing', 'courses', 'courses-and-links']).default('courses'),
  /** Whether copies keep the custom parameters. */
  keepsCustom: z.boolean().default(true),
  /** The LMS has the Platform Notification Service. */
  notices: z.boolean().default(false),
});

export type CopyWays = z.output<typeof copyWaysSchema>;

export const moodlesCopies: CopyWays = copyWaysSchema.parse({});

export function listHistoryVariables({ history }: CopyWays): string[] {
  if (history === 'nothing') return [];
  return history === 'courses' ? ['Context.id.history'] : ['Context.id.history', 'ResourceLink.id.history'];
}

/** Fills in a variable that the LMS knows; else its name stays. */
export function fillInHistory(
  { state }: Store,
  ways: CopyWays,
  place: { readonly courseId: number; readonly activity: Activity | undefined },
  value: string,
): string {
  if (!listHistoryVariables(ways).includes(value.slice(1))) return value;
  const copy = state.courseCopies.find(({ id }) => id === place.courseId);
  const origins = value === '$Context.id.history' ? copy?.origins : place.activity?.copiedFrom;
  return (origins ?? []).join(',');
}

/** In the same course, with a new link and column. @throws if the activity does not exist */
export function copyActivity(store: Store, ways: CopyWays, cmid: number): void {
  const original = getActivity(store, cmid);
  const ids = { cmid: store.takeId(), resourceLinkId: store.takeId(), courseId: original.courseId };
  addCopy(store, ways, original, ids);
  store.commit();
}

/**
 * With all its activities; the ids of the first are `copyId + 1`, and so on.
 * @throws if the course does not exist, or the copy does
 */
export function copyCourse(store: Store, ways: CopyWays, courseId: number, copyId: number): void {
  const { state } = store;
  if (findCourse(courseId, state.courseCopies) === undefined)
    throw new Error(`There is no course ${courseId}.`);
  if (findCourse(copyId, state.courseCopies) !== undefined) throw new Error(`There is a course ${copyId}.`);
  const origins = state.courseCopies.find(({ id }) => id === courseId)?.origins ?? [];
  state.courseCopies.push({ id: copyId, origins: [courseId, ...origins] });
  const activities = state.activities.filter((activity) => activity.courseId === courseId);
  for (const [index, original] of activities.entries()) {
    const id = copyId + 1 + index;
    addCopy(store, ways, original, { cmid: id, resourceLinkId: id, courseId: copyId });
  }
  store.commit();
}

function addCopy(
  store: Store,
  { keepsCustom }: CopyWays,
  original: Activity,
  ids: Pick<Activity, 'cmid' | 'resourceLinkId' | 'courseId'>,
): void {
  const copiedFrom = [original.resourceLinkId, ...original.copiedFrom];
  store.state.activities.push({
    ...original,
    ...ids,
    copiedFrom,
    custom: keepsCustom ? original.custom : keepAsked(original.custom),
  });
  for (const item of listItemsOfLink(store, original.resourceLinkId)) {
    const { courseId, resourceLinkId } = ids;
    store.state.lineItems.push({ ...item, id: store.takeId(), courseId, resourceLinkId });
  }
}

/** What the tool asks for may be set for the whole tool. */
function keepAsked(custom: Activity['custom']): Activity['custom'] {
  return Object.fromEntries(Object.entries(custom).filter(([, value]) => value.startsWith('$')));
}
