import { actor, agent, authority, group } from './actors';
import { activity } from './activities';
import {
  anyText,
  expected,
  faultsBy,
  flag,
  isObject,
  listOf,
  objectOf,
  oneOf,
  type Check,
  type Fault,
  type JsonObject,
} from './faults';
import {
  duration,
  extensions,
  iri,
  language,
  languageMap,
  mediaType,
  number,
  sha2,
  timestamp,
  uuid,
  version,
} from './formats';

/** The verb of a statement that takes another one back. */
export const voided = 'http://adlnet.gov/expapi/verbs/voided';

const verb = objectOf({
  what: 'a Verb',
  properties: { id: iri, display: languageMap },
  required: ['id'],
});

const statementReference = objectOf({
  what: 'a StatementRef',
  properties: { objectType: oneOf('StatementRef'), id: uuid },
  required: ['objectType', 'id'],
});

const score = objectOf({
  what: 'a score',
  properties: {
    scaled(value, at, found) {
      number(value, at, found);
      if (typeof value === 'number' && (value < -1 || value > 1))
        found.push({ pointer: at, message: `must lie in [-1,1], and is ${value}` });
    },
    raw: number,
    min: number,
    max: number,
  },
  also({ raw, min, max }, at, found) {
    if (typeof min === 'number' && typeof max === 'number' && min >= max)
      found.push({ pointer: `${at}/min`, message: `must be less than "max" (${max}), and is ${min}` });
    if (typeof raw !== 'number') return;
    if (typeof min === 'number' && raw < min)
      found.push({ pointer: `${at}/raw`, message: `must not be less than "min" (${min}), and is ${raw}` });
    if (typeof max === 'number' && raw > max)
      found.push({ pointer: `${at}/raw`, message: `must not be more than "max" (${max}), and is ${raw}` });
  },
});

const result = objectOf({
  what: 'a result',
  properties: { score, success: flag, completion: flag, response: anyText, duration, extensions },
});

const oneOrSeveral: Check = (value, at, found) => {
  if (Array.isArray(value)) listOf(activity, 'Activities')(value, at, found);
  else activity(value, at, found);
};

const context = objectOf({
  what: 'a context',
  properties: {
    registration: uuid,
    instructor: actor,
    team: group,
    contextActivities: objectOf({
      what: 'Activities of a context',
      properties: {
        parent: oneOrSeveral,
        grouping: oneOrSeveral,
        category: oneOrSeveral,
        other: oneOrSeveral,
      },
    }),
    revision: anyText,
    platform: anyText,
    language,
    statement: statementReference,
    extensions,
  },
});

const attachment = objectOf({
  what: 'an attachment',
  properties: {
    usageType: iri,
    display: languageMap,
    description: languageMap,
    contentType: mediaType,
    length(value, at, found) {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
        expected('a whole number of bytes', value, at, found);
    },
    sha2,
    fileUrl: iri,
  },
  required: ['usageType', 'display', 'contentType', 'length', 'sha2'],
});

/** What a statement and one within another share. */
const parts = {
  actor,
  verb,
  result,
  context,
  timestamp,
  attachments: listOf(attachment, 'attachments'),
};
const needed = ['actor', 'verb', 'object'];

function objectAmong(kinds: Readonly<Record<string, Check>>): Check {
  const types = oneOf(...Object.keys(kinds));
  return (value, at, found) => {
    if (!isObject(value)) {
      expected('an object', value, at, found);
      return;
    }
    const { objectType = 'Activity' } = value;
    const check = typeof objectType === 'string' ? kinds[objectType] : undefined;
    if (check) check(value, at, found);
    else types(objectType, `${at}/objectType`, found);
  };
}

const objects = {
  Activity: activity,
  Agent: agent,
  Group: group,
  StatementRef: statementReference,
};

/** Which properties fit a statement's object. */
function fitting({ context: given, object }: JsonObject, at: string, found: Fault[]): void {
  if (!isObject(given) || !isObject(object) || (object['objectType'] ?? 'Activity') === 'Activity') return;
  for (const name of ['revision', 'platform'])
    if (given[name] !== undefined)
      found.push({
        pointer: `${at}/context/${name}`,
        message: 'must only be used where the object of the statement is an Activity',
      });
}

const subStatement = objectOf({
  what: 'a SubStatement',
  properties: { objectType: oneOf('SubStatement'), ...parts, object: objectAmong(objects) },
  required: ['objectType', ...needed],
  also: fitting,
});

const statement = objectOf({
  what: 'a Statement',
  properties: {
    id: uuid,
    ...parts,
    object: objectAmong({ ...objects, SubStatement: subStatement }),
    stored: timestamp,
    authority,
    version,
  },
  required: needed,
  also(value, at, found) {
    fitting(value, at, found);
    const { verb: done, object } = value;
    if (
      isObject(done) &&
      done['id'] === voided &&
      isObject(object) &&
      object['objectType'] !== 'StatementRef'
    )
      found.push({
        pointer: `${at}/object`,
        message: 'must be a StatementRef that names the statement to be voided, since the verb is "voided"',
      });
  },
});

/** Deeper than any statement is, and no deeper than can be walked through. */
const deepest = 200;

/** All that xAPI 1.0.3 (Part Two: Data) finds wrong with a statement; nothing where it is one. */
export function faultsOf(value: unknown): readonly Fault[] {
  if (isDeeperThan(value, deepest))
    return [{ pointer: '', message: `must not nest deeper than ${String(deepest)} levels` }];
  return faultsBy(statement, value);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const part of Object.values(value)) if (isDeeperThan(part, levels - 1)) return true;
  return false;
}

/** What is wrong with an Agent or an identified Group that is asked for. */
export function faultsOfActor(value: unknown): readonly Fault[] {
  return faultsBy(actor, value);
}
