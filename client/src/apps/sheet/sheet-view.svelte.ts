/** The chosen cell exists only here; only changes of the sheet go to the world. */
import { createContext } from 'svelte';
import {
  addressOf,
  cellKey,
  contentOf,
  HEAD,
  linesOf,
  readsAt,
} from '../../../../scenarios/world/sheet/cells.ts';
import { readEntry } from '../../../../scenarios/world/sheet/entry.ts';
import { SheetValues } from '../../../../scenarios/world/sheet/evaluate.ts';
import { showAddress } from '../../../../scenarios/world/sheet/formula-text.ts';
import { isInOrder } from '../../../../scenarios/world/sheet/sort.ts';
import { findFilledBelow, findSum } from '../../../../scenarios/world/sheet/sum.ts';
import type {
  CellContent,
  CellPlace,
  SheetAction,
  SheetState,
  SheetWorld,
} from '../../../../scenarios/world/sheet/types.ts';
import { locale } from '../../i18n/i18n.svelte.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import type { Position } from './grid-keys.ts';
import { t } from './sheet-texts.ts';
import { editText, explainProblem, showContent } from './sheet-words.ts';

interface Draft {
  readonly place: CellPlace;
  readonly box: 'cell' | 'bar' | 'card';
  readonly start: string;
  text: string;
}

/** What a cell will show. */
interface Preview {
  readonly shown: string;
  /** A formula without a result. */
  readonly isFault?: boolean;
}

type Sort = Omit<Extract<SheetAction, { type: 'sort' }>, 'app' | 'type'>;

const keptBox = (place: CellPlace): string => `sheet:${cellKey(place)}`;

export class SheetView extends AppView {
  /** Empty until a cell is chosen: `place` then returns the first cell. */
  chosen = $state<CellPlace>({ row: HEAD, column: '' });
  draft = $state<Draft | null>(null);
  problem = $state('');
  problemTimes = $state(0);
  focusRequests = $state(0);
  #asked = '';
  #forget: () => void = () => undefined;

  get sheetWorld(): SheetWorld {
    return this.need('sheet', this.world.sheet);
  }

  get sheet(): SheetState {
    return this.need('sheet', this.scene.apps.sheet);
  }

  get lines(): readonly string[] {
    return linesOf(this.sheetWorld, this.sheet);
  }

  get columns(): readonly string[] {
    return this.sheetWorld.columns.map(({ id }) => id);
  }

  get values(): SheetValues {
    return new SheetValues(this.sheetWorld, this.sheet);
  }

  /** The first cell until one is chosen. */
  get place(): CellPlace {
    return this.chosen.column === '' ? { row: HEAD, column: this.columns[0] ?? '' } : this.chosen;
  }

  nameOf(place: CellPlace): string {
    return showAddress(addressOf(this.sheetWorld, this.sheet, place));
  }

  titleOf(column: string): string {
    const title = this.sheetWorld.columns.find(({ id }) => id === column)?.title;
    return title === undefined ? '' : this.text(title);
  }

  show(place: CellPlace, values = this.values): string {
    if (this.isOwnTitle(place)) return this.titleOf(place.column);
    const content = contentOf(this.sheetWorld, this.sheet, place);
    return showContent(this.sheetWorld, this.#texts, content, values.of(place));
  }

  /** A formula is returned as it is written, e.g. `=SUM(E2:E13)`. */
  editable(place: CellPlace): string {
    if (this.isOwnTitle(place)) return this.titleOf(place.column);
    return editText(this.sheetWorld, this.#texts, contentOf(this.sheetWorld, this.sheet, place));
  }

  isChosen({ row, column }: CellPlace): boolean {
    return this.place.row === row && this.place.column === column;
  }

  /** Not the cell that is only first. */
  hasChosen({ row, column }: CellPlace): boolean {
    return this.chosen.row === row && this.chosen.column === column;
  }

  isOwnTitle(place: CellPlace): boolean {
    return place.row === HEAD && this.sheet.changed[cellKey(place)] === undefined;
  }

  /** Enters text typed in another cell first; returns false if it cannot be entered. */
  choose(place: CellPlace): boolean {
    if (this.hasChosen(place)) return true;
    if (!this.commit()) return false;
    this.chosen = place;
    return true;
  }

  get position(): Position {
    return { line: this.lines.indexOf(this.place.row), column: this.columns.indexOf(this.place.column) };
  }

  moveTo({ line, column }: Position): void {
    const row = this.lines[line];
    const columnId = this.columns[column];
    if (row === undefined || columnId === undefined || !this.choose({ row, column: columnId })) return;
    this.focusRequests += 1;
    this.forgetAsked();
  }

  edit(box: Draft['box'], text?: string): void {
    if (this.readOnly) return;
    this.forgetAsked();
    this.chosen = this.place;
    const start = this.editable(this.place);
    this.draft = { place: this.place, box, start, text: text ?? start };
    this.problem = '';
    this.#forget = this.followTyping(() => {
      this.commit();
    });
  }

  type(text: string): void {
    if (this.draft) {
      this.draft.text = text;
      this.typedBoxes?.write(keptBox(this.draft.place), text);
    }
    this.problem = '';
  }

