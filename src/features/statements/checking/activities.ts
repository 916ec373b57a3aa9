import { anyText, expected, isObject, listOf, objectOf, oneOf, pointerTo, type Check } from './faults';
import { extensions, iri, languageMap } from './formats';

/** The lists of components that an interaction may have, by its type. */
const componentsOf = new Map<string, readonly string[]>([
  ['true-false', []],
  ['choice', ['choices']],
  ['fill-in', []],
  ['long-fill-in', []],
  ['matching', ['source', 'target']],
  ['performance', ['steps']],
  ['sequencing', ['choices']],
  ['likert', ['scale']],
  ['numeric', []],
  ['other', []],
]);
/** Each list of components, once. */
const componentLists = ['choices', 'scale', 'source', 'target', 'steps'] as const;

const component = objectOf({
  what: 'an interaction component',
  properties: {
    id(value, at, found) {
      if (typeof value !== 'string' || value === '') expected('a text that is not empty', value, at, found);
    },
    description: languageMap,
  },
  required: ['id'],
});

const components: Check = (value, at, found) => {
  listOf(component, 'interaction components')(value, at, found);
  if (!Array.isArray(value)) return;
  const seen = new Set<unknown>();
  value.forEach((one: unknown, index) => {
    const id = isObject(one) ? one['id'] : undefined;
    if (id !== undefined && seen.has(id))
      found.push({
        pointer: pointerTo(pointerTo(at, index), 'id'),
        message: 'must differ from the ids of the other components in this list',
      });
    seen.add(id);
  });
};

const definition = objectOf({
  what: 'a definition of an Activity',
  properties: {
    name: languageMap,
    description: languageMap,
    type: iri,
    moreInfo: iri,
    interactionType: oneOf(...componentsOf.keys()),
    correctResponsesPattern: listOf(anyText, 'texts'),
    choices: components,
    scale: components,
    source: components,
    target: components,
    steps: components,
    extensions,
  },
  also(value, at, found) {
    const type = value['interactionType'];
    const lists = componentLists.filter((name) => value[name] !== undefined);
    if (type === undefined) {
      const [first] = [
        ...lists,
        ...(value['correctResponsesPattern'] === undefined ? [] : ['correctResponsesPattern']),
      ];
      if (first !== undefined)
        found.push({ pointer: at, message: `must have "interactionType", since it has "${first}"` });
      return;
    }
    const allowed = typeof type === 'string' ? componentsOf.get(type) : undefined;
    if (typeof type !== 'string' || !allowed) return;
    for (const name of lists)
      if (!allowed.includes(name))
        found.push({
          pointer: pointerTo(at, name),
          message: `is no list of an interaction of the type ${type}: leave it out, or correct "interactionType"`,
        });
  },
});

export const activity = objectOf({
  what: 'an Activity',
  properties: { objectType: oneOf('Activity'), id: iri, definition },
  required: ['id'],
});
