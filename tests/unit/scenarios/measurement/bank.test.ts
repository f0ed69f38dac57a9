import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BankFile } from '../../../../scenarios/measurement/bank-schema.ts';
import { responsesOf } from '../../../../scenarios/measurement/measure.ts';
import { readYaml } from '../../../../scenarios/kit/yaml-source.ts';
import { bankInUse, ContentFolder } from '../../../support/content-folder.ts';
import { bank1 } from '../../../support/measurement/bank.ts';
import { content, contentDirectory } from '../../../support/s02.ts';

/** The steps of all 36 items in the catalogue (docs/researchers/en/measurement.md, Bank 1). */
const catalogue = `S01 SEC(−1.2,−.2,.8) OUT(−2.2,−1.4) · S02 COM(−1.8,−.8,0,.9) OUT(−1.2,−.3) · S03 OUT(−1.5,−.7,.1,.8) INF(.2)
 · S04 PRO(−1,−.2,.6,1.5) INF(−1.6,−.5) · S05 SEC(−1,−.1,.7,1.5) COM(.3) · S06 RES(−1.6,−.7,.2,1) OUT(−.9,.1)
 SEC(−.2,.8) · S07 INF(−1.4,−.4,.5,1.4) RES(−.2) · S08 COM(−1.7,−.7,.3,1) RES(−.3,.7) · S09 COM(−1,0,.9) SEC(0,.9)
 · S10 RES(−1.3,−.4,.5,1.2) OUT(−1.1,0) · S11 PRO(−1.3,−.5,.3,1.1) OUT(−.3) · S12 SEC(−.7,.2,.9,1.6) RES(.1)
 · S13 INF(−.6,.3,1.1,1.9) SEC(0,1) PRO(−.4,.7) · S14 OUT(−1.9,−.9,.1) PRO(−1.1,.1) RES(−.5,.6)
 · S15 COM(−.4,.5,1.2) SEC(.9) PRO(−.2,.9) · S16 COM(−1.5,−.6,.4) INF(−.8,.3)`;

/** Maximum points of each dimension. */
const points = { OUT: 16, INF: 13, COM: 18, PRO: 14, SEC: 18, RES: 14 };

describe('bank 1', () => {
  it('has the steps of the catalogue, item by item', () => {
    const expected = catalogue.split('·').flatMap((part) => {
      const [scene = '', ...items] = part.trim().split(/\s+/);
      return items.map((item) => {
        const [, dimension = '', steps = ''] = /^(\w+)\((.*)\)$/.exec(item) ?? [];
        return `${scene} ${dimension} ${steps
          .split(',')
          .map((step) => Number(step.replace('−', '-')))
          .join(' ')}`;
      });
    });
    const found = bank1.items.map(({ scenario, dimension, steps }) => {
      return `${scenario.slice(0, 3).toUpperCase()} ${dimension} ${steps.join(' ')}`;
    });
    expect(found).toEqual(expected);
    expect(found).toHaveLength(36);
  });

  it('has the points of each dimension in the catalogue', () => {
    for (const [dimension, most] of Object.entries(points)) {
      const own = bank1.items.filter((item) => item.dimension === dimension);
      expect(own.reduce((sum, { steps }) => sum + steps.length, 0)).toBe(most);
    }
  });

  it('declares that it consists of guesses, and has the prior and cuts of the pilot', () => {
    expect(bank1).toMatchObject({
      version: 1,
      model: 'pcm',
      prior: { mean: 0, sd: 1.2 },
      cuts: [-1, 0.2, 1.4],
      difficultyDoubt: 0.4,
    });
    expect(new Set(bank1.items.map(({ provenance, slope }) => `${provenance} ${slope}`))).toEqual(
      new Set(['expert-guess 1']),
    );
  });

  it('is not found for a version that does not exist', () => {
    expect(() => content.getBank(9)).toThrow(/bank\.unknown.*"bankVersion":9/);
  });
});

