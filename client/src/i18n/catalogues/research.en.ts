import type { researchFr } from './research.fr.ts';

export const researchEn: Readonly<Record<keyof typeof researchFr, string>> = {
  'research.waiting': 'Just a moment.',
  'research.title': 'A question about research',
  'research.yes': 'Yes, I agree',
  'research.no': 'No',
  'research.later': 'Later',
  'research.future.title': 'And for other research?',
  'research.future.last': 'This is the last question. Your answer is sent after it.',
  'research.future.yes': 'Yes, for the others too',
  'research.future.no': 'No, only this one',
  'research.unavailable': 'The question cannot be shown right now.',
  'research.go-on': 'Continue',
  'research.unread': 'Your answer about research cannot be shown right now.',
  'research.again': 'Try again',
  'research.lost': 'That did not work. Try again in a few minutes.',
  'research.mine': 'Your answer about research',
  'research.mine.given': 'You said yes.',
  'research.mine.given.future': 'You said yes, also for other research.',
  'research.mine.refused': 'You said no.',
  'research.mine.withdrawn': 'You stopped taking part in research. Nothing more is sent.',
  'research.mine.none': 'You have said neither yes nor no.',
  'research.withdraw': 'Stop taking part in research',
  'research.others': 'Other research you agreed to',
  'research.others.given': 'You also said yes to these studies.',
  'research.others.withdrawn':
    'You stopped taking part. Nothing more is sent. What was already sent is cancelled.',
};
