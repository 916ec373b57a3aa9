import { verify, X509Certificate } from 'node:crypto';
import { messageOf } from '../../../shared/errors';
import { contentWithoutAttachments } from '../comparing';
import type { Attachment } from '../statement-parts';
import { isObject, type Fault, type JsonObject } from './faults';

const signature = 'http://adlnet.gov/expapi/attachments/signature';
const digests = new Map([
  ['RS256', 'RSA-SHA256'],
  ['RS384', 'RSA-SHA384'],
  ['RS512', 'RSA-SHA512'],
]);

/**
 * What is wrong with an attachment that signs its statement (xAPI 1.0.3, Data 2.6): it must be a JSON web signature in
 * compact form over the same statement, right by the certificate that it names. Nothing of other attachments.
 */
export function signatureFaults(
  statement: JsonObject,
  { usageType, contentType }: Attachment,
  bytes: Buffer | undefined,
  pointer: string,
): readonly Fault[] {
  if (usageType !== signature) return [];
  if (contentType !== 'application/octet-stream')
    return [
      { pointer: `${pointer}/contentType`, message: 'must be application/octet-stream for a signature' },
    ];
  if (!bytes) return [];
  const wrong = faultOfSignature(statement, bytes.toString('utf8'));
  return wrong === undefined ? [] : [{ pointer, message: `must be a signature of this statement: ${wrong}` }];
}

function faultOfSignature(statement: JsonObject, text: string): string | undefined {
  const [head = '', payload = '', signed = '', ...rest] = text.trim().split('.');
  const header = decoded(head);
  const original = decoded(payload);
  if (rest.length > 0 || signed === '' || !header || !original)
    return 'it is no JSON web signature in compact form with a statement as its payload';
  const algorithm = digests.get(String(header['alg']));
  if (algorithm === undefined) return `its algorithm must be one of ${[...digests.keys()].join(', ')}`;
  if (contentWithoutAttachments(original) !== contentWithoutAttachments(statement))
    return 'the statement that it signs is another';
  const chain = header['x5c'];
  if (chain === undefined) return undefined;
  const [own] = Array.isArray(chain) ? (chain as unknown[]) : [];
  if (typeof own !== 'string') return 'its "x5c" holds no certificate';
  try {
    const { publicKey } = new X509Certificate(Buffer.from(own, 'base64'));
    const isRight = verify(
      algorithm,
      Buffer.from(`${head}.${payload}`),
      publicKey,
      Buffer.from(signed, 'base64url'),
    );
    return isRight ? undefined : 'it is not that of the certificate in its "x5c"';
  } catch (error) {
    return `the certificate in its "x5c" cannot be read (${messageOf(error)})`;
  }
}

function decoded(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
