import { fitOf, statusOf } from '../../estimators/fit';
import { levelOf, probabilityAtLeast } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import { questionOf } from '../../shared/cursors';
import { pageLength, usualPage } from '../../shared/page';
import { bandNamed, requiredInWords } from '../../shared/bands';
import { Page, type Connection } from '../../shared/connection';
import { BadInputError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import { mapInSlices, takeTurns } from '../../shared/slices';
import { refuseEarlier } from '../mastery/as-of';
import { abilityAt } from '../states/stored-state';
import { namedPerson, type PersonNameRow } from '../people/people.store';
import type { Person } from '../people/person.type';
import { skillByKey } from '../skills/skill.loader';
import { namedSkill, type SkillNameRow } from '../skills/skill.store';
import type { Skill } from '../skills/skill.type';
import { fitInWords, reasonInWords } from './candidate';
import { RequirementStatus } from './candidate.type';
import { holdersOfNeeds, type NeedHolders } from './meeting.read';
import type { PeopleArguments, PersonFit, SkillNeed, SkillNeedFit } from './meeting.type';
import {
  byFit,
  cursorAt,
  fingerprintOfSkills,
  isBehind,
  movedOn,
  rankingOf,
  refuseMoved,
  type RankedBy,
  type Ranking,
} from './ranking';

const mostNeeds = 20;

/** A need as it was checked. */
interface Need {
  readonly skill: Skill;
  /** Null where being known is enough. */
  readonly level: number | null;
  /** The band that it was asked by, where it was. */
  readonly band: string | null;
  readonly importance: number;
  readonly minimumProbability: number;
  readonly narrower: boolean;
}

/** What is known of one person for one need, by the skill that counts. */
interface Known {
  readonly skill: SkillNameRow;
  readonly ability: Gaussian;
  readonly reference: number;
  readonly probability: number;
}

interface KnownPerson {
  readonly person: PersonNameRow;
  /** By position of the need; undefined where unknown. */
  readonly known: (Known | undefined)[];
}

interface Match {
  /** Internal id. */
  readonly key: string;
  readonly person: PersonNameRow;
  readonly known: readonly (Known | undefined)[];
  readonly fit: number;
  readonly knownShare: number;
}

/** People ranked by how well they meet stated needs, each edge with its reasons. */
export async function peopleMeeting(
  context: RequestContext,
  meeting: readonly SkillNeed[],
  given: PeopleArguments,
): Promise<Connection<Person>> {
  if (given.last != null || given.before != null || given.orderBy != null) {
    throw new BadInputError('With meeting, people are ranked by fit: use first and after, and no orderBy.');
  }
  const length = pageLength(given.first ?? usualPage);
  const question = questionOf('people meeting', meeting, given.filterBy ?? null);
  const ranking = rankingOf(context, question, given.after ?? null, given.asOf?.getTime() ?? null);
  if (meeting.length === 0 || meeting.length > mostNeeds) {
    throw new BadInputError(`meeting must have 1 to ${String(mostNeeds)} needs.`);
  }
  const needs = await Promise.all(meeting.map((need, index) => needOf(context, need, index)));
  const { everyone } = await context.visible();
  const { matches, rankedBy } = await matchesOf(context, needs, given, ranking);
  const { after } = ranking;
  const last = after ? matches.find(({ key }) => key === after.key) : undefined;
  if (after && !last) throw movedOn();
  const rest = matches.sort(byFit).filter((match) => isBehind(last, match));
  const shown = rest.slice(0, length);
  const look = (people: readonly Match[]): void => {
    for (const { key } of people) context.looks.add('staffing', key);
  };
  look(shown);
  return new Page(
    shown.map(({ person }) => namedPerson(person)),
    (index) => cursorAt(context, question, ranking, rankedBy, shown[index]?.key ?? ''),
    { before: false, after: rest.length > length, onlyVisible: !everyone },
    () => {
      look(matches);
      return Promise.resolve(matches.length);
    },
    (index) => {
      const match = shown[index];
      return match ? { fit: personFit(match, needs, context.rules.meetsFrom) } : {};
    },
  );
}

async function needOf(context: RequestContext, need: SkillNeed, index: number): Promise<Need> {
  const at = `meeting.${String(index)}`;
  const key = keyOfGlobalId('Skill', need.skill);
  const skill = key === undefined ? null : await load(context, skillByKey, key, null);
  if (!skill)
    throw new BadInputError(`${at}.skill: there is no such skill; \`search\` finds skills by name.`);
  const { bands } = context.rules;
  if (need.band != null && need.level != null) {
    throw new BadInputError(`${at}: give level or band, not both.`);
  }
  const band = need.band == null ? undefined : bandNamed(bands, need.band);
  if (need.band != null && !band) {
    throw new BadInputError(`${at}.band: must be one of ${bands.map(({ name }) => name).join(', ')}.`);
  }
  // The lowest band begins at 0: whoever is known has it.
  const level = band ? (band.from > 0 ? band.from : null) : (need.level ?? null);
  if (level !== null && !(level > 0 && level < 1)) {
    throw new BadInputError(`${at}.level: must be above 0 and below 1.`);
  }
  if (!(need.importance > 0 && need.importance <= 1_000)) {
    throw new BadInputError(`${at}.importance: must be above 0, at most 1000.`);
  }
  const minimumProbability = need.minimumProbability ?? 0;
  if (!(minimumProbability >= 0 && minimumProbability <= 1)) {
    throw new BadInputError(`${at}.minimumProbability: must be from 0 to 1.`);
  }
  return {
    skill,
    level,
    band: band?.name ?? null,
    importance: need.importance,
    minimumProbability,
    narrower: need.narrower,
  };
}

/**
 * Throws where the rows do not allow the date, or another page behind an earlier one. That tells when somebody's latest
 * evidence happened, and a condition on levels tells of those whom it leaves out: both are looks at everybody concerned.
 */
function refuseOrLook(
  context: RequestContext,
  ranking: Ranking,
  rankedBy: RankedBy,
  rows: readonly NeedHolders[],
  needs: readonly Need[],
): void {
  const lookAtAll = (): void => {
    for (const { people } of rows) for (const key of people) context.looks.add('staffing', key);
  };
  try {
    for (const { latest } of rows) {
      refuseMoved(ranking, rankedBy, latest);
      refuseEarlier(ranking.asOf, latest, context.now);
    }
  } catch (refusal) {
    lookAtAll();
    throw refusal;
  }
  if (needs.some(({ minimumProbability }) => minimumProbability > 0)) lookAtAll();
}

async function matchesOf(
  context: RequestContext,
  needs: readonly Need[],
  { filterBy }: PeopleArguments,
  ranking: Ranking,
): Promise<{ matches: Match[]; rankedBy: RankedBy }> {
  const { asOf } = ranking;
  const rows = await holdersOfNeeds(
    context,
    needs.map(({ skill, narrower }) => ({ skill: skill.key, narrower })),
    filterBy,
  );
  const rankedBy = { calibration: rows[0]?.calibration.number ?? 0, needs: fingerprintOfSkills(rows) };
  refuseOrLook(context, ranking, rankedBy, rows, needs);
  const people = new Map<string, KnownPerson>();
  for (const row of rows) {
    const need = needs[row.need];
    if (!need) continue;
    await takeTurns(context.gone);
    addHolders(people, needs, need, row, asOf);
  }
  const found = [...people.values()].filter(({ known }) =>
    needs.every(({ minimumProbability }, index) => (known[index]?.probability ?? 0) >= minimumProbability),
  );
  const fitIn = ({ known }: KnownPerson) =>
    fitOf(needs.map(({ importance }, index) => ({ importance, probability: known[index]?.probability })));
  const matches = await mapInSlices(
    found,
    (match) => ({ key: match.person.key, ...match, ...fitIn(match) }),
    context.gone,
  );
  return { matches, rankedBy };
}

/** Adds what is known of the holders of one skill for a need; the skill counts that they most likely have the level in. */
function addHolders(
  people: Map<string, KnownPerson>,
  needs: readonly Need[],
  need: Need,
  row: NeedHolders,
  asOf: number,
): void {
  const { reference } = row;
  const skill = { key: row.skill, name: row.skillName, sortName: row.skillSortName };
  row.people.forEach((key, index) => {
    const [general, edge] = [row.general[index], row.edges[index]];
    if (!general || !edge) return;
    const ability = abilityAt(general, edge, asOf, row.calibration);
    const probability = need.level === null ? 1 : probabilityAtLeast(ability, need.level, reference);
    const found = people.get(key) ?? {
      person: { key, name: row.names[index] ?? '', sortName: row.sortNames[index] ?? '' },
      known: needs.map(() => undefined),
    };
    people.set(key, found);
    const known = { skill, ability, reference, probability };
    if (countsBefore(known, found.known[row.need])) found.known[row.need] = known;
  });
}

/** Of equal probabilities always the same skill counts, whatever the order of rows. */
function countsBefore(one: Known, other: Known | undefined): boolean {
  return (
    !other ||
    one.probability > other.probability ||
    (one.probability === other.probability && one.skill.key < other.skill.key)
  );
}

function personFit(
  { person, known, fit, knownShare }: Match,
  needs: readonly Need[],
  meetsFrom: number,
): PersonFit {
  const reasons = needs.map((need, index) => needFit(need, known[index], meetsFrom));
  const there = known.filter((one) => one !== undefined).length;
  return {
    fit,
    knownShare,
    needs: reasons,
    // A fit to no level at all is none: that they are known is all there is to say.
    summary: needs.every(({ level }) => level === null)
      ? `${person.name} is known in ${String(there)} of ${counted(needs.length, 'skill')}; no level was asked for.`
      : fitInWords(person.name, percent(fit), reasons, 'needs'),
  };
}

function needFit({ skill, level, band }: Need, known: Known | undefined, meetsFrom: number): SkillNeedFit {
  const needed = level === null ? skill.name : `${skill.name} at ${requiredInWords(level, band)}`;
  if (!known) {
    return {
      skill,
      counted: null,
      status: RequirementStatus.UNKNOWN,
      probability: null,
      level: null,
      interval: null,
      summary: reasonInWords(needed, RequirementStatus.UNKNOWN, null),
    };
  }
  const status = RequirementStatus[statusOf(known.probability, meetsFrom)];
  const shown = levelOf(known.ability, known.reference);
  const by = known.skill.key === skill.key ? '' : ` by ${known.skill.name}`;
  return {
    skill,
    counted: namedSkill(known.skill),
    status,
    probability: known.probability,
    level: shown.level,
    interval: { low: shown.low, high: shown.high },
    summary:
      level === null
        ? `${needed}: known${by}; no level was asked for.`
        : reasonInWords(`${needed}${by}`, status, known.probability),
  };
}
