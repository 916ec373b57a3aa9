import { isIntrospectionType, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { compilableSchema } from '../src/app/graphql/compile';
import { buildApiSchema, statedSchema } from '../src/app/graphql/schema';

const fieldsOf = (schema: ReturnType<typeof statedSchema>) =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ ...field, place: `${type.name}.${field.name}` })),
    );

describe('what a field states beside itself', () => {
  it('is what it costs, wherever it has a resolver of its own', () => {
    const resolved = fieldsOf(statedSchema()).filter(({ resolve }) => resolve !== undefined);
    const unweighed = resolved
      .filter(({ extensions }) => extensions['cost'] === undefined)
      .map(({ place }) => `${place} states no cost: say by @Costs what one value of it takes.`);
    expect(resolved).not.toEqual([]);
    expect(unweighed).toEqual([]);
  });

  it('is stated once along its classes: of two, type-graphql keeps the one of the base class', () => {
    const stated = getMetadataStorage().fieldExtensions;
    const inherits = (derived: object, base: object) =>
      derived === base || Object.prototype.isPrototypeOf.call(base, derived);
    const twice = stated.flatMap((one, index) =>
      stated
        .filter((other, place) => place !== index && other.fieldName === one.fieldName)
        .filter(({ target }) => inherits(one.target, target))
        .filter(({ extensions }) => Object.keys(extensions).some((name) => name in one.extensions))
        .map(({ target }) => `${one.target.name}.${one.fieldName} is stated on ${target.name} already.`),
    );
    expect(stated).not.toEqual([]);
    expect(twice).toEqual([]);
  });

  it('is still there in the schema that is served, and in the one that operations are compiled against', () => {
    const statementsOf = (schema: ReturnType<typeof statedSchema>) =>
      fieldsOf(schema).map(({ place, extensions: { visibleTo, cost } }) => [place, visibleTo, String(cost)]);
    const stated = statementsOf(statedSchema());
    expect(statementsOf(buildApiSchema())).toEqual(stated);
    expect(statementsOf(compilableSchema(buildApiSchema()))).toEqual(stated);
  });
});
