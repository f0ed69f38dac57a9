import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { teachFr } from '../../../../client/src/i18n/catalogues/teach.fr.ts';
import { group, press, said, setUpTeachPage, show } from './teach-page.ts';
import { sampleActivity, sampleFinished, sampleMember, sampleRoster, sampleView } from './teach-samples.ts';

const page = setUpTeachPage();

describe('the groups', () => {
  it('list everyone by name, their progress and the number of people', async () => {
    page.server.activity = sampleActivity([
      sampleFinished(1, { state: 'sent', gradeId: 'g', sentAt: '2026-11-24T16:00:00.000Z' }),
      sampleView(2),
    ]);
    const names = [sampleMember(1, 'Ada'), sampleMember(2, 'Bo'), sampleMember(null, 'Cy')];
    page.server.roster = sampleRoster([...names, sampleMember(null, 'Tess', false)]);
    await show(page);
    expect(document.activeElement?.textContent).toBe('Une semaine aux Ateliers');
    expect(group(/Pas commencé 1 personne/).textContent).toContain('Cy');
    expect(group(/En cours 1 personne/).textContent).toMatch(/Bo.*10\s?h\s?30/s);
    const done = group(/Terminé 1 personne/);
    expect(done.textContent).toContain('72 sur 100');
    expect(done.textContent).toMatch(/Note transmise au carnet le 24.novembre à.11.h/);
    expect(document.body.textContent).not.toContain('Tess');
  });

  it('say both grades where the gradebook shows another', async () => {
    const sent = { state: 'sent', gradeId: 'g', sentAt: '2026-11-24T16:00:00.000Z' } as const;
    page.server.activity = sampleActivity([sampleFinished(1, { ...sent, changed: { sent: 72, shown: 62 } })]);
    await show(page);
    expect(group(/Terminé/).textContent).toMatch(/a envoyé 72 sur 100\. Le carnet montre 62 sur 100\./);
  });

  it('are shown before a slow course has sent its list', async () => {
    page.server.activity = sampleActivity([sampleView(1)]);
    page.server.roster = null;
    await show(page);
    // It waits a moment, so that names do not move the list.
    await screen.findByRole('region', { name: /En cours/ }, { timeout: 10_000 });
    expect(group(/En cours/).textContent).toContain('Personne 1');
    expect(group(/Pas commencé/).textContent).toContain('On demande la liste du cours');
  });

  it('use numbers if names are withheld', async () => {
    page.server.activity = sampleActivity([sampleView(1)]);
    page.server.roster = sampleRoster([
      sampleMember(1, null),
      sampleMember(null, null),
      sampleMember(null, null),
    ]);
    await show(page);
    expect(group(/Pas commencé 2 personnes/).textContent).toContain('2 personnes n’ont pas commencé.');
    expect(group(/Pas commencé/).textContent).toContain('ne transmet pas les noms');
    expect(within(group(/En cours/)).getByRole('heading', { name: 'Personne 1' })).toBeTruthy();
  });

  it.each([
    ['not-offered', /ne donne pas sa liste/, false],
    ['not-authorized', /ne laisse pas NUM\+ lire/, false],
    ['refused', /n’a pas pu donner sa liste/, true],
    ['unreachable', /n’a pas donné sa liste à temps/, true],
  ] as const)('explain the problem when the list is %s', async (state, text, canRetry) => {
    page.server.roster = { state };
    await show(page);
    expect(group(/Pas commencé/).textContent).toMatch(text);
    const retry = screen.queryByRole('button', { name: 'Redemander la liste' });
    expect(retry !== null).toBe(canRetry);
    if (retry === null) return;
    page.server.roster = sampleRoster([sampleMember(null, 'Ada')]);
    await press('Redemander la liste');
    expect(group(/Pas commencé/).textContent).toContain('Ada');
  });

  it('say kindly that they are empty', async () => {
    await show(page);
    expect(group(/Pas commencé/).textContent).toContain('Aucune personne ne participe encore');
    expect(group(/En cours/).textContent).toContain('Personne n’a d’essai en cours');
    expect(group(/Terminé/).textContent).toContain('Personne n’a encore terminé');
  });

  it('say of a person in a second attempt when they finished the first', async () => {
    const { attempt } = sampleView(1);
    const finishedBefore = { number: 1, at: '2026-11-23T15:30:00.000Z' };
    page.server.activity = sampleActivity([
      sampleView(1, { attempt: { ...attempt, number: 2 }, finishedBefore }),
    ]);
    await show(page);
    expect(group(/Terminé 1 personne/).textContent).toMatch(
      /Essai 1 terminé le 23.novembre.*Essai 2.*Commencé le 24.novembre/su,
    );
    expect(group(/En cours 0 personne/).textContent).toContain(teachFr['group.empty.going.done']);
  });

  it('are below a note if sending to a record store is paused', async () => {
    const note = /NUM\+ a mis en pause l’envoi de ses données à un autre système/;
    await show(page);
    expect(screen.queryByText(note)).toBeNull();
    cleanup();
    page.server.activity = sampleActivity([], { isDeliveryStuck: true });
    await show(page);
    expect(screen.getByText(note)).toBeTruthy();
  });

  it('of a large course are expanded on demand and can be searched', async () => {
    const members = Array.from({ length: 40 }, (_, index) =>
      sampleMember(null, `Élève ${String(index + 1)}`),
    );
    page.server.roster = sampleRoster(members);
    await show(page);
    expect(within(group(/Pas commencé/)).getAllByRole('listitem')).toHaveLength(24);
    await press('Montrer les 16 autres');
    expect(within(group(/Pas commencé/)).getAllByRole('listitem')).toHaveLength(40);
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'eleve 40' } });
    expect(within(group(/Pas commencé/)).getAllByRole('listitem')).toHaveLength(1);
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nobody' } });
    expect(said()).toContain('Aucun nom ne correspond.');
  });
});

describe('the attempt that counts', () => {
  it('is named with its reason if there are several', async () => {
    const { attempt } = sampleView(1);
    const counting = { number: 1, because: 'later-too-few' } as const;
    page.server.activity = sampleActivity([sampleView(1, { attempt: { ...attempt, number: 2 }, counting })]);
    await show(page);
    expect(
      screen.getByText(/L’essai 1 compte encore\s: celui d’après n’a pas assez de scènes\./),
    ).toBeTruthy();
  });
});
