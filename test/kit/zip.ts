import { inflateRawSync } from 'node:zlib';

const [endOfDirectory, entryOfDirectory] = [0x06054b50, 0x02014b50];

/** The files in a ZIP by name (APPNOTE 6.3.10, 4.3), read by its directory; those that are larger than 4 GB are none. */
export function entriesOfZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== endOfDirectory) throw new Error('This is no whole ZIP.');
  const found = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== entryOfDirectory) throw new Error('The directory of the ZIP is broken.');
    const [packed, size] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      zip.readUInt16LE(at + place),
    ) as [number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const header = zip.readUInt32LE(at + 42);
    const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const bytes = inflateRawSync(zip.subarray(begin, begin + packed));
    if (bytes.length !== size) throw new Error(`${name} has another size than the directory says.`);
    found.set(name, bytes);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return found;
}
