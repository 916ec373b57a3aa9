import { z } from 'zod';
import type { FileValue } from './values';

/** Raised when a reader of the number before could not read the file. */
export const fileFormat = 1;

const name = z.string().regex(/^[A-Za-z]\w*$/);
const properties = z.record(z.string(), z.custom<FileValue>());
const end = z.tuple([name, name, z.custom<FileValue>(), properties]);

/** First line: what the file is. */
export const headerSchema = z.object({
  skillwakeBackup: z.number().int(),
  /** The release that wrote it. */
  version: z.string(),
  /** Number of the last migration of the graph. */
  migration: z.number().int(),
  createdAt: z.string(),
});
export type Header = z.infer<typeof headerSchema>;

/**
 * A node with its labels and properties and the relationships that start at it: type, label and key of the other end,
 * properties. A node without a key says in `of` what it belongs to, by the relationship that leads to it.
 */
export const nodeSchema = z.object({
  node: z.array(name).min(1),
  properties,
  of: end.optional(),
  out: z.array(end),
});
export type NodeLine = z.infer<typeof nodeSchema>;

/** Last line: how many nodes come before it, and the SHA-256 of all that does. */
export const footerSchema = z.object({ nodes: z.number().int(), sha256: z.string() });
export type Footer = z.infer<typeof footerSchema>;
