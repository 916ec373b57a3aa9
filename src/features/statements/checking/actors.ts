import { anyText, expected, isObject, listOf, objectOf, oneOf, type Check, type JsonObject } from './faults';
import { iri, mailbox, sha1 } from './formats';

/** The four ways to say who somebody is, exactly one of which an Agent has. */
export const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'] as const;

const account = objectOf({
  what: 'an account',
  properties: { homePage: iri, name: anyText },
  required: ['homePage', 'name'],
});

const identifying = { mbox: mailbox, mbox_sha1sum: sha1, openid: iri, account };
const oneIdentifier = `exactly one of ${identifiers.join(', ')}`;

function identifiersIn(value: JsonObject): readonly string[] {
  return identifiers.filter((name) => value[name] !== undefined);
}

export const agent = objectOf({
  what: 'an Agent',
  properties: { objectType: oneOf('Agent'), name: anyText, ...identifying },
  also(value, at, found) {
    if (identifiersIn(value).length !== 1)
      found.push({ pointer: at, message: `must have ${oneIdentifier} to be an Agent` });
  },
});

export const group = objectOf({
  what: 'a Group',
  properties: {
    objectType: oneOf('Group'),
    name: anyText,
    member: listOf(agent, 'Agents'),
    ...identifying,
  },
  required: ['objectType'],
  also(value, at, found) {
    const identified = identifiersIn(value).length;
    if (identified > 1)
      found.push({ pointer: at, message: `must have at most one of ${identifiers.join(', ')}` });
    const { member } = value;
    if (identified === 0 && (!Array.isArray(member) || member.length === 0))
      found.push({
        pointer: at,
        message: `must list its members in "member", or have ${oneIdentifier}, to be a Group`,
      });
  },
});

/** An Agent, or a Group where it says so. */
export const actor: Check = (value, at, found) => {
  if (!isObject(value)) expected('an Agent or a Group', value, at, found);
  else if (value['objectType'] === 'Group') group(value, at, found);
  else if (value['objectType'] === undefined || value['objectType'] === 'Agent') agent(value, at, found);
  else oneOf('Agent', 'Group')(value['objectType'], `${at}/objectType`, found);
};

/** Who vouches for a statement: an Agent, or of an application and its user a Group of the two. */
export const authority: Check = (value, at, found) => {
  actor(value, at, found);
  if (!isObject(value) || value['objectType'] !== 'Group') return;
  const { member } = value;
  if (identifiersIn(value).length > 0 || !Array.isArray(member) || member.length !== 2)
    found.push({
      pointer: at,
      message: 'must be an Agent, or a Group of exactly two Agents without a name of its own',
    });
};
