import type { Database } from '../driver/database';
import { statement } from '../driver/statement';
import { mailboxOf } from '../nouns/folded-forms';
import { requireUnique, type Migration } from './migration';

const keys = ['ActivityMapping', 'Unmapped'].map((label) => ({ label, property: 'key' }));

const indexes = [
  statement(
    'migrations.mailboxIndex',
    `CREATE INDEX Person_mailbox IF NOT EXISTS FOR (person:Person) ON (person.mailbox)`,
  ),
  statement(
    'migrations.waitingIndex',
    `CREATE INDEX Statement_waiting IF NOT EXISTS FOR (node:Statement) ON (node.waiting, node.seq)`,
  ),
  statement(
    'migrations.statementVisitIndex',
    `CREATE INDEX Statement_visit IF NOT EXISTS FOR (node:Statement) ON (node.visit)`,
  ),
  statement(
    'migrations.unmappedCountIndex',
    `CREATE INDEX Unmapped_count IF NOT EXISTS FOR (group:Unmapped) ON (group.count)`,
  ),
];

const ADDRESSES = statement<{ key: string; email: string }>(
  'migrations.addressesOfPeople',
  `MATCH (person:Person) WHERE person.id > $after AND person.email IS NOT NULL
   RETURN person.id AS key, person.email AS email
   ORDER BY person.id LIMIT 5000`,
);

const KEEP_MAILBOXES = statement(
  'migrations.keepMailboxes',
  `UNWIND $people AS one
   MATCH (person:Person {id: one.key})
   SET person.mailbox = one.mailbox`,
);

async function keepMailboxes(database: Database): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const from: string = after;
    after = await database.transaction(async (tx) => {
      const rows = await tx.query(ADDRESSES, { after: from });
      const people = rows.map(({ key, email }) => ({ key, mailbox: mailboxOf(email) }));
      await tx.query(KEEP_MAILBOXES, { people });
      return rows.at(-1)?.key;
    });
  }
}

export const statementMapping: Migration = {
  number: 15,
  what: 'what statements of learning platforms are about here, which of them wait, and people by their mailbox',
  async run(database) {
    await requireUnique(database, keys);
    for (const index of indexes) await database.autocommit(index);
    await keepMailboxes(database);
  },
};
