import type { Skill } from '../skills/skill.type';

/** A skill of which nothing but the name was asked for, and read: whatever else is taken from it is a fault of ours. */
export class SkillNameOnly implements Skill {
  constructor(readonly name: string) {}

  get key(): never {
    throw notRead('key');
  }

  get id(): never {
    throw notRead('id');
  }

  get sortName(): never {
    throw notRead('sortName');
  }
}

function notRead(field: string): Error {
  return new Error(`Of this skill only the name was read, and ${field} was asked for.`);
}
