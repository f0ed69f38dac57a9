import { expect, it } from 'vitest';
import { teachFr } from '../../../../client/src/i18n/catalogues/teach.fr.ts';
import { gradeReasons } from '../../../../server/contract/grade-reasons.ts';

it('each reason for an unsent grade has a text that says why and what to do', () => {
  const missing = gradeReasons.filter(
    (reason) => !Object.hasOwn(teachFr, `reason.${reason}`) || !Object.hasOwn(teachFr, `todo.${reason}`),
  );
  expect(missing).toEqual([]);
});
