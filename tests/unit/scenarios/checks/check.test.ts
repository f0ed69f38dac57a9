/** The checks of content: S02 passes; each kind of mistake is reported by file and line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkScenario, compileScenario } from '../../../../scenarios/checks/check-scenario.ts';
import type { scenarioFileNames } from '../../../../scenarios/checks/scenario-files.ts';
import { type ScenarioTexts } from '../../../../scenarios/checks/scenario-files.ts';
import { contentDirectory, evidence } from '../../../support/s02.ts';
import { unscoredEvidence, unscoredPlays, unscoredTexts, unscoredWorld } from '../../../support/unscored.ts';

const folder = 's02-inbox/v1';
type FileName = (typeof scenarioFileNames)[number];

const read = (name: FileName): string => readFileSync(join(contentDirectory, folder, name), 'utf8');
const sound: ScenarioTexts = {
  'world.yaml': read('world.yaml'),
  'world.fr.yaml': read('world.fr.yaml'),
  'world.en.yaml': read('world.en.yaml'),
  'evidence.yaml': read('evidence.yaml'),
  'evidence.fr.yaml': read('evidence.fr.yaml'),
  'evidence.en.yaml': read('evidence.en.yaml'),
  'plays.yaml': read('plays.yaml'),
};

/** S02 with one place of one file changed; the place must be there. */
function changed(file: FileName, from: string, to: string): { texts: ScenarioTexts; line: number } {
  const text = sound[file] ?? '';
  const at = text.indexOf(from);
  if (at === -1) throw new Error(`« ${from} » is not in ${file}`);
  const texts = { ...sound, [file]: text.slice(0, at) + to + text.slice(at + from.length) };
  return { texts, line: text.slice(0, at).split('\n').length };
}

function findings(
  texts: ScenarioTexts,
): { code: string; file: string; line: number | null; params: object }[] {
  const { errors, warnings } = checkScenario(folder, texts);
  return [...errors, ...warnings].map(({ code, file, line, params }) => ({ code, file, line, params }));
}

describe('S02', () => {
  it('has no error and no warning', () => {
    expect(findings(sound)).toEqual([]);
    expect(checkScenario(folder, sound).scenario).not.toBeNull();
  });

  it('has the items, points and maxima of the catalogue', () => {
    expect(evidence.items).toEqual([
      { id: 's02-com', dimension: 'COM', max: 4 },
      { id: 's02-out', dimension: 'OUT', max: 2 },
    ]);
    expect(evidence.rules.map(({ id, item, points }) => [id, item, points])).toEqual([
      ...['e1', 'e2', 'e3', 'e4'].map((id) => [id, 's02-com', 1]),
      ...['e5', 'e6'].map((id) => [id, 's02-out', 1]),
    ]);
  });
});

describe('a scene that is not scored', () => {
  const unscored: ScenarioTexts = {
    ...sound,
    'world.yaml': unscoredWorld(read('world.yaml')),
    'evidence.yaml': unscoredEvidence(read('evidence.yaml')),
    'evidence.fr.yaml': unscoredTexts(read('evidence.fr.yaml')),
    'evidence.en.yaml': unscoredTexts(read('evidence.en.yaml')),
    'plays.yaml': unscoredPlays(read('plays.yaml')),
  };

  it('passes without items and rules', () => {
    expect(findings(unscored)).toEqual([]);
    expect(checkScenario(folder, unscored).scenario?.evidence.items).toEqual([]);
  });

  it('is reported when it has items or rules', () => {
    const texts = { ...sound, 'world.yaml': unscoredWorld(read('world.yaml')) };
    const found = findings(texts).map(({ code, file, params }) => ({ code, file, params }));
    expect(found).toEqual(
      ['items', 'rules', 'misconceptions'].map((part) => ({
        code: 'unscored.with-evidence',
        file: `${folder}/evidence.yaml`,
        params: { part },
      })),
    );
  });

  it('must be declared unscored: a scored scene without items and rules is reported', () => {
    expect(findings({ ...unscored, 'world.yaml': sound['world.yaml'] })).toMatchObject([
      { code: 'scored.without-evidence', line: 6, params: { part: 'items' } },
      { code: 'scored.without-evidence', line: 7, params: { part: 'rules' } },
    ]);
  });
});

