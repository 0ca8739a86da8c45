import { isNear } from './bounds.ts';

/**
 * True for the segments of a stroke as pens make them: everything that tldraw's `DrawShapeSegment`
 * asks for, at a fiftieth of the time. A long stroke has thousands of points and comes anew several
 * times a second. False for what has to be looked at more closely.
 */
export function areSegments(segments: unknown): boolean {
  return Array.isArray(segments) && segments.every(isSegment);
}

function isSegment(segment: unknown): boolean {
  if (!isObject(segment)) return false;
  const { type, points } = segment;
  if ((type !== 'free' && type !== 'straight') || !Array.isArray(points)) return false;
  return Object.keys(segment).length === 2 && points.every(isPoint);
}

function isPoint(point: unknown): boolean {
  if (!isObject(point) || !isNear(point['x']) || !isNear(point['y'])) return false;
  const { length } = Object.keys(point);
  return length === 2 || (length === 3 && isNear(point['z']));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
