import { z } from 'zod';
import { allApps } from '../apps/app-lookups.ts';
import { actionId } from '../kit/format.ts';
import { simulatedAppIds } from '../world/app-list.ts';
import type { SimulatedAppId, WorldAction } from '../world/types.ts';

export const simulatedAppId: z.ZodType<SimulatedAppId> = z.enum(simulatedAppIds);

const deskAction = z.discriminatedUnion('type', [
  z.strictObject({ app: z.literal('desk'), type: z.literal('open-app'), target: simulatedAppId }),
  z.strictObject({
    app: z.literal('desk'),
    type: z.literal('help'),
    topic: actionId,
    step: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  }),
  z.strictObject({ app: z.literal('desk'), type: z.literal('listen'), target: actionId }),
  z.strictObject({ app: z.literal('desk'), type: z.enum(['undo', 'done', 'skip']) }),
]);

// Every action of an app names it, which the type of the app's schema does not say.
const appActions = allApps.map(
  ({ schema }) => schema.action as z.ZodType & z.core.$ZodTypeDiscriminable<'app'>,
);

/** Chosen by app, so that a slip is told from the actions of that app alone. */
export const ActionSchema = z.discriminatedUnion('app', [
  deskAction,
  ...appActions,
]) as unknown as z.ZodType<WorldAction>;
