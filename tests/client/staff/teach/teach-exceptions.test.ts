/** Exceptions for a whole group, on the page of an activity. */
import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { GroupException } from '../../../../server/contract/group-exceptions.ts';
import { exceptionsFr } from '../../../../client/src/i18n/catalogues/exceptions.fr.ts';
import { answerIn, group, press, setUpTeachPage, show } from './teach-page.ts';
import { sampleActivity, sampleRoster } from './teach-samples.ts';

const page = setUpTeachPage();
const card = (): HTMLElement => group(/Exceptions pour un groupe/);

function exception(groupId: string, change: Partial<GroupException> = {}): GroupException {
  return { groupId, withHelper: false, accessNeeds: [], extraAttempts: 0, revision: 0, ...change };
}

function limitTo(attempts: number | null): void {
  const activity = sampleActivity([]);
  page.server.activity = { ...activity, settings: { ...activity.settings, attempts } };
}

describe('exceptions for a group', () => {
  it('are given to one of the groups, by its name if the LMS tells it', async () => {
    limitTo(1);
    page.server.roster = { ...sampleRoster([]), groups: [{ id: '31', name: 'Matin' }] };
    page.server.groups = { groups: [exception('32')] };
    await show(page);
    expect(card().textContent).toContain(exceptionsFr.none);
    await press(exceptionsFr.give);
    const names = within(screen.getByLabelText(exceptionsFr.group)).getAllByRole('option');
    expect(names.map(({ textContent }) => textContent)).toEqual([
      exceptionsFr['group.choose'],
      'Groupe 32',
      'Matin',
    ]);
    await press(exceptionsFr.save);
    expect(screen.getByRole('alert').textContent).toBe(exceptionsFr['group.none']);
    await fireEvent.change(screen.getByLabelText(exceptionsFr.group), { target: { value: '31' } });
    await press(exceptionsFr.save);
    expect(screen.getByRole('alert').textContent).toBe(exceptionsFr.nothing);
    await fireEvent.change(screen.getByLabelText(exceptionsFr['attempts.label']), { target: { value: '2' } });
    await fireEvent.click(screen.getByRole('checkbox', { name: /clavier seul/ }));
    page.server.groups = {
      groups: [exception('31', { extraAttempts: 2, accessNeeds: ['keyboard'], revision: 1 })],
    };
    await press(exceptionsFr.save);
    expect(page.server.posted).toEqual([exception('31', { extraAttempts: 2, accessNeeds: ['keyboard'] })]);
    expect(answerIn(/Exceptions pour un groupe/)).toBe('C’est enregistré pour Matin.');
    expect(card().contains(document.activeElement)).toBe(true);
    expect(card().textContent).toMatch(/Matin.*2 essais de plus.*clavier seul/s);
  });

  it('are changed from what the group has, and removed with one press', async () => {
    limitTo(3);
    const given = exception('32', { extraAttempts: 7, withHelper: true, revision: 4 });
    page.server.groups = { groups: [given] };
    await show(page);
    await press(/^Changer pour Groupe 32/);
    expect(screen.getByLabelText<HTMLSelectElement>(exceptionsFr['attempts.label']).value).toBe('7');
    await press(exceptionsFr.cancel);
    await press(/^Retirer pour Groupe 32/);
    expect(page.server.posted).toEqual([exception('32', { revision: 4 })]);
    expect(answerIn(/Exceptions pour un groupe/)).toBe(exceptionsFr.removed);
  });

  it('add no attempts to an activity without a limit', async () => {
    limitTo(null);
    page.server.groups = { groups: [exception('32')] };
    await show(page);
    await press(exceptionsFr.give);
    expect(card().textContent).toContain(exceptionsFr['attempts.any']);
    expect(screen.queryByLabelText(exceptionsFr['attempts.label'])).toBeNull();
  });

  it('are not offered in a course without groups', async () => {
    await show(page);
    expect(screen.queryByRole('region', { name: /groupe/i })).toBeNull();
  });
});
