import type { Filter, Showing } from '../../features/statements/finding.service';
import { formats, type Format } from '../../features/statements/formatting';
import { faultsOfActor } from '../../features/statements/checking/statement-check';
import { isIri, isUuid, timestampMoment } from '../../features/statements/checking/formats';
import { identifierOf } from '../../features/statements/naming';
import type { Actor } from '../../features/statements/statement';
import { microsecondsOf } from '../../features/statements/stored-times';
import { badRequest } from './refused';

type Parameters = ReadonlyMap<string, string>;

const ofOne = ['statementId', 'voidedStatementId'] as const;
const ofShowing = ['format', 'attachments'];
const ofLists = [
  'agent',
  'verb',
  'activity',
  'registration',
  'related_activities',
  'related_agents',
  'since',
  'until',
  'limit',
  'ascending',
];

/** Refuses parameters that are not known: one that is misspelt must not be taken for none. */
export function expectOnly(parameters: Parameters, known: readonly string[]): void {
  for (const name of parameters.keys()) {
    if (known.includes(name)) continue;
    const meant = known.find((one) => one.toLowerCase() === name.toLowerCase());
    throw badRequest(
      meant === undefined
        ? `The parameter "${name}" means nothing here: leave it out.`
        : `The parameter "${name}" is written "${meant}": capitals count.`,
    );
  }
}

export function expectParametersOfReading(parameters: Parameters): void {
  expectOnly(parameters, [...ofOne, ...ofShowing, ...ofLists]);
}

/** The one statement that is asked for; undefined where it is a list. */
export function oneAskedFor(parameters: Parameters): { id: string; voided: boolean } | undefined {
  const [name, second] = ofOne.filter((one) => parameters.has(one));
  if (name === undefined) return undefined;
  if (second !== undefined) throw badRequest('Give either statementId or voidedStatementId.');
  const other = [...parameters.keys()].find((one) => one !== name && !ofShowing.includes(one));
  if (other !== undefined)
    throw badRequest(`With "${name}" only format and attachments have a meaning: leave "${other}" out.`);
  return { id: uuidIn(parameters, name) ?? '', voided: name === 'voidedStatementId' };
}

/** The value of a parameter that must be a UUID; undefined where it is not given. */
export function uuidIn(parameters: Parameters, name: string): string | undefined {
  return checked(parameters, name, 'a UUID', isUuid);
}

function checked(
  parameters: Parameters,
  name: string,
  what: string,
  holds: (value: string) => boolean,
): string | undefined {
  const value = parameters.get(name);
  if (value === undefined || holds(value)) return value;
  throw badRequest(`The parameter "${name}" must be ${what}.`);
}

function flagIn(parameters: Parameters, name: string): boolean {
  return (
    checked(parameters, name, 'true or false', (value) => value === 'true' || value === 'false') === 'true'
  );
}

/** Epoch microseconds. */
function timeIn(parameters: Parameters, name: string): number | undefined {
  const value = parameters.get(name);
  if (value === undefined) return undefined;
  const moment = timestampMoment(value);
  if (moment === undefined)
    throw badRequest(
      `The parameter "${name}" must be a date and time as in RFC 3339, like 2026-01-31T09:00:00Z.`,
    );
  return microsecondsOf(value, moment);
}

function agentIn(parameters: Parameters): Actor | undefined {
  const text = parameters.get('agent');
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest('The parameter "agent" must be an Agent or an identified Group as JSON.');
  }
  const [fault] = faultsOfActor(value);
  if (fault)
    throw badRequest(`The parameter "agent" is not valid: ${fault.pointer || 'it'} ${fault.message}.`);
  const agent = value as Actor;
  if (identifierOf(agent) === undefined)
    throw badRequest('The parameter "agent" must name an Agent or a Group that has an identifier.');
  return agent;
}

/** The conditions of a list. */
export function filterIn(parameters: Parameters): Filter {
  const agent = agentIn(parameters);
  const verb = checked(parameters, 'verb', 'an IRI', isIri);
  const activity = checked(parameters, 'activity', 'an IRI', isIri);
  const registration = uuidIn(parameters, 'registration');
  const since = timeIn(parameters, 'since');
  const until = timeIn(parameters, 'until');
  return {
    ...(agent !== undefined && { agent }),
    ...(verb !== undefined && { verb }),
    ...(activity !== undefined && { activity }),
    ...(registration !== undefined && { registration }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    relatedAgents: flagIn(parameters, 'related_agents'),
    relatedActivities: flagIn(parameters, 'related_activities'),
    ascending: flagIn(parameters, 'ascending'),
  };
}

export function limitIn(parameters: Parameters): number {
  return Number(
    checked(parameters, 'limit', 'a whole number from 0 on', (value) => /^\d{1,9}$/u.test(value)) ?? 0,
  );
}

/** How statements are shown. */
export function showingIn(parameters: Parameters, acceptLanguage: string | undefined): Showing {
  const given = parameters.get('format') ?? 'exact';
  const format = formats.find((one): one is Format => one === given);
  if (format === undefined) throw badRequest(`The parameter "format" must be one of ${formats.join(', ')}.`);
  return { format, acceptLanguage, attachments: flagIn(parameters, 'attachments') };
}
