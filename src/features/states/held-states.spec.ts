import fc from 'fast-check';
import { abilityOn } from '../../estimators/person-state';
import { HeldStates, type PersonWithEdges } from './held-states';
import {
  dayOf,
  edgeColumns,
  generalColumns,
  personStateOf,
  skillStateOf,
  type StoredEdge,
} from './stored-state';

const parameters = {
  ...{ number: 1, generalMean: 0, generalVariance: 1.4, skillVariance: 1.1, sittingVariance: 0.3 },
  ...{ sittingPersistence: 0.9, generalDriftPerDay: 0.001, skillDriftPerDay: 0.002, skillDriftPerSitting: 0 },
  ...{
    skillDriftPerAnswer: 0,
    gainRight: 0,
    gainWrong: 0,
    gainDecline: 0,
    gainVariance: 0.5,
    guessing: 0,
    warmUp: 0,
  },
  ...{ warmUpAnswers: 1, weaknessWeight: 1, repeatEase: 0, repeatVariance: 0, rightSharpness: 1 },
  ...{ wrongSharpness: 1, recalibrationShift: 0, memoryVariance: 0, memoryDrift: 0, memoryGainRight: 0 },
  ...{ memoryGainWrong: 0, recallRight: 0, recallWrong: 0, forgettingPerAnswer: 0, forgettingPerDay: 0 },
};
const asOf = Date.UTC(2026, 0, 1);
const skillCount = 7;
const keyOfSkill = (skill: number): string => `skill ${String(skill)}`;

/** A person as the graph has them, in plain objects. */
interface Modelled {
  readonly fields: Omit<PersonWithEdges, 'skills' | 'edges'>;
  readonly edges: ReadonlyMap<number, StoredEdge>;
}

const figure = fc.double({ min: -3, max: 3, noNaN: true });
const moment = fc.constantFrom(-1, 0, asOf - 40 * 86_400_000, asOf + 1);
const edge = fc.record({
  ...{
    intercept: figure,
    generalSlope: figure,
    sittingSlope: figure,
    rateSlope: fc.constantFrom(0, 0, 0.7, null),
  },
  variance: fc.double({ min: 0.01, max: 2, noNaN: true }),
  ...{ lastEvidenceAt: moment, answers: fc.nat(9), claims: fc.nat(3) },
});
const general = fc.record({
  ...{ calibration: fc.constant(1), generalMean: figure, generalVariance: fc.constantFrom(0.2, 1.4) },
  ...{ sittingMean: figure, sittingVariance: fc.constant(0.2), sittingCovariance: fc.constant(-0.05) },
  ...{ sittings: fc.nat(5), answeredAt: moment, answers: fc.nat(50) },
  ...{ rateMean: figure, rateVariance: fc.constant(0.4), rateWithGeneral: fc.constantFrom(0, 0.1) },
  rateWithSitting: fc.constantFrom(0, -0.1),
});
const modelled = (key: string): fc.Arbitrary<Modelled> =>
  fc
    .record({
      name: fc.constantFrom('Ann', 'Bob'),
      activeUntil: fc.constantFrom(null, asOf),
      archivedAt: fc.constantFrom(null, null, asOf),
      general,
      edges: fc.uniqueArray(fc.tuple(fc.nat(skillCount - 1), edge), { selector: ([skill]) => skill }),
    })
    .map(({ name, activeUntil, archivedAt, general: figures, edges }) => ({
      fields: {
        ...{ key, name, sortName: name.toLowerCase(), activeUntil, archivedAt },
        general: generalColumns.rowOf(figures),
      },
      edges: new Map(edges),
    }));
const keys = ['e', 'a', 'd', 'b', 'f', 'c', 'g', 'h', 'i', 'k', 'l', 'm'];
type Step =
  { readonly people: readonly Modelled[]; readonly gone: readonly string[] } | { readonly skillGone: number };
const ofPeople: fc.Arbitrary<Step> = fc
  .record({ written: fc.subarray(keys), gone: fc.subarray(keys, { maxLength: 3 }) })
  .chain(({ written, gone }) =>
    fc.record({
      people: fc.tuple(...written.filter((key) => !gone.includes(key)).map(modelled)),
      gone: fc.constant(gone),
    }),
  );
const step = fc.oneof(
  { weight: 6, arbitrary: ofPeople },
  { weight: 1, arbitrary: fc.record({ skillGone: fc.nat(skillCount - 1) }) },
);

function held(): HeldStates {
  const states = new HeldStates(parameters);
  for (let skill = 0; skill < skillCount; skill++) putSkill(states, skill);
  return states;
}

