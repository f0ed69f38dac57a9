import type { backgroundFr } from './background.fr.ts';

export const backgroundEn: Readonly<Record<keyof typeof backgroundFr, string>> = {
  'background.offer': 'A few questions about you, for research',
  'background.title': 'A few questions about you',
  'background.close': 'Close',
  'background.begin': 'Start',
  'background.number': 'Question {number} of {count}',
  'background.decline': 'I don’t know, or I prefer not to answer',
  'background.back': 'Previous question',
  'background.thanks': 'Thank you. There are no more questions.',
  'background.mine': 'Your answers about yourself',
  'background.none': 'Not answered',
  'background.answer': 'Answer the questions',
  'background.change': 'Change my answers',
  'background.remove': 'Remove my answers',
  'background.removed': 'Your answers are erased.',
  'background.unread': 'Part of your data cannot be shown right now.',
  'background.again': 'Try again',
  'background.over': 'There are no questions for you now.',
  'background.lost': 'That did not work. Try again in a few minutes.',
};
