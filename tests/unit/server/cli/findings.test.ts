import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainFinding } from '../../../../server/cli/words/law-findings.ts';
import { findingSentences } from '../../../../server/cli/words/scenario-findings.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** Codes as the checks spell them, in calls or beside the rule that they are about. */
function codesIn(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
  const pattern = /(?:(?:report|problem)\([^;]*?|code: )'([a-z]+\.[a-z-]+)'/g;
  return sources.flatMap((source) => [...source.matchAll(pattern)].map(([, code = '']) => code));
}

const codes = [...new Set(['scenarios/checks', 'scenarios/apps', 'scenarios/kit'].flatMap(codesIn))];

describe('a finding', () => {
  it('is a sentence in both languages, whatever its code', () => {
    expect(codes.length).toBeGreaterThan(40);
    const problem = { severity: 'error', file: '', line: null, params: {} } as const;
    for (const language of ['fr', 'en'] as const) {
      const bare = codes.filter((code) => explainFinding({ ...problem, code }, language).startsWith(code));
      expect([language, bare]).toEqual([language, []]);
    }
  });

  it('names the same things in both languages', () => {
    const namesOf = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
    for (const [code, text] of Object.entries(findingSentences.fr)) {
      expect([code, ...namesOf(findingSentences.en[code] ?? '')]).toEqual([code, ...namesOf(text)]);
    }
    expect(Object.keys(findingSentences.en).sort()).toEqual(Object.keys(findingSentences.fr).sort());
  });

  it('fills in what was found', () => {
    const params = { key: 'goal.1', name: 'town', variant: 'v2' };
    const problem = { severity: 'error', file: 'a', line: 3, code: 'text.unfilled', params } as const;
    expect(explainFinding(problem, 'en')).toBe('In goal.1, “town” has no value for the variant v2.');
  });
});
