import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../..');

/** A Chromium of this machine. */
const installed = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);
/** The one in a package of the lock file is for this kind of machine only, and brings the libraries that it needs. */
const isPackaged = process.platform === 'linux' && process.arch === 'x64';

/** Why specs in a browser are skipped; undefined where there is one. */
export const lacksChromium =
  installed === undefined && !isPackaged
    ? 'skipped: name a Chromium by CHROMIUM_PATH, the packaged one is for Linux on x64'
    : undefined;

export interface Chromium {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A Chromium that can be started: the machine's own, else the packaged one, unpacked once for all runs. */
export async function readyChromium(): Promise<Chromium> {
  if (installed !== undefined) return { path: installed, environment: {} };
  if (lacksChromium !== undefined) throw new Error(lacksChromium);
  const packaged = await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(packaged) as { version: string };
  const folder = join(root, 'node_modules/.cache/chromium', version);
  if (!existsSync(folder)) await unpackTo(folder);
  return {
    path: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

async function unpackTo(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const own = await mkdtemp(`${folder}-`);
  const unpack =
    'const chromium = require("@sparticuz/chromium"); chromium.setGraphicsMode = false; chromium.executablePath()';
  // It unpacks to the folder for temporary files, and its libraries only where it takes the machine for one that lacks them.
  const environment = { TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  await promisify(execFile)(process.execPath, ['-e', unpack], { cwd: root, env: environment });
  const fonts = `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts/fonts')}</dir></fontconfig>`;
  await writeFile(join(own, 'fonts/fonts.conf'), fonts);
  // Where another run was quicker, its folder will do.
  await rename(own, folder).catch(() => rm(own, { recursive: true }));
}
