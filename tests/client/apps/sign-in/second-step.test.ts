/** Estimated passwords and approval on the phone, in the pages of the second version. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { tick, type Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppProps } from '../../../../client/src/apps/kit/app-view.svelte.ts';
import PhoneApp from '../../../../client/src/apps/phone/PhoneApp.svelte';
import SignInApp from '../../../../client/src/apps/sign-in/SignInApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { pushScene as world } from '../../../support/sign-in-scene.ts';

const signedIn: WorldAction = { app: 'sign-in', type: 'sign-in', userName: 'card', password: 'card' };
const chosen: WorldAction = { app: 'sign-in', type: 'choose-card', cardId: 'k3' };
const push: WorldAction = { app: 'sign-in', type: 'second-step', by: 'push' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

interface Play {
  readonly actions: WorldAction[];
  readonly state: () => SceneState;
}

function play(App: Component<AppProps>, before: readonly WorldAction[]): Play {
  let state = startScene(world);
  let actionSeq = 0;
  const actions: WorldAction[] = [];
  const take = (action: WorldAction): void => {
    actionSeq += 1;
    const next = step(world, state, action, { epoch: 1, actionSeq });
    if (!next.ok) throw new Error(`${action.type}: ${next.code}`);
    state = next.state;
  };
  before.forEach(take);
  const view = render(App, {
    world,
    state,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      take(action);
      void view.rerender({ state });
    },
    readOnly: false,
    pointAt: null,
    timers: { set: () => 0, clear: () => undefined },
  });
  return { actions, state: () => state };
}

async function press(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
}

async function fill(label: string, text: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
}

describe('a new password', () => {
  it('is sent as features with its guesses, and without a word of it', async () => {
    const { actions } = play(SignInApp, [signedIn]);
    await fill('Nouveau mot de passe', 'tortuetortue');
    await fill('Le nouveau mot de passe, encore une fois', 'tortuetortue');
    await press('Continuer');
    await waitFor(() => {
      expect(actions).toHaveLength(1);
    });
    expect(actions[0]).toMatchObject({ secret: { version: 2, guesses: '6-to-8' }, again: 'same' });
    expect(JSON.stringify(actions)).not.toContain('tortue');
  });
});

describe('the second step', () => {
  it('shows the number to enter, and can go back to the code', async () => {
    const { actions } = play(SignInApp, [signedIn, chosen]);
    await press('Approuver sur le téléphone');
    expect(screen.getByText('47')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Approuver sur le téléphone');
    await press('Entrer le code à la place');
    expect(screen.getByLabelText('Code reçu par texto')).toBeTruthy();
    expect(actions.map(({ type }) => type)).toEqual(['second-step', 'second-step']);
  });

  it('takes a code with other marks', async () => {
    const { state } = play(SignInApp, [signedIn, chosen]);
    await fill('Code reçu par texto', 'code : 482–913');
    await press('Confirmer le code');
    expect(state().apps['sign-in']?.stage).toBe('open');
  });

  it('asks the phone for the number, and only then', async () => {
    play(PhoneApp, [signedIn, chosen]);
    expect(screen.queryByText('Est-ce vous?')).toBeNull();
    cleanup();
    const { state, actions } = play(PhoneApp, [signedIn, chosen, push]);
    await fill('Nombre affiché sur l’ordinateur', '12');
    await press('Approuver');
    expect(screen.getByText('Ce n’est pas le nombre affiché sur l’ordinateur.')).toBeTruthy();
    await fill('Nombre affiché sur l’ordinateur', '47');
    expect(screen.queryByText('Ce n’est pas le nombre affiché sur l’ordinateur.')).toBeNull();
    await press('Approuver');
    expect(state().apps['sign-in']?.stage).toBe('open');
    expect(screen.queryByText('Est-ce vous?')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Conversations' }));
    expect(JSON.stringify(actions)).not.toContain('47');
  });

  it('can be denied on the phone, beside an open conversation that then takes the focus', async () => {
    const [conversation] = world.phone?.conversations ?? [];
    const open: WorldAction = { app: 'phone', type: 'open', conversationId: conversation?.id ?? '' };
    const { state } = play(PhoneApp, [signedIn, chosen, push, open]);
    await press('Ce n’est pas moi');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: conversation?.name ?? '' }));
    expect(state().apps['sign-in']).toMatchObject({ second: 'code', problem: 'denied' });
  });
});
