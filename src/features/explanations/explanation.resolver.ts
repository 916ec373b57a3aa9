import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs, Holds } from '../../shared/field-extensions';
import { externalKey, tidyKey } from '../../shared/ids';
import { individuals, VisibleTo } from '../access/policy';
import { MasteryOnDate } from '../mastery/mastery-on-date';
import { Mastery } from '../mastery/mastery.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { explanationOfMastery } from './explanation.service';
import { EvidenceArguments, MasteryExplanation, MasteryInfluence } from './explanation.type';
import { influenceOnMastery } from './influence.service';

@Resolver(() => Mastery)
export class ExplanationResolver {
  @VisibleTo(individuals)
  @Costs(20)
  @Holds('evidenceOfPerson')
  @FieldResolver(() => MasteryExplanation, {
    description: 'Why the level is what it is: what it was before any evidence, and every change since.',
  })
  explanation(@Root() mastery: MasteryOnDate, @Ctx() context: RequestContext): Promise<MasteryExplanation> {
    return load(context, explanationOfMastery, `${mastery.person.key} ${mastery.skill.key}`, {
      asOf: mastery.asOf,
    });
  }

  @VisibleTo(individuals)
  @Costs(20)
  @FieldResolver(() => MasteryInfluence, {
    description:
      'How much one answer or claim of this person contributes to the level: the level is computed once with it and once without it. BAD_INPUT where this person has no such evidence, or where it was withdrawn.',
  })
  influence(
    @Root() mastery: MasteryOnDate,
    @Args(() => EvidenceArguments) { kind, source, id }: EvidenceArguments,
    @Ctx() context: RequestContext,
  ): Promise<MasteryInfluence> {
    return load(context, influenceOnMastery, `${mastery.person.key} ${mastery.skill.key}`, {
      asOf: mastery.asOf,
      id: externalKey(kind.toLowerCase(), tidyKey(source), tidyKey(id)),
    });
  }
}
