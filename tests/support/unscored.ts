/** S02 as an unscored scene. */

/** world.yaml with the flag. */
export function unscoredWorld(worldYaml: string): string {
  return worldYaml.replace(/\nversion: \d+\n/, '$&scored: false\n');
}

/** evidence.yaml without items, rules and misconceptions; what ready-made sentences say stays. */
export function unscoredEvidence(evidenceYaml: string): string {
  const head = evidenceYaml.slice(0, evidenceYaml.indexOf('items:'));
  return `${head}items: []\nrules: []\n${evidenceYaml.slice(evidenceYaml.indexOf('phrases:'))}`;
}

/** evidence.<lang>.yaml without words that no rule uses any more. */
export function unscoredTexts(evidenceTexts: string): string {
  const from = evidenceTexts.indexOf('texts:');
  const rest = evidenceTexts.slice(from + 'texts:'.length);
  return `${evidenceTexts.slice(0, from)}texts: {}\n${rest.slice(rest.search(/^\w/m))}`;
}

/** plays.yaml whose plays show nothing. */
export function unscoredPlays(playsYaml: string): string {
  return playsYaml
    .replaceAll(/^( +)(fires|shown|misconceptions): \[[^\]]*\]$/gm, '$1$2: []')
    .replaceAll(/^( +)shown: \[\]$\n/gm, '');
}
