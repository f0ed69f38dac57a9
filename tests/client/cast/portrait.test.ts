import { cleanup, render } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { avatarIds } from '../../../client/src/cast/avatars.ts';
import Portrait from '../../../client/src/cast/Portrait.svelte';
import type { CastId, Expression } from '../../../scenarios/world/base.ts';

const people: readonly CastId[] = ['nadia', 'samir', 'joyce', 'marc', 'rosa'];
const expressions: readonly Expression[] = ['neutral', 'smiling', 'thoughtful'];
const pairs = people.flatMap((who) => expressions.map((expression) => ({ who, expression })));

afterEach(cleanup);

/** What is drawn, without the ids that differ from one instance to the next. */
function getDrawing(container: HTMLElement, part = 'svg'): string {
  return [...container.querySelectorAll(part)]
    .map((element) => element.innerHTML)
    .join('')
    .replace(/[\w-]+-frame/g, '');
}

describe('Portrait', () => {
  it.each(pairs)('names $who ($expression) as a picture when it has a label', ({ who, expression }) => {
    const { getByRole } = render(Portrait, { who, expression, label: 'Nadia sourit' });
    const picture = getByRole('img', { name: 'Nadia sourit' });
    expect(picture.hasAttribute('aria-hidden')).toBe(false);
    expect(picture.querySelectorAll('path').length).toBeGreaterThan(10);
  });

  it.each(pairs)('hides $who ($expression) from assistive technology without a label', (props) => {
    const { container, queryByRole } = render(Portrait, props);
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(queryByRole('img')).toBeNull();
  });

  it.each(people)('draws three different expressions on the same head of %s', (who) => {
    const drawings = expressions.map((expression) => render(Portrait, { who, expression }).container);
    expect(new Set(drawings.map((drawing) => getDrawing(drawing))).size).toBe(3);
    for (const part of ['brows', 'eyes', 'mouth']) {
      const parts = drawings.map((drawing) => getDrawing(drawing, `[data-part="${part}"]`));
      expect(parts[0]).not.toBe('');
      expect(new Set(parts).size).toBe(3);
    }
    const heads = drawings.map((drawing) => getDrawing(drawing, '[data-part="head"]'));
    expect(new Set(heads).size).toBe(1);
  });

  it('draws five different people', () => {
    const drawings = people.map((who) =>
      getDrawing(render(Portrait, { who, expression: 'neutral' }).container),
    );
    expect(new Set(drawings).size).toBe(5);
  });

  it('draws six people to choose from, and nobody until one is chosen', () => {
    const drawings = [undefined, ...avatarIds].map((avatar) =>
      getDrawing(render(Portrait, { who: 'you', expression: 'neutral', avatar }).container),
    );
    expect(new Set(drawings).size).toBe(7);
    expect(drawings[0]).not.toContain('data-part="head"');
  });

  it('has unique ids when the same portrait is on a page twice', () => {
    render(Portrait, { who: 'joyce', expression: 'neutral' });
    render(Portrait, { who: 'joyce', expression: 'neutral' });
    const ids = [...document.querySelectorAll('svg [id]')].map((element) => element.id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(document.querySelector(`[clip-path="url(#${id})"]`)).not.toBeNull();
  });

  it.each(pairs)('has no inline style, which the security policy forbids ($who, $expression)', (props) => {
    const { container } = render(Portrait, props);
    expect(container.querySelector('[style]')).toBeNull();
  });
});
