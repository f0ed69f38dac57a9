import { fireEvent, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { gradesFr } from '../../../../client/src/i18n/catalogues/grades.fr.ts';
import { teachFr } from '../../../../client/src/i18n/catalogues/teach.fr.ts';
import { group, press, said, setUpTeachPage, show } from './teach-page.ts';
import { sampleActivity, sampleFinished, sampleMember, sampleRoster, sampleView } from './teach-samples.ts';

const page = setUpTeachPage();

describe('staff limited to their groups', () => {
  it.each(['own-groups', 'no-group'] as const)('read why and what to do: %s', async (reach) => {
    page.server.activity = sampleActivity([sampleView(1)], { reach });
    page.server.roster = sampleRoster([]);
    await show(page);
    expect(document.body.textContent).toContain(teachFr[`reach.${reach}`]);
    expect(document.body.textContent).toContain(teachFr[`reach.${reach}.todo`]);
    expect(document.body.textContent).not.toContain(teachFr['reach.unconfirmed']);
    // It would change the grades of people whom they do not see.
    expect(document.body.textContent).not.toContain(gradesFr['card.title']);
  });

  it.each(['own-groups', 'everyone'] as const)(
    'read nothing about people whom they do not see: %s',
    async (reach) => {
      const own = reach === 'everyone' ? '' : '.own';
      const text = (): string => document.body.textContent;
      page.server.activity = sampleActivity([], { reach });
      page.server.roster = sampleRoster([]);
      await show(page);
      for (const key of [
        'group.nobody',
        'group.empty.going',
        'group.empty.done',
        'folder.csv.text',
      ] as const) {
        expect(text()).toContain(teachFr[`${key}${own}`]);
      }
      page.server.activity = sampleActivity([sampleFinished(1)], { reach });
      await press(teachFr.refresh);
      for (const key of ['group.empty.waiting', 'group.empty.going.done', 'export.sum.all'] as const) {
        expect(text()).toContain(teachFr[`${key}${own}`]);
      }
    },
  );

  it('read whom to ask if no course list confirms that they teach the whole course', async () => {
    page.server.activity = sampleActivity([sampleView(1)], { reach: 'own-groups' });
    page.server.roster = { state: 'not-authorized' };
    await show(page);
    expect(document.body.textContent).toContain(teachFr['reach.unconfirmed']);
  });
});

describe('a choice of people', () => {
  const choose = (label: string, value: string): Promise<boolean> =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });

  beforeEach(() => {
    page.server.activity = sampleActivity([sampleView(1), sampleView(2), sampleFinished(3)]);
    page.server.roster = sampleRoster([sampleMember(1, 'Ada'), sampleMember(null, 'Cy')]);
  });

  it.each([
    ['review', 'Aucune demande de révision n’attend de réponse.'],
    ['grades', 'Chaque note envoyée est au carnet ou en route.'],
    ['adapted', 'Aucune adaptation dans les scènes mesurées et terminées.'],
  ])('of %s says in its own words that there is nobody, and counts nobody', async (show_, words) => {
    await show(page);
    await choose(teachFr['tools.show'], show_);
    expect(said()).toContain(words);
    for (const name of [/Pas commencé 0 personne/, /En cours 0 personne/, /Terminé 0 personne/]) {
      expect(group(name).textContent).toContain(teachFr['search.hidden']);
    }
  });

  it('of those who have not started shows them first when others have, and says when there are none', async () => {
    await show(page);
    await choose(teachFr['tools.show'], 'waiting');
    const [waiting, going] = [group(/Pas commencé 1 personne/), group(/En cours 0 personne/)];
    expect(waiting.textContent).toContain('Cy');
    expect(waiting.compareDocumentPosition(going) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(going.textContent).toContain(teachFr['search.hidden']);
    expect(group(/Terminé 0 personne/).textContent).toContain(teachFr['search.hidden']);
    page.server.roster = sampleRoster([sampleMember(1, 'Ada')]);
    await press(teachFr.refresh);
    expect(said()).toContain(teachFr['tools.none.waiting']);
  });

  it('counts in each heading those who are listed', async () => {
    const [, , finished] = page.server.activity.people;
    if (finished === undefined) throw new Error('nobody finished');
    const asking = sampleView(2, { asksReview: true, askedAttemptId: 'attempt-2' });
    page.server.activity = sampleActivity([sampleView(1), asking, finished]);
    await show(page);
    expect(group(/En cours 2 personnes/)).toBeTruthy();
    await choose(teachFr['tools.show'], 'review');
    expect(within(group(/En cours 1 personne/)).getAllByRole('listitem')).toHaveLength(1);
    expect(group(/Terminé 0 personne/)).toBeTruthy();
  });

  it('of a group shows its people, also those who have not started', async () => {
    page.server.activity = sampleActivity([
      sampleView(1, { groupIds: ['7'] }),
      sampleView(2, { groupIds: ['12'] }),
      sampleView(3, { groupIds: ['12'] }),
    ]);
    const waiting = [sampleMember(null, 'Cy', true, ['12']), sampleMember(null, 'Di', true, ['7'])];
    page.server.roster = sampleRoster([sampleMember(1, 'Ada'), ...waiting], {
      groups: [{ id: '7', name: 'Matin' }],
    });
    await show(page);
    const label = teachFr['tools.group'];
    const options = within(screen.getByLabelText(label)).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Tous les groupes', 'Matin', 'Groupe 12']);
    await choose(label, '7');
    expect(within(group(/En cours 1 personne/)).getByRole('heading', { name: 'Ada' })).toBeTruthy();
    expect(group(/Pas commencé 1 personne/).textContent).toContain('Di');
  });

  it('offers no groups if the course tells none', async () => {
    await show(page);
    expect(screen.queryByLabelText(teachFr['tools.group'])).toBeNull();
  });

  it('by name says how many it found, with each key', async () => {
    page.server.activity = sampleActivity([sampleView(1), sampleView(2)]);
    const waiting = Array.from({ length: 10 }, (_, index) => sampleMember(null, `Cy ${String(index)}`));
    page.server.roster = sampleRoster([sampleMember(1, 'Ada'), sampleMember(2, 'Adèle'), ...waiting]);
    await show(page);
    const search = screen.getByRole('searchbox');
    for (const [typed, words] of [
      ['a', '2 personnes sur 12.'],
      ['adè', '1 personne sur 12.'],
      ['c', '10 personnes sur 12.'],
    ] as const) {
      await fireEvent.input(search, { target: { value: typed } });
      expect(said()).toContain(words);
    }
  });

  it('of two kinds says that nobody matches it', async () => {
    await show(page);
    await choose(teachFr['tools.show'], 'review');
    await choose(teachFr['tools.level'], '4');
    expect(said()).toContain(
      'Personne ne correspond à ce choix. Montrer\u00A0: Demandes de révision. Niveau\u00A0: 4 – Je m’adapte et j’aide les autres.',
    );
  });

  it('says nothing about names that the course withholds', async () => {
    page.server.activity = sampleActivity([]);
    page.server.roster = sampleRoster(Array.from({ length: 12 }, () => sampleMember(null, null)));
    await show(page);
    expect(group(/Pas commencé 12 personnes/).textContent).toContain('12 personnes n’ont pas commencé.');
    expect(said().join('')).toBe('');
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'Ada' } });
    expect(said()).toContain('Aucun nom ne correspond.');
  });
});
