import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs } from '../../shared/field-extensions';
import { installation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { loadSaved } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import type { Run } from '../switching/run.type';
import { waitForEnd } from '../switching/running.service';
import {
  MergeSkillsPayload,
  SkillMergeInput,
  SkillSplitInput,
  SplitSkillsPayload,
} from './skill-merging.input';
import { mergeSkills } from './skill-merging.service';
import { splitSkills } from './skill-splitting.service';

const howItGoes =
  "Items that cannot be done are named at once. The others are done by a run, which takes as long as a rebuild: everybody's levels are computed again while others go on reading and writing, and all are switched over at once, with a next calibration that has the parameters of the one in force. Follow it with `run` until its state is no longer RUNNING. If it was stopped, the next server that starts goes on with it, and so does sending the same again; sending the same while it is under way returns the run that does it. CONFLICT while another run is under way or another calibration is being built: wait until it has ended, then send it again.";

const longestWait = 30;
const waiting = `Seconds to wait for the end of the run, from 0 to ${String(longestWait)}, so that a short one is returned when it is DONE; a longer one is returned RUNNING.`;

@Resolver()
export class SkillMergingResolver {
  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => MergeSkillsPayload, {
    description: `Merges up to 1,000 pairs of skills: questions, modules, requirements, claims, places in the taxonomy and ids move to the skill that is kept, and levels become those from all the evidence, as if there had been one skill from the start. Items are done in order; a skill merged by an earlier item counts as the one it was merged into. Safe to send again: two that are one skill already stay so. INVALID where \`merge\` was merged by an earlier item into another skill, or where only \`keep\` is archived. ${howItGoes}`,
  })
  async mergeSkills(
    @Arg('items', () => [SkillMergeInput], { description: 'Up to 1,000 pairs.' }) items: SkillMergeInput[],
    @Arg('waitSeconds', () => Int, { defaultValue: 1, description: waiting }) waitSeconds: number,
    @Ctx() context: RequestContext,
  ): Promise<MergeSkillsPayload> {
    const { run, keys, errors } = await waitedFor(context, waitSeconds, () => mergeSkills(context, items));
    return { run, skills: await loadSaved(context, skillByKey, items, keys), errors };
  }

  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => SplitSkillsPayload, {
    description: `Moves up to 1,000 questions from a skill to another that was part of it, with all their versions and so with all their answers: levels become what they would be had each question assessed the part from the start. INVALID where no version of the question assesses the skill, where an earlier item moves it, or where \`part\` is archived or the same skill. ${howItGoes}`,
  })
  splitSkills(
    @Arg('items', () => [SkillSplitInput], { description: 'Up to 1,000 questions.' })
    items: SkillSplitInput[],
    @Arg('waitSeconds', () => Int, { defaultValue: 1, description: waiting }) waitSeconds: number,
    @Ctx() context: RequestContext,
  ): Promise<SplitSkillsPayload> {
    return waitedFor(context, waitSeconds, () => splitSkills(context, items));
  }
}

/** What was begun, once its run has ended or the time is up. */
async function waitedFor<Begun extends { readonly run: Run | null }>(
  { gone }: RequestContext,
  seconds: number,
  begin: () => Promise<Begun>,
): Promise<Begun> {
  if (seconds < 0 || seconds > longestWait)
    throw new BadInputError(
      `waitSeconds is from 0 to ${String(longestWait)}: give fewer, and follow the run with "run".`,
    );
  const begun = await begin();
  if (begun.run) await waitForEnd(begun.run, seconds * 1_000, gone);
  return begun;
}
