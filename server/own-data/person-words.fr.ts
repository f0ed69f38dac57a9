/** « Mes données ». Sentences of 12 words at most. */
import { asSentence } from '../base/as-sentence.ts';
import { counted } from '../base/plural.ts';
import type { NoticeSection } from '../contract/notice.ts';
import type { Words } from '../contract/words.ts';
import { keptFr, periodFr } from '../studies/notice.fr.ts';
import type {
  Description,
  Kept,
  KeptKind,
  OpenedBy,
  PlayedAttempt,
  PlayedScene,
  SentCopy,
} from './description.ts';
import { dayOf, momentOf } from './moments.ts';
import { listPeriods, type Period } from './periods.ts';

export function personFr(about: Description, { withScenes = true } = {}): NoticeSection[] {
  const hasPlayed = about.activities.length > 0;
  const wasTold = about.activities.some((activity) => activity.notices.length > 0);
  return [
    { title: 'Ce qui est gardé', sentences: kept(about) },
    ...(hasPlayed && withScenes ? [{ title: 'Tâche par tâche', sentences: scenes(about) }] : []),
    {
      title: 'Votre nom',
      sentences: [
        'Le jeu garde un numéro, pas votre nom.',
        'Votre nom vient du cours, sans être gardé.',
        'Pour le corriger, changez-le dans votre cours.',
      ],
    },
    {
      title: 'Qui peut voir vos données',
      sentences: [
        'Le personnel de votre cours voit vos gestes et vos résultats.',
        'Il voit aussi ses remarques et vos demandes.',
        'Il ne lit pas vos textes, sauf les phrases toutes faites.',
        'Il ne voit pas vos réponses pour la recherche.',
        'Les personnes qui gèrent le serveur ont aussi accès.',
      ],
    },
    { title: 'Qui a ouvert votre travail', sentences: opened(about) },
    { title: 'Où vos données sont allées', sentences: sent(about) },
    {
      title: 'Combien de temps',
      sentences: howLong(about),
    },
    ...(wasTold ? [{ title: 'Quand vous avez vu l’avis', sentences: notices(about) }] : []),
  ];
}

function notices({ activities, timeZone }: Description): string[] {
  return [
    ...activities.flatMap(({ name, notices: all }) =>
      all.map(
        ({ version, at }) => `${named(name)}\u00a0: édition ${version}, le ${dayOf('fr', timeZone, at)}.`,
      ),
    ),
    'Vous avez alors choisi «\u00a0J’ai compris\u00a0».',
  ];
}

export const unnamed = 'Une activité sans nom';

function named({ fr }: Words): string {
  return fr === '' ? unnamed : fr;
}

function howLong({ keptMonths, activities, timeZone }: Description): string[] {
  if (keptMonths === 'by-activity') {
    const all = listPeriods(activities);
    return [
      'La durée n’est pas la même partout.',
      'Elle commence après le dernier geste.',
      ...all.map((one) => `${labelOf(one, timeZone)}\u00a0: ${durationOf(one)}.`),
      ...(all.some((one) => one.keptMonths === null) ? ['Vous pouvez lui demander combien de temps.'] : []),
      ...periodFr,
    ];
  }
  if (keptMonths === null)
    return ['Votre organisme décide combien de temps garder vos données.', 'Vous pouvez le lui demander.'];
  return keptFr(keptMonths);
}

function labelOf({ activity, attempt, since }: Period, timeZone: string): string {
  const whole = attempt === null ? named(activity) : `${named(activity)}, ${attemptName(attempt)}`;
  return since === null ? whole : `${whole} (depuis le ${dayOf('fr', timeZone, since)})`;
}

function durationOf({ keptMonths }: Period): string {
  return keptMonths === null ? 'votre organisme décide' : `${keptMonths} mois`;
}

