import { expect, it } from 'vitest';
import { describeForm } from '../../../../server/launches/form-words.ts';

const description = { fr: 'Une semaine.', en: 'A week.' };

it.each([
  [
    { scenes: 8, minutes: 40, isMost: false },
    'Une semaine. 8 tâches, environ 40\u00A0minutes.',
    'A week. 8 tasks, about 40 minutes.',
  ],
  [
    { scenes: 1, minutes: 5, isMost: false },
    'Une semaine. 1 tâche, environ 5\u00A0minutes.',
    'A week. 1 task, about 5 minutes.',
  ],
  [
    { scenes: 13, minutes: 64, isMost: true },
    'Une semaine. Au plus 13 tâches, environ 64\u00A0minutes.',
    'A week. At most 13 tasks, about 64 minutes.',
  ],
])('a course reads what a form of %o takes', (size, fr, en) => {
  expect(describeForm(description, size)).toEqual({ fr, en });
});
