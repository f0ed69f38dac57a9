import { createColumn } from './people-and-courses.ts';
import type { Store } from './store.ts';
import type { Activity } from './stored-state.ts';

export interface ExamplesNews {
  readonly played: number;
  readonly arePlaying: boolean;
}

/** Its id is below those of a store's `takeId`. */
function createWeek(id: number, courseId: number, title: string, description: string): Activity {
  return {
    cmid: id,
    resourceLinkId: id,
    courseId,
    title,
    description,
    url: null,
    custom: { numplus_form: 'first-week', numplus_attempts: '3', numplus_grade: 'measure' },
    graded: true,
    copiedFrom: [],
  };
}

export const WEEKS = {
  fr: createWeek(
    4,
    2,
    'Première semaine',
    'Une semaine aux Ateliers Boréal, en plusieurs petites tâches. On s’arrête quand on veut.',
  ),
  en: createWeek(
    5,
    3,
    'First week',
    'A week at Ateliers Boréal, in several short tasks. You can stop whenever you like.',
  ),
} as const;

/** Of activities that play one scene. */
const SHORT_TITLES = new Map([
  [2, 'Découvrir NUM+'],
  [3, 'Discover NUM+'],
]);

export function addExamples(store: Store): void {
  const { state } = store;
  if (state.hasExamples) return;
  for (const activity of state.activities) {
    const title = SHORT_TITLES.get(activity.cmid);
    const column = state.lineItems.find(({ resourceLinkId }) => resourceLinkId === activity.resourceLinkId);
    if (title === undefined) continue;
    if (column?.label === activity.title) column.label = title;
    activity.title = title;
  }
  const weeks = Object.values(WEEKS);
  state.activities.unshift(...structuredClone(weeks));
  state.lineItems.unshift(...weeks.map((week) => createColumn(week.cmid, week)));
  state.courseLanguages['2'] = null;
  state.hasExamples = true;
  store.commit();
}
