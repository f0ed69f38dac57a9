import { describe, expect, it } from 'vitest';
import { BankFile, bankOf } from '../../../../scenarios/measurement/bank-schema.ts';
import { writeBank } from '../../../../scenarios/psychometrics/bank-text.ts';
import { makeBank } from '../../../../scenarios/psychometrics/calibrated-bank.ts';
import { calibrate } from '../../../../scenarios/psychometrics/calibrate.ts';
import type { CalibrationOutcome } from '../../../../scenarios/psychometrics/calibrate-types.ts';
import { itemName } from '../../../../scenarios/psychometrics/item-name.ts';
import { createRandom } from '../../../../scenarios/measurement/random.ts';
import { readYaml } from '../../../../scenarios/kit/yaml-source.ts';
import { bank1 } from '../../../support/measurement/bank.ts';
import { drawAnswers } from '../../../support/measurement/drawn-answers.ts';

const items = bank1.items.slice(0, 6).map((item) => ({ ...item, id: itemName(item) }));
const given = { version: 2, source: 'A test.', planned: ['s16-calendar'] };

function calibrateDrawn(change: (points: Int8Array) => Int8Array = (points) => points): CalibrationOutcome {
  const { matrix } = drawAnswers(items, 300, createRandom('bank'));
  const anchors = new Map(items.slice(0, 1).map(({ id, slope, steps }) => [id, { slope, steps }]));
  return calibrate({ ...matrix, points: change(matrix.points) }, { anchors });
}

describe('a bank from a calibration', () => {
  it('has the new parameters, keeps those of anchors and unanswered items, and lists each group', () => {
    const outcome = calibrateDrawn();
    if (!outcome.isSound) throw new Error('the calibration is sound');
    const { file, calibrated, joined, unchanged } = makeBank(bank1, outcome.calibration, given);
    expect(calibrated).toEqual(items.slice(1).map(({ id }) => id));
    expect(joined).toEqual([]);
    expect(unchanged).toHaveLength(30);
    expect(file.items[0]).toEqual(bank1.items[0]);
    expect(file.items.slice(6)).toEqual(bank1.items.slice(6));
    expect(file.items[1]).toMatchObject({ provenance: 'calibrated', persons: 300, slope: 1 });
    const steps = outcome.calibration.items[1]?.steps ?? [];
    expect(file.items[1]?.steps).toEqual(steps.map((step) => Math.round(step * 1e4) / 1e4));
    expect(file.prior.sd).toBeCloseTo(outcome.calibration.population.sd, 4);
    expect(file).toMatchObject({ version: 2, model: 'pcm', cuts: bank1.cuts });
  });

  it('keeps the parameters of an item with joined categories, because there is a step for each point', () => {
    const outcome = calibrateDrawn((points) =>
      points.map((value, place) => (place % items.length === 2 && value === 4 ? 3 : value)),
    );
    if (!outcome.isSound) throw new Error('the calibration is sound');
    const { file, joined } = makeBank(bank1, outcome.calibration, given);
    expect(joined).toEqual(['S02_COM']);
    expect(file.items[2]).toEqual(bank1.items[2]);
  });

  it('is unchanged when parsed from its text', () => {
    const outcome = calibrateDrawn();
    if (!outcome.isSound) throw new Error('the calibration is sound');
    const { file } = makeBank(bank1, outcome.calibration, given);
    const { source, problems } = readYaml('v2.yaml', writeBank(file), BankFile);
    expect(problems).toEqual([]);
    expect(source?.data).toEqual(file);
    expect(source === null ? null : bankOf(source.data).items).toHaveLength(36);
  });
});
