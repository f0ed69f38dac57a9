export interface PlacedLink {
  /** From 0. */
  readonly paragraph: number;
  readonly title: string;
  readonly href: string;
}
