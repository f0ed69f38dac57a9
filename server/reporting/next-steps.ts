import { type Resource, resourcesFor } from '../../scenarios/schema/resources.ts';
import type { NextStep } from '../contract/told.ts';
import type { Step } from '../told/next-steps.ts';

/** Gives each step a resource of its dimension and stage, if possible one that no step before it has. */
export function addResources(steps: readonly Step[], resources: readonly Resource[]): readonly NextStep[] {
  const taken = new Set<string>();
  return steps.map((step) => {
    const fitting = resourcesFor(resources, step.dimension, step.stage);
    const resource = fitting.find(({ title }) => !taken.has(title.fr)) ?? fitting[0] ?? null;
    if (resource !== null) taken.add(resource.title.fr);
    return { ...step, resource };
  });
}
