/** docs/measurement.md with the figures that it shows. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withPart } from '../page-part.ts';
import { renderPersonas } from './persona-tables.ts';
import { renderPrecision } from './precision-tables.ts';
import { wholeWeeks } from './whole-week.ts';

export const measurementFile = join(resolve(import.meta.dirname, '../../..'), 'docs/measurement.md');

export function renderMeasurementPage(): string {
  const page = withPart(readFileSync(measurementFile, 'utf8'), 'personas', renderPersonas(wholeWeeks()));
  return withPart(page, 'precision', renderPrecision());
}
