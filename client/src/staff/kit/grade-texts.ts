import { gradesEn } from '../../i18n/catalogues/grades.en.ts';
import { gradesFr } from '../../i18n/catalogues/grades.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator(gradesFr, gradesEn);
