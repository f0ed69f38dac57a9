/** The web browser and its closed web: types of its world, state and actions. */
import type { CastId, TextKey, WorldRefusal } from '../base.ts';

export interface BrowserWorld {
  /** Name of the search engine. */
  readonly engine: TextKey;
  /** Links that the browser's first page offers. */
  readonly favourites: readonly PageLink[];
  /** Searches that are proposed while somebody types. */
  readonly suggestions: readonly { readonly id: string; readonly text: TextKey }[];
  /** The whole web of the scene; among pages that match a search equally well, the first is found first. */
  readonly pages: readonly WebPage[];
  /** A short answer that somebody waits for: what was found, and on which page. */
  readonly note?: NoteWorld;
}

interface NoteWorld {
  readonly to: CastId;
  readonly title: TextKey;
  /** What is asked, above the choices. */
  readonly question: TextKey;
  readonly choices: readonly { readonly id: string; readonly text: TextKey }[];
}

export interface WebPage {
  readonly id: string;
  /** As the address bar shows it, e.g. `https://ville.example/ecocentre`. */
  readonly address: TextKey;
  /** Name of the site that the page belongs to. */
  readonly site: TextKey;
  readonly title: TextKey;
  /** How the site looks: what people call « an official page », a shop, a forum. */
  readonly look: 'town' | 'shop' | 'forum' | 'map' | 'press' | 'plain';
  /** The site's own menu. */
  readonly menu: readonly PageLink[];
  readonly blocks: readonly PageBlock[];
  /** When the page was last changed, as the page itself says it. */
  readonly updated?: TextKey;
  /** How search finds it; a page without this is only reached by links and by its address. */
  readonly found?: FoundAs;
}

interface FoundAs {
  /** Words that the search engine knows the page by; never shown. */
  readonly words: TextKey;
  /** Shown below the title among the results. */
  readonly snippet: TextKey;
  /** Paid for: listed first, and marked as an advertisement. */
  readonly sponsored: boolean;
}

export interface PageLink {
  /** Page id. */
  readonly to: string;
  readonly text: TextKey;
}

/** A part of a page. New kinds join here; the compiler names every place that must know them. */
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
  /** What somebody wrote on a forum or below a page. */
  | { readonly kind: 'post'; readonly author: TextKey; readonly date: TextKey; readonly text: TextKey }
  | { readonly kind: 'image'; readonly picture: PagePicture; readonly text: TextKey }
  | EntryBlock;

type PagePicture = 'map' | 'building' | 'truck' | 'bins' | 'parcel' | 'card';

/** A few boxes and a button. What is typed stays in the page: the action names only the filled boxes. */
export interface EntryBlock {
  readonly kind: 'entry';
  readonly id: string;
  readonly title: TextKey;
  readonly fields: readonly EntryField[];
  readonly button: TextKey;
  /** The page that follows. */
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
  /** Id of the tab in front. */
  readonly active: string;
  /** In a world with a note. */
  readonly note?: NoteState;
}

export interface NoteState {
  readonly choice: string | null;
  /** Page id. */
  readonly source: string | null;
  /** What was sent last. */
  readonly sent: { readonly choice: string; readonly source: string | null } | null;
}

export interface BrowserTab {
  readonly id: string;
  /** Where it has been, oldest first; at least one. */
  readonly visits: readonly Visit[];
  /** Which of them it shows. */
  readonly at: number;
}

/** What a tab shows. */
export type Visit =
  | { readonly kind: 'home' }
  | { readonly kind: 'page'; readonly pageId: string }
  /** `typed` is what was looked for: personal, encrypted at rest, in no statement. */
  | { readonly kind: 'results'; readonly typed: string };

/** Where a page was opened from; another app may hand a link over. */
export type OpenedVia = 'result' | 'link' | 'address' | 'favourite' | 'message';

export type BrowserAction =
  | {
      readonly app: 'browser';
      readonly type: 'open' | 'open-in-new-tab';
      readonly pageId: string;
      readonly via: OpenedVia;
      /** Place among the results, from 1; 0 if it was no result. */
      readonly rank: number;
    }
  | { readonly app: 'browser'; readonly type: 'search'; readonly typed: string }
  | { readonly app: 'browser'; readonly type: 'home' | 'back' | 'forward' | 'new-tab' }
  | { readonly app: 'browser'; readonly type: 'select-tab' | 'close-tab'; readonly tabId: string }
  | NoteAction
  /** Looked for a word in the page; the word itself is stored nowhere. */
  | { readonly app: 'browser'; readonly type: 'find-in-page'; readonly found: boolean }
  | {
      readonly app: 'browser';
      readonly type: 'submit-data';
      readonly pageId: string;
      readonly blockId: string;
      /** Ids of the boxes that were filled, never what was in them. */
      readonly fields: readonly string[];
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
