import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInputObjectType,
  isLeafType,
  isListType,
  isUnionType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** The API as its manual says it is: what is generated from it covers a new field without anybody's help. */
export const manual = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'));

/** One field on the way into the graph, and the type of the objects that it leads to. */
export interface Step {
  readonly on: GraphQLObjectType;
  readonly field: Field;
  readonly to: GraphQLObjectType;
  /** How a connection is read: its items, or what its edges say of them; undefined where the field is none. */
  readonly through: 'nodes' | 'edges' | undefined;
}
export type Path = readonly Step[];

/** What is given for an argument, told as Type.field(argument), on a path; undefined leaves it out. */
export type ValueOf = (argument: string, path: Path) => unknown;

export interface Generated {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The path as people read it. */
export function nameOf(path: Path): string {
  return path
    .map(({ field, to, through }, index) => {
      const among = isAbstractType(itemTypeOf(field)) ? ` (${to.name})` : '';
      return `${index === 0 ? '' : ' > '}${field.name}${through === 'edges' ? ' (edges)' : ''}${among}`;
    })
    .join('');
}

/** The step that a path leads to: one path to each shows what there is to be seen of all. */
export function endOf(path: Path): string {
  const { on, field, to, through } = path.at(-1)!;
  return [on.name, field.name, to.name, through].join();
}

const takes = ({ args }: Field, name: string): boolean => args.some((argument) => argument.name === name);

/** Whether the field is a list that is read page by page. */
export function isPaged({ field }: Step): boolean {
  return takes(field, 'first') && !isUnionType(getNamedType(field.type));
}

const toldToThePerson = new Set([
  'Person.accessLog',
  'Person.visits',
  'Person.feedback',
  'Person.helpGiven',
  'Person.helpReceived',
  'Learning.place',
  'Person.growthOpportunities',
  'Team.growthOpportunities',
]);

/** Whether a path goes through what is told to the person alone, or to them and who leads them, whatever the role of others. */
export function isTheirsAlone(path: Path): boolean {
  return path.some(({ on, field }) => toldToThePerson.has(`${on.name}.${field.name}`));
}

function connectionOf(field: Field): GraphQLObjectType | undefined {
  const type = getNamedType(field.type);
  return isObjectType(type) && 'nodes' in type.getFields() ? type : undefined;
}

function itemTypeOf(field: Field) {
  const connection = connectionOf(field);
  return getNamedType(connection ? connection.getFields()['nodes']!.type : field.type);
}

function objectTypesOf(field: Field): readonly GraphQLObjectType[] {
  const type = itemTypeOf(field);
  if (isAbstractType(type)) return manual.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/** Every step that can be taken from an object of this type. */
export function stepsFrom(on: GraphQLObjectType): Step[] {
  return Object.values(on.getFields()).flatMap((field) => {
    const connection = connectionOf(field);
    // The way through an edge to its node is the way through `nodes`.
    if (on.name.endsWith('Edge') && field.name === 'node') return [];
    const steps: Step[] = objectTypesOf(field).map((to) => ({
      on,
      field,
      to,
      through: connection && 'nodes',
    }));
    const edge = connection && (getNamedType(connection.getFields()['edges']!.type) as GraphQLObjectType);
    return edge && stepsFrom(edge).length > 0
      ? [...steps, { on, field, to: edge, through: 'edges' as const }]
      : steps;
  });
}

/** The shortest path to every type, begun with a root of one type where such a one leads there. */
function shortestPaths(roots: readonly Step[]): Map<string, Path> {
  const found = new Map<string, Path>();
  const plain = roots.filter(({ field }) => !isAbstractType(itemTypeOf(field)));
  for (const begun of [plain, roots]) {
    for (let paths: Path[] = begun.map((root) => [root]); paths.length > 0;) {
      const fresh = paths.filter((path) => {
        const { name } = path.at(-1)!.to;
        return !found.has(name) && found.set(name, path);
      });
      paths = fresh.flatMap((path) => stepsFrom(path.at(-1)!.to).map((step) => [...path, step]));
    }
  }
  return found;
}

const isRoot = (step: Step): boolean => isPaged(step) || isListType(getNullableType(step.field.type));

/**
 * A path over every two steps that follow each other, from a root list on. What a field costs for each object that it
 * is asked of, it costs at the end of one of them.
 */
export function pathsOfLists(): Path[] {
  const roots = stepsFrom(manual.getQueryType()!).filter(isRoot);
  const shortest = shortestPaths(roots);
  const ways = [
    ...roots.map((root) => [root]),
    ...[...shortest.values()].flatMap((path) => stepsFrom(path.at(-1)!.to).map((step) => [...path, step])),
  ];
  return ways.flatMap((path) => {
    const { field, to } = path.at(-1)!;
    // What is one type of many here is gone through where it stands by itself, if it does.
    const passes = isAbstractType(itemTypeOf(field)) && nameOf(shortest.get(to.name)!) !== nameOf(path);
    const next = passes ? [] : stepsFrom(to);
    return next.length > 0 ? next.map((step) => [...path, step]) : [path];
  });
}

/** A path from every root that is one thing to each list in it, and on to what a list holds that has no pages. */
export function pathsOfThings(): Path[] {
  return stepsFrom(manual.getQueryType()!)
    .filter((root) => !isRoot(root))
    .flatMap((root) => {
      const lists = stepsFrom(root.to).filter(isRoot);
      return lists.flatMap((list) => [
        [root, list],
        ...(isPaged(list) ? [] : stepsFrom(list.to).map((step) => [root, list, step])),
      ]);
    });
}

const isPlain = (field: Field): boolean =>
  isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument);

function leavesOf(type: GraphQLObjectType): string {
  const leaves = Object.values(type.getFields()).filter(isPlain);
  return ['__typename', ...leaves.map(({ name }) => name)].join(' ');
}

/** All that leads from a type to some types, by ways that pass these alone: each with all that needs no argument. */
export function selectionTo(on: GraphQLObjectType, types: readonly string[]): string {
  return stepsFrom(on)
    .filter(({ to, through }) => types.includes(to.name) && through !== 'edges')
    .map(({ field, to, through }) => {
      const inside = `{ ${leavesOf(to)} ${selectionTo(to, types)} }`;
      return `${field.name} ${through ? `{ totalCount nodes ${inside} }` : inside}`;
    })
    .join(' ');
}

/** A query along a path, with all that stands beside it and needs no argument, and with more at its end. */
export function queryOf(path: Path, valueOf: ValueOf, more = ''): Generated {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const given = ({ on, field }: Step, argument: GraphQLArgument): string[] => {
    const value = valueOf(`${on.name}.${field.name}(${argument.name})`, path);
    if (value === undefined) return [];
    const name = `v${String(declared.length)}`;
    variables[name] = value;
    declared.push(`$${name}: ${String(argument.type)}`);
    return [`${argument.name}: $${name}`];
  };
  const selection = ([step, ...rest]: Path): string => {
    if (!step) return more;
    const { field, to, through } = step;
    const inside = `${leavesOf(to)} ${selection(rest)}`;
    const cast = isAbstractType(itemTypeOf(field)) ? `__typename ... on ${to.name} { ${inside} }` : inside;
    const connection = connectionOf(field);
    const beside = connection
      ? `totalCount pageInfo { ${leavesOf(getNamedType(connection.getFields()['pageInfo']!.type) as GraphQLObjectType)} }`
      : '';
    const args = field.args.flatMap((argument) => given(step, argument));
    const call = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
    return `${call} { ${through ? `${beside} ${through} { ${cast} }` : cast} }`;
  };
  const body = selection(path);
  return {
    text: `query Generated${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${body} }`,
    variables,
  };
}

/** What an answer holds at the end of a path. */
export function objectsAt(data: unknown, path: Path): object[] {
  return path.reduce<object[]>(
    (objects, { field, to, through }) =>
      objects
        .flatMap((object) => {
          const value = (object as Record<string, unknown>)[field.name];
          return through && value != null ? (value as Record<string, unknown>)[through] : value;
        })
        .filter((value): value is { __typename: string } => value != null)
        .filter(({ __typename }) => __typename === to.name),
    [data as object],
  );
}

/** Of the whole schema, which does not change: found when the first of them is asked for. */
let pathsToTypes: Map<string, Path> | undefined;

/** A path to the objects of a type, by lists; undefined where no query leads to them. */
export function pathTo(type: string): Path | undefined {
  if (type === 'Query') return [];
  pathsToTypes ??= shortestPaths(stepsFrom(manual.getQueryType()!).filter(isRoot));
  return pathsToTypes.get(type);
}

/** Every step of the schema that takes arguments. */
export function stepsWithArguments(): Step[] {
  const objects = Object.values(manual.getTypeMap()).filter(isObjectType);
  return objects
    .filter(({ name }) => pathTo(name) !== undefined)
    .flatMap((type) =>
      stepsFrom(type).filter(({ field, through }) => field.args.length > 0 && through !== 'edges'),
    );
}

/** A place in an input where a value can stand: how it is called, and the whole input with a value there. */
export interface Site {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly holding: (value: unknown) => unknown;
}

/** What a well-behaved client gives for a field of an input; undefined leaves it out. */
export type Sensible = (input: string, field: GraphQLInputField) => unknown;

/** An input with all that a well-behaved client would give. */
export function inputOf(type: GraphQLInputType, sensible: Sensible): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [inputOf(bare.ofType, sensible)];
  if (!isInputObjectType(bare)) return undefined;
  const fields = Object.values(bare.getFields()).map((field) => {
    const given = sensible(bare.name, field);
    return [field.name, given === undefined ? inputOf(field.type, sensible) : given] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== leftOut));
}

/** Says of a field that a well-behaved client leaves it out. */
export const leftOut = Symbol('left out');

/** The place itself and every field within it, at any depth. */
export function sitesIn(name: string, type: GraphQLInputType, sensible: Sensible): Site[] {
  const own: Site = { name, type, holding: (value) => value };
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const items = sitesIn(`${name}[]`, bare.ofType, sensible);
    return [own, ...items.map((site) => ({ ...site, holding: (value: unknown) => [site.holding(value)] }))];
  }
  if (!isInputObjectType(bare)) return [own];
  const whole = inputOf(bare, sensible) as object;
  const within = Object.values(bare.getFields()).flatMap((field) =>
    sitesIn(`${name}.${field.name}`, field.type, sensible).map((site) => ({
      ...site,
      holding: (value: unknown) => ({ ...whole, [field.name]: site.holding(value) }),
    })),
  );
  return [own, ...within];
}
