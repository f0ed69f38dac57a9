import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { toProblem } from '../../../../client/src/api/problem.ts';
import { actionsFr } from '../../../../client/src/i18n/catalogues/actions.fr.ts';
import { gradesFr } from '../../../../client/src/i18n/catalogues/grades.fr.ts';
import { teachFr } from '../../../../client/src/i18n/catalogues/teach.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import Teach from '../../../../client/src/staff/teach/Teach.svelte';
import { Session } from '../../../../client/src/state/session.svelte.ts';
import { TabMemory } from '../../../../client/src/state/tab-memory.ts';
import { HandTimers, settle } from '../../support/hand-timers.ts';
import { TabHistory } from '../../support/page.ts';
import { sampleActions, sampleAttempt } from '../actions/actions-server.ts';
import { sampleReview } from '../review/sample-review.ts';
import { sampleActivity, sampleFinished, sampleMember, sampleRoster, sampleView } from './teach-samples.ts';
import { TeachServer } from './teach-server.ts';

let server: TeachServer;
let problems: string[];

beforeEach(() => {
  locale.current = 'fr';
  server = new TeachServer();
  problems = [];
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function show(): Promise<void> {
  const timers = new HandTimers();
  const http = new Http(server.fetch, timers);
  const tab = new TabMemory(new TabHistory());
  const session = new Session(http, tab, timers);
  await session.enter('the-code-of-a-launch-1234');
  render(Teach, {
    session,
    tab,
    caller: new Caller(http, session, timers),
    onproblem: (error: unknown) => {
      problems.push(toProblem(error).code);
    },
  });
  await settle();
}

function group(name: RegExp): HTMLElement {
  return screen.getByRole('region', { name });
}

async function press(name: string | RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

function said(): string[] {
  return screen.getAllByRole('status').map(({ textContent }) => textContent.trim());
}

describe('the groups', () => {
  it('list everyone by name, their progress and the number of people', async () => {
    server.activity = sampleActivity([
      sampleFinished(1, { state: 'sent', gradeId: 'g', sentAt: '2026-11-24T16:00:00.000Z' }),
      sampleView(2),
    ]);
    const names = [sampleMember(1, 'Ada'), sampleMember(2, 'Bo'), sampleMember(null, 'Cy')];
    server.roster = sampleRoster([...names, sampleMember(null, 'Tess', false)]);
    await show();
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
    server.activity = sampleActivity([sampleFinished(1, { ...sent, changed: { sent: 72, shown: 62 } })]);
    await show();
    expect(group(/Terminé/).textContent).toMatch(/a envoyé 72 sur 100\. Le carnet montre 62 sur 100\./);
  });

  it('are shown at once, before the course has sent its list', async () => {
    server.activity = sampleActivity([sampleView(1)]);
    server.roster = null;
    await show();
    expect(group(/En cours/).textContent).toContain('Personne 1');
    expect(group(/Pas commencé/).textContent).toContain('On demande la liste du cours');
  });

  it('use numbers if names are withheld', async () => {
    server.activity = sampleActivity([sampleView(1)]);
    server.roster = sampleRoster([sampleMember(1, null), sampleMember(null, null), sampleMember(null, null)]);
    await show();
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
    server.roster = { state };
    await show();
    expect(group(/Pas commencé/).textContent).toMatch(text);
    const retry = screen.queryByRole('button', { name: 'Redemander la liste' });
    expect(retry !== null).toBe(canRetry);
    if (retry === null) return;
    server.roster = sampleRoster([sampleMember(null, 'Ada')]);
    await press('Redemander la liste');
    expect(group(/Pas commencé/).textContent).toContain('Ada');
  });

  it('say kindly that they are empty', async () => {
    await show();
    expect(group(/Pas commencé/).textContent).toContain('Aucune personne ne participe encore');
    expect(group(/En cours/).textContent).toContain('Personne n’a d’essai en cours');
    expect(group(/Terminé/).textContent).toContain('Personne n’a encore terminé');
  });

  it('say of a person in a second attempt when they finished the first', async () => {
    const { attempt } = sampleView(1);
    const finishedBefore = { number: 1, at: '2026-11-23T15:30:00.000Z' };
    server.activity = sampleActivity([sampleView(1, { attempt: { ...attempt, number: 2 }, finishedBefore })]);
    await show();
    expect(group(/Terminé 1 personne/).textContent).toMatch(
      /Essai 1 terminé le 23.novembre.*Essai 2.*Commencé le 24.novembre/su,
    );
    expect(group(/En cours 0 personne/).textContent).toContain(teachFr['group.empty.going.done']);
  });

  it('are below a note if sending to a record store is paused', async () => {
    const note = /NUM\+ a mis en pause l’envoi de ses données à un autre système\. Rien n’est perdu/;
    await show();
    expect(screen.queryByText(note)).toBeNull();
    cleanup();
    server.activity = sampleActivity([], { isDeliveryStuck: true });
    await show();
    expect(screen.getByText(note)).toBeTruthy();
  });

  it('of a large course are expanded on demand and can be searched', async () => {
    const members = Array.from({ length: 40 }, (_, index) =>
      sampleMember(null, `Élève ${String(index + 1)}`),
    );
    server.roster = sampleRoster(members);
    await show();
    expect(within(group(/Pas commencé/)).getAllByRole('listitem')).toHaveLength(24);
    await press('Montrer les 16 autres');
    expect(within(group(/Pas commencé/)).getAllByRole('listitem')).toHaveLength(40);
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'eleve 40' } });
    expect(within(group(/Pas commencé/)).getAllByRole('listitem')).toHaveLength(1);
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nobody' } });
    expect(said()).toContain('Aucun nom ne correspond.');
  });
});

