/** The same words in every language, so that a change of language asks nothing again. */
export type Words = Readonly<Record<'fr' | 'en', string>>;
