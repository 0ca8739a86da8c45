'use client';

import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlLooks, useFieldControl } from './field.tsx';

/** Grows with its text where the browser can. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  const control = useFieldControl();
  return (
    <textarea
      {...control}
      rows={rows}
      {...rest}
      className={clsx(controlLooks, 'field-sizing-content max-h-80 resize-y', className)}
      style={{ minHeight: `calc(${rows} * 1.5rem + 1rem)`, ...rest.style }}
    />
  );
}
