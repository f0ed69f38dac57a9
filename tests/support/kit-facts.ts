/** Facts for the documents of the adoption kit. */
import type { KitFacts, KitStudy } from '../../server/adoption/kit-facts.ts';
import { noFacts, StudyFacts } from '../../server/contract/study-facts.ts';
import { asksBackground, noticeOf, questionOf } from '../../server/studies/texts-of-study.ts';

const saidFacts = StudyFacts.parse({
  organisation: { fr: 'la Coop Emploi', en: 'Coop Emploi' },
  inCharge: 'Marie Exemple, directrice',
  contact: 'vie.privee@coop.example',
  keptMonths: 24,
  leavesQuebec: false,
  recipients: [{ fr: 'le magasin de données de l’Université', en: 'the record store of the University' }],
  research: {
    team: { fr: 'L’équipe LINC', en: 'The LINC team' },
    purpose: { fr: 'Elle étudie l’apprentissage.', en: 'It studies learning.' },
    contact: 'recherche@coop.example',
    keptMonths: 60,
    future: true,
    background: true,
  },
});

function study(
  name: string | null,
  facts: StudyFacts,
  { stores, isDefault = false, places = [] }: Pick<KitStudy, 'stores'> & Partial<KitStudy>,
): KitStudy {
  const told = { facts, noticeVersion: 1, researchVersion: 1, isClosed: false };
  const { notice, question } = { notice: noticeOf(told), question: questionOf(told) };
  return {
    id: `id-of-${name ?? 'unnamed'}`,
    name,
    isClosed: false,
    isDefault,
    places,
    facts,
    notice,
    question,
    asksBackground: asksBackground(told),
    stores,
  };
}

/** A new database. */
export const nothingKnown: KitFacts = {
  build: '0.1.0',
  day: '2026-11-30',
  publicHost: 'numplus.coop.example',
  database: { kind: 'sqlite', hosts: [] },
  idleDays: 60,
  auditMonths: 84,
  alertHost: null,
  platforms: [],
  studies: [],
};

export const muchKnown: KitFacts = {
  ...nothingKnown,
  database: { kind: 'mongodb', hosts: ['base.coop.example'] },
  alertHost: 'alertes.example',
  platforms: [{ name: 'Moodle du collège', hosts: ['moodle.coop.example'] }],
  studies: [
    study('LINC', saidFacts, {
      stores: [{ host: 'lrs.universite.example', purpose: 'research', tier: 3, isPaused: false }],
      places: [{ kind: 'course', platform: 'Moodle du collège', id: 'INF-101' }],
    }),
  ],
};

/** Two studies, of which one has no name and says nothing. */
export const halfKnown: KitFacts = {
  ...muchKnown,
  studies: [
    study(null, noFacts, {
      stores: [{ host: 'lrs.coop.example', purpose: 'operational', tier: 1, isPaused: true }],
      isDefault: true,
    }),
    ...muchKnown.studies,
  ],
};
