import type { CastId, TextKey, WorldRefusal } from '../base.ts';

export interface BrowserWorld {
  readonly engine: TextKey;
  readonly favourites: readonly PageLink[];
  readonly suggestions: readonly { readonly id: string; readonly text: TextKey }[];
  /** In order of preference among equal matches. */
  readonly pages: readonly WebPage[];
  readonly note?: NoteWorld;
}

interface NoteWorld {
  readonly to: CastId;
  readonly title: TextKey;
  readonly question: TextKey;
  readonly choices: readonly { readonly id: string; readonly text: TextKey }[];
}

export interface WebPage {
  readonly id: string;
  readonly address: TextKey;
  readonly site: TextKey;
  readonly title: TextKey;
  readonly look: 'town' | 'shop' | 'forum' | 'map' | 'press' | 'plain';
  readonly menu: readonly PageLink[];
  readonly blocks: readonly PageBlock[];
  /** As the page itself says it. */
  readonly updated?: TextKey;
  /** Asks which cookies the site may store, above the page, until it is answered. */
  readonly cookies?: CookieBanner;
  /** Without this, a page is reached only by links and by its address. */
  readonly found?: FoundAs;
}

export interface CookieBanner {
  readonly text: TextKey;
  /** What the site stores in any case. */
  readonly needed: TextKey;
  /** All off until they are chosen. */
  readonly purposes: readonly { readonly id: string; readonly label: TextKey }[];
}

interface FoundAs {
  /** For search; never shown. */
  readonly words: TextKey;
  readonly snippet: TextKey;
  /** Paid for: listed first, and marked as an advertisement. */
  readonly sponsored: boolean;
}

export interface PageLink {
  readonly to: string;
  readonly text: TextKey;
}

export type PageBlock =
  | { readonly kind: 'heading'; readonly text: TextKey }
  | { readonly kind: 'text'; readonly text: TextKey }
  | { readonly kind: 'list'; readonly items: readonly TextKey[] }
  | { readonly kind: 'links'; readonly links: readonly PageLink[] }
  | {
      readonly kind: 'table';
      readonly caption: TextKey;
      readonly head: readonly TextKey[];
      /** The first cell of each row names it. */
      readonly rows: readonly (readonly TextKey[])[];
    }
  | { readonly kind: 'notice'; readonly text: TextKey }
  | { readonly kind: 'advert'; readonly text: TextKey; readonly link: PageLink }
  | { readonly kind: 'post'; readonly author: TextKey; readonly date: TextKey; readonly text: TextKey }
  | { readonly kind: 'image'; readonly picture: PagePicture; readonly text: TextKey }
  | EntryBlock;

type PagePicture = 'map' | 'building' | 'truck' | 'bins' | 'parcel' | 'card';

/** Typed text stays in the page: the action names only the filled boxes. */
export interface EntryBlock {
  readonly kind: 'entry';
  readonly id: string;
  readonly title: TextKey;
  readonly fields: readonly EntryField[];
  readonly button: TextKey;
  readonly then: string;
}

interface EntryField {
  readonly id: string;
  readonly label: TextKey;
  readonly input: 'text' | 'number' | 'secret';
}

export interface BrowserState {
  /** At least one, oldest first. */
  readonly tabs: readonly BrowserTab[];
  readonly active: string;
  readonly note?: NoteState;
  /** Purposes allowed, by page with a banner that was answered. */
  readonly cookies?: Readonly<Record<string, readonly string[]>>;
  /** Shown pages that are in no tab's history any more; a note may name them. */
  readonly left?: readonly string[];
}

export interface NoteState {
  readonly choice: string | null;
  readonly source: string | null;
  readonly sent: { readonly choice: string; readonly source: string | null } | null;
}

export interface BrowserTab {
  readonly id: string;
  /** Oldest first; at least one. */
  readonly visits: readonly Visit[];
  readonly at: number;
}

export type Visit =
  | { readonly kind: 'home' }
  | { readonly kind: 'page'; readonly pageId: string }
  /** `typed` is personal: encrypted at rest, in no statement. */
  | { readonly kind: 'results'; readonly typed: string };

/** Another app may hand a link over. */
export type OpenedVia = 'result' | 'link' | 'address' | 'favourite' | 'message' | 'code';

export type BrowserAction =
  | {
      readonly app: 'browser';
      readonly type: 'open' | 'open-in-new-tab';
      readonly pageId: string;
      readonly via: OpenedVia;
      /** From 1; 0 if it was no result. */
      readonly rank: number;
    }
  | { readonly app: 'browser'; readonly type: 'search'; readonly typed: string }
  | { readonly app: 'browser'; readonly type: 'home' | 'back' | 'forward' | 'new-tab' }
  | { readonly app: 'browser'; readonly type: 'select-tab' | 'close-tab'; readonly tabId: string }
  | NoteAction
  | CookieAction
  /** The searched word itself is stored nowhere. */
  | { readonly app: 'browser'; readonly type: 'find-in-page'; readonly found: boolean }
  | {
      readonly app: 'browser';
      readonly type: 'submit-data';
      readonly pageId: string;
      readonly blockId: string;
      /** Filled boxes, never their content. */
      readonly fields: readonly string[];
    };

export type CookieAction =
  | {
      readonly app: 'browser';
      /** `review-cookies` takes the answer back, so that the banner asks again. */
      readonly type: 'accept-cookies' | 'refuse-cookies' | 'review-cookies';
      readonly pageId: string;
    }
  | {
      readonly app: 'browser';
      readonly type: 'choose-cookies';
      readonly pageId: string;
      readonly allowed: readonly string[];
    };

export type NoteAction =
  | { readonly app: 'browser'; readonly type: 'note-choose'; readonly choiceId: string }
  | { readonly app: 'browser'; readonly type: 'note-source'; readonly pageId: string }
  | { readonly app: 'browser'; readonly type: 'note-send' };

export type BrowserRefusal =
  | WorldRefusal
  | 'browser.nothing-to-search'
  | 'browser.nowhere-to-go'
  | 'browser.too-many-tabs'
  | 'browser.last-tab'
  | 'browser.no-note'
  | 'browser.no-answer';
