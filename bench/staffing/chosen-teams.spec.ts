import { loadSolver } from '../../src/estimators/linear-program';
import { chosenTeams } from './chosen-teams';
import { simulatedOrganisation } from './simulated-organisation';

it('forms teams that fill as many seats as was expected, and more than point estimates would', async () => {
  const organisation = simulatedOrganisation(5, { people: 80, skills: 8 });
  const teams = chosenTeams(await loadSolver(), organisation, 60, 5);
  const sum = (name: 'expected' | 'filled' | 'known' | 'byEstimate'): number =>
    teams.reduce((all, team) => all + team[name], 0);
  expect(sum('filled') / sum('expected')).toBeGreaterThan(0.85);
  expect(sum('filled') / sum('expected')).toBeLessThan(1.15);
  expect(sum('filled')).toBeGreaterThan(1.05 * sum('byEstimate'));
  expect(sum('filled')).toBeLessThanOrEqual(sum('known'));
  for (const { filled, known, byEstimate, individuals } of teams)
    for (const seats of [filled, byEstimate, individuals]) expect(seats).toBeLessThanOrEqual(known + 1e-9);
});
