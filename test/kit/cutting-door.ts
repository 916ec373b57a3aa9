import { openDoor, type Door, type Passing } from './door';

/** Bolt's COMMIT: a chunk of two bytes, a structure without fields, and the message's end. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);
/** Where a chunk's length ends, Bolt's SUCCESS: a structure with one field. */
const SUCCESS = Buffer.from([0xb1, 0x70]);

/** A door before the worker's Neo4j at which COMMITs are cut off: the database has done it, and nobody is told. */
export interface CuttingDoor extends Door {
  /** How many COMMITs the database was sent since this was last asked. */
  commits(): number;
  /** Cuts those of the next for which this holds, counted from 0, so many milliseconds after they were done. */
  cut(which: (number: number) => boolean, breaksAfter?: number): void;
}

export async function openCuttingDoor(): Promise<CuttingDoor> {
  let seen = 0;
  let isCut: (number: number) => boolean = () => false;
  let breaksAfter = 0;
  const passingOf = (): Passing => {
    let cutsNext = false;
    return (part, from) => {
      if (from === 'client') {
        if (part.includes(COMMIT)) cutsNext = isCut(seen++);
        return 'pass';
      }
      const answersCommit = cutsNext;
      cutsNext = false;
      return answersCommit && part.subarray(2, 4).equals(SUCCESS) ? { breaksAfter } : 'pass';
    };
  };
  const door = await openDoor(passingOf);
  return {
    ...door,
    commits: () => {
      const commits = seen;
      seen = 0;
      return commits;
    },
    cut: (which, after = 0) => {
      seen = 0;
      isCut = which;
      breaksAfter = after;
    },
  };
}
