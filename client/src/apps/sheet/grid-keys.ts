/** Keys of WAI-ARIA's grid pattern, as in spreadsheets. */

/** Line and column on screen, from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PAGE = 5;

export function findNextCell(
  pressed: Pressed,
  { line, column }: Position,
  size: Position,
): Position | undefined {
  if (pressed.altKey) return undefined;
  const isJump = pressed.ctrlKey || pressed.metaKey;
  const last = { line: size.line - 1, column: size.column - 1 };
  const to = (nextLine: number, nextColumn: number): Position => ({
    line: Math.min(Math.max(nextLine, 0), last.line),
    column: Math.min(Math.max(nextColumn, 0), last.column),
  });
  switch (pressed.key) {
    case 'ArrowUp':
      return to(isJump ? 0 : line - 1, column);
    case 'ArrowDown':
      return to(isJump ? last.line : line + 1, column);
    case 'ArrowLeft':
      return to(line, isJump ? 0 : column - 1);
    case 'ArrowRight':
      return to(line, isJump ? last.column : column + 1);
    case 'Home':
      return to(isJump ? 0 : line, 0);
    case 'End':
      return to(isJump ? last.line : line, last.column);
    case 'PageUp':
      return to(line - PAGE, column);
    case 'PageDown':
      return to(line + PAGE, column);
    default:
      return undefined;
  }
}

/** From a box in a cell, or the cell itself for Escape; undefined if the key belongs to the box. */
export function findCellAfterBox(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { line, column }: Position,
  size: Position,
): Position | undefined {
  switch (key) {
    case 'Enter':
      return { line: Math.min(line + 1, size.line - 1), column };
    case 'Tab':
      return { line, column: Math.min(Math.max(column + (shiftKey ? -1 : 1), 0), size.column - 1) };
    case 'Escape':
      return { line, column };
    default:
      return undefined;
  }
}

/** Typing on a chosen cell replaces its content. */
export function isSign({ key, ctrlKey, metaKey, altKey }: Pressed): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}
