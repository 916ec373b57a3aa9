import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { bytesOf } from './size';

/** Bytes of all of them together. */
const mostBytes = 32 * 1024 * 1024;
/** A document keeps its source alive, blanks and comments included. */
const longestSource = 20_000;

/** Parsed and valid documents by their hash: those last used that are no longer than a hand writes. */
export function documentStore(): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: mostBytes,
    sizeCalculation: bytesOf,
  });
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set(key, document) {
      if ((document.loc?.source.body.length ?? 0) <= longestSource) documents.set(key, document);
      return Promise.resolve();
    },
    delete(key) {
      documents.delete(key);
      return Promise.resolve();
    },
  };
}
