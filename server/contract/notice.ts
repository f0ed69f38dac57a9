/** GET /api/notice: the whole notice of the study, in the languages of the game. */
type InBoth<Value> = Readonly<Record<'fr' | 'en', Value>>;

export interface NoticeSection {
  readonly title: string;
  /** Each is read aloud by itself. */
  readonly sentences: readonly string[];
}

export interface NoticeAnswer {
  /** Built-in edition, then the study's own version: `3.0`. */
  readonly version: string;
  readonly sections: InBoth<readonly NoticeSection[]>;
}