describe('a mistake in a scenario is reported with code, file and line', () => {
  it.each<[string, FileName, string, string, object]>([
    ['id.unknown', 'world.yaml', 'from: nadia', 'from: nobody', { id: 'nobody', kind: 'contact' }],
    ['id.unknown', 'world.yaml', 'folder: downloads }', 'folder: attic }', { id: 'attic', kind: 'folder' }],
    [
      'id.unknown',
      'world.yaml',
      'where: mail:message:m5',
      'where: mail:message:m8',
      { id: 'm8', kind: 'message' },
    ],
    [
      'id.unknown',
      'evidence.yaml',
      'attachment: [e5, e6]',
      'attachment: [e5, e7]',
      { id: 'e7', kind: 'rule' },
    ],
    [
      'points.do-not-add-up',
      'evidence.yaml',
      'dimension: COM, max: 4',
      'dimension: COM, max: 3',
      { points: 4, max: 3 },
    ],
    ['rule.unsound', 'evidence.yaml', 'when: size(copies) > 0', 'when: size(copyies) > 0', { rule: 'e5' }],
    ['text.unused', 'world.fr.yaml', '  ending:', '  endless: Bonjour.\n  ending:', { key: 'endless' }],
    [
      'text.sentence-too-long',
      'world.fr.yaml',
      'goal.1: Réponds à Nadia.',
      `goal.1: Réponds ${'très '.repeat(15)}vite.`,
      { words: 17, max: 16 },
    ],
    [
      'text.typesetting',
      'world.fr.yaml',
      'Réponds à Nadia.',
      'Réponds à Nadia !',
      { rule: 'no space before ; ! ?' },
    ],
    [
      'text.typesetting',
      'world.fr.yaml',
      'goal.1: Réponds à Nadia.',
      'goal.1: "Va: réponds à Nadia."',
      { rule: 'non-breaking space before the colon' },
    ],
    [
      'text.typesetting',
      'world.en.yaml',
      'goal.1: Reply to Nadia.',
      'goal.1: Reply by 1 p.m.',
      { rule: 'non-breaking space between a number and its unit' },
    ],
    [
      'text.typesetting',
      'world.fr.yaml',
      'goal.1: Réponds à Nadia.',
      'goal.1: Réponds dans 5 min.',
      { rule: 'non-breaking space between a number and its unit' },
    ],
    ['text.judging-word', 'world.fr.yaml', 'Réponds à Nadia.', 'Corrige tes erreurs.', { word: 'erreur' }],
    ['text.judging-word', 'world.en.yaml', 'Reply to Nadia.', 'Fix what is wrong.', { word: 'wrong' }],
    [
      'text.anglicism',
      'world.fr.yaml',
      'Réponds à Nadia.',
      'Écris un email.',
      { word: 'email', instead: 'courriel' },
    ],
    ['text.unfilled', 'world.en.yaml', 'Reply to Nadia.', 'Reply on {dya}.', { name: 'dya' }],
    ['version.differs', 'evidence.yaml', 'worldVersion: 1', 'worldVersion: 2', { evidence: 2, world: 1 }],
    ['phrase.reads-otherwise', 'evidence.yaml', "p3: ['yes']", "p3: ['no']", { id: 'p3', found: 'yes' }],
    ['rule.unknown-text', 'evidence.yaml', '"f1"', '"f9"', { rule: 'copies', text: 'f9' }],
    [
      'id.unknown',
      'world.yaml',
      'where: mail:reply',
      'where: mail:answer',
      { id: 'mail:answer', kind: 'place' },
    ],
    ['text.other-language', 'world.fr.yaml', 'Réponds à Nadia.', 'Reply to the message.', { key: 'goal.1' }],
    [
      'text.other-language',
      'world.en.yaml',
      'Reply to Nadia.',
      'Dis le jour et les heures.',
      { key: 'goal.1' },
    ],
  ])('reports %s in %s', (code, file, from, to, params) => {
    const { texts, line } = changed(file, from, to);
    expect(findings(texts)).toContainEqual({
      code,
      file: `${folder}/${file}`,
      line: expect.any(Number) as number,
      params: expect.objectContaining(params) as object,
    });
    const lines = findings(texts)
      .filter((finding) => finding.code === code)
      .map((finding) => finding.line ?? 0);
    expect(lines.some((found) => Math.abs(found - line) <= 3)).toBe(true);
  });

  it.each([
    ['?', 'mail:reply'],
    ['?', 'mail:message:m1…'],
    ['mail:letter:m5', 'mail:message:m1…'],
  ])('lists the places of the scene when help points at %s: %s', (where, place) => {
    const { texts } = changed('world.yaml', 'where: mail:message:m5', `where: '${where}'`);
    const [found] = findings(texts).map(({ params }) => params as Record<string, string>);
    expect(found).toMatchObject({ id: where, kind: 'place', fault: 'place' });
    expect(found?.known?.split(', ')).toContain(place);
  });

  it('reports a rule that no play proves in one of the variants', () => {
    const { texts } = changed(
      'evidence.yaml',
      'when: size(copies) > 0',
      `when: 'size(copies) > 0 && variant["day"] != ""'`,
    );
    const only = {
      ...texts,
      'world.yaml': (sound['world.yaml'] ?? '').replace(
        '- { id: v1 }',
        '- { id: v1, values: { gift: pen } }',
      ),
    };
    const rule = (only['evidence.yaml'] ?? '').replace('variant["day"] != ""', '"gift" in variant');
    const found = findings({ ...only, 'evidence.yaml': rule }).filter(
      ({ code }) => code === 'rule.never-fires',
    );
    expect(found).toMatchObject([
      { params: { rule: 'e5', variants: expect.not.stringContaining('v1') as string } },
    ]);
  });

  it('reports two ready-made sentences with the same words', () => {
    const fr = sound['world.fr.yaml'] ?? '';
    const first = /phrases\.p1: (.*)/.exec(fr)?.[1] ?? '';
    const texts = { ...sound, 'world.fr.yaml': fr.replace(/phrases\.p2: .*/, `phrases.p2: ${first}`) };
    expect(findings(texts)).toContainEqual(
      expect.objectContaining({ code: 'choice.twice', params: { key: 'phrases.p2', other: 'phrases.p1' } }),
    );
  });

  it('lets content of apps say what the voice of the system does not', () => {
    const fr = sound['world.fr.yaml'] ?? '';
    const texts = {
      ...sound,
      'world.fr.yaml': fr.replace(/mail\.m1\.subject: .*/, 'mail.m1.subject: Erreur'),
    };
    expect(findings(texts)).toEqual([]);
  });

  it('reports text.missing for the language that lacks it', () => {
    const { texts } = changed('world.en.yaml', '  goal.2: Say yes or no, and the time.\n', '');
    expect(findings(texts)).toMatchObject([
      { code: 'text.missing', file: `${folder}/world.en.yaml`, params: { key: 'goal.2' } },
    ]);
  });

  it('reports play.differs when a play gives another result', () => {
    const { texts, line } = changed('plays.yaml', '- id: right-way-english', '- id: right-way-english');
    const plays = (texts['plays.yaml'] ?? '').replace(
      /(id: right-way-english[\s\S]*?fires: \[)[^\]]*/,
      (_whole, before: string) => `${before}e1`,
    );
    expect(findings({ ...texts, 'plays.yaml': plays })).toEqual([
      {
        code: 'play.differs',
        file: `${folder}/plays.yaml`,
        line,
        params: { play: 'right-way-english', what: 'fires', expected: 'e1', found: 'e1 e2 e3 e4 e5 e6' },
      },
    ]);
  });

  it('reports play.refused when the world refuses an action of a play', () => {
    const { texts } = changed('plays.yaml', 'messageId: m5 }', 'messageId: m77 }');
    expect(findings(texts)).toContainEqual(
      expect.objectContaining({
        code: 'play.refused',
        params: {
          play: 'right-way-phrases',
          action: 1,
          act: 'mail.open m77',
          refusal: 'world.unknown-target',
        },
      }),
    );
  });

  it('reports rule.never-fires and rule.never-misses when no play proves a rule', () => {
    const never = changed('evidence.yaml', 'when: size(copies) > 0', 'when: size(copies) > 99').texts;
    expect(findings(never).map(({ code }) => code)).toContain('rule.never-fires');
    const always = changed('evidence.yaml', 'when: size(copies) > 0', 'when: size(copies) >= 0').texts;
    expect(findings(always).map(({ code }) => code)).toContain('rule.never-misses');
  });

  it('reports misconception.never-seen when no play shows one', () => {
    const { texts } = changed('evidence.yaml', 'when: size(copies) >= 4', 'when: size(copies) >= 9');
    expect(findings(texts).map(({ code }) => code)).toContain('misconception.never-seen');
  });

  it('reports file.not-yaml and file.not-as-the-format with the line', () => {
    const broken = changed('world.yaml', 'place: office', 'place: [office');
    expect(findings(broken.texts)).toContainEqual(
      expect.objectContaining({ code: 'file.not-yaml', file: `${folder}/world.yaml` }),
    );
    const wrong = changed('world.yaml', 'place: office', 'place: moon');
    expect(findings(wrong.texts)).toMatchObject([
      { code: 'file.not-as-the-format', line: wrong.line, params: { path: 'place' } },
    ]);
  });

  it.each([
    ['world.yaml', 'place: office', 'place: moon', 'not-a-choice', /^office, kitchen, /],
    ['world.yaml', 'place: office', 'plaice: office', 'unknown-key', /^plaice$/],
    ['world.yaml', 'minutes:', 'minute:', 'missing', /^number$/],
    ['plays.yaml', 'type: open,', 'type: opne,', 'not-a-choice', /^folder, open, reply, /],
    ['plays.yaml', 'app: mail, type: open,', 'app: mial, type: open,', 'not-a-choice', /^desk, mail, /],
    ['world.yaml', 'place: office', '\tplace: office', 'tab', /^TAB_AS_INDENT/],
    ['world.fr.yaml', 'goal.1: ', 'goal.1: Fin: ', 'colon', /^BLOCK_AS_IMPLICIT_KEY/],
  ] as const)('says in %s what differs when %j becomes %j: %s', (file, from, to, fault, found) => {
    const { texts, line } = changed(file, from, to);
    const seen = findings(texts).filter(({ params }) => 'fault' in params && params.fault === fault);
    expect(seen[0]).toMatchObject({ params: { fault, found: expect.stringMatching(found) as string } });
    if (fault !== 'missing') expect(seen[0]?.line).toBe(line);
  });

  it('tells once, with its words, of a ready-made sentence that reads otherwise', () => {
    const { texts } = changed('evidence.yaml', "p3: ['yes']", "p3: ['no']");
    const told = findings(texts).filter(({ code }) => code === 'phrase.reads-otherwise');
    expect(told.map(({ params }) => 'language' in params && params.language)).toEqual(['fr', 'en']);
    expect(told[0]?.params).toMatchObject({ id: 'p3', text: expect.stringMatching(/./) as string });
  });

  it('reports file.missing and folder.differs', () => {
    expect(findings({ ...sound, 'evidence.en.yaml': undefined })).toEqual([
      { code: 'file.missing', file: `${folder}/evidence.en.yaml`, line: null, params: {} },
    ]);
    expect(checkScenario('s02-inbox/v7', sound).errors.map(({ code }) => code)).toEqual(['folder.differs']);
  });

  it('reports all findings, not only the first', () => {
    const { texts } = changed('world.en.yaml', 'Reply to Nadia.', 'Reply on {dya}.');
    const both = {
      ...texts,
      'world.fr.yaml': changed('world.fr.yaml', 'Réponds à Nadia.', 'Écris un email !').texts[
        'world.fr.yaml'
      ],
    };
    const codes = new Set(findings(both).map(({ code }) => code));
    expect(codes).toEqual(new Set(['text.unfilled', 'text.typesetting', 'text.anglicism']));
    expect(checkScenario(folder, both).scenario).toBeNull();
  });
});

describe('compileScenario', () => {
  it('returns the same rules as the full check for S02', () => {
    const { scenario } = compileScenario(folder, sound);
    expect(scenario?.evidence.rules).toEqual(evidence.rules);
    expect(scenario?.evidence.items).toEqual(evidence.items);
  });

  it('replays no play and reads no wording, unlike the full check', () => {
    const { texts } = changed('plays.yaml', 'fires: [e1, e2, e3, e4, e5, e6]', 'fires: [e1]');
    const both = {
      ...texts,
      'world.fr.yaml': changed('world.fr.yaml', 'Réponds à Nadia.', 'Écris un email !').texts[
        'world.fr.yaml'
      ],
    };
    expect(compileScenario(folder, both)).toMatchObject({ errors: [], warnings: [] });
    expect(findings(both).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['play.differs', 'text.anglicism']),
    );
  });

  it('refuses a rule that does not compile', () => {
    const { texts } = changed('evidence.yaml', 'when: size(copies) > 0', 'when: size(copyies) > 0');
    const { errors, scenario } = compileScenario(folder, texts);
    expect(errors).toMatchObject([{ code: 'rule.unsound', params: { rule: 'e5' } }]);
    expect(scenario).toBeNull();
  });
});
