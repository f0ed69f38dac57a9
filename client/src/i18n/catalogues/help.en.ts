import type { helpFr } from './help.fr.ts';

export const helpEn: Readonly<Record<keyof typeof helpFr, string>> = {
  'help.title': 'Help',
  'help.close': 'Close help',
  'help.choose': 'What do you need help with?',
  'help.where': 'Show me where',
  'help.how': 'Show me how',
  'help.following': 'Next tip',
  'help.others': 'Another question',
  'help.pointing': 'I’ll show you where to look.',
  'help.way': 'Start with what I show you.',
  'help.way.then': 'The rest comes next.',
  'help.how.before.practice': 'I can show you each step.',
  'help.how.before': 'I can show you each step. This part will earn no points. That’s fine, you’re learning.',
  'help.how.yes': 'Yes, show me',
  'help.how.no': 'No, I’ll keep trying',
  'help.how.steps': 'Here is how:',

  'offer.title': 'Someone beside you?',
  'offer.1': 'You can learn all this. You can play with someone beside you.',
  'offer.2': 'They can read and click for you. Your result will not go down.',
  'offer.3': 'If you say yes, help will be open from the start.',
  'offer.accept': 'Yes, with someone',
  'offer.decline': 'No, I’ll keep going',
};
