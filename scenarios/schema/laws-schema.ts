/** Data beside a scene for the laws of a scored point. A scene is judged by the laws if it has routes.yaml. */
import { z } from 'zod';
import { dimensions } from '../kit/dimensions.ts';
import { formatVersion, id } from '../kit/format.ts';
import { ActionSchema } from './action-schema.ts';

const about = z
  .string()
  .min(1)
  .describe('One sentence for authors: who plays so, and why. · Une phrase : qui joue ainsi, et pourquoi.');

const actions = z
  .array(ActionSchema)
  .describe(
    'Actions as in plays.yaml; {placeholders} are filled per variant and language. · Actions comme dans plays.yaml; les {mots} se remplissent.',
  );

const atMost = z
  .partialRecord(z.enum(dimensions), z.number().int().min(0))
  .default({})
  .describe(
    'Most points per dimension, 0 if not named. · Points au plus par dimension, 0 si elle n’est pas nommée.',
  );

export const TacticsFile = z.strictObject({
  formatVersion,
  tactics: z
    .array(
      z.strictObject({
        name: id.describe(
          'Without actions: the name of a tactic that the check makes itself. · Sans actions : le nom d’une tactique que fait la vérification.',
        ),
        about,
        actions: actions.exactOptional(),
        atMost,
      }),
    )
    .min(1)
    .describe(
      'Ways to play without reading or deciding; they must not pay. · Façons de jouer sans lire ni décider; elles ne paient pas.',
    ),
});
export type TacticsFile = z.infer<typeof TacticsFile>;

export const RoutesFile = z.strictObject({
  formatVersion,
  routes: z
    .array(
      z.strictObject({
        name: id,
        about,
        goalsOnly: z
          .boolean()
          .default(false)
          .describe(
            'Does what the goals on screen say, and nothing else. · Fait ce que disent les buts, et rien d’autre.',
          ),
        corrects: z
          .boolean()
          .default(false)
          .describe(
            'Makes a slip and puts it right: points may fall on the way. · Se trompe puis corrige : les points peuvent baisser en route.',
          ),
        actions,
        earns: z
          .union([z.literal('all'), z.strictObject({ allBut: z.array(id).min(1) })])
          .default('all')
          .describe(
            '`all`, or `allBut`: rules whose own `missing` holds on this route. · `all`, ou `allBut` : des règles dont le `missing` est vrai sur ce chemin.',
          ),
      }),
    )
    .min(1)
    .describe(
      'How competent adults do it, six ways or more; each earns every point. · Comment font des adultes compétents, six façons ou plus; chacune obtient tout.',
    ),
});
export type RoutesFile = z.infer<typeof RoutesFile>;
