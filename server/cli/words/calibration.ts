import type {
  CalibrationFault,
  CalibrationWarning,
} from '../../../scenarios/psychometrics/calibrate-types.ts';
import type { CsvFault } from '../../research/csv-responses.ts';
import { counted } from '../../base/plural.ts';

export function explainCsvFault(fault: CsvFault): string {
  switch (fault.code) {
    case 'csv-empty':
      return 'The table holds no answers: it needs a line of column names and a line for each person.';
    case 'csv-broken':
      return `The table is not valid CSV: ${fault.detail}`;
    case 'csv-column-twice':
      return `The column “${fault.column}” appears twice.`;
    case 'csv-column-unknown':
      return `The table has no column “${fault.column}”.`;
    case 'csv-no-items':
      return 'No column of the table is left to use as an item.';
    case 'csv-ragged':
      return `Line ${fault.line} has ${counted('en', fault.cells, { one: 'cell', other: 'cells' })} where the table has ${counted('en', fault.columns, { one: 'column', other: 'columns' })}.`;
    case 'csv-id-twice':
      return `Line ${fault.line}: the person “${fault.id}” already appears in line ${fault.first}; keep one row per person.`;
    case 'csv-no-points':
      return `Line ${fault.line}, column “${fault.column}”: “${fault.cell}” is not a whole number of points; NA or an empty cell is a missing answer.`;
    case 'csv-too-many-points':
      return `Line ${fault.line}, column “${fault.column}”: ${counted('en', fault.points, { one: 'point', other: 'points' })}, where ${fault.maximum} is the most there can be.`;
  }
}

export function explainCalibrationFault(fault: CalibrationFault): string {
  switch (fault.code) {
    case 'persons-too-few':
      return `Answers from ${counted('en', fault.persons, { one: 'person', other: 'persons' })} are not enough to estimate anything: at least ${fault.fewest} are needed.`;
    case 'items-too-few':
      return `There is too little to estimate: two items are needed, one of them free, and ${counted('en', fault.items, { one: 'is', other: 'are' })} free.`;
    case 'item-unanswered':
      return `Nobody answered ${fault.item}: leave it out with --without ${fault.item}.`;
    case 'item-rare':
      return `Only ${counted('en', fault.persons, { one: 'person', other: 'persons' })} answered ${fault.item}, and ${fault.fewest} are needed: leave it out with --without ${fault.item}.`;
    case 'item-constant':
      return `Everyone earned ${counted('en', fault.points, { one: 'point', other: 'points' })} on ${fault.item}, so it cannot be estimated: leave it out with --without ${fault.item}.`;
    case 'anchor-unknown':
      return `The anchor ${fault.item} has no answers among these.`;
    case 'anchor-maximum':
      return `The anchor ${fault.item} has ${counted('en', fault.steps, { one: 'step', other: 'steps' })} in the bank, and up to ${counted('en', fault.maximum, { one: 'point', other: 'points' })} in the answers.`;
  }
}

export function explainCalibrationWarning(warning: CalibrationWarning): string {
  switch (warning.code) {
    case 'not-converged':
      return `The search stopped after ${counted('en', warning.iterations, { one: 'iteration', other: 'iterations' })}, with a change of ${warning.change.toPrecision(2)} left: these are not final figures.`;
    case 'errors-unknown':
      return 'There are too few answers for standard errors.';
    case 'item-few-persons':
      return `${warning.item}: ${counted('en', warning.persons, { one: 'person is', other: 'persons are' })} a first look; the target is 200.`;
    case 'category-joined':
      return `${warning.item}: ${counted('en', warning.persons, { one: 'person', other: 'persons' })} earned ${counted('en', warning.points, { one: 'point', other: 'points' })}, too few for a step; counted as one category with ${counted('en', warning.joined, { one: 'point', other: 'points' })}.`;
    case 'category-rare':
      return `${warning.item}: only ${counted('en', warning.persons, { one: 'person', other: 'persons' })} earned ${counted('en', warning.points, { one: 'point', other: 'points' })}.`;
    case 'steps-disordered':
      return `${warning.item}: its steps are not in order; some number of points is never the likeliest.`;
    case 'slope-extreme':
      return `${warning.item}: its slope is at the edge of what is allowed (${warning.slope.toFixed(2)}); check that it is scored in the right direction.`;
    case 'items-unlinked':
      return `Nobody answered items of more than one of these groups, so only the population puts them on one scale: ${warning.groups.map((group) => group.join(' ')).join(' | ')}.`;
    case 'abilities-beyond-nodes':
      return `Abilities (mean ${warning.mean.toFixed(2)}, sd ${warning.sd.toFixed(2)}) reach beyond what is computed with: do not use these figures.`;
  }
}