describe('staff limited to their groups', () => {
  it.each(['own-groups', 'no-group'] as const)('read why and what to do: %s', async (reach) => {
    server.activity = sampleActivity([sampleView(1)], { reach });
    server.roster = sampleRoster([]);
    await show();
    expect(document.body.textContent).toContain(teachFr[`reach.${reach}`]);
    expect(document.body.textContent).toContain(teachFr[`reach.${reach}.todo`]);
    expect(document.body.textContent).not.toContain(teachFr['reach.unconfirmed']);
    // It would change the grades of people whom they do not see.
    expect(document.body.textContent).not.toContain(gradesFr['card.title']);
  });

  it('read whom to ask if no course list confirms that they teach the whole course', async () => {
    server.activity = sampleActivity([sampleView(1)], { reach: 'own-groups' });
    server.roster = { state: 'not-authorized' };
    await show();
    expect(document.body.textContent).toContain(teachFr['reach.unconfirmed']);
  });
});

describe('a choice of people', () => {
  const choose = (label: string, value: string): Promise<boolean> =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });

  beforeEach(() => {
    server.activity = sampleActivity([sampleView(1), sampleView(2), sampleFinished(3)]);
    server.roster = sampleRoster([sampleMember(1, 'Ada'), sampleMember(null, 'Cy')]);
  });

  it.each([
    ['review', 'Aucune demande de révision n’attend de réponse.'],
    ['grades', 'Chaque note envoyée est au carnet ou en route.'],
    ['adapted', 'Personne n’a d’adaptation.'],
  ])('of %s says in its own words that there is nobody, and counts nobody', async (show_, words) => {
    await show();
    await choose(teachFr['tools.show'], show_);
    expect(said()).toContain(words);
    for (const name of [/Pas commencé 0 personne/, /En cours 0 personne/, /Terminé 0 personne/]) {
      expect(group(name).textContent).toContain(teachFr['search.hidden']);
    }
  });

  it('counts in each heading those who are listed', async () => {
    const [, , finished] = server.activity.people;
    if (finished === undefined) throw new Error('nobody finished');
    const asking = sampleView(2, { asksReview: true, askedAttemptId: 'attempt-2' });
    server.activity = sampleActivity([sampleView(1), asking, finished]);
    await show();
    expect(group(/En cours 2 personnes/)).toBeTruthy();
    await choose(teachFr['tools.show'], 'review');
    expect(within(group(/En cours 1 personne/)).getAllByRole('listitem')).toHaveLength(1);
    expect(group(/Terminé 0 personne/)).toBeTruthy();
  });

  it('of a group shows its people, also those who have not started', async () => {
    server.activity = sampleActivity([
      sampleView(1, { groupIds: ['7'] }),
      sampleView(2, { groupIds: ['12'] }),
      sampleView(3, { groupIds: ['12'] }),
    ]);
    const waiting = [sampleMember(null, 'Cy', true, ['12']), sampleMember(null, 'Di', true, ['7'])];
    server.roster = sampleRoster([sampleMember(1, 'Ada'), ...waiting], {
      groups: [{ id: '7', name: 'Matin' }],
    });
    await show();
    const label = teachFr['tools.group'];
    const options = within(screen.getByLabelText(label)).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Tous les groupes', 'Matin', 'Groupe 12']);
    await choose(label, '7');
    expect(within(group(/En cours 1 personne/)).getByRole('heading', { name: 'Ada' })).toBeTruthy();
    expect(group(/Pas commencé 1 personne/).textContent).toContain('Di');
  });

  it('offers no groups if the course tells none', async () => {
    await show();
    expect(screen.queryByLabelText(teachFr['tools.group'])).toBeNull();
  });

  it('of two kinds says that nobody matches it', async () => {
    await show();
    await choose(teachFr['tools.show'], 'review');
    await choose(teachFr['tools.level'], '4');
    expect(said()).toContain('Personne ne correspond à ce choix.');
  });

  it('says nothing about names that the course withholds', async () => {
    server.activity = sampleActivity([]);
    server.roster = sampleRoster(Array.from({ length: 12 }, () => sampleMember(null, null)));
    await show();
    expect(group(/Pas commencé 12 personnes/).textContent).toContain('12 personnes n’ont pas commencé.');
    expect(said().join('')).toBe('');
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'Ada' } });
    expect(said()).toContain('Aucun nom ne correspond.');
  });
});

