import { fitOf, statusOf } from '../../estimators/fit';
import { levelOf, probabilityAtLeast } from '../../estimators/level';
import { rasch } from '../../estimators/rasch';
import type { Gaussian } from '../../estimators/types';
import { cursorOf, pageLength, placeOf } from '../../graph/page';
import { Page, type Connection } from '../../shared/connection';
import { BadInputError, CursorExpiredError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';
import type { RequestContext } from '../access/context';
import { load } from '../access/loaders';
import { percent, refuseEarlier } from '../mastery/mastery.read';
import { namedPerson, type PersonNameRow } from '../people/people.store';
import type { Person } from '../people/person.type';
import { skillByKey } from '../skills/skill.loader';
import { namedSkill, type SkillNameRow } from '../skills/skill.store';
import type { Skill } from '../skills/skill.type';
import { RequirementStatus } from './candidate.type';
import { holdersOfNeeds } from './meeting.read';
import type { PeopleArguments, PersonFit, SkillNeed, SkillNeedFit } from './meeting.type';

const mostNeeds = 20;

/** A need as it was checked. */
interface Need {
  readonly skill: Skill;
  /** Null where being known is enough. */
  readonly level: number | null;
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

interface Match {
  readonly person: PersonNameRow;
  readonly known: readonly (Known | undefined)[];
  readonly fit: number;
  readonly knownShare: number;
}

type Cursor = readonly [calibration: number, asOf: number, fit: number, person: string];

const expired =
  'The figures have changed since this page was made (newer evidence or a new calibration): start from the first page.';

/** People ranked by how well they meet stated needs, each edge with its reasons. */
export async function peopleMeeting(
  context: RequestContext,
  meeting: readonly SkillNeed[],
  given: PeopleArguments,
): Promise<Connection<Person>> {
  if (given.last != null || given.before != null || given.orderBy != null) {
    throw new BadInputError('People who meet needs are ranked by fit: give first and after, and no orderBy.');
  }
  const length = pageLength(given.first ?? 20);
  const after =
    given.after == null ? undefined : placeOf<Cursor>(given.after, ['number', 'number', 'number', 'string']);
  const asOf = after?.[1] ?? given.asOf?.getTime() ?? context.now;
  const needs = await Promise.all(meeting.map((need, index) => needOf(context, need, index)));
  if (needs.length === 0 || needs.length > mostNeeds) {
    throw new BadInputError(`meeting must hold 1 to ${String(mostNeeds)} needs.`);
  }
  const { matches, calibration } = await matchesOf(context, needs, given, asOf, after !== undefined);
  if (after && calibration !== undefined && after[0] !== calibration) throw new CursorExpiredError(expired);
  const ranked = matches.sort(
    (one, other) => other.fit - one.fit || (one.person.key < other.person.key ? -1 : 1),
  );
  const rest = after
    ? ranked.filter(({ fit, person }) => fit < after[2] || (fit === after[2] && person.key > after[3]))
    : ranked;
  const shown = rest.slice(0, length);
  return new Page(
    shown.map(({ person }) => namedPerson(person)),
    (index) => cursorOf([calibration ?? 0, asOf, shown[index]?.fit ?? 0, shown[index]?.person.key ?? '']),
    { before: after !== undefined, after: rest.length > length },
    () => Promise.resolve(matches.length),
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
  const band = need.band == null ? undefined : bands.find(({ name }) => name === need.band);
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
  return { skill, level, importance: need.importance, minimumProbability, narrower: need.narrower };
}

async function matchesOf(
  context: RequestContext,
  needs: readonly Need[],
  { filterBy }: PeopleArguments,
  asOf: number,
  pinned: boolean,
): Promise<{ matches: Match[]; calibration: number | undefined }> {
  const rows = await holdersOfNeeds(
    context,
    needs.map(({ skill, narrower }) => [skill.key, narrower] as const),
    filterBy,
  );
  const people = new Map<string, { person: PersonNameRow; known: (Known | undefined)[] }>();
  for (const row of rows) {
    const need = needs[row.need];
    if (!need) continue;
    const skill = { key: row.skill, name: row.skillName, sortName: row.skillSortName };
    row.people.forEach((key, index) => {
      const [mean = 0, variance = 0, lastEvidenceAt = 0] = [
        row.means[index],
        row.variances[index],
        row.lastEvidenceAts[index],
      ];
      if (pinned && asOf < lastEvidenceAt) throw new CursorExpiredError(expired);
      refuseEarlier(asOf, lastEvidenceAt, context.now);
      const ability = rasch.fade({ mean, variance, lastEvidenceAt }, asOf, row);
      const probability = need.level === null ? 1 : probabilityAtLeast(ability, need.level, row.reference);
      const found = people.get(key) ?? {
        person: { key, name: row.names[index] ?? '', sortName: row.sortNames[index] ?? '' },
        known: needs.map(() => undefined),
      };
      people.set(key, found);
      const before = found.known[row.need];
      // Of equal probabilities always the same skill counts, whatever the order of rows.
      const isBetter =
        !before ||
        probability > before.probability ||
        (probability === before.probability && skill.key < before.skill.key);
      if (isBetter) found.known[row.need] = { skill, ability, reference: row.reference, probability };
    });
  }
  const matches = [...people.values()]
    .filter(({ known }) =>
      needs.every(({ minimumProbability }, index) => (known[index]?.probability ?? 0) >= minimumProbability),
    )
    .map((match) => ({
      ...match,
      ...fitOf(
        needs.map(({ importance }, index) => ({ importance, probability: match.known[index]?.probability })),
      ),
    }));
  return { matches, calibration: rows[0]?.calibration };
}

function personFit(
  { person, known, fit, knownShare }: Match,
  needs: readonly Need[],
  meetsFrom: number,
): PersonFit {
  const reasons = needs.map((need, index) => needFit(need, known[index], meetsFrom));
  const met = reasons.filter(({ status }) => status === RequirementStatus.MEETS).length;
  return {
    fit,
    knownShare,
    needs: reasons,
    summary: `${person.name} fits with ${percent(fit)}: meets ${String(met)} of ${String(needs.length)} needs; ${percent(knownShare)} of what matters is known.`,
  };
}

function needFit({ skill, level }: Need, known: Known | undefined, meetsFrom: number): SkillNeedFit {
  const needed = level === null ? skill.name : `${skill.name} at ${percent(level)}`;
  if (!known) {
    return {
      skill,
      counted: null,
      status: RequirementStatus.UNKNOWN,
      probability: null,
      level: null,
      interval: null,
      summary: `${needed}: unknown, there is no evidence yet.`,
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
    summary: `${needed}: ${status === RequirementStatus.MEETS ? 'met' : 'below'}${by}, reached with probability ${percent(known.probability)} (level ${percent(shown.level)}).`,
  };
}
