import type { Adaptation } from '../../scenarios/measurement/adaptations.ts';
import type { InvalidReason } from '../../scenarios/kit/log.ts';
import type { Level } from '../../scenarios/kit/measurement-types.ts';
import type { Language } from '../../scenarios/world/base.ts';
import type { GradeView, PersonView } from '../contract/teach.ts';

export interface GroupSheetWords {
  readonly columns: Readonly<
    Record<
      | 'name'
      | 'number'
      | 'latest'
      | 'status'
      | 'counting'
      | 'attempt'
      | 'started'
      | 'last'
      | 'scenesDone'
      | 'scenesAll'
      | 'level'
      | 'between'
      | 'score'
      | 'low'
      | 'high'
      | 'adaptations'
      | 'skipped'
      | 'left'
      | 'aside'
      | 'review'
      | 'grade'
      | 'note',
      string
    >
  >;
  readonly status: Readonly<Record<PersonView['attempt']['status'] | 'waiting', string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly adaptations: Readonly<Record<Adaptation, string>>;
  readonly grades: Readonly<Record<GradeView['state'], string>>;
  readonly reasons: Readonly<Record<InvalidReason, string>>;
  readonly yes: string;
  readonly pilot: string;
  readonly use: string;
  readonly separator: ',' | ';';
}

const fr: GroupSheetWords = {
  columns: {
    name: 'Nom',
    number: 'Ordre d’arrivée',
    latest: 'Dernier essai',
    status: 'État du dernier essai',
    counting: 'Essai qui compte',
    attempt: 'Essai du résultat',
    started: 'Début du dernier essai',
    last: 'Dernier geste',
    scenesDone: 'Scènes terminées du dernier essai',
    scenesAll: 'Scènes en tout du dernier essai',
    level: 'Niveau global (1 à 4)',
    between: 'Niveau global en mots',
    score: 'Mesure sur 100',
    low: 'Marge, de',
    high: 'Marge, à',
    adaptations: 'Adaptations',
    skipped: 'Scènes passées',
    left: 'Scènes quittées avant la fin',
    aside: 'Dernier essai mis à l’écart',
    review: 'Demande de révision',
    grade: 'Note au carnet',
    note: 'À savoir',
  },
  status: {
    waiting: 'Pas commencé',
    open: 'En cours',
    paused: 'En pause',
    finished: 'Terminé',
    abandoned: 'Laissé inachevé',
  },
  levels: {
    1: 'Je découvre',
    2: 'Je fais avec un peu d’aide',
    3: 'Je fais sans aide',
    4: 'Je m’adapte et j’aide les autres',
  },
  adaptations: {
    'read-aloud': 'Lecture à voix haute',
    helper: 'Quelqu’un à côté',
    assists: 'Coups de main',
    eased: 'Aide ouverte dès le début',
    'text-size': 'Texte agrandi',
    zoom: 'Page agrandie',
    contrast: 'Contraste élevé',
    motion: 'Moins de mouvement',
  },
  grades: {
    none: '',
    'not-graded': 'Trop peu de scènes',
    'no-column': 'Pas de colonne',
    pending: 'En route',
    sent: 'Transmise',
    failed: 'Pas arrivée',
    withdrawn: 'Pas envoyée\u00a0: essai à l’écart',
    left: 'Reste au carnet\u00a0: essai à l’écart',
    held: 'Attend une décision',
  },
  reasons: {
    'other-person': 'Une autre personne a joué ou répondu',
    trial: 'C’était seulement pour voir',
    technical: 'Un problème technique',
    conditions: 'Du bruit, un malaise, trop de hâte',
    'person-asked': 'La personne l’a demandé',
    other: 'Une autre raison',
    staff: 'La personne fait partie du personnel',
  },
  yes: 'Oui',
  pilot: 'Version pilote\u00a0: niveaux provisoires.',
  use: 'Ne sert ni à embaucher ni à décider d’une aide financière.',
  separator: ';',
};

const en: GroupSheetWords = {
  columns: {
    name: 'Name',
    number: 'Order of first start',
    latest: 'Latest attempt',
    status: 'Status of the latest attempt',
    counting: 'Attempt that counts',
    attempt: 'Attempt for this result',
    started: 'Start of the latest attempt',
    last: 'Last action',
    scenesDone: 'Scenes finished in the latest attempt',
    scenesAll: 'Number of scenes in the latest attempt',
    level: 'Overall level (1 to 4)',
    between: 'Overall level in words',
    score: 'Score out of 100',
    low: 'Range, from',
    high: 'Range, to',
    adaptations: 'Adaptations',
    skipped: 'Scenes skipped',
    left: 'Scenes left before the end',
    aside: 'Last attempt set aside',
    review: 'Review request',
    grade: 'Grade in the gradebook',
    note: 'Good to know',
  },
  status: {
    waiting: 'Not started',
    open: 'In progress',
    paused: 'Paused',
    finished: 'Finished',
    abandoned: 'Left unfinished',
  },
  levels: {
    1: 'I’m getting started',
    2: 'I can do it with some help',
    3: 'I can do it on my own',
    4: 'I adapt and help others',
  },
  adaptations: {
    'read-aloud': 'Read-aloud',
    helper: 'Someone beside them',
    assists: 'Helping hand',
    eased: 'Help open from the start',
    'text-size': 'Larger text',
    zoom: 'Page zoomed in',
    contrast: 'High contrast',
    motion: 'Less motion',
  },
  grades: {
    none: '',
    'not-graded': 'Too few scenes',
    'no-column': 'No column',
    pending: 'On its way',
    sent: 'In the gradebook',
    failed: 'Did not arrive',
    withdrawn: 'Not sent: attempt set aside',
    left: 'Still in the gradebook: attempt set aside',
    held: 'Waiting for a decision',
  },
  reasons: {
    'other-person': 'Someone else played or answered',
    trial: 'It was just to have a look',
    technical: 'A technical problem',
    conditions: 'Noise, feeling unwell, being in a rush',
    'person-asked': 'The person asked for it',
    other: 'Another reason',
    staff: 'The person is a staff member',
  },
  yes: 'Yes',
  pilot: 'Pilot version: levels are provisional.',
  use: 'Not for hiring or for deciding on benefits.',
  separator: ',',
};

export const groupSheetWords: Readonly<Record<Language, GroupSheetWords>> = { fr, en };