describe('a grade that did not arrive', () => {
  beforeEach(() => {
    server.activity = sampleActivity([
      sampleFinished(1, { state: 'failed', gradeId: 'g1', reason: 'grade.person-refused' }),
    ]);
    server.roster = sampleRoster([sampleMember(1, 'Ada')]);
  });

  it('and needs action says so, and is sent at once with one press', async () => {
    const waiting = { state: 'pending', gradeId: 'g1' } as const;
    server.activity = sampleActivity([sampleFinished(1, { ...waiting, reason: 'grade.locked' })]);
    await show();
    const done = group(/Terminé/);
    expect(done.textContent).toContain('Déverrouillez-la dans le carnet, puis renvoyez la note.');
    expect(done.textContent).not.toContain('Vous n’avez rien à faire.');
    server.activity = sampleActivity([sampleFinished(1, waiting)]);
    await press('Renvoyer la note (Ada)');
    expect(server.requests).toContain('POST /api/activity/grades/g1/resend');
  });

  it('because the gradebook is busy asks nothing of anyone', async () => {
    const waiting = { state: 'pending', gradeId: 'g1', reason: 'grade.busy' } as const;
    server.activity = sampleActivity([sampleFinished(1, waiting)]);
    await show();
    expect(group(/Terminé/).textContent).toContain('Vous n’avez rien à faire.');
    expect(screen.queryByRole('button', { name: /Renvoyer la note/ })).toBeNull();
  });

  it('shows its reason and what to do, and is sent again with one press', async () => {
    await show();
    const done = group(/Terminé/);
    expect(done.textContent).toContain('ne connaît pas cette personne dans le cours.');
    expect(done.textContent).toContain('Vérifiez son inscription, puis renvoyez la note.');
    server.activity = sampleActivity([sampleFinished(1, { state: 'pending', gradeId: 'g1' })]);
    await press('Renvoyer la note (Ada)');
    expect(server.requests).toContain('POST /api/activity/grades/g1/resend');
    expect(group(/Terminé/).textContent).toContain('La note est en route vers le carnet');
    expect(said()).toContain('C’est reparti. La note est en route vers le carnet.');
  });

  it('keeps its button if the tool does not respond', async () => {
    await show();
    server.refusal = 500;
    await press('Renvoyer la note (Ada)');
    expect(said()).toContain('La note n’est pas repartie. Réessayez dans une minute.');
    expect(problems).toEqual([]);
    server.refusal = 401;
    await press('Renvoyer la note (Ada)');
    expect(problems).toEqual(['session.expired']);
  });

  it('is sent with all others at once', async () => {
    const [one] = server.activity.people;
    const failed = { state: 'failed', gradeId: 'g2', reason: 'grade.locked' } as const;
    server.activity = sampleActivity([...(one === undefined ? [] : [one]), sampleFinished(2, failed)]);
    await show();
    await press('Renvoyer les 2 notes');
    const resends = server.requests.filter((request) => request.endsWith('/resend'));
    expect(resends).toEqual(['POST /api/activity/grades/g1/resend', 'POST /api/activity/grades/g2/resend']);
  });
});

