import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../scenarios/checks/check-scenario.ts';
import {
  findCourseAlternative,
  listRemainingSteps,
  nameProduct,
} from '../../../server/http/lti/remaining-steps.ts';
import { deliveredFolder } from '../../../server/content/delivered-folder.ts';
import { sizeForm } from '../../../server/content/form-size.ts';
import { loadContent } from '../../../server/content/load.ts';

const folder = resolve(import.meta.dirname, '../../../docs/teachers');
const pages = { fr: 'fr/ajouter-a-votre-cours.md', en: 'en/adding-to-your-course.md' } as const;

const most = { fr: 'au plus ', en: 'at most ' } as const;

describe.each(['fr', 'en'] as const)('the page about adding an activity, in %s', (language) => {
  it('has each form with its title, its scenes and its minutes, and no other', () => {
    const text = readFileSync(join(folder, pages[language]), 'utf8');
    const cells = /^\| `([a-z-]+)` +\| ([^|]+?) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm;
    const rows = [...text.matchAll(cells)].map(([, ...row]) => row);
    const content = loadContent(deliveredFolder, compileScenario);
    const expected = content.forms.map((form) => {
      const { scenes, minutes, isMost } = sizeForm(content, form);
      return [form.id, form.title[language], `${isMost ? most[language] : ''}${scenes}`, `${minutes}`];
    });
    expect(rows).toEqual(expected);
  });

  it('is on the first page', () => {
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(`](${pages[language]})`);
  });
});

it('the first page for teachers leads to every page', () => {
  const first = readFileSync(join(folder, 'README.md'), 'utf8');
  const all = ['fr', 'en'].flatMap((language) =>
    readdirSync(join(folder, language)).map((name) => `${language}/${name}`),
  );
  expect(all.filter((name) => !first.includes(`](${name})`))).toEqual([]);
});

describe.each(['fr', 'en'] as const)('the steps that remain in Moodle, in %s', (language) => {
  it('are on the page for operators too', () => {
    const text = readFileSync(resolve(folder, '../operators', language, 'moodle.md'), 'utf8');
    const moodle = { family: 'moodle', productVersion: '4.5.5' } as const;
    const steps = [
      ...listRemainingSteps(language, moodle),
      findCourseAlternative(language, moodle) ?? '',
    ].join(' ');
    for (const click of [
      'Activate',
      'Tool configuration usage',
      'Show in activity chooser',
      'LTI External tools',
    ]) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(click);
      if (click !== 'Activate' || language === 'en') expect(steps).toContain(click);
    }
  });
});

it('a version that an LMS reports reaches the page only as numbers', () => {
  const productVersion = '4.5<script>alert(1)</script>';
  expect(nameProduct({ family: 'moodle', productVersion })).toBe('Moodle 4.5');
  expect(nameProduct({ family: 'moodle', productVersion: '<b>' })).toBe('Moodle');
});
