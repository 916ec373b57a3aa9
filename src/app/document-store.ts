import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';

const mostDocuments = 500;
/** A document keeps its source alive, blanks and comments included. */
const longestSource = 20_000;

/** Parsed and valid documents by their hash: the last used few that are no longer than a hand writes. */
export function documentStore(): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> {
  const documents = new Map<string, DocumentNode>();
  return {
    get(key) {
      const document = documents.get(key);
      if (document) {
        documents.delete(key);
        documents.set(key, document);
      }
      return Promise.resolve(document);
    },
    set(key, document) {
      if ((document.loc?.source.body.length ?? 0) <= longestSource) documents.set(key, document);
      const [oldest] = documents.keys();
      if (documents.size > mostDocuments && oldest !== undefined) documents.delete(oldest);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
