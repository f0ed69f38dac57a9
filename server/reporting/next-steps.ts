import type { RuleTag } from '../../scenarios/kit/rule-tags.ts';
import { type Resource, resourcesFor } from '../../scenarios/schema/resources.ts';
import type { NextStep } from '../contract/told.ts';
import type { Step } from '../told/next-steps.ts';

/**
 * Gives each step a resource of its dimension and stage, if possible one that no step before it has.
 * @param tags of the rules that were played: a resource with another one would come from nowhere
 */
export function addResources(
  steps: readonly Step[],
  resources: readonly Resource[],
  tags: readonly RuleTag[],
): readonly NextStep[] {
  const offered = resources.filter(({ tag }) => tag === undefined || tags.includes(tag));
  const taken = new Set<string>();
  return steps.map((step) => {
    const fitting = resourcesFor(offered, step.dimension, step.stage);
    const resource = fitting.find(({ title }) => !taken.has(title.fr)) ?? fitting[0] ?? null;
    if (resource !== null) taken.add(resource.title.fr);
    return { ...step, resource };
  });
}
