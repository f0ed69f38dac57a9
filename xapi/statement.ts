/** Valid as xAPI 1.0.3 and 2.0. */

export interface Label {
  readonly en: string;
  readonly fr: string;
}

interface Agent {
  readonly objectType: 'Agent';
  readonly account: { readonly homePage: string; readonly name: string };
}

export interface Verb {
  readonly id: string;
  readonly display: Label;
}

export interface Activity {
  readonly objectType: 'Activity';
  readonly id: string;
  readonly definition: {
    readonly type: string;
    readonly name: Label;
    /** Items only; components and answer keys are withheld. */
    readonly interactionType?: 'performance';
  };
}

/** Names an activity whose definition is in the published profile. */
export interface ActivityRef {
  readonly id: string;
}

export interface Score {
  readonly scaled: number;
  readonly raw: number;
  readonly min: number;
  readonly max: number;
}

/** Holds no free text. */
type ExtensionValue = number | boolean | string | readonly string[] | ExtensionRecord;

interface ExtensionRecord {
  readonly [name: string]: ExtensionValue;
}

export type Extensions = Readonly<Record<string, ExtensionValue>>;

export interface Result {
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly score?: Score;
  /** E.g. `e1[.]seen[,]e2[.]not-seen`: rules. */
  readonly response?: string;
  /** ISO 8601, to 0.01 s. */
  readonly duration?: string;
  readonly extensions?: Extensions;
}

export interface Context {
  readonly registration: string;
  readonly revision: string;
  readonly platform: string;
  readonly language: 'fr-CA' | 'en-CA';
  readonly contextActivities: {
    readonly parent?: readonly ActivityRef[];
    readonly grouping: readonly ActivityRef[];
    readonly category: readonly ActivityRef[];
  };
  /** The earlier answer, which was rescored. */
  readonly statement?: { readonly objectType: 'StatementRef'; readonly id: string };
  readonly extensions: Extensions;
}

export interface Statement {
  readonly id: string;
  readonly timestamp: string;
  readonly actor: Agent;
  readonly verb: Verb;
  readonly object: Activity;
  readonly result?: Result;
  readonly context: Context;
}
