import cors from 'cors';
import { Router, type RequestHandler, type Response } from 'express';
import { captureScript } from '../../adapters/tracker/capture-script';
import { captureBody, recordCapture, type CaptureBody } from '../../adapters/tracker/record-capture';
import type { CaptureGrant } from '../../features/access/capture-token';
import type { TokenCheck } from '../../features/access/token-check';
import { identityOf } from '../../features/access/viewer';
import { requestContext, type Shared } from '../graphql/context';
import { viewerOf } from './authenticate';
import { clientGone } from './client-gone';
import type { HeldBytes } from './held-bytes';
import { refuseBodiesOtherThan } from './http-errors';
import { countRequests, recordOf } from './requests';
import type { Doors } from './serving';
import { inTurn } from './turns';

/** A thousand items are some 400 KB; a browser sends at most 64 KB as a page closes. Bytes. */
const longestBody = 1024 * 1024;
/** What `navigator.sendBeacon` and `fetch` call a text without asking the API first whether they may send it. */
const types = ['text/plain', 'application/json'];

/** The tracker of web pages, and where it sends what it records. */
export function capture({ shared, tokens, held, queue, metrics, allowOrigins }: Doors): Router {
  const router = Router();
  // Nothing in the script is anybody's: any page may run it, and what it sends is another matter.
  router.get('/capture.js', cors({ origin: '*' }), captureScript());
  router.options('/capture', allowOrigins);
  router.post(
    '/capture',
    countRequests(metrics),
    allowOrigins,
    held.watchAnswer,
    refuseBodiesOtherThan(types),
    held.bodyReader({ longest: longestBody, types }),
    authenticateBody(shared, tokens, held),
    inTurn(queue, async (_request, response) => {
      const context = requestContext(shared, recordOf(response), viewerOf(response), clientGone(response));
      const { grant, body } = sentBy(response);
      response.type('application/json').send(JSON.stringify(await recordCapture(context, grant, body)));
    }),
  );
  return router;
}

/**
 * Stops a body whose token is not for capture. It comes in the body, since a page that closes can send no header: so all
 * that have proven nothing yet share what may be held of bodies.
 */
function authenticateBody(shared: Shared, tokens: TokenCheck, held: HeldBytes): RequestHandler {
  return async (request, response, next) => {
    const body = captureBody(request.body);
    const grant = await shared.captureTokens.prove(body.token);
    const viewer = { role: 'person', personKey: grant.personKey } as const;
    await tokens.check({ viewer, id: undefined });
    Object.assign(response.locals, {
      viewer,
      identity: identityOf(viewer),
      capture: { grant, body } satisfies Sent,
    });
    recordOf(response).operation = { type: 'mutation', name: 'capture' };
    held.handOver(response);
    next();
  };
}

/** What a request brings that has passed. */
interface Sent {
  readonly grant: CaptureGrant;
  readonly body: CaptureBody;
}

function sentBy(response: Response): Sent {
  return response.locals['capture'] as Sent;
}
