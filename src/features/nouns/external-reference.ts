import type { Reference } from '../../graph/nouns/identity';
import { BadInputError } from '../../shared/errors';
import { externalKey, isExternalName, type NodeType } from '../../shared/ids';

/** How what a source calls a noun refers to it; throws BadInputError where nothing can be called so. */
export function externalReference(type: NodeType, source: string, value: string): Reference {
  for (const [name, given] of Object.entries({ source, id: value }))
    if (!isExternalName(given))
      throw new BadInputError(
        `${name} must be a text of 1 to 200 characters without control characters: give source and id as they were saved, or a global id as id alone.`,
      );
  return externalKey(type, source, value);
}
