/** What document 1 asks once: the other documents say it too, from the studies or from the answer there. */
import type { Language } from '../../scenarios/world/base.ts';
import { fill, type Inline } from './blocks.ts';
import { type KitStudy, sayOnce } from './kit-facts.ts';
import { kitWords } from './kit-words.ts';

type Shared = 'organisation' | 'inCharge' | 'contact';

/** The row of document 1, and what it asks. */
const asks: Readonly<Record<Language, Readonly<Record<Shared, readonly [row: string, asks: string]>>>> = {
  fr: {
    organisation: ['Organisme', 'nom légal de l’organisme'],
    inCharge: ['Responsable des renseignements personnels', 'nom, titre, coordonnées'],
    contact: ['Contact pour les questions et les plaintes', 'courriel ou téléphone'],
  },
  en: {
    organisation: ['Organization', 'legal name of the organization'],
    inCharge: ['Person in charge of personal information', 'name, title, contact'],
    contact: ['Contact for questions and complaints', 'e-mail or telephone'],
  },
};

/** The row of document 1. */
export function sharedRow(language: Language, studies: readonly KitStudy[], key: Shared): [string, Inline] {
  const [row, what] = asks[language][key];
  return [row, sayShared(language, studies, key) ?? fill(what, 'charge')];
}

/** Elsewhere: a place that takes the answer of document 1, and is no question of its own. */
export function sharedPlaces(
  language: Language,
  studies: readonly KitStudy[],
): Readonly<Record<Shared, Inline>> {
  const place = (key: Shared): Inline => {
    const [row, what] = asks[language][key];
    const name = `${row} – ${what}`;
    return sayShared(language, studies, key) ?? elsewhere(`${what}; ${kitWords[language].seeFirst}`, name);
  };
  return { organisation: place('organisation'), inCharge: place('inCharge'), contact: place('contact') };
}

/** A place that another document asks about: highlighted until the answer is there, and not asked twice. */
export function elsewhere(what: string, from = ''): Inline {
  return { ...fill(what, 'charge', 'shared'), from };
}

function sayShared(language: Language, studies: readonly KitStudy[], key: Shared): string | null {
  return sayOnce(studies, ({ organisation, inCharge, contact }) =>
    key === 'organisation' ? organisation?.[language] : { inCharge, contact }[key],
  );
}
