import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';
import { Person } from '../people/person.type';
import { Project, Task } from '../projects/project.type';
import { Skill } from '../skills/skill.type';

export enum GrowthReasonKind {
  LEVEL = 'LEVEL',
  PACE = 'PACE',
  ADVANCED_MODULES = 'ADVANCED_MODULES',
  HELP = 'HELP',
  WORK_BELOW_LEVEL = 'WORK_BELOW_LEVEL',
}
registerEnumType(GrowthReasonKind, {
  name: 'GrowthReasonKind',
  description: 'What speaks for harder work.',
  valuesConfig: {
    LEVEL: {
      description:
        'Skills in which the level is at least 0.8 with a probability of at least 0.8; `amount` is their number.',
    },
    PACE: {
      description:
        'By their own first answers of all time, their abilities rise with a probability of at least 0.9; `amount` is the pace, logits a month.',
    },
    ADVANCED_MODULES: {
      description:
        'Modules that they were enrolled in and completed, and that are only for somebody of a level of 0.5 or higher; `amount` is their number.',
    },
    HELP: {
      description:
        'Help that they gave to others and that was attested; `amount` is how often. Of this a lead is told what they attested themselves, and no more.',
    },
    WORK_BELOW_LEVEL: {
      description:
        'For half a year or longer all that they are assigned to requires nothing that they are known in and do not meet with a probability of at least 0.9; `amount` is for how many whole months.',
    },
  },
});

@ObjectType({ description: 'One reason why somebody seems ready for harder work.', simpleResolvers: true })
export class GrowthReason {
  @VisibleTo(individuals)
  @Field(() => GrowthReasonKind, { description: 'What it is.' })
  kind!: GrowthReasonKind;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'How much of it there is; its unit is that of the kind.' })
  amount!: number;
  @VisibleTo(individuals)
  @Field(() => [Skill], {
    description: 'The skills that it is about, by name; none where it is not about some alone.',
  })
  skills!: Skill[];
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'Work that would stretch somebody: an open project or one of its tasks, to which they are not assigned. Of what it requires they are known in half at least, meet nothing of that with a probability below 0.25, and something with one of 0.6 at most.',
  simpleResolvers: true,
})
export class StretchingWork {
  @VisibleTo(individuals)
  @Field(() => Project, { description: 'The open project that asks for it.' })
  project!: Project;
  @VisibleTo(individuals)
  @Field(() => Task, {
    nullable: true,
    description: 'The task; null where the project as a whole requires it.',
  })
  task!: Task | null;
  @VisibleTo(individuals)
  @Field(() => [Skill], { description: 'The skills in which it asks for more than they have, by name.' })
  skills!: Skill[];
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'How well they fit today, in [0,1]: the probability that each requirement is met, averaged with their importance as weights. Unknown adds 0.',
  })
  fit!: number;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'What speaks for harder work for one person, and which would stretch them. Shown to the person and to who leads them now, to nobody else in any role: a starting point for a conversation, no verdict, and it says nothing of whether anybody will leave.',
  simpleResolvers: true,
})
export class GrowthOpportunities {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The person whom the reasons are about.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether they seem ready for harder work: two reasons or more speak for it.',
  })
  isReady!: boolean;
  @VisibleTo(individuals)
  @Field(() => [GrowthReason], {
    description: 'The reasons, in the order of their kinds; none where nothing speaks for it.',
  })
  reasons!: GrowthReason[];
  @VisibleTo(individuals)
  @Field(() => [StretchingWork], {
    description:
      'Up to ten projects and tasks that would stretch them, those first that they fit best, then by name.',
  })
  work!: StretchingWork[];
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How many projects and tasks would stretch them in all.' })
  workCount!: number;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
