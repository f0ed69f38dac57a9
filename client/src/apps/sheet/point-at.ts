/** Where help points in the spreadsheet: the thing itself, or the way to the view that shows it. */

/** `data-help` ids from the thing itself to the nearest step towards it; empty when it is not of this app. */
export function listRoute(pointAt: string | null): readonly string[] {
  if (pointAt?.startsWith('sheet:') !== true) return [];
  return pointAt.startsWith('sheet:cell:') ? [pointAt, 'sheet:view:grid'] : [pointAt];
}
