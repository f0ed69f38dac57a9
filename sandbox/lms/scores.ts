import type { LmsProfile, ScoreRules } from './profiles.ts';
import { readSubject } from './profiles.ts';
import type { Grade, LineItem } from './stored-state.ts';

export interface Score {
  readonly userId: number;
  /** Null clears the grade. */
  readonly scoreGiven: number | null;
  readonly scoreMaximum: number;
  readonly final: boolean;
  readonly comment: string;
  readonly stampedAtMs: number;
  readonly sameAttempt: boolean;
}

export type ParsedScore =
  | { readonly kind: 'score'; readonly score: Score }
  | { readonly kind: 'bad' }
  /** A non-numeric user id crashes Moodle's database query. */
  | { readonly kind: 'crash' };

const SUBMISSION = 'https://canvas.instructure.com/lti/submission';
const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** Milliseconds; UTC if no zone is given; undefined if unreadable. */
export function parseStamp(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const match = DATE.exec(value.trim());
  if (match === null) return undefined;
  const text = value.trim().replace(' ', 'T').replace(',', '.');
  const zoned = match[1] === undefined && text.includes('T') ? `${text}Z` : text;
  const at = Date.parse(zoned.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
}

function parseNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function parseUserId(value: unknown): number | 'crash' | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : 'crash';
}

function parsePoints(
  fields: Readonly<Record<string, unknown>>,
): { given: number | null; maximum: number } | undefined {
  if (fields.scoreGiven === undefined || fields.scoreGiven === null) return { given: null, maximum: 0 };
  const given = parseNumber(fields.scoreGiven);
  const maximum = parseNumber(fields.scoreMaximum);
  return given === undefined || maximum === undefined ? undefined : { given, maximum };
}

/** Unknown ids name nobody; only Moodle crashes on non-numeric ones. */
function readUser(value: unknown, { profile, publicUrl }: ScoreReader): number | 'crash' | undefined {
  if (profile.name === 'moodle') return parseUserId(value);
  return typeof value === 'string' ? readSubject(profile, publicUrl, value) : undefined;
}

function isSameAttempt(submission: unknown): boolean {
  return (
    typeof submission === 'object' &&
    submission !== null &&
    Reflect.get(submission, 'new_submission') === false
  );
}

interface ScoreReader {
  readonly profile: LmsProfile;
  readonly publicUrl: string;
}

export function parseScore(text: string, reader: ScoreReader): ParsedScore {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { kind: 'bad' };
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { kind: 'bad' };
  const fields: Readonly<Record<string, unknown>> = { ...body };
  const userId = readUser(fields.userId, reader);
  if (userId === 'crash') return { kind: 'crash' };
  const stampedAtMs = parseStamp(fields.timestamp);
  const points = parsePoints(fields);
  const hasProgress =
    typeof fields.activityProgress === 'string' && typeof fields.gradingProgress === 'string';
  if (userId === undefined || stampedAtMs === undefined || points === undefined || !hasProgress) {
    return { kind: 'bad' };
  }
  const score = {
    userId,
    scoreGiven: points.given,
    scoreMaximum: points.maximum,
    // Only this value keeps a grade; activityProgress is ignored.
    final: fields.gradingProgress === 'FullyGraded',
    comment: typeof fields.comment === 'string' ? fields.comment : '',
    stampedAtMs,
    sameAttempt: isSameAttempt(fields[SUBMISSION]),
  };
  return { kind: 'score', score };
}

/**
 * Moodle: later second than the last receipt for an activity's item, later than the last stamp for a tool's.
 * Other LMSs compare stamps.
 */
export function isOutdated(
  item: LineItem,
  grade: Grade | undefined,
  score: Score,
  { rule }: ScoreRules['outdated'],
): boolean {
  const last = rule === 'second' && item.ofActivity ? grade?.receivedAtMs : grade?.stampedAtMs;
  if (last === undefined || last === null) return false;
  if (rule === 'stamp') return score.stampedAtMs <= last;
  if (rule === 'earlier-stamp') return score.stampedAtMs < last;
  return Math.floor(score.stampedAtMs / 1000) <= Math.floor(last / 1000);
}

/** Scaled to the item and clamped to 0 … maximum, five decimals; a maximum of 0 is not scaled. */
function scalePoints(given: number, maximum: number, itemMaximum: number): number {
  const scaled = maximum === 0 ? given : (given / maximum) * itemMaximum;
  const cut = Math.min(Math.max(scaled, 0), itemMaximum);
  return Math.round(cut * 100_000) / 100_000;
}

/** Unless final and with points, Moodle clears the grade, others leave it; the comment is always replaced. */
export function applyScore(
  item: LineItem,
  grade: Grade,
  score: Score,
  { receivedAtMs, rules }: { readonly receivedAtMs: number; readonly rules: ScoreRules },
): Grade {
  const submissions = grade.submissions + (rules.countsSubmissions && !score.sameAttempt ? 1 : 0);
  const isGrade = score.final && score.scoreGiven !== null;
  if (!isGrade && rules.notFinal === 'nothing') return { ...grade, submissions };
  const scaled = isGrade ? scalePoints(score.scoreGiven, score.scoreMaximum, item.scoreMaximum) : null;
  const points = scaled === 0 && !rules.showsZero ? null : scaled;
  const isEmpty = points === null && score.comment === '';
  return {
    ...grade,
    points,
    comment: score.comment,
    receivedAtMs: isEmpty ? null : receivedAtMs,
    stampedAtMs: isEmpty ? null : score.stampedAtMs,
    submissions,
  };
}
