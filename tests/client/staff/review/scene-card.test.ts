import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reviewFr } from '../../../../client/src/i18n/catalogues/review.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import SceneCard from '../../../../client/src/staff/review/SceneCard.svelte';
import { sampleScene } from './sample-review.ts';

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

it('does not deny what was done of a goal that was not met in full', () => {
  const goal = { fr: 'Fait les 2 : refuse, et répond.', en: 'Does both: refuses, and answers.' };
  render(SceneCard, { scene: sampleScene({ toWork: [goal] }), number: 1 });
  const text = screen.getByRole('article').textContent;
  expect(text).toContain('Aucun but n’a été atteint en entier.');
  expect(text).toMatch(
    /À travailler\s:\sles prochains pas\s*Pas encore vu dans la scène, ou vu en partie seulement\s:\s*Fait les 2/u,
  );
  expect(text).not.toMatch(/rien n’a/iu);
});

it('adds no such hint if nothing is left to work on', () => {
  render(SceneCard, { scene: sampleScene({ seen: [{ fr: 'Répond.', en: 'Answers.' }] }), number: 1 });
  expect(screen.queryByText(reviewFr['toWork.hint'])).toBeNull();
});
