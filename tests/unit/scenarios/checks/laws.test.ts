/** Each law of a scored point holds in the small scene, and is broken by one change of it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../../../scenarios/checks/check-scenario.ts';
import { type Edit, edited, findingsIn, lawFolder, lawTexts, readTexts } from '../../../support/law-scene.ts';
import { contentDirectory } from '../../../support/s02.ts';

const e1 = `when: '"m2" in gone && !("m1" in gone)'`;
const e2 = `when: '"m4" in gone && !("m3" in gone)'`;
const when = (condition: string): string => `when: '${condition}'`;

/** Findings that take an exploration of the scene. */
const exploring = /^law\.(monotone|variant|floor-opened|tactic$|pair|help-click|one-act)/;

/** Evidence of e1 or e2 changed. */
const rule1 = (condition: string): Edit => ['evidence.yaml', e1, when(condition)];
const rule2 = (condition: string): Edit => ['evidence.yaml', e2, when(condition)];

describe('the small scene', () => {
  it('keeps every law', () => {
    expect(findingsIn(lawTexts, { isThorough: true })).toEqual([]);
  });

  it('is not judged without tactics and routes', () => {
    const broken = {
      ...edited([rule1('"m2" in mail.opened')]),
      'tactics.yaml': undefined,
      'routes.yaml': undefined,
    };
    const codes = findingsIn(broken).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('law.'))).toEqual([]);
  });

  it('is to be looked at when it is scored and no law judges it', () => {
    const unjudged = { ...lawTexts, 'tactics.yaml': undefined, 'routes.yaml': undefined };
    const told = findingsIn(unjudged).filter(({ code }) => code === 'scored.not-judged');
    expect(told).toMatchObject([{ severity: 'warning', file: `${lawFolder}/evidence.yaml`, line: 16 }]);
    expect(checkScenario(lawFolder, unjudged).scenario).not.toBeNull();
  });

  it('must have both files, or none', () => {
    expect(findingsIn({ ...lawTexts, 'tactics.yaml': undefined })).toMatchObject([
      { code: 'file.missing', file: `${lawFolder}/tactics.yaml` },
    ]);
  });

  it('is not loaded when it breaks a law', () => {
    expect(checkScenario(lawFolder, edited([rule1('"m2" in gone')])).scenario).toBeNull();
  });
});

