import type { Step } from '../base.ts';
import type { TillAction, TillRefusal, TillState, TillWorld } from './types.ts';

export function startTill(): TillState {
  return { rung: [], closed: false };
}

export function reduceTill(
  world: TillWorld,
  state: TillState,
  action: TillAction,
): Step<TillState, TillRefusal> {
  if (state.closed) return { ok: false, code: 'till.closed' };
  if (action.type === 'close') return { ok: true, state: { ...state, closed: true } };
  if (world.articles.every(({ id }) => id !== action.articleId)) {
    return { ok: false, code: 'world.unknown-target' };
  }
  if (action.type === 'ring-up')
    return { ok: true, state: { ...state, rung: [...state.rung, action.articleId] } };
  const at = state.rung.lastIndexOf(action.articleId);
  if (at < 0) return { ok: false, code: 'till.not-rung-up' };
  return { ok: true, state: { ...state, rung: state.rung.filter((_, index) => index !== at) } };
}

export function tillActs(world: TillWorld, { rung, closed }: TillState): readonly TillAction[] {
  if (closed) return [];
  return [
    ...world.articles.map(({ id }): TillAction => ({ app: 'till', type: 'ring-up', articleId: id })),
    ...[...new Set(rung)].map((id): TillAction => ({ app: 'till', type: 'take-back', articleId: id })),
    { app: 'till', type: 'close' },
  ];
}

/** Total in cents. */
export function totalOf(world: TillWorld, { rung }: TillState): number {
  const prices = new Map(world.articles.map(({ id, cents }) => [id, cents]));
  return rung.reduce((sum, id) => sum + (prices.get(id) ?? 0), 0);
}
