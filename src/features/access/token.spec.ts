import { signToken, tokenVerifier } from './token';

const secret = 'a secret of at least 32 characters';
const admin = { role: 'admin', personKey: undefined } as const;
const now = Date.UTC(2026, 0, 1);

beforeEach(() => {
  jest.useFakeTimers({
    now,
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask', 'performance'],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

it('proves a token until it expires, however often it came before', async () => {
  const verify = tokenVerifier(secret);
  const token = `Bearer ${await signToken(secret, admin, 60)}`;
  expect(await verify(token)).toMatchObject({ viewer: admin, id: undefined });
  jest.setSystemTime(now + 59_999);
  expect(await verify(token)).toMatchObject({ viewer: admin });
  jest.setSystemTime(now + 60_000);
  await expect(verify(token)).rejects.toThrow('is not valid');
});

it('refuses again what it has refused, and what another secret signed', async () => {
  const verify = tokenVerifier(secret);
  const foreign = `Bearer ${await signToken(`another ${secret}`, admin, 60)}`;
  await expect(verify(foreign)).rejects.toThrow('is not valid');
  await expect(verify(foreign)).rejects.toThrow('is not valid');
  await expect(verify(undefined)).rejects.toThrow('Send a token');
});
