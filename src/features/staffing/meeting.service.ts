import { statusOf } from '../../estimators/fit';
import { levelOf } from '../../estimators/level';
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
import { refuseEarlier } from '../mastery/as-of';
import { namedPerson } from '../people/people.store';
import type { Person } from '../people/person.type';
import { skillByKey } from '../skills/skill.loader';
import { namedSkill } from '../skills/skill.store';
import type { Skill } from '../skills/skill.type';
import { fitInWords, reasonInWords } from './candidate';
import { RequirementStatus } from './candidate.type';
import { matchesOf, type Known, type Match, type Matches, type WeighedNeed } from './matches';
import type { PeopleArguments, PersonFit, SkillNeed, SkillNeedFit } from './meeting.type';
import {
  cursorAt,
  fingerprintOfSkills,
  movedOn,
  rankingOf,
  refuseMoved,
  type RankedBy,
  type Ranking,
} from './ranking';
import { timeNeeded } from './who-is-free';

const mostNeeds = 20;

/** A need as it was checked. */
interface Need extends WeighedNeed {
  readonly skill: Skill;
  /** The band that it was asked by, where it was. */
  readonly band: string | null;
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
  const { filterBy = null, freeFor = null } = given;
  const question = questionOf('people meeting', meeting, filterBy, freeFor);
  const ranking = rankingOf(context, question, given.after ?? null, given.asOf?.getTime() ?? null);
  if (meeting.length === 0 || meeting.length > mostNeeds) {
    throw new BadInputError(`meeting must have 1 to ${String(mostNeeds)} needs.`);
  }
  const needs = await Promise.all(meeting.map((need, index) => needOf(context, need, index)));
  const [{ everyone }, states] = await Promise.all([context.visible(), context.states()]);
  const { after, asOf } = ranking;
  const matches = await matchesOf(context, states, needs, {
    ...{ filterBy, freeFor: freeFor && timeNeeded(asOf, freeFor) },
    ...{ asOf, after: after?.key, most: length + 1 },
  });
  const rankedBy = {
    calibration: states.calibration.number,
    needs: fingerprintOfSkills(matches.counting),
  };
  const look = (people: readonly string[]): void => {
    for (const key of people) context.looks.add('staffing', key);
  };
  refuseOrLook(context, ranking, rankedBy, matches, () => {
    look(matches.knownPeople);
  });
  // A condition on levels tells of those whom it leaves out.
  if (needs.some(({ minimumProbability }) => minimumProbability > 0)) look(matches.knownPeople);
  if (after && !matches.all.includes(after.key)) throw movedOn();
  const shown = matches.best.slice(0, length);
  look(shown.map(({ key }) => key));
  return new Page(
    shown.map(({ person }) => namedPerson(person)),
    (index) => cursorAt(context, question, ranking, rankedBy, shown[index]?.key ?? ''),
    { before: false, after: matches.best.length > length, onlyVisible: !everyone },
    () => {
      look(matches.all);
      return Promise.resolve(matches.all.length);
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
 * Throws where the latest evidence does not allow the date, or another page behind an earlier one. That tells when somebody's
 * latest evidence happened: it is a look at everybody concerned.
 */
function refuseOrLook(
  context: RequestContext,
  ranking: Ranking,
  rankedBy: RankedBy,
  { latest }: Matches,
  lookAtAll: () => void,
): void {
  if (latest === null) return;
  try {
    refuseMoved(ranking, rankedBy, latest);
    refuseEarlier(ranking.asOf, latest, context.now);
  } catch (refusal) {
    lookAtAll();
    throw refusal;
  }
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
