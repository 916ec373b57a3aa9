import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import { doubtedAnswers } from './doubted.store';
import { MasteryOnDate } from './mastery-on-date';
import { Mastery } from './mastery.type';

/** How many answers are doubted, by 'person skill' (internal ids). */
const doubtedOfMastery: BatchRead<string, number, null> = async ({ database }, keys) => {
  const found = await doubtedAnswers(
    database,
    keys.map((key) => key.split(' ')[0] ?? ''),
  );
  return keys.map((key) => found.get(key) ?? 0);
};

@Resolver(() => Mastery)
export class MasteryDoubtResolver {
  @VisibleTo(individuals)
  @Costs(5)
  @FieldResolver(() => Float, {
    description:
      'The share of these answers, in [0,1], that count less now, because a problem of their question is open: the question is likely at fault there, and not the person. 0 where there is no answer.',
  })
  async doubtedShare(@Root() mastery: MasteryOnDate, @Ctx() context: RequestContext): Promise<number> {
    const { person, skill, answerCount } = mastery;
    if (answerCount === 0) return 0;
    return (await load(context, doubtedOfMastery, `${person.key} ${skill.key}`, null)) / answerCount;
  }
}
