/** What staff meet first: what waits for them, then the people, then the activity's tools. */
import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { gradesFr } from '../../../../client/src/i18n/catalogues/grades.fr.ts';
import { teachFr } from '../../../../client/src/i18n/catalogues/teach.fr.ts';
import { settle } from '../../support/hand-timers.ts';
import { group, press, said, setUpTeachPage, show } from './teach-page.ts';
import {
  sampleActivity,
  sampleFinished,
  sampleGradeView,
  sampleMember,
  sampleRoster,
  sampleView,
} from './teach-samples.ts';

const page = setUpTeachPage();

function headings(): string[] {
  return screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent.trim());
}

/** Opens or closes a fold, as a browser does. */
async function toggle(summary: HTMLElement): Promise<void> {
  const details = summary.closest('details');
  if (details === null) throw new Error('no fold');
  details.open = !details.open;
  await fireEvent(details, new Event('toggle'));
  await settle();
}

describe('the page of an activity’s staff', () => {
  it('has the people before the tools, and groups with nobody after the others', async () => {
    page.server.activity = sampleActivity([sampleFinished(1)]);
    page.server.roster = sampleRoster([sampleMember(1, 'Ada'), sampleMember(null, 'Cy')]);
    await show(page);
    const groups = [/^Terminé/, /^Pas commencé/, /^En cours/, /^Pour cette activité$/];
    const at = groups.map((name) => headings().findIndex((text) => name.test(text)));
    expect(at).toEqual(at.toSorted((left, right) => left - right));
    expect(at).not.toContain(-1);
    expect(headings().indexOf(teachFr['practice.title'])).toBeGreaterThan(at.at(-1) ?? 0);
  });

  it('moves focus to the tools at one press', async () => {
    await show(page);
    await press(teachFr['tools.go']);
    expect(document.activeElement?.textContent).toBe(teachFr['tools.activity']);
  });

  it('names who waits in one line that opens, and leads to them', async () => {
    page.server.activity = sampleActivity([
      sampleView(1, { held: [{ number: 1, heldFor: ['machine-fast'] }] }),
      sampleView(2, { asksReview: true, askedAttemptId: 'attempt-2' }),
      sampleView(3),
    ]);
    page.server.roster = sampleRoster([sampleMember(1, 'Ada'), sampleMember(2, 'Bo'), sampleMember(3, 'Cy')]);
    await show(page);
    const asking = group(/^1 demande de révision attend une réponse$/);
    expect(within(asking).queryByRole('button')).toBeNull();
    await toggle(within(asking).getByText(/attend une réponse/));
    await fireEvent.click(within(asking).getByRole('button', { name: 'Bo' }));
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Bo');
    await press('Retour à la liste');
    const waiting = group(/^1 essai attend votre décision$/);
    await toggle(within(waiting).getByText(/attend votre décision/));
    await fireEvent.click(within(waiting).getByRole('button', { name: teachFr['wait.list'] }));
    expect(within(group(/^En cours 1 personne/)).getByRole('heading', { name: 'Ada' })).toBeTruthy();
  });

  it('names who waits for a decision about an attempt of before', async () => {
    page.server.activity = sampleActivity([sampleView(1, { grade: sampleGradeView({ state: 'held' }) })]);
    await show(page);
    expect(group(/^1 essai attend votre décision$/)).toBeTruthy();
  });

  it('counts attempts that wait, also two of one person, and names each of them beside the person', async () => {
    const held = [
      { number: 1, heldFor: ['machine-fast'] },
      { number: 2, heldFor: ['not-tried'] },
    ] as const;
    page.server.activity = sampleActivity([sampleView(1, { held })]);
    await show(page);
    expect(group(/^2 essais attendent votre décision$/)).toBeTruthy();
    for (const number of [1, 2]) expect(screen.getByText(new RegExp(`Essai ${String(number)}`))).toBeTruthy();
  });

  it('says beside the closed choice how many it shows and what it is, and takes it off at one press', async () => {
    page.server.activity = sampleActivity([
      sampleView(1, { asksReview: true }),
      sampleView(2),
      sampleView(3),
    ]);
    page.server.roster = sampleRoster([sampleMember(null, 'Cy')]);
    await show(page);
    expect(said().join('')).toBe('');
    const toggle = screen.getByRole('button', { name: teachFr['tools.more'], expanded: false });
    await fireEvent.click(toggle);
    await fireEvent.change(screen.getByLabelText(teachFr['tools.show']), { target: { value: 'review' } });
    expect(said()).toContain('1 personne sur 4.');
    await fireEvent.click(toggle);
    expect(said()).toContain('1 personne sur 4. Montrer\u00A0: Demandes de révision.');
    await press(teachFr['tools.all']);
    expect(said().join('')).toBe('');
    expect(screen.queryByRole('button', { name: teachFr['tools.all'] })).toBeNull();
    expect(group(/^En cours 3 personnes/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('keeps the order of the list when the choice is taken off, since it leaves nobody out', async () => {
    page.server.activity = sampleActivity([sampleView(1), sampleView(2), sampleView(3)]);
    await show(page);
    const order = screen.getByLabelText<HTMLSelectElement>(teachFr['tools.order']);
    await fireEvent.change(order, { target: { value: 'last' } });
    expect(screen.queryByRole('button', { name: teachFr['tools.all'] })).toBeNull();
    await fireEvent.change(screen.getByLabelText(teachFr['tools.level']), { target: { value: 'none' } });
    await press(teachFr['tools.all']);
    expect(order.value).toBe('last');
  });

  it('takes off a choice that a notice made, also with too few people for a choice of one’s own', async () => {
    page.server.activity = sampleActivity([sampleView(1, { asksReview: true }), sampleView(2)]);
    await show(page);
    const asking = group(/^1 demande de révision attend une réponse$/);
    await toggle(within(asking).getByText(/attend une réponse/));
    await press(teachFr['wait.list']);
    // What it finds and the way back to everyone stand there, above what waits.
    expect(document.activeElement?.tagName).toBe('H1');
    expect(said()).toContain('1 personne sur 2. Montrer\u00A0: Demandes de révision.');
    await press(teachFr['tools.all']);
    expect(group(/^En cours 2 personnes/)).toBeTruthy();
  });

  it('says first that nobody can start, and how to hide the column', async () => {
    const { settings } = sampleActivity([]);
    page.server.activity = sampleActivity([sampleView(1)], { settings: { ...settings, scenes: null } });
    await show(page);
    const order = headings();
    for (const text of [teachFr['facts.missing'], gradesFr['hide.title']]) {
      expect(order.indexOf(text)).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(text)).toBeLessThan(order.findIndex((other) => other.startsWith('En cours')));
    }
  });
});
