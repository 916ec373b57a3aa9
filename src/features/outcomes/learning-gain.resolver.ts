import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import { withheld } from '../disclosure/disclosure';
import type { Withheld } from '../disclosure/withheld.type';
import { moduleByKey, revisionByKey } from '../modules/module.loader';
import { Module } from '../modules/module.type';
import { Revision } from '../modules/revision.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import { Skill } from '../skills/skill.type';
import { CutByTeam, whoseOf } from './cut';
import { learningGainOfRevision } from './learning-gain.loader';
import { LearningGain, LearningGainResult, SkillGain } from './learning-gain.type';
import { keyOfRevision, OfRevision } from './numbered-revisions';
import { comparisonOfPair, pairOf } from './revision-comparison.loader';
import { ComparedFigure } from './revision-comparison.type';
import { revisionsAskingSkill } from './revisions-asking-skill';

@Resolver(() => Revision)
class RevisionGainResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => LearningGainResult, {
    description: 'What people know after this revision that they did not know before.',
  })
  async learningGain(
    @Root() revision: Revision,
    @Args(() => CutByTeam) cut: CutByTeam,
    @Ctx() context: RequestContext,
  ): Promise<LearningGain | Withheld> {
    return load(context, learningGainOfRevision, revision.key, await whoseOf(context, cut));
  }
}

@Resolver(() => Module)
class ModuleGainResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => LearningGainResult, {
    description: 'What people know after one revision of the module that they did not know before.',
  })
  async learningGain(
    @Root() module: Module,
    @Args(() => CutByTeam) cut: CutByTeam,
    @Args(() => OfRevision) of: OfRevision,
    @Ctx() context: RequestContext,
  ): Promise<LearningGain | Withheld> {
    const [whose, revision] = await Promise.all([
      whoseOf(context, cut),
      keyOfRevision(context, module.key, of.revision),
    ]);
    return revision === null
      ? withheld('The module has published nothing yet.')
      : load(context, learningGainOfRevision, revision, whose);
  }
}

@Resolver(() => Skill)
class SkillGainsResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => [SkillGain], {
    description:
      'Which modules raise the skill most in an hour, those first: of the current revisions of up to 50 modules that ask about it, where five people answered before and after; modules whose hours are not known come last, by gain.',
  })
  async learningGains(
    @Root() skill: Skill,
    @Args(() => CutByTeam) cut: CutByTeam,
    @Ctx() context: RequestContext,
  ): Promise<SkillGain[]> {
    const whose = await whoseOf(context, cut);
    const revisions = await load(context, revisionsAskingSkill, skill.key, null);
    const gains = await Promise.all(
      revisions.map((revision) => load(context, learningGainOfRevision, revision, whose)),
    );
    return gains
      .flatMap((gain) => ('skills' in gain ? gain.skills : []))
      .filter(({ skillKey }) => skillKey === skill.key)
      .sort(mostPerHourFirst);
  }
}

function mostPerHourFirst(left: SkillGain, right: SkillGain): number {
  return (
    (right.gainPerHour ?? -Infinity) - (left.gainPerHour ?? -Infinity) ||
    right.gain - left.gain ||
    (left.moduleKey < right.moduleKey ? -1 : 1)
  );
}

@Resolver(() => SkillGain)
class SkillGainResolver {
  @VisibleTo(judging)
  @Costs(1)
  @FieldResolver(() => Skill, { description: 'The skill that the gain is in.' })
  skill(@Root() { skillKey }: SkillGain, @Ctx() context: RequestContext): Promise<Skill | null> {
    return load(context, skillByKey, skillKey, null);
  }

  @VisibleTo(judging)
  @Costs(1)
  @FieldResolver(() => Module, { description: 'The module that the revision is of.' })
  module(@Root() { moduleKey }: SkillGain, @Ctx() context: RequestContext): Promise<Module | null> {
    return load(context, moduleByKey, moduleKey, null);
  }
}

@Resolver(() => LearningGain)
class LearningGainResolver {
  @VisibleTo(judging)
  @Costs(1_000)
  @FieldResolver(() => ComparedFigure, {
    nullable: true,
    description:
      'Mean ability afterwards, logits, beside that of people whom chance gave the revision before: what the revision did beyond that one. Null where chance did not decide, where the two ask no version of a question alike afterwards, or where five people of either are not shown.',
  })
  async beyondFormer(
    @Root() { revisionKey, whose, assignedAtRandom }: LearningGain,
    @Ctx() context: RequestContext,
  ): Promise<ComparedFigure | null> {
    if (!assignedAtRandom) return null;
    const revision = await load(context, revisionByKey, revisionKey, null);
    if (!revision || revision.number < 2) return null;
    const former = await keyOfRevision(context, revision.moduleKey, revision.number - 1);
    const compared = await load(context, comparisonOfPair, pairOf(former ?? '', revisionKey), whose);
    return 'ability' in compared ? compared.ability : null;
  }
}

/** Every resolver of learning gains. */
export const learningGainResolvers = [
  RevisionGainResolver,
  ModuleGainResolver,
  LearningGainResolver,
  SkillGainsResolver,
  SkillGainResolver,
];
