const charactersPerUnit = 200;

/** Actions that add something to look through, at each later action of their kind or in each hash. */
const adding: ReadonlyMap<string, number> = new Map([
  ['files.create', 10],
  ['browser.search', 5],
]);

interface Weighed {
  readonly app: string;
  readonly type: string;
}

/** What an action takes of a scene's room: 1; more if it adds to the scene or carries a long text. */
export function weightOf(action: Weighed): number {
  const typed = 'typed' in action && typeof action.typed === 'string' ? action.typed : '';
  return (adding.get(`${action.app}.${action.type}`) ?? 1) + Math.floor(typed.length / charactersPerUnit);
}

const goesOn: ReadonlySet<string> = new Set([
  ...['desk.done', 'desk.skip'],
  ...['frame.pause', 'frame.resume', 'frame.language', 'frame.helper-offer', 'frame.end'],
]);

/** A full scene still takes these, so that the person can go on. */
export function goesOnWhenFull({ app, type }: Weighed): boolean {
  return goesOn.has(`${app}.${type}`);
}
