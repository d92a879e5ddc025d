/**
 * What the package is made of, as a CycloneDX document on standard output: npm's own, less what is in no bundle. (`npm sbom --omit dev`
 * also leaves out what is needed both at run time and for development.)
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagesIn } from './notices.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fihris-sbom-'));
try {
  const metafile = join(folder, 'metafile.json');
  execFileSync(process.execPath, ['esbuild.mjs', `--metafile=${metafile}`]);
  const bundled = new Set(
    packagesIn(JSON.parse(readFileSync(metafile, 'utf8'))).map(({ name, version }) => `${name}@${version}`),
  );
  const made = spawnSync('npm sbom --sbom-format cyclonedx --sbom-type application --package-lock-only', {
    encoding: 'utf8',
    shell: true,
    maxBuffer: 1 << 28,
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const document = JSON.parse(made.stdout);
  const components = document.components.filter(({ 'bom-ref': ref }) => bundled.has(ref.replace(/\|.*$/, '')));
  const refs = new Set([document.metadata.component['bom-ref'], ...components.map(({ 'bom-ref': ref }) => ref)]);
  const dependencies = document.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  console.log(JSON.stringify({ ...document, components, dependencies }, null, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
