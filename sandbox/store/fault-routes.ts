/** Applies faults over HTTP; /sandbox/control sets them, loopback only. */
import express, { type RequestHandler, type Response, Router } from 'express';
import type { Fault, Faults } from './faults.ts';
import { textAt } from './json.ts';
import { StoreProblem } from './problem.ts';

/** A cut after commit waits in `response.locals` until the write is done. */
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

export function refusedVerb(faults: Faults, batch: readonly unknown[]): string | undefined {
  const refused = faults.settings.refuseVerbs;
  return batch
    .map((statement) => textAt(statement, 'verb', 'id'))
    .find((verb) => verb !== undefined && refused.includes(verb));
}

export function createControlRoutes(faults: Faults): Router {
  const routes = Router();
  routes.use((request, _response, next) => {
    const address = request.socket.remoteAddress ?? '';
    if (!/^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address)) throw new StoreProblem(403, 'Loopback only.');
    // Other sites cannot send JSON here: their browser sends a preflight, which gets no answer.
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

/** Ends when the connection ends, so that closing the server never waits. */
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
