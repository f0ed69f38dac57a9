/** A link inside paragraphs that are read aloud. */
export interface PlacedLink {
  /** Paragraph number, from 0. */
  readonly paragraph: number;
  /** The linked words, part of that paragraph. */
  readonly title: string;
  readonly href: string;
}
