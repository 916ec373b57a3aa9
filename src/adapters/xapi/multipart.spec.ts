import { boundaryIn, joinedParts, partsOf } from './multipart';

const parts = [
  { headers: { 'Content-Type': 'application/json' }, bytes: Buffer.from('{}') },
  {
    headers: { 'Content-Type': 'text/plain', 'X-Experience-API-Hash': 'a' },
    bytes: Buffer.from('\r\n--x\r\n'),
  },
  { headers: { 'Content-Type': 'image/png' }, bytes: Buffer.alloc(0) },
];

test('parts are read as they were joined', () => {
  const { contentType, body } = joinedParts(parts);
  const read = partsOf(body, boundaryIn(contentType));
  expect(read.map(({ bytes }) => bytes.toString())).toEqual(['{}', '\r\n--x\r\n', '']);
  expect(Object.fromEntries(read[1]!.headers)).toEqual({
    'content-type': 'text/plain',
    'x-experience-api-hash': 'a',
  });
});

test('a type that an attachment came with makes no further header of the part that it is given back in', () => {
  const headers = { 'Content-Type': 'text/plain\r\nX-Experience-API-Hash: b' };
  const { contentType, body } = joinedParts([{ headers, bytes: Buffer.from('essay') }]);
  const [part] = partsOf(body, boundaryIn(contentType));
  expect([...part!.headers.keys()]).toEqual(['content-type']);
  expect(part!.bytes.toString()).toBe('essay');
});
