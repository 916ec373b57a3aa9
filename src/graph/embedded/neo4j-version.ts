import lock from './neo4j.lock.json';

/** One jar of the database: Maven coordinates, file name, size in bytes and SHA-512 in hexadecimal. */
export interface LockedJar {
  readonly coordinates: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha512: string;
}

/** The Neo4j that this checkout runs; `scripts/lock-neo4j.sh` writes the lock file. */
export const neo4jVersion: string = lock.version;
export const lockedJars: readonly LockedJar[] = lock.jars;

/** Neo4j 5.26 is built for these two and refuses to be supported on others. */
export const fittingJavaVersions: readonly number[] = [17, 21];
