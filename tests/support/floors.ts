/**
 * The floors of the house: inside each project folder a folder may import only from floors below its own. This one list
 * is judged by the architecture test and printed as the table of docs/architecture.md.
 */
import { renderTable } from './markdown-table.ts';

interface Room {
  /** A folder; its subfolders belong to it unless they are rooms themselves. */
  readonly folder: string;
  readonly about: string;
}

interface House {
  /** Path of the folder that the rooms stand in. */
  readonly folder: string;
  /** What all its rooms may import from outside it. */
  readonly outside: string;
  /** From the ground up. Rooms of one floor do not import each other. */
  readonly floors: readonly (readonly Room[])[];
}

export const houses: readonly House[] = [
  {
    folder: 'scenarios',
    outside: 'nothing outside scenarios/',
    floors: [
      [
        {
          folder: 'scenarios/world',
          about: 'one reducer per simulated app and the scene around them; runs in Node and in the browser',
        },
      ],
      [
        {
          folder: 'scenarios/kit',
          about: 'what an app builds on: log, dimensions, formats, observed scene, check helpers',
        },
      ],
      [
        {
          folder: 'scenarios/apps',
          about: 'each app registered once: shapes, checks, facts, names of its actions (ADR 10)',
        },
        {
          folder: 'scenarios/measurement',
          about: 'what a play needs: estimate, level, score, choice of the next scene',
        },
      ],
      [
        {
          folder: 'scenarios/schema',
          about: 'the files of a scenario: shapes, catalogue, variants, resources',
        },
        {
          folder: 'scenarios/psychometrics',
          about: 'for research: calibration, fit, DIF, reliability, simulation, item report',
        },
      ],
      [{ folder: 'scenarios/evidence', about: 'rules over state and log → points per item' }],
      [{ folder: 'scenarios/checks', about: 'what `scenario check` looks at, for authors' }],
    ],
  },
  {
    folder: 'lti',
    outside: 'nothing outside lti/',
    floors: [
      [
        { folder: 'lti', about: 'what differs between LMSs: `platform-quirks.ts`' },
        { folder: 'lti/net', about: 'guarded calls to platforms, their key sets, addresses' },
      ],
      [
        { folder: 'lti/engine', about: 'ltijs behind one file, its registry and access tokens' },
        { folder: 'lti/registration', about: 'dynamic registration' },
      ],
      [{ folder: 'lti/launch', about: 'login, gate, verification of every message, deep linking' }],
      [{ folder: 'lti/services', about: 'grades, line items, roster' }],
    ],
  },
  {
    folder: 'server',
    outside: 'scenarios, xapi, lti',
    floors: [
      [
        {
          folder: 'server/contract',
          about: 'what client and server say to each other: requests, answers, codes',
        },
        { folder: 'server/base', about: 'errors, log, secrets, configuration, CSV, the HTTP server' },
        {
          folder: 'server/privacy',
          about: 'the data map: each field, why, for whom, from where, how long (ADR 50)',
        },
      ],
      [
        { folder: 'server/storage', about: 'ports, and the SQLite and MongoDB adapters that implement them' },
        { folder: 'server/content', about: 'loads and fits the scenarios' },
      ],
      [
        { folder: 'server/records', about: 'what play leaves for the record: audit, receipts, pseudonyms' },
        {
          folder: 'server/studies',
          about: 'what a study tells people and asks them, and which places it has',
        },
        { folder: 'server/told', about: 'what is told about a person, from credited evidence' },
        { folder: 'server/upkeep', about: 'resealing a database, copying it, moving it to another kind' },
      ],
      [
        {
          folder: 'server/adoption',
          about: 'the documents with which an organisation adopts NUM+ (ADR 56)',
        },
        { folder: 'server/attempts', about: 'start, open, act, end: each change is one conditional write' },
        {
          folder: 'server/erasure',
          about: 'erasing people, voiding what was sent, retention periods (ADR 52)',
        },
      ],
      [
        { folder: 'server/launches', about: 'an accepted launch → person, activity, launch, session' },
        { folder: 'server/research', about: 'exports, completeness, codebook' },
      ],
      [{ folder: 'server/delivery', about: 'the worker: statements and grades, leased and retried' }],
      [
        { folder: 'server/metrics', about: 'counters for Prometheus' },
        {
          folder: 'server/organisations',
          about: 'set-up of organisations, studies, platforms, destinations',
        },
      ],
      [
        { folder: 'server/doctor', about: 'what `doctor` examines' },
        { folder: 'server/reporting', about: 'overview, review, learner’s report, staff actions (`staff/`)' },
      ],
      [
        {
          folder: 'server/own-data',
          about: '« Mes données »: what is kept about a person, in words and as a copy',
        },
      ],
      [{ folder: 'server/http', about: 'what all routes share: limits, logging, parsing, authentication' }],
      [
        { folder: 'server/http/api', about: 'JSON routes, by reader' },
        { folder: 'server/http/pages', about: 'HTML pages, client files, error pages' },
      ],
      [
        { folder: 'server/http/lti', about: 'login, launch, registration' },
        {
          folder: 'server/preview',
          about: 'one scene for its author, without an LMS; never part of `serve`',
        },
      ],
      [{ folder: 'server', about: 'composition: `context.ts`, `app.ts`, `main.ts`' }],
      [{ folder: 'server/cli', about: 'one file per command, and the operator’s words' }],
    ],
  },
  {
    folder: 'client/src',
    outside: 'scenarios/world; types of scenarios and server/contract',
    floors: [
      [
        { folder: 'client/src/api', about: 'calls to the server, problems, timers' },
        { folder: 'client/src/i18n', about: 'catalogues, languages, dates, levels in words' },
        { folder: 'client/src/cast', about: 'people and places, drawn' },
        { folder: 'client/src/styles', about: 'tokens, fonts and looks that several parts share' },
        { folder: 'client/src/launch', about: 'script of the pages between LMS and activity' },
      ],
      [
        { folder: 'client/src/state', about: 'session, attempt, journal, synchronisation' },
        { folder: 'client/src/ui', about: 'buttons, dialogs, menus, reading aloud' },
      ],
      [
        { folder: 'client/src/page', about: 'what learners’ and staff pages share: bars, headings, endings' },
        { folder: 'client/src/levels', about: 'dimensions and level bars, for learners and staff' },
        { folder: 'client/src/apps', about: 'the simulated apps' },
        { folder: 'client/src/staff/kit', about: 'what staff pages share' },
      ],
      [
        { folder: 'client/src/report', about: 'the learner’s report' },
        { folder: 'client/src/staff/actions', about: 'what staff do to an attempt' },
        { folder: 'client/src/staff/items', about: 'items of a cohort' },
        { folder: 'client/src/staff/levels', about: 'levels with bands, for staff' },
        { folder: 'client/src/staff/resources', about: 'resources per dimension and level' },
        { folder: 'client/src/staff/select', about: 'the picker of deep linking' },
        { folder: 'client/src/staff/statements', about: 'download of statements' },
      ],
      [
        { folder: 'client/src/screens', about: 'the learner’s screens, the scene, the week' },
        { folder: 'client/src/preview', about: 'page of `scenario play`, beside the game' },
        { folder: 'client/src/staff/groups', about: 'exceptions for a group' },
        { folder: 'client/src/staff/review', about: 'one person’s attempts, sheets, timeline' },
      ],
      [{ folder: 'client/src/staff/teach', about: 'the people of an activity' }],
      [{ folder: 'client/src/staff', about: 'which staff page is shown' }],
      [{ folder: 'client/src', about: 'entry: learner or staff' }],
    ],
  },
];

