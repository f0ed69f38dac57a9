/** One activity in the copy to read and print: its attempts, and their scenes with what was typed. */
import type { Language } from '../../scenarios/world/base.ts';
import { escapeHtml } from '../base/escape-html.ts';
import type { copyWordsFr } from './copy-words.fr.ts';
import type { PlayedActivity, PlayedAttempt, PlayedScene } from './description.ts';

interface Telling {
  readonly language: Language;
  readonly words: typeof copyWordsFr;
  readonly nameOf: (scene: PlayedScene) => string;
  /** @param at milliseconds since 1970 UTC */
  readonly moment: (at: number) => string;
}

export function activityPart({ name, attempts }: PlayedActivity, telling: Telling): string {
  const { language, words } = telling;
  const title = name[language] === '' ? words.unnamed : name[language];
  const parts = attempts.map((one) => attemptPart(one, telling));
  return `<section>${heading(2, title)}${parts.join('')}</section>`;
}

function attemptPart(one: PlayedAttempt, telling: Telling): string {
  const { words, moment } = telling;
  const { startedAt, endedAt, result, hasProvisional, grades, notes, requests, scenes } = one;
  return [
    heading(3, words.attempt(one)),
    paragraph([words.span(moment(startedAt), endedAt === null ? null : moment(endedAt))]),
    ...words.result(result).map((sentence) => paragraph([sentence])),
    ...(hasProvisional ? [paragraph([words.provisional])] : []),
    ...grades.map(
      (grade) => `${paragraph([words.grade(grade, moment(grade.at)), words.comment])}${quote(grade.comment)}`,
    ),
    ...notes.map(({ updatedAt, text }) =>
      text === null
        ? paragraph([words.note(moment(updatedAt)), words.askForNote])
        : `${paragraph([words.note(moment(updatedAt))])}${quote(text)}`,
    ),
    ...requests.map(
      ({ askedAt, text, answer }) =>
        `${paragraph([words.request(moment(askedAt))])}${quote(text ?? '–')}${
          answer === null ? '' : `${paragraph([words.answer])}${quote(answer)}`
        }`,
    ),
    ...scenes.map((scene) => scenePart(scene, telling)),
  ].join('');
}

function scenePart(scene: PlayedScene, { words, nameOf, moment }: Telling): string {
  const typed =
    scene.typed.length === 0 ? '' : `${paragraph([words.written])}${scene.typed.map(quote).join('')}`;
  return `${heading(4, nameOf(scene))}${paragraph(words.scene(scene, moment(scene.at)))}${typed}`;
}

function heading(level: 2 | 3 | 4, text: string): string {
  return `<h${level}>${escapeHtml(text)}</h${level}>`;
}

function paragraph(sentences: readonly string[]): string {
  return `<p>${escapeHtml(sentences.join(' '))}</p>`;
}

function quote(text: string): string {
  return `<blockquote>${escapeHtml(text)}</blockquote>`;
}
