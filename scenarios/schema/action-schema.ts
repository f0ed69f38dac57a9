/** Zod of the actions a person can take in the world, for plays written in YAML. Server side only. */
import { z } from 'zod';
import { browserAction } from '../apps/browser/schema.ts';
import { filesAction } from '../apps/files/schema.ts';
import { formAction } from '../apps/form/schema.ts';
import { mailAction } from '../apps/mail/schema.ts';
import { practiceAction } from '../apps/practice/schema.ts';
import { sheetAction } from '../apps/sheet/schema.ts';
import { phoneAction } from '../apps/phone/schema.ts';
import { signInAction } from '../apps/sign-in/schema.ts';
import { actionId } from '../kit/format.ts';
import type { SimulatedAppId, WorldAction } from '../world/types.ts';

/** Apps that a desk can have. */
export const simulatedAppId: z.ZodType<SimulatedAppId> = z.enum([
  'mail',
  'files',
  'browser',
  'sheet',
  'phone',
  'form',
  'sign-in',
  'practice',
]);

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

/** One action, as in the log. */
export const ActionSchema: z.ZodType<WorldAction> = z.union([
  deskAction,
  mailAction,
  filesAction,
  browserAction,
  sheetAction,
  phoneAction,
  formAction,
  signInAction,
  practiceAction,
]);
