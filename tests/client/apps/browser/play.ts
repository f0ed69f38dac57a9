/** Plays the web browser in a test: the real reducers apply its actions, and the test sees both. */
import { render } from '@testing-library/svelte';
import BrowserApp from '../../../../client/src/apps/browser/BrowserApp.svelte';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../../../scenarios/world/types.ts';

type Page = NonNullable<World['browser']>['pages'][number];

const page = (id: string, title: string, words: string, blocks: Page['blocks']): Page => ({
  id,
  title,
  address: `https://${id}.example`,
  site: `Site ${id}`,
  look: 'plain',
  menu: [],
  blocks,
  found: { words, snippet: `Extrait ${id}`, sponsored: id === 'ad' },
});

/** Three pages; texts are their own keys. */
export const sampleWeb: World = {
  formatVersion: 1,
  id: 'sample',
  version: 1,
  title: 'title',
  place: 'shop',
  minutes: 5,
  givenBy: 'rosa',
  introduction: [],
  goal: [],
  ending: { by: 'rosa', expression: 'smiling', text: 'ending' },
  help: [],
  access: {
    screenReader: true,
    keyboard: true,
    zoom400: true,
    withoutColour: true,
    withoutSound: true,
    phone: true,
  },
  apps: ['browser'],
  browser: {
    engine: 'Moteur',
    favourites: [{ to: 'town', text: 'La ville' }],
    suggestions: [{ id: 's1', text: 'écocentre ville' }],
    note: {
      to: 'rosa',
      title: 'Répondre',
      question: 'Quelle heure?',
      choices: [
        { id: 'c1', text: '8 heures' },
        { id: 'c2', text: '9 heures' },
      ],
    },
    pages: [
      page('ad', 'Une annonce', 'écocentre', [{ kind: 'text', text: 'Achetez!' }]),
      page('town', 'La page de la ville', 'écocentre ville heures', [
        { kind: 'text', text: 'L’écocentre est ouvert. Écocentre de la ville.' },
        { kind: 'links', links: [{ to: 'form', text: 'Un formulaire' }] },
      ]),
      page('form', 'Formulaire', 'formulaire', [
        {
          kind: 'entry',
          id: 'b1',
          title: 'Vos renseignements',
          fields: [
            { id: 'name', label: 'Nom', input: 'text' },
            { id: 'card', label: 'Carte', input: 'secret' },
          ],
          button: 'Payer',
          then: 'ad',
        },
      ]),
    ],
  },
};

export interface Play {
  readonly actions: WorldAction[];
  readonly container: HTMLElement;
  state: () => SceneState;
}

export function playWeb(
  options: {
    readonly readOnly?: boolean;
    readonly before?: readonly WorldAction[];
    readonly pointAt?: string;
  } = {},
): Play {
  let state = startScene(sampleWeb);
  let actionSeq = 0;
  const actions: WorldAction[] = [];
  const take = (action: WorldAction): void => {
    actionSeq += 1;
    const next = step(sampleWeb, state, action, { epoch: 1, actionSeq });
    if (!next.ok) throw new Error(`${action.app} ${action.type} refused: ${next.code}`);
    state = next.state;
  };
  options.before?.forEach(take);
  let update: (props: object) => Promise<void> = () => Promise.resolve();
  const view = render(BrowserApp, {
    world: sampleWeb,
    state,
    text: (key: string) => key,
    act: (action: WorldAction) => {
      actions.push(action);
      take(action);
      void update({ state });
    },
    readOnly: options.readOnly ?? false,
    pointAt: options.pointAt ?? null,
  });
  update = (props) => view.rerender(props);
  return { actions, container: view.container, state: () => state };
}
