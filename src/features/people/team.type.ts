import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { Node, Noun, NounFilter, nounOrder } from '../../shared/noun.type';
import { PeriodFilter } from '../../shared/period';
import { everyone, individuals, VisibleTo } from '../access/policy';
import { Person } from './person.type';

@ObjectType({
  implements: Node,
  description: 'People who work together under one or more leads, for a time, perhaps within a broader team.',
  simpleResolvers: true,
})
export class Team extends Noun {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Name of the team.' })
  name!: string;
}

@InputType({ description: 'Conditions on teams.' })
export class TeamFilter extends NounFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only teams directly within the team with this global id.',
  })
  broader?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only teams that the person with this global id leads.' })
  ledBy?: string | null;
}

export const TeamOrder = nounOrder('Team');
export const TeamListArguments = listArguments(TeamFilter, TeamOrder);
export const TeamConnection = connectionType(() => Team, 'Team');

@ObjectType({ description: 'One stretch of time that a person belongs to a team.', simpleResolvers: true })
export class Membership {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The member.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Team, { description: 'The team.' })
  team!: Team;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'First moment of membership; null where not known.',
  })
  from!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'End of membership; null while it lasts.' })
  to!: Date | null;
}

@InputType({ description: 'Conditions on memberships; without states, only current ones.' })
export class MembershipFilter extends PeriodFilter {
  @Field(() => ID, { nullable: true, description: 'Only memberships of the person with this global id.' })
  person?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only memberships in the team with this global id.' })
  team?: string | null;
}

export const MembershipOrder = orderInput('Membership', {
  NAME: 'By name of the other side: of the person in a list of a team, of the team in a list of a person.',
  FROM: 'By when the membership begins.',
});
export const MembershipListArguments = listArguments(MembershipFilter, MembershipOrder);
export const MembershipConnection = connectionType(() => Membership, 'Membership');
