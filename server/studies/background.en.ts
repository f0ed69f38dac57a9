import type { BackgroundWords } from './background-words.ts';

export const backgroundEn: BackgroundWords = {
  introduction: [
    'You agreed to take part in research.',
    'The team would like to know a little about you.',
    'There are four short questions.',
    'You choose which ones to answer.',
    'Your answers have a code, not your name.',
    'The staff of your course never see them.',
    'Your answers do not change your results.',
    'You can change or remove your answers later, in “My data”.',
    'If you stop taking part, they are erased.',
  ],
  ageGroup: {
    text: 'How old are you?',
    choices: {
      'under-18': 'Under 18',
      '18-24': '18 to 24',
      '25-34': '25 to 34',
      '35-44': '35 to 44',
      '45-54': '45 to 54',
      '55-64': '55 to 64',
      '65-and-over': '65 or older',
    },
  },
  schooling: {
    text: 'What is your highest diploma or degree, from any country?',
    choices: {
      'no-diploma': 'No diploma',
      secondary: 'High school or trade diploma',
      college: 'College or CEGEP',
      university: 'University',
      other: 'Another diploma or certificate',
    },
  },
  firstLanguage: {
    text: 'Which language did you learn first, as a child?',
    choices: {
      french: 'French',
      english: 'English',
      indigenous: 'An Indigenous language',
      other: 'Another language, spoken or signed',
      several: 'Two or more languages, at the same time',
    },
  },
  computerYears: {
    text: 'How long have you been using a computer, tablet or smartphone?',
    choices: {
      'under-1': 'Less than 1 year',
      '1-5': '1 to 5 years',
      '6-10': '6 to 10 years',
      'over-10': 'More than 10 years',
    },
  },
};
