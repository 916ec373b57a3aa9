import { folded } from '../../shared/folding';
import type { Database } from '../driver/database';
import { statement, type Queries } from '../driver/statement';
import { withFoldedForms } from '../nouns/folded-forms';
import { searchedProperties } from '../nouns/model';
import type { Migration } from './migration';

const named = ['Person', 'Team', 'Skill', 'Module', 'Project', 'Task', 'RoleTemplate'] as const;
const inOneGo = 5_000;

interface Texts {
  readonly key: string;
  readonly texts: Readonly<Record<string, unknown>>;
}

/** Texts by internal id, from one id on. */
const readings = named.map((label) => ({
  label,
  read: statement<Texts>(
    `migrations.textsOf${label}`,
    `MATCH (node:${label}) WHERE node.id > $after
     RETURN node.id AS key, node {.name, .labels, .synonyms, .email, .description} AS texts
     ORDER BY node.id LIMIT toInteger($limit)`,
  ),
  write: statement(
    `migrations.foldedFormsOf${label}`,
    `UNWIND $items AS item
     MATCH (node:${label} {id: item.key})
     SET node += item.properties`,
  ),
}));

const PROMPTS = statement<Texts>(
  'migrations.promptsOfQuestions',
  `MATCH (node:Question)-[:CURRENT]->(version:QuestionVersion) WHERE node.id > $after
   RETURN node.id AS key, version {.prompt} AS texts
   ORDER BY node.id LIMIT toInteger($limit)`,
);

const SORT_QUESTIONS = statement(
  'migrations.sortNamesOfQuestions',
  `UNWIND $items AS item
   MATCH (node:Question {id: item.key})
   SET node += item.properties`,
);

const TOMBSTONE_UNIQUE = statement(
  'migrations.tombstoneUnique',
  `CREATE CONSTRAINT Tombstone_id IF NOT EXISTS FOR (node:Tombstone) REQUIRE node.id IS UNIQUE`,
);

const TOMBSTONE_ORDER = statement(
  'migrations.tombstoneOrder',
  `CREATE INDEX Tombstone_order IF NOT EXISTS FOR (tombstone:Tombstone) ON (tombstone.at, tombstone.id)`,
);

/** Who issued a credential is told by the folded name. */
const LEAVE_UNFOLDED = statement(
  'migrations.leaveIssuersUnfolded',
  `MATCH (installation:Installation {one: 1})
   WHERE EXISTS { MATCH (claim:Claim) WHERE claim.issuer IS NOT NULL }
   SET installation.unfolded = true`,
  'Whether there is any claim with an issuer is asked once.',
);

async function rewrite(
  database: Database,
  read: typeof PROMPTS,
  write: typeof SORT_QUESTIONS,
  propertiesOf: (texts: Texts['texts']) => Readonly<Record<string, unknown>>,
): Promise<void> {
  for (let after = ''; ;) {
    const last = await database.transaction(async (tx: Queries) => {
      const rows = await tx.query(read, { after, limit: inOneGo });
      const items = rows.map(({ key, texts }) => ({ key, properties: propertiesOf(texts) }));
      if (items.length > 0) await tx.query(write, { items });
      return rows.at(-1)?.key;
    });
    if (last === undefined) return;
    after = last;
  }
}

export const foldedNames: Migration = {
  number: 11,
  what: 'names, labels and synonyms folded by one rule for orders, conditions and search, whatever the script; what is left of what was deleted or merged',
  async run(database, tx) {
    for (const { label, read, write } of readings)
      await rewrite(database, read, write, (texts) => withFoldedForms(label, texts));
    await rewrite(database, PROMPTS, SORT_QUESTIONS, ({ prompt }) => ({
      sortName: folded(String(prompt)).slice(0, 200),
    }));
    for (const [label, properties] of Object.entries(searchedProperties)) {
      const each = Object.values(properties).map((words) => `node.${words}`);
      await database.autocommit({
        name: 'migrations.dropSearchIndex',
        text: `DROP INDEX ${label}_search IF EXISTS`,
        scansBecause: undefined,
      });
      await database.autocommit({
        name: 'migrations.wordsIndex',
        text: `CREATE FULLTEXT INDEX ${label}_words IF NOT EXISTS FOR (node:${label}) ON EACH [${each.join(', ')}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
        scansBecause: undefined,
      });
    }
    await database.autocommit(TOMBSTONE_UNIQUE);
    await database.autocommit(TOMBSTONE_ORDER);
    await tx.query(LEAVE_UNFOLDED);
  },
};
