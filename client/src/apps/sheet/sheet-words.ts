import type { TextKey } from '../../../../scenarios/world/base.ts';
import type { CellValue } from '../../../../scenarios/world/sheet/evaluate.ts';
import type { FormulaProblem } from '../../../../scenarios/world/sheet/formula.ts';
import { showAddress, showFormula } from '../../../../scenarios/world/sheet/formula-text.ts';
import type { CellContent, SheetWorld } from '../../../../scenarios/world/sheet/types.ts';
import { sheetFr } from './sheet.fr.ts';
import { locale } from '../../i18n/i18n.svelte.ts';
import { t } from './sheet-texts.ts';

type Texts = (key: TextKey) => string;

export function showContent(
  world: SheetWorld,
  texts: Texts,
  content: CellContent | null,
  value: CellValue,
): string {
  if (content === null) return '';
  if (!('formula' in content)) return editText(world, texts, content);
  if (value.kind === 'fault') return t(`fault.${value.fault}`);
  return value.kind === 'number' ? showNumber(String(value.number)) : '';
}

/** Returns a formula as a formula. */
export function editText(world: SheetWorld, texts: Texts, content: CellContent | null): string {
  if (content === null) return '';
  if ('formula' in content) return showFormula(content.formula, locale.current);
  if ('number' in content) return showNumber(content.number);
  if ('date' in content) return showDate(content.date);
  if ('time' in content) return showTime(content.time);
  if ('typed' in content) return content.typed;
  const word = world.words.find(({ id }) => id === content.word);
  return word === undefined ? '' : texts(word.text);
}

export function whyNoResult(value: CellValue): string {
  return value.kind === 'fault' ? t(`why.${value.fault}`) : '';
}

export function explainProblem({ columns, rows }: SheetWorld, problem: FormulaProblem): string {
  const from = showAddress({ column: columns.length, line: 2 });
  const to = showAddress({ column: columns.length, line: rows.length + 1 });
  const example = showFormula(`SUM(${from}:${to})`, locale.current);
  return problem.code === 'unknown-name'
    ? t('problem.unknown-name', { name: problem.name, example })
    : t(`problem.${problem.code}`, { example });
}

function showNumber(canonical: string): string {
  return locale.current === 'fr' ? canonical.replace('.', ',') : canonical;
}

function showDate(canonical: string): string {
  const [, month = '', day = ''] = canonical.split('-');
  const key = `month.${month}`;
  const name = isMonth(key) ? t(key) : '';
  return t(day === '01' ? 'date.first' : 'date.day', { day: String(Number(day)), month: name });
}

function isMonth(key: string): key is `month.01` {
  return key in sheetFr;
}

function showTime(canonical: string): string {
  const [from = 0, to = 0] = canonical.split('-').map(Number);
  return t('time.range', { from: showHour(from), to: showHour(to) });
}

function showHour(hour: number): string {
  if (hour === 12) return t('time.noon');
  if (locale.current === 'fr') return t('time.hourAm', { hour });
  return hour < 12 ? t('time.hourAm', { hour }) : t('time.hourPm', { hour: hour - 12 });
}
