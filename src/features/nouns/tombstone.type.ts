import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import type { NodeType } from '../../shared/ids';
import { organisation, VisibleTo } from '../access/policy';

/** What is deleted by itself; other nodes go with what they are part of. */
const TombstoneType = {
  PERSON: 'Person',
  TEAM: 'Team',
  SKILL: 'Skill',
  QUESTION: 'Question',
  MODULE: 'Module',
  PROJECT: 'Project',
  TASK: 'Task',
  ROLE_TEMPLATE: 'RoleTemplate',
} as const satisfies Record<string, NodeType>;
type TombstoneType = (typeof TombstoneType)[keyof typeof TombstoneType];
registerEnumType(TombstoneType, {
  name: 'TombstoneType',
  description: 'What leaves a tombstone when it is deleted or merged.',
  valuesConfig: {
    PERSON: { description: 'A person, deleted or merged into another.' },
    TEAM: { description: 'A team, with its memberships.' },
    SKILL: { description: 'A skill, deleted or merged into another.' },
    QUESTION: { description: 'A question, with its versions.' },
    MODULE: { description: 'A module, with its revisions and pages.' },
    PROJECT: { description: 'A project, with its tasks.' },
    TASK: { description: 'A task that was deleted by itself.' },
    ROLE_TEMPLATE: { description: 'A role template, with its requirements.' },
  },
});

@ObjectType({
  description:
    'What is left of something that was deleted or merged: a system that keeps a copy takes it out by this.',
  simpleResolvers: true,
})
export class Tombstone {
  @VisibleTo(organisation)
  @Field(() => ID, { description: 'The global id that it had; nothing else is ever given it.' })
  formerId!: string;
  @VisibleTo(organisation)
  @Field(() => TombstoneType, { description: 'What it was.' })
  type!: TombstoneType;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, { description: 'When it was deleted or merged.' })
  at!: Date;
  @VisibleTo(organisation)
  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the person or skill that it was merged into; null where it was deleted. That one may have been merged or deleted since, which its own tombstone says.',
  })
  mergedInto!: string | null;
}

@InputType({ description: 'Conditions on tombstones.' })
export class TombstoneFilter {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Only what went at this moment or later.',
  })
  since?: Date | null;
  @Field(() => [TombstoneType], { nullable: true, description: 'Only of these types.' })
  types?: TombstoneType[] | null;
}

export const TombstoneOrder = orderInput('Tombstone', { AT: 'By the moment at which it went.' });
export const TombstoneListArguments = listArguments(TombstoneFilter, TombstoneOrder);
export const TombstoneConnection = connectionType(() => Tombstone, 'Tombstone');
