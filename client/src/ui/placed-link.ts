/** A link inside paragraphs that are read aloud. */
export interface PlacedLink {
  /** Number of the paragraph, from 0. */
  readonly paragraph: number;
  /** The words that lead on; they stand in that paragraph. */
  readonly title: string;
  readonly href: string;
}
