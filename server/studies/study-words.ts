/** What readers call a study by itself: its name, or the basic study if nobody ever named it. */
import type { Words } from '../contract/words.ts';
import { defaultName } from '../storage/ports/organisations.ts';

export const basicStudy: Words = { fr: 'Étude de base', en: 'Basic study' };

export function studyWords(name: string): Words {
  return name === defaultName ? basicStudy : { fr: name, en: name };
}
