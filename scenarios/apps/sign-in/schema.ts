/** No field holds a typed text. */
import { z } from 'zod';
import { actionId, cast, id, textKey } from '../../kit/format.ts';

export const signInWorld = z.strictObject({
  place: textKey,
  shared: textKey,
  card: z.strictObject({
    from: cast,
    note: textKey,
    name: textKey,
    birthYear: textKey,
    email: textKey,
    userName: textKey,
    temporaryPassword: textKey,
  }),
  code: textKey,
  passwordCards: z.array(z.strictObject({ id, text: textKey })).length(4),
  welcome: textKey,
  spelling: z.literal('any').exactOptional(),
  estimate: z.literal(true).exactOptional(),
  push: z.strictObject({ number: textKey }).exactOptional(),
});

const app = z.literal('sign-in');

const parts = {
  length: z.enum(['under-8', '8-to-11', '12-to-15', '16-and-more']),
  name: z.boolean(),
  year: z.boolean(),
  common: z.boolean(),
  temporary: z.boolean(),
  code: z.boolean(),
};

const secret = z.discriminatedUnion('version', [
  z.strictObject({ version: z.literal(1), ...parts }),
  z.strictObject({
    version: z.literal(2),
    ...parts,
    guesses: z.enum(['unknown', 'under-6', '6-to-8', '8-to-10', '10-and-more']),
  }),
]);

export const signInAction = z.discriminatedUnion('type', [
  z.strictObject({ app, type: z.literal('copy'), what: z.enum(['user-name', 'password']) }),
  z.strictObject({ app, type: z.literal('keep'), on: z.boolean() }),
  z.strictObject({
    app,
    type: z.literal('sign-in'),
    userName: z.enum(['empty', 'card', 'email', 'name', 'password', 'code', 'other']),
    password: z.enum(['empty', 'card', 'user-name', 'code', 'other']),
  }),
  z.strictObject({
    app,
    type: z.literal('set-password'),
    secret: secret.nullable(),
    again: z.enum(['same', 'different']),
  }),
  z.strictObject({ app, type: z.literal('choose-card'), cardId: actionId }),
  z.strictObject({
    app,
    type: z.literal('enter-code'),
    code: z.enum(['empty', 'received', 'password', 'other']),
  }),
  z.strictObject({ app, type: z.literal('second-step'), by: z.enum(['code', 'push']) }),
  z.strictObject({ app, type: z.literal('approve'), matches: z.enum(['empty', 'shown', 'other']) }),
  z.strictObject({ app, type: z.enum(['deny', 'sign-out']) }),
]);
