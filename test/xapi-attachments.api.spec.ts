import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { startApp, type TestApp } from './kit/app';
import { certificateOf } from './kit/certificate';
import { bodyOfParts, named, openPlatform, type Platform, type Statement } from './kit/xapi';

let app: TestApp;
let platform: Platform;
beforeAll(async () => {
  app = await startApp();
  platform = await openPlatform(app);
});
afterAll(() => app.close());

describe('attachments', () => {
  const bytes = Buffer.from([0, 1, 2, 255, 13, 10, 45, 45, 120]);
  const digestOf = (content: Buffer, algorithm = 'sha256') =>
    createHash(algorithm).update(content).digest('hex');
  const describing = (content: Buffer, of: object = {}) => ({
    usageType: 'https://example.org/essay',
    display: { en: 'Essay' },
    contentType: 'application/octet-stream',
    length: content.length,
    sha2: digestOf(content),
    ...of,
  });
  type Headers = Readonly<Record<string, string>>;
  const json: Headers = { 'Content-Type': 'application/json' };
  const headersOf = (content: Buffer): Headers => ({
    'Content-Type': 'application/octet-stream',
    'Content-Transfer-Encoding': 'binary',
    'X-Experience-API-Hash': digestOf(content),
  });

  const boundary = "abcABC0123'()+_,-./:=?";
  const bodyOf = (...parts: readonly (readonly [Headers, Buffer | object])[]) => bodyOfParts(boundary, parts);
  const post = (body: Uint8Array<ArrayBuffer>, given = `multipart/mixed; boundary="${boundary}"`) =>
    platform.ask({ method: 'POST', body, headers: { 'content-type': given } });

  it('come with their statement, and are given back where they are asked for', async () => {
    const sent = [named({ attachments: [describing(bytes)] }), named({ attachments: [describing(bytes)] })];
    expect((await post(bodyOf([json, sent], [headersOf(bytes), bytes]))).status).toBe(200);
    const plain = await platform.ask({ query: { statementId: sent[0]!.id } });
    expect(plain.json).toMatchObject({ attachments: sent[0]!['attachments'] });
    const response = await fetch(
      `${platform.origin}/xapi/statements?statementId=${sent[0]!.id}&attachments=true`,
      { headers: { authorization: platform.authorization, 'x-experience-api-version': '1.0.3' } },
    );
    const type = response.headers.get('content-type')!;
    const body = Buffer.from(await response.arrayBuffer());
    const [, mark] = /^multipart\/mixed; boundary=(.+)$/.exec(type)!;
    const [, first, second, end] = body.toString('latin1').split(`--${mark!}`);
    expect(end).toBe('--\r\n');
    expect(JSON.parse(first!.split('\r\n\r\n')[1]!)).toMatchObject({ id: sent[0]!.id });
    const [head, ...content] = second!.split('\r\n\r\n');
    expect(head).toContain(`X-Experience-API-Hash: ${digestOf(bytes)}`);
    expect(head).toContain('Content-Transfer-Encoding: binary');
    expect(Buffer.from(content.join('\r\n\r\n').slice(0, -2), 'latin1')).toEqual(bytes);
  });

  it('make lists come in parts, too, with each attachment once, or none', async () => {
    const own = await openPlatform(app);
    const headers = { 'content-type': `multipart/mixed; boundary="${boundary}"` };
    const sent = [named({ attachments: [describing(bytes)] }), named({ attachments: [describing(bytes)] })];
    await own.ask({ method: 'POST', headers, body: bodyOf([json, sent], [headersOf(bytes), bytes]) });
    const some = await own.ask({ query: { attachments: 'true' } });
    expect(some.text.split('X-Experience-API-Hash')).toHaveLength(2);
    const none = await own.ask({ query: { attachments: 'true', since: '2999-01-01T00:00:00Z' } });
    expect(none.headers.get('content-type')).toMatch(/^multipart\/mixed/);
    expect((await own.ask({ query: { attachments: 'false' } })).json.statements).toHaveLength(2);
  });

  it('may lie elsewhere, in either type of request, and statements may have none', async () => {
    const elsewhere = named({ attachments: [describing(bytes, { fileUrl: 'https://example.org/file' })] });
    expect((await platform.ask({ method: 'POST', body: elsewhere })).status).toBe(200);
    expect((await post(bodyOf([json, elsewhere]))).status).toBe(200);
    expect((await post(bodyOf([json, named()]))).status).toBe(200);
  });

  it.each(['sha224', 'sha384', 'sha512'])('may be named by %s', async (algorithm) => {
    const sha2 = digestOf(bytes, algorithm);
    const headers = { 'X-Experience-API-Hash': sha2 };
    const sent = named({ attachments: [describing(bytes, { sha2 })] });
    expect((await post(bodyOf([json, sent], [headers, bytes]))).status).toBe(200);
  });

  const named1 = () => named({ attachments: [describing(bytes)] });
  it.each([
    ['lacks its content', () => bodyOf([json, named1()])],
    ['has another digest', () => bodyOf([json, named1()], [headersOf(bytes), Buffer.from('other')])],
    [
      'has another length',
      () =>
        bodyOf([json, named({ attachments: [describing(bytes, { length: 1 })] })], [headersOf(bytes), bytes]),
    ],
    ['has no digest', () => bodyOf([json, named1()], [{ 'Content-Type': 'text/plain' }, bytes])],
    [
      'is encoded',
      () => bodyOf([json, named1()], [{ ...headersOf(bytes), 'Content-Transfer-Encoding': 'base64' }, bytes]),
    ],
    ['is named by no statement', () => bodyOf([json, named()], [headersOf(bytes), bytes])],
    ['comes first', () => bodyOf([headersOf(bytes), bytes], [json, named1()])],
  ])('are refused where one %s', async (_what, body) => {
    const { status, json: answer } = await post(body());
    expect([status, answer.error]).toMatchObject([400, { code: 'BAD_REQUEST' }]);
  });

  it('are refused where the body is in no parts, or they come as JSON alone', async () => {
    const body = bodyOf([json, named()]);
    for (const given of ['multipart/mixed', 'multipart/mixed; boundary=other'])
      expect((await post(body, given)).status).toBe(400);
    expect((await post(body.slice(0, -10))).status).toBe(400);
    const { status, json: answer } = await platform.ask({ method: 'POST', body: named1() });
    expect([status, answer.error]).toMatchObject([400, { pointer: '/attachments/0' }]);
  });
});

