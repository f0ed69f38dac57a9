/** Part of an action that says whether it is work. */
interface Act {
  readonly app: string;
  readonly type: string;
}

/** Looking for help, listening and ending are no work on the task. */
const noWork: ReadonlySet<string> = new Set(['help', 'listen', 'done', 'skip']);

/** Counts the acts of work among actions of a scene. */
export function countActs(actions: readonly Act[]): number {
  return actions.filter(({ app, type }) => app !== 'desk' || !noWork.has(type)).length;
}
