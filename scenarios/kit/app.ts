import type { z } from 'zod';
import type { Language, TextKey } from '../world/base.ts';
import type { PhraseGroup } from '../world/phrases.ts';
import type { AppAction, SceneState, SimulatedAppId, World, WorldAction } from '../world/types.ts';
import type { Report } from './expect.ts';
import type { FactType, ObservedScene } from './observed.ts';

export type ActionOf<Id extends SimulatedAppId> = Extract<AppAction, { readonly app: Id }>;

export type OfType<Action, Type> = Action extends { readonly type: infer Types }
  ? Type extends Types
    ? Action
    : never
  : never;

/**
 * Methods, not function properties: TypeScript compares method parameters loosely, so all apps fit one list.
 */
export interface SimulatedApp<Id extends SimulatedAppId = SimulatedAppId> {
  /** Shape of what authors write and what a client may send. */
  readonly schema: {
    readonly world: z.ZodType<NonNullable<World[Id]>>;
    readonly action: z.ZodType<ActionOf<Id>>;
  };
  readonly checks: AppChecks;
  readonly facts: AppFacts;
  /** Types of actions that only show something: they decide, make and change nothing. */
  readonly looks: readonly ActionOf<Id>['type'][];
  /** Takes typing though no field holds the text, as an address does: nobody does it by pressing things. */
  isTyped?(action: ActionOf<Id>): boolean;
  /** What else decides the staff sentence, by type: `reply` → `mail.folder.sent`. */
  readonly wording?: {
    readonly [Type in ActionOf<Id>['type']]?: {
      by(action: OfType<ActionOf<Id>, Type>): string | undefined;
    }['by'];
  };
  /** Several where one id names several things. */
  readonly names?: Readonly<Partial<Record<FieldOf<ActionOf<Id>>, Naming | readonly Naming[]>>>;
  /** Typed text that becomes final. `before` is the state before the action. */
  finalTextOf?(before: SceneState, action: ActionOf<Id>): FinalText | undefined;
  /** Without it, `scenario new` cannot begin a scene with the app. */
  readonly starter?: Starter<NonNullable<World[Id]>, ActionOf<Id>>;
}

/** A world as small as it can be: what `scenario new` writes, and what the author's page of the app shows. */
export interface Starter<Part = unknown, Action = AppAction> {
  readonly about: Readonly<Record<Language, string>>;
  /** Below its icon on a phone; its id if absent. */
  readonly name?: Readonly<Record<Language, string>>;
  readonly world: Part;
  readonly texts: Readonly<Record<Language, Readonly<Record<TextKey, string>>>>;
  /** A place in it that help can point at. */
  readonly where: string;
  /** A way through it, for the first play. */
  readonly way: readonly Action[];
  /** Of an app that opens the others of a scene, as the icons of a phone do: the same with a way into each. */
  readonly opening?: (apps: readonly OpenedApp[]) => {
    readonly world: Part;
    readonly texts: Starter['texts'];
    /** One for each app. */
    readonly openers: readonly Action[];
  };
}

export interface OpenedApp {
  readonly id: SimulatedAppId;
  readonly name: Readonly<Record<Language, string>>;
}

export interface AnyApp {
  readonly schema: { readonly world: z.ZodType; readonly action: z.ZodType<AppAction> };
  readonly checks: AppChecks;
  readonly facts: AppFacts;
  readonly looks: readonly string[];
  isTyped?(action: AppAction): boolean;
  readonly wording?: Readonly<Record<string, Wording>>;
  readonly names?: Readonly<Record<string, Naming | readonly Naming[]>>;
  finalTextOf?(before: SceneState, action: AppAction): FinalText | undefined;
  readonly starter?: Starter;
}

type Wording = { by(action: AppAction): string | undefined }['by'];

type FieldOf<Action> = Action extends unknown ? Exclude<keyof Action, 'app' | 'type'> : never;

export interface Naming {
  readonly as: string;
  /** Undefined if the id names nothing of this world; `plain` is the same in each language, as a number is. */
  readonly of: (world: World, id: string) => TextKey | PlainName | undefined;
}

export interface PlainName {
  readonly plain: string;
}

/** Messages and searches are read for features, names for keyword groups only; requests to a machine as names. */
export interface FinalText {
  readonly as: 'message' | 'search' | 'name' | 'request';
  readonly typed: string;
  readonly phrases: readonly string[];
  /** Of a whole document, its given sentences too. */
  readonly words?: number;
  /** Written beside it to whoever gets it: what it says is named apart, `noteAiHelp`. */
  readonly note?: { readonly typed: string; readonly phrases: readonly string[] };
}

export interface AppChecks {
  readonly isIn: (world: World) => boolean;
  readonly check: (world: World, report: Report) => void;
  readonly textKeys: (world: World) => readonly TextKey[];
  readonly phraseGroups?: (world: World) => readonly PhraseGroup[];
  /** By kind: `message` for a help place `mail:message:m5`. */
  readonly targets: (world: World, kind: string) => readonly string[];
  /** Of `targets`, for authors. */
  readonly kinds?: readonly string[];
  /** Places of this app that help marks on the way to a place of another, such as an icon. */
  readonly leads?: (world: World, place: string) => readonly string[];
  /** Help places without an id: `report` for `mail:report`. */
  readonly places: readonly string[];
  /** Texts to choose one from: within a list no two may read alike. */
  readonly choices?: (world: World) => readonly (readonly TextKey[])[];
  /** Where a search shows what an act takes from it, in one language. */
  readonly foundAt?: (before: SeenScene, action: WorldAction) => FoundAt | undefined;
}

interface SeenScene {
  readonly world: World;
  readonly state: SceneState;
  readonly textOf: (key: TextKey) => string;
}

export interface FoundAt {
  readonly typed: string;
  readonly id: string;
  readonly rank: number;
  /** On the screen, from 1; 0 if absent. */
  readonly shown: number;
}

export interface AppFacts {
  readonly name: string;
  /** The variable's own type is last; a type comes after those it is made of. */
  readonly types: readonly FactType[];
  /** @throws MissingFeaturesError if a text was logged without its features */
  readonly of: (scene: ObservedScene) => object;
}

export function phraseTextKeys(groups: readonly PhraseGroup[]): TextKey[] {
  return groups.flatMap(({ title, phrases }) => [title, ...phrases.map(({ text }) => text)]);
}

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
