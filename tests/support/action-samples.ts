/** One of each action that the schemas of the apps accept, made from the schemas: no app is named. */
import { z } from 'zod';
import { apps } from '../../scenarios/apps/app-list.ts';
import { ActionSchema } from '../../scenarios/schema/action-schema.ts';
import { simulatedAppIds } from '../../scenarios/world/app-list.ts';
import type { SimulatedAppId, WorldAction } from '../../scenarios/world/types.ts';

const Shape = z.looseObject({
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  minimum: z.number().optional(),
});

/** Every combination of the choices that a JSON Schema leaves; one value for everything open. */
function samplesOf(schema: unknown): unknown[] {
  const shape = Shape.parse(schema);
  const ways = shape.anyOf ?? shape.oneOf;
  if (ways !== undefined) return ways.flatMap(samplesOf);
  if (shape.const !== undefined) return [shape.const];
  if (shape.enum !== undefined) return shape.enum;
  switch (shape.type) {
    case 'boolean':
      return [true, false];
    case 'null':
      return [null];
    case 'integer':
    case 'number':
      return [Math.max(shape.minimum ?? 1, 1)];
    case 'array':
      return [samplesOf(shape.items).slice(0, 1)];
    case 'object':
      return Object.entries(shape.properties ?? {}).reduce<object[]>(
        (made, [name, property]) =>
          made.flatMap((object) => samplesOf(property).map((value) => ({ ...object, [name]: value }))),
        [{}],
      );
    case undefined:
    default:
      return ['a1'];
  }
}

/** Actions of an app, as its schema accepts them. */
export function actionSamples(id: SimulatedAppId): WorldAction[] {
  return samplesOf(z.toJSONSchema(apps[id].schema.action, { io: 'input', unrepresentable: 'any' })).map(
    (one) => ActionSchema.parse(one),
  );
}

/** Of every app. */
export const allActionSamples: readonly WorldAction[] = simulatedAppIds.flatMap(actionSamples);
