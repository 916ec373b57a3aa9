import type { Response } from 'express';
import type { Background } from '../../features/request/background';
import {
  pageOfStatements,
  showStatement,
  showStatements,
  type Shown,
} from '../../features/statements/finding.service';
import type { Sender } from '../../features/statements/platform.service';
import { takeStatements, type TakingContext } from '../../features/statements/taking.service';
import { StoredTimes, timeText } from '../../features/statements/stored-times';
import { questionOf, type Cursors } from '../../shared/cursors';
import type { Asked } from './asked';
import {
  expectOnly,
  expectParametersOfReading,
  filterIn,
  limitIn,
  oneAskedFor,
  showingIn,
  uuidIn,
} from './filter';
import { joinedParts } from './multipart';
import { badRequest, RefusedError } from './refused';
import { sentBy } from './sent';

/** What a request to the statements is answered with. */
export interface XapiContext extends TakingContext {
  readonly cursors: Cursors;
}

/** Where the door is. */
const address = '/xapi/statements';

/** Answers a request to the statements of a platform (xAPI 1.0.3, Communication 2.1). */
export async function answerStatements(
  asked: Asked,
  sender: Sender,
  context: XapiContext,
  response: Response,
): Promise<void> {
  switch (asked.method) {
    case 'GET':
    case 'HEAD':
      return read(asked, sender, context, response);
    case 'POST': {
      expectOnly(asked.parameters, []);
      const ids = await take(asked, sender, context);
      // What was stored just now is covered, too.
      stampTime(response, context.background);
      response.json(ids);
      return;
    }
    case 'PUT': {
      expectOnly(asked.parameters, ['statementId']);
      const id = uuidIn(asked.parameters, 'statementId');
      if (id === undefined) throw badRequest('PUT needs the parameter "statementId".');
      await take(asked, sender, context, id);
      stampTime(response, context.background);
      response.status(204).end();
      return;
    }
    default:
      response.setHeader('allow', 'GET, HEAD, POST, PUT');
      throw new RefusedError(405, `Statements take no ${asked.method}: use GET, HEAD, POST or PUT.`);
  }
}

/** Says up to when all that was stored can be read. */
export function stampTime(response: Response, background: Background): void {
  const through = background.keep(StoredTimes).consistentThrough();
  response.setHeader('x-experience-api-consistent-through', timeText(through));
}

/** Takes all that is sent or nothing, and gives the ids. */
async function take(asked: Asked, sender: Sender, context: XapiContext, id?: string): Promise<string[]> {
  const given = { gone: context.gone, ...(id !== undefined && { id }) };
  const { items, attachments, isList } = await sentBy(asked, sender.name, given);
  const { fates } = await takeStatements(context, { sender, items, attachments, allOrNothing: true });
  const index = fates.indexOf('conflict');
  const inConflict = items[index];
  if (inConflict)
    throw new RefusedError(
      409,
      `There is another statement with the id ${inConflict.id}, which stays: send what differs under an id of its own.`,
      { ...(isList && { index }), pointer: '/id', id: inConflict.id },
    );
  return items.map((item) => item.id);
}

async function read(asked: Asked, sender: Sender, context: XapiContext, response: Response): Promise<void> {
  const more = asked.parameters.get('more');
  if (more !== undefined) {
    expectOnly(asked.parameters, ['more']);
    const { parameters, from } = placeIn(more, sender, context.cursors);
    return readList(parameters, from, asked, sender, context, response);
  }
  expectParametersOfReading(asked.parameters);
  const one = oneAskedFor(asked.parameters);
  if (!one) return readList(asked.parameters, undefined, asked, sender, context, response);
  const showing = showingIn(asked.parameters, asked.header('accept-language'));
  const found = await showStatement(context.database, sender.name, one, showing);
  if (!found)
    throw new RefusedError(
      404,
      one.voided
        ? 'There is no voided statement with this id among those that this platform has sent.'
        : 'There is no statement with this id among those that this platform has sent, or it was voided.',
    );
  response.setHeader('last-modified', new Date(Math.floor(found.seq / 1_000)).toUTCString());
  send(response, found.texts[0] ?? '', found, showing.attachments);
}

async function readList(
  parameters: ReadonlyMap<string, string>,
  from: number | undefined,
  asked: Asked,
  sender: Sender,
  { database, cursors }: XapiContext,
  response: Response,
): Promise<void> {
  const showing = showingIn(parameters, asked.header('accept-language'));
  const limit = limitIn(parameters);
  const { seqs, next } = await pageOfStatements(database, sender.name, filterIn(parameters), { limit, from });
  const shown = await showStatements(database, sender.name, seqs, showing);
  const place = next === undefined ? undefined : [JSON.stringify([...parameters]), next];
  const more = place ? `${address}?more=${cursors.seal(questionFor(sender), place)}` : '';
  const text = `{"statements":[${shown.texts.join(',')}],"more":${JSON.stringify(more)}}`;
  send(response, text, shown, showing.attachments);
}

function questionFor({ name }: Sender): string {
  return questionOf('xapi', name);
}

/** Where a page goes on, and what was asked for. */
function placeIn(
  more: string,
  sender: Sender,
  cursors: Cursors,
): { parameters: ReadonlyMap<string, string>; from: number } {
  const [parameters, from] = cursors.open(questionFor(sender), more) as [string, number];
  return { parameters: new Map(JSON.parse(parameters) as [string, string][]), from };
}

function send(response: Response, text: string, { attachments }: Shown, isInParts: boolean): void {
  if (!isInParts) {
    response.type('application/json').send(text);
    return;
  }
  const { contentType, body } = joinedParts([
    { headers: { 'Content-Type': 'application/json' }, bytes: Buffer.from(text) },
    ...attachments.map(({ sha2, contentType: type, bytes }) => ({
      headers: {
        'Content-Type': type,
        'Content-Transfer-Encoding': 'binary',
        'X-Experience-API-Hash': sha2,
      },
      bytes,
    })),
  ]);
  response.setHeader('content-type', contentType);
  response.send(body);
}