describe('the links of the staff page', () => {
  it('open a preview in the same frame', async () => {
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
    await show();
    await press('Essayer l’activité');
    expect(assign).toHaveBeenCalledWith('https://tool.example/play/ref#code=once');
    expect(screen.getByRole('button', { name: 'On ouvre l’aperçu…' })).toBeTruthy();
  });

  it('remain if the preview cannot be opened', async () => {
    await show();
    server.refusal = 500;
    await press('Essayer l’activité');
    expect(said()).toContain('L’aperçu ne s’ouvre pas pour le moment. Réessayez dans une minute.');
    expect(screen.getByRole('button', { name: 'Essayer l’activité' })).toBeTruthy();
  });

  it('open a person’s work and come back to their line', async () => {
    server.activity = sampleActivity([sampleView(1), sampleView(2)]);
    server.roster = sampleRoster([sampleMember(1, 'Ada'), sampleMember(2, 'Bo')]);
    await show();
    await press('Voir le travail (Bo)');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Bo');
    await press('Retour à la liste');
    expect(document.activeElement?.textContent).toContain('(Bo)');
  });

  it('keep a note that is not saved while the page lives, and say that it is a draft', async () => {
    server.activity = sampleActivity([sampleView(1)]);
    server.others.set('/api/review/attempt-1', sampleReview());
    server.others.set('/api/activity/people/person-1', sampleActions());
    const note = (): HTMLTextAreaElement => screen.getByLabelText(actionsFr['note.label']);
    await show();
    await press(/Voir le travail/);
    expect(screen.queryByText(actionsFr['note.draft'])).toBeNull();
    await fireEvent.input(note(), { target: { value: 'À revoir jeudi.' } });
    await press('Retour à la liste');
    await press(/Voir le travail/);
    expect(note().value).toBe('À revoir jeudi.');
    expect(screen.getByText(actionsFr['note.draft'])).toBeTruthy();
    // Somebody else wrote meanwhile: both texts are shown.
    await press('Retour à la liste');
    const others = { text: 'Vue lundi.', revision: 1 };
    server.others.set('/api/activity/people/person-1', sampleActions(sampleAttempt({ note: others })));
    await press(/Voir le travail/);
    expect(note().value).toBe('À revoir jeudi.');
    expect(screen.getByText('Vue lundi.')).toBeTruthy();
    await fireEvent.input(note(), { target: { value: 'Vue lundi.' } });
    await press('Retour à la liste');
    await press(/Voir le travail/);
    expect(screen.queryByText(actionsFr['note.draft'])).toBeNull();
  });

  it('open the attempt that a waiting request is about, though a newer one has begun', async () => {
    const { attempt } = sampleView(1);
    server.activity = sampleActivity([
      sampleView(1, {
        attempt: { ...attempt, id: 'attempt-of-now', number: 2 },
        asksReview: true,
        askedAttemptId: 'attempt-before',
      }),
    ]);
    await show();
    await press(/Voir le travail/);
    expect(server.requests.at(-1)).toBe('GET /api/review/attempt-before');
  });

  it.each([
    ['the work', Response.json({})],
    ['a refusal', Response.json({ code: 'request.not-found', params: {} }, { status: 404 })],
  ])('go back before the work is loaded, though %s arrives later', async (_, late) => {
    server.activity = sampleActivity([sampleView(1)]);
    server.heldReviews = [];
    await show();
    await press(/Voir le travail/);
    await press('Retour à la liste');
    for (const answer of server.heldReviews) answer(late.clone());
    await settle();
    expect(problems).toEqual([]);
    expect(document.activeElement?.textContent).toContain('Voir le travail');
  });

  it('keep the shown data when a refresh fails, and say how old it is', async () => {
    server.activity = sampleActivity([sampleView(1)]);
    await show();
    server.refusal = 404;
    await press('Actualiser');
    expect(said().join()).toMatch(/Pas de réponse pour le moment. Vous voyez l’état de/);
    expect(group(/En cours/).textContent).toContain('Personne 1');
    server.refusal = null;
    server.activity = sampleActivity([sampleFinished(1)]);
    await press('Actualiser');
    expect(said()).toContain('La page est à jour.');
    expect(group(/Terminé/).textContent).toContain('Personne 1');
  });
});

