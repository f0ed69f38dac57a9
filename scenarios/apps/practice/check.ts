import { expectKnown, expectUnique } from '../../kit/expect.ts';
import type { TextKey } from '../../world/base.ts';
import type { PracticeStep } from '../../world/practice/types.ts';
import type { AppChecks } from '../../kit/app.ts';

export const practiceChecks: AppChecks = {
  isIn: ({ practice }) => practice !== undefined,
  check: ({ practice }, report) => {
    const steps = practice?.steps ?? [];
    expectUnique(
      steps.map(({ id }) => id),
      ['practice', 'steps'],
      report,
    );
    // Ids must be unique over all steps, because a statement names a thing without its step.
    expectUnique(steps.flatMap(thingsOf), ['practice', 'steps'], report);
    steps.forEach((step, index) => {
      if (step.kind !== 'point' && step.kind !== 'open') return;
      const path = ['practice', 'steps', index, 'target'];
      expectKnown([step.target], thingsOf(step), 'thing', path, report);
    });
  },
  textKeys: ({ practice }) => practice?.steps.flatMap((step) => [step.ask, ...keysOf(step)]) ?? [],
  places: ['page'],
  kinds: ['step'],
  targets: ({ practice }, kind) => (kind === 'step' ? (practice?.steps.map(({ id }) => id) ?? []) : []),
};

function keysOf(step: PracticeStep): readonly TextKey[] {
  switch (step.kind) {
    case 'point':
      return step.things.map(({ name }) => name);
    case 'scroll':
      return [...step.lines, step.found.name];
    case 'open':
      return [...step.letters.map(({ name }) => name), ...step.body];
    case 'type':
      return [step.word];
    case 'undo':
      return [...step.note, step.then, ...(step.back === undefined ? [] : [step.back])];
    case 'use':
      return step.instead === undefined ? [] : [step.instead];
  }
}

function thingsOf(step: PracticeStep): readonly string[] {
  if (step.kind === 'point') return step.things.map(({ id }) => id);
  if (step.kind === 'open') return step.letters.map(({ id }) => id);
  return step.kind === 'scroll' ? [step.found.id] : [];
}
