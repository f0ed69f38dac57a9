import type { StudyFacts } from '../contract/study-facts.ts';

type Research = NonNullable<StudyFacts['research']>;

export function researchFr({ team, purpose, contact, keptMonths, background }: Research): string[] {
  return [
    `${team.fr} fait une recherche.`,
    purpose.fr,
    'Vos gestes et vos résultats serviraient à cette recherche.',
    'Vos réglages, vos aides et votre façon d’utiliser l’appareil aussi.',
    'Ils porteraient un code, pas votre nom.',
    'Ce que vous écrivez ne serait pas envoyé.',
    ...(background
      ? [
          'Après le jeu, l’équipe vous poserait quatre questions sur vous.',
          'Vous pourriez ne pas y répondre.',
        ]
      : []),
    'Votre oui compte aussi pour ce que vous avez déjà fait.',
    'C’est vous qui choisissez.',
    'Oui ou non, rien ne change pour vous.',
    'Le personnel de votre cours ne voit jamais votre réponse.',
    'Vous pouvez changer d’avis à tout moment.',
    'Ouvrez «\u00a0Confort\u00a0», puis «\u00a0Mes données\u00a0».',
    'Si vous retirez votre accord, plus rien n’est envoyé.',
    'Ce qui était déjà envoyé est annulé.',
    contact === null
      ? 'Pour faire effacer les copies de l’équipe, demandez-le à votre organisme.'
      : 'Pour faire effacer les copies de l’équipe, écrivez-lui.',
    'Une analyse déjà publiée ne peut pas être refaite.',
    ...(keptMonths === null ? [] : [`L’équipe garde ces données ${keptMonths} mois.`]),
    ...(contact === null ? [] : [`Pour vos questions\u00a0: ${contact}`]),
  ];
}

export const futureFr: readonly string[] = [
  'Vos données pourraient servir à d’autres recherches, plus tard.',
  'On ne connaît pas encore ces recherches.',
  'Un comité d’éthique devra d’abord les accepter.',
];
