/** Carries faults out over HTTP, and the loopback address that switches them: /sandbox/control. */
import express, { type RequestHandler, type Response, Router } from 'express';
import type { Fault, Faults } from './faults.ts';
import { textAt } from './json.ts';
import { StoreProblem } from './problem.ts';

/** Delays and answers as the settings say; a cut after commit waits in `response.locals` until the write is done. */
export function applyFaults(faults: Faults): RequestHandler {
  return (request, response, next) => {
    const writes = request.method === 'POST' || request.method === 'PUT';
    const fault = writes ? faults.forWrite() : faults.forRead();
    const act = (): void => {
      if (fault === undefined) next();
      else if (fault.kind === 'cut-after-commit') {
        response.locals.cut = true;
        next();
      } else carryOut(fault, response);
    };
    const { slowMs } = faults.settings;
    if (slowMs === 0) act();
    else wait(slowMs, response, act);
  };
}

export function cutsAfterCommit(response: Response): boolean {
  return response.locals.cut === true;
}

/** The first verb of a batch that the settings refuse. */
export function refusedVerb(faults: Faults, batch: readonly unknown[]): string | undefined {
  const refused = faults.settings.refuseVerbs;
  return batch
    .map((statement) => textAt(statement, 'verb', 'id'))
    .find((verb) => verb !== undefined && refused.includes(verb));
}

/** GET shows the faults, POST changes some, DELETE ends them. From this machine only, and only as JSON. */
export function createControlRoutes(faults: Faults): Router {
  const routes = Router();
  routes.use((request, _response, next) => {
    const address = request.socket.remoteAddress ?? '';
    if (!/^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address)) throw new StoreProblem(403, 'Loopback only.');
    // A page of another site cannot send JSON here: its browser would ask first, and nothing answers that.
    if (request.method === 'POST' && request.is('application/json') !== 'application/json') {
      throw new StoreProblem(415, 'The settings must be application/json.');
    }
    next();
  });
  routes.get('/', (_request, response) => {
    response.json(faults.settings);
  });
  routes.post('/', express.json({ limit: 10_000 }), (request, response) => {
    faults.setUnknown(request.body);
    response.json(faults.settings);
  });
  routes.delete('/', (_request, response) => {
    faults.reset();
    response.json(faults.settings);
  });
  return routes;
}

/** The timer ends with the connection, so that a closing store waits for nobody. */
function wait(ms: number, response: Response, act: () => void): void {
  const timer = setTimeout(act, ms);
  response.on('close', () => {
    clearTimeout(timer);
  });
}

function carryOut(fault: Exclude<Fault, { kind: 'cut-after-commit' }>, response: Response): void {
  switch (fault.kind) {
    case 'refuse':
      response.req.socket.destroy();
      return;
    case 'redirect':
      response.redirect(302, '/login');
      return;
    case 'html':
      response.type('html').send('<!doctype html><title>Sign in</title><p>Please sign in.</p>');
      return;
    case 'status':
      if (fault.retryAfterSeconds !== null) response.set('Retry-After', String(fault.retryAfterSeconds));
      response.status(fault.status).type('text').send('A fault was asked for.');
  }
}
