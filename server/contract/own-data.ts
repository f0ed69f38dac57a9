/** « Mes données »: what is kept about whoever asks. */
import { z } from 'zod';
import type { NoticeSection } from './notice.ts';

/** GET /api/own-data, in the languages of the game. */
export interface OwnDataAnswer {
  readonly sections: Readonly<Record<'fr' | 'en', readonly NoticeSection[]>>;
}

/** GET /api/own-data/copy */
export const CopyQuery = z.strictObject({
  form: z.enum(['data', 'page']),
  language: z.enum(['fr', 'en']),
});
export type CopyQuery = z.infer<typeof CopyQuery>;

/** POST /api/own-data/erase: nobody erases by an empty request. */
export const EraseRequest = z.strictObject({ isSure: z.literal(true) });
export type EraseRequest = z.infer<typeof EraseRequest>;
