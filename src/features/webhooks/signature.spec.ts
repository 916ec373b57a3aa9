import { signaturesOf } from './signature';

/** From the libraries of Standard Webhooks. */
const message = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
};
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const published = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

it('is the published one', () => {
  expect(signaturesOf(message, [secret])).toBe(published);
});

it('is one for each secret, with a blank between them', () => {
  const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const [first, second, ...rest] = signaturesOf(message, [other, secret]).split(' ');
  expect([second, rest]).toEqual([published, []]);
  expect(first).toMatch(/^v1,[\w+/]{43}=$/);
  expect(first).not.toBe(published);
});

it.each([{ id: 'msg_other' }, { timestamp: 1_614_265_331 }, { body: '{"test": 2432232315}' }])(
  'is another one with %j',
  (otherwise) => {
    expect(signaturesOf({ ...message, ...otherwise }, [secret])).not.toBe(published);
  },
);
