import { percent, points } from '../../shared/percent';
import type { CalibrationForecast as Shown, CalibrationForecastGroup } from './calibration-run.type';
import type { GroupForecast } from './forecast';
import type { CalibrationForecast } from './forecast.service';

/** A forecast as the API shows it. */
export function forecastShown(forecast: CalibrationForecast): Shown {
  const { everybody, teams, skills, teamsWithheld, skillsWithheld } = forecast;
  return {
    answerCount: forecast.fittedAnswers,
    personCount: forecast.fittedPeople,
    logLoss: forecast.logLoss,
    everybody: everybody ? groupShown(everybody, null, { teamKey: null, skillKey: null }) : null,
    teams: teams.map((group) => groupShown(group, group.name, { teamKey: group.key, skillKey: null })),
    teamsWithheld,
    skills: skills.map((group) => groupShown(group, group.name, { teamKey: null, skillKey: group.key })),
    skillsWithheld,
  };
}

function groupShown(
  group: GroupForecast,
  name: string | null,
  of: Pick<CalibrationForecastGroup, 'teamKey' | 'skillKey'>,
): CalibrationForecastGroup {
  const { people, levels, meanChange, raised, lowered, otherBand } = group;
  return {
    ...of,
    name,
    personCount: people,
    levelCount: levels,
    meanChange,
    raisedShare: raised,
    loweredShare: lowered,
    otherBandShare: otherBand,
    summary: `${name ?? 'Everybody'}: ${movedText(group)}`,
  };
}

/** How levels of a group would move, in a plain sentence without its subject. */
export function movedText({ people, levels, meanChange, raised, lowered, otherBand }: GroupForecast): string {
  const change = `${meanChange > 0 ? '+' : ''}${points(meanChange)}`;
  return `${String(people)} people, ${String(levels)} levels, ${change} points on average; ${percent(raised)} rise and ${percent(lowered)} fall by more than 5 points, ${percent(otherBand)} move to another band.`;
}
