import { expect, it } from 'vitest';
import { teachFr } from '../../../../client/src/i18n/catalogues/teach.fr.ts';
import { gradeReasons } from '../../../../server/contract/grade-reasons.ts';

it('says why and what to do for every reason that a grade was not sent', () => {
  const missing = gradeReasons.filter(
    (reason) => !Object.hasOwn(teachFr, `reason.${reason}`) || !Object.hasOwn(teachFr, `todo.${reason}`),
  );
  expect(missing).toEqual([]);
});
