/** What a person reads before they say yes or no to research. */
export interface ResearchQuestion {
  /** Version of the texts: an answer names the one it was given to. */
  readonly version: string;
  readonly research: Readonly<Record<'fr' | 'en', readonly string[]>>;
  /** Null: the study does not ask for research that is not known yet. */
  readonly future: Readonly<Record<'fr' | 'en', readonly string[]>> | null;
}

/** What the study asked with before, word for word. */
export interface EarlierQuestion extends Pick<ResearchQuestion, 'research' | 'future'> {
  /** Several if the organisation's own words stayed while ours changed. */
  readonly versions: readonly string[];
}
