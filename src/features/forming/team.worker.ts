import { loadSolver } from '../../estimators/linear-program';
import { nearestTeam } from '../../estimators/nearest-team';
import { formTeam } from '../../estimators/team-solver';
import { computePieces } from '../../shared/piecework-thread';
import type { TeamFound, TeamToForm } from './team-piece';

// Pieces that are sent before it is loaded wait in the port.
void loadSolver().then((highs) => {
  computePieces((piece): TeamFound => {
    const { problem, seconds, from, mayRelax } = piece as TeamToForm;
    const began = performance.now();
    const deadline = began + 1_000 * seconds;
    const formed = formTeam(highs, problem, deadline, from);
    const isImpossible = formed === 'none';
    const nearest = isImpossible && mayRelax ? nearestTeam(highs, problem, deadline) : undefined;
    const team = typeof formed === 'string' ? (nearest ?? null) : { ...formed, relaxed: [], isFewest: true };
    return { team, isImpossible, seconds: (performance.now() - began) / 1_000 };
  });
});
