/** Every regular expression of the programs: literals, and what `new RegExp` is given, by TypeScript's own parser. */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RegexpFound {
  readonly source: string;
  readonly flags: string;
  /** `file:line`, the first place that has it. */
  readonly at: string;
}

export interface RegexpMade {
  /** What stands between the brackets of `new RegExp(…)`. */
  readonly code: string;
  readonly at: string;
}

/** Literals, each once, and places where one is put together when the program runs. */
export function regexpsOf(folders: readonly string[]): {
  readonly literals: readonly RegexpFound[];
  readonly made: readonly RegexpMade[];
} {
  const literals = new Map<string, RegexpFound>();
  const made: RegexpMade[] = [];
  for (const file of globSync(folders.map((folder) => join(ROOT, folder, '**/*.ts'))).sort()) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const at = (node: ts.Node) =>
      `${relative(ROOT, file)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const found = { source: node.text.slice(1, end), flags: node.text.slice(end + 1), at: at(node) };
        if (!literals.has(node.text)) literals.set(node.text, found);
      } else if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'RegExp'
      ) {
        const code = (node.arguments ?? []).map((argument) => argument.getText()).join(', ');
        made.push({ code, at: at(node) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals: [...literals.values()], made };
}
