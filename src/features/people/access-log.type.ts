import {
  ArgsType,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { connectionType, PageArguments } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import type { Need } from '../request/looks';
import { RoleName } from '../access/role.type';

export enum AccessNeed {
  MASTERY = 'MASTERY',
  STAFFING = 'STAFFING',
  GAPS = 'GAPS',
  LEARNING = 'LEARNING',
  EXPORT = 'EXPORT',
}
registerEnumType(AccessNeed, {
  name: 'AccessNeed',
  description: "What a person's figures were looked at for.",
  valuesConfig: {
    MASTERY: {
      description: "Levels in skills: the person's own list, or the list of people known in a skill.",
    },
    STAFFING: {
      description: 'The fit to a project or to stated needs: the person was listed as a candidate.',
    },
    GAPS: {
      description:
        'The distance to a requirement: the person was listed as one of the nearest in a gap report.',
    },
    LEARNING: {
      description: 'The modules that the person was to learn from: which are begun, and which completed.',
    },
    EXPORT: {
      description:
        'A copy for another system, by an export: what is stored of the person, or all their levels; `operation` says which.',
    },
  },
});

export const accessNeeds: Readonly<Record<Need, AccessNeed>> = {
  mastery: AccessNeed.MASTERY,
  staffing: AccessNeed.STAFFING,
  gaps: AccessNeed.GAPS,
  learning: AccessNeed.LEARNING,
  export: AccessNeed.EXPORT,
};

export const storedNeeds: Readonly<Record<AccessNeed, Need>> = {
  MASTERY: 'mastery',
  STAFFING: 'staffing',
  GAPS: 'gaps',
  LEARNING: 'learning',
  EXPORT: 'export',
};

@ObjectType({
  description:
    "An entry of a person's access log: that someone else looked at a person's figures, or was given a total or a refusal that depends on them. Looks by the same viewer in the same role for the same need within an hour are one entry with a count; it appears some seconds after the first look, and its count follows within minutes.",
  simpleResolvers: true,
})
export class AccessLogEntry {
  /** Internal id of whom the viewer has become; null for a program, and for somebody who is not held any more. */
  viewerKey!: string | null;
  @VisibleTo(individuals)
  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the person who looked, as it was then, whatever became of them; null for a program.',
  })
  viewerId!: string | null;
  @VisibleTo(individuals)
  @Field(() => String, { nullable: true, description: 'Their name as it was then; null for a program.' })
  viewerName!: string | null;
  @VisibleTo(individuals)
  @Field(() => RoleName, { description: 'The role in which they looked.' })
  role!: RoleName;
  @VisibleTo(individuals)
  @Field(() => AccessNeed, { description: 'What they looked at the figures for.' })
  need!: AccessNeed;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description:
      "Name of the GraphQL operation that the viewer's program sent for the first of them, up to 200 characters; null where it had no name.",
  })
  operation!: string | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When they first looked.' })
  firstAccessedAt!: Date;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    description: 'When they last looked, at most an hour after `firstAccessedAt`.',
  })
  lastAccessedAt!: Date;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How often they looked, at least 1.' })
  count!: number;
}

export const AccessLogConnection = connectionType(() => AccessLogEntry, 'AccessLog');

@InputType({ description: 'Conditions on entries of an access log.' })
export class AccessLogFilter {
  @Field(() => [AccessNeed], { nullable: true, description: 'Only entries for one of these needs.' })
  needs?: AccessNeed[] | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Only entries whose last look happened at this moment or later.',
  })
  since?: Date | null;
}

@ArgsType()
export class AccessLogArguments extends PageArguments {
  @Field(() => AccessLogFilter, {
    nullable: true,
    description: 'Only entries that meet every condition given.',
  })
  filterBy?: AccessLogFilter | null;
}
