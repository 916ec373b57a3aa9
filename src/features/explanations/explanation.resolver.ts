import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { outsideKey } from '../../shared/ids';
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
  @FieldResolver(() => MasteryExplanation, {
    description: 'What moved the level, from the prior on: every answer and every stretch of fading.',
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
      'What one answer or claim of this person does to the level: it is left out, and everything else folded as it was. BAD_INPUT where it is no evidence of this person, or was withdrawn.',
  })
  influence(
    @Root() mastery: MasteryOnDate,
    @Args(() => EvidenceArguments) { kind, source, id }: EvidenceArguments,
    @Ctx() context: RequestContext,
  ): Promise<MasteryInfluence> {
    return load(context, influenceOnMastery, `${mastery.person.key} ${mastery.skill.key}`, {
      asOf: mastery.asOf,
      id: outsideKey(kind.toLowerCase(), source, id),
    });
  }
}
