import type { Label } from '../../xapi/statement.ts';

export type Nature =
  /** About a person whom the organisation can recognise. */
  | 'personal'
  /** Encrypted; opens only with a key that is stored apart. */
  | 'sealed'
  /** About a person whom only the key of the study leads back to. */
  | 'pseudonymous'
  /** About no person. */
  | 'technical';

export type Reader =
  'learner' | 'staff' | 'operator' | 'program' | 'record-store' | 'research-store' | 'lms' | 'researcher';

export type Source = 'person' | 'browser' | 'lms' | 'staff' | 'operator' | 'record-store' | 'program';

export type Retention =
  | 'database'
  | 'launch'
  | 'session'
  | 'code'
  | 'login'
  | 'held'
  | 'engine'
  | 'removed'
  | 'settling'
  | 'voided'
  | 'queue'
  | 'log'
  | 'audit'
  | 'record-store'
  | 'lms'
  | 'file';

interface Handling {
  readonly readers: readonly Reader[];
  readonly source: Source;
  readonly retention: Retention;
  readonly nature: Nature;
}

export interface DataPoint extends Handling {
  readonly purpose: Label;
  /** Paths inside the value, if it has a shape. */
  readonly parts?: readonly string[];
  /** In one kind of database only. */
  readonly only?: 'sqlite' | 'mongodb';
}

export interface DataGroup {
  /** As in the product: the table, or the kind of file. */
  readonly name: string;
  readonly about: Label;
  readonly only?: 'sqlite' | 'mongodb';
  /** Why its rows stay if a person is erased. Without it, a test checks that theirs go. */
  readonly stays?: Label;
  readonly points: Readonly<Record<string, DataPoint>>;
}

type Own = Partial<Omit<DataPoint, 'purpose'>>;
type OwnPoint = Own & Pick<DataPoint, 'purpose'>;

/** A field; `own` is what differs from its group. */
export function is(fr: string, en: string, own: Own = {}): OwnPoint {
  return { ...own, purpose: { fr, en } };
}

/** Several fields with one purpose. */
export function all(names: readonly string[], point: OwnPoint): Record<string, OwnPoint> {
  return Object.fromEntries(names.map((name) => [name, point]));
}

interface GroupHead extends Handling {
  readonly name: string;
  readonly about: readonly [fr: string, en: string];
  readonly only?: 'sqlite' | 'mongodb';
  readonly stays?: readonly [fr: string, en: string];
}

export function group(head: GroupHead, points: Readonly<Record<string, OwnPoint>>): DataGroup {
  const {
    name,
    about: [fr, en],
    only,
    stays,
    ...handling
  } = head;
  return {
    name,
    about: { fr, en },
    ...(stays === undefined ? {} : { stays: { fr: stays[0], en: stays[1] } }),
    ...(only === undefined ? {} : { only }),
    points: Object.fromEntries(
      Object.entries(points).map(([field, point]) => [field, { ...handling, ...point }]),
    ),
  };
}
