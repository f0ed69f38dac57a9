import {
  type CalibrationFault,
  type CalibrationOptions,
  fewestPersons,
  missing,
  type ResponseMatrix,
} from './calibrate-types.ts';

/** Persons by item and number of points, from 0. */
export function countPoints({ items, persons, points }: ResponseMatrix): number[][] {
  const counts = items.map(({ maximum }) => new Array<number>(maximum + 1).fill(0));
  for (let person = 0; person < persons; person += 1) {
    for (const [item, own] of counts.entries()) {
      const earned = points[person * items.length + item] ?? missing;
      if (earned !== missing) own[earned] = (own[earned] ?? 0) + 1;
    }
  }
  return counts;
}

export function countAnswering({ items, persons, points }: ResponseMatrix): number {
  let answering = 0;
  for (let person = 0; person < persons; person += 1) {
    const row = points.subarray(person * items.length, (person + 1) * items.length);
    if (row.some((earned) => earned !== missing)) answering += 1;
  }
  return answering;
}

/** Returns an empty list if calibration can start. */
export function findFaults(
  matrix: ResponseMatrix,
  counts: readonly (readonly number[])[],
  { anchors }: Pick<CalibrationOptions, 'anchors'>,
): CalibrationFault[] {
  const { items } = matrix;
  const answering = countAnswering(matrix);
  if (answering < fewestPersons) {
    return [{ code: 'persons-too-few', persons: answering, fewest: fewestPersons }];
  }
  const free = items.filter(({ id }) => !anchors.has(id));
  if (items.length < 2 || free.length === 0) return [{ code: 'items-too-few', items: free.length }];
  const faults: CalibrationFault[] = [];
  for (const [place, { id, maximum }] of items.entries()) {
    const fault = findItemFault(id, counts[place] ?? [], anchors.has(id));
    if (fault !== null) faults.push(fault);
    const steps = anchors.get(id)?.steps.length ?? maximum;
    if (steps !== maximum) faults.push({ code: 'anchor-maximum', item: id, maximum, steps });
  }
  const known = new Set(items.map(({ id }) => id));
  for (const item of anchors.keys()) {
    if (!known.has(item)) faults.push({ code: 'anchor-unknown', item });
  }
  return faults;
}

function findItemFault(item: string, counts: readonly number[], isAnchor: boolean): CalibrationFault | null {
  const persons = counts.reduce((sum, one) => sum + one, 0);
  if (persons === 0) return { code: 'item-unanswered', item };
  if (isAnchor) return null;
  if (persons < fewestPersons) return { code: 'item-rare', item, persons, fewest: fewestPersons };
  const usual = counts.findIndex((count) => count === persons);
  return usual === -1 ? null : { code: 'item-constant', item, points: usual };
}

/** Groups of items that no person links; anchors link theirs. Usually one group. */
export function findLinkedGroups(
  { items, persons, points }: ResponseMatrix,
  anchors: CalibrationOptions['anchors'],
): string[][] {
  const group = items.map((_, place) => place);
  const join = (left: number, right: number): void => {
    const [remaining, gone] = [group[left], group[right]];
    if (remaining === gone) return;
    for (const [place, own] of group.entries()) if (own === gone) group[place] = remaining ?? place;
  };
  const anchored = items.flatMap(({ id }, place) => (anchors.has(id) ? [place] : []));
  for (const place of anchored) join(anchored[0] ?? place, place);
  for (let person = 0; person < persons; person += 1) {
    let first = -1;
    for (let item = 0; item < items.length; item += 1) {
      if ((points[person * items.length + item] ?? missing) === missing) continue;
      if (first === -1) first = item;
      else join(first, item);
    }
  }
  const ids = new Map<number, string[]>();
  for (const [place, { id }] of items.entries()) {
    const own = group[place] ?? place;
    ids.set(own, [...(ids.get(own) ?? []), id]);
  }
  return [...ids.values()];
}
