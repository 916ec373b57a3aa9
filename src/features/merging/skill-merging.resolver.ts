import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { installation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { loadSaved } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import {
  MergeSkillsPayload,
  SkillMergeInput,
  SkillSplitInput,
  SplitSkillPayload,
} from './skill-merging.input';
import { mergeSkills } from './skill-merging.service';
import { splitSkill } from './skill-splitting.service';

const howItGoes =
  "It answers when it is done, which takes as long as a rebuild: everybody's levels are made anew beside those in force while others go on reading and writing, and all is switched over at once, with a next calibration that says what the one in force says. Asked again after it was stopped, it goes on where it was. CONFLICT while another calibration is in the making.";

@Resolver()
export class SkillMergingResolver {
  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => MergeSkillsPayload, {
    description: `Makes up to 1,000 pairs of skills one skill each: what assesses, teaches, requires or claims them, their place in the taxonomy and their ids follow, and levels are those that all the evidence gives, as if they had been one from the start. Items are taken in their order: what was merged away before is named by what it became. INVALID where both are one skill already, where merge was merged away by an item before, or where keep alone is archived. ${howItGoes}`,
  })
  async mergeSkills(
    @Arg('items', () => [SkillMergeInput], { description: 'Up to 1,000 pairs.' }) items: SkillMergeInput[],
    @Ctx() context: RequestContext,
  ): Promise<MergeSkillsPayload> {
    const { calibration, keys, errors } = await mergeSkills(context, items);
    return { calibration, skills: await loadSaved(context, skillByKey, items, keys), errors };
  }

  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => SplitSkillPayload, {
    description: `Moves up to 1,000 questions from skills to others that were parts of them, with all their versions and so with the answers given: levels are as if each had assessed the part from the start. INVALID where no version of the question assesses the skill, where an item before moves it, or where part is archived or the skill itself. ${howItGoes}`,
  })
  splitSkill(
    @Arg('items', () => [SkillSplitInput], { description: 'Up to 1,000 questions.' })
    items: SkillSplitInput[],
    @Ctx() context: RequestContext,
  ): Promise<SplitSkillPayload> {
    return splitSkill(context, items);
  }
}