/** An import between two files of the project, by path from its root. */
export interface Arrow {
  readonly file: string;
  readonly target: string;
}

interface Place {
  readonly house: string;
  readonly folder: string;
  /** 0 is the ground. */
  readonly floor: number;
}

const places: readonly Place[] = houses.flatMap(({ folder: house, floors }) =>
  floors.flatMap((rooms, floor) => rooms.map(({ folder }) => ({ house, folder, floor }))),
);

/** The innermost room that holds a file; undefined if the list has none. */
export function roomOf(file: string): Place | undefined {
  const around = places.filter(({ folder }) => file.startsWith(`${folder}/`));
  const room = around.sort((a, b) => b.folder.length - a.folder.length)[0];
  if (room === undefined) return undefined;
  // A folder that contains other rooms has only its own files: a new folder beside them needs a line here.
  const isAroundOthers = places.some(({ folder }) => folder.startsWith(`${room.folder}/`));
  return isAroundOthers && file.slice(room.folder.length + 1).includes('/') ? undefined : room;
}

/** The arrows that run up, or between rooms of one floor, of one house. */
export function findBackArrows(arrows: readonly Arrow[]): Arrow[] {
  return arrows.filter(({ file, target }) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    if (from === undefined || to === undefined) return false;
    return from.house === to.house && from.folder !== to.folder && from.floor <= to.floor;
  });
}

/** Circles of rooms, by the arrows alone: each as the rooms in order. */
export function findCircles(arrows: readonly Arrow[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { file, target } of arrows) {
    const [from, to] = [roomOf(file)?.folder, roomOf(target)?.folder];
    if (from === undefined || to === undefined || from === to) continue;
    next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  const done = new Set<string>();
  const visit = (room: string, trail: readonly string[]): string[][] => {
    if (trail.includes(room)) return [[...trail.slice(trail.indexOf(room)), room]];
    if (done.has(room)) return [];
    done.add(room);
    return [...(next.get(room) ?? [])].flatMap((target) => visit(target, [...trail, room]));
  };
  return [...next.keys()].flatMap((room) => visit(room, []));
}

/** The table of docs/architecture.md, in Markdown as the formatter leaves it. */
export function renderFloors(): string {
  const rows = houses.flatMap(({ floors, outside }) =>
    floors.flatMap((rooms, floor) =>
      rooms.map(({ folder, about }) => {
        const below = floor === 0 ? '' : floor === 1 ? 'floor 0; ' : `floors 0 to ${floor - 1}; `;
        return [`\`${folder}/\``, String(floor), about, `${below}${outside}`];
      }),
    ),
  );
  return renderTable([['folder', 'floor', 'is about', 'may import'], ...rows]);
}
