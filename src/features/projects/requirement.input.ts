import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { instant, reference, wholeNumberIn } from '../../shared/checks';
import { LenientDateTime, LenientFloat, LenientInt } from '../../shared/scalars';
import { ReferenceInput } from '../access/reference.input';

@InputType({
  description:
    'Requires a level of a skill of a project or of one of its tasks. The same owner, skill and level change the requirement that is there: what is left out stays.',
})
export class RequirementInput {
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The project that needs it as a whole; or give task.',
  })
  project?: ReferenceInput | null;
  @Field(() => ReferenceInput, { nullable: true, description: 'The task that needs it; or give project.' })
  task?: ReferenceInput | null;
  @Field(() => ReferenceInput, { description: 'The skill required.' })
  skill!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      "Required. The level, above 0 and below 1: the probability of a right answer to the skill's reference question.",
  })
  level?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'Weight among the requirements of the project, above 0, at most 1,000; 1 where a new one states nothing.',
  })
  importance?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'How many people are needed, up to 1,000; 1 where a new one states nothing. 0 removes the requirement.',
  })
  headcount?: unknown;
}

function numberAbove0(problem: string) {
  return z.number({ error: problem }).gt(0, { error: problem });
}

const levelProblem = 'must be a number above 0 and below 1';
const importanceProblem = 'must be a number above 0, at most 1000';
const shareProblem = 'must be a number above 0, at most 1';

export const requirementCheck = z
  .object({
    project: reference('Project').nullish(),
    task: reference('Task').nullish(),
    skill: reference('Skill'),
    level: numberAbove0(levelProblem).lt(1, { error: levelProblem }),
    importance: numberAbove0(importanceProblem).max(1_000, { error: importanceProblem }).nullish(),
    headcount: wholeNumberIn(0, 1_000).nullish(),
  })
  .refine(({ project, task }) => (project == null) !== (task == null), {
    error: 'give either project or task: one of them owns the requirement',
  });

@InputType({
  description:
    'Assigns a person to a project for a time. The same person, project and from change the stretch that is there; give `to` to end it.',
})
export class AssignmentInput {
  @Field(() => ReferenceInput, { description: 'The project.' })
  project!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The person.' })
  person!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      "Share of the person's working time, above 0, at most 1; left out it stays, and is 1 for a new assignment.",
  })
  share?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When the assignment begins; left out where not known.',
  })
  from?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When the assignment ends; left out or null while it lasts.',
  })
  to?: unknown;
}

export const assignmentCheck = z.object({
  project: reference('Project'),
  person: reference('Person'),
  share: numberAbove0(shareProblem).max(1, { error: shareProblem }).nullish(),
  from: instant.nullish(),
  to: instant.nullish(),
});
