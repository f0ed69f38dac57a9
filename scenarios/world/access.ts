/** What a person may need of a scene in order to play it; a world says of each whether it is there (assessment.md §5.2). */
export const accessNeeds = [
  'screenReader',
  'keyboard',
  'zoom400',
  'withoutColour',
  'withoutSound',
  'phone',
] as const;
export type AccessNeed = (typeof accessNeeds)[number];

/** Which ways of using a computer a scene is known to work with. */
export type AccessFlags = Readonly<Record<AccessNeed, boolean>>;

/** Whether a scene has everything that this person needs. */
export function meetsNeeds(access: AccessFlags, needs: readonly AccessNeed[]): boolean {
  return needs.every((need) => access[need]);
}
