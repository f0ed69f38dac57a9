import type { BackgroundWords } from './background-words.ts';

export const backgroundFr: BackgroundWords = {
  introduction: [
    'Vous avez accepté d’aider la recherche.',
    'L’équipe a quatre courtes questions sur vous.',
    'Vous répondez seulement si vous voulez.',
    'Vous pouvez passer chaque question.',
    'Vos réponses portent un code, pas votre nom.',
    'Le personnel de votre cours ne les voit jamais.',
    'Elles ne changent rien à vos résultats.',
    'Vous pourrez les changer dans «\u00a0Mes données\u00a0».',
  ],
  ageGroup: {
    text: 'Quel âge avez-vous?',
    choices: {
      'under-18': 'Moins de 18 ans',
      '18-24': 'De 18 à 24 ans',
      '25-34': 'De 25 à 34 ans',
      '35-44': 'De 35 à 44 ans',
      '45-54': 'De 45 à 54 ans',
      '55-64': 'De 55 à 64 ans',
      '65-and-over': '65 ans ou plus',
    },
  },
  schooling: {
    text: 'Quel est votre plus haut diplôme?',
    choices: {
      'no-diploma': 'Aucun diplôme',
      secondary: 'Secondaire (DES ou DEP)',
      college: 'Collège ou cégep',
      university: 'Université',
      other: 'Un autre diplôme, ou d’un autre pays',
    },
  },
  firstLanguage: {
    text: 'Quelle langue avez-vous apprise en premier, à la maison?',
    choices: {
      french: 'Le français',
      english: 'L’anglais',
      indigenous: 'Une langue autochtone',
      other: 'Une autre langue',
    },
  },
  computerYears: {
    text: 'Depuis combien de temps utilisez-vous un ordinateur ou un téléphone intelligent?',
    choices: {
      'under-1': 'Moins de 1 an',
      '1-5': 'De 1 à 5 ans',
      '6-10': 'De 6 à 10 ans',
      'over-10': 'Plus de 10 ans',
    },
  },
};
