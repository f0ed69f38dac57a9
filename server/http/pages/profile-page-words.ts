import type { Language } from '../../../scenarios/world/base.ts';
import type { Description } from '../../../xapi/profile/describe.ts';

export interface ProfilePageTexts {
  readonly otherLanguage: string;
  readonly toProfile: string;
  readonly asJson: string;
  readonly iri: string;
  readonly version: string;
  readonly kinds: Readonly<Record<Description['kind'], string>>;
  readonly verbs: string;
  readonly types: string;
  readonly extensions: string;
  readonly statements: string;
  readonly statementsHint: string;
  readonly order: string;
  readonly orderHint: string;
  readonly aroundApps: string;
  readonly source: string;
  readonly ours: string;
  readonly tier: string;
  readonly verb: string;
  readonly object: string;
  readonly place: Readonly<Record<'context' | 'result', string>>;
  readonly data: string;
  readonly ways: Readonly<
    Record<'sequence' | 'alternates' | 'optional' | 'oneOrMore' | 'zeroOrMore', string>
  >;
}

export const profilePageTexts: Readonly<Record<Language, ProfilePageTexts>> = {
  fr: {
    otherLanguage: 'English',
    toProfile: 'Tout le profil',
    asJson: 'Lire en JSON-LD',
    iri: 'Identifiant (IRI)',
    version: 'Version',
    kinds: {
      Profile: 'Profil xAPI',
      Verb: 'Verbe',
      ActivityType: 'Type d’activité',
      Extension: 'Extension',
      StatementTemplate: 'Modèle d’énoncé',
      Pattern: 'Ordre des énoncés',
      Activity: 'Activité',
    },
    verbs: 'Verbes',
    types: 'Types d’activités',
    extensions: 'Extensions',
    statements: 'Énoncés',
    statementsHint:
      'Chaque sorte d’énoncé, avec son niveau de détail\u00a0: 1 l’essai, 2 les actions, 3 les gestes fins.',
    order: 'Ordre des énoncés d’un essai',
    orderHint: 'Les énoncés d’un essai ont la même inscription et se suivent dans le temps.',
    aroundApps: 'L’essai et ses scènes',
    source: 'Repris de',
    ours: 'Propre à NUM+',
    tier: 'Niveau',
    verb: 'Verbe',
    object: 'Objet',
    place: { context: 'Dans le contexte', result: 'Dans le résultat' },
    data: 'En détail',
    ways: {
      sequence: 'dans cet ordre',
      alternates: 'l’un de',
      optional: 'une fois ou pas',
      oneOrMore: 'une fois ou plus',
      zeroOrMore: 'autant de fois qu’il faut',
    },
  },
  en: {
    otherLanguage: 'Français',
    toProfile: 'Full profile',
    asJson: 'Read as JSON-LD',
    iri: 'Identifier (IRI)',
    version: 'Version',
    kinds: {
      Profile: 'xAPI profile',
      Verb: 'Verb',
      ActivityType: 'Activity type',
      Extension: 'Extension',
      StatementTemplate: 'Statement template',
      Pattern: 'Order of statements',
      Activity: 'Activity',
    },
    verbs: 'Verbs',
    types: 'Activity types',
    extensions: 'Extensions',
    statements: 'Statements',
    statementsHint: 'Each kind of statement, with its tier: 1 the attempt, 2 the actions, 3 the small steps.',
    order: 'Order of the statements in an attempt',
    orderHint: 'All statements in an attempt have the same registration and follow each other in time.',
    aroundApps: 'The attempt and its scenes',
    source: 'Taken from',
    ours: 'Defined by NUM+',
    tier: 'Tier',
    verb: 'Verb',
    object: 'Object',
    place: { context: 'In the context', result: 'In the result' },
    data: 'Details',
    ways: {
      sequence: 'in this order',
      alternates: 'one of',
      optional: 'once or not at all',
      oneOrMore: 'once or more',
      zeroOrMore: 'as often as needed',
    },
  },
};
