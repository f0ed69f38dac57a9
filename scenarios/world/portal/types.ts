/** The browser of a phone, with the pay portal of an employer among its pages. */
import type { TextKey, WorldRefusal } from '../base.ts';

export interface PortalWorld {
  /** Ids of pages, listed when the browser opens. */
  readonly favourites: readonly string[];
  readonly pages: readonly PortalPage[];
  /** What a line of a stub can be marked as; each stands at one line at most. */
  readonly marks: readonly { readonly id: string; readonly label: TextKey }[];
}

export type PortalPage = {
  readonly id: string;
  readonly address: string;
  readonly title: TextKey;
} & (PayPage | PlainPage);

interface PayPage {
  readonly kind: 'pay';
  /** Above the button that signs in: the phone holds the password. */
  readonly signIn: readonly TextKey[];
  /** Newest first. */
  readonly stubs: readonly Stub[];
}

interface PlainPage {
  readonly kind: 'plain';
  readonly text: readonly TextKey[];
  readonly rows: readonly { readonly label: TextKey; readonly value: TextKey }[];
  /** A page that wants information. Nobody types any: a press gives all of it. */
  readonly asks?: {
    readonly what: readonly TextKey[];
    readonly button: TextKey;
    readonly after: TextKey;
  };
}

export interface Stub {
  readonly id: string;
  readonly title: TextKey;
  readonly groups: readonly { readonly title: TextKey; readonly lines: readonly StubLine[] }[];
}

export interface StubLine {
  readonly id: string;
  readonly label: TextKey;
  readonly value: TextKey;
}

/** A link of a message is handed over by the app that shows it. */
export type PortalVia = 'favourite' | 'address' | 'message';

export interface PortalState {
  /** Null shows the favourites. */
  readonly page: string | null;
  readonly isSignedIn: boolean;
  readonly stub: string | null;
  /** Line by mark. */
  readonly marks: Readonly<Record<string, string>>;
  /** Pages that got what they asked for. */
  readonly given: readonly string[];
}

export type PortalAction =
  | { readonly app: 'portal'; readonly type: 'open'; readonly pageId: string; readonly via: PortalVia }
  | { readonly app: 'portal'; readonly type: 'favourites' | 'sign-in' | 'close-stub' }
  | { readonly app: 'portal'; readonly type: 'open-stub'; readonly stubId: string }
  | {
      readonly app: 'portal';
      readonly type: 'mark' | 'unmark';
      readonly lineId: string;
      readonly markId: string;
    }
  | { readonly app: 'portal'; readonly type: 'give'; readonly pageId: string };

export type PortalRefusal = WorldRefusal;
