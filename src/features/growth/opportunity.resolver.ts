import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ForbiddenError } from '../../shared/errors';
import { Costs, HoldsAtMost } from '../../shared/field-extensions';
import { byName } from '../../shared/name-order';
import { individuals, staffing, VisibleTo } from '../access/policy';
import { sees } from '../access/viewer';
import { peopleOfScope } from '../gaps/gaps.read';
import { Person } from '../people/person.type';
import { Team } from '../people/team.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { growthOfPerson } from './opportunity.loader';
import { GrowthOpportunities } from './opportunity.type';

/** How many of a team are listed. */
const mostListed = 1_000;

@Resolver(() => Person)
export class PersonGrowthResolver {
  @VisibleTo(individuals)
  @Costs(500)
  @FieldResolver(() => GrowthOpportunities, {
    nullable: true,
    description:
      'What speaks for harder work for this person, and which would stretch them. For the person and who leads them now; null, and FORBIDDEN in the errors, for everybody else, hr and admin too. The person is looked at.',
  })
  growthOpportunities(@Root() { key }: Person, @Ctx() context: RequestContext): Promise<GrowthOpportunities> {
    return load(context, growthOfPerson, key, null);
  }
}

@Resolver(() => Team)
export class TeamGrowthResolver {
  @VisibleTo(staffing)
  @Costs(2_000)
  @HoldsAtMost(mostListed, 'Person')
  @FieldResolver(() => [GrowthOpportunities], {
    nullable: true,
    description:
      'Those members of the team, up to 1,000, who seem ready for harder work, by name, for whoever leads them now: members led by others are not among them. Null, and FORBIDDEN in the errors, for everybody else, hr and admin too. All members who are led are looked at, whether or not they are listed.',
  })
  async growthOpportunities(
    @Root() { key }: Team,
    @Ctx() context: RequestContext,
  ): Promise<GrowthOpportunities[]> {
    const visible = await context.visible();
    const [states, plans] = await Promise.all([context.states(), context.plans()]);
    const led = peopleOfScope({ states, plans }, 'team', key, context.now).filter(
      (person) => !visible.everyone && sees(visible, person),
    );
    if (led.length === 0)
      throw new ForbiddenError('Only who leads people of this team may see what they may grow into.');
    const found = await Promise.all(led.map((person) => load(context, growthOfPerson, person, null)));
    const sortNameOf = ({ person }: GrowthOpportunities) => {
      const place = states.placeOf(person.key);
      return { key: person.key, sortName: place === undefined ? '' : states.personAt(place).sortName };
    };
    return found
      .filter(({ isReady }) => isReady)
      .sort((one, other) => byName(sortNameOf(one), sortNameOf(other)))
      .slice(0, mostListed);
  }
}
