import { createHash } from 'node:crypto';
import { levelRequiredBy } from '../../shared/bands';
import { BadInputError, ForbiddenError } from '../../shared/errors';
import { Batch, invalid, notFound } from '../../shared/items';
import { sees, type Visible } from '../access/viewer';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import type { RequirementRow } from '../request/plans';
import { skillByKey } from '../skills/skill.loader';
import { skillIdentity } from '../skills/skill.store';
import { peopleNamed, personNamed } from './people-named';
import { assumedRequirementCheck, mostAssumed, type AssumedRequirement } from './what-if.input';

/** What a question about candidates supposes, as a client gives it. */
export interface WhatIfGiven {
  readonly requirements: readonly AssumedRequirement[] | null;
  /** Global ids. */
  readonly replacing: string | null;
  readonly people: readonly string[] | null;
}

/** The same, checked, with internal ids. */
export interface WhatIf {
  /** What takes the place of what the project requires; null where nothing does. */
  readonly requirements: readonly RequirementRow[] | null;
  /** Whose seat is to be filled anew; null where nobody's is. */
  readonly replacing: string | null;
  /** Who are compared; null where everybody eligible is. */
  readonly people: readonly string[] | null;
}

/** Throws BadInputError where something that is supposed cannot be, and says what. */
export async function whatIf(context: RequestContext, given: WhatIfGiven): Promise<WhatIf> {
  const isAsIs = given.requirements === null && given.replacing === null && given.people === null;
  return isAsIs ? asIs : load(context, whatIfRead, '', given);
}

/** The requirements that a question supposes, checked; null where it supposes none. */
export async function assumedRequirements(
  context: RequestContext,
  requirements: readonly AssumedRequirement[] | null,
): Promise<readonly RequirementRow[] | null> {
  return (await whatIf(context, { requirements, replacing: null, people: null })).requirements;
}

/** Nothing is supposed. */
const asIs: WhatIf = { requirements: null, replacing: null, people: null };

const whatIfRead: BatchRead<string, WhatIf, WhatIfGiven> = async (context, keys, given) => {
  const [requirements, replacing, people] = await Promise.all([
    given.requirements && assumed(context, given.requirements),
    given.replacing === null ? null : personNamed(context, 'replacing', given.replacing),
    given.people && comparedPeople(context, given.people),
  ]);
  return keys.map(() => ({ requirements, replacing, people }));
};

function refuseLength(argument: string, { length }: readonly unknown[]): void {
  if (length === 0 || length > mostAssumed)
    throw new BadInputError(`${argument} must have 1 to ${String(mostAssumed)} items.`);
}

/** Requirements in the order given; of several on one level of a skill the last stands. */
async function assumed(
  context: RequestContext,
  given: readonly AssumedRequirement[],
): Promise<RequirementRow[]> {
  refuseLength('requirements', given);
  const checked = Batch.check(given, assumedRequirementCheck);
  const references = checked.good.map(({ value }) => value.skill);
  const skills = await skillIdentity.resolve(context.database, references);
  const found = await Promise.all(
    [...new Set(skills.values())].map((key) => load(context, skillByKey, key, null)),
  );
  const named = new Map(found.flatMap((skill) => (skill ? [[skill.key, skill] as const] : [])));
  const batch = checked.map(({ value }) => {
    const skill = named.get(skills.get(value.skill) ?? '');
    if (!skill) return notFound('skill');
    const band = value.band ?? null;
    const level = value.level ?? levelRequiredBy(context.rules.bands, band ?? '');
    if (typeof level === 'string') return invalid(level);
    const weighed = { level, band, importance: value.importance ?? 1, headcount: value.headcount ?? 1 };
    return {
      ...{ requirement: idOf(skill.key, weighed), ...weighed, task: null, taskName: null },
      ...{ skillKey: skill.key, skillName: skill.name, skillSortName: skill.sortName },
    };
  });
  const [fault] = batch.errors;
  if (fault) throw new BadInputError(`requirements.${String(fault.index)}: ${fault.message}`);
  const byLevel = new Map(batch.good.map(({ value }) => [`${value.skillKey} ${String(value.level)}`, value]));
  return [...byLevel.values()];
}

/** The same for the same requirement: what a client keeps by it stays right. */
function idOf(skill: string, weighed: object): string {
  const told = JSON.stringify([skill, weighed]);
  return `assumed-${createHash('sha256').update(told).digest('base64url').slice(0, 22)}`;
}

async function comparedPeople(context: RequestContext, ids: readonly string[]): Promise<string[]> {
  refuseLength('people', ids);
  return [...new Set(await peopleNamed(context, 'people', ids))];
}

/** What is supposed is recorded nowhere: with it one could find out the level of anybody, requirement by requirement. */
export function refuseUnseenSupposing(visible: Visible, argument: string, people: readonly string[]): void {
  const unseen = people.flatMap((key, at) => (sees(visible, key) ? [] : `${argument}.${String(at)}`));
  if (unseen.length === 0) return;
  throw new ForbiddenError(
    `${unseen.join(', ')}: with \`requirements\` given, only people are compared whom you may see. Leave these people out, or the requirements, which then are those of the project.`,
  );
}
