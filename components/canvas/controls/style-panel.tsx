import { useTranslations } from 'next-intl';
import {
  ArrowShapeArrowheadEndStyle,
  ArrowShapeArrowheadStartStyle,
  DefaultColorStyle,
  DefaultDashStyle,
  DefaultFillStyle,
  DefaultFontStyle,
  DefaultSizeStyle,
  DefaultTextAlignStyle,
  getDefaultColorTheme,
  useEditor,
  useIsDarkMode,
} from 'tldraw';
import type { ReactNode } from 'react';
import type { ReadonlySharedStyleMap, StyleProp } from 'tldraw';
import { Opacity } from './opacity.tsx';
import { StyleRow } from './style-row.tsx';
import {
  alignSigns,
  arrowheadSigns,
  dashSigns,
  fillSigns,
  fontSigns,
  sizeSigns,
} from './style-signs.tsx';

const colors = [
  ...(['black', 'grey', 'violet', 'light-violet', 'blue', 'light-blue'] as const),
  ...(['green', 'light-green', 'yellow', 'orange', 'light-red', 'red'] as const),
];

/** Colour, line, letter and ends of what is drawn; only the rows that the drawing has. */
export function StylePanel({ styles }: { styles: ReadonlySharedStyleMap }) {
  const t = useTranslations('canvas.style');
  const editor = useEditor();
  const dark = useIsDarkMode();
  const theme = getDefaultColorTheme({ isDarkMode: dark });
  const swatches = colors.map((color) => ({
    value: color,
    label: t(`color.${color}`),
    sign: <span className="size-5 rounded-full" style={{ background: theme[color].solid }} />,
  }));
  const choose = <T extends string>(style: StyleProp<T>, value: T): void => {
    editor.markHistoryStoppingPoint('style');
    editor.run(() => {
      if (editor.isIn('select')) editor.setStyleForSelectedShapes(style, value);
      editor.setStyleForNextShapes(style, value);
      editor.updateInstanceState({ isChangingStyle: true });
    });
  };
  const row = <T extends string>(
    style: StyleProp<T>,
    label: string,
    items: readonly { value: T; label: string; sign: ReactNode }[],
    columns?: number,
  ) => {
    const shared = styles.get(style);
    if (!shared) return null;
    return (
      <StyleRow
        label={label}
        items={items}
        {...(columns && { columns })}
        chosen={shared.type === 'shared' ? shared.value : undefined}
        onChoose={(value) => choose(style, value)}
      />
    );
  };
  const named = <T extends string>(
    group: 'fill' | 'dash' | 'size' | 'font' | 'align' | 'arrowhead',
    signs: readonly (readonly [T, ReactNode])[],
  ) => {
    return signs.map(([value, sign]) => ({ value, label: t(`${group}.${value}` as never), sign }));
  };
  return (
    <div className="flex w-60 flex-col gap-2 p-2 font-sans">
      {row(DefaultColorStyle, t('colorLabel'), swatches, 6)}
      <Opacity />
      {row(DefaultFillStyle, t('fillLabel'), named('fill', fillSigns))}
      {row(DefaultDashStyle, t('dashLabel'), named('dash', dashSigns))}
      {row(DefaultSizeStyle, t('sizeLabel'), named('size', sizeSigns))}
      {row(DefaultFontStyle, t('fontLabel'), named('font', fontSigns))}
      {row(DefaultTextAlignStyle, t('alignLabel'), named('align', alignSigns))}
      {row(ArrowShapeArrowheadStartStyle, t('startLabel'), named('arrowhead', arrowheadSigns))}
      {row(ArrowShapeArrowheadEndStyle, t('endLabel'), named('arrowhead', arrowheadSigns))}
    </div>
  );
}
