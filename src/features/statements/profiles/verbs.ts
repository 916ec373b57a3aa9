/** The verbs that profiles read, by their IRIs. Vocabularies name one thing several times; the sets say which mean the same. */

const adl = (name: string) => `http://adlnet.gov/expapi/verbs/${name}`;
const adlAtW3id = (name: string) => `https://w3id.org/xapi/adl/verbs/${name}`;
const tla = (name: string) => `https://w3id.org/xapi/tla/verbs/${name}`;
const tinCan = (name: string) => `http://id.tincanapi.com/verb/${name}`;
const video = (name: string) => `https://w3id.org/xapi/video/verbs/${name}`;
const edlm = (name: string) => `https://xapi.edlm/profiles/edlm-lms/concepts/verbs/${name}`;
const acrossX = (name: string) => `https://w3id.org/xapi/acrossx/verbs/${name}`;

/** Activity Streams name their verbs with and without the version of the schema. */
const streams = (name: string) => [
  `http://activitystrea.ms/${name}`,
  `http://activitystrea.ms/schema/1.0/${name}`,
];

export const answered: ReadonlySet<string> = new Set([
  adl('answered'),
  adl('responded'),
  acrossX('answered'),
  acrossX('evaluated'),
]);

/** A passage through content begins, or is taken up again. */
export const began: ReadonlySet<string> = new Set([
  adl('launched'),
  adl('initialized'),
  adl('attempted'),
  adl('resumed'),
  tla('launched'),
  tla('initialized'),
  tla('resumed'),
  edlm('restarted'),
  ...streams('start'),
  ...streams('access'),
  ...streams('open'),
]);

/** Content is looked at: a passage begins or goes on. */
export const lookedAt: ReadonlySet<string> = new Set([
  adl('experienced'),
  tinCan('viewed'),
  acrossX('viewed'),
  acrossX('accessed'),
  'http://id.tincanapi.com/verb/previewed',
  ...streams('read'),
  ...streams('watch'),
  ...streams('experience'),
]);

/** Something happens within a passage. */
export const wentOn: ReadonlySet<string> = new Set([
  adl('interacted'),
  adl('progressed'),
  adl('suspended'),
  adl('commented'),
  adl('asked'),
  adl('shared'),
  tla('progressed'),
  tla('suspended'),
  ...streams('interact'),
]);

export const completed: ReadonlySet<string> = new Set([
  adl('completed'),
  adl('mastered'),
  adl('attended'),
  tla('completed'),
  acrossX('completed'),
  adlAtW3id('satisfied'),
  ...streams('complete'),
]);

/** A judgement of what was done, by a score or by success. */
export const judged: ReadonlySet<string> = new Set([
  adl('passed'),
  adl('failed'),
  adl('scored'),
  tla('passed'),
  tla('failed'),
  tla('scored'),
  'https://w3id.org/xapi/dod-isd/verbs/assessed',
]);

export const passed: ReadonlySet<string> = new Set([adl('passed'), tla('passed')]);
export const failed: ReadonlySet<string> = new Set([adl('failed'), tla('failed')]);

export const ended: ReadonlySet<string> = new Set([
  adl('terminated'),
  adl('exited'),
  tla('terminated'),
  adlAtW3id('abandoned'),
  ...streams('close'),
]);

export const waived = adlAtW3id('waived');
export const voided = adl('voided');
export const initialized = adl('initialized');
export const played = video('played');
export const paused = video('paused');
export const seeked = video('seeked');
export const uncompleted = edlm('uncompleted');
export const submitted: ReadonlySet<string> = new Set(streams('submit'));
