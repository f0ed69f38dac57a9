/** What a simulated app registers with the scenario format, evidence and reports, in scenarios/apps/<app>/index.ts. */
import type { z } from 'zod';
import type { TextKey } from '../world/base.ts';
import type { PhraseGroup } from '../world/phrases.ts';
import type { AppAction, SceneState, SimulatedAppId, World } from '../world/types.ts';
import type { Report } from './expect.ts';
import type { FactType, ObservedScene } from './observed.ts';

export type ActionOf<Id extends SimulatedAppId> = Extract<AppAction, { readonly app: Id }>;

/** The members of a union of actions that have this type. */
export type OfType<Action, Type> = Action extends { readonly type: infer Types }
  ? Type extends Types
    ? Action
    : never
  : never;

/**
 * Functions are declared as methods so that the registrations of all apps can be handled in one list: TypeScript
 * compares the parameters of methods loosely.
 */
export interface SimulatedApp<Id extends SimulatedAppId = SimulatedAppId> {
  /** The only source of shape for what authors write and what a client may send. */
  readonly schema: {
    readonly world: z.ZodType<NonNullable<World[Id]>>;
    readonly action: z.ZodType<ActionOf<Id>>;
  };
  readonly checks: AppChecks;
  readonly facts: AppFacts;
  /**
   * What else than app and type decides how staff read an action, by type: `reply` → `mail.folder.sent`. Absent where
   * one sentence fits every action of the type.
   */
  readonly wording?: {
    readonly [Type in ActionOf<Id>['type']]?: {
      by(action: OfType<ActionOf<Id>, Type>): string | undefined;
    }['by'];
  };
  /** How the ids in its actions are named for staff, by field. */
  readonly names?: Readonly<Partial<Record<FieldOf<ActionOf<Id>>, Naming>>>;
  /** The text that an action hands over for good; undefined if it hands over none. `before` is the state before it. */
  handsOver?(before: SceneState, action: ActionOf<Id>): HandedText | undefined;
}

/** Any app, seen from what treats all of them alike. */
export interface AnyApp {
  readonly schema: { readonly world: z.ZodType; readonly action: z.ZodType<AppAction> };
  readonly checks: AppChecks;
  readonly facts: AppFacts;
  readonly wording?: Readonly<Record<string, Wording>>;
  readonly names?: Readonly<Record<string, Naming>>;
  handsOver?(before: SceneState, action: AppAction): HandedText | undefined;
}

type Wording = { by(action: AppAction): string | undefined }['by'];

type FieldOf<Action> = Action extends unknown ? Exclude<keyof Action, 'app' | 'type'> : never;

export interface Naming {
  /** Placeholder in the sentence, e.g. `message`. */
  readonly as: string;
  /** Text key of the name; undefined if the id names nothing of this world. */
  readonly of: (world: World, id: string) => TextKey | undefined;
}

/** A typed text, and how it is read: features of a message or a search, keyword groups only of a name. */
export interface HandedText {
  readonly as: 'message' | 'search' | 'name';
  readonly typed: string;
  /** Ready-made sentences in it. */
  readonly phrases: readonly string[];
}

export interface AppChecks {
  /** Whether the world has this app. */
  readonly isIn: (world: World) => boolean;
  /** Reports ids of the app's part of the world that name nothing, or two things. */
  readonly check: (world: World, report: Report) => void;
  /** Every text key of the app's part of the world. */
  readonly textKeys: (world: World) => readonly TextKey[];
  /** Ready-made sentences, if people write in the app. */
  readonly phraseGroups?: (world: World) => readonly PhraseGroup[];
  /** Ids that help can point at, by kind: `message` for a place `mail:message:m5`. */
  readonly targets: (world: World, kind: string) => readonly string[];
}

export interface AppFacts {
  /** Variable in rules (CEL), e.g. `mail`. */
  readonly name: string;
  /** A type comes after those it is made of; the last is the variable's own. */
  readonly types: readonly FactType[];
  /** @throws MissingFeaturesError if a text was handed over and logged without its features */
  readonly of: (scene: ObservedScene) => object;
}

/** Every text key of an app's ready-made sentences. */
export function phraseTextKeys(groups: readonly PhraseGroup[]): TextKey[] {
  return groups.flatMap(({ title, phrases }) => [title, ...phrases.map(({ text }) => text)]);
}

/** Names a ready-made sentence of one app. */
export function phraseNaming(groupsOf: (world: World) => readonly PhraseGroup[] | undefined): Naming {
  return {
    as: 'phrase',
    of: (world, id) =>
      findById(
        groupsOf(world)?.flatMap(({ phrases }) => phrases),
        id,
      )?.text,
  };
}

export function findById<Item extends { readonly id: string }>(
  items: readonly Item[] | undefined,
  id: string,
): Item | undefined {
  return items?.find((item) => item.id === id);
}
