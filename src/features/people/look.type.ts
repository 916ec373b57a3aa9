import {
  ArgsType,
  Field,
  GraphQLISODateTime,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { connectionType, PageArguments } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import type { Need } from '../request/looks';
import { RoleName } from '../access/role.type';

export enum LookNeed {
  MASTERY = 'MASTERY',
  STAFFING = 'STAFFING',
  GAPS = 'GAPS',
}
registerEnumType(LookNeed, {
  name: 'LookNeed',
  description: "For what somebody's figures were looked at.",
  valuesConfig: {
    MASTERY: { description: 'Levels in skills, of the person or among those known in a skill.' },
    STAFFING: { description: 'The fit to a project, as one of its candidates.' },
    GAPS: { description: 'The distance to a requirement, as one of the nearest in a gap report.' },
  },
});

export const lookNeeds: Readonly<Record<Need, LookNeed>> = {
  mastery: LookNeed.MASTERY,
  staffing: LookNeed.STAFFING,
  gaps: LookNeed.GAPS,
};

export const storedNeeds: Readonly<Record<LookNeed, Need>> = {
  MASTERY: 'mastery',
  STAFFING: 'staffing',
  GAPS: 'gaps',
};

@ObjectType({
  description:
    "Somebody else looked at a person's figures. Looks of the same viewer for the same need by the same operation within an hour are one, with their count; it is there some seconds after the first, and its count follows within minutes.",
  simpleResolvers: true,
})
export class Look {
  /** Internal id; null for a program. */
  viewerKey!: string | null;
  @VisibleTo(individuals)
  @Field(() => RoleName, { description: 'In which role they looked.' })
  role!: RoleName;
  @VisibleTo(individuals)
  @Field(() => LookNeed, { description: 'For what.' })
  need!: LookNeed;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description:
      'What the program that they used calls the operation, its first 200 characters; null where it gave no name.',
  })
  operation!: string | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When they looked first.' })
  firstAt!: Date;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When they looked last, within the hour after.' })
  lastAt!: Date;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How often, from 1.' })
  count!: number;
}

export const LookConnection = connectionType(() => Look, 'Look');

@InputType({ description: 'Conditions on looks.' })
export class LookFilter {
  @Field(() => [LookNeed], { nullable: true, description: 'Only looks for one of these needs.' })
  needs?: LookNeed[] | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Only looks of which the last happened at this moment or later.',
  })
  since?: Date | null;
}

@ArgsType()
export class LookArguments extends PageArguments {
  @Field(() => LookFilter, { nullable: true, description: 'Only looks that fit every condition given.' })
  filterBy?: LookFilter | null;
}
