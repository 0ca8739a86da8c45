/** A point in a shape's own space. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The outline of a geometric shape of that size as path data. */
export function geoOutline(geo: string, w: number, h: number): string {
  if (geo === 'ellipse') return ellipse(w, h);
  if (geo === 'oval') return roundedRect(w, h, Math.min(w, h) / 2);
  if (geo === 'cloud') return cloud(w, h);
  if (geo === 'heart') return heart(w, h);
  const corners = polygon(geo);
  const outline = closed(corners.map(([x, y]) => ({ x: x * w, y: y * h })));
  if (geo === 'x-box') return `${outline}M0 0L${w} ${h}M${w} 0L0 ${h}`;
  if (geo === 'check-box') {
    const [x, y, side] = [w / 2, h / 2, Math.min(w, h) / 4];
    return `${outline}M${x - side} ${y}L${x - side / 4} ${y + side * 0.75}L${x + side} ${y - side * 0.75}`;
  }
  return outline;
}

/** Corners in parts of width and height. */
function polygon(geo: string): readonly (readonly [number, number])[] {
  return polygons[geo] ?? polygons['rectangle'] ?? [];
}

const regular = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, at) => {
    const turn = (at / count) * 2 * Math.PI - Math.PI / 2 + (count === 8 ? Math.PI / 8 : 0);
    return [0.5 + Math.cos(turn) / 2, 0.5 + Math.sin(turn) / 2];
  });

/** Stretched so that it fills its box. */
function filling(corners: [number, number][]): [number, number][] {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  return corners.map(([x, y]) => [(x - left) / wide, (y - top) / high]);
}

function star(): [number, number][] {
  const tips = Array.from({ length: 10 }, (_, at): [number, number] => {
    const turn = (at / 10) * 2 * Math.PI - Math.PI / 2;
    const reach = at % 2 === 0 ? 0.5 : 0.25;
    return [0.5 + Math.cos(turn) * reach, 0.5 + Math.sin(turn) * reach];
  });
  return filling(tips);
}

const polygons: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  rectangle: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ],
  triangle: [
    [0.5, 0],
    [1, 1],
    [0, 1],
  ],
  diamond: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  rhombus: [
    [0.25, 0],
    [1, 0],
    [0.75, 1],
    [0, 1],
  ],
  'rhombus-2': [
    [0, 0],
    [0.75, 0],
    [1, 1],
    [0.25, 1],
  ],
  trapezoid: [
    [0.25, 0],
    [0.75, 0],
    [1, 1],
    [0, 1],
  ],
  pentagon: filling(regular(5)),
  hexagon: [
    [0.25, 0],
    [0.75, 0],
    [1, 0.5],
    [0.75, 1],
    [0.25, 1],
    [0, 0.5],
  ],
  octagon: filling(regular(8)),
  star: star(),
  'arrow-right': [
    [0, 0.16],
    [0.65, 0.16],
    [0.65, 0],
    [1, 0.5],
    [0.65, 1],
    [0.65, 0.84],
    [0, 0.84],
  ],
  'arrow-left': [
    [1, 0.16],
    [0.35, 0.16],
    [0.35, 0],
    [0, 0.5],
    [0.35, 1],
    [0.35, 0.84],
    [1, 0.84],
  ],
  'arrow-down': [
    [0.16, 0],
    [0.16, 0.65],
    [0, 0.65],
    [0.5, 1],
    [1, 0.65],
    [0.84, 0.65],
    [0.84, 0],
  ],
  'arrow-up': [
    [0.16, 1],
    [0.16, 0.35],
    [0, 0.35],
    [0.5, 0],
    [1, 0.35],
    [0.84, 0.35],
    [0.84, 1],
  ],
};

export function closed(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}Z`;
}

function ellipse(w: number, h: number): string {
  const arc = `A${w / 2} ${h / 2} 0 0 1`;
  return `M0 ${h / 2}${arc} ${w} ${h / 2}${arc} 0 ${h / 2}Z`;
}

function roundedRect(w: number, h: number, r: number): string {
  const arc = `A${r} ${r} 0 0 1`;
  return `M${r} 0H${w - r}${arc} ${w} ${r}V${h - r}${arc} ${w - r} ${h}H${r}${arc} 0 ${h - r}V${r}${arc} ${r} 0Z`;
}

/** Bumps along an ellipse. */
function cloud(w: number, h: number): string {
  const bumps = 10;
  const at = (step: number): Point => {
    const turn = (step / bumps) * 2 * Math.PI;
    return { x: w / 2 + Math.cos(turn) * w * 0.42, y: h / 2 + Math.sin(turn) * h * 0.38 };
  };
  const start = at(0);
  const arcs = Array.from({ length: bumps }, (_, step) => {
    const end = at(step + 1);
    const r = Math.hypot(end.x - at(step).x, end.y - at(step).y) * 0.56;
    return `A${short(r)} ${short(r)} 0 0 1 ${short(end.x)} ${short(end.y)}`;
  });
  return `M${short(start.x)} ${short(start.y)}${arcs.join('')}Z`;
}

function heart(w: number, h: number): string {
  const half = w / 2;
  return [
    `M${half} ${h}`,
    `C${w * 0.1} ${h * 0.65} 0 ${h * 0.45} 0 ${h * 0.28}`,
    `C0 ${-h * 0.08} ${w * 0.4} ${-h * 0.08} ${half} ${h * 0.2}`,
    `C${w * 0.6} ${-h * 0.08} ${w} ${-h * 0.08} ${w} ${h * 0.28}`,
    `C${w} ${h * 0.45} ${w * 0.9} ${h * 0.65} ${half} ${h}Z`,
  ].join('');
}

/** A line through points: straight, or bent so that it goes smoothly through each. */
export function lineThrough(points: readonly Point[], smooth: boolean): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const start = `M${short(first.x)} ${short(first.y)}`;
  if (!smooth || rest.length < 2)
    return start + rest.map((to) => `L${short(to.x)} ${short(to.y)}`).join('');
  const at = (place: number): Point =>
    points[Math.max(0, Math.min(points.length - 1, place))] ?? first;
  const curves = rest.map((to, place) => {
    const [before, from, after] = [at(place - 1), at(place), at(place + 2)];
    const c1 = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const c2 = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    return `C${short(c1.x)} ${short(c1.y)} ${short(c2.x)} ${short(c2.y)} ${short(to.x)} ${short(to.y)}`;
  });
  return start + curves.join('');
}

export function short(value: number): number {
  return Math.round(value * 100) / 100;
}
