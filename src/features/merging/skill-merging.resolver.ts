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
  SplitSkillsPayload,
} from './skill-merging.input';
import { mergeSkills } from './skill-merging.service';
import { splitSkills } from './skill-splitting.service';

const howItGoes =
  "It returns when it is done, which takes as long as a rebuild: everybody's levels are computed again while others go on reading and writing, and all are switched over at once, with a next calibration that has the parameters of the one in force. If it was stopped, sending it again continues where it was. CONFLICT while another calibration is being built.";

@Resolver()
export class SkillMergingResolver {
  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => MergeSkillsPayload, {
    description: `Merges up to 1,000 pairs of skills: questions, modules, requirements, claims, places in the taxonomy and ids move to the skill that is kept, and levels become those from all the evidence, as if there had been one skill from the start. Items are done in order; a skill merged by an earlier item counts as the one it was merged into. Safe to send again: two that are one skill already stay so. INVALID where \`merge\` was merged by an earlier item into another skill, or where only \`keep\` is archived. ${howItGoes}`,
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
  @Mutation(() => SplitSkillsPayload, {
    description: `Moves up to 1,000 questions from a skill to another that was part of it, with all their versions and so with all their answers: levels become what they would be had each question assessed the part from the start. INVALID where no version of the question assesses the skill, where an earlier item moves it, or where \`part\` is archived or the same skill. ${howItGoes}`,
  })
  splitSkills(
    @Arg('items', () => [SkillSplitInput], { description: 'Up to 1,000 questions.' })
    items: SkillSplitInput[],
    @Ctx() context: RequestContext,
  ): Promise<SplitSkillsPayload> {
    return splitSkills(context, items);
  }
}
