/** What the product does with data (docs/researchers). Sentences of 12 words at most. */
import { asSentence } from '../base/as-sentence.ts';
import type { NoticeSection } from '../contract/notice.ts';
import type { StudyFacts } from '../contract/study-facts.ts';

export function noticeFr(facts: StudyFacts): NoticeSection[] {
  return [
    {
      title: 'À quoi sert le jeu',
      sentences: [
        'Ce jeu mesure vos habiletés numériques au travail.',
        'Le résultat sert à vous accompagner.',
        'Vos données servent aussi à faire fonctionner et à protéger le jeu.',
        'La recherche ne prend vos données que si vous dites oui.',
        'Vous pouvez ensuite retirer ce oui.',
        'Ce n’est pas un examen.',
        'Des règles écrites d’avance regardent vos gestes et donnent les points.',
        'Le résultat seul ne décide de rien.',
        'Vous pouvez demander qu’une personne regarde votre résultat.',
      ],
    },
    {
      title: 'Ce qui est gardé',
      sentences: [
        'Chaque geste est gardé, avec l’heure.',
        'Vos pauses et vos absences sont mesurées.',
        'Vos réglages, comme le zoom, sont gardés.',
        'Le jeu note si vous utilisez souris, doigt, stylet ou clavier.',
        'Le personnel peut noter vos besoins d’accès, pour choisir les tâches.',
        'Vos groupes du cours sont gardés, pour limiter qui vous voit.',
        'Vos textes sont gardés, mais chiffrés.',
        'Un mot de passe inventé reste dans votre navigateur.',
        'Le jeu garde un numéro, pas votre nom.',
      ],
    },
    {
      title: 'Qui peut voir vos données',
      sentences: [
        'Le personnel de votre cours voit votre nom et vos résultats.',
        'Il peut voir vos gestes un par un.',
        'Il ne lit pas vos textes, sauf les phrases toutes faites.',
        'Il en voit la longueur et le genre, comme «\u00a0une heure\u00a0».',
        'Il lit vos demandes de révision.',
        'Il voit aussi les aides que vous avez utilisées.',
        'Votre résultat va dans les notes du cours.',
        'Qui gère le serveur voit vos données.',
      ],
    },
    {
      title: 'Où vont vos données',
      sentences: [
        'Vos données sont sur le serveur du jeu.',
        'Votre organisme peut en garder une copie sur un autre serveur.',
        'Cette copie porte un code, pas votre nom.',
        outsideFr(facts),
        ...facts.recipients.map(({ fr }) => asSentence(`Reçoit aussi une copie\u00a0: ${fr}`)),
      ],
    },
    {
      title: 'Combien de temps',
      sentences:
        facts.keptMonths === null
          ? ['Votre organisme décide combien de temps garder vos données.', 'Vous pouvez le lui demander.']
          : keptFr(facts.keptMonths),
    },
    { title: 'Vos droits', sentences: rights(facts) },
  ];
}

/** Only the organisation knows where its server and its record stores are. */
function outsideFr({ leavesQuebec }: StudyFacts): string {
  if (leavesQuebec === null) return 'Demandez à votre organisme si vos données sortent du Québec.';
  return leavesQuebec ? 'Vos données peuvent sortir du Québec.' : 'Vos données restent au Québec.';
}

/** As the worker erases: by the last entry of the logs of a study, whoever caused it. */
export function keptFr(months: number): string[] {
  return [`Vos données sont gardées ${months} mois après le dernier geste.`, ...periodFr];
}

/** Of every period. */
export const periodFr: readonly string[] = [
  'Un changement à votre essai compte aussi.',
  'Ensuite, le jeu efface vos données.',
  'La liste des accès, sans votre nom, peut rester plus longtemps.',
];

function rights({ organisation, inCharge, contact }: StudyFacts): string[] {
  return [
    'Ouvrez «\u00a0Confort\u00a0», puis «\u00a0Mes données\u00a0».',
    'Vous y voyez ce qui est gardé et qui l’a ouvert.',
    'Vous pouvez en prendre une copie ou tout effacer.',
    'Une note déjà envoyée reste dans votre cours.',
    'Pour corriger une donnée, demandez à votre organisme.',
    'Vous pouvez faire une pause ou quitter à tout moment.',
    ...(organisation === null ? [] : [asSentence(`Organisme\u00a0: ${organisation.fr}`)]),
    ...(inCharge === null ? [] : [asSentence(`Responsable des données\u00a0: ${inCharge}`)]),
    contact === null
      ? 'Pour vos questions, parlez à la personne qui vous accompagne.'
      : `Pour vos questions\u00a0: ${contact}`,
    'Vous pouvez aussi écrire à la Commission d’accès à l’information.',
  ];
}