const forms: Readonly<Record<KeptKind, { readonly one: string; readonly other: string }>> = {
  visits: { one: 'visite récente', other: 'visites récentes' },
  actions: { one: 'geste dans le jeu', other: 'gestes dans le jeu' },
  typed: { one: 'texte que vous avez écrit, chiffré', other: 'textes que vous avez écrits, chiffrés' },
  results: { one: 'résultat de tâche', other: 'résultats de tâches' },
  grades: { one: 'note pour votre cours', other: 'notes pour votre cours' },
  comfort: { one: 'ensemble de réglages de confort', other: 'ensembles de réglages de confort' },
  settings: { one: 'réglage du personnel pour vous', other: 'réglages du personnel pour vous' },
  groups: { one: 'activité où votre groupe est connu', other: 'activités où votre groupe est connu' },
  notes: { one: 'remarque du personnel sur vous', other: 'remarques du personnel sur vous' },
  requests: { one: 'demande de révision', other: 'demandes de révision' },
  research: { one: 'choix sur la recherche', other: 'choix sur la recherche' },
  background: { one: 'réponse sur vous, chiffrée', other: 'réponses sur vous, chiffrées' },
};

function kept({ kept: all, timeZone }: Description): string[] {
  if (all.length === 0) return ['Rien n’est encore gardé sur vous.'];
  const notes = all.some(({ kind }) => kind === 'notes');
  return [
    ...all.map((one) => `${counted('fr', one.count, forms[one.kind])}${period(one, timeZone)}.`),
    ...(notes ? ['Pour lire une remarque, demandez-la à votre organisme.'] : []),
  ];
}

function period({ first, last }: Kept, timeZone: string): string {
  if (first === null || last === null) return '';
  const [from, to] = [dayOf('fr', timeZone, first), dayOf('fr', timeZone, last)];
  return from === to ? `, le ${from}` : `, du ${from} au ${to}`;
}

function scenes({ activities, timeZone }: Description): string[] {
  return activities.flatMap(({ name, attempts }) =>
    attempts.flatMap((one) => [
      asSentence([name.fr, attemptName(one)].filter((part) => part !== '').join(', ')),
      ...one.scenes.map(
        (scene) => `${nameOf(scene)}\u00a0: ${done(scene)}, le ${dayOf('fr', timeZone, scene.at)}.`,
      ),
    ]),
  );
}

export function attemptName({ number, practice }: PlayedAttempt): string {
  return practice ? `aperçu ${number}` : `essai ${number}`;
}

export function nameOf({ title }: PlayedScene): string {
  return title?.fr ?? 'Une tâche retirée du jeu';
}

function done({ actions, typed }: PlayedScene): string {
  const acted = counted('fr', actions, { one: 'geste', other: 'gestes' });
  if (typed.length === 0) return acted;
  return `${acted}, ${counted('fr', typed.length, { one: 'texte', other: 'textes' })}`;
}

const who: Readonly<Record<OpenedBy['by'], string>> = {
  staff: 'le personnel de votre cours',
  operator: 'une personne qui gère le serveur',
};
const did: Readonly<Record<OpenedBy['how'], string>> = {
  sheet: 'a ouvert votre fiche',
  actions: 'a ouvert les réglages faits pour vous',
  timeline: 'a lu la liste de vos gestes',
  opened: 'l’a regardé',
  exported: 'en a pris une copie',
  list: 'a pris une copie d’une liste de l’activité. Vous y êtes peut-être',
  changed: 'a fait un changement',
};

function opened({ opened: all, openedCount, timeZone }: Description): string[] {
  if (all.length === 0) return ['Aucune ouverture n’est inscrite pour l’instant.'];
  return [
    ...all.map(({ at, by, how }) => `${momentOf('fr', timeZone, at)}\u00a0: ${who[by]} ${did[how]}.`),
    'Une page rouverte en moins de dix minutes compte une seule fois.',
    ...(openedCount === all.length
      ? []
      : [
          `Ce sont les ${all.length} dernières fois, sur ${openedCount}.`,
          'Le fichier de données a la liste entière.',
        ]),
  ];
}

function sent({ sent: all }: Description): string[] {
  if (all.length === 0) return ['Rien n’a été envoyé ailleurs.'];
  return all.flatMap((one) => [
    `${place(one)}\u00a0: ${counted('fr', one.sent, { one: 'envoi', other: 'envois' })}.`,
    ...(one.waiting === 0
      ? []
      : [`Encore en attente\u00a0: ${counted('fr', one.waiting, { one: 'envoi', other: 'envois' })}.`]),
  ]);
}

function place({ purpose, host }: SentCopy): string {
  if (purpose === 'grades') return `Notes de votre cours (${host})`;
  return purpose === 'research'
    ? `Serveur de la recherche (${host})`
    : `Autre serveur de votre organisme (${host})`;
}
