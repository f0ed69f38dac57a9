import { answerSelection, describeSelection, type SelectDeps } from '../../launches/select.ts';
import type { Handlers } from './table/route.ts';
import type { selectRoutes } from './table/select.ts';

export function createSelectHandlers(deps: SelectDeps): Handlers<typeof selectRoutes> {
  return {
    'get /select': ({ asker }) => describeSelection(deps, asker),
    'post /select': ({ asker, body }) => answerSelection(deps, asker, 'choices' in body ? body.choices : []),
  };
}
