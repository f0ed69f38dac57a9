import { Router } from 'express';
import type { ToolMetrics } from '../metrics/tool-metrics.ts';
import { hash, isHashOf } from '../../lti/launch/hash.ts';

interface MetricsDeps {
  readonly metrics: Pick<ToolMetrics, 'render' | 'contentType'>;
  /** Null: the route is unknown. */
  readonly token: string | null;
}

export function createMetricsRouter({ token, metrics }: MetricsDeps): Router {
  const router = Router();
  if (token === null) return router;
  const expected = hash(`Bearer ${token}`);
  router.get('/metrics', async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    // Constant time: reveals neither length nor beginning of the token.
    if (!isHashOf(expected, request.headers.authorization ?? '')) {
      response.status(401).setHeader('WWW-Authenticate', 'Bearer').end();
      return;
    }
    const text = await metrics.render();
    response.setHeader('Content-Type', metrics.contentType);
    response.end(text);
  });
  return router;
}
