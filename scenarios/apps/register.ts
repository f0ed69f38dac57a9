import type { z } from 'zod';
import type { ActionOf, SimulatedApp } from '../kit/app.ts';
import type { SimulatedAppId, World } from '../world/types.ts';

type Apps = { readonly [Id in SimulatedAppId]: SimulatedApp<Id> };

type Frozen<Shape> = Shape extends object ? { readonly [Key in keyof Shape]: Frozen<Shape[Key]> } : Shape;

/**
 * `unknown` if schemas and types agree in both directions; otherwise a property that the app lacks, so that
 * it does not compile.
 */
type Agreeing<
  App extends { readonly schema: { readonly world: z.ZodType; readonly action: z.ZodType } },
  Id extends SimulatedAppId,
> = [NonNullable<World[Id]>] extends [Frozen<z.output<App['schema']['world']>>]
  ? [ActionOf<Id>] extends [Frozen<z.output<App['schema']['action']>>]
    ? unknown
    : { readonly 'types.ts has an action that schema.ts refuses': never }
  : { readonly 'types.ts has a world that schema.ts refuses': never };

/** Does not compile if an app is missing or its schema.ts and types.ts differ. */
export function registerApps<Registered extends Apps>(
  apps: Registered & { readonly [Id in SimulatedAppId]: Agreeing<Registered[Id], Id> },
): Registered {
  return apps;
}
