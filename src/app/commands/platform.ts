import { defaultHomePage, openToPlatform } from '../../features/statements/platform.service';
import { allPlatforms, removePlatform } from '../../features/statements/platform.store';
import { InstallationError } from '../../shared/errors';
import { isExternalName } from '../../shared/ids';
import { optionsAndFilesOf, type Command, type Work } from './command';
import { say } from './say';

const takes = 'add NAME and --home-page ADDRESS; or remove NAME; or --list';

/**
 * Lets a learning platform send statements to /xapi, and prints the key and the secret of its credentials, once; or takes
 * that back; or lists the platforms. What a platform sent stays when it is removed, and is its own again when it is added.
 */
export const platform: Command = (words) => {
  const options = {
    'home-page': { type: 'string', default: defaultHomePage },
    list: { type: 'boolean', default: false },
  } as const;
  const { values, files } = optionsAndFilesOf(words, options, takes);
  const [what, name, ...rest] = files;
  if (values.list && what === undefined) return list;
  if (rest.length > 0 || name === undefined || (what !== 'add' && what !== 'remove'))
    throw new InstallationError(`The arguments are not understood: this command takes ${takes}.`);
  if (!isExternalName(name))
    throw new InstallationError('A platform has a name of 1 to 200 characters without control characters.');
  const homePage = values['home-page'];
  if (!URL.canParse(homePage) || !/^https?:/iu.test(homePage))
    throw new InstallationError('--home-page takes an address that begins with https:// or http://.');
  return what === 'add' ? add(name, homePage) : remove(name);
};

function add(name: string, homePage: string): Work {
  return async ({ database }) => {
    const { key, secret } = await openToPlatform(database, name, homePage);
    process.stdout.write(`key\t${key}\nsecret\t${secret}\n`);
  };
}

function remove(name: string): Work {
  return async ({ database }) => {
    if (!(await database.transaction((tx) => removePlatform(tx, name))))
      throw new InstallationError(`There is no platform ${name}: --list shows those that there are.`);
    say(`${name} is removed; a running API refuses it within a second or two. What it sent stays.`);
  };
}

const list: Work = async ({ database }) => {
  for (const { name, key, createdAt } of await allPlatforms(database))
    process.stdout.write(`${key}\tadded ${new Date(createdAt).toISOString().slice(0, 10)}\t${name}\n`);
};
