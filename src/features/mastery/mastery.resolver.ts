import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../shared/connection';
import { outsideKey } from '../../shared/ids';
import { selectionOf, selectsOnly, type Selectable } from '../../shared/selection';
import type { RequestContext } from '../access/context';
import { wantedOf } from '../access/lists';
import { load, prime } from '../access/loaders';
import { SaveRelationshipsPayload } from '../access/saved.type';
import { AnswerInput, WithdrawalInput } from '../evidence/answer.input';
import { RecordEvidencePayload } from '../evidence/answer.type';
import { personByKey } from '../people/people.loader';
import { Person } from '../people/person.type';
import { skillByKey } from '../skills/skill.loader';
import { Skill } from '../skills/skill.type';
import { DifficultyInput } from './calibration.input';
import { stateDifficulties } from './calibration.service';
import { explanationOfMastery } from './explanation.service';
import { influenceOnMastery } from './influence.service';
import { summaryOf } from './mastery.read';
import { masteryOfPerson, masteryOfSkill } from './mastery.loader';
import { peopleOfSkill, skillsOfPerson } from './mastery.store';
import {
  EvidenceArguments,
  MasteredByArguments,
  Mastery,
  MasteryArguments,
  MasteryConnection,
  MasteryExplanation,
  MasteryInfluence,
} from './mastery.type';
import { recordAnswers, withdrawEvidence } from './recording.service';

/** What is answered where a skill's name is all that is read of it. */
const mastery: Selectable = {
  person: true,
  skill: { name: true },
  level: true,
  interval: true,
  answers: true,
  claims: true,
  onlyClaims: true,
  lastEvidenceAt: true,
  band: true,
  bands: true,
  summary: true,
};
const withNamesOnly: Selectable = {
  nodes: mastery,
  edges: { node: mastery },
  pageInfo: { hasNextPage: true, hasPreviousPage: true },
};

@Resolver(() => Person)
export class PersonMasteryResolver {
  @FieldResolver(() => MasteryConnection, {
    description:
      'What is known of this person, skill by skill. No list is in the order of levels, which move with the date they are for. FORBIDDEN where the viewer may not see this person.',
  })
  mastery(
    @Root() person: Person,
    @Args(() => MasteryArguments) given: MasteryArguments,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Mastery>> {
    prime(context, personByKey, person.key, null, person);
    return load(context, masteryOfPerson, person.key, {
      ...wantedOf(skillsOfPerson, given),
      asOf: given.asOf?.getTime() ?? context.now,
      namesOnly: selectsOnly(selectionOf(info), withNamesOnly),
    });
  }
}

@Resolver(() => Skill)
export class SkillMasteryResolver {
  @FieldResolver(() => MasteryConnection, {
    description: 'Who is known in this skill, of the people the viewer sees: by name, never a ranking.',
  })
  masteredBy(
    @Root() skill: Skill,
    @Args(() => MasteredByArguments) given: MasteredByArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Mastery>> {
    prime(context, skillByKey, skill.key, null, skill);
    return load(context, masteryOfSkill, skill.key, {
      ...wantedOf(peopleOfSkill, given),
      asOf: given.asOf?.getTime() ?? context.now,
    });
  }
}

@Resolver(() => Mastery)
export class MasteryResolver {
  @FieldResolver(() => MasteryExplanation, {
    description: 'What moved the level, from the prior on: every answer and every stretch of fading.',
  })
  explanation(@Root() mastery: Mastery, @Ctx() context: RequestContext): Promise<MasteryExplanation> {
    return load(context, explanationOfMastery, `${mastery.person.key} ${mastery.skill.key}`, {
      asOf: mastery.asOf,
    });
  }

  @FieldResolver(() => MasteryInfluence, {
    description:
      'What one answer or claim of this person does to the level: it is left out, and everything else folded as it was. BAD_INPUT where it is no evidence of this person, or was withdrawn.',
  })
  influence(
    @Root() mastery: Mastery,
    @Args(() => EvidenceArguments) { kind, source, id }: EvidenceArguments,
    @Ctx() context: RequestContext,
  ): Promise<MasteryInfluence> {
    return load(context, influenceOnMastery, `${mastery.person.key} ${mastery.skill.key}`, {
      asOf: mastery.asOf,
      id: outsideKey(kind.toLowerCase(), source, id),
    });
  }

  @FieldResolver(() => String, {
    description: 'One plain sentence: level, interval, how much evidence and how old.',
  })
  summary(@Root() mastery: Mastery): string {
    return summaryOf(mastery);
  }

  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 answers and moves the mastery they are evidence for, in one transaction: what is acknowledged is durable. A bad item is named in errors and costs no other. Safe to send again.',
  })
  recordAnswers(
    @Arg('items', () => [AnswerInput], { description: 'Up to 1,000 answers, in any order.' })
    items: AnswerInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordAnswers(context, items);
  }

  @Mutation(() => RecordEvidencePayload, {
    description:
      'Takes back up to 1,000 answers: they stay on record and count no more. Also before they arrive. Safe to send again.',
  })
  withdrawAnswers(
    @Arg('items', () => [WithdrawalInput], { description: 'Up to 1,000 withdrawals.' })
    items: WithdrawalInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return withdrawEvidence('answer', context, items);
  }

  @Mutation(() => SaveRelationshipsPayload, {
    description:
      'States up to 1,000 difficulties in the calibration in force, before answers are read with them (IN_USE afterwards).',
  })
  saveDifficulties(
    @Arg('items', () => [DifficultyInput], { description: 'Up to 1,000 difficulties.' })
    items: DifficultyInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return stateDifficulties(context.database, items);
  }
}
