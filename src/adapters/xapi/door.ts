import type { RequestHandler, Response } from 'express';
import type { Background } from '../../features/request/background';
import type { Sender, PlatformCheck } from '../../features/statements/platform.service';
import { askedBy, isInAlternateSyntax, type Asked } from './asked';
import { badRequest, RefusedError } from './refused';
import { answerStatements, stampTime, type XapiContext } from './statements-resource';

/** The version of the standard that this door speaks; it takes what any 1.0.x sends. */
const spoken = '1.0.3';

/** Versions of the standard in a request's header. */
const understood = /^1\.0(?:\.\d+)?$/u;

/** Says on every answer which version is spoken, and up to when all that was stored can be read. */
export function stampAnswers(background: Background): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('x-experience-api-version', spoken);
    stampTime(response, background);
    next();
  };
}

/** What the door speaks, told to everybody: no credentials are asked for. */
export const about: RequestHandler = (request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    throw new RefusedError(405, 'This resource takes GET and HEAD only.');
  }
  response.json({ version: ['1.0.0', '1.0.1', '1.0.2', spoken] });
};

/**
 * Lets platforms in by the header of a request, before a byte of its body is read. A form in the alternate syntax may hold
 * its credentials in the body: `afterBody` lets that in.
 */
export function admitPlatforms(
  platforms: PlatformCheck,
  admitted: (response: Response, sender: Sender) => void,
): { beforeBody: RequestHandler; afterBody: RequestHandler } {
  const admit = async (response: Response, authorization: string | undefined): Promise<void> => {
    const sender = await platforms.senderBy(authorization);
    response.locals['sender'] = sender;
    admitted(response, sender);
  };
  return {
    async beforeBody(request, response, next) {
      const inBody = request.headers.authorization === undefined && isInAlternateSyntax(request);
      if (!inBody) await admit(response, request.headers.authorization);
      next();
    },
    async afterBody(request, response, next) {
      const asked = askedBy(request);
      response.locals['asked'] = asked;
      if (response.locals['sender'] === undefined) await admit(response, asked.header('authorization'));
      expectVersion(asked);
      next();
    },
  };
}

function expectVersion(asked: Asked): void {
  const version = asked.header('x-experience-api-version');
  if (version === undefined)
    throw badRequest(`Send the header X-Experience-API-Version: ${spoken} with every request.`);
  if (!understood.test(version))
    throw badRequest(
      `Version ${version.slice(0, 20)} is not spoken here: send X-Experience-API-Version: ${spoken}.`,
    );
}

/** Answers a request that was let in. */
export function statements(contextOf: (response: Response) => XapiContext): RequestHandler {
  return async (_request, response) => {
    const { asked, sender } = response.locals as { asked: Asked; sender: Sender };
    await answerStatements(asked, sender, contextOf(response), response);
  };
}

export const notSupported: RequestHandler = (request) => {
  throw new RefusedError(
    404,
    `There is no ${request.originalUrl.split('?')[0] ?? ''} here: /xapi/statements and /xapi/about are supported, documents and other resources are not.`,
  );
};
