/** Names of the documents, and the words that they share. */
import type { Language } from '../../scenarios/world/base.ts';
import type { Role } from './blocks.ts';

export const documentKeys = [
  'first',
  'impact',
  'dataMap',
  'notices',
  'retention',
  'incidents',
  'automated',
  'contract',
  'ethics',
  'places',
  'policy',
] as const;
export type DocumentKey = (typeof documentKeys)[number];

interface KitWords {
  readonly locale: string;
  readonly toFill: (what: string) => string;
  /** After a proposed answer. */
  readonly toConfirm: string;
  /** Where an answer is asked once for all documents. */
  readonly seeFirst: string;
  readonly answeredBy: (who: string) => string;
  /** Before its title, and where others name it. */
  readonly document: (number: number) => string;
  readonly page: string;
  readonly madeBy: (day: string) => string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly documents: Readonly<Record<DocumentKey, { readonly file: string; readonly title: string }>>;
}

export const kitWords: Readonly<Record<Language, KitWords>> = {
  fr: {
    locale: 'fr-CA',
    toFill: (what) => `À remplir\u00a0: ${what}`,
    toConfirm: '☐\u00a0Confirmé. Sinon\u00a0:\u00a0…………',
    seeFirst: 'voir le document 1',
    answeredBy: (who) => `réponse\u00a0: ${who}`,
    document: (number) => `Document\u00a0${number}`,
    page: 'page',
    madeBy: (day) => `NUM+, trousse d’adoption du ${day}`,
    roles: {
      charge: 'responsable des renseignements personnels',
      operator: 'personne qui gère le serveur',
      lms: 'personne qui gère le LMS',
      staff: 'direction du service',
      research: 'équipe de recherche',
      contract: 'personne qui signe les contrats',
    },
    documents: {
      first: { file: '01-a-lire-d-abord', title: 'Trousse d’adoption de NUM+\u00a0: à lire d’abord' },
      impact: {
        file: '02-evaluation-vie-privee',
        title: 'Évaluation des facteurs relatifs à la vie privée (ÉFVP)',
      },
      dataMap: { file: '03-carte-des-donnees', title: 'Carte des données' },
      notices: { file: '04-avis-et-consentements', title: 'Avis et textes de consentement' },
      retention: { file: '05-calendrier-de-conservation', title: 'Calendrier de conservation' },
      incidents: { file: '06-registre-des-incidents', title: 'Registre des incidents de confidentialité' },
      automated: { file: '07-decisions-automatisees', title: 'Fiche sur les décisions automatisées' },
      contract: { file: '08-entente-fournisseur', title: 'Points d’une entente avec un fournisseur' },
      ethics: { file: '09-comite-ethique', title: 'Annexe pour le comité d’éthique de la recherche' },
      places: { file: '10-destinataires-et-lieux', title: 'Destinataires et lieux' },
      policy: { file: '11-regle-ecrite', title: 'Règle écrite sur les renseignements personnels (modèle)' },
    },
  },
  en: {
    locale: 'en-CA',
    toFill: (what) => `To fill in: ${what}`,
    toConfirm: '☐\u00a0Confirmed. If not:\u00a0…………',
    seeFirst: 'see document 1',
    answeredBy: (who) => `ask: ${who}`,
    document: (number) => `Document\u00a0${number}`,
    page: 'page',
    madeBy: (day) => `NUM+, adoption kit of ${day}`,
    roles: {
      charge: 'person in charge of personal information',
      operator: 'person who runs the server',
      lms: 'LMS administrator',
      staff: 'director of the service',
      research: 'research team',
      contract: 'person who signs contracts',
    },
    documents: {
      first: { file: '01-read-first', title: 'NUM+ adoption kit: read this first' },
      impact: { file: '02-privacy-impact-assessment', title: 'Privacy impact assessment (PIA)' },
      dataMap: { file: '03-data-map', title: 'Data map' },
      notices: { file: '04-notices-and-consent', title: 'Notices and consent texts' },
      retention: { file: '05-retention-schedule', title: 'Retention schedule' },
      incidents: { file: '06-incident-register', title: 'Register of confidentiality incidents' },
      automated: { file: '07-automated-decisions', title: 'Sheet on automated decisions' },
      contract: { file: '08-processor-agreement', title: 'Points for an agreement with a provider' },
      ethics: { file: '09-ethics-board', title: 'Appendix for the research ethics board' },
      places: { file: '10-recipients-and-places', title: 'Recipients and places' },
      policy: { file: '11-written-policy', title: 'Written policy on personal information (model)' },
    },
  },
};
