/** The sentences are in the client. Names are public words of the scenario, never typed text. */
import { keyOf, namesIn } from '../../scenarios/apps/app-lookups.ts';
import { findById, type PlainName } from '../../scenarios/kit/app.ts';
import type { AttemptAction } from '../../scenarios/kit/log.ts';
import type { FittedScene } from '../../scenarios/schema/variant.ts';
import type { TextKey } from '../../scenarios/world/base.ts';
import type { DeskAction, World, WorldAction } from '../../scenarios/world/types.ts';
import type { Words } from '../contract/words.ts';
import { wordsOf } from '../content/find-scene.ts';

/** App, type, and whatever else changes the sentence, joined by dots. */
export function keyOfAction(action: WorldAction | AttemptAction): string {
  if (action.app !== 'desk' && action.app !== 'frame') return keyOf(action);
  return [action.app, action.type, ...wordingOf(action)].join('.');
}

function wordingOf(action: DeskAction | AttemptAction): readonly (string | number)[] {
  switch (action.type) {
    case 'open-app':
      return [action.target];
    case 'help':
      return [action.step];
    case 'language':
      return [action.language];
    case 'setting':
      return [action.name, action.value];
    case 'helper-offer':
      return [action.answer];
    case 'input':
      return [action.mode];
    case 'pause':
      return [action.cause];
    case 'listen':
    case 'undo':
    case 'done':
    case 'skip':
    case 'resume':
    case 'end':
    case 'assist':
    case 'device':
    case 'hidden':
      return [];
  }
}

/** Leaves out things without a public name, such as a message that the learner wrote. */
export function namesInAction(action: WorldAction, played: FittedScene | undefined): Record<string, Words> {
  if (played === undefined) return {};
  const keys: Record<string, TextKey | PlainName> =
    action.app === 'desk' ? namesOnDesk(played.world, action) : namesIn(played.world, action);
  return Object.fromEntries(
    Object.entries(keys).map(([name, key]): [string, Words] => [
      name,
      typeof key === 'string' ? wordsOf(played.texts, key) : { fr: key.plain, en: key.plain },
    ]),
  );
}

function namesOnDesk(world: World, action: DeskAction): Record<string, TextKey> {
  const topic = action.type === 'help' ? findById(world.help, action.topic)?.title : undefined;
  return topic === undefined ? {} : { topic };
}
