import { CaptureTokens } from '../../features/access/capture-token';
import { issueCaptureToken } from '../../features/tokens/capture-token.service';
import { BadInputError, InstallationError } from '../../shared/errors';
import type { Work } from './command';

/** What the words say of a capture token. */
export interface CaptureWords {
  readonly person?: string;
  readonly module?: string;
  readonly revision?: string;
  readonly minutes: string;
}

/** Prints a token by which a web page records what one person does in one module; it is kept nowhere. */
export function issueCapture({ person, module, revision, minutes }: CaptureWords): Work {
  if (person === undefined || module === undefined)
    throw new InstallationError('--capture takes --person and --module, each with a global id.');
  if (revision !== undefined && !/^[1-9]\d*$/.test(revision))
    throw new InstallationError('--revision takes a whole number from 1.');
  return async ({ secret, database }) => {
    const wanted = {
      person: { globalId: person },
      module: { globalId: module },
      revision: revision === undefined ? null : Number(revision),
      minutes: Number(minutes),
    };
    const viewer = { role: 'admin', personKey: undefined } as const;
    const given = { database, viewer, captureTokens: new CaptureTokens(secret) };
    try {
      const { token } = await issueCaptureToken(given, wanted);
      process.stdout.write(`${token}\n`);
    } catch (error) {
      if (error instanceof BadInputError) throw new InstallationError(`--${error.message}`, { cause: error });
      throw error;
    }
  };
}
