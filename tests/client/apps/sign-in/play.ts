/** Plays the sign-in pages in their own world. */
import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import SignInApp from '../../../../client/src/apps/sign-in/SignInApp.svelte';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';
import { signInScene } from '../../../support/sign-in-scene.ts';

export const SIGNED_IN: WorldAction = { app: 'sign-in', type: 'sign-in', userName: 'card', password: 'card' };

interface Play {
  readonly actions: WorldAction[];
  state: () => SceneState;
  change: (props: object) => Promise<void>;
  act: (action: WorldAction) => Promise<void>;
}

/** The real reducers apply the actions. */
export function playSignIn(
  before: readonly WorldAction[] = [],
  world: World = structuredClone(signInScene),
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
  const view = render(SignInApp, {
    world,
    state,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      take(action);
      void update({ state });
    },
    readOnly: false,
    pointAt: null,
  });
  update = (props) => view.rerender(props);
  return {
    actions,
    state: () => state,
    change: (props) => update(props),
    act: async (action) => {
      take(action);
      await update({ state });
    },
  };
}

export async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
  await tick();
}

export async function fill(label: string, text: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
}

export async function submit(): Promise<void> {
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  await fireEvent.submit(form);
  await tick();
  await tick();
}
