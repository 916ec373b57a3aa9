import {
  createUnionType,
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { typeOfGlobalId } from '../../shared/ids';
import { judging, VisibleTo } from '../access/policy';
import { Page } from '../modules/page.type';
import { QuestionVersion } from '../questions/question-version.type';
import { Skill } from '../skills/skill.type';
import { ProblemKind, Verdict } from './verdict.type';

export enum ClosedBecause {
  NO_LONGER_SEEN = 'NO_LONGER_SEEN',
  DISMISSED = 'DISMISSED',
  DECIDED = 'DECIDED',
  SOLVED = 'SOLVED',
}
registerEnumType(ClosedBecause, {
  name: 'ClosedBecause',
  description: 'Why a problem is closed.',
  valuesConfig: {
    NO_LONGER_SEEN: { description: 'What came in since speaks against it.' },
    DISMISSED: { description: 'Somebody dismissed it, with a reason.' },
    DECIDED: { description: 'Somebody decided what becomes of the question: re-keyed, withdrawn or kept.' },
    SOLVED: { description: 'A revision was published to solve it, and the next people did better.' },
  },
});

@ObjectType({
  description:
    'A diagnosed fault of content, or a skill that a team lacks while others hold it. It is opened, and closed, by what is known of people released five at a time, and is the same for every viewer.',
  simpleResolvers: true,
})
export class Problem {
  /** Internal id. */
  key!: string;
  /** What it is on. */
  subject!: { readonly type: 'QuestionVersion' | 'Page' | 'Skill'; readonly key: string };
  /** Internal ids of the modules that it concerns. */
  moduleKeys!: readonly string[];
  /** Internal id of the team that lacks the skill, or that the question is unfair to. */
  teamKey!: string | null;
  @VisibleTo(judging)
  @Field(() => ID, {
    description:
      'An opaque id that stays the same when it is closed and opened again; it is not a global id.',
  })
  id!: string;
  @VisibleTo(judging)
  @Field(() => Verdict, { description: 'CONTENT_PROBLEM, or KNOWLEDGE_GAP of a team.' })
  verdict!: Verdict;
  @VisibleTo(judging)
  @Field(() => ProblemKind, {
    nullable: true,
    description: 'What is wrong with the content; null for a knowledge gap, or where the data cannot tell.',
  })
  kind!: ProblemKind | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: 'Probability of the verdict, in [0,1], to two digits, when it was last seen.',
  })
  probability!: number;
  @VisibleTo(judging)
  @Field(() => GraphQLISODateTime, { description: 'When it was first seen.' })
  openedAt!: Date;
  @VisibleTo(judging)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was last opened again after it had been closed; null where it never was.',
  })
  reopenedAt!: Date | null;
  @VisibleTo(judging)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was closed; null while it is open.',
  })
  closedAt!: Date | null;
  @VisibleTo(judging)
  @Field(() => ClosedBecause, { nullable: true, description: 'Why it is closed; null while it is open.' })
  closedBecause!: ClosedBecause | null;
  /** Internal id of the latest revision that was published to solve it. */
  solvedByKey!: string | null;
  @VisibleTo(judging)
  @Field(() => String, {
    nullable: true,
    description: 'The reason in the words of whoever dismissed it; null otherwise.',
  })
  closedReason!: string | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: 'How long it was open, or has been since it was last opened, in hours.',
  })
  hoursOpen!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    description:
      'How many people met it by when it was last seen: who answered the question or read the page, or the people of the team.',
  })
  peopleAffected!: number;
}

export const ProblemSubject = createUnionType({
  name: 'ProblemSubject',
  description: 'What a problem is on: content that is at fault, or the skill that a team lacks.',
  types: () => [QuestionVersion, Page, Skill] as const,
  resolveType: ({ id }) => typeOfGlobalId(id),
});

@InputType({ description: 'Conditions on problems.' })
export class ProblemFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only open ones; false: only closed ones; left out: all.',
  })
  open?: boolean | null;
  @Field(() => [ProblemKind], { nullable: true, description: 'Only problems of one of these kinds.' })
  kinds?: ProblemKind[] | null;
  @Field(() => [Verdict], { nullable: true, description: 'Only problems with one of these verdicts.' })
  verdicts?: Verdict[] | null;
  @Field(() => ID, { nullable: true, description: 'Only problems of the module with this global id.' })
  module?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only what the team with this global id lacks, or what is unfair to it.',
  })
  team?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The same of the team with this global id and of the teams within it, at any depth.',
  })
  within?: string | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Only problems that were opened, reopened or closed at this moment or later. The probability of an open one, and how many people it affects, move without that.',
  })
  updatedSince?: Date | null;
}

export const ProblemOrder = orderInput('Problem', {
  OPENED_AT: 'By when it was first seen.',
  PEOPLE: 'By how many people it affects.',
  PROBABILITY: 'By probability.',
});
export const ProblemListArguments = listArguments(ProblemFilter, ProblemOrder);
export const ProblemConnection = connectionType(() => Problem, 'Problem');
