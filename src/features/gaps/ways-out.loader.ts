import { requiredInWords } from '../../shared/bands';
import { aboutPercent, percent, toOnePlace } from '../../shared/percent';
import { counted, namesInWords } from '../../shared/words';
import { Withheld } from '../disclosure/withheld.type';
import { sees } from '../access/viewer';
import type { NeedRow } from '../request/plans';
import type { BatchRead } from '../request/loaders';
import { BorrowingWays, type Borrowing } from './borrowing-way';
import type { GapOfGroup } from './gap-of-group';
import { TeachingWays, type Teaching } from './teaching-way';
import { WayOutKind, type WayOut, type WayOutPerson } from './way-out.type';

/** What is less than this is not shown as lacking, in people. */
const leastLacking = 0.05;
const millisecondsPerWeek = 604_800_000;

interface Pace {
  readonly hoursPerWeek: number;
}

/** What may be done about gaps, read for all of them together; null where what is lacking is withheld. */
export const waysOutOfGap: BatchRead<GapOfGroup, WayOut[] | null, Pace> = async (context, gaps, pace) => {
  const { gone } = context;
  const lacking = gaps.filter((gap) => lackingIn(gap) > 0);
  const [teaching, borrowing, visible] = await Promise.all([
    TeachingWays.read(context, lacking),
    BorrowingWays.read(context, lacking),
    context.visible(),
  ]);
  const waysOf = async (gap: GapOfGroup): Promise<WayOut[] | null> => {
    if (gap.supply instanceof Withheld) return null;
    const people = lackingIn(gap);
    if (people === 0) return [];
    const after = gap.shortfallOfOthers(gone);
    const taught = teaching.of(gap, people);
    const borrowed = await borrowing.of(gap, people);
    const ways: WayOut[] = [];
    if (taught) ways.push(teachWay(gap, taught, pace, await after.after(taught.changed)));
    if (borrowed) {
      const isSeen = ({ person }: WayOutPerson): boolean => sees(visible, person.key);
      ways.push(borrowWay(gap.need, borrowed, isSeen, await after.after(borrowed.changed)));
    }
    const both = new Map([...(taught?.changed ?? []), ...(borrowed?.changed ?? [])]);
    ways.push(hireWay(gap.need, await after.hired(both), ways.length > 0));
    return ways;
  };
  const found: (WayOut[] | null)[] = [];
  for (const gap of gaps) found.push(await waysOf(gap));
  return found;
};

/** How many people are lacking, as whole people who would fill the seats. */
function lackingIn({ supply }: GapOfGroup): number {
  return supply instanceof Withheld ? 0 : Math.max(0, Math.ceil(supply.expectedShortfall - leastLacking));
}

function teachWay(
  { need, group }: GapOfGroup,
  { people, modules, hours, longest }: Teaching,
  { hoursPerWeek }: Pace,
  remainingShortfall: number,
): WayOut {
  const readyAt =
    longest === null
      ? null
      : new Date(group.asOf + Math.ceil((longest / hoursPerWeek) * millisecondsPerWeek));
  const names = namesInWords(people.map(({ person }) => person.name));
  const isSeen = modules.length > 0 && modules.every(({ gain }) => gain !== null);
  const time =
    hours === null || readyAt === null
      ? 'how long that takes is not known'
      : `about ${toOnePlace(hours)} hours together by ${isSeen ? 'the gains seen' : 'what its authors expect'}, until ${readyAt.toISOString().slice(0, 10)} at ${String(hoursPerWeek)} a week`;
  const summary =
    modules.length === 0
      ? `${names} ${people.length === 1 ? 'comes' : 'come'} nearest, but no module in use teaches ${need.skillName} up to ${requiredInWords(need.level, need.band)}.`
      : `Teach ${names} with ${namesInWords(modules.map(({ module }) => module.name))}: ${time}; ${stillLacking(remainingShortfall)}.`;
  const headcount = people.length;
  return { kind: WayOutKind.TEACH, people, modules, headcount, hours, readyAt, remainingShortfall, summary };
}

function borrowWay(
  need: NeedRow,
  { people }: Borrowing,
  isSeen: (person: WayOutPerson) => boolean,
  remainingShortfall: number,
): WayOut {
  const each = people.map((one) => {
    const share = isSeen(one) ? percent(one.probability) : aboutPercent(one.probability);
    const opens = one.opens ?? 0;
    const left = opens < leastLacking ? '' : ` and leaves ${toOnePlace(opens)} more lacking elsewhere`;
    return `${one.person.name}, who has ${need.skillName} at that level with ${share}${left}`;
  });
  const unseen = people.every(isSeen)
    ? ''
    : ' Whether those outside your teams have time is for their leads to say.';
  return {
    ...{ kind: WayOutKind.BORROW, people, modules: [], headcount: people.length, hours: null, readyAt: null },
    ...{
      remainingShortfall,
      summary: `Borrow ${namesInWords(each)}: ${stillLacking(remainingShortfall)}.${unseen}`,
    },
  };
}

function hireWay(
  need: NeedRow,
  { people, remaining }: { readonly people: number; readonly remaining: number },
  isAfter: boolean,
): WayOut {
  const whom =
    people === 0
      ? 'Nobody needs to be hired'
      : `Hire ${counted(people, 'person', 'people')} with ${need.skillName} at ${requiredInWords(need.level, need.band)}`;
  const summary = `${whom}: ${isAfter ? 'after the other ways ' : ''}${stillLacking(remaining)}.`;
  return {
    ...{ kind: WayOutKind.HIRE, people: [], modules: [], headcount: people, hours: null, readyAt: null },
    ...{ remainingShortfall: remaining, summary },
  };
}

function stillLacking(shortfall: number): string {
  return `${toOnePlace(shortfall)} would still be expected to be lacking`;
}
