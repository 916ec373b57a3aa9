import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { OrderDirection, type Connection } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, VisibleTo } from '../access/policy';
import { personByKey } from '../people/people.loader';
import { Person } from '../people/person.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { revoke } from './revoking.service';
import { tokenList } from './token.list';
import {
  RevokeTokensPayload,
  Token,
  TokenArguments,
  TokenConnection,
  TokenReferenceInput,
} from './token.type';

@Resolver(() => Token)
export class TokenResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @Query(() => TokenConnection, {
    description:
      'Tokens that were issued, the latest first: an admin sees all of them, a person their own, and a program that is no admin none. The tokens themselves are kept nowhere.',
  })
  tokens(
    @Args(() => TokenArguments) given: TokenArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Token>> {
    const latestFirst = { field: 'ISSUED_AT', direction: OrderDirection.DESC };
    return tokenList.page(context, { ...given, orderBy: latestFirst });
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Person, {
    nullable: true,
    description:
      'The person behind the token; null for a program, and for somebody who is not held any more.',
  })
  person(@Root() { personKey }: Token, @Ctx() context: RequestContext): Promise<Person | null> {
    return personKey === null ? Promise.resolve(null) : load(context, personByKey, personKey, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @Mutation(() => RevokeTokensPayload, {
    description:
      'Revokes up to 1,000 tokens: the server that answers takes them no more, others of the installation stop within a second. An admin may revoke any, a person their own; others are NOT_FOUND. Safe to send again: a token stays revoked since the first time.',
  })
  revokeTokens(
    @Arg('items', () => [TokenReferenceInput], { description: 'Up to 1,000 tokens.' })
    items: TokenReferenceInput[],
    @Ctx() context: RequestContext,
  ): Promise<RevokeTokensPayload> {
    return revoke(context, items);
  }
}
