/** Between `scenario play` and its page. */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);

type Both = Readonly<Record<'fr' | 'en', string>>;

/** GET /api/preview: the folder as it is now. */
export interface PreviewAnswer {
  /** Changes with the files. */
  readonly stamp: string;
  /** E.g. `x10-parking/v1`. */
  readonly folder: string;
  readonly title: Both;
  readonly variants: readonly string[];
  /** False if the files do not fit together: the page then plays the last that did. */
  readonly isSound: boolean;
  readonly findings: readonly PreviewFinding[];
}

export interface PreviewFinding {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number | null;
  readonly says: Both;
}

/** POST /api/preview/plays: `after` repeats what an earlier play did, as far as it is still lawful. */
export const BeginRequest = z.strictObject({
  variant: id,
  language: z.enum(['fr', 'en']),
  after: z.string().max(64).nullable(),
});

/** The code is for the game: `/play/preview#code=…`. */
export interface BegunAnswer {
  readonly play: string;
  readonly code: string;
}

/** GET /api/preview/plays/:play */
export interface PlayedAnswer {
  /** In short, such as `mail.open m1`. */
  readonly actions: readonly string[];
  /** So many actions of before the last change of the files fit them no more. */
  readonly unfit: number;
  readonly isOver: boolean;
  readonly rules: readonly PreviewRule[];
  readonly misconceptions: readonly { readonly id: string; readonly text: Both; readonly holds: boolean }[];
  /** By variable, as in rules. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface PreviewRule {
  readonly id: string;
  readonly item: string;
  readonly points: number;
  readonly text: Both;
  readonly holds: boolean;
  /** True now, but shown by help: no points. */
  readonly shown: boolean;
  readonly missing: boolean;
}

/** POST /api/preview/plays/:play/save */
export const SaveRequest = z.strictObject({
  as: z.enum(['play', 'tactic', 'route']),
  name: z.string().max(60),
  about: z.string().trim().min(1).max(200),
});

export type SaveAnswer =
  | {
      readonly file: string;
      /** Rules that the way does not earn. */
      readonly lacking: readonly string[];
    }
  | { readonly refused: 'name-taken' | 'bad-name' | 'nothing-done' | 'file-unsound' };

/** POST /api/preview/laws begins; GET tells how far it is. */
export interface LawsAnswer {
  readonly isRunning: boolean;
  /** Without tactics.yaml and routes.yaml no law judges the scene. */
  readonly isJudged: boolean;
  readonly laws: readonly LawRow[];
}

export interface LawRow {
  readonly law: number;
  readonly name: Both;
  /** `people`: no check can see it. */
  readonly state: 'kept' | 'broken' | 'people';
  readonly findings: readonly PreviewFinding[];
}

/** GET /api/preview/proof: every text, both languages. */
export interface ProofAnswer {
  readonly folder: string;
  readonly title: Both;
  readonly parts: readonly {
    readonly file: 'world' | 'evidence';
    readonly texts: readonly { readonly key: string; readonly fr: string; readonly en: string }[];
  }[];
}
