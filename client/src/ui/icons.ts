/** Drawn on a 24-unit grid. Without accessible name, because a word is always beside them. */
interface Drawing {
  readonly line: readonly string[];
  readonly tint?: string;
}

const SHEET = 'M6 3h8l4 4v14H6z';
const FOLDER =
  'M3 6.5A1.5 1.5 0 0 1 4.5 5H9l2.5 3h8A1.5 1.5 0 0 1 21 9.5v8a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5z';
const ENVELOPE =
  'M3 6.5A1.5 1.5 0 0 1 4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5z';
const DISC = 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18z';
const TRAY = 'M3 13l3-8h12l3 8v5.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z';
const BUBBLE = 'M5 4h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z';

const ICONS = {
  listen: {
    line: ['M4 9.5h3.5L13 5v14l-5.5-4.5H4z', 'M16.5 9a4.5 4.5 0 0 1 0 6', 'M19 6.5a8 8 0 0 1 0 11'],
    tint: 'M4 9.5h3.5L13 5v14l-5.5-4.5H4z',
  },
  help: { line: [DISC, 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8', 'M12 16.8v.1'], tint: DISC },
  undo: { line: ['M8.5 5L4 9.5L8.5 14', 'M4 9.5h10a5 5 0 0 1 0 10H9'] },
  pause: { line: ['M7 5h3v14H7z', 'M14 5h3v14h-3z'], tint: 'M7 5h3v14H7zM14 5h3v14h-3z' },
  skip: { line: ['M5 5.5l8 6.5l-8 6.5z', 'M17.5 5v14'], tint: 'M5 5.5l8 6.5l-8 6.5z' },
  done: { line: [DISC, 'M8 12.5l2.8 2.8L16.2 9.5'], tint: DISC },
  more: { line: ['M5.5 12v.1', 'M12 12v.1', 'M18.5 12v.1'] },
  mail: { line: [ENVELOPE, 'M3.5 7l8.5 6.5L20.5 7'], tint: ENVELOPE },
  inbox: { line: [TRAY, 'M3 13h5l1.5 3h5l1.5-3h5'], tint: TRAY },
  sent: { line: ['M21 4L3 11l6 3l3 6z', 'M21 4L9 14'], tint: 'M21 4L3 11l6 3l3 6z' },
  draft: { line: ['M6 3h8l4 4v3', 'M6 3v18h5', 'M13 21v-3l6-6l3 3l-6 6z'], tint: 'M13 21v-3l6-6l3 3l-6 6z' },
  reply: { line: ['M9.5 5L4 10.5L9.5 16', 'M4 10.5h9a7 7 0 0 1 7 7V19'] },
  'reply-all': { line: ['M8 5L2.5 10.5L8 16', 'M13 5L7.5 10.5L13 16', 'M7.5 10.5H14a7 7 0 0 1 7 7V19'] },
  forward: { line: ['M14.5 5L20 10.5L14.5 16', 'M20 10.5h-9a7 7 0 0 0-7 7V19'] },
  attach: {
    line: [
      'M19.5 11.5l-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8.2-8.2a3.1 3.1 0 0 1 4.4 4.4l-8.1 8.1a1.6 1.6 0 0 1-2.2-2.2l7.2-7.2',
    ],
  },
  save: {
    line: [
      'M12 3v11',
      'M7.5 10L12 14.5L16.5 10',
      'M4 16v3.5A1.5 1.5 0 0 0 5.5 21h13a1.5 1.5 0 0 0 1.5-1.5V16',
    ],
  },
  folder: { line: [FOLDER], tint: FOLDER },
  file: { line: [SHEET, 'M14 3v4h4', 'M9 12h6', 'M9 16h6'], tint: SHEET },
  image: {
    line: ['M4 5h16v14H4z', 'M4 16l5-5l4 4l2.5-2.5L20 17', 'M15.5 9v.1'],
    tint: 'M4 16l5-5l4 4l2.5-2.5L20 17v2H4z',
  },
  open: {
    line: [
      'M2.5 12C5 7.5 8.3 5.5 12 5.5S19 7.5 21.5 12c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12z',
      'M12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z',
    ],
    tint: 'M12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z',
  },
  refresh: {
    line: [
      'M20 10.5A8.2 8.2 0 0 0 5.2 7L3.5 9',
      'M3.5 4v5h5',
      'M4 13.5A8.2 8.2 0 0 0 18.8 17l1.7-2',
      'M20.5 20v-5h-5',
    ],
  },
  back: { line: ['M11 5l-7 7l7 7', 'M4 12h16'] },
  below: { line: ['M12 4v16', 'M5 13l7 7l7-7'] },
  ahead: { line: ['M13 5l7 7l-7 7', 'M4 12h16'] },
  window: {
    line: ['M11 4H4v16h16v-7', 'M14 4h6v6', 'M20 4l-8.5 8.5'],
  },
  home: { line: ['M4 11l8-7l8 7', 'M6 9.5V20h12V9.5', 'M10 20v-6h4v6'], tint: 'M6 9.5l6-5.2l6 5.2V20H6z' },
  close: { line: ['M6 6l12 12', 'M18 6L6 18'] },
  send: { line: ['M21 4L3 11l6 3l3 6z', 'M21 4L9 14'] },
  unfold: { line: ['M5 9l7 7l7-7'] },
  fold: { line: ['M5 15.5l7-7l7 7'] },
  globe: { line: [DISC, 'M3 12h18', 'M12 3c-5 5-5 13 0 18', 'M12 3c5 5 5 13 0 18'], tint: DISC },
  clock: { line: [DISC, 'M12 7v5.5l3.5 2'], tint: DISC },
  camera: {
    line: ['M3 8h4l2-3h6l2 3h4v11H3z', 'M12 10a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7z'],
    tint: 'M3 8h4l2-3h6l2 3h4v11H3z',
  },
  add: { line: ['M12 5v14', 'M5 12h14'] },
  remove: {
    line: ['M5 7h14', 'M9.5 7V4.5h5V7', 'M7 7l1 13h8l1-13', 'M10.5 11v5.5', 'M13.5 11v5.5'],
    tint: 'M7 7l1 13h8l1-13z',
  },
  phrase: { line: [BUBBLE, 'M7.5 8.5h9', 'M7.5 12h6'], tint: BUBBLE },
  check: { line: ['M4.5 12.5l5 5L19.5 7'] },
  info: { line: [DISC, 'M12 11v5.5', 'M12 7.5v.1'], tint: DISC },
  person: {
    line: ['M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8z', 'M4.5 20.5c.6-4.3 3.5-6 7.5-6s6.9 1.7 7.5 6z'],
    tint: 'M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM4.5 20.5c.6-4.3 3.5-6 7.5-6s6.9 1.7 7.5 6z',
  },
  comfort: { line: ['M3 19L8.5 5L14 19', 'M5 14.5h7', 'M15.5 19L18.3 11.5L21 19', 'M16.5 16.5h3.6'] },
  language: { line: [DISC, 'M3.5 12h17', 'M12 3c-5 5.5-5 12.5 0 18', 'M12 3c5 5.5 5 12.5 0 18'], tint: DISC },
  write: {
    line: ['M4 20l1-5L15.5 4.5a1.8 1.8 0 0 1 2.5 0l1.5 1.5a1.8 1.8 0 0 1 0 2.5L9 19z', 'M13.5 6.5l4 4'],
    tint: 'M4 20l1-5L15.5 4.5a1.8 1.8 0 0 1 2.5 0l1.5 1.5a1.8 1.8 0 0 1 0 2.5L9 19z',
  },
  pointer: {
    line: [
      'M9 11V4.5a1.5 1.5 0 0 1 3 0V11l5.5 1.2c1.2.3 2 1.3 1.9 2.5l-.4 3.3a3.5 3.5 0 0 1-3.5 3H12a4 4 0 0 1-3.2-1.6L5 14.3c-.7-1 .5-2.4 1.7-1.7L9 14z',
    ],
    tint: 'M9 11V4.5a1.5 1.5 0 0 1 3 0V11l5.5 1.2c1.2.3 2 1.3 1.9 2.5l-.4 3.3a3.5 3.5 0 0 1-3.5 3H12a4 4 0 0 1-3.2-1.6L5 14.3c-.7-1 .5-2.4 1.7-1.7L9 14z',
  },
  copy: {
    line: ['M9 8h10v12H9z', 'M15 8V4H5v12h4'],
    tint: 'M9 8h10v12H9z',
  },
  paste: {
    line: ['M8 4.5H5V21h14V4.5h-3', 'M8 3h8v4H8z', 'M12 10.5v6', 'M9.5 14L12 16.5L14.5 14'],
    tint: 'M5 4.5h14V21H5z',
  },
  phone: {
    line: [
      'M8 2.5h8A1.5 1.5 0 0 1 17.5 4v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5z',
      'M11 18.5h2',
    ],
    tint: 'M8 2.5h8A1.5 1.5 0 0 1 17.5 4v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5z',
  },
  report: {
    line: ['M6 21V4', 'M6 4.5h12l-3 4l3 4H6'],
    tint: 'M6 4.5h12l-3 4l3 4H6z',
  },
  link: {
    line: [
      'M10 13.5a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3',
      'M14 10.5a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3',
    ],
  },
  form: {
    line: [SHEET, 'M14 3v4h4', 'M8.5 10h7v3h-7z', 'M8.5 16.5h7'],
    tint: SHEET,
  },
  search: {
    line: ['M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z', 'M15.5 15.5L20.5 20.5'],
    tint: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z',
  },
  cut: {
    line: [
      'M6.5 14.5a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 0 1 0-5.4z',
      'M17.5 14.5a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 0 1 0-5.4z',
      'M8 15L16.5 4',
      'M16 15L7.5 4',
    ],
  },
  web: { line: ['M3 5h18v14H3z', 'M3 9.5h18', 'M6 7.2v.1', 'M9 7.2v.1'], tint: 'M3 5h18v4.5H3z' },
  sheet: {
    line: ['M4 5h16v14H4z', 'M4 9.5h16', 'M4 14h16', 'M10 5v14'],
    tint: 'M4 5h16v4.5H4z',
  },
  sum: { line: ['M17.5 8V5H6.5l6 7l-6 7h11v-3'] },
  sort: { line: ['M7 5v14', 'M4 16l3 3l3-3', 'M13 6h7', 'M13 12h5', 'M13 18h3'] },
  flag: { line: ['M6 21V4', 'M6 4.5h11.5l-2.5 4l2.5 4H6'], tint: 'M6 4.5h11.5l-2.5 4l2.5 4H6z' },
  grid: { line: ['M4 5h16v14H4z', 'M4 12h16', 'M12 5v14'], tint: 'M4 5h16v14H4z' },
  card: { line: ['M4 5h16v14H4z', 'M8 9.5h8', 'M8 14h5'], tint: 'M4 5h16v14H4z' },
  lock: {
    line: ['M5.5 11h13v9.5h-13z', 'M8.5 11V7.5a3.5 3.5 0 0 1 7 0V11', 'M12 14.5v2.5'],
    tint: 'M5.5 11h13v9.5h-13z',
  },
  mend: {
    line: [
      'M20.6 7.3l-3 3l-3.4-.5l-.5-3.4l3-3a5 5 0 0 0-6.3 6.3L4.2 15.9a2.7 2.7 0 0 0 3.9 3.9l6.2-6.2a5 5 0 0 0 6.3-6.3z',
    ],
    tint: 'M20.6 7.3l-3 3l-3.4-.5l-.5-3.4l3-3a5 5 0 0 0-6.3 6.3L4.2 15.9a2.7 2.7 0 0 0 3.9 3.9l6.2-6.2a5 5 0 0 0 6.3-6.3z',
  },
  people: {
    line: [
      'M9 4.5a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4z',
      'M2.5 19c.5-3.9 3-5.6 6.5-5.6s6 1.7 6.5 5.6z',
      'M15.5 5a3 3 0 0 1 0 5.7',
      'M17.5 13.8c2.3.8 3.6 2.5 4 5.2',
    ],
    tint: 'M9 4.5a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4zM2.5 19c.5-3.9 3-5.6 6.5-5.6s6 1.7 6.5 5.6z',
  },
  mic: {
    line: [
      'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3z',
      'M6 11a6 6 0 0 0 12 0',
      'M12 17v4',
      'M8.5 21h7',
    ],
    tint: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3z',
  },
  'mic-off': {
    line: [
      'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3z',
      'M6 11a6 6 0 0 0 12 0',
      'M12 17v4',
      'M8.5 21h7',
      'M4 4l16 16',
    ],
  },
  hand: {
    line: [
      'M8 13V6.2a1.3 1.3 0 0 1 2.6 0V11V4.3a1.3 1.3 0 0 1 2.6 0V11V5.3a1.3 1.3 0 0 1 2.6 0V12V8.3a1.3 1.3 0 0 1 2.6 0V15a6 6 0 0 1-6 6a6 6 0 0 1-5-2.7L4.3 14.8a1.3 1.3 0 0 1 2-1.6z',
    ],
  },
  print: {
    line: ['M7 9V4h10v5', 'M7 17H3v-8h18v8h-4', 'M7 14h10v6.5H7z'],
    tint: 'M3 9h18v8h-4v-3H7v3H3z',
  },
} as const satisfies Readonly<Record<string, Drawing>>;

export type IconName = keyof typeof ICONS;

export function getDrawing(name: IconName): Drawing {
  return ICONS[name];
}
