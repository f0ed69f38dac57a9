/** How a scene is played the right way in a browser, and an activity that plays only that scene. */
import type { BrowserPerson } from '../browser-person.ts';
import type { OpenStack } from '../stack.ts';

/** Looks at the current screen; `screen` names it, e.g. `list`. */
export type See = (screen: string) => Promise<void>;

export interface ScenePath {
  /** Scenario id, e.g. `s03-tidy`. */
  readonly scenario: string;
  /** False if the scene gives no points and no grade. */
  readonly isScored?: false;
  /** A secret that the person types, which must be found nowhere. */
  readonly secret?: string;
  /**
   * From the scene's first view to just before « J’ai fini », in the person's language and by their input. Calls `see` on
   * each screen. Every rule of the scene must be met at the end.
   */
  readonly play: (person: BrowserPerson, see: See) => Promise<void>;
}

/** Adds an activity of one scene to the course of a language; returns its id, also that of its grade column. */
export async function addSceneActivity(
  stack: OpenStack,
  scenario: string,
  { id, language }: { readonly id: number; readonly language: 'fr' | 'en' },
): Promise<number> {
  await stack.lms.control({
    command: 'addActivity',
    cmid: id,
    courseId: language === 'fr' ? 2 : 3,
    title: scenario,
    custom: { numplus_scenes: scenario },
  });
  return id;
}

/** Adds an activity of a week to the course of a language; returns its id. */
export async function addWeekActivity(
  stack: OpenStack,
  {
    id,
    language,
    form = 'first-week',
  }: { readonly id: number; readonly language: 'fr' | 'en'; readonly form?: string },
): Promise<number> {
  await stack.lms.control({
    command: 'addActivity',
    cmid: id,
    courseId: language === 'fr' ? 2 : 3,
    title: 'Semaine',
    custom: { numplus_form: form },
  });
  return id;
}

/** From the course page through the scene to the end of the attempt. */
export async function playScene(
  path: ScenePath,
  person: BrowserPerson,
  where: {
    readonly stack: OpenStack;
    readonly personId: number;
    readonly activityId: number;
    readonly see: See;
  },
): Promise<void> {
  await person.launch(where.stack, where.personId, where.activityId);
  await person.acceptNotice();
  await person.hearIntroduction();
  await path.play(person, where.see);
  await person.finishScene();
  await person.leaveScene();
}
