import { KillInstallation, type KillFigures } from '../../test/kit/kill';
import type { Bench } from '../run';

/** An embedded Neo4j that dies more often than this within ten minutes stays stopped: then a new one is started. */
const roundsOfOne = 5;

/** Kills the API and Neo4j while others write, 50 times or as often as is said: `kill 10`. */
export const bench: Bench = async ([given = '50']) => {
  const rounds = Number(given);
  const total = { rounds, acknowledged: 0, lost: 0, doubled: 0, unsent: 0, differing: 0 };
  let installation: KillInstallation | undefined;
  try {
    for (let round = 0; round < rounds; round++) {
      if (round % roundsOfOne === 0) {
        await installation?.close();
        installation = await KillInstallation.open();
      }
      const figures = await installation!.round(20 + ((round * 7) % 30));
      for (const name of Object.keys(figures) as (keyof KillFigures)[]) total[name] += figures[name];
      process.stdout.write(`Round ${String(round + 1)}: ${JSON.stringify(figures)}\n`);
    }
  } finally {
    await installation?.close();
  }
  return total;
};
