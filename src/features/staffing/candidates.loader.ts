import { fitOf, statusOf } from '../../estimators/fit';
import { levelOf, probabilityAtLeast } from '../../estimators/level';
import { rasch } from '../../estimators/rasch';
import type { Gaussian } from '../../estimators/types';
import { cursorOf, placeOf } from '../../graph/page';
import { connect, type Connection } from '../../shared/connection';
import { BadInputError, CursorExpiredError, ForbiddenError } from '../../shared/errors';
import type { RequestContext } from '../access/context';
import { inGroupsOf, load, type BatchRead } from '../access/loaders';
import { percent, refuseEarlier } from '../mastery/mastery.read';
import { personByKey } from '../people/people.loader';
import { staffedBy } from '../projects/project.store';
import { neededBy, requirementOf, type NeedRow } from '../projects/requirement.store';
import { RequirementStatus, type Candidate, type RequirementFit } from './candidate.type';
import { assignedPeople, holdersOfSkills } from './candidates.read';

export interface CandidatesWanted {
  readonly first: number;
  readonly after: string | null;
  /** Null for now, or as the cursor pins it. */
  readonly asOf: number | null;
  readonly includeAssigned: boolean;
}

/** A person's place in the order of fit. */
interface Ranked {
  readonly person: string;
  readonly fit: number;
  readonly knownShare: number;
}

/** What is known of the holders of one skill on the date: ability by person. */
interface Known {
  readonly reference: number;
  readonly abilities: ReadonlyMap<string, Gaussian>;
}

const expired =
  'The figures have changed since this page was made (newer evidence or a new calibration): start from the first page.';

type Cursor = readonly [calibration: number, asOf: number, fit: number, person: string];

/** Candidates by project: who fits best first; a page is pinned to its date and calibration. */
export const candidatesOfProject: BatchRead<string, Connection<Candidate>, CandidatesWanted> = async (
  context,
  keys,
  wanted,
) => {
  const allowed = await staffedBy(context.database, context.viewer);
  const after =
    wanted.after === null
      ? undefined
      : placeOf<Cursor>(wanted.after, ['number', 'number', 'number', 'string']);
  const asOf = after?.[1] ?? wanted.asOf ?? context.now;
  if (after && wanted.asOf !== null && wanted.asOf !== asOf) {
    throw new BadInputError(
      'asOf differs from the date that the cursor is pinned to: leave asOf out, or start from the first page.',
    );
  }
  const rows = await neededBy(context.database, keys);
  const grouped = inGroupsOf(
    keys,
    rows,
    ({ project }) => project,
    (row) => row,
  );
  const needs = new Map(keys.map((key, index) => [key, grouped[index] ?? []]));
  const skills = [...new Set([...needs.values()].flat().map(({ skillKey }) => skillKey))];
  const holders = await holdersOfSkills(context.database, skills, context.now);
  const assigned = wanted.includeAssigned
    ? new Map<string, string[]>()
    : await assignedPeople(context.database, keys, context.now);
  const calibration = holders[0]?.calibration ?? after?.[0] ?? 0;
  if (after && after[0] !== calibration) {
    throw new CursorExpiredError(expired);
  }
  const known = new Map<string, Known>();
  for (const row of holders) {
    const abilities = new Map<string, Gaussian>();
    row.people.forEach((person, index) => {
      const [mean = 0, variance = 0, lastEvidenceAt = 0] = [
        row.means[index],
        row.variances[index],
        row.lastEvidenceAts[index],
      ];
      if (after && asOf < lastEvidenceAt) throw new CursorExpiredError(expired);
      refuseEarlier(asOf, lastEvidenceAt, context.now);
      abilities.set(person, rasch.fade({ mean, variance, lastEvidenceAt }, asOf, row));
    });
    known.set(row.skill, { reference: row.reference, abilities });
  }
  return Promise.all(
    keys.map(async (key) => {
      if (!allowed(key)) {
        return new ForbiddenError(
          'Candidates of this project are for the leads of its responsible team, hr and admin.',
        );
      }
      const need = needs.get(key) ?? [];
      const ranked = rank(need, known, new Set(assigned.get(key)));
      const rest = after
        ? ranked.filter((row) => row.fit < after[2] || (row.fit === after[2] && row.person > after[3]))
        : ranked;
      const rows = rest.slice(0, wanted.first + 1);
      const candidates = await Promise.all(rows.map((row) => candidateOf(context, row, need, known)));
      const page = { first: wanted.first, afterId: wanted.after ?? '' };
      const shown = connect(candidates, page, ({ fit, person }) =>
        cursorOf([calibration, asOf, fit, person.key]),
      );
      for (const { person } of shown.nodes) context.looks.add('staffing', person.key);
      return shown;
    }),
  );
};

function rank(
  need: readonly NeedRow[],
  known: ReadonlyMap<string, Known>,
  without: ReadonlySet<string>,
): Ranked[] {
  const people = new Set(need.flatMap(({ skillKey }) => [...(known.get(skillKey)?.abilities.keys() ?? [])]));
  return [...people]
    .filter((person) => !without.has(person))
    .map((person) => ({
      person,
      ...fitOf(
        need.map((row) => ({ importance: row.importance, probability: probabilityOf(row, known, person) })),
      ),
    }))
    .sort((left, right) => right.fit - left.fit || (left.person < right.person ? -1 : 1));
}

function probabilityOf(row: NeedRow, known: ReadonlyMap<string, Known>, person: string): number | undefined {
  const skill = known.get(row.skillKey);
  const ability = skill?.abilities.get(person);
  return skill && ability && probabilityAtLeast(ability, row.level, skill.reference);
}

async function candidateOf(
  context: RequestContext,
  { person: key, fit, knownShare }: Ranked,
  need: readonly NeedRow[],
  known: ReadonlyMap<string, Known>,
): Promise<Candidate> {
  const person = await load(context, personByKey, key, null);
  if (!person) throw new Error(`Person ${key} vanished while candidates were read.`);
  const requirements = need.map((row) => requirementFit(row, known, key, context.rules.meetsFrom));
  const met = requirements.filter(({ status }) => status === RequirementStatus.MEETS).length;
  return {
    person,
    fit,
    knownShare,
    requirements,
    summary: `${person.name} fits with ${percent(fit)}: meets ${String(met)} of ${String(need.length)} requirements; ${percent(knownShare)} of what matters is known.`,
  };
}

function requirementFit(
  row: NeedRow,
  known: ReadonlyMap<string, Known>,
  person: string,
  meetsFrom: number,
): RequirementFit {
  const skill = known.get(row.skillKey);
  const ability = skill?.abilities.get(person);
  const probability = probabilityOf(row, known, person);
  const status = RequirementStatus[statusOf(probability, meetsFrom)];
  const shown = skill && ability ? levelOf(ability, skill.reference) : undefined;
  const required = `${row.skillName} at ${percent(row.level)}`;
  return {
    requirement: requirementOf(row),
    status,
    probability: probability ?? null,
    level: shown?.level ?? null,
    interval: shown ? { low: shown.low, high: shown.high } : null,
    summary:
      probability === undefined || !shown
        ? `${required}: unknown, there is no evidence yet.`
        : `${required}: ${status === RequirementStatus.MEETS ? 'met' : 'below'}, reached with probability ${percent(probability)} (level ${percent(shown.level)}).`,
  };
}