describe('the bank in use', () => {
  const bank = content.getBank(Math.max(...content.bankVersions));

  it('is that of every form, so that new attempts are measured by it', () => {
    expect(new Set(content.forms.map(({ bankVersion }) => bankVersion))).toEqual(new Set([bank.version]));
  });

  it('has exactly the items of the scenes that its forms play, in their newest world, and a step for each point', () => {
    const played = new Set(content.forms.flatMap(({ scenes }) => scenes));
    const scored = content.scenarios().filter(({ scenario, isScored }) => isScored && played.has(scenario));
    const newest = [...new Set(scored.map(({ scenario }) => scenario))].map((scenario) => ({
      scenario,
      ...content.currentVersions(scenario),
    }));
    expect(bank.worlds).toEqual(
      Object.fromEntries(newest.map(({ scenario, worldVersion }) => [scenario, worldVersion])),
    );
    const expected = newest.flatMap((version) =>
      content
        .evidence(version)
        .items.map(({ dimension, max }) => `${version.scenario} ${dimension} ${String(max)}`),
    );
    const found = bank.items.map(
      ({ scenario, dimension, steps }) => `${scenario} ${dimension} ${String(steps.length)}`,
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('measures no scene of another world: its rules were others', () => {
    const played = (worldVersion: number) => ({
      scenario: 's02-inbox',
      worldVersion,
      how: 'done' as const,
      result: {
        rules: [],
        misconceptions: [],
        items: [{ item: 's02-out', dimension: 'OUT' as const, points: 1, max: 2, skipped: false }],
      },
    });
    expect(responsesOf(bank, played(1))).toEqual([]);
    expect(responsesOf(bank, played(2))).toMatchObject([{ points: 1 }]);
    expect(responsesOf(bank1, played(1))).toMatchObject([{ points: 1 }]);
    expect(responsesOf(bank1, played(2))).toMatchObject([{ points: 1 }]);
  });
});

describe('the format of a bank', () => {
  const guess = '{ scenario: s02-inbox, dimension: COM, steps: [-1, 0], provenance: expert-guess';

  async function faults(from: string, to: string): Promise<string[]> {
    const text = await readFile(join(contentDirectory, 'banks/v1.yaml'), 'utf8');
    expect(text).toContain(from);
    return readYaml('banks/v1.yaml', text.replace(from, to), BankFile).problems.map(
      ({ params }) => `${params.path ?? ''}: ${params.found ?? ''}`,
    );
  }

  it.each([
    ['cuts that do not rise', 'cuts: [-1, 0.2, 1.4]', 'cuts: [0.2, -1, 1.4]', /^cuts: the cuts rise/],
    [
      'a slope in the partial credit model',
      'items:\n',
      `items:\n  - ${guess}, slope: 1.2 }\n`,
      /^model: every slope is 1/,
    ],
    [
      'errors that do not fit the steps',
      'items:\n',
      `items:\n  - ${guess}, standardErrors: [0.1] }\n`,
      /standardErrors: there is one standard error/,
    ],
    [
      'a guess with persons',
      'items:\n',
      `items:\n  - ${guess}, persons: 300 }\n`,
      /persons: a calibrated item/,
    ],
    [
      'a calibrated item without persons',
      'items:\n',
      'items:\n  - { scenario: s02-inbox, dimension: COM, steps: [0], provenance: calibrated }\n',
      /persons: a calibrated item/,
    ],
    ['five steps', 'steps: [-2.2, -1.4]', 'steps: [-2, -1, 0, 1, 2]', /steps: /],
    ['a spread of 0', 'sd: 1.2', 'sd: 0', /^prior\.sd: /],
    ['another dimension', 'dimension: SEC', 'dimension: SAFE', /dimension: /],
  ])('refuses %s', async (_name, from, to, reason) => {
    const found = await faults(from, to);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  it('accepts slopes, errors and persons of the generalised model', async () => {
    const calibrated =
      '{ scenario: s01-first-login, dimension: OUT, slope: 1.3, steps: [-2.2, -1.4], standardErrors: [0.1, 0.2], provenance: calibrated, persons: 412 }';
    const text = (await readFile(join(contentDirectory, 'banks/v1.yaml'), 'utf8'))
      .replace('model: pcm', 'model: gpcm')
      .replace(/- \{ scenario: s01-first-login, dimension: OUT.*\}/, `- ${calibrated}`);
    const { source, problems } = readYaml('banks/v1.yaml', text, BankFile);
    expect(problems).toEqual([]);
    expect(source?.data.items[1]).toMatchObject({ slope: 1.3, standardErrors: [0.1, 0.2], persons: 412 });
  });
});

describe('the content check of banks', () => {
  const file = 'banks/v1.yaml';
  /** The bank that the forms name. */
  const current = bankInUse;
  let folder: ContentFolder;

  beforeEach(async () => {
    folder = await ContentFolder.create();
  });
  afterEach(() => folder.remove());

  function problems(): object[] {
    return folder.load().problems.map(({ file, line, code, params }) => {
      return { file, line, code, params };
    });
  }

  async function lineOf(text: string, where = file): Promise<number> {
    const lines = (await readFile(join(folder.directory, where), 'utf8')).split('\n');
    return lines.findIndex((line) => line.includes(text)) + 1;
  }

  it('reports an item whose steps do not match its points', async () => {
    await folder.edit(current, 'steps: [-1.8, -0.8, 0.3, 0.6]', 'steps: [-1.8, -0.8, 0]');
    expect(problems()).toEqual([
      {
        file: current,
        line: await lineOf('steps: [-1.8, -0.8, 0]', current),
        code: 'bank.steps-differ',
        params: { scenario: 's02-inbox', dimension: 'COM', steps: 3, max: 4 },
      },
    ]);
  });

  it('reports an item that the evidence does not have', async () => {
    const item = '- { scenario: s02-inbox, dimension: RES, steps: [0], provenance: expert-guess }';
    await folder.edit(current, 'items:\n', `items:\n  ${item}\n`);
    expect(problems()).toMatchObject([
      {
        line: await lineOf(item, current),
        code: 'bank.steps-differ',
        params: { dimension: 'RES', steps: 1, max: 0 },
      },
    ]);
  });

  it('reports an item of the evidence that the bank does not have', async () => {
    await folder.edit(
      current,
      '  - { scenario: s02-inbox, dimension: OUT, steps: [-1.2, -0.3], provenance: expert-guess }\n',
      '',
    );
    expect(problems()).toMatchObject([
      { code: 'bank.item-missing', params: { scenario: 's02-inbox', dimension: 'OUT' } },
    ]);
  });

  it('reports a scenario that is neither written nor planned', async () => {
    await folder.edit(file, 'scenario: s10-printer, dimension: OUT', 'scenario: s10-pinter, dimension: OUT');
    expect(problems()).toMatchObject([
      {
        line: await lineOf('s10-pinter'),
        code: 'id.unknown',
        params: { id: 's10-pinter', kind: 'scenario' },
      },
    ]);
  });

  it('reports a duplicate item, and a file named after another version', async () => {
    const item =
      '  - { scenario: s10-printer, dimension: OUT, steps: [-1.1, 0], provenance: expert-guess }\n';
    await folder.edit(file, item, item + item);
    expect(problems()).toMatchObject([{ code: 'id.twice', params: { id: 's10-printer OUT' } }]);
    await writeFile(
      join(folder.directory, 'banks/v2.yaml'),
      await readFile(join(contentDirectory, file), 'utf8'),
    );
    expect(problems()).toContainEqual({
      file: 'banks/v2.yaml',
      line: await lineOf('version: 1'),
      code: 'folder.differs',
      params: { folder: 'banks/v2.yaml', expected: 'banks/v1.yaml' },
    });
  });

  it('reports a form whose bank does not exist, and makes it unplayable', async () => {
    await folder.edit(
      'forms.yaml',
      'bankVersion: 4\n    minScenes: 1\n',
      'bankVersion: 7\n    minScenes: 1\n',
    );
    const loaded = folder.load();
    expect(loaded.problems).toMatchObject([
      {
        file: 'forms.yaml',
        line: await lineOf('bankVersion: 7', 'forms.yaml'),
        code: 'form.bank-unknown',
        params: { form: 'demo', bankVersion: 7 },
      },
    ]);
    expect(loaded.forms.map(({ id }) => id)).not.toContain('demo');
    expect(loaded.forms.map(({ id }) => id)).toContain('first-week');
  });

  it('makes everything unplayable without any bank', async () => {
    await rm(join(folder.directory, 'banks'), { recursive: true });
    const loaded = folder.load();
    expect(new Set(loaded.problems.map(({ code }) => code))).toEqual(new Set(['form.bank-unknown']));
    expect(loaded.forms).toEqual([]);
  });

  it('adds no finding for a scenario that is already broken', async () => {
    await folder.edit('s07-recycling/*/world.yaml', 'place: ', 'place: moon # ');
    const codes = folder.load().problems.map((problem) => problem.code);
    expect(codes).toContain('file.not-as-the-format');
    expect(codes.filter((code) => code.startsWith('bank.') || code === 'id.unknown')).toEqual([]);
  });

  it('changes the fingerprint of the content when a bank is added', async () => {
    const before = folder.load().build;
    await folder.edit(file, 'steps: [-1.1, 0]', 'steps: [-1.1, 0.1]');
    expect(folder.load().build).not.toBe(before);
  });
});
