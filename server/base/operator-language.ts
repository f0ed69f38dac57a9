/** Most commands speak English; `serve`, `worker` and commands on the whole database use the account's language. */
export type OperatorLanguage = 'fr' | 'en';
