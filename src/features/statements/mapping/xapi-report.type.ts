import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { organisation, VisibleTo } from '../../access/policy';
import { reasons, type Reason } from '../profiles/reasons';

/** The reasons by their names, as GraphQL has them. */
export const UnmappedReason = Object.fromEntries(Object.keys(reasons).map((reason) => [reason, reason]));
registerEnumType(UnmappedReason, {
  name: 'UnmappedReason',
  description: 'Why a kept statement of a learning platform is no evidence.',
  valuesConfig: Object.fromEntries(
    Object.entries(reasons).map(([reason, sentence]) => [
      reason,
      { description: `Kept, not mapped: ${sentence}.` },
    ]),
  ),
});

@ObjectType({
  description:
    'Kept statements of one platform with one verb about one activity, that are no evidence for one reason. Whose they are is not said.',
  simpleResolvers: true,
})
export class UnmappedStatements {
  @VisibleTo(organisation)
  @Field(() => String, { description: 'Name of the platform that sent them.' })
  platform!: string;
  @VisibleTo(organisation)
  @Field(() => UnmappedReason, { description: 'Why they are no evidence, for programs.' })
  reason!: Reason;
  @VisibleTo(organisation)
  @Field(() => String, { description: 'Why they are no evidence, in one sentence.' })
  summary!: string;
  @VisibleTo(organisation)
  @Field(() => String, { description: 'The IRI of their verb.' })
  verb!: string;
  @VisibleTo(organisation)
  @Field(() => String, {
    nullable: true,
    description: 'The IRI of the type of their activity; null where they do not say it.',
  })
  type!: string | null;
  @VisibleTo(organisation)
  @Field(() => String, {
    description:
      'The IRI of their activity; where their object is none, its id or what kind of object it is.',
  })
  activity!: string;
  @VisibleTo(organisation)
  @Field(() => Int, { description: 'How many statements these are.' })
  count!: number;
  @VisibleTo(organisation)
  @Field(() => String, { description: 'Id of one of them: the platform can ask for it at /xapi/statements.' })
  example!: string;
}

@ObjectType({
  description: 'What became of statements of learning platforms that are no evidence.',
  simpleResolvers: true,
})
export class XapiReport {
  @VisibleTo(organisation)
  @Field(() => Int, {
    description:
      'How many kept statements nobody has read yet. They are read right after they are kept; more than a few that stay here mean that reading failed, as the log says, or that the service was stopped: they are read when it starts.',
  })
  unread!: number;
  @VisibleTo(organisation)
  @Field(() => Int, { description: 'How many kept statements are no evidence, whatever the reason.' })
  unmapped!: number;
  @VisibleTo(organisation)
  @Field(() => [UnmappedStatements], {
    description: 'Those that meet the conditions, by what they have in common; the most frequent first.',
  })
  groups!: readonly UnmappedStatements[];
}

@ArgsType()
export class XapiReportArguments {
  @Field(() => Int, { defaultValue: 100, description: 'How many groups at most, 1 to 1,000.' })
  first!: number;
  @Field(() => String, { nullable: true, description: 'Only statements of the platform of this name.' })
  platform?: string | null;
  @Field(() => UnmappedReason, {
    nullable: true,
    description: 'Only statements that are no evidence for this reason.',
  })
  reason?: Reason | null;
}
