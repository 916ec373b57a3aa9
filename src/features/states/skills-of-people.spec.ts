import fc from 'fast-check';
import { SkillsOfPeople } from './skills-of-people';

/** Some of the numbers take more than two bytes. */
const skill = fc.oneof({ weight: 9, arbitrary: fc.nat(300) }, { weight: 1, arbitrary: fc.nat(70_000) });
const steps = fc.array(fc.tuple(fc.nat(20), fc.array(skill, { maxLength: 12 })), { maxLength: 120 });

it('holds the last list of each person, whatever was put before it', () => {
  const holdsTheLast = (
    given: readonly (readonly [person: number, skills: number[]])[],
    room: number,
  ): void => {
    const held = new SkillsOfPeople();
    held.makeRoomFor(room, 3 * room);
    const model = new Map<number, readonly number[]>();
    for (const [person, skills] of given) {
      held.put(person, skills);
      model.set(person, skills);
    }
    for (let person = 0; person < 25; person++) expect([...held.of(person)]).toEqual(model.get(person) ?? []);
  };
  fc.assert(fc.property(steps, fc.nat(30), holdsTheLast), { numRuns: 200 });
});
