/** The tool with content that changes, and `rescore` as a command and in this process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { LogEntry } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import type { RescoreRequest, Rescoring } from '../../server/attempts/rescore.ts';
import { ensureDefaults } from '../../server/organisations/defaults.ts';
import { rescoreStudy } from '../../server/organisations/rescore-attempts.ts';
import type { AttemptWithProgress } from '../../server/storage/ports/attempts.ts';
import { ApiLearner } from './api-learner.ts';
import { ContentFolder } from './content-folder.ts';
import { DeliveryBench } from './delivery-bench.ts';
import { done, type rightWay } from './inbox.ts';
import { content } from './s02.ts';
import { toolMain } from './tool-main.ts';

const evidenceFile = 's02-inbox/*/evidence.yaml';
const strict = '(saysNo && size(proposals) > 0)';
/** Reading four messages counts as naming a time, beside a yes with a greeting: no play or tactic does that. */
export const eased = `${strict} || (saysYes && size(mail.opened) > 3 && toNadia.exists(m, m.features.greeting))`;

/** The bank of the product's forms, and the one that `addBank` adds. */
export const { bankVersion: usualBank } = content.getForm('demo');
export const easierBank = usualBank + 1;

/** Output of the command with `--json`. */
export interface RescoreOutcome {
  readonly totals: Readonly<Record<'attempts' | 'changed' | 'same' | 'leftAlone' | 'grades', number>>;
  readonly attempts: readonly Readonly<Record<string, string | number | null>>[];
}

export interface Found extends Pick<RescoreOutcome, 'totals'> {
  readonly byAttempt: ReadonlyMap<string, Rescoring>;
}

export class RescoreBench {
  readonly folder: ContentFolder;
  readonly bench: DeliveryBench;
  readonly organisationId: string;

  private constructor(folder: ContentFolder, bench: DeliveryBench, organisationId: string) {
    this.folder = folder;
    this.bench = bench;
    this.organisationId = organisationId;
  }

  /** @param scenes of the demo form; beside one, the first twin is there unused */
  static async start(scenes = 1): Promise<RescoreBench> {
    const folder = await ContentFolder.create();
    if (scenes === 1) await folder.addTwin('s90-twin');
    else await folder.lengthenDemo(scenes);
    const bench = await DeliveryBench.start(Date.now(), { CONTENT_DIR: folder.directory });
    const { organisation } = await ensureDefaults(bench.context);
    return new RescoreBench(folder, bench, organisation.id);
  }

  async close(): Promise<void> {
    await this.bench.close();
    await this.folder.remove();
  }

  /** Plays an attempt of one scene; returns its id. */
  async play(
    personId: number,
    way: typeof rightWay,
    ending: readonly WorldAction[] = [done],
  ): Promise<string> {
    this.catchUp();
    const learner = new ApiLearner(this.bench);
    const scene = await learner.begin(personId);
    const device = { app: 'frame', type: 'device', motion: 'usual', zoom: '200', contrast: 'more' } as const;
    await learner.send(learner.number([device]).map((action) => ({ ...action, sceneId: null })));
    await learner.act(...way(scene), ...ending);
    return learner.attempt.id;
  }

  /** Plays an attempt of several scenes to its end; returns its id. */
  async playAll(personId: number, way: typeof rightWay, scenes: number): Promise<string> {
    this.catchUp();
    const learner = new ApiLearner(this.bench);
    await learner.begin(personId);
    for (let place = 1; place <= scenes; place += 1) {
      const sceneId = String(place);
      const actions = [...way((await learner.scene(sceneId)).body), done];
      await learner.send(learner.number(actions).map((one) => ({ ...one, sceneId })));
    }
    return learner.attempt.id;
  }

  /** Ends the scene that this person has begun. */
  async finish(personId: number): Promise<void> {
    this.catchUp();
    const learner = new ApiLearner(this.bench);
    await learner.launch(personId);
    await learner.find();
    await learner.open('page-later');
    await learner.act(done);
  }

  /** Advances to the real time: commands and ltijs use it. */
  catchUp(): void {
    this.bench.wait(Math.max(0, Date.now() - this.bench.now));
  }

  async find(attemptId: string): Promise<AttemptWithProgress> {
    const found = await this.bench.context.storage.attempts.find(this.organisationId, attemptId);
    if (found === undefined) throw new Error('no attempt');
    return found;
  }

  async logOf(attemptId: string): Promise<LogEntry[]> {
    const page = { fromSeq: 1, limit: 500 };
    const { attempts } = this.bench.context.storage;
    const entries = await attempts.listEntries(this.organisationId, attemptId, page);
    return entries.map(({ entry }) => entry);
  }

  start(args: readonly string[]): ReturnType<typeof spawn> {
    const env = { PATH: process.env.PATH ?? '', ...this.bench.settings };
    return spawn(process.execPath, [...toolMain(), 'rescore', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Runs the command as a process. */
  async run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const child = this.start(args);
    if (child.stdout === null || child.stderr === null) throw new Error('no output');
    const [stdout, stderr, [code]] = await Promise.all([
      ...([text(child.stdout), text(child.stderr)] as const),
      once(child, 'close') as Promise<[number]>,
    ]);
    return { code, stdout, stderr };
  }

  /** The same in this process; it does not report unchanged attempts. */
  async rescore(request: Partial<RescoreRequest> = {}, attempt: string | null = null): Promise<Found> {
    const { study } = await ensureDefaults(this.bench.context);
    const totals = { attempts: 0, changed: 0, same: 0, leftAlone: 0, grades: 0 };
    const byAttempt = new Map<string, Rescoring>();
    const all = {
      bankVersion: null,
      scoring: 'newest',
      isRegraded: false,
      isDryRun: true,
      ...request,
    } as const;
    const filter = { study: null, form: null, attempt };
    for await (const one of rescoreStudy(this.bench.context, study, filter, all)) {
      const { rescoring } = one;
      totals.attempts += 1;
      totals[rescoring.outcome === 'left-alone' ? 'leftAlone' : rescoring.outcome] += 1;
      totals.grades += rescoring.outcome === 'left-alone' ? 0 : rescoring.grades;
      byAttempt.set(one.attempt.id, rescoring);
    }
    return { totals, byAttempt };
  }

  /** Adds a scoring version with an easier rule about the time, beside the one of before. */
  async easeRules(): Promise<void> {
    const world = dirname(this.folder.path(evidenceFile));
    await mkdir(join(world, 'scoring-2'));
    for (const name of ['evidence.yaml', 'evidence.fr.yaml', 'evidence.en.yaml']) {
      await cp(join(world, name), join(world, 'scoring-2', name));
    }
    await this.folder.edit(evidenceFile, 'scoringVersion: 2', 'scoringVersion: 3');
    await this.folder.edit(evidenceFile, strict, eased);
  }

  /** Adds a bank in which every item is half a logit easier. */
  async addBank(): Promise<void> {
    const banks = join(this.folder.directory, 'banks');
    const usual = await readFile(join(banks, `v${usualBank}.yaml`), 'utf8');
    const easier = usual
      .replace(/^version: \d+$/m, `version: ${easierBank}`)
      .replace(/steps: \[([^\]]*)\]/g, (_all, steps: string) => {
        const less = steps.split(',').map((step) => String(Math.round((Number(step) - 0.5) * 10) / 10));
        return `steps: [${less.join(', ')}]`;
      });
    await writeFile(join(banks, `v${easierBank}.yaml`), easier);
  }
}
