/** Words of the copy to read and print; levels as in the person's report. */
import { commentWords } from '../attempts/grade-comment-words.ts';
import { counted } from '../base/plural.ts';
import { dimensionNames } from '../content/dimension-names.ts';
import type { ReportResult } from '../contract/report.ts';
import type { Answer } from '../studies/consent.ts';
import type { KeptGrade, PlayedAttempt, PlayedScene } from './description.ts';
import { asSentence } from '../base/as-sentence.ts';
import { attemptName, unnamed } from './person-words.fr.ts';

type Leveled = Pick<Extract<ReportResult, { kind: 'level' }>['overall'], 'level' | 'between'>;

/** `dropped`: a yes to this research stays, and one to other research is taken back. */
export type Choice = Answer['answer'] | 'future' | 'dropped';

const choices: Readonly<Record<Choice, string>> = {
  given: 'dit oui',
  future: 'dit oui, aussi pour d’autres recherches',
  refused: 'dit non',
  later: 'choisi de répondre plus tard',
  withdrawn: 'retiré votre accord',
  dropped: 'retiré votre accord aux autres recherches',
};

export const copyWordsFr = {
  title: 'Mes données dans NUM+',
  made: (moment: string): string => asSentence(`Copie faite le ${moment}`),
  organisation: (name: string): string => asSentence(`Organisme\u00a0: ${name}`),
  person: (id: string): string => `Votre numéro dans le jeu\u00a0: ${id}`,
  subject: (id: string): string => `Votre identifiant sur le site du cours\u00a0: ${id}`,
  leftOut: 'Ce qui n’est pas dans cette copie',
  background: 'Vos réponses aux questions sur vous',
  research: 'Vos réponses sur la recherche',
  choice: (choice: Choice, moment: string): string =>
    asSentence(`Le ${moment}, vous avez ${choices[choice]}`),
  /** Of the text that somebody said yes to. */
  edition: (version: string): string => `Édition du texte\u00a0: ${version}.`,
  file: 'Le détail de chaque geste est dans le fichier de données.',
  unnamed,
  attempt: (one: PlayedAttempt): string => capital(attemptName(one)),
  span: (start: string, end: string | null): string =>
    asSentence(end === null ? `Début\u00a0: ${start}` : `Début\u00a0: ${start}. Fin\u00a0: ${end}`),
  result: (result: ReportResult): string[] => results(result),
  provisional: 'Des chiffres qui peuvent encore changer sont dans le fichier de données.',
  scene: ({ status, points, actions }: PlayedScene, moment: string): string[] => [
    asSentence(`${statuses[status]}. Début\u00a0: ${moment}`),
    ...(points === null
      ? []
      : [`${counted('fr', points.earned, { one: 'point', other: 'points' })} sur ${points.possible}.`]),
    `${counted('fr', actions, { one: 'geste', other: 'gestes' })}.`,
  ],
  written: 'Ce que vous avez écrit\u00a0:',
  grade: ({ dimension, score, state }: KeptGrade, moment: string): string => {
    const what =
      dimension === null ? 'Note pour votre cours' : `Note pour votre cours, ${dimensionNames.fr[dimension]}`;
    return asSentence(`${what}\u00a0: ${score} sur 100, ${states[state]}, le ${moment}`);
  },
  comment: 'Le commentaire de cette note\u00a0:',
  note: (moment: string): string => asSentence(`Remarque du personnel, le ${moment}`),
  askForNote: 'Pour la lire, demandez-la à votre organisme.',
  request: (moment: string): string => asSentence(`Votre demande de révision, le ${moment}`),
  answer: 'La réponse\u00a0:',
};

const statuses: Readonly<Record<PlayedScene['status'], string>> = {
  waiting: 'Pas encore jouée',
  open: 'En cours',
  done: 'Terminée',
  skipped: 'Passée',
  left: 'Pas terminée',
};

const states: Readonly<Record<KeptGrade['state'], string>> = {
  pending: 'en attente',
  sent: 'envoyée',
  failed: 'pas reçue',
  withdrawn: 'pas envoyée',
};

function results(result: ReportResult): string[] {
  switch (result.kind) {
    case 'not-over':
      return ['Votre résultat viendra à la fin de l’essai.'];
    case 'not-kept':
      return ['Ce résultat ne compte pas. Parlez-en à la personne qui vous accompagne.'];
    case 'held':
      return ['Quelqu’un va d’abord regarder votre essai. Vous saurez ensuite s’il compte.'];
    case 'too-few':
      return [`Un niveau demande ${result.needed} tâches qui comptent.`];
    case 'short':
      return ['Cette activité est courte. Elle ne donne pas de niveau.'];
    case 'level':
      return [
        `Votre niveau\u00a0: ${level(result.overall)}.`,
        ...result.dimensions.map((one) => `${dimensionNames.fr[one.dimension]}\u00a0: ${level(one)}.`),
      ];
  }
}

function level({ level: own, between }: Leveled): string {
  const { levels } = commentWords.fr;
  if (between === null) return `«\u00a0${levels[own]}\u00a0» (niveau ${own} sur 4)`;
  const [low, high] = own < between ? ([own, between] as const) : ([between, own] as const);
  return `entre «\u00a0${levels[low]}\u00a0» et «\u00a0${levels[high]}\u00a0»`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