describe('a broken law is reported with file, line and play', () => {
  it.each<[string, readonly Edit[], string, string, object]>([
    [
      '1: a point for ending at once',
      [rule1('!("m1" in gone)')],
      'law.floor-at-once',
      'evidence.yaml',
      { law: 1, rule: 'e1', play: 'at-once', actions: 'desk.done' },
    ],
    [
      '1: a point for opening, where a decision was asked',
      [rule1('"m2" in mail.opened')],
      'law.floor-opened',
      'evidence.yaml',
      { law: 1, rule: 'e1', play: 'opens-everything' },
    ],
    [
      '3: a named tactic that pays',
      [rule1('"m2" in gone')],
      'law.tactic',
      'tactics.yaml',
      { law: 3, play: 'report-all', dimension: 'SEC', points: 1, most: 0, rules: 'e1' },
    ],
    [
      '3: a tactic that the check makes pays',
      [rule1('"m2" in mail.deleted')],
      'law.tactic',
      'tactics.yaml',
      { law: 3, play: 'every-delete', dimension: 'SEC' },
    ],
    [
      '3: every ready-made sentence pays',
      [['evidence.yaml', ' && !("calm" in m.features.says)', '']],
      'law.tactic',
      'tactics.yaml',
      { law: 3, play: 'every-sentence', dimension: 'COM' },
    ],
    [
      '3: a tactic that is allowed more than half of an item',
      [['tactics.yaml', "four emails.'\n", "four emails.'\n    atMost: { SEC: 2 }\n"]],
      'law.tactic-generous',
      'tactics.yaml',
      { law: 3, name: 'report-all', dimension: 'SEC', allowed: 2, most: 1 },
    ],
    [
      '4: the harmless twin treated like the danger',
      [rule1('"m2" in gone')],
      'law.pair-alarmed',
      'evidence.yaml',
      { law: 4, rule: 'e1' },
    ],
    [
      '4: the danger treated like its harmless twin',
      [rule1('!("m1" in gone) && "m4" in gone')],
      'law.pair-blind',
      'evidence.yaml',
      { law: 4, rule: 'e1' },
    ],
    [
      '4: a pair that nothing can be done to alike',
      [['evidence.yaml', 'harmless: [m1]', 'harmless: [c5]']],
      'law.pair-untried',
      'evidence.yaml',
      { law: 4, rule: 'e1', ids: 'm2 c5' },
    ],
    [
      '5: a rule that no goal asks for',
      [['evidence.yaml', '    goal: goal.2\n', '']],
      'law.goal-none',
      'evidence.yaml',
      { law: 5, rule: 'e3' },
    ],
    [
      '5: a goal that the scene does not show',
      [['evidence.yaml', 'goal: goal.2', 'goal: goal.9']],
      'law.goal-unknown',
      'evidence.yaml',
      { law: 5, rule: 'e3', goal: 'goal.9' },
    ],
    [
      '5: a goal that no rule needs',
      [['evidence.yaml', 'goal: goal.2', 'goal: goal.1']],
      'law.goal-idle',
      'world.yaml',
      { law: 5, goal: 'goal.2' },
    ],
    [
      '5: no route by the goals alone',
      [['routes.yaml', '    goalsOnly: true\n', '']],
      'law.goal-route-none',
      'routes.yaml',
      { law: 5 },
    ],
    [
      '5: a route by the goals alone that takes help',
      [['routes.yaml', 'actions:\n', 'actions:\n      - { app: desk, type: help, topic: sort, step: 1 }\n']],
      'law.goal-route-helped',
      'routes.yaml',
      { law: 5, play: 'as-the-goals-say' },
    ],
    [
      '6: a point for looking',
      [rule1('"m2" in gone && !("m1" in gone) && "m1" in mail.opened')],
      'law.monotone-look',
      'evidence.yaml',
      { law: 6, rule: 'e1' },
    ],
    [
      '6: a rule that needs a slip first',
      [['evidence.yaml', `'["m1", "m2", "m3", "m4"].all(id, id in gone)'`, `'"m2" in gone'`]],
      'law.monotone-slip',
      'evidence.yaml',
      { law: 6, rule: 'e1' },
    ],
    [
      '6: a route that loses a point on the way',
      [rule1('"m2" in gone && !("m1" in gone) && size(mail.sent) == 0')],
      'law.monotone-loss',
      'routes.yaml',
      { law: 6, play: 'as-the-goals-say', rules: 'e1' },
    ],
    [
      '7: two rules for one act',
      [rule2('"m2" in gone && !("m1" in gone)')],
      'law.one-act',
      'evidence.yaml',
      { law: 7, rule: 'e2', other: 'e1' },
    ],
    [
      '8: a route that does not earn all',
      [rule2('"m4" in mail.reported && !("m3" in gone)')],
      'law.route',
      'routes.yaml',
      { law: 8, play: 'deletes-and-tells', rules: 'e2' },
    ],
    [
      '8: a route that the world refuses',
      [['routes.yaml', 'messageId: m2 }', 'messageId: m9 }']],
      'law.play-refused',
      'routes.yaml',
      { play: 'as-the-goals-say', action: 1, refusal: 'world.unknown-target' },
    ],
    [
      '9: help that points at the one that matters',
      [['world.yaml', 'where: mail:report', 'where: mail:message:m2']],
      'law.help-points',
      'world.yaml',
      { law: 9, topic: 'sort', where: 'mail:message:m2', like: 4 },
    ],
    [
      '9: help that names the one that matters',
      [['world.fr.yaml', 'Certains courriels sont', 'Le courriel « Ton dépôt » est']],
      'law.help-names',
      'world.yaml',
      { law: 9, topic: 'sort', language: 'fr', name: 'Ton dépôt' },
    ],
    [
      '9: the first press after help pays',
      [rule1('"m1" in gone')],
      'law.help-click',
      'tactics.yaml',
      { law: 9, dimension: 'SEC', rules: 'e1' },
    ],
    [
      '10: a rule that reads typed text without a corpus',
      [['evidence.yaml', '    corpora: [warning/v1]\n', '']],
      'law.words',
      'evidence.yaml',
      { law: 10, rule: 'e3' },
    ],
    [
      '13: a play that earns more in one variant',
      [
        ['world.yaml', '- { id: v1 }', '- { id: v1, values: { who: one } }'],
        ['world.yaml', '- { id: v2 }', '- { id: v2, values: { who: two } }'],
        rule1('"m2" in gone && !("m1" in gone) && variant["who"] == "one"'),
      ],
      'law.variants',
      'plays.yaml',
      { law: 13, play: 'right-way', otherVariant: 'v2' },
    ],
    [
      '13: a date that is written out',
      [['world.fr.yaml', 'mail.m1.date: Hier', 'mail.m1.date: Le 12 mai 2027']],
      'law.date',
      'world.fr.yaml',
      { law: 13, date: '12 mai' },
    ],
  ])('%s', (_name, edits, code, file, params) => {
    const options = { isThorough: exploring.test(code) };
    const found = findingsIn(edited(edits), options).filter((finding) => finding.code === code);
    expect(found).toContainEqual({
      severity: code === 'law.goal-idle' ? 'warning' : 'error',
      code,
      file: `${lawFolder}/${file}`,
      line: expect.any(Number) as number,
      params: expect.objectContaining(params) as object,
    });
  });
});

