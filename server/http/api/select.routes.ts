/** The API of staff who choose what a course gets; for the page of a selection and no other. */
import { Router } from 'express';
import { AppError } from '../../base/errors.ts';
import { pageOf } from '../../launches/page-url.ts';
import { answerSelection, describeSelection } from '../../launches/select.ts';
import type { SelectDeps, Selector } from '../../launches/select.ts';
import type { Launch } from '../../storage/ports/launches.ts';
import { SelectRequest } from '../../contract/select.ts';
import { parseBody } from '../parse.ts';

interface SelectRouterDeps extends SelectDeps {
  /** The launch of the session that the Authorization header names; throws session.expired. */
  readonly authenticate: (authorization: string | undefined) => Promise<Launch>;
}

/** Routes below /api: GET and POST /select. */
export function createSelectRouter(deps: SelectRouterDeps): Router {
  const router = Router();
  const selectorOf = async (authorization: string | undefined): Promise<Selector> => {
    const launch = await deps.authenticate(authorization);
    const { selection } = launch;
    // The launch refused learners; this holds should a row ever say otherwise.
    if (pageOf(launch) !== 'select' || launch.role !== 'staff' || selection === null) {
      throw new AppError('session.forbidden');
    }
    return { ...launch, selection };
  };
  router.get('/select', async (request, response) => {
    response.json(await describeSelection(deps, await selectorOf(request.headers.authorization)));
  });
  router.post('/select', async (request, response) => {
    const selector = await selectorOf(request.headers.authorization);
    const wish = parseBody(SelectRequest, request.body);
    response.json(await answerSelection(deps, selector, 'choices' in wish ? wish.choices : []));
  });
  return router;
}
