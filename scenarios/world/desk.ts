import type { Step } from './base.ts';
import type { AppStates, DeskAction, SceneState, SimulatedAppId, World } from './types.ts';

/** Apps that are one press away everywhere: on a phone the home screen only, whose icons open the others. */
function tabsOf({ apps }: Pick<World, 'apps'>): readonly SimulatedAppId[] {
  return apps.includes('home') ? ['home'] : apps;
}

export function openApp(world: World, apps: AppStates, target: SimulatedAppId): Step<AppStates> {
  if (!world.apps.includes(target)) return { ok: false, code: 'world.unknown-app' };
  if (!tabsOf(world).includes(target)) return { ok: false, code: 'world.not-on-screen' };
  return { ok: true, state: apps.active === target ? apps : { ...apps, active: target } };
}

export function takeHelp(
  world: World,
  help: SceneState['help'],
  topic: string,
  step: 1 | 2 | 3,
): Step<SceneState['help']> {
  if (!world.help.some(({ id }) => id === topic)) return { ok: false, code: 'help.unknown-topic' };
  const before = help[topic] ?? 0;
  return { ok: true, state: step > before ? { ...help, [topic]: step } : help };
}

/** Listening takes any target: these are the current ones. */
export function deskActs(world: World, { apps, past }: SceneState): readonly DeskAction[] {
  const spoken = [
    'goal',
    ...world.goal,
    ...world.introduction.map(({ text }) => text),
    ...world.help.map(({ id }) => `help:${id}`),
  ];
  return [
    ...tabsOf(world)
      .filter((target) => target !== apps.active)
      .map((target): DeskAction => ({ app: 'desk', type: 'open-app', target })),
    ...world.help.flatMap(({ id: topic }) =>
      ([1, 2, 3] as const).map((step): DeskAction => ({ app: 'desk', type: 'help', topic, step })),
    ),
    ...spoken.map((target): DeskAction => ({ app: 'desk', type: 'listen', target: target.slice(0, 64) })),
    ...(past.length > 0 ? ([{ app: 'desk', type: 'undo' }] as const) : []),
    { app: 'desk', type: 'done' },
    { app: 'desk', type: 'skip' },
  ];
}
