import { createPublicKey, sign, type KeyObject } from 'node:crypto';

/** A value in DER (ITU-T X.690): its tag, its length, its content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value));
const objectIdentifier = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));

const rsaWithSha256 = sequence(
  objectIdentifier(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b),
  der(0x05),
);
const name = sequence(der(0x31, sequence(objectIdentifier(0x55, 0x04, 0x03), text(0x0c, 'A platform'))));

/** A certificate of an RSA key that this key signed itself (X.509, RFC 5280), as an "x5c" holds it: DER in base64. */
export function certificateOf(privateKey: KeyObject): string {
  const toBeSigned = sequence(
    der(0x02, Buffer.from([1])),
    rsaWithSha256,
    name,
    sequence(text(0x17, '260101000000Z'), text(0x17, '360101000000Z')),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('RSA-SHA256', toBeSigned, privateKey);
  const whole = sequence(toBeSigned, rsaWithSha256, der(0x03, Buffer.from([0]), signature));
  return whole.toString('base64');
}
