import type { CalibrationForecast } from '../../features/mastery/forecast.service';
import type { GroupForecast } from '../../features/mastery/forecast';
import { count } from './progress';

/** Whose levels a calibration would move, as people read it. */
export function forecastText(forecast: CalibrationForecast): string {
  const { fittedAnswers, fittedPeople, logLoss, everybody, teams, skills } = forecast;
  return [
    `Nothing was changed. Fitted to ${count(fittedAnswers)} answers of ${count(fittedPeople)} people; log loss ${logLoss.toFixed(4)} per answer of people whose answers questions were not fitted to.`,
    everybody
      ? `Everybody: ${lineOf(everybody)}`
      : 'Fewer than five people have a level: what would become of it is withheld.',
    ...groups('team', teams, forecast.teamsWithheld),
    ...groups('skill', skills, forecast.skillsWithheld),
  ].join('\n');
}

function groups(
  kind: 'team' | 'skill',
  told: readonly (GroupForecast & { readonly name: string })[],
  withheld: number,
): string[] {
  return [
    ...(told.length > 0 ? [`By ${kind}:`] : []),
    ...told.map((group) => `  ${group.name}: ${lineOf(group)}`),
    ...(withheld > 0 ? [`  ${count(withheld)} ${kind}s with fewer than five people are withheld.`] : []),
  ];
}

function lineOf({ people, levels, meanChange, raised, lowered, otherBand }: GroupForecast): string {
  const points = (100 * meanChange).toFixed(1);
  return `${count(people)} people, ${count(levels)} levels, ${meanChange > 0 ? '+' : ''}${points} points in the mean; ${share(raised)} rise and ${share(lowered)} fall by more than 5 points, ${share(otherBand)} come to another band.`;
}

function share(value: number): string {
  return `${(100 * value).toFixed(0)} %`;
}
