/** Articles of the ANT archive (v1.1), which stays outside the repository. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
] as const;

/**
 * The texts of the articles at `indexes` in the archive's order: by category, then by file name, both by code unit. A text is the
 * title, the date where the archive has one, and the body, with a blank line between. Needs `tar` and `xz`.
 */
export function readAnt(archive: string, indexes: readonly number[]): Map<number, string> {
  const listed = execFileSync('tar', ['tJf', archive], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n');
  const members = listed
    .filter((name) => /^ANTcorpus\/[^/]+\/[^/]+$/.test(name))
    .map((name) => name.split('/') as [string, string, string])
    .sort(([, a, x], [, b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map((parts) => parts.join('/'));
  const wanted = new Map(indexes.map((index) => [index, members[index] ?? '']));
  const scratch = mkdtempSync(join(tmpdir(), 'fihris-ant-'));
  try {
    execFileSync('tar', ['xJf', archive, '-C', scratch, ...wanted.values()]);
    return new Map([...wanted].map(([index, member]) => [index, textOf(readFileSync(join(scratch, member), 'utf8'))]));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function textOf(xml: string): string {
  const part = (tag: string) => (new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(xml)?.[1] ?? '').trim();
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(part('TIME')) ?? [];
  const date = year === undefined ? '' : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}\n\n`;
  return `${part('TITLE')}\n\n${date}${part('TEXT')}\n`;
}
