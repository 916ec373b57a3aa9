import { figure, tableLines } from './table';

it('puts the first column to the left and the others to the right', () => {
  const rows = [
    ['', 'auc'],
    ['model', figure(0.70004)],
    ['elo', figure(NaN)],
  ];
  expect(tableLines(rows)).toEqual(['          auc', 'model  0.7000', 'elo         -']);
});
