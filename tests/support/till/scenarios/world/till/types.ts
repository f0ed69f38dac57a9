/** The till: a cash register with a button for each article. */
import type { TextKey, WorldRefusal } from '../base.ts';

export interface TillWorld {
  readonly title: TextKey;
  readonly articles: readonly TillArticle[];
}

export interface TillArticle {
  readonly id: string;
  readonly name: TextKey;
  /** Price in cents, a whole number. */
  readonly cents: number;
}

export interface TillState {
  /** Ids of the articles rung up, in order; an article may stand there several times. */
  readonly rung: readonly string[];
  readonly closed: boolean;
}

export type TillAction =
  | { readonly app: 'till'; readonly type: 'ring-up'; readonly articleId: string }
  | { readonly app: 'till'; readonly type: 'take-back'; readonly articleId: string }
  | { readonly app: 'till'; readonly type: 'close' };

export type TillRefusal = WorldRefusal | 'till.closed' | 'till.not-rung-up';
