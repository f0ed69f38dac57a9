const charactersPerUnit = 200;

/** What an action takes of a scene's room: 1, and more if it carries a long text. */
export function weightOf(action: object): number {
  const typed = 'typed' in action && typeof action.typed === 'string' ? action.typed : '';
  return 1 + Math.floor(typed.length / charactersPerUnit);
}

const goesOn: ReadonlySet<string> = new Set([
  ...['desk.done', 'desk.skip'],
  ...['frame.pause', 'frame.resume', 'frame.language', 'frame.helper-offer', 'frame.end'],
]);

/** A full scene still takes these, so that the person can go on. */
export function goesOnWhenFull({ app, type }: { readonly app: string; readonly type: string }): boolean {
  return goesOn.has(`${app}.${type}`);
}
