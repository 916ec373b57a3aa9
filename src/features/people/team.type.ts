import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { Node, Noun, NounFilter, nounOrder } from '../../shared/noun.type';
import { PeriodFilter } from '../../shared/period';
import { everyone, individuals, VisibleTo } from '../access/policy';
import { Person } from './person.type';

@ObjectType({
  implements: Node,
  description:
    'People who work together, with one or more leads, perhaps within a broader team, whose leads see and staff what those of the narrower one do. Figures on a team count the people of the teams within it too.',
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
  @Field(() => ID, {
    nullable: true,
    description: 'Only teams within the team with this global id, at any depth; that team itself is not.',
  })
  within?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only teams that the person with this global id leads.' })
  ledBy?: string | null;
}

export const TeamOrder = nounOrder('Team');
export const TeamListArguments = listArguments(TeamFilter, TeamOrder);
export const TeamConnection = connectionType(() => Team, 'Team');

@ObjectType({ description: 'A period in which a person belongs to a team.', simpleResolvers: true })
export class Membership {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The person who is a member.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Team, { description: 'The team that they belong to.' })
  team!: Team;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When membership begins; null where not known.',
  })
  from!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When membership ends; null while it lasts.',
  })
  to!: Date | null;
}

@InputType({ description: 'Conditions on memberships; where `states` is left out, only current ones.' })
export class MembershipFilter extends PeriodFilter {
  @Field(() => ID, { nullable: true, description: 'Only memberships of the person with this global id.' })
  person?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only memberships in the team with this global id.' })
  team?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only memberships in the team with this global id and in the teams within it, at any depth.',
  })
  within?: string | null;
}

export const MembershipOrder = orderInput('Membership', {
  NAME: "By name: of the person in a team's list, of the team in a person's list.",
  FROM: 'By the beginning of the membership.',
});
export const MembershipListArguments = listArguments(MembershipFilter, MembershipOrder);
export const MembershipConnection = connectionType(() => Membership, 'Membership');
