import type { dataFr } from './data.fr.ts';

export const dataEn: Readonly<Record<keyof typeof dataFr, string>> = {
  'data.title': 'The whole notice',
  'data.close': 'Close',
  'data.waiting': 'Just a moment.',
  'data.unavailable': 'The notice cannot be shown right now. Try again in a few minutes.',

  'research.title': 'A question about research',
  'research.yes': 'Yes, I agree',
  'research.no': 'No',
  'research.later': 'Later',
  'research.future.title': 'And for other research?',
  'research.future.yes': 'Yes, for the others too',
  'research.future.no': 'No, only this one',
  'research.unavailable': 'The question cannot be shown right now.',
  'research.go-on': 'Continue',
  'research.mine': 'Your answer about research',
  'research.mine.given': 'You said yes.',
  'research.mine.given.future': 'You said yes, also for other research.',
  'research.mine.refused': 'You said no.',
  'research.mine.withdrawn': 'You took back your agreement. Nothing more is sent.',
  'research.mine.none': 'You have not answered yet.',
  'research.withdraw': 'Take back my agreement',
};
