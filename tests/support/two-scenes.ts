/** A person who opens an activity of two scenes in a window of some size, in a study that may say something of its own. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from './browser-person.ts';
import type { setUpBrowserStack } from './browser-stack.ts';
import { type SpeechPlan, speechStub } from './speech-stub.ts';
import { WeekPerson } from './week-person.ts';

type BrowserStack = ReturnType<typeof setUpBrowserStack>;

export interface Visit {
  readonly language: 'fr' | 'en';
  readonly input: Input;
  readonly width: number;
  readonly height: number;
  readonly personId: number;
  /** Replaces the browser's speech engine, which test machines lack. */
  readonly speech?: SpeechPlan;
}

/** As in the file of `study change`: a study of research that also asks for later research. */
export const researchStudy = `organisation: { fr: la Coop Emploi, en: Coop Emploi }
contact: vie.privee@coop.example
keptMonths: 24
research:
  team: { fr: L’équipe LINC, en: The LINC team }
  purpose: { fr: Elle étudie l’apprentissage au travail., en: It studies learning at work. }
  contact: recherche@coop.example
  keptMonths: 60
  future: true
`;

/** Replaces what the first study tells and asks. @param texts as in the file of `study change` @throws Error if refused */
export async function tellFirstStudy({ tool }: BrowserStack, texts: string): Promise<void> {
  const file = join(tmpdir(), `numplus-study-${process.pid}.yaml`);
  writeFileSync(file, texts);
  const listed = await tool.run('study', 'list', '--json');
  const [{ study = '' } = {}] = JSON.parse(listed.stdout) as { study?: string }[];
  const { code, stderr } = await tool.run('study', 'change', study, '--texts', file);
  rmSync(file);
  if (code !== 0) throw new Error(stderr);
}

/** Launched, before the notice. Whoever calls closes the context of the page. @param activityId one for each person */
export async function openTwoScenes(
  stack: BrowserStack,
  { language, input, width, height, personId, speech }: Visit,
  activityId: number,
): Promise<WeekPerson> {
  const context = await stack.browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    hasTouch: input === 'touch',
    acceptDownloads: true,
  });
  if (speech !== undefined) await context.addInitScript(speechStub(speech));
  const person = new WeekPerson(await context.newPage(), language, input);
  await stack.lms.control({
    command: 'addActivity',
    cmid: activityId,
    courseId: language === 'fr' ? 2 : 3,
    title: 'S02',
    custom: { numplus_form: 'first-week', numplus_scenes: 's02-inbox,s03-tidy' },
  });
  await person.launch(stack, personId, activityId);
  return person;
}
