import { statement } from '../driver/statement';
import type { Migration } from './migration';

const FORGET_LOOKS = statement(
  'migrations.forgetLooksAtContent',
  `MATCH (kept:Diagnosis) DETACH DELETE kept`,
  'Each test of content has one.',
);

export const lackingTeams: Migration = {
  number: 18,
  what: 'findings on content that name every team that lacks a skill: they are found anew',
  async run(_database, tx) {
    await tx.query(FORGET_LOOKS);
  },
};
