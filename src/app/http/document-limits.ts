import type { RequestHandler } from 'express';
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { Config } from '../../shared/config';
import { LimitError } from '../../shared/errors';

/** Characters of a word or sign with the blanks and comments beside it, taken over a whole document. */
const longestToken = 50;
/** Brackets within each other, added up over operations and fragments; a document that a hand writes has some ten. */
const deepestNesting = 400;

/**
 * Refuses a document that only an attack would send, before it is parsed. Parsing, and validating what nests or chains
 * deeply, are recursive: they would run out of stack, and fail as if the fault were ours.
 */
export function limitDocument({ SKILLWAKE_MAX_TOKENS }: Config): RequestHandler {
  return (request, _response, next) => {
    // Express stops after a thousand parameters of an address and Apollo does not: all that may be parsed is scanned.
    const [, search = ''] = /[?]([^#]*)/.exec(request.url) ?? [];
    for (const source of [...new URLSearchParams(search).getAll('query'), bodyOf(request.body).query])
      if (typeof source === 'string') check(source, SKILLWAKE_MAX_TOKENS);
    next();
  };
}

function bodyOf(body: unknown): { query?: unknown } {
  return typeof body === 'object' && body !== null ? body : {};
}

const opening = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

function check(source: string, mostTokens: number): void {
  if (source.length > mostTokens * longestToken) throw tooLong(mostTokens);
  let [tokens, nesting, deepest, nestingBefore] = [0, 0, 0, 0];
  for (const kind of kindsOf(source)) {
    if (++tokens > mostTokens) throw tooLong(mostTokens);
    if (opening.has(kind)) deepest = Math.max(deepest, ++nesting);
    if (closing.has(kind) && --nesting === 0) {
      nestingBefore += deepest;
      deepest = 0;
    }
    if (nestingBefore + deepest > deepestNesting) {
      throw new LimitError(
        'nesting',
        deepestNesting,
        'brackets nested in each other, added up over the operations and fragments of a document',
        'send nested values as variables, and only what you run',
      );
    }
  }
}

/** The tokens of a document, up to its end or its first lexical fault, which the parser then reports. */
function* kindsOf(source: string): Generator<TokenKind> {
  const lexer = new Lexer(new Source(source));
  try {
    while (lexer.advance().kind !== TokenKind.EOF) yield lexer.token.kind;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}

function tooLong(most: number): LimitError {
  return new LimitError(
    'tokens',
    most,
    'tokens in a document',
    'send values as variables, and use several requests',
  );
}
