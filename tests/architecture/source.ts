import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import ts from 'typescript';

/** A file of code with its place in the repository. */
export interface Source {
  /** With slashes, from the top: `board/edits.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** `#board/edits.ts` for a file of ours, else the package as it is written. */
  readonly target: string;
  readonly line: number;
}

/** Every file of code in the folder, without what git ignores. */
export function readSources(top: string): Source[] {
  const ignored = ignoredIn(top);
  const walk = (folder: string): string[] =>
    readdirSync(posix.join(top, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.name === '.git' || ignored(path)) return [];
      return entry.isDirectory() ? walk(path) : [path];
    });
  return walk('')
    .filter((path) => /\.(ts|tsx|mjs|js|jsx|mts|cts|cjs)$/.test(path))
    .map((path) => ({ path, text: readFileSync(posix.join(top, path), 'utf8') }));
}

/** Names at the top of the folder, without what git ignores. */
export function readTopLevel(top: string): string[] {
  const ignored = ignoredIn(top);
  return readdirSync(top).filter((name) => !ignored(name));
}

/** Our `.gitignore` names folders, files and endings, and nothing cleverer. */
function ignoredIn(top: string): (path: string) => boolean {
  const list = posix.join(top, '.gitignore');
  const lines = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [];
  const patterns = lines.map((line) => line.trim()).filter((line) => /^[^#]/.test(line));
  return (path) =>
    patterns.some((pattern) => {
      const name = pattern.replace(/\/$/, '');
      if (name.includes('/')) return path === name;
      if (name.startsWith('*')) return path.endsWith(name.slice(1));
      if (name.endsWith('*')) return posix.basename(path).startsWith(name.slice(0, -1));
      return posix.basename(path) === name;
    });
}

export function parse({ path, text }: Source): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Every node of the tree, from the top down. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

export function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

/** Static, dynamic and type imports and re-exports; `?` for one that is only known when it runs. */
export function importsOf(file: ts.SourceFile): Import[] {
  return [...nodesOf(file)].flatMap((node) => {
    const named = namedBy(node);
    if (!named) return [];
    const target = ts.isStringLiteralLike(named) ? resolve(file.fileName, named.text) : '?';
    return [{ target, line: lineOf(node) }];
  });
}

function namedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require');
  return loads ? (node.arguments[0] ?? node) : undefined;
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return `#${posix.normalize(posix.join(dirname(from), specifier))}`;
}
