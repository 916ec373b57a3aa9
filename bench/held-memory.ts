import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ReadModel } from '../src/features/states/read-model';
import type { Database } from '../src/graph/driver/database';

/** What the states of everybody take in memory, bytes. */
export interface HeldMemory {
  readonly edges: number;
  readonly people: number;
  /** The columns of edges, with the room that they leave for more. */
  readonly bytesAnEdge: number;
  /** All else, with skills, projects and the lists of each person. */
  readonly bytesAPerson: number;
}

/** Reads everybody in, in this process, and sees what has come to be held. */
export async function heldMemory(database: Database): Promise<HeldMemory> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const { states } = await new ReadModel(database).current();
  const all = used() - before;
  const ofSkills = states.skillKeys().map((skill) => states.edgesOf(skill));
  const edges = ofSkills.reduce((sum, { size }) => sum + size, 0);
  const columns = ofSkills.reduce((sum, { people }) => sum + people.buffer.byteLength, 0);
  const people = states.people.count;
  return { edges, people, bytesAnEdge: columns / edges, bytesAPerson: (all - columns) / people };
}