describe('what the gradebook gets', () => {
  it('is shown, and changed for everybody after a word of warning', async () => {
    server.activity = sampleActivity([sampleFinished(1)]);
    server.others.set('/api/activity/grade-kind', { grades: 2 });
    await show();
    expect(screen.getByText(/En ce moment\s: La mesure/)).toBeTruthy();
    expect(screen.getByText('Dans Moodle, la personne voit le nombre, par exemple 62 sur 100.')).toBeTruthy();
    await press('Changer');
    await fireEvent.click(screen.getByRole('radio', { name: /Fait/ }));
    expect(screen.getByText(gradesFr['card.before'])).toBeTruthy();
    await press(gradesFr['card.go']);
    expect(server.requests).toContain('POST /api/activity/grade-kind');
    expect(said()).toContain('C’est changé. 2 notes partent vers le carnet.');
  });

  it('says that nothing changed if the server did not answer well', async () => {
    await show();
    await press('Changer');
    await press(gradesFr['card.go']);
    expect(said()).toContain(gradesFr['card.not']);
    expect(screen.getByRole('button', { name: gradesFr['card.go'] })).toBeTruthy();
  });

  it('explains how to hide the column only where the LMS shows a number', async () => {
    await show();
    expect(screen.getByText(gradesFr['hide.title'])).toBeTruthy();
    cleanup();
    const { settings } = sampleActivity([]);
    const shown = { family: 'blackboard', keepsBack: 'yes' } as const;
    server.activity = sampleActivity([], { settings: { ...settings, grade: { ...settings.grade, shown } } });
    await show();
    expect(screen.queryByText(gradesFr['hide.title'])).toBeNull();
  });

  it('is only « fait » in an activity without a level', async () => {
    const { settings } = sampleActivity([]);
    server.activity = sampleActivity([], {
      settings: { ...settings, grade: { ...settings.grade, isAlwaysDone: true } },
    });
    await show();
    expect(screen.getByText(gradesFr['card.always'].replaceAll('\u00A0', ' '))).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Changer' })).toBeNull();
  });
});

describe('the attempt that counts', () => {
  it('is named with its reason if there are several', async () => {
    const { attempt } = sampleView(1);
    const counting = { number: 1, because: 'later-too-few' } as const;
    server.activity = sampleActivity([sampleView(1, { attempt: { ...attempt, number: 2 }, counting })]);
    await show();
    expect(screen.getByText(/L’essai 1 compte encore\s: celui d’après est trop court\./)).toBeTruthy();
  });
});

describe('keys that the platform can’t read', () => {
  it('are named on the page of the activity', async () => {
    const keysUnread = { product: 'other', host: 'num.example.org', port: '443' };
    server.others.set('/api/activity/connection', { keysUnread });
    await show();
    const notice = screen.getByRole('region', { name: 'Votre plateforme n’a pas pu lire nos clés' });
    expect(notice.textContent).toContain('joindre num.example.org, port 443');
  });
});
