import type { TeamSeed } from '../dataset';
import type { Random } from '../random';

/** Invented names: no real person is meant. */
const firstNames =
  'Amara Anouk Aylin Bao Bianca Chidi Dalia Daniel Elif Emeka Farah Fatima Giulia Hana Hugo Ines Ivan Jamila Jonas Kamal Keiko Lamar Leila Liam Linh Lucia Magnus Mei Mira Nadia Noah Nuria Olu Paulo Priya Quentin Ravi Rosa Samir Sofia Tariq Tomas Uma Vera Wanjiru Yara Yusuf Zofia'.split(
    ' ',
  );
const lastNames =
  'Abebe Adeyemi Almeida Baker Bianchi Castillo Chen Demir Diallo Eriksen Fischer Garcia Haddad Hoffmann Ibrahim Ivanova Jansen Kaya Kim Kowalski Larsen Lopez Mbeki Meyer Moreau Nakamura Nguyen Novak Okafor Olsen Patel Petrov Quispe Rahman Rossi Sato Schmidt Silva Singh Tan Torres Usman Varga Wang Weber Yilmaz Zhang Zulu'.split(
    ' ',
  );

export const peopleCount = 120;
const teamSize = 15;

/** Teams, and the skill families that their daily work consists of. */
export const teams: readonly {
  readonly id: string;
  readonly name: string;
  readonly focus: readonly string[];
}[] = [
  { id: 'insights', name: 'Insights', focus: ['data-analysis', 'probability-theory'] },
  { id: 'pricing', name: 'Pricing', focus: ['probability-theory', 'data-analysis'] },
  { id: 'platform', name: 'Platform', focus: ['software-engineering', 'reliability-and-security'] },
  { id: 'shop', name: 'Web shop', focus: ['software-engineering', 'communication'] },
  { id: 'operations', name: 'Operations', focus: ['reliability-and-security', 'communication'] },
  { id: 'learning', name: 'Learning', focus: ['communication', 'probability-theory'] },
  { id: 'logistics', name: 'Logistics', focus: ['probability-theory', 'reliability-and-security'] },
  { id: 'care', name: 'Customer care', focus: ['communication'] },
];

export interface SimulatedPerson {
  readonly id: string;
  readonly name: string;
  readonly focus: readonly string[];
}

/** Everybody, and their teams with one or two leads each. */
export function simulatePeople(random: Random): { people: SimulatedPerson[]; teamSeeds: TeamSeed[] } {
  const [first, last] = [random.shuffled(firstNames), random.shuffled(lastNames)];
  const people: SimulatedPerson[] = [];
  for (let index = 0; index < peopleCount; index++) {
    // A step of 7 through one list while the other goes round: no pair of names comes twice within 120.
    const round = Math.floor(index / first.length);
    const name = `${first[index % first.length] ?? ''} ${last[(index + 7 * round) % last.length] ?? ''}`;
    const team = teams[Math.floor(index / teamSize)];
    people.push({ id: `person-${String(index + 1).padStart(3, '0')}`, name, focus: team?.focus ?? [] });
  }
  const teamSeeds = teams.map(({ id, name }, index) => {
    const members = people.slice(index * teamSize, (index + 1) * teamSize).map((person) => person.id);
    return { id, name, leads: members.slice(0, 1 + (index % 2)), members };
  });
  return { people, teamSeeds };
}
