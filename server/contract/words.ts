/** A change of language then needs no request. */
export type Words = Readonly<Record<'fr' | 'en', string>>;
