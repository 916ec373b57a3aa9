import { shortfallOf, type Supply } from '../../estimators/supply';
import type { RequestContext } from '../request/context';
import { grouped } from '../../shared/grouped';
import { percent, toOnePlace } from '../../shared/percent';
import { mapInSlices } from '../../shared/slices';
import { counted, namesInWords } from '../../shared/words';
import type { NeedRow } from '../request/plans';
import { seenBy, type Visible } from '../access/viewer';
import { Withheld } from '../disclosure/withheld.type';
import { skillsOf } from '../staffing/eligible';
import { Covering } from './covering';
import { GapOfGroup, seatsOf, type Group } from './gap-of-group';
import type { LackedNeed } from './lacked-need';
import { GapReport } from './gap.type';
import { unknownAmong, type SentenceOfGroup } from './sentence-of-group';
import { bySeverity } from './severity';

/** What a group lacks for all these needs together, given what it covers of what is required. */
export async function gapReport(
  context: RequestContext,
  need: readonly NeedRow[],
  group: Group,
  supply: Supply,
  asOf: number,
  lacked: readonly LackedNeed[] = [],
): Promise<GapReport> {
  const required = await gapsOf(context, need, group, supply);
  // Who is enrolled to learn a skill fills no seat of a project by that: each has the group to itself.
  const learning = await supplyFor(context, lacked, group);
  const gaps = [...required, ...(await gapsOf(context, lacked, group, learning))].sort(bySeverity);
  const visible = await context.visible();
  const hidden = gaps.some((gap) => gap.supply instanceof Withheld);
  return Object.assign(new GapReport(), {
    asOf: new Date(asOf),
    personCount: group.size,
    leftOut: visible.everyone ? 0 : group.size - [...seenBy(visible)].filter(group.has).length,
    gaps,
    allCoveredProbability: hidden ? null : supply.allCoveredProbability,
    sentence: {
      unknown: group.members.length === 0 ? null : () => unknownInAll(group, [...need, ...lacked], visible),
      inWords: (names, count) =>
        `${hidden ? summaryOfHidden(need, group) : summaryOfReport(need, group, supply, lacked)}${unknownInWords(names, count)}`,
    } satisfies SentenceOfGroup,
  });
}

/** Internal ids of the members who are known in nothing that is required, of those whom the viewer sees; none where nothing is. */
export function unknownInAll(
  { members, skills }: Group,
  need: readonly NeedRow[],
  visible: Visible,
): readonly string[] {
  if (need.length === 0) return [];
  const known = skillsOf(need).flatMap((skill) => skills.get(skill)?.abilities.people ?? []);
  return unknownAmong(members, visible, known);
}

/** Who is known in nothing that is required, as a sentence behind another one; empty where nobody is. */
export function unknownInWords(names: readonly string[], count: number): string {
  return count === 0 ? '' : ` Unknown in all of it: ${namesInWords(names, count)}.`;
}

function summaryOfHidden(need: readonly NeedRow[], { size }: Group): string {
  return `${counted(size, 'person is', 'people are')} compared with ${counted(need.length, 'requirement')}; some figures are withheld.`;
}

/** The shortfall first: that is what is asked. */
function summaryOfReport(
  need: readonly NeedRow[],
  { size }: Group,
  supply: Supply,
  lacked: readonly LackedNeed[],
): string {
  const names = [...new Set(lacked.map(({ skillName }) => skillName))];
  const lacks = names.length === 0 ? '' : ` The team is found to lack ${names.join(', ')}.`;
  if (need.length === 0) return `Nothing is required yet, so there is nothing to compare.${lacks}`;
  const seats = need.reduce((sum, { headcount }) => sum + headcount, 0);
  return `${toOnePlace(shortfallOf(supply))} of the ${counted(seats, 'seat')} in ${counted(need.length, 'requirement')} expected to stay empty with ${counted(size, 'person', 'people')}; all covered with probability ${percent(supply.allCoveredProbability)}.${lacks}`;
}

/** What a group that is known covers of these needs. */
export async function supplyFor(
  context: RequestContext,
  need: readonly NeedRow[],
  { skills }: Group,
): Promise<Supply> {
  return covering(
    context,
    need,
    (skill) => skills.get(skill)?.reference ?? 0,
    async (cover) => {
      for (const [skill, { abilities }] of skills) cover.add(skill, abilities);
      return cover.supply();
    },
  );
}

/** Work with what is covered of these needs, given the difficulties of skills' reference questions; where it fails, that goes no further. */
export async function covering<Result>(
  context: RequestContext,
  need: readonly NeedRow[],
  referenceOf: (skill: string) => number,
  work: (cover: Covering) => Promise<Result>,
): Promise<Result> {
  const cover = new Covering(
    context,
    need.map((one) => seatsOf(one, referenceOf(one.skillKey))),
  );
  try {
    return await work(cover);
  } finally {
    cover.end();
  }
}

/** Each requirement with what the group has of it. */
async function gapsOf(
  context: RequestContext,
  rows: readonly (NeedRow | LackedNeed)[],
  group: Group,
  supply: Supply,
): Promise<GapOfGroup[]> {
  const visible = await context.visible();
  const ofSkills = grouped(rows, ({ skillKey }) => skillKey);
  const gapOf = (row: NeedRow | LackedNeed): GapOfGroup => {
    const figures = supply.bySeats.get(row.requirement);
    if (!figures) throw new Error(`Nothing was computed of requirement ${row.requirement}.`);
    const problem = 'problem' in row ? row.problem : null;
    return new GapOfGroup(row, problem, group, ofSkills.get(row.skillKey) ?? [row], figures, visible);
  };
  return mapInSlices(rows, gapOf, context.gone);
}
