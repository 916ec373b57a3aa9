import {
  createUnionType,
  Field,
  Float,
  GraphQLISODateTime,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import { Module } from '../modules/module.type';
import { Project, Task } from '../projects/project.type';
import { Requirement } from '../projects/requirement.type';
import type { Coding } from './gendered-words';

const wordCoding = { MASCULINE: 'MASCULINE', FEMININE: 'FEMININE' } as const satisfies Record<Coding, Coding>;
registerEnumType(wordCoding, {
  name: 'WordCoding',
  description: 'Whom a word makes a job seem meant for.',
  valuesConfig: {
    MASCULINE: { description: 'For men: where there are many, women find the job less appealing.' },
    FEMININE: { description: 'For women.' },
  },
});

@ObjectType({
  description:
    'A skill that a project requires and lacks, as a draft of a job description treats it: to be brought, to be learnt here, or not sought.',
  simpleResolvers: true,
})
export class SoughtSkill {
  @VisibleTo(staffing)
  @Field(() => Requirement, {
    description:
      'What is required; of several levels of one skill that are lacking the highest. Its skill has the URI.',
  })
  requirement!: Requirement;
  @VisibleTo(staffing)
  @Field(() => String, {
    description:
      'The required level in words: the band by which it was stated, else the one that it lies in.',
  })
  levelInWords!: string;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'How many of its seats are expected to stay empty with those assigned, in people.',
  })
  expectedShortfall!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Probability, in [0,1], that those assigned fill all of its seats.',
  })
  coveredProbability!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'How many people are expected to have the level of those whom the viewer may see, who are not assigned to the project and have a fifth of their working time free now.',
  })
  expectedAvailable!: number;
  @VisibleTo(staffing)
  @Field(() => [Module], {
    description:
      'Modules in use that lead up to the level, one after the other: from as low as they can, then the fewest expected hours. Empty where none leads there.',
  })
  modules!: Module[];
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'Hours that these are expected to take together; null where that is not known, and where there are none.',
  })
  hours!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'The level, in (0,1), from which on these modules are for somebody; null where they are for everybody, and where there are none.',
  })
  entryLevel!: number | null;
  @VisibleTo(staffing)
  @Field(() => String, {
    nullable: true,
    description: 'The band that the entry level lies in; null where there is no such level.',
  })
  entryInWords!: string | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'Why it is treated so, in one plain sentence.' })
  reason!: string;
}

@ObjectType({
  description: 'How many people have all that a job asks them to bring.',
  simpleResolvers: true,
})
export class Combining {
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Expected number of active people of the organisation at or above the level of every skill that is to be brought: the sum of the products of their probabilities. Of people whom the viewer may not see whole groups of five count.',
  })
  expectedPeople!: number;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const CombiningResult = createUnionType({
  name: 'CombiningResult',
  description: 'How many people have all that a job asks them to bring, or the reason why that is withheld.',
  types: () => [Combining, Withheld] as const,
});

@ObjectType({
  description: 'One of two roles into which a job is proposed to be split.',
  simpleResolvers: true,
})
export class ProposedRole {
  @VisibleTo(staffing)
  @Field(() => String, { description: 'Title of the role: its skills, and the project.' })
  title!: string;
  @VisibleTo(staffing)
  @Field(() => [Requirement], {
    description:
      'What is to be brought to it. `draftJobDescription` of these requirements describes it by itself.',
  })
  requirements!: Requirement[];
  @VisibleTo(staffing)
  @Field(() => [Task], { description: 'The tasks that require these.' })
  tasks!: Task[];
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Expected number of active people of the organisation who have all of it.',
  })
  expectedPeople!: number;
}

