/** Deeds around the apps. */
import type { SceneRef } from '../../scenarios/kit/log.ts';
import type { DeskAction } from '../../scenarios/world/types.ts';
import { appActivity, objectActivity, scenarioActivity } from '../activities.ts';
import type { Deed } from '../deed.ts';
import { extensions } from '../vocabulary.ts';
import { deedMaker } from './deed-parts.ts';

/** The deed of one action. */
export function deskDeed(scene: SceneRef, action: DeskAction): Deed {
  const on = deedMaker(scene, 'desk');
  switch (action.type) {
    case 'open-app':
      return on('opened', 2, appActivity(action.target));
    case 'help':
      return on('requested', 2, objectActivity(scene, 'hint', action.topic), {
        [extensions.helpStep]: action.step,
      });
    case 'listen':
      return on('listened', 2, objectActivity(scene, 'text', action.target));
    case 'undo':
      return on('undid', 2, appActivity('desk'));
    case 'done':
      return on('submitted', 2, scenarioActivity(scene));
    case 'skip':
      return on('skipped', 2, scenarioActivity(scene));
  }
}
