import type { Metafile } from 'esbuild';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  readonly address: string;
  readonly texts: readonly string[];
}
export function packagesIn(metafiles: readonly Metafile[]): BundledPackage[];
export function writeNotices(metafiles: readonly Metafile[]): void;
