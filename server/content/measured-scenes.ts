import type { Content } from './load.ts';

/** Scenarios that can give a result: those that the newest bank has items of, and those without points. */
export function listMeasured(
  content: Pick<Content, 'scenarios' | 'bankVersions' | 'getBank'>,
): readonly string[] {
  const measured = new Set(
    content.getBank(Math.max(...content.bankVersions)).items.map(({ scenario }) => scenario),
  );
  const known = content
    .scenarios()
    .filter(({ scenario, isScored }) => !isScored || measured.has(scenario))
    .map(({ scenario }) => scenario);
  return [...new Set(known)];
}
