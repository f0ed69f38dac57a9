/** What readers call a study: by its name, or the basic study if nobody ever named it. */
import type { Language } from '../../scenarios/world/base.ts';
import { basicStudy } from '../studies/study-words.ts';

type Name = string | null;

interface StudyNames {
  /** Of a chapter or a row. */
  readonly title: (name: Name) => string;
  /** Of a row in a column of studies. */
  readonly short: (name: Name) => string;
  /** Within a sentence. */
  readonly said: (name: Name) => string;
  /** In parentheses. */
  readonly aside: (name: Name) => string;
}

export const studyNames: Readonly<Record<Language, StudyNames>> = {
  fr: {
    title: (name) => (name === null ? basicStudy.fr : `Étude «\u00a0${name}\u00a0»`),
    short: (name) => name ?? basicStudy.fr,
    said: (name) => (name === null ? 'l’étude de base' : `«\u00a0${name}\u00a0»`),
    aside: (name) => (name === null ? 'étude de base' : `étude «\u00a0${name}\u00a0»`),
  },
  en: {
    title: (name) => (name === null ? basicStudy.en : `Study “${name}”`),
    short: (name) => name ?? basicStudy.en,
    said: (name) => (name === null ? 'the basic study' : `“${name}”`),
    aside: (name) => (name === null ? 'basic study' : `study “${name}”`),
  },
};
