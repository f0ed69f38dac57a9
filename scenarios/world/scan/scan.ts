import type { Offers } from '../app.ts';
import type { Step } from '../base.ts';
import type { PrintedCode, ScanAction, ScanRefusal, ScanState, ScanWorld } from './types.ts';

export function startScan(): ScanState {
  return { camera: 'unasked', asking: false, isOn: false, read: null, opened: [] };
}

export function findCode({ codes }: ScanWorld, codeId: string | null): PrintedCode | undefined {
  return codes.find(({ id }) => id === codeId);
}

export function reduceScan(world: ScanWorld, state: ScanState, action: ScanAction): Step<ScanState> {
  if ('codeId' in action && findCode(world, action.codeId) === undefined)
    return refuse('world.unknown-target');
  const isOffered = scanActs(world, state).some(
    (offered) =>
      offered.type === action.type &&
      ('codeId' in offered ? offered.codeId : '') === ('codeId' in action ? action.codeId : ''),
  );
  return isOffered ? { ok: true, state: after(state, action) } : refuse('world.not-on-screen');
}

/** One question at a time: a permission or an address hides everything else. */
export function scanActs(world: ScanWorld, state: ScanState): readonly ScanAction[] {
  if (state.asking) {
    return [
      { app: 'scan', type: 'allow' },
      { app: 'scan', type: 'refuse' },
    ];
  }
  if (state.read !== null) {
    return [
      { app: 'scan', type: 'open', codeId: state.read },
      { app: 'scan', type: 'cancel' },
    ];
  }
  return [
    ...(state.isOn
      ? [{ app: 'scan', type: 'stop' } as const, ...codeActs(world, 'read')]
      : [{ app: 'scan', type: 'start' } as const]),
    ...codeActs(world, 'enter'),
  ];
}

export function scanOffers(world: ScanWorld, { opened }: ScanState): Partial<Offers> {
  return { codes: opened.flatMap((codeId) => findCode(world, codeId)?.page ?? []) };
}

/** An opened address shows its page in front of the reader. */
export function scanToFront(world: ScanWorld, action: ScanAction): string | undefined {
  if (action.type !== 'open') return undefined;
  const page = findCode(world, action.codeId)?.page ?? null;
  return page === null ? undefined : 'browser';
}

function codeActs({ codes }: ScanWorld, type: 'read' | 'enter'): readonly ScanAction[] {
  return codes.map(({ id: codeId }) => ({ app: 'scan', type, codeId }));
}

function after(state: ScanState, action: ScanAction): ScanState {
  switch (action.type) {
    case 'start':
      return state.camera === 'allowed' ? { ...state, isOn: true } : { ...state, asking: true };
    case 'allow':
      return { ...state, camera: 'allowed', asking: false, isOn: true };
    case 'refuse':
      return { ...state, camera: 'denied', asking: false };
    case 'stop':
      return { ...state, isOn: false };
    case 'read':
    case 'enter':
      return { ...state, read: action.codeId };
    case 'cancel':
      return { ...state, read: null };
    case 'open':
      return { ...state, read: null, opened: [...new Set([...state.opened, action.codeId])] };
  }
}

function refuse(code: ScanRefusal): Step<ScanState> {
  return { ok: false, code };
}
