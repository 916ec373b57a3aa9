import { join } from 'node:path';
import type { NearestTeam } from '../../estimators/nearest-team';
import type { TeamProblem } from '../../estimators/team-problem';
import { Piecework } from '../../shared/piecework';

/** A team to be formed. */
export interface TeamToForm {
  readonly problem: TeamProblem;
  /** How long to search at most. */
  readonly seconds: number;
  /** A team, or part of one, that the search begins with. */
  readonly from: readonly number[];
  /** Whether constraints may be given up where no team keeps all. */
  readonly mayRelax: boolean;
}

/** What became of it; no team where there is none, or none was found in time, which `isFewest` tells apart. */
export interface TeamFound {
  readonly team: NearestTeam | null;
  /** Whether it is proven that no team keeps all constraints. */
  readonly isImpossible: boolean;
  readonly seconds: number;
}

/** The thread of this server that forms teams. */
export class TeamThread extends Piecework<TeamToForm, TeamFound> {
  constructor() {
    super(join(__dirname, 'team.worker'));
  }
}
