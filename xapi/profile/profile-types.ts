/** Types of the xAPI profile specification 1.0. */
import type { Label } from '../statement.ts';

interface Described {
  readonly id: string;
  readonly inScheme: string;
  readonly prefLabel: Label;
  readonly definition: Label;
}

interface PlainConcept extends Described {
  readonly type: 'Verb' | 'ActivityType';
}

interface ExtensionConcept extends Described {
  readonly type: 'ContextExtension' | 'ResultExtension';
  readonly inlineSchema: string;
}

interface CanonicalActivity {
  readonly id: string;
  readonly type: 'Activity';
  readonly inScheme: string;
  readonly activityDefinition: {
    readonly '@context': string;
    readonly type: string;
    readonly name: Label;
    readonly description: Label;
  };
}

export type Concept = PlainConcept | ExtensionConcept | CanonicalActivity;

export interface Rule {
  /** JSONPath into the statement. */
  readonly location: string;
  readonly presence?: 'included' | 'excluded' | 'recommended';
  readonly any?: readonly unknown[];
  readonly all?: readonly unknown[];
  readonly none?: readonly unknown[];
}

export interface Template extends Described {
  readonly type: 'StatementTemplate';
  readonly verb: string;
  readonly objectActivityType: string;
  readonly rules: readonly Rule[];
}

export type Parts =
  | { readonly sequence: readonly string[] }
  | { readonly alternates: readonly string[] }
  | { readonly optional: string }
  | { readonly oneOrMore: string }
  | { readonly zeroOrMore: string };

export type Pattern = Parts & {
  readonly id: string;
  readonly type: 'Pattern';
  readonly inScheme: string;
  readonly primary: boolean;
  readonly prefLabel?: Label;
  readonly definition?: Label;
};

export interface Profile {
  readonly id: string;
  readonly '@context': string;
  readonly type: 'Profile';
  readonly conformsTo: string;
  readonly prefLabel: Label;
  readonly definition: Label;
  readonly versions: readonly { readonly id: string; readonly generatedAtTime: string }[];
  readonly author: { readonly type: 'Organization'; readonly name: string };
  readonly concepts: readonly Concept[];
  readonly templates: readonly Template[];
  readonly patterns: readonly Pattern[];
}
