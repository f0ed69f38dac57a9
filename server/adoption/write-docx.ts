/** The only file that uses docx: blocks become a document that word processors and screen readers understand. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
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
import { type Block, type Fill, type Inline, isFill, type Line, partsOf } from './blocks.ts';
import { kitWords } from './kit-words.ts';

interface KitDocument {
  readonly language: Language;
  readonly title: string;
  readonly day: string;
  readonly isWide: boolean;
  readonly blocks: readonly Block[];
}

/** Twentieths of a point: Letter paper with margins of 2 cm. */
const page = { width: 12_240, height: 15_840, margin: 1_134 };
const font = 'Arial';
const ink = '1F3A5F';

export async function writeDocx(document: KitDocument): Promise<Buffer> {
  const { language, title, day, isWide, blocks } = document;
  const words = kitWords[language];
  const width = (isWide ? page.height : page.width) - 2 * page.margin;
  const made = new Document({
    title,
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
        footers: { default: footerOf(`${words.madeBy(day)} · ${title} · ${words.page} `) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...blocks.flatMap((block, index) => render(block, { language, width, index })),
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
  /** Makes the numbers of each list begin at 1. */
  readonly index: number;
}

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

function render(block: Block, place: Place): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: runsOf(block.text, place) })];
    case 'text':
      return [new Paragraph({ children: runsOf(block.line, place) })];
    case 'quote':
      return block.lines.map((line) => new Paragraph({ style: 'ToSay', children: runsOf(line, place) }));
    case 'list':
    case 'ticks':
      return block.lines.map(
        (line, at) =>
          new Paragraph({
            children: runsOf(line, place),
            ...(at === block.lines.length - 1 ? { spacing: { after: 160 } } : {}),
            numbering: {
              reference: block.kind === 'ticks' ? 'ticks' : block.style,
              level: 0,
              instance: place.index,
            },
            style: 'ListParagraph',
          }),
      );
    case 'table':
      return [renderTable(block, place), new Paragraph({ style: 'AfterTable', children: [] })];
  }
}

function renderTable({ widths, heads, rows }: Extract<Block, { kind: 'table' }>, place: Place): Table {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const columns = widths.map((one) => Math.floor((place.width * one) / whole));
  const cell = (line: Line, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: columns[column] ?? 0, type: WidthType.DXA },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E3EAF3', color: 'auto' } } : {}),
      children: [new Paragraph({ style: isHead ? 'TableHead' : 'TableText', children: runsOf(line, place) })],
    });
  return new Table({
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    borders: allBorders,
    rows: [heads, ...rows].map(
      (line, row) =>
        new TableRow({
          tableHeader: row === 0,
          // A row as high as the page would leave the rest of the page before it empty.
          cantSplit: line.every((one) => heightOf(one) < 9),
          children: line.map((one, column) => cell(one, column, row === 0)),
        }),
    ),
  });
}

function heightOf(line: Line): number {
  return partsOf(line).reduce((lines, part) => lines + (isFill(part) ? 0 : part.split('\n').length - 1), 1);
}

const border = { style: BorderStyle.SINGLE, size: 4, color: '8A97A8' };
const allBorders = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
};

function runsOf(line: Line, { language }: Place): TextRun[] {
  return partsOf(line).flatMap((part) => runsOfPart(part, language));
}

/** A place to fill in is told by its words too, not by its colour alone. */
function runsOfFill({ fill, kind, who, options = [], picked }: Fill, language: Language): TextRun[] {
  const { toFill, toConfirm, answeredBy, roles } = kitWords[language];
  const marked = (text: string, more: IRunOptions = {}) =>
    new TextRun({ ...more, text: writable(text), highlight: 'yellow' });
  const proposal = (): TextRun[] => runsOfPart(`${fill} `, language);
  if (kind === 'box') return [...proposal(), marked('☐', { bold: true })];
  // The kit is read by the person in charge, who is named for others' answers only.
  const by = who === 'charge' ? [] : [marked(` (${answeredBy(roles[who])})`)];
  if (kind === 'confirm') return [...proposal(), marked(toConfirm, { bold: true }), ...by];
  return [
    marked(toFill(fill), { bold: true }),
    ...options.map((one, index) => marked(`${picked?.has(index + 1) ? '☑' : '☐'} ${one}`, { break: 1 })),
    ...by,
  ];
}

function runsOfPart(part: Inline, language: Language): TextRun[] {
  if (isFill(part)) return runsOfFill(part, language);
  return part.split(/(`[^`]+`|\*\*[^*]+\*\*)/).flatMap((piece) => {
    if (piece === '') return [];
    // Names of fields and commands belong to no language.
    if (piece.startsWith('`'))
      return [new TextRun({ text: writable(piece.slice(1, -1)), font: 'Courier New', noProof: true })];
    if (piece.startsWith('**')) return [run({ text: writable(piece.slice(2, -2)), bold: true })];
    return writable(piece)
      .split('\n')
      .map((text, line) => new TextRun({ text, break: line === 0 ? 0 : 1 }));
  });
}

/** Without the characters that XML forbids: names from an LMS may hold any. */
function writable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
}

/** Of a string or options, the linter takes `bold` for that of strings. */
function run(options: IRunOptions): TextRun {
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

const numbering = [
  { reference: 'points', format: LevelFormat.BULLET, text: '•' },
  { reference: 'steps', format: LevelFormat.DECIMAL, text: '%1.' },
  { reference: 'ticks', format: LevelFormat.BULLET, text: '☐' },
].map(({ reference, format, text }) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 460, hanging: 340 } } },
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
      own('TableText', { size: 18 }, { spacing: { after: 0, line: 250 } }),
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