  /** After a reload. */
  goOn(): void {
    for (const row of this.lines) {
      for (const column of this.columns) {
        const text = this.typedBoxes?.read(keptBox({ row, column })) ?? null;
        if (text === null || this.draft !== null) continue;
        this.chosen = { row, column };
        this.edit('bar', text);
      }
    }
  }

  cancel(): void {
    this.#forget();
    if (this.draft) this.typedBoxes?.write(keptBox(this.draft.place), '');
    this.draft = null;
    this.problem = '';
  }

  commit(): boolean {
    const { draft } = this;
    if (!draft) return true;
    // U+FFFC marks an erased text in the log.
    const text = draft.text.replaceAll('\uFFFC', '');
    const entry = readEntry(text, locale.current, readsAt(this.sheetWorld, draft.place));
    if (text !== draft.start && entry.kind === 'unreadable') {
      this.problem = explainProblem(this.sheetWorld, entry.problem);
      this.problemTimes += 1;
      return false;
    }
    this.cancel();
    if (text === draft.start || entry.kind === 'unreadable') return true;
    const { place } = draft;
    if (entry.kind === 'empty') this.clear(place);
    else if (entry.kind === 'text') {
      this.#enter({ app: 'sheet', type: 'write', ...place, typed: entry.typed }, { shown: entry.typed });
    } else if (entry.kind === 'number') {
      const { number } = entry;
      this.#enter({ app: 'sheet', type: 'enter-number', ...place, number }, this.#preview(place, { number }));
    } else {
      const { formula } = entry;
      this.#enter(
        { app: 'sheet', type: 'enter-formula', ...place, formula },
        this.#preview(place, { formula }),
      );
    }
    return true;
  }

  clear({ row, column }: CellPlace): void {
    const place = { row, column };
    if (!this.isOwnTitle(place) && contentOf(this.sheetWorld, this.sheet, place) === null) return;
    this.perform({ app: 'sheet', type: 'clear', ...place }, t('said.cleared', { cell: this.nameOf(place) }));
  }

  sum(): void {
    if (this.readOnly || !this.commit()) return;
    const { row, column } = this.place;
    const sum = findSum(this.sheetWorld, this.sheet, { row, column });
    if (sum === undefined) {
      this.#askForCell(this.#whyNoSum());
      return;
    }
    const place = { row: sum.place.row, column: sum.place.column };
    const { shown, isFault = false } = this.#preview(place, sum.content);
    const said = t('said.sum', { result: shown, cell: this.nameOf(place) });
    this.#tell({ app: 'sheet', type: 'sum', row, column }, said, isFault);
    this.chosen = place;
    this.focusRequests += 1;
  }

  sort(sort: Sort): void {
    const isSorted = isInOrder(this.sheetWorld, this.sheet, sort);
    const column = this.titleOf(sort.column);
    const done = t(sort.scope === 'table' ? 'said.sorted' : 'said.sortedColumn', { column });
    this.#tell({ app: 'sheet', type: 'sort', ...sort }, isSorted ? t('said.inOrder') : done, isSorted);
  }

  get isFlagged(): boolean {
    return this.sheet.flags.includes(this.place.row);
  }

  flag(): void {
    const { row } = this.place;
    if (!this.sheet.order.includes(row)) {
      this.#askForCell(t('said.chooseRow'));
      return;
    }
    const line = this.lines.indexOf(row) + 1;
    const said = t(this.isFlagged ? 'said.unflagged' : 'said.flagged', { line });
    this.perform({ app: 'sheet', type: this.isFlagged ? 'unflag' : 'flag', row }, said);
  }

  forgetAsked(): void {
    if (this.said.isHint && this.said.text === this.#asked) this.say('');
  }

  #askForCell(asked: string): void {
    this.#asked = asked;
    this.hint(asked);
  }

  #whyNoSum(): string {
    const filled = findFilledBelow(this.sheetWorld, this.sheet, this.place);
    if (filled === undefined) return t('said.nothingToSum');
    return t(filled.isSum ? 'said.sumThere' : 'said.sumFilled', { cell: this.nameOf(filled.place) });
  }

  #enter(action: SheetAction, { shown, isFault = false }: Preview): void {
    if (!('row' in action) || !('column' in action)) return;
    this.#tell(action, t('said.entered', { cell: this.nameOf(action), content: shown }), isFault);
  }

  /** What came to nothing must not look like success. */
  #tell(action: SheetAction, said: string, isHint: boolean): void {
    this.perform(action, isHint ? '' : said);
    if (isHint) this.hint(said);
  }

  #preview(place: CellPlace, content: CellContent): Preview {
    const changed = { ...this.sheet.changed, [cellKey(place)]: content };
    const value = new SheetValues(this.sheetWorld, { ...this.sheet, changed }).of(place);
    const shown = showContent(this.sheetWorld, this.#texts, content, value);
    return { shown, isFault: value.kind === 'fault' };
  }

  readonly #texts = (key: string): string => this.text(key);
}

export const [getSheetView, setSheetView] = createContext<SheetView>();
