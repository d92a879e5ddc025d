import { type InlayHint, type TextDocument, workspace } from 'vscode';
import { directionOf } from './direction.ts';

/**
 * The hints that stand on lines which right-to-left.ts turns; none where it is off. In an Arabic line that is laid out left to right, as
 * the editor does by itself, a hint puts the words around it in the wrong order (test/browser measures it).
 */
export function onTurnedLines(document: TextDocument, hints: readonly InlayHint[]): InlayHint[] {
  if (!workspace.getConfiguration('fihris').get<boolean>('editor.rightToLeft')) return [];
  return hints.filter(
    ({ position: { line } }) => line < document.lineCount && directionOf(document.lineAt(line).text) === 'rtl',
  );
}
