import type { Handle } from '../../graph/driver/statement';
import { Columns } from '../../graph/nouns/columns';
import { writingOf } from '../evidence/evidence-writing';

/** Help as it is written, with the nodes of this transaction that it hangs on. */
interface HelpToWrite {
  readonly helper: Handle;
  readonly person: Handle;
  /** A skill or a module. */
  readonly about: Handle;
  /** Who attests it; null where a program recorded it. */
  readonly by: Handle | null;
  readonly id: string;
  readonly hash: string;
  readonly at: number;
  readonly note: string | null;
  /** Whether a person stands behind it. */
  readonly attested: boolean;
}

const helpToWrite = new Columns<HelpToWrite>({
  helper: null,
  person: null,
  about: null,
  by: null,
  id: '.id',
  hash: '.hash',
  at: '.at',
  note: '.note',
  attested: '.attested',
});

const ends = [
  { column: 'helper', type: 'GIVEN_BY', label: 'Person' },
  { column: 'person', type: 'HELPED', label: 'Person' },
  { column: 'about', type: 'WITH', label: 'Skill|Module' },
];

export const writeHelp = writingOf(
  { write: 'capture.writeHelp', fill: 'capture.fillHelp' },
  'Help',
  helpToWrite,
  ends,
);

export const writeAttestedHelp = writingOf(
  { write: 'capture.writeAttestedHelp', fill: 'capture.fillAttestedHelp' },
  'Help',
  helpToWrite,
  [...ends, { column: 'by', type: 'ATTESTED_BY', label: 'Person' }],
);
