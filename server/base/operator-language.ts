/**
 * Most commands speak English. `serve`, `worker` and commands on the whole database use the language of the
 * account that runs them.
 */
export type OperatorLanguage = 'fr' | 'en';
