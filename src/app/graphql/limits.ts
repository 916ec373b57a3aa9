import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext } from 'graphql';
import type { RequestContext } from '../../features/request/context';
import type { Config } from '../../shared/config';
import { LimitError } from '../../shared/errors';
import type { KnownAmounts } from './amounts';
import { costOf } from './cost';

/** A document whose fragments multiply beyond this is not examined further: its cost would be refused anyway. */
const mostSelections = 1_000_000;
/** How many faults of a document one answer reports. */
const mostFaults = 20;

/** What validation holds every operation to. */
export function operationLimits(
  config: Config,
): Pick<
  ApolloServerOptions<RequestContext>,
  'validationOptions' | 'validationRules' | 'maxRecursiveSelections'
> {
  const { SKILLWAKE_MAX_DEPTH, SKILLWAKE_MAX_ALIASES, SKILLWAKE_MAX_DIRECTIVES } = config;
  const severally = 'use lists in place of single items, or send several requests';
  return {
    validationOptions: { maxErrors: mostFaults },
    maxRecursiveSelections: mostSelections,
    validationRules: [
      maxDepthRule({
        n: SKILLWAKE_MAX_DEPTH,
        flattenFragments: true,
        ...refusing(
          new LimitError(
            'depth',
            SKILLWAKE_MAX_DEPTH,
            'levels of fields in an operation',
            'fetch what lies deeper by its id, in a request of its own',
          ),
        ),
      }),
      maxAliasesRule({
        n: SKILLWAKE_MAX_ALIASES,
        allowList: [],
        ...refusing(new LimitError('aliases', SKILLWAKE_MAX_ALIASES, 'aliases in an operation', severally)),
      }),
      maxDirectivesRule({
        n: SKILLWAKE_MAX_DIRECTIVES,
        ...refusing(
          new LimitError('directives', SKILLWAKE_MAX_DIRECTIVES, 'directives in an operation', severally),
        ),
      }),
    ],
  };
}

/** Refuses an operation whose answer could hold too much, before anything of it runs; every answer says what it could cost. */
export function limitCost(most: number, amounts: KnownAmounts): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ schema, document, operation, request: { variables }, contextValue }) {
          const cost = operation ? costOf(schema, document, operation, variables, amounts.known()) : 0;
          contextValue.request.cost = cost;
          if (cost <= most) return Promise.resolve();
          throw refusal(
            new LimitError(
              'cost',
              most,
              `values to read or compute for a response, and this one could need ${String(cost)}`,
              'use shorter pages (first), select less of each item, or send several requests',
            ),
          );
        },
        willSendResponse({ contextValue, response: { body } }) {
          const { cost } = contextValue.request;
          if (body.kind === 'single' && cost !== undefined)
            body.singleResult.extensions = { ...body.singleResult.extensions, cost: { cost, limit: most } };
          return Promise.resolve();
        },
      }),
  };
}

/** How a rule of the package reports its refusal: in our words, among the errors of validation. */
function refusing(error: LimitError) {
  return {
    propagateOnRejection: false,
    onReject: [(context: ValidationContext | null) => context?.reportError(refusal(error))],
  };
}

function refusal(error: LimitError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
}
