import { nodeOf } from './file';

describe('a line of a backup', () => {
  const node = { node: ['Skill'], properties: { id: 'one' }, out: [] };
  const read = (line: string) => nodeOf('there.ndjson', line, 7);

  it('is a node with its labels, properties and relationships', () => {
    expect(read(JSON.stringify(node))).toEqual(node);
  });

  it.each([
    ['no JSON', '{"node":', 'the whole line'],
    ['a label that is none', JSON.stringify({ ...node, node: ['Skill', '`'] }), 'node.1'],
    ['no properties', JSON.stringify({ ...node, properties: undefined }), 'properties'],
    ['half a relationship', JSON.stringify({ ...node, out: [['BROADER', 'Skill']] }), 'out.0'],
  ])('is named with what is at fault where it holds %s', (_, line, fault) => {
    expect(() => read(line)).toThrow(
      `Line 7 of there.ndjson is no node as \`npm run backup\` writes them (at fault: ${fault}): run`,
    );
  });
});
