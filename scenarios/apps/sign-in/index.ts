import type { SimulatedApp } from '../../kit/app.ts';
import { signInChecks } from './check.ts';
import { signInFacts } from './facts.ts';
import { signInAction, signInWorld } from './schema.ts';
import { signInStarter } from './starter.ts';

export const signIn = {
  schema: { world: signInWorld, action: signInAction },
  checks: signInChecks,
  facts: signInFacts,
  looks: [],
  wording: { copy: ({ what }) => what, keep: ({ on }) => String(on), 'second-step': ({ by }) => by },
  starter: signInStarter,
} as const satisfies SimulatedApp<'sign-in'>;
