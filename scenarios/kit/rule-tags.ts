/** What a rule, or a resource after the game, is about besides its dimension. */
export const ruleTags = ['ai', 'mobile', 'privacy', 'forms', 'numeracy-load', 'reading-load'] as const;
export type RuleTag = (typeof ruleTags)[number];
