/** With these public keys anyone can check a receipt. */
import { Router } from 'express';
import { listReceiptKeys } from '../../records/sign-receipt.ts';
import type { Secrets } from '../../base/secrets.ts';

export function createReceiptKeysRouter(secrets: Pick<Secrets, 'keysFor'>): Router {
  const router = Router();
  const keys = listReceiptKeys(secrets);
  router.get('/keys', (_request, response) => {
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.type('application/jwk-set+json').send(JSON.stringify({ keys }));
  });
  return router;
}
