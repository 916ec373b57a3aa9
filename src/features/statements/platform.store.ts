import { statement, type Queries } from '../../graph/driver/statement';

/** A learning platform that may send statements. */
export interface PlatformRow {
  readonly name: string;
  /** Names it to this API: the user of its credentials. */
  readonly key: string;
  /** Digest of its secret, which is kept nowhere. */
  readonly secretHash: string;
  /** Where its accounts are at home: part of the authority of what it sends. */
  readonly homePage: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

const ADD = statement<{ added: boolean }>(
  'statements.addPlatform',
  `MERGE (platform:Platform {name: $platform.name})
   ON CREATE SET platform += $platform
   RETURN platform.key = $platform.key AS added`,
);

/** False where there is one of this name. */
export async function addPlatform(tx: Queries, platform: PlatformRow): Promise<boolean> {
  return (await tx.query(ADD, { platform }))[0]?.added ?? false;
}

const columns = `platform.name AS name, platform.key AS key, platform.secretHash AS secretHash,
          platform.homePage AS homePage, platform.createdAt AS createdAt`;

const LIST = statement<PlatformRow>(
  'statements.platforms',
  `MATCH (platform:Platform)
   RETURN ${columns}
   ORDER BY name`,
  'Platforms are added by hand, and their list is all of them.',
);

export function allPlatforms(queries: Queries): Promise<PlatformRow[]> {
  return queries.query(LIST);
}

const REMOVE = statement<{ removed: number }>(
  'statements.removePlatform',
  `MATCH (platform:Platform {name: $name})
   DELETE platform
   RETURN toFloat(count(*)) AS removed`,
);

/** False where there is none of this name. What it sent stays. */
export async function removePlatform(tx: Queries, name: string): Promise<boolean> {
  return ((await tx.query(REMOVE, { name }))[0]?.removed ?? 0) > 0;
}

const BY_KEY = statement<PlatformRow>(
  'statements.platformByKey',
  `MATCH (platform:Platform {key: $key}) RETURN ${columns}`,
);

export async function platformByKey(queries: Queries, key: string): Promise<PlatformRow | undefined> {
  return (await queries.query(BY_KEY, { key }))[0];
}

const BY_NAMES = statement<PlatformRow>(
  'statements.platformsByName',
  `UNWIND $names AS name MATCH (platform:Platform {name: name}) RETURN ${columns}`,
);

export function platformsByName(queries: Queries, names: readonly string[]): Promise<PlatformRow[]> {
  return queries.query(BY_NAMES, { names });
}
