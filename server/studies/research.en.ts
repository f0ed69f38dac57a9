import { counted } from '../base/plural.ts';
import type { StudyFacts } from '../contract/study-facts.ts';

type Research = NonNullable<StudyFacts['research']>;

export function researchEn({ team, purpose, contact, keptMonths, background }: Research): string[] {
  return [
    `${team.en} is doing research.`,
    purpose.en,
    'What you do and your results would be used for it.',
    'So would your settings, your aids and how you use your device.',
    'They would have a code, not your name.',
    'What you write would not be sent.',
    ...(background
      ? ['After the game, you could answer four questions about yourself.', 'You could skip any of them.']
      : []),
    'Your yes also counts for what you have already done.',
    'The choice is yours.',
    'Yes or no, nothing changes for you.',
    'The staff of your course never see your answer.',
    'You can change your mind at any time.',
    'Open “Comfort”, then “My data”.',
    'If you stop taking part, nothing more is sent.',
    'What was already sent is cancelled.',
    contact === null
      ? 'To have the team erase its copies, ask your organization.'
      : 'To have the team erase its copies, write to them.',
    'An analysis that is already published cannot be redone.',
    ...(keptMonths === null
      ? []
      : [`The team keeps these data for ${counted('en', keptMonths, { one: 'month', other: 'months' })}.`]),
    ...(contact === null ? [] : [`For your questions: ${contact}`]),
  ];
}

export const futureEn: readonly string[] = [
  'Your data could be used for other research, later.',
  'That research is not known yet.',
  'An ethics board will have to accept it first.',
];
