import { ArgsType, Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, PageArguments } from '../../shared/connection';
import { ItemError } from '../../shared/items';
import { LenientString } from '../../shared/scalars';
import { everyone, VisibleTo } from '../access/policy';
import { RoleName } from '../access/role.type';

@ObjectType({
  description:
    'A token that `npm run token` issued: who a program or a person is to this API, and for how long. The token itself is kept nowhere. What an identity service signed by itself, without an id, is not among them.',
  simpleResolvers: true,
})
export class Token {
  /** Internal id of the person behind it; null for a program. */
  personKey!: string | null;
  @VisibleTo(everyone)
  @Field(() => ID, {
    description:
      'Names the token to revokeTokens and to `npm run token -- --revoke`; the token carries it as its `jti`. It opens nothing.',
  })
  id!: string;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'What it was called when it was issued; may be empty.' })
  name!: string;
  @VisibleTo(everyone)
  @Field(() => RoleName, { description: 'The role in which it lets its holder ask.' })
  role!: RoleName;
  @VisibleTo(everyone)
  @Field(() => [String], {
    nullable: true,
    description:
      'All that it opens: graphql, exports:people, exports:matrix, exports:gaps, exports:supply, exports:changes. Null where it was issued without scopes and opens whatever its role may. With exports:gaps and exports:supply alone it shows nobody one by one, and figures on few people are withheld.',
  })
  scopes!: string[] | null;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, { description: 'When it was issued.' })
  issuedAt!: Date;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, {
    description: 'When it ends by itself; after a renewal, when the latest one does.',
  })
  expiresAt!: Date;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was last renewed, by `npm run token -- --renew`; null where it was not.',
  })
  renewedAt!: Date | null;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was revoked; null where it was not.',
  })
  revokedAt!: Date | null;
}

export const TokenConnection = connectionType(() => Token, 'Token');

@InputType({ description: 'Conditions on tokens.' })
export class TokenFilter {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only tokens that have neither expired nor been revoked; false: only those that have; left out: both.',
  })
  active?: boolean | null;
}

@ArgsType()
export class TokenArguments extends PageArguments {
  @Field(() => TokenFilter, {
    nullable: true,
    description: 'Only tokens that meet every condition given.',
  })
  filterBy?: TokenFilter | null;
}

@InputType({ description: 'Names a token.' })
export class TokenReferenceInput {
  @Field(() => LenientString, { nullable: true, description: 'Required. Token.id.' })
  id?: unknown;
}

@ObjectType({ description: 'What became of a batch of tokens.', simpleResolvers: true })
export class RevokeTokensPayload {
  @VisibleTo(everyone)
  @Field(() => [Token], {
    nullable: 'items',
    description: 'By position in the input: the token as revoked, or null where the item failed.',
  })
  tokens!: (Token | null)[];
  @VisibleTo(everyone)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
