/** The only file that uses docx: blocks become a document that word processors and screen readers understand. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  type IParagraphOptions,
  type IRunOptions,
  type IStylesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '../../scenarios/world/base.ts';
import type { Block, Line } from './blocks.ts';
import { kitWords } from './kit-words.ts';
import { isLedTo, layOut, page, type TableBlock } from './layout.ts';
import { beginsWithBox, itemsOf, paragraphsOf, type Piece } from './pieces.ts';

interface KitDocument {
  readonly language: Language;
  /** By which other documents name it. */
  readonly number: number;
  readonly title: string;
  readonly day: string;
  readonly isWide: boolean;
  readonly blocks: readonly Block[];
}

const font = 'Arial';
const ink = '1F3A5F';

export async function writeDocx(document: KitDocument): Promise<Buffer> {
  const { language, number, title, day, isWide, blocks } = document;
  const words = kitWords[language];
  const numbered = words.document(number);
  const [across, down] = isWide ? [page.height, page.width] : [page.width, page.height];
  const place = { language, width: across - 2 * page.margin, height: down - 2 * page.margin };
  const made = new Document({
    title: `${numbered} – ${title}`,
    creator: 'NUM+',
    lastModifiedBy: 'NUM+',
    description: words.madeBy(day),
    styles: stylesFor(words.locale),
    numbering: { config: numbering },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: page.width,
              height: page.height,
              orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: { default: footerOf(`${words.madeBy(day)} · ${numbered} – ${title} · ${words.page} `) },
        children: [
          new Paragraph({ style: 'Number', children: [new TextRun(numbered)] }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...blocks.flatMap((block, index) => render(block, { ...place, index, next: blocks[index + 1] })),
        ],
      },
    ],
  });
  return Packer.toBuffer(made);
}

interface Place {
  readonly language: Language;
  /** Of the text, in twentieths of a point. */
  readonly width: number;
  readonly height: number;
  /** Makes the numbers of each list begin at 1. */
  readonly index: number;
  readonly next: Block | undefined;
}

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

function render(block: Block, place: Place): (Paragraph | Table)[] {
  const { language, next } = place;
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level],
          ...(block.isOnNewPage === true ? { pageBreakBefore: true } : {}),
          children: paragraphsOf(block.text, language).flat().map(runOf),
        }),
      ];
    case 'text':
      return paragraphsOf(block.line, language).map(
        (pieces, at, all) =>
          new Paragraph({
            ...(beginsWithBox(pieces) ? { style: 'Choice' } : {}),
            keepNext: at < all.length - 1 || isLedTo(next),
            children: pieces.map(runOf),
          }),
      );
    case 'quote':
      return block.lines
        .flatMap((line) => paragraphsOf(line, language))
        .map((pieces) => new Paragraph({ style: 'ToSay', children: pieces.map(runOf) }));
    case 'list':
    case 'ticks':
      return itemsOf(block, language).flatMap((paragraphs, at, all) =>
        renderItem(paragraphs, block.kind === 'list' ? block.style : 'points', at === all.length - 1, place),
      );
    case 'table':
      return [
        renderTable(block, place),
        // Word joins two tables that touch, and wants a paragraph at the end.
        ...(next?.kind === 'heading' ? [] : [new Paragraph({ style: 'AfterTable' })]),
      ];
  }
}

/** The first paragraph of an item has its point, number or box; the others only its indent. */
function renderItem(
  paragraphs: readonly Piece[][],
  reference: string,
  isLast: boolean,
  { index, next }: Place,
): Paragraph[] {
  return paragraphs.map(
    (pieces, at, all) =>
      new Paragraph({
        style: 'ListParagraph',
        ...(at > 0 || beginsWithBox(pieces)
          ? { indent: at > 0 ? { left: listIndent.left } : boxIndent }
          : { numbering: { reference, level: 0, instance: index } }),
        // Boxes that are ticked and those that are not are one list.
        ...(isLast && at === all.length - 1 && next?.kind !== 'ticks' ? { spacing: { after: 160 } } : {}),
        children: pieces.map(runOf),
      }),
  );
}