describe('a rule that no route earns at all', () => {
  it('is told by law 8 alone: no slip is what it lacks', () => {
    const found = findingsIn(edited([rule1('"m9" in gone')]), { isThorough: true }).map(({ code }) => code);
    expect(found).toContain('law.route');
    expect(found).not.toContain('law.monotone-slip');
  });
});

describe('help on a phone that marks the icon of its app', () => {
  it('is a key where rules tell the icons apart', () => {
    const folder = 's14-punch-app/v1';
    const texts = readTexts(join(contentDirectory, folder));
    const world = texts['world.yaml'] ?? '';
    const marked = world.replace('\nhome:\n', '\nhome:\n  helpMarksIcon: true\n');
    const pointing = (changed: string): readonly object[] =>
      checkScenario(folder, { ...texts, 'world.yaml': changed }).errors.filter(
        ({ code }) => code === 'law.help-points',
      );
    expect(pointing(world)).toEqual([]);
    expect(pointing(marked)).toContainEqual(
      expect.objectContaining({ params: { law: 9, topic: 'count', where: 'home:icon:i5', like: 9 } }),
    );
  });
});

describe('a year', () => {
  it.each([
    ['of birth may be written out', '1987', 0],
    ['of the week may not', '2031', 1],
  ])('%s', (_what, year, count) => {
    const texts = edited([['world.fr.yaml', 'mail.m1.date: Hier', `mail.m1.date: En ${year}`]]);
    expect(findingsIn(texts).filter(({ code }) => code === 'law.date')).toHaveLength(count);
  });
});

describe('the law of chance', () => {
  it('reports a rule that anybody may earn who presses anything, with one of the walks', () => {
    const found = findingsIn(edited([rule2('size(mail.drafts) + size(mail.sent) > 0')]), {
      isThorough: true,
    });
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'law.chance-rule',
        params: expect.objectContaining({ law: 2, rule: 'e2', length: 40, walks: 200, most: 40 }) as object,
      }),
    );
    const shares = found.filter(({ code }) => code === 'law.chance').map(({ params }) => params.percent);
    expect(shares.length).toBeGreaterThan(0);
    for (const share of shares) expect(share).toBeGreaterThan(25);
  });
});

describe('what a rule or tactic may declare', () => {
  it('lets a rule for finding be earned by opening', () => {
    const edits: Edit[] = [
      rule1('"m2" in mail.opened'),
      ['evidence.yaml', 'pair: { danger: [m2], harmless: [m1] }', 'for: finding'],
    ];
    const codes = findingsIn(edited(edits)).map(({ code }) => code);
    expect(codes).not.toContain('law.floor-opened');
    expect(codes).not.toContain('law.monotone-look');
  });

  it('lets a tactic earn what its author allows', () => {
    const allowed: Edit = [
      'tactics.yaml',
      'tactics:\n',
      'tactics:\n  - { name: every-delete, about: Allowed., atMost: { SEC: 1 } }\n',
    ];
    const paid = edited([rule1('"m2" in mail.deleted'), allowed]);
    const plays = findingsIn(paid)
      .filter(({ code }) => code === 'law.tactic')
      .map(({ params }) => params.play);
    expect(plays).not.toContain('every-delete');
  });

  it('refuses a tactic without actions that the check does not make', () => {
    const unknown: Edit = [
      'tactics.yaml',
      'tactics:\n',
      'tactics:\n  - { name: guesses, about: Nobody makes it. }\n',
    ];
    expect(findingsIn(edited([unknown]))).toMatchObject([
      { code: 'law.tactic-unknown', params: { name: 'guesses' } },
    ]);
  });

  it('takes a rule as missing on a route that says so, and only there', () => {
    const missing: Edit = ['evidence.yaml', e2, `missing: '!("m4" in mail.opened)'\n    ${e2}`];
    const route = (lawTexts['routes.yaml'] ?? '').replaceAll(
      / {6}- \{ app: mail, type: (open|report), messageId: m4 \}\n/g,
      (whole, _type, at: number) => (at < 1200 ? '' : whole),
    );
    const found = (earns: string): readonly string[] =>
      findingsIn({
        ...edited([missing]),
        'routes.yaml': route.replace('goalsOnly: true', `goalsOnly: true\n    earns: ${earns}`),
      })
        .filter(({ code }) => code === 'law.route')
        .map(({ params }) => `${String(params.play)} ${String(params.rules)}`);
    expect(found('{ allBut: [e2] }')).toEqual([]);
    expect(found('all')).toEqual(['as-the-goals-say e2']);
  });
});
