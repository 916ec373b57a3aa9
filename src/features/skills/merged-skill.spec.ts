import { joinedSkill } from './merged-skill';
import type { SkillRow } from './skill.store';

const skill = (name: string, given: Partial<SkillRow> = {}): SkillRow => ({
  ...{ key: name, name, sortName: name, createdAt: 0, updatedAt: 0, archivedAt: null },
  ...{ description: null, uri: null, type: null },
  ...{ labelLanguages: null, labels: null, synonymLanguages: null, synonyms: null },
  ...given,
});

describe('a skill that others became', () => {
  it('says what it said, and takes what it lacks from the first that has it', () => {
    const kept = skill('kept', { description: 'own' });
    const merged = [
      skill('kept'),
      skill('kept', { description: 'b', uri: 'b' }),
      skill('kept', { uri: 'c' }),
    ];
    expect(joinedSkill(kept, merged)).toMatchObject({
      description: 'own',
      uri: 'b',
      type: null,
      labels: null,
    });
  });

  it('has one label a language, and each other word once, ordered by language', () => {
    const kept = skill('kept', {
      ...{ labelLanguages: ['de'], labels: ['behalten'] },
      ...{ synonymLanguages: ['en'], synonyms: ['known'] },
    });
    const merged = skill('gone', {
      ...{ labelLanguages: ['de', 'fr'], labels: ['fort', 'parti'] },
      ...{ synonymLanguages: ['en', 'en'], synonyms: ['known', 'left'] },
    });
    expect(joinedSkill(kept, [merged, merged])).toMatchObject({
      labelLanguages: ['de', 'fr'],
      labels: ['behalten', 'parti'],
      synonymLanguages: ['de', 'en', 'en', 'und'],
      synonyms: ['fort', 'known', 'left', 'gone'],
    });
  });
});
