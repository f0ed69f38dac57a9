import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import FormApp from '../../../../client/src/apps/form/FormApp.svelte';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { FormAction } from '../../../../scenarios/world/form/types.ts';
import { startScene, step } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { formScene } from '../../../support/form-scene.ts';

const OPEN: FormAction = { app: 'form', type: 'open', siteId: 's1', via: 'note' };
const FILLED: readonly FormAction[] = [
  OPEN,
  { app: 'form', type: 'fill', fieldId: 'n1', typed: 'Alex Roy-Côté', reading: 'as-on-card' },
  { app: 'form', type: 'fill', fieldId: 'n2', typed: '1990-03-14', reading: 'as-on-card' },
  { app: 'form', type: 'fill', fieldId: 'n3', typed: '819 555-0142', reading: 'as-on-card' },
  { app: 'form', type: 'choose', fieldId: 'n4', choice: 'b' },
  { app: 'form', type: 'attach', fieldId: 'n6', fileId: 'f2' },
];
const REVIEW: FormAction = { app: 'form', type: 'review' };
const SEND: FormAction = { app: 'form', type: 'send' };

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

interface Play {
  readonly actions: WorldAction[];
  state: () => SceneState;
}

/** Plays the app in the sample's world: the real reducers apply its actions. */
function playForm(before: readonly WorldAction[] = [], readOnly = false, scene = formScene): Play {
  const world = structuredClone(scene);
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
  const view = render(FormApp, {
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
  });
  update = (props) => view.rerender(props);
  return { actions, state: () => state };
}

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
  await tick();
}

async function write(name: RegExp, text: string): Promise<void> {
  const box = screen.getByRole('textbox', { name });
  await fireEvent.focus(box);
  await fireEvent.input(box, { target: { value: text } });
  await fireEvent.blur(box);
}

describe('the way to the form', () => {
  it('shows a link’s address before it is followed, and then the address of the page', async () => {
    const play = playForm();
    await press(/Formulaire d’embauche/);
    expect(screen.getAllByText('https://boreal.example/embauche').length).toBeGreaterThan(0);
    await press('Ouvrir le lien');
    expect(play.actions).toEqual([OPEN]);
    expect(screen.getByRole('heading', { name: 'Formulaire d’embauche' })).toBe(document.activeElement);
  });

  it('labels a result as an advertisement in words', async () => {
    const play = playForm();
    await press('Chercher le formulaire sur le Web');
    expect(within(screen.getAllByRole('listitem')[0] ?? document.body).getByText('Annonce')).toBeTruthy();
    await press(/Formulaire rapide/);
    expect(play.actions.at(-1)).toEqual({ app: 'form', type: 'open', siteId: 's2', via: 'result' });
  });
});

describe('the window', () => {
  it('is a browser whose bar names the page and leads back to the first one', async () => {
    const play = playForm([OPEN]);
    expect(screen.getByRole('region', { name: 'Navigateur' })).toBeTruthy();
    expect(screen.getByText('Adresse de la page').parentElement?.textContent).toContain(
      'https://boreal.example/embauche',
    );
    await press('Accueil');
    expect(play.actions).toEqual([{ app: 'form', type: 'start' }]);
  });

  it('says whether the card is collapsed, and sends no action for it', async () => {
    const play = playForm([OPEN]);
    const fold = screen.getByRole('button', { name: 'Fiche' });
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    await press('Fiche');
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(play.actions).toEqual([]);
  });
});

describe('the fields', () => {
  it('say in words which are required, and send what is typed with its analysis', async () => {
    const play = playForm([OPEN]);
    expect(screen.getByRole('textbox', { name: 'NAS (facultatif)' })).toBeTruthy();
    await write(/^Date de naissance \(obligatoire\)$/, '14 mars 1990');
    expect(play.actions).toEqual([
      { app: 'form', type: 'fill', fieldId: 'n2', typed: '14 mars 1990', reading: 'ill-formed' },
    ]);
  });

  it('send no digits of a secret', async () => {
    const play = playForm([OPEN]);
    await write(/NAS/, '900');
    await write(/NAS/, '900 123');
    expect(play.actions).toEqual([{ app: 'form', type: 'fill-secret', fieldId: 'n5', filled: true }]);
    expect(JSON.stringify(play.state())).not.toContain('900');
    await write(/NAS/, '');
    expect(play.actions.at(-1)).toEqual({ app: 'form', type: 'fill-secret', fieldId: 'n5', filled: false });
  });

  it('accept a file by a button that says what each file is', async () => {
    const play = playForm([OPEN]);
    await press('Joindre un fichier\u00A0: Preuve d’adresse');
    await press(/Preuve\.pdf.*Document PDF.*Facture/);
    expect(play.actions).toEqual([{ app: 'form', type: 'attach', fieldId: 'n6', fileId: 'f2' }]);
    // Several fields may hold a file: the button says whose it is then too.
    expect(screen.getByRole('button', { name: 'Changer de fichier\u00A0: Preuve d’adresse' })).toBeTruthy();
  });
});