describe('a signature', () => {
  const signatures = 'http://adlnet.gov/expapi/attachments/signature';
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signing = (original: object, header: object = { alg: 'RS256' }, digest = 'RSA-SHA256') => {
    const text = `${encoded(header)}.${encoded(original)}`;
    return Buffer.from(`${text}.${sign(digest, Buffer.from(text), privateKey).toString('base64url')}`);
  };
  const send = (original: Statement, signature: Buffer, of: object = {}) => {
    const sha2 = createHash('sha256').update(signature).digest('hex');
    const attachment = {
      usageType: signatures,
      display: { en: 'Signature' },
      contentType: 'application/octet-stream',
      ...{ length: signature.length, sha2 },
      ...of,
    };
    return platform.ask({
      method: 'POST',
      headers: { 'content-type': 'multipart/mixed; boundary=parts' },
      body: bodyOfParts('parts', [
        [{ 'Content-Type': 'application/json' }, { ...original, attachments: [attachment] }],
        [{ 'X-Experience-API-Hash': sha2 }, signature],
      ]),
    });
  };

  it('of the statement that it comes with is taken', async () => {
    const original = named();
    expect((await send(original, signing(original))).status).toBe(200);
    const { id: _, ...unnamed } = named();
    expect((await send({ ...unnamed, id: named().id }, signing(unnamed, { alg: 'RS512' }))).status).toBe(200);
  });

  const certified = (alg: string, key = privateKey) => ({ alg, x5c: [certificateOf(key)] });

  it.each([
    ['RS256', 'RSA-SHA256'],
    ['RS384', 'RSA-SHA384'],
    ['RS512', 'RSA-SHA512'],
  ])('by %s is taken where it is right by the certificate that it names', async (alg, digest) => {
    const original = named();
    expect((await send(original, signing(original, certified(alg), digest))).status).toBe(200);
    const stored = await platform.ask({ query: { statementId: original.id } });
    expect(stored.json).toMatchObject({ id: original.id, attachments: [{ usageType: signatures }] });
  });

  it('is refused where it is that of another certificate', async () => {
    const others = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const original = named();
    const { status, json } = await send(original, signing(original, certified('RS256', others)));
    expect([status, json.error]).toMatchObject([
      400,
      { message: expect.stringContaining('not that of the certificate') as string },
    ]);
  });

  it.each([
    ['is none', (_: Statement) => Buffer.from('signed: Ada')],
    ['is of another statement', (_: Statement) => signing(named({ result: { success: true } }))],
    ['is made otherwise', (original: Statement) => signing(original, { alg: 'HS256' })],
    ['names no certificate', (original: Statement) => signing(original, { alg: 'RS256', x5c: ['none'] })],
  ])('that %s is refused', async (_what, signature) => {
    const original = named();
    const { status, json } = await send(original, signature(original));
    expect([status, json.error]).toMatchObject([400, { pointer: '/attachments/0' }]);
  });

  it('is refused in another type of content', async () => {
    const original = named();
    const { status } = await send(original, signing(original), { contentType: 'application/json' });
    expect(status).toBe(400);
  });
});
