import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/connection';

@ObjectType({ description: 'People who work together, with those who lead them.', simpleResolvers: true })
export class Team {
  /** Internal id. */
  key!: string;
  sortName!: string;
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => String, { description: 'Name of the team.' })
  name!: string;
}

export const TeamConnection = connectionType(() => Team, 'Team');
