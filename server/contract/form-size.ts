/** What one attempt at a form takes, because names such as “Short measure” do not say it. */
export interface FormSize {
  readonly scenes: number;
  /** As their authors expect. */
  readonly minutes: number;
  /** The form chooses scenes for each person: no attempt takes more. */
  readonly isMost: boolean;
  /** False if it has too few measured scenes. */
  readonly givesLevel: boolean;
}
