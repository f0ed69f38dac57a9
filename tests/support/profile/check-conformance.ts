/**
 * Whether statements conform to a profile, by its published JSON alone: each must match a template, its extensions must be
 * known and match their schema, and those of one registration must follow the primary pattern.
 */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { valuesAt } from './json-path.ts';
import { PatternMachine } from './pattern-machine.ts';
import { profileShape, type ReadProfile, type ReadRule, type ReadTemplate } from './read-profile.ts';

/** A statement as JSON. */
type Statement = Readonly<Record<string, unknown>>;

export class Conformance {
  readonly #profile: ReadProfile;
  readonly #schemas: ReadonlyMap<string, z.ZodType>;
  readonly #ownSpace: string;

  /** @throws if the JSON is no profile */
  constructor(json: unknown) {
    this.#profile = profileShape.parse(json);
    // Extensions in the profile's namespace must be among its concepts; others are not checked.
    this.#ownSpace = new URL('.', this.#profile.id.replace(/[^/]+\/[^/]+$/, '')).href;
    this.#schemas = new Map(
      this.#profile.concepts.flatMap((concept) =>
        'inlineSchema' in concept
          ? [[`${concept.type} ${concept.id}`, schemaOf(concept.inlineSchema)] as const]
          : [],
      ),
    );
  }

  /** Faults of one statement by itself. */
  problemsOf(statement: Statement): string[] {
    return [
      ...(this.templatesOf(statement).length > 0 ? [] : [this.#whyNoTemplate(statement)]),
      ...this.#extensionProblems(statement, '$.context.extensions', 'ContextExtension'),
      ...this.#extensionProblems(statement, '$.result.extensions', 'ResultExtension'),
    ];
  }

  /** Ids of the templates that a statement matches. */
  templatesOf(statement: Statement): string[] {
    return this.#profile.templates
      .filter((template) => isAbout(template, statement))
      .filter(({ rules }) => rules.every((rule) => keeps(rule, statement)))
      .map(({ id }) => id);
  }

  /**
   * Faults of the statements of one registration together.
   * @param whole whether the attempt has ended, so that the pattern must be complete
   */
  problemsOfAttempt(statements: readonly Statement[], whole: boolean): string[] {
    return [
      ...statements.flatMap((statement) => this.problemsOf(statement)),
      ...registrationProblems(statements),
      ...timeProblems(statements),
      ...this.#patternProblems(statements, whole),
    ];
  }

  #patternProblems(statements: readonly Statement[], whole: boolean): string[] {
    const primary = this.#profile.patterns.find((pattern) => pattern.primary);
    if (primary === undefined) return ['there is no primary pattern'];
    const machine = new PatternMachine(this.#profile.patterns, primary.id);
    for (const [index, statement] of statements.entries()) {
      const fits = this.templatesOf(statement);
      if (!machine.take(fits))
        return [`statement ${index} (${verbIn(statement)}) has no place there: ${primary.id}`];
    }
    return whole && !machine.mayEnd() ? [`the statements end before the pattern does: ${primary.id}`] : [];
  }

  #whyNoTemplate(statement: Statement): string {
    const near = this.#profile.templates
      .filter((template) => isAbout(template, statement))
      .map(({ id, rules }) => {
        const broken = rules.filter((rule) => !keeps(rule, statement)).map(({ location }) => location);
        return `${id} (${broken.join(', ')})`;
      });
    const type = valuesAt(statement, '$.object.definition.type').join();
    return `${verbIn(statement)} ${type}: fits no template; ${near.length > 0 ? near.join('; ') : 'none has this verb and type'}`;
  }

  #extensionProblems(statement: Statement, path: string, type: string): string[] {
    const [extensions = {}] = valuesAt(statement, path);
    return Object.entries(extensions as object).flatMap(([id, value]: [string, unknown]) => {
      const schema = this.#schemas.get(`${type} ${id}`);
      if (schema === undefined)
        return id.startsWith(this.#ownSpace) ? [`${id}: is no ${type} of the profile`] : [];
      return schema.safeParse(value).success ? [] : [`${id}: does not take ${JSON.stringify(value)}`];
    });
  }
}

function schemaOf(text: string): z.ZodType {
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}

/** The determining properties of a template. */
function isAbout({ verb, objectActivityType }: ReadTemplate, statement: Statement): boolean {
  return (
    verbIn(statement) === verb && valuesAt(statement, '$.object.definition.type')[0] === objectActivityType
  );
}

/** Profile specification, statement template rules. */
function keeps({ location, presence, any, all, none }: ReadRule, statement: Statement): boolean {
  const values = valuesAt(statement, location);
  const isIn = (list: readonly unknown[], value: unknown): boolean =>
    list.some((one) => isDeepStrictEqual(one, value));
  if (presence === 'included' && values.length === 0) return false;
  if (presence === 'excluded' && values.length > 0) return false;
  if (values.length === 0 && presence !== undefined) return true;
  if (any !== undefined && !values.some((value) => isIn(any, value))) return false;
  if (all !== undefined && (values.length === 0 || !values.every((value) => isIn(all, value)))) return false;
  return none === undefined || !values.some((value) => isIn(none, value));
}

function registrationProblems(statements: readonly Statement[]): string[] {
  const registrations = new Set(
    statements.flatMap((statement) => valuesAt(statement, '$.context.registration')),
  );
  return registrations.size > 1 ? ['the statements have several registrations'] : [];
}

function timeProblems(statements: readonly Statement[]): string[] {
  const times = statements.map(({ timestamp }) => Date.parse(String(timestamp)));
  const late = times.findIndex((time, index) => index > 0 && time <= (times[index - 1] ?? 0));
  return late === -1 ? [] : [`statement ${late} is not later than the one before it`];
}

function verbIn(statement: Statement): string {
  return valuesAt(statement, '$.verb.id').join();
}
