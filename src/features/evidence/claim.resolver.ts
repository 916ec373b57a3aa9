import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { Person } from '../people/person.type';
import { summaryOfClaim } from './claim-summary';
import { claimsAbout } from './claim.list';
import { Claim, ClaimConnection, ClaimListArguments } from './claim.type';

@Resolver(() => Person)
export class PersonClaimsResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => ClaimConnection, {
    nullable: true,
    description:
      'Levels of this person that were stated by themselves, peers, leads or credentials, including withdrawn claims. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).',
  })
  claims(
    @Root() person: Person,
    @Args(() => ClaimListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Claim>> {
    return claimsAbout(context, person, given);
  }
}

@Resolver(() => Claim)
export class ClaimResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => String, { description: 'The same in one plain sentence: who states what, and when.' })
  summary(@Root() claim: Claim): string {
    return summaryOfClaim(claim);
  }
}
