import type { Problem } from '../../kit/yaml-source.ts';
import { type LawScene, ruleFinding } from './law-scene.ts';

/** Law 5: what counts is asked for in a goal on screen, and a route that follows only the goals shows it. */
export function findGoals(scene: LawScene): readonly Problem[] {
  const { files, evidence, routes } = scene;
  const lines = files.world.data.goal;
  const unasked = evidence.rules.flatMap((rule) => {
    if (rule.goal === undefined) return [ruleFinding(scene, rule, 'law.goal-none', { law: 5 })];
    if (lines.includes(rule.goal)) return [];
    return [
      ruleFinding(scene, rule, 'law.goal-unknown', { law: 5, goal: rule.goal, goals: lines.join(' ') }),
    ];
  });
  const idle = lines.flatMap((goal, index) =>
    evidence.rules.some((rule) => rule.goal === goal)
      ? []
      : [files.world.problem('warning', ['goal', index], 'law.goal-idle', { law: 5, goal })],
  );
  const plain = routes.filter(({ declared }) => declared.goalsOnly);
  const none =
    plain.length > 0 ? [] : [files.routes.problem('error', ['routes'], 'law.goal-route-none', { law: 5 })];
  const helped = plain.flatMap(({ declared: { name, actions }, index }) =>
    actions.some(({ app, type }) => app === 'desk' && (type === 'help' || type === 'listen'))
      ? [files.routes.problem('error', ['routes', index], 'law.goal-route-helped', { law: 5, play: name })]
      : [],
  );
  return [...unasked, ...idle, ...none, ...helped];
}
