import type { CalibrationForecast } from '../../features/calibrating/forecast.service';
import type { GroupForecast } from '../../features/calibrating/forecast';
import { movedText } from '../../features/calibrating/forecast-summary';
import { fewPeople } from '../../features/disclosure/disclosure';
import { capitalized } from '../../shared/words';
import { count } from './progress';

/** Whose levels a calibration would move, as people read it. */
export function forecastText(forecast: CalibrationForecast): string {
  const { fittedAnswers, fittedPeople, logLoss, everybody, teams, skills } = forecast;
  return [
    `Nothing was changed. Fitted to ${count(fittedAnswers)} answers of ${count(fittedPeople)} people; log loss ${logLoss.toFixed(4)} per answer of people whose answers were not used for fitting the questions.`,
    everybody
      ? `Everybody: ${movedText(everybody)}`
      : `${capitalized(fewPeople)} people have a level: how far these would move is withheld.`,
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
    ...told.map((group) => `  ${group.name}: ${movedText(group)}`),
    ...(withheld > 0 ? [`  ${count(withheld)} ${kind}s with ${fewPeople} people are withheld.`] : []),
  ];
}
