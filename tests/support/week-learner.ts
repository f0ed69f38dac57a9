/** A learner without a browser who plays each scene of the first week by its first named play. */
import type { WorldAction } from '../../scenarios/world/types.ts';
import { ApiLearner, type LearnerWorld } from './api-learner.ts';
import { content } from './s02.ts';
import { isPlay, playsIn } from './scene-plays.ts';

/** The number of scenes, with the welcome. */
export const scenesOfWeek = content.getForm('first-week').scenes.length;

export class WeekLearner extends ApiLearner {
  /** Adds an activity of the week to the French course, and begins an attempt. */
  static async begin(
    world: LearnerWorld & { readonly lms: { control(command: unknown): Promise<unknown> } },
    personId: number,
    activityId: number,
  ): Promise<WeekLearner> {
    await world.lms.control({
      command: 'addActivity',
      cmid: activityId,
      courseId: 2,
      title: 'Semaine',
      custom: { numplus_form: 'first-week' },
    });
    const learner = new WeekLearner(world);
    await learner.begin(personId, activityId);
    return learner;
  }

  /** Plays the scene at a place in the week, from 1 for the welcome, and ends it if the play does not. */
  async playScene(place: number): Promise<void> {
    const sceneId = String(place);
    const { status, body } = await this.scene(sceneId);
    if (status !== 200) throw new Error(`scene ${sceneId}: ${status}`);
    const actions = playsIn(body)[0]?.actions ?? [];
    const all: readonly WorldAction[] = [...actions.filter(isPlay), { app: 'desk', type: 'done' }];
    const answer = await this.send(this.number(all).map((one) => ({ ...one, sceneId })));
    if (answer.status !== 200) throw new Error(`scene ${sceneId}: ${answer.body.code}`);
  }

  /** Plays from one place to another, inclusive. */
  async playScenes(from: number, to: number): Promise<void> {
    for (let place = from; place <= to; place += 1) await this.playScene(place);
  }
}
