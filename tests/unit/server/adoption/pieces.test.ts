import { describe, expect, it } from 'vitest';
import { choose, confirm, fill, type Line } from '../../../../server/adoption/blocks.ts';
import { paragraphsOf } from '../../../../server/adoption/pieces.ts';

function sayParagraphs(line: Line): string[] {
  return paragraphsOf(line, 'fr').map((pieces) => pieces.map(({ text }) => text).join(''));
}

describe('the paragraphs of a line', () => {
  it('begin at each line break and at each box of a choice, with the name of who answers before the boxes', () => {
    expect(sayParagraphs('un\ndeux')).toEqual(['un', 'deux']);
    expect(sayParagraphs(['Ici\u00a0: ', choose('lequel', 'staff', 'Le premier', 'Le second')])).toEqual([
      'Ici\u00a0: À remplir\u00a0: lequel (réponse\u00a0: direction du service)',
      '☐\u00a0Le premier',
      '☐\u00a0Le second',
    ]);
  });

  it('begin at the first box of a choice that was answered, after the words before it', () => {
    expect(sayParagraphs(['Ici\u00a0: ', '☑ Le premier\n☐ Le second'])).toEqual([
      'Ici\u00a0: ',
      '☑\u00a0Le premier',
      '☐\u00a0Le second',
    ]);
    expect(sayParagraphs('☐ Le premier\n☑ Le second')).toHaveLength(2);
  });

  it('show a code in a blank as a code, without its marks', () => {
    const pieces = paragraphsOf(fill('nommer dans `recipients`', 'charge'), 'fr').flat();
    expect(pieces).toEqual([
      { text: 'À remplir\u00a0: nommer dans ', isMarked: true, isStrong: true },
      { text: 'recipients', isCode: true, isMarked: true, isStrong: true },
    ]);
  });

  it('part no number from its word, no box from its first word and no blank from its colon', () => {
    expect(sayParagraphs('Voyez le document 5 et l’art. 3.1, chapitre 7.')).toEqual([
      'Voyez le document\u00a05 et l’art.\u00a03.1, chapitre\u00a07.',
    ]);
    expect(sayParagraphs(confirm('Oui.', 'charge'))).toEqual([
      'Oui. ☐\u00a0Confirmé. Sinon\u00a0:\u00a0…………',
    ]);
    // What is typed in a command is copied.
    expect(sayParagraphs('`--only document 5`')).toEqual(['--only document 5']);
  });

  it('of an empty cell are one, which is empty', () => {
    expect(paragraphsOf('', 'fr')).toEqual([[]]);
  });
});
