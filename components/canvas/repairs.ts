import { isShapeId } from 'tldraw';
import type { TLBinding, TLRecord, TLShape } from 'tldraw';
import type { Outlook } from './outlook.ts';

/**
 * Puts right what no editor could show, and names the records it touched. Everybody computes the
 * same from the same document, so that writing it back settles. [BIND-6]
 */
export function repair(outlook: Outlook): string[] {
  const broken = brokenBindings(outlook);
  const moved = [...lostShapes(outlook), ...loopBreakers(outlook)];
  for (const id of broken) outlook.remove(id);
  for (const shape of moved) outlook.put(shape);
  return [...broken, ...moved.map(({ id }) => id)];
}

/** Shapes whose parent was deleted while they were put there; they go to the first page. */
function lostShapes(outlook: Outlook): TLShape[] {
  const parentId = outlook.pages()[0];
  if (!parentId) return [];
  return outlook
    .shapes()
    .filter((shape) => !outlook.exists(shape.parentId))
    .map((shape) => ({ ...shape, parentId }));
}

/** The smallest id of every parent loop, hung from the first page. */
function loopBreakers(outlook: Outlook): TLShape[] {
  const parentId = outlook.pages()[0];
  if (!parentId) return [];
  const settled = new Set<string>();
  return outlook.shapes().flatMap((shape) => {
    const [first] = loopAbove(outlook, shape, settled).sort();
    const record = first === undefined ? undefined : outlook.get(first);
    return record?.typeName === 'shape' ? [{ ...record, parentId }] : [];
  });
}

/** The ids of the parent loop above the shape; empty when it hangs from a page or was seen before. */
function loopAbove(outlook: Outlook, shape: TLShape, settled: Set<string>): string[] {
  const path: string[] = [];
  let id: string = shape.id;
  while (isShapeId(id) && !settled.has(id)) {
    settled.add(id);
    path.push(id);
    id = parentIdOf(outlook.get(id));
  }
  const at = path.indexOf(id);
  return at < 0 ? [] : path.slice(at);
}

function parentIdOf(record: TLRecord | undefined): string {
  return record?.typeName === 'shape' ? record.parentId : '';
}

/** Bindings that lost an end, bind to an arrow, or share one end of an arrow; the largest id stays. */
function brokenBindings(outlook: Outlook): string[] {
  const bindings = outlook.bindings().sort((a, b) => (a.id > b.id ? -1 : 1));
  const taken = new Set<string>();
  return bindings.flatMap((binding) => {
    const end = `${binding.fromId} ${String((binding.props as { terminal?: unknown }).terminal)}`;
    if (isWhole(outlook, binding) && !taken.has(end)) {
      taken.add(end);
      return [];
    }
    return [binding.id];
  });
}

function isWhole(outlook: Outlook, { fromId, toId }: TLBinding): boolean {
  if (!outlook.exists(fromId) || !outlook.exists(toId) || fromId === toId) return false;
  const target = outlook.get(toId);
  return !(target?.typeName === 'shape' && target.type === 'arrow');
}
