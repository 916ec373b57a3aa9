import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InstallationError } from '../../src/shared/errors';
import { dataSetNames, isThere } from '../mastery/data-sets';
import { followedPerson } from '../plots/followed';
import { drawFollowed } from '../plots/draw-followed';
import { drawBeforeAndAfter, drawDropOff, drawItemMap, drawSecondsSeen } from '../plots/draw-launched';
import { drawBins, drawReliability } from '../plots/draw-reliability';
import { launchedCourse } from '../plots/launched';
import { reliabilityOf } from '../plots/reliability';
import type { Bench } from '../run';
import { say } from '../say';
import { binsOfPromises, promisesOfRequirements, simulatedTeams } from '../staffing/truth';

const organisations = 5;
const directory = join(__dirname, '../../docs/plots');

/**
 * Draws the figures of docs/mastery.md (whether probabilities hold, on each data set that is there, and one level over time),
 * of docs/content.md (one simulated course, before and after a page of it was explained anew), and of docs/staffing.md (whether teams
 * keep what they promise).
 */
export const bench: Bench = async (words) => {
  if (words.length > 0) throw new InstallationError('The arguments are not understood: plots takes none.');
  await mkdir(directory, { recursive: true });
  const launched = launchedCourse();
  const drawn: Record<string, string> = {
    level: await drawFollowed(followedPerson()),
    'drop-off': await drawDropOff(launched),
    'before-and-after': await drawBeforeAndAfter(launched),
    'item-map': await drawItemMap(launched),
    'seconds-seen': await drawSecondsSeen(launched),
  };
  const promises = promisesOfRequirements(await simulatedTeams(organisations));
  drawn['teams'] = await drawBins(binsOfPromises(promises), {
    title: 'Teams: promised and kept',
    subtitle: `${promises.length.toLocaleString('en')} requirements of simulated projects, each with its best team`,
    predicted: 'promised probability that it is covered, mean of the bin',
    observed: 'share truly covered',
  });
  for (const name of dataSetNames) {
    if (isThere(name)) drawn[`reliability-${name}`] = await drawReliability(await reliabilityOf(name));
    else say(`${name} is not there: its plot is left as it is.`);
  }
  for (const [name, svg] of Object.entries(drawn)) {
    await writeFile(join(directory, `${name}.svg`), svg);
    say(`docs/plots/${name}.svg`);
  }
  return { drawn: Object.keys(drawn) };
};