@ObjectType({
  description:
    'A word of the draft that makes the job seem meant for men or for women, by the list of Gaucher, Friesen and Kay (2011, Evidence that gendered wording in job advertisements exists and sustains gender inequality, Appendix A). It is the name of something, which the draft does not change.',
  simpleResolvers: true,
})
export class FlaggedWord {
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The word as the draft has it.' })
  word!: string;
  @VisibleTo(staffing)
  @Field(() => String, {
    description: 'The entry of the list; with * at its end it stands for all words that begin so.',
  })
  listed!: string;
  @VisibleTo(staffing)
  @Field(() => wordCoding, { description: 'Whom it makes the job seem meant for.' })
  coding!: Coding;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'Where it comes from and why it is flagged, in one plain sentence.' })
  reason!: string;
}

@ObjectType({
  description:
    'A draft of a job description, made of what a project requires and lacks and of nothing else: every word of it is in the graph, in the configured bands or in the fixed headings. It is a draft: people decide what is published.',
  simpleResolvers: true,
})
export class JobDescription {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, { description: 'The moment that the figures are for.' })
  asOf!: Date;
  @VisibleTo(staffing)
  @Field(() => Project, { description: 'The project that lacks somebody.' })
  project!: Project;
  @VisibleTo(staffing)
  @Field(() => String, {
    nullable: true,
    description:
      'Title: up to three of the skills, those that lack most people first, and the project. Null where nobody is sought.',
  })
  title!: string | null;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description: 'How many people are sought: the largest expected shortfall among the skills, rounded.',
  })
  people!: number;
  @VisibleTo(staffing)
  @Field(() => [Task], {
    description:
      'What the person will do: the tasks that require what is sought, by name. Empty where the project as a whole requires it.',
  })
  tasks!: Task[];
  @VisibleTo(staffing)
  @Field(() => [SoughtSkill], {
    description:
      'What a person has to bring: no module leads there, or not in time. Those that lack most people first.',
  })
  mustHave!: SoughtSkill[];
  @VisibleTo(staffing)
  @Field(() => [SoughtSkill], {
    description:
      'What a person can learn here: modules in use lead up to the level, and their hours, where known, are not more than 96, a day a week for twelve weeks, or fewer where the project ends sooner.',
  })
  canLearnHere!: SoughtSkill[];
  @VisibleTo(staffing)
  @Field(() => [SoughtSkill], {
    description:
      'What is not sought: those assigned are more likely than not to cover it (SKILLWAKE_MEETS_FROM), though it was asked for; or, where nothing was asked for, others who are free are.',
  })
  notSought!: SoughtSkill[];
  @VisibleTo(staffing)
  @Field(() => CombiningResult, {
    nullable: true,
    description:
      'How many people here have all that is to be brought, or why that is withheld; null where fewer than two skills are.',
  })
  combining!: Combining | Withheld | null;
  @VisibleTo(staffing)
  @Field(() => [ProposedRole], {
    description:
      'Two roles instead of one, by which skills go together in people, where fewer than half a person is expected to have all that is to be brought. Empty where no split is proposed, and where `combining` is withheld.',
  })
  roles!: ProposedRole[];
  @VisibleTo(staffing)
  @Field(() => [FlaggedWord], {
    description:
      'Words that make the job seem meant for men or for women, in the order of the draft. The list is of English words.',
  })
  wording!: FlaggedWord[];
  @VisibleTo(staffing)
  @Field(() => String, {
    nullable: true,
    description: 'The draft as plain text. Null where nobody is sought.',
  })
  text!: string | null;
  @VisibleTo(staffing)
  @Field(() => String, {
    nullable: true,
    description: 'The draft as Markdown (CommonMark). Null where nobody is sought.',
  })
  markdown!: string | null;
  @VisibleTo(staffing)
  @Field(() => String, {
    nullable: true,
    description:
      'The draft as a JobPosting of schema.org in JSON-LD, fit to stand in a script element: each skill is a DefinedTerm with its URI where it has one. Why it is needed is left out, and so are the organisation, place and pay, which are not known here. Null where nobody is sought.',
  })
  jsonLd!: string | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const JobDescriptionResult = createUnionType({
  name: 'JobDescriptionResult',
  description: 'A draft of a job description, or the reason why what it rests on is withheld.',
  types: () => [JobDescription, Withheld] as const,
});
