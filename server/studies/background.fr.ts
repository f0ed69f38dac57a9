import type { BackgroundWords } from './background-words.ts';

export const backgroundFr: BackgroundWords = {
  introduction: [
    'Vous avez accepté d’aider la recherche.',
    'L’équipe a quatre courtes questions sur vous.',
    'Vous répondez seulement si vous le voulez.',
    'Vous pouvez laisser une question sans réponse.',
    'Vos réponses portent un code, pas votre nom.',
    'Le personnel de votre cours ne les voit jamais.',
    'Elles ne changent rien à vos résultats.',
    'Vous pourrez les changer ou les effacer dans «\u00a0Mes données\u00a0».',
    'Si vous retirez votre accord, elles sont effacées.',
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
    text: 'Quel est votre plus haut diplôme, d’ici ou d’ailleurs?',
    choices: {
      'no-diploma': 'Aucun diplôme',
      secondary: 'Secondaire (DES, DEP ou l’équivalent)',
      college: 'Collège ou cégep',
      university: 'Université',
      other: 'Un autre diplôme',
    },
  },
  firstLanguage: {
    text: 'Quelle langue avez-vous apprise en premier, enfant?',
    choices: {
      french: 'Le français',
      english: 'L’anglais',
      indigenous: 'Une langue autochtone',
      other: 'Une autre langue, parlée ou signée',
      several: 'Deux langues ou plus, en même temps',
    },
  },
  computerYears: {
    text: 'Depuis combien de temps utilisez-vous un ordinateur, une tablette ou un cellulaire?',
    choices: {
      'under-1': 'Moins d’un an',
      '1-5': 'De 1 à 5 ans',
      '6-10': 'De 6 à 10 ans',
      'over-10': 'Plus de 10 ans',
    },
  },
};
