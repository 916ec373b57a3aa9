import { InstallationError } from '../../src/shared/errors';
import { loadSolver } from '../../src/estimators/linear-program';
import type { Bench } from '../run';
import { speedOf } from '../staffing/speed';
import { reportTruth, simulatedTeams } from '../staffing/truth';
import { formBySize } from '../team-problems';

const usualPeople = 100_000;
const organisations = { usual: 10, short: 3 };

/**
 * Whether staffing keeps what it promises, on simulated organisations of known levels: seats truly filled and requirements
 * truly covered against what was expected, and against teams chosen otherwise. Then teams by size of the organisation, and
 * how long candidates, gaps, readiness and teams take with 100,000 people. `truth` is the first part alone; a number is of how many
 * people the last one is; `--short` takes three organisations.
 */
export const bench: Bench = async (words) => {
  const unknown = words.find((word) => !['truth', '--short'].includes(word) && !/^\d+$/.test(word));
  if (unknown !== undefined)
    throw new InstallationError(
      `The arguments are not understood ("${unknown}"): staffing takes truth, --short, and of how many people.`,
    );
  const many = words.includes('--short') ? organisations.short : organisations.usual;
  const truth = reportTruth(await simulatedTeams(many));
  if (words.includes('truth')) return { organisations: many, truth };
  const teams = formBySize(await loadSolver(), 5);
  const speed = await speedOf(Number(words.find((word) => /^\d+$/.test(word)) ?? usualPeople));
  return { organisations: many, truth, teams, speed };
};
