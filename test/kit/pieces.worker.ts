import { computePieces } from '../../src/shared/piecework-thread';

/** What a piece is to be computed to: the same again, an error, the end of the thread, or nothing ever. */
export type TestPiece = string;

computePieces((piece) => {
  if (piece === 'endless') for (;;);
  if (piece === 'end') process.exit();
  if (piece === 'fail') throw new Error('This piece cannot be computed.');
  return piece;
});