describe('the list of fields to check', () => {
  it('takes focus and leads to each field', async () => {
    playForm([OPEN]);
    await press('Continuer');
    expect(document.activeElement?.textContent).toContain('Il reste 5 cases à revoir');
    await press(/Date de naissance Remplissez cette case/);
    const box = screen.getByRole('textbox', { name: /Date de naissance/ });
    expect(document.activeElement).toBe(box);
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });

  it('announces each field that was corrected', async () => {
    playForm([...FILLED.slice(0, 5), REVIEW]);
    expect(screen.getByText('Il reste 1 case à revoir')).toBeTruthy();
    await press('Joindre un fichier\u00A0: Preuve d’adresse');
    await press(/Preuve\.pdf/);
    expect(screen.getByText('Le site accepte toutes les cases. Choisissez « Continuer ».')).toBeTruthy();
  });
});

describe('summary and confirmation', () => {
  it('show each answer, and lead back to its field', async () => {
    const play = playForm([...FILLED, REVIEW]);
    expect(screen.getByText('819 555-0124')).toBeTruthy();
    await press('Modifier\u00A0: Téléphone');
    expect(play.actions).toEqual([{ app: 'form', type: 'mend', fieldId: 'n3' }]);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Téléphone/ }));
  });

  it('show a number that can be copied and pasted into the note', async () => {
    const play = playForm([...FILLED, REVIEW, SEND]);
    expect(screen.getByText('EMB-2046-73')).toBeTruthy();
    await press('Copier le numéro');
    await press('Coller le numéro');
    expect(play.actions).toEqual([
      { app: 'form', type: 'keep', how: 'copy' },
      { app: 'form', type: 'note', typed: 'EMB-2046-73', reading: 'as-on-card' },
    ]);
  });

  it('keep the number when it is selected and copied without the button', async () => {
    const play = playForm([...FILLED, REVIEW, SEND]);
    const number = screen.getByText('EMB-2046-73');
    document.getSelection()?.selectAllChildren(screen.getByText('Copier le numéro'));
    await fireEvent.copy(number);
    expect(play.actions).toEqual([]);
    document.getSelection()?.selectAllChildren(number);
    await fireEvent.copy(number);
    expect(play.actions).toEqual([{ app: 'form', type: 'keep', how: 'copy' }]);
    document.getSelection()?.removeAllRanges();
  });

  it('change nothing when the app is read-only', async () => {
    const play = playForm([...FILLED, REVIEW], true);
    await press('Envoyer le formulaire');
    expect(play.actions).toEqual([]);
  });
});

describe('a number on paper', () => {
  const paper = structuredClone(formScene);
  const [site] = paper.form?.sites ?? [];
  if (site !== undefined) Object.assign(site, { paper: true });

  it('is hidden while its last two digits are asked for, and kept once they are right', async () => {
    const play = playForm([...FILLED, REVIEW, SEND], false, paper);
    await press('C’est noté sur papier');
    expect(screen.queryByText('EMB-2046-73')).toBeNull();
    await write(/2 derniers chiffres/, '37');
    await press('OK');
    expect(screen.getByText(/Ce sont d’autres chiffres/)).toBeTruthy();
    await write(/2 derniers chiffres/, '73');
    await press('OK');
    expect(screen.getByText('EMB-2046-73')).toBeTruthy();
    expect(play.state().apps.form?.sites.s1?.kept).toEqual(['paper']);
  });

  it('is shown again on request, and is not offered by every site', async () => {
    playForm([...FILLED, REVIEW, SEND], false, paper);
    await press('C’est noté sur papier');
    await press('Revoir le numéro');
    expect(screen.getByText('EMB-2046-73')).toBeTruthy();
    cleanup();
    playForm([...FILLED, REVIEW, SEND]);
    expect(screen.queryByRole('button', { name: 'C’est noté sur papier' })).toBeNull();
  });
});