function renderTable(block: TableBlock, { language, width, height }: Place): Table {
  const { columns, rows } = layOut(block, language, { width, height });
  return new Table({
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...columns],
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    borders: allBorders,
    rows: [block.heads, ...block.rows].map((line, row) => {
      const { leastHeight = 0, isWhole = true, keepsWithNext = false } = rows[row] ?? {};
      return new TableRow({
        ...(row === 0 ? { tableHeader: true } : {}),
        ...(leastHeight > 0 ? { height: { value: leastHeight, rule: HeightRule.ATLEAST } } : {}),
        cantSplit: isWhole,
        children: line.map(
          (one, column) =>
            new TableCell({
              width: { size: columns[column] ?? 0, type: WidthType.DXA },
              ...(row === 0 ? { shading: headShading } : {}),
              children: renderCell(one, row === 0 ? 'TableHead' : 'TableText', keepsWithNext, language),
            }),
        ),
      });
    }),
  });
}

/** Each of several lines begins to the left of what it continues with. */
function renderCell(line: Line, style: string, keepNext: boolean, language: Language): Paragraph[] {
  return paragraphsOf(line, language).map((pieces, _at, all) => {
    const hanging = beginsWithBox(pieces) ? 230 : all.length > 1 ? 130 : 0;
    return new Paragraph({
      style,
      keepNext,
      ...(hanging > 0 ? { indent: { left: hanging, hanging } } : {}),
      children: pieces.map(runOf),
    });
  });
}

const headShading = { type: ShadingType.CLEAR, fill: 'E3EAF3', color: 'auto' };
const border = { style: BorderStyle.SINGLE, size: 4, color: '8A97A8' };
const allBorders = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
};

function runOf({ text, isCode = false, isStrong = false, isMarked = false }: Piece): TextRun {
  const options: IRunOptions = {
    text,
    // Names of fields and commands belong to no language.
    ...(isCode ? { font: 'Courier New', noProof: true } : {}),
    ...(isStrong ? { bold: true } : {}),
    ...(isMarked ? { highlight: 'yellow' } : {}),
  };
  return new TextRun(options);
}

function footerOf(text: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageFoot',
        children: [new TextRun({ children: [text, PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
}

/** Twentieths of a point; wide enough for a number of two digits. */
const listIndent = { left: 500, hanging: 400 };
const boxIndent = { left: 430, hanging: 270 };

const numbering = [
  { reference: 'points', format: LevelFormat.BULLET, text: '•' },
  { reference: 'steps', format: LevelFormat.DECIMAL, text: '%1.' },
].map(({ reference, format, text }) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: listIndent } },
    },
  ],
}));

/** Sizes in half points. */
function stylesFor(locale: string): IStylesOptions {
  const own = (
    id: string,
    run: { size: number; bold?: boolean; color?: string },
    paragraph: IParagraphOptions,
  ) => ({ id, name: id, basedOn: 'Normal', run, paragraph });
  const heading = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: ink },
    paragraph: { spacing: { before, after }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font, size: 21, language: { value: locale } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: heading(36, 0, 200),
      heading1: heading(27, 320, 120),
      heading2: heading(23, 220, 100),
      heading3: heading(21, 160, 60),
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [
      own('Number', { size: 21, bold: true, color: '555555' }, { spacing: { after: 120 }, keepNext: true }),
      own('Choice', { size: 21 }, { spacing: { after: 40 }, indent: { left: 560, hanging: 280 } }),
      own('TableText', { size: 18 }, { spacing: { after: 0, line: 250 }, keepLines: true }),
      own(
        'TableHead',
        { size: 18, bold: true, color: ink },
        { spacing: { after: 0, line: 250 }, keepNext: true },
      ),
      own('AfterTable', { size: 10 }, { spacing: { after: 60 } }),
      own(
        'ToSay',
        { size: 21 },
        {
          indent: { left: 400, right: 400 },
          border: { left: { style: BorderStyle.SINGLE, size: 18, color: ink, space: 10 } },
        },
      ),
      own('PageFoot', { size: 16, color: '555555' }, { spacing: { after: 0 } }),
    ],
  };
}
