/** What a person may need in order to play a scene. */
export const accessNeeds = [
  'screenReader',
  'keyboard',
  'zoom400',
  'withoutColour',
  'withoutSound',
  'phone',
] as const;
export type AccessNeed = (typeof accessNeeds)[number];

export type AccessFlags = Readonly<Record<AccessNeed, boolean>>;

export function meetsNeeds(access: AccessFlags, needs: readonly AccessNeed[]): boolean {
  return needs.every((need) => access[need]);
}
