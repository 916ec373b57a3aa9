import { statement, type Queries } from '../../graph/driver/statement';

/** The bytes of an attachment of some statements of a platform, named by their digest. */
export interface AttachmentContent {
  readonly sha2: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

function attachmentKey(platform: string, sha2: string): string {
  return `${platform}\u001f${sha2.toLowerCase()}`;
}

const WRITE = statement(
  'statements.writeAttachments',
  `UNWIND $rows AS row
   MERGE (attachment:Attachment {key: row.key})
   ON CREATE SET attachment += row`,
);

/** Keeps attachments; what is there under the same digest is the same. */
export async function writeAttachments(
  tx: Queries,
  platform: string,
  contents: readonly AttachmentContent[],
): Promise<void> {
  const rows = contents.map(({ sha2, contentType, bytes }) => ({
    key: attachmentKey(platform, sha2),
    sha2: sha2.toLowerCase(),
    contentType,
    bytes: new Int8Array(bytes),
  }));
  await tx.query(WRITE, { rows: rows.sort((one, other) => (one.key < other.key ? -1 : 1)) });
}

const FIND = statement<{ sha2: string; contentType: string; bytes: Int8Array }>(
  'statements.attachments',
  `UNWIND $keys AS key
   MATCH (attachment:Attachment {key: key})
   RETURN attachment.sha2 AS sha2, attachment.contentType AS contentType, attachment.bytes AS bytes`,
);

/** Those that are there, each once. */
export async function attachmentsBy(
  queries: Queries,
  platform: string,
  digests: readonly string[],
): Promise<AttachmentContent[]> {
  if (digests.length === 0) return [];
  const keys = [...new Set(digests.map((sha2) => attachmentKey(platform, sha2)))];
  const rows = await queries.query(FIND, { keys });
  return rows.map((row) => ({ ...row, bytes: Buffer.from(row.bytes) }));
}
