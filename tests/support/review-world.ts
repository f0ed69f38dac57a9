/** Plays of the inbox, and those who review them. */
import type { AttemptAction } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import type { AttemptView, SceneAnswer } from '../../server/contract/play.ts';
import type { AttemptReview, StaffReview, TimelineAnswer } from '../../server/contract/review.ts';
import { RoleWorld } from './role-world.ts';

interface Got<Body> {
  readonly status: number;
  readonly text: string;
  readonly body: Body;
}

type Plan = (scene: SceneAnswer) => readonly (WorldAction | AttemptAction)[];

export class ReviewWorld {
  readonly world: RoleWorld;

  private constructor(world: RoleWorld) {
    this.world = world;
  }

  /** With one activity. */
  static async start(): Promise<ReviewWorld> {
    const world = await RoleWorld.start();
    await world.addActivity('ours', 'link-1', 'course-1');
    return new ReviewWorld(world);
  }

  close(): Promise<void> {
    return this.world.close();
  }

  async get<Body>(token: string, path: string): Promise<Got<Body>> {
    const { status, text } = await this.world.call('GET', path, token);
    // The contract is what these tests are about: the shape is asserted, not trusted.
    return { status, text, body: JSON.parse(text) as Body };
  }

  /**
   * Plays one attempt of the inbox through the API; returns its id.
   * @throws if a batch is refused
   */
  async play(subject: string, number: number, plan: Plan, practice = false): Promise<string> {
    const { world } = this;
    const token = await world.enter('ours', subject, { practice });
    const begin = { noticeVersion: '5.0', language: 'fr', number };
    const { text } = await world.call('POST', '/api/attempts', token, begin);
    const { id } = JSON.parse(text) as AttemptView;
    await world.call('POST', `/api/attempts/${id}/open`, token, { writer: `page-${number}`, tMs: 0 });
    const scene = await this.get<SceneAnswer>(token, `/api/attempts/${id}/scenes/1`);
    const actions = plan(scene.body).map((action, index) => ({
      actionSeq: index + 1,
      tMs: (index + 1) * 10,
      clientAt: 1,
      sceneId: '1',
      action,
    }));
    for (let from = 0; from < actions.length; from += 100) {
      const batch = {
        contractVersion: 1,
        epoch: 1,
        actions: actions.slice(from, from + 100),
        stateHash: null,
      };
      const answer = await world.call('POST', `/api/attempts/${id}/actions`, token, batch);
      if (answer.status !== 200) throw new Error(`a batch was answered ${answer.status}: ${answer.text}`);
    }
    return id;
  }

  /** Staff who review this person; null: nobody. */
  async reviewer(subject: string | null): Promise<string> {
    return this.world.enter('ours', 'teacher', {
      role: 'staff',
      message: 'submission-review',
      lineItemUrl: null,
      reviewedPersonId: subject === null ? null : await this.world.getPersonId('ours', subject),
    });
  }

  /** The person reviews their own work. */
  async ownReviewer(subject: string): Promise<string> {
    return this.world.enter('ours', subject, {
      message: 'submission-review',
      reviewedPersonId: await this.world.getPersonId('ours', subject),
    });
  }

  async timelineOf(token: string, id: string, from = 1): Promise<TimelineAnswer> {
    return (await this.get<TimelineAnswer>(token, `/api/review/${id}/timeline?from=${from}`)).body;
  }
}

/** @throws if it is not one for staff */
export function asStaff(review: AttemptReview | null): StaffReview {
  if (review?.view !== 'staff') throw new Error('not a review for staff');
  return review;
}
