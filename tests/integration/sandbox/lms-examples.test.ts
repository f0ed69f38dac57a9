/** The first page of the demo, and the people that it enrols. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningLms } from '../../../sandbox/lms/lms-options.ts';
import { startLms } from '../../../sandbox/lms/start-lms.ts';
import { content } from '../../support/s02.ts';
import { actAs, getPage } from './tiny-tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'numplus-examples-'));
const dataFile = join(folder, 'lms.json');
let lms: RunningLms;

function begin(withExamples: boolean): Promise<RunningLms> {
  return startLms({ host: '127.0.0.1', port: 0, dataFile, withExamples });
}

beforeEach(async () => {
  lms = await begin(true);
});

afterEach(async () => {
  await lms.close();
  if (existsSync(dataFile)) rmSync(dataFile);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const count = (html: string, part: string): number => html.split(part).length - 1;

describe('the first page of the demo', () => {
  it.each([
    ['fr', 'Essayer NUM+', 'Personnes inventées pour la démonstration', '/activity/4'],
    ['en', 'Try NUM+', 'People made up for the demonstration', '/activity/5'],
  ])('has three buttons and names twelve invented people, in %s', async (language, title, invented, play) => {
    const { html } = await getPage(lms, '/', `bouleaux_language=${language}`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(invented);
    expect([count(html, '<button'), count(html, '(fiction)</li>')]).toEqual([3, 12]);
    expect(html).toContain(`name="next" value="${play}"`);
  });

  it('says how long it takes to play the week', async () => {
    const { html } = await getPage(lms, '/');
    const [, least, most] = /de (\d+) à (\d+) minutes en tout/.exec(html) ?? [];
    const minutes = content
      .getForm('first-week')
      .scenes.map((scenario) =>
        content.publicScene(scenario, content.currentVersions(scenario).worldVersion, 1),
      )
      .reduce((sum, { world }) => sum + world.minutes, 0);
    expect(minutes).toBeGreaterThanOrEqual(Number(least));
    expect(minutes).toBeLessThanOrEqual(Number(most));
  });

  it('leads into the week as a learner, and to people and gradebook as the teacher', async () => {
    const { html } = await getPage(lms, '/');
    const choices = [...html.matchAll(/value="([^"]*)"><input type="hidden" name="person" value="(\d+)"/g)];
    expect(choices.map(([, next, person]) => [next, person])).toEqual([
      ['/activity/4', '4'],
      ['/activity/4', '3'],
      ['/course/2/grades', '3'],
    ]);
  });

  it.each([
    [0, true, 'Les premiers résultats arrivent bientôt.'],
    [3, true, '12 personnes jouent en accéléré'],
    [12, false, '12 personnes ont joué'],
    [0, false, 'Elles n’ont pas encore joué'],
  ])('tells when %i have played', async (played, arePlaying, told) => {
    await lms.control({ command: 'tellExamples', played, arePlaying });
    const { html } = await getPage(lms, '/');
    expect(html).toContain(told);
    const news: unknown = await (await fetch(`${lms.publicUrl}/examples`)).json();
    expect(news).toMatchObject({ played, arePlaying, text: expect.stringContaining(told) as string });
  });

  it('still leads to every person and course', async () => {
    const { html } = await getPage(lms, '/people');
    expect(count(html, '<button')).toBe(7);
    expect(html).toContain('name="next" value="/courses"');
    expect((await getPage(lms, '/courses', await actAs(lms, 4))).html).toContain('Digital skills at work');
  });
});

describe('examples', () => {
  it('puts the week first in each course, with its column, once', async () => {
    await lms.close();
    lms = await begin(true);
    const french = await getPage(lms, '/course/2', await actAs(lms, 3));
    expect([...french.html.matchAll(/<h3[^>]*>([^<]*)/g)].map(([, title]) => title)).toEqual([
      'Première semaine',
      'Découvrir NUM+',
    ]);
    const grades = await getPage(lms, '/course/2/grades', await actAs(lms, 3));
    expect(count(grades.html, 'data-item="4"')).toBe(17);
  });

  it('is missing from an LMS that does not ask for it', async () => {
    await lms.close();
    rmSync(dataFile);
    lms = await begin(false);
    const { html } = await getPage(lms, '/');
    expect(html).not.toContain('(fiction)');
    const course = await getPage(lms, '/course/2', await actAs(lms, 3));
    expect(course.html).not.toContain('Première semaine');
    expect(course.html).toContain('6 personnes inscrites');
  });
});
