/** One short line per statement. The page escapes it. */
import { isObject, type JsonObject, member, textAt } from './json.ts';
import type { PageLanguage, PageTexts } from './page-texts.ts';

export interface StatementView {
  readonly when: string;
  readonly who: string;
  readonly verb: string;
  readonly object: string;
  /** E.g. `2 sur 4`, `41 s`. */
  readonly result: readonly string[];
}

export function createStatementView(
  statement: JsonObject,
  language: PageLanguage,
  texts: PageTexts,
): StatementView {
  return {
    when: formatTime(textAt(statement, 'timestamp') ?? '', language),
    who: whoOf(statement),
    verb:
      labelOf(member(statement, 'verb', 'display'), language) ??
      lastPart(textAt(statement, 'verb', 'id') ?? ''),
    object:
      labelOf(member(statement, 'object', 'definition', 'name'), language) ??
      lastPart(textAt(statement, 'object', 'id') ?? ''),
    result: resultOf(statement, language, texts),
  };
}

/** The start of a pseudonym tells people apart. */
function whoOf(statement: JsonObject): string {
  const name =
    textAt(statement, 'actor', 'account', 'name') ?? textAt(statement, 'actor', 'objectType') ?? '?';
  return name.length > 8 ? `${name.slice(0, 6)}…` : name;
}

function formatTime(timestamp: string, language: PageLanguage): string {
  const ms = Date.parse(timestamp);
  if (!Number.isFinite(ms)) return '';
  const date = new Date(ms);
  const day = new Intl.DateTimeFormat(`${language}-CA`, { day: 'numeric', month: 'short' }).format(date);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return `${day}, ${clock.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

function labelOf(map: unknown, language: PageLanguage): string | undefined {
  if (!isObject(map)) return undefined;
  const entries = Object.entries(map);
  const own = entries.find(([tag]) => tag.toLowerCase().split('-')[0] === language) ?? entries[0];
  return typeof own?.[1] === 'string' ? own[1] : undefined;
}

function lastPart(iri: string): string {
  return iri.split(/[/#]/).findLast((part) => part !== '') ?? iri;
}

function resultOf(statement: JsonObject, language: PageLanguage, texts: PageTexts): string[] {
  const success = member(statement, 'result', 'success');
  const completion = member(statement, 'result', 'completion');
  const duration = textAt(statement, 'result', 'duration');
  return [
    ...scoreOf(statement, language, texts),
    ...(typeof success === 'boolean' ? [success ? texts.success : texts.noSuccess] : []),
    ...(typeof completion === 'boolean' ? [completion ? texts.done : texts.notDone] : []),
    ...(duration === undefined ? [] : [plainDuration(duration, language)]),
  ];
}

function scoreOf(statement: JsonObject, language: PageLanguage, texts: PageTexts): string[] {
  const number = (key: string): string | undefined => {
    const value = member(statement, 'result', 'score', key);
    return typeof value === 'number' ? value.toLocaleString(`${language}-CA`) : undefined;
  };
  const raw = number('raw');
  if (raw === undefined) return [];
  const max = number('max');
  return [max === undefined ? raw : texts.points(raw, max)];
}

/** `PT1M5.5S` as `1 min 5,5 s`; other texts are unchanged. */
function plainDuration(duration: string, language: PageLanguage): string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration);
  if (parts === null) return duration;
  const units = [language === 'fr' ? 'j' : 'd', 'h', 'min', 's'];
  const plain = units.flatMap((unit, index) => {
    const value = parts[index + 1];
    return value === undefined ? [] : [`${Number(value).toLocaleString(`${language}-CA`)}\u00a0${unit}`];
  });
  return plain.join(' ');
}
