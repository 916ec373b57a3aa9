import { inOrderOf, type BatchRead } from '../request/loaders';
import { moduleOf, modulesByKey } from './module.store';
import type { Module } from './module.type';
import type { Page } from './page.type';
import { currentRevisions, pageOf, pagesByKey, revisionOf, revisionsByKey } from './revision.store';
import type { Revision } from './revision.type';

/** Modules by internal id; null where there is none. */
export const moduleByKey: BatchRead<string, Module | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await modulesByKey(context.database, keys),
    ({ key }) => key,
    moduleOf,
    () => null,
  );

/** Revisions by internal id; null where there is none. */
export const revisionByKey: BatchRead<string, Revision | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await revisionsByKey(context.database, keys),
    ({ key }) => key,
    revisionOf,
    () => null,
  );

/** The current revision of each module; null where it has published nothing. */
export const currentRevisionOf: BatchRead<string, Revision | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await currentRevisions(context.database, keys),
    ({ module }) => module,
    revisionOf,
    () => null,
  );

/** Pages by internal id; null where there is none. */
export const pageByKey: BatchRead<string, Page | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await pagesByKey(context.database, keys),
    ({ key }) => key,
    pageOf,
    () => null,
  );
