/** What a course says of an activity that has a form: its description, then what it takes. */
import { counted } from '../base/plural.ts';
import type { FormSize } from '../contract/form-size.ts';
import type { BothLanguages } from '../contract/select.ts';

export function describeForm(description: BothLanguages, size: Omit<FormSize, 'givesLevel'>): BothLanguages {
  const { scenes, minutes, isMost } = size;
  const tasks = {
    fr: counted('fr', scenes, { one: 'tâche', other: 'tâches' }),
    en: counted('en', scenes, { one: 'task', other: 'tasks' }),
  };
  return {
    fr: `${description.fr} ${isMost ? 'Au plus ' : ''}${tasks.fr}, environ ${minutes}\u00A0minutes.`,
    en: `${description.en} ${isMost ? 'At most ' : ''}${tasks.en}, about ${minutes} minutes.`,
  };
}
