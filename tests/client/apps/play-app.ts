/** Plays an app in a small scene, by default that of the assistant: the real reducers apply its actions. */
import { fireEvent, render, screen } from '@testing-library/svelte';
import { type Component, tick } from 'svelte';
import type { AppProps } from '../../../client/src/apps/kit/app-view.svelte.ts';
import { startScene, step } from '../../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../../scenarios/world/types.ts';
import { assistantScene } from '../../support/assistant-scene.ts';

interface Play {
  readonly actions: WorldAction[];
  readonly container: HTMLElement;
  state: () => SceneState;
  change: (props: Partial<AppProps>) => Promise<void>;
  /** From outside the app, such as an undo. */
  act: (action: WorldAction) => Promise<void>;
}

interface PlayOptions {
  readonly world?: World;
  readonly readOnly?: boolean;
  readonly arrival?: AppProps['arrival'];
  /** What this app alone takes. */
  readonly more?: object;
}

export function playApp(
  App: Component<AppProps>,
  before: readonly WorldAction[] = [],
  { world = assistantScene, readOnly = false, arrival = { said: '' }, more = {} }: PlayOptions = {},
): Play {
  let state = startScene(world);
  const actions: WorldAction[] = [];
  let actionSeq = 0;
  const take = (action: WorldAction): void => {
    actionSeq += 1;
    const next = step(world, state, action, { epoch: 1, actionSeq });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    state = next.state;
  };
  before.forEach(take);
  let update: (props: object) => Promise<void> = () => Promise.resolve();
  const view = render(App, {
    world,
    state,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      take(action);
      void update({ state });
    },
    readOnly,
    pointAt: null,
    arrival,
    timers: { set: () => 0, clear: () => undefined },
    ...more,
  });
  update = (props) => view.rerender(props);
  return {
    actions,
    container: view.container,
    state: () => state,
    change: (props) => update(props),
    act: async (action) => {
      take(action);
      await update({ state });
    },
  };
}

/** Presses the button, or the first of those with the same name. */
export async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getAllByRole('button', { name })[0] ?? document.body);
  await settle();
}

/** Waits until focus has moved: some parts move it one tick after they were drawn. */
export async function settle(): Promise<void> {
  await tick();
  await tick();
  await tick();
}
