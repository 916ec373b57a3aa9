import { Field, Int, ObjectType } from 'type-graphql';
import { installation, VisibleTo } from '../access/policy';
import { Run } from '../switching/run.type';

const several = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

@ObjectType({ implements: Run, description: 'A run of `mergeSkills` on this server.', simpleResolvers: true })
export class SkillMergeRun extends Run {
  @VisibleTo(installation)
  @Field(() => Int, {
    description:
      'How many skills become part of another, without those that were so before: none of them as long as `calibration` is null, then all at once.',
  })
  readonly skillCount: number;

  constructor(purpose: string, skillCount: number, now: number) {
    super(purpose, `A merge of ${several(skillCount, 'skill')} into others`, now);
    this.skillCount = skillCount;
  }
}

@ObjectType({ implements: Run, description: 'A run of `splitSkills` on this server.', simpleResolvers: true })
export class SkillSplitRun extends Run {
  @VisibleTo(installation)
  @Field(() => Int, {
    description:
      'How many questions move to another skill: none of them as long as `calibration` is null, then all at once.',
  })
  readonly questionCount: number;

  constructor(purpose: string, questionCount: number, now: number) {
    super(purpose, `A split of skills that moves ${several(questionCount, 'question')}`, now);
    this.questionCount = questionCount;
  }
}
