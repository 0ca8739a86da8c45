import ts from 'typescript';
import { importsOf, lineOf, nodesOf } from './source.ts';
import { exceptions, HANDLER_LINES, readersOfEnv, rows, topLevel } from './table.ts';

/** Everything that a file does against the house's order; each a line for a person to read. */
export function violationsIn(file: ts.SourceFile): string[] {
  return [
    ...wrongImports(file),
    ...wrongNames(file.fileName),
    ...longHandlers(file),
    ...readsOfEnv(file),
    ...madeClients(file),
    ...impurities(file),
  ];
}

/** Exceptions that nothing makes use of any more. */
export function idleExceptions(files: readonly ts.SourceFile[]): string[] {
  return exceptions.flatMap(({ of, may, why }) => {
    const inside = files.filter(({ fileName }) => isIn(fileName, of)).flatMap(importsOf);
    const idle = may.filter((entry) => !inside.some(({ target }) => isAmong(target, [entry])));
    return idle.map((entry) => `${of} no longer imports ${entry} (${why})`);
  });
}

/** Names at the top of the repository that nobody decided on. */
export function strangersAtTop(names: readonly string[]): string[] {
  return names.filter((name) => !name.startsWith('.') && !topLevel.includes(name));
}

function wrongImports(file: ts.SourceFile): string[] {
  const path = file.fileName;
  const row = rowOf(path);
  if (!path.includes('/')) return []; // configurations of tools, which import those tools
  if (!row) return [`${path}: lies in a folder that the import table does not know`];
  const more = exceptions.filter(({ of }) => isIn(path, of)).flatMap(({ may }) => may);
  const may = [...row.may, ...more];
  return importsOf(file)
    .filter(({ target }) => !isAmong(target, may) || isAmong(target, row.never ?? []))
    .map(({ target, line }) => `${path}:${line} imports ${target}, and ${row.of} may not`);
}

function rowOf(path: string) {
  const [longest] = rows
    .filter(({ of }) => isIn(path, of))
    .sort((a, b) => b.of.length - a.of.length);
  return longest;
}

function isIn(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}

function isAmong(target: string, entries: readonly string[]): boolean {
  return entries.some((entry) => {
    if (entry === '*') return true;
    if (entry === 'node:*') return target.startsWith('node:');
    if (entry.startsWith('#')) return isIn(target, entry);
    return target === entry || target.startsWith(`${entry}/`);
  });
}

const vague = /^(utils?|helpers?|libs?|commons?|shared|misc)$|-(utils|helpers)$/;

/** A folder of `app/` is a word in an address, where “shared” says what somebody did for the reader. */
function isAddress(path: string, stem: string): boolean {
  return path.startsWith('app/') && stem === 'shared';
}

function wrongNames(path: string): string[] {
  const parts = path.split('/');
  const stems = parts.map((part) => part.replace(/\..*$/, ''));
  return [
    ...stems
      .filter((stem) => vague.test(stem) && !isAddress(path, stem))
      .map((stem) => `${path}: “${stem}” says nothing`),
    ...(stems.at(-1) === 'index' ? [`${path}: a barrel`] : []),
  ];
}

/** Handlers under `app` read, ask one use case and answer; anything more belongs into that use case. */
function longHandlers(file: ts.SourceFile): string[] {
  const path = file.fileName;
  if (!path.startsWith('app/')) return [];
  const isRoute = path.startsWith('app/api/') || /(^|\/)route\.tsx?$/.test(path);
  const all = isRoute || saysUseServer(file.statements);
  return [...nodesOf(file)].flatMap((node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return [];
    const body = node.body;
    const isAction = ts.isBlock(body) && saysUseServer(body.statements);
    const lines = codeLines(node.getText(file));
    if ((!all && !isAction) || lines <= HANDLER_LINES) return [];
    return [`${path}:${lineOf(node)} a handler of ${lines} lines`];
  });
}

function saysUseServer(statements: ts.NodeArray<ts.Statement>): boolean {
  return statements.some(
    (statement) =>
      ts.isExpressionStatement(statement) &&
      ts.isStringLiteral(statement.expression) &&
      statement.expression.text === 'use server',
  );
}

function codeLines(text: string): number {
  return text.split('\n').filter((line) => /^\s*[^\s/*]/.test(line)).length;
}

function readsOfEnv(file: ts.SourceFile): string[] {
  const path = file.fileName;
  const free = path.startsWith('tests/') || path.endsWith('.mjs') || readersOfEnv.includes(path);
  if (free) return [];
  return [...nodesOf(file)]
    .filter((node) => readsMember(node, 'process', 'env') || takesEnvApart(node))
    .map((node) => `${path}:${lineOf(node)} reads process.env`);
}

function takesEnvApart(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return node.moduleSpecifier.text === 'node:process';
  }
  if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name)) return false;
  return node.initializer !== undefined && isNamed(node.initializer, 'process');
}

function madeClients(file: ts.SourceFile): string[] {
  const path = file.fileName;
  if (path.startsWith('server/db/') || path.startsWith('tests/')) return [];
  return [...nodesOf(file)]
    .filter((node) => ts.isNewExpression(node) && isNamed(node.expression, 'PrismaClient'))
    .map((node) => `${path}:${lineOf(node)} makes a PrismaClient`);
}

const hidden: readonly (readonly [object: string, member: string])[] = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['performance', 'now'],
  ['crypto', 'randomUUID'],
  ['crypto', 'getRandomValues'],
  ['process', 'env'],
];
const calls = ['Date', 'setTimeout', 'setInterval', 'queueMicrotask', 'fetch'];

/** A board's clock and dice are handed in, or no test and no other node could come to the same. */
function impurities(file: ts.SourceFile): string[] {
  const path = file.fileName;
  if (!path.startsWith('board/')) return [];
  return [...nodesOf(file)].filter(isImpure).map((node) => {
    return `${path}:${lineOf(node)} asks the world: ${node.getText(file)}`;
  });
}

function isImpure(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) {
    return isNamed(node.expression, 'Date') && (node.arguments ?? []).length === 0;
  }
  if (ts.isCallExpression(node)) return calls.some((name) => isNamed(node.expression, name));
  return hidden.some(([object, member]) => readsMember(node, object, member));
}

function readsMember(node: ts.Node, object: string, member: string): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === member && isNamed(node.expression, object);
  }
  if (!ts.isElementAccessExpression(node)) return false;
  const key = node.argumentExpression;
  return ts.isStringLiteralLike(key) && key.text === member && isNamed(node.expression, object);
}

/** The name itself, or as a member of the global object. */
function isNamed(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name;
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === name &&
    isNamed(node.expression, 'globalThis')
  );
}
