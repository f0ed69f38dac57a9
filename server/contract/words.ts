/** Both languages are sent, so that a change of language needs no request. */
export type Words = Readonly<Record<'fr' | 'en', string>>;
