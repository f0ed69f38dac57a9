/** A browser of any engine, reduced to what a walk through the activity needs. */

/** The tool's page: framed in the course page, or in a window of its own. */
export type Place = 'frame' | 'window';

/** A tab. Expressions are JavaScript as text, because they run in the page. */
export interface EngineTab {
  goTo(url: string): Promise<void>;
  read(place: Place, expression: string): Promise<unknown>;
  /** Presses the element that the expression finds, as a person does. */
  press(place: Place, element: string): Promise<void>;
  type(place: Place, element: string, text: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** The printed page as PDF; null if the driver can't print. */
  print(): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

export interface Engine {
  /** A new tab of the same person: tabs share cookies and storage. */
  openTab(): Promise<EngineTab>;
  /** The tab that `act` opens. */
  awaitTab(act: () => Promise<void>): Promise<EngineTab>;
  close(): Promise<void>;
}
