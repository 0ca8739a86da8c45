import {
  AlignCenter,
  AlignLeft,
  AlignRight,
  ArrowRight,
  Diamond,
  Dot,
  Minus,
  Triangle,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type {
  TLArrowShapeArrowheadStyle,
  TLDefaultDashStyle,
  TLDefaultFillStyle,
  TLDefaultFontStyle,
  TLDefaultSizeStyle,
  TLDefaultTextAlignStyle,
} from 'tldraw';

type Signs<T> = readonly (readonly [T, ReactNode])[];

const small = 'size-4';
const Square = ({ className }: { className: string }) => (
  <span className={`size-4 rounded-chip border-2 border-current ${className}`} />
);
const Stroke = ({ dashes }: { dashes?: string }) => (
  <svg aria-hidden viewBox="0 0 20 4" className="h-1 w-5">
    <path
      d="M1 2h18"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeDasharray={dashes}
    />
  </svg>
);

export const fillSigns: Signs<TLDefaultFillStyle> = [
  ['none', <Square key="none" className="" />],
  ['semi', <Square key="semi" className="bg-surface" />],
  ['solid', <Square key="solid" className="bg-current/40" />],
  ['fill', <Square key="fill" className="bg-current" />],
];

export const dashSigns: Signs<TLDefaultDashStyle> = [
  ['solid', <Stroke key="solid" />],
  ['dashed', <Stroke key="dashed" dashes="4 4" />],
  ['dotted', <Stroke key="dotted" dashes="0 4" />],
  [
    'draw',
    <svg key="draw" aria-hidden viewBox="0 0 20 8" className="h-2 w-5">
      <path
        d="M1 5c4-6 5 4 9 0s5-3 9-1"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>,
  ],
];

export const sizeSigns: Signs<TLDefaultSizeStyle> = [
  ['s', 'S'],
  ['m', 'M'],
  ['l', 'L'],
  ['xl', 'XL'],
];

export const fontSigns: Signs<TLDefaultFontStyle> = [
  [
    'sans',
    <span key="sans" style={{ fontFamily: 'var(--tl-font-sans)' }}>
      Aa
    </span>,
  ],
  [
    'serif',
    <span key="serif" style={{ fontFamily: 'var(--tl-font-serif)' }}>
      Aa
    </span>,
  ],
  [
    'mono',
    <span key="mono" style={{ fontFamily: 'var(--tl-font-mono)' }}>
      Aa
    </span>,
  ],
  [
    'draw',
    <span key="draw" style={{ fontFamily: 'var(--tl-font-draw)' }}>
      Aa
    </span>,
  ],
];

export const alignSigns: Signs<TLDefaultTextAlignStyle> = [
  ['start', <AlignLeft key="start" aria-hidden className={small} />],
  ['middle', <AlignCenter key="middle" aria-hidden className={small} />],
  ['end', <AlignRight key="end" aria-hidden className={small} />],
];

export const arrowheadSigns: Signs<TLArrowShapeArrowheadStyle> = [
  ['none', <Minus key="none" aria-hidden className={small} />],
  ['arrow', <ArrowRight key="arrow" aria-hidden className={small} />],
  ['triangle', <Triangle key="triangle" aria-hidden className={`${small} rotate-90`} />],
  ['dot', <Dot key="dot" aria-hidden className={small} />],
  ['diamond', <Diamond key="diamond" aria-hidden className={small} />],
];
