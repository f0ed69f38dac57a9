import type { backgroundCodes, BackgroundKey } from '../contract/background.ts';

type QuestionWords = {
  readonly [Key in BackgroundKey]: {
    readonly text: string;
    readonly choices: Readonly<Record<(typeof backgroundCodes)[Key][number], string>>;
  };
};

/** In one language; choices in the order in which they are shown. */
export type BackgroundWords = QuestionWords & { readonly introduction: readonly string[] };