function putSkill(states: HeldStates, skill: number): void {
  const key = keyOfSkill(skill);
  states.putSkill({ key, name: key, sortName: key, archivedAt: null, reference: skill, broader: [] });
}

function withEdges(states: HeldStates, { fields, edges }: Modelled): PersonWithEdges {
  return {
    ...fields,
    skills: [...edges.keys()].map((skill) => states.numberOf(keyOfSkill(skill)) ?? -1),
    edges: [...edges.values()].map((one) => edgeColumns.rowOf(one)),
  };
}

/** Everything that is held of a person, by skill. */
function seen(states: HeldStates, key: string): object {
  const place = states.people.placeOf(key) ?? -1;
  const of = states.skillsOfPerson(key).sort();
  return {
    ...states.personAt(place),
    isActive: states.isActive(place, asOf - 1),
    isArchived: states.isArchived(place),
    edges: of.map((skill) => {
      const edges = states.edgesOf(skill);
      const row = edgeColumns.fieldsOf(edges.edgeAt(edges.find(place)));
      const walk = states.walk([skill], asOf);
      expect(walk.comeTo(key)).toBe(true);
      return [skill, row.answers, row.claims, walk.latest(), walk.ability(0)];
    }),
  };
}

function expected({ fields, edges }: Modelled): object {
  const { key, name, sortName, activeUntil, archivedAt, general: row } = fields;
  const person = personStateOf(row!, null);
  return {
    ...{ key, name, sortName },
    isActive: activeUntil === null || activeUntil > asOf - 1,
    isArchived: archivedAt !== null,
    edges: [...edges]
      .sort(([one], [other]) => one - other)
      .map(([skill, one]) => [
        ...[keyOfSkill(skill), one.answers, one.claims],
        Math.max(generalColumns.fieldsOf(row!).answeredAt, one.lastEvidenceAt),
        abilityOn(person, skillStateOf(one), dayOf(asOf), parameters),
      ]),
  };
}

/** Does the step to what is held and to plain objects alike. */
function go(states: HeldStates, model: Map<string, Modelled>, one: Step): void {
  if ('skillGone' in one) {
    states.removeSkill(keyOfSkill(one.skillGone));
    putSkill(states, one.skillGone);
    for (const [key, person] of model)
      model.set(key, {
        ...person,
        edges: new Map([...person.edges].filter(([skill]) => skill !== one.skillGone)),
      });
    return;
  }
  states.put(
    one.people.map((person) => withEdges(states, person)),
    one.gone,
  );
  for (const key of one.gone) model.delete(key);
  for (const person of one.people) model.set(person.fields.key, person);
}

describe('states in memory', () => {
  it('are what was put there last, to the bit, whatever came and went', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const states = held();
        const model = new Map<string, Modelled>();
        for (const one of steps) go(states, model, one);
        expect(states.people.count).toBe(model.size);
        expect([...model.keys()].map((key) => seen(states, key))).toEqual([...model.values()].map(expected));
      }),
    );
  });

  it('give everybody known in some of the skills once, in the order of places, also where others change them between', () => {
    const chosen = fc.uniqueArray(fc.nat(skillCount - 1), { minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 4 }),
        fc.array(ofPeople, { maxLength: 4 }),
        chosen,
        (steps, between, skills) => {
          const states = held();
          const model = new Map<string, Modelled>();
          for (const one of steps) go(states, model, one);
          const walk = states.walk(skills.map(keyOfSkill), asOf);
          const places: number[] = [];
          while (walk.next()) {
            places.push(walk.place);
            const { key } = states.personAt(walk.place);
            const { edges } = model.get(key)!;
            expect(skills.map((_, at) => walk.isKnown(at))).toEqual(skills.map((skill) => edges.has(skill)));
            const one = between[places.length - 1];
            if (one) go(states, model, one);
            walk.resume();
          }
          expect(places).toEqual([...new Set(places)].sort((left, right) => left - right));
          const whole = states.walk(skills.map(keyOfSkill), asOf);
          const known: string[] = [];
          while (whole.next()) known.push(states.personAt(whole.place).key);
          const wanted = [...model].flatMap(([key, { edges }]) =>
            skills.some((skill) => edges.has(skill)) ? [key] : [],
          );
          expect(known.sort()).toEqual(wanted.sort());
        },
      ),
    );
  });

  it('are the same where everybody is read in at once', () => {
    fc.assert(
      fc.property(fc.tuple(...keys.map(modelled)), (people) => {
        const states = held();
        for (const person of people) states.append(withEdges(states, person));
        expect(people.map(({ fields }) => seen(states, fields.key))).toEqual(people.map(expected));
      }),
    );
  });
});
