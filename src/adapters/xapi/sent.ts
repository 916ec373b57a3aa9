import { hash } from 'node:crypto';
import type { AttachmentContent } from '../../features/statements/attachment.store';
import { isObject, type Fault, type JsonObject } from '../../features/statements/checking/faults';
import { faultsOf } from '../../features/statements/checking/statement-check';
import { signatureFaults } from '../../features/statements/checking/signatures';
import { StatementIds } from '../../features/statements/identifying';
import { usedTwice } from '../../features/statements/kept-text';
import type { StatementToKeep } from '../../features/statements/keeping.service';
import type { Attachment, GivenStatement } from '../../features/statements/statement-parts';
import { itemsOf } from '../../shared/json-members';
import { takeTurns } from '../../shared/slices';
import { textOf, type Asked } from './asked';
import { boundaryIn, partsOf, type Part } from './multipart';
import { badRequest, faulty } from './refused';

/** What a request sends, checked. */
export interface Sent {
  readonly items: readonly StatementToKeep[];
  readonly attachments: readonly AttachmentContent[];
  readonly isList: boolean;
}

/** Reads and checks what a request sends; refuses all of it where one statement is not valid. */
export async function sentBy(
  asked: Asked,
  platform: string,
  given: { readonly id?: string; readonly gone: AbortSignal },
): Promise<Sent> {
  const { text, parts } = contentOf(asked);
  const value = parsed(text);
  const isList = Array.isArray(value);
  if (!isList && !isObject(value))
    throw badRequest('The body is neither a statement nor a list of statements.');
  if (isList && given.id !== undefined) throw badRequest('PUT takes one statement: send several with POST.');
  const texts = isList ? itemsOf(text) : [text.trim()];
  const attachments = contentsIn(parts);
  const items: StatementToKeep[] = [];
  const made = new StatementIds(platform);
  const ids = new Set<string>();
  for (const [index, statement] of (isList ? value : [value]).entries()) {
    await takeTurns(given.gone);
    const own = texts[index] ?? '';
    const faults = faultsIn(statement, own, parts && attachments);
    if (faults.length > 0) throw faulty(faults, isList ? index : undefined);
    const checked = statement as GivenStatement;
    const id = idOf(checked, given.id) ?? made.of(checked);
    if (ids.size === ids.add(id.toLowerCase()).size)
      throw badRequest(`Two statements of the batch have the id ${id}: give each its own.`, {
        index,
        pointer: '/id',
        id,
      });
    items.push({ id, statement: checked, text: own });
  }
  expectAllNamed(items, attachments);
  return { items, attachments: [...attachments.values()], isList };
}

function idOf({ id }: GivenStatement, asked: string | undefined): string | undefined {
  if (id !== undefined && asked !== undefined && id.toLowerCase() !== asked.toLowerCase())
    throw badRequest(`The statement has the id ${id}, and "statementId" is another: let them agree.`, {
      pointer: '/id',
    });
  return id ?? asked;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw badRequest(`The body is not JSON (${error instanceof Error ? error.message : 'it is broken'}).`);
  }
}

/** The text of the statements, and the parts with attachments where the request has parts. */
function contentOf(asked: Asked): { text: string; parts: readonly Part[] | undefined } {
  const contentType = asked.header('content-type') ?? '';
  const [type = ''] = contentType.toLowerCase().split(';');
  switch (type.trim()) {
    case 'application/json':
      return { text: textOf(asked.body), parts: undefined };
    case 'multipart/mixed': {
      const [first, ...others] = partsOf(asked.body, boundaryIn(contentType));
      if (!first || !(first.headers.get('content-type') ?? '').toLowerCase().startsWith('application/json'))
        throw badRequest(
          'The first part must hold the statements, with the header Content-Type: application/json.',
        );
      return { text: textOf(first.bytes), parts: others };
    }
    default:
      throw badRequest(
        'Send statements as application/json, or with their attachments as multipart/mixed, and say so in the header Content-Type.',
      );
  }
}

const algorithms = new Map([
  [56, 'sha224'],
  [64, 'sha256'],
  [96, 'sha384'],
  [128, 'sha512'],
]);

/** Attachments by their digest, each of which is proven. */
function contentsIn(parts: readonly Part[] | undefined): Map<string, AttachmentContent> {
  const contents = new Map<string, AttachmentContent>();
  for (const { headers, bytes } of parts ?? []) {
    const sha2 = headers.get('x-experience-api-hash')?.toLowerCase();
    if (sha2 === undefined)
      throw badRequest('A part with an attachment lacks the header X-Experience-API-Hash.');
    const encoding = headers.get('content-transfer-encoding') ?? 'binary';
    if (encoding.toLowerCase() !== 'binary')
      throw badRequest('An attachment must come with the header Content-Transfer-Encoding: binary.');
    const algorithm = algorithms.get(sha2.length);
    if (algorithm === undefined || hash(algorithm, bytes, 'hex') !== sha2)
      throw badRequest(
        `The attachment ${sha2} has another SHA-2 digest than its header says: send it again.`,
      );
    contents.set(sha2, {
      sha2,
      contentType: headers.get('content-type') ?? 'application/octet-stream',
      bytes,
    });
  }
  return contents;
}

function faultsIn(
  statement: unknown,
  text: string,
  contents: ReadonlyMap<string, AttachmentContent> | undefined,
): readonly Fault[] {
  const faults = faultsOf(statement);
  if (faults.length > 0 || !isObject(statement)) return faults;
  const twice = usedTwice(text);
  if (twice !== undefined) return [{ pointer: `/${twice}`, message: 'must be used once, and is used twice' }];
  return attachmentFaults(statement, contents);
}

function attachmentFaults(
  statement: JsonObject,
  contents: ReadonlyMap<string, AttachmentContent> | undefined,
): readonly Fault[] {
  const { attachments = [] } = statement as { attachments?: readonly Attachment[] };
  return attachments.flatMap((attachment, index): readonly Fault[] => {
    const pointer = `/attachments/${String(index)}`;
    const content = contents?.get(attachment.sha2.toLowerCase());
    if (!content && attachment.fileUrl === undefined)
      return [
        {
          pointer,
          message: 'must have a fileUrl, or come as a part of multipart/mixed with the same SHA-2 digest',
        },
      ];
    if (content && content.bytes.length !== attachment.length)
      return [
        {
          pointer: `${pointer}/length`,
          message: `must be ${content.bytes.length}, as long as the attachment is`,
        },
      ];
    return signatureFaults(statement, attachment, content?.bytes, pointer);
  });
}

function expectAllNamed(
  items: readonly StatementToKeep[],
  attachments: ReadonlyMap<string, AttachmentContent>,
): void {
  const named = new Set(
    items.flatMap(({ statement }) => (statement.attachments ?? []).map(({ sha2 }) => sha2.toLowerCase())),
  );
  for (const sha2 of attachments.keys())
    if (!named.has(sha2))
      throw badRequest(`No statement names the attachment ${sha2}: leave it out, or name it.`);
}
