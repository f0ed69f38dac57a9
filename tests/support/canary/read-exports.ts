/** Everything that gives data about people, made anew: files, answers of commands, and pages. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiLearner } from '../api-learner.ts';
import type { Played, WalkWorld } from './walk-world.ts';

const everybody = ['--purpose', 'operational', '--reason', 'walk'];

/** By what they are called here, commands that tell who people are; `out` is a new file or folder. */
const ofAll: Readonly<Record<string, (out: string) => readonly string[]>> = {
  'attempt list': () => ['attempt', 'list', '--json'],
  'audit list': () => ['audit', 'list', '--json'],
  matrix: () => ['export', 'matrix', ...everybody],
  process: () => ['export', 'process', ...everybody],
  statements: () => ['export', 'statements', ...everybody],
  'statements for research': () => ['export', 'statements'],
  'study participants': (out) => ['study', 'participants', '--future', '--out', out],
};

const ofOne: Readonly<Record<string, (played: Played, out: string) => readonly string[]>> = {
  'person export': ({ words }, out) => ['person', 'export', words.person ?? '', '--out', out],
  'receipt show': ({ attemptId }) => ['receipt', 'show', '--attempt', attemptId],
};

/** Asked from the LMS, which knows the names. */
const rosterPage = 'activity/roster';

const staffPages = (played: readonly Played[]): readonly string[] => [
  rosterPage,
  ...['activity', 'activity/items', 'activity/groups', 'activity/statements?purpose=operational'],
  ...played.flatMap(({ attemptId, words }) => [
    `activity/people/${words.person ?? ''}`,
    `review/${attemptId}`,
    `review/${attemptId}/timeline`,
  ]),
];

const ownPages = ({ attemptId }: Played): readonly string[] => [
  ...['own-data', 'own-data/copy?form=data&language=fr', 'own-data/copy?form=page&language=fr'],
  ...['attempt', 'report', `report/${attemptId}`, 'research'],
];

/** Each place has what it gives about all of them. Called once: commands overwrite no file. */
export async function readExports(world: WalkWorld, played: readonly Played[]): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  for (const learner of played) {
    for (const path of ownPages(learner))
      add(places, 'own pages', await readPage(world, learner.learner, path));
  }
  const teacher = await world.teacher();
  for (const path of staffPages(played)) {
    const place = path === rosterPage ? 'people of the course' : 'staff pages';
    add(places, place, await readPage(world, teacher, path));
  }
  for (const [name, text] of await runAll(world, played)) add(places, name, text);
  return places;
}

function add(places: Map<string, string>, place: string, text: string): void {
  places.set(place, (places.get(place) ?? '') + text);
}

/** What is refused to somebody has nothing; the bystander shows that it is not refused to everybody. */
async function readPage({ stack }: WalkWorld, who: ApiLearner, path: string): Promise<string> {
  const response = await fetch(`${stack.tool.localUrl}/api/${path}`, {
    headers: { authorization: `Bearer ${who.token}` },
  });
  return response.ok ? response.text() : '';
}

/** Two at a time: each is a process. Errors are not read: they repeat the id that was asked for. */
async function runAll(
  world: WalkWorld,
  played: readonly Played[],
): Promise<(readonly [place: string, text: string])[]> {
  const calls = [
    ...Object.entries(ofAll),
    ...Object.entries(ofOne).flatMap(([place, args]) =>
      played.map((one) => [place, (out: string) => args(one, out)] as const),
    ),
  ].entries();
  const results: (readonly [string, string])[] = [];
  const run = async (): Promise<void> => {
    for (const [index, [place, args]] of calls) {
      const out = world.file(`out-${index}`);
      const { stdout } = await world.stack.tool.run(...args(out));
      results.push([place, stdout + readFiles(out)]);
    }
  };
  await Promise.all([run(), run()]);
  return results;
}

function readFiles(out: string): string {
  if (!existsSync(out)) return '';
  if (statSync(out).isFile()) return readFileSync(out, 'utf8');
  return readdirSync(out)
    .map((name) => readFileSync(join(out, name), 'utf8'))
    .join('\n');
}
