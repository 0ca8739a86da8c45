'use client';

import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { controlLooks, useFieldControl } from './field.tsx';

/** The browser's own list: right on a phone, by keyboard and for screen readers without our help. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  const control = useFieldControl();
  return (
    <span className={clsx('relative inline-block w-full', className)}>
      <select
        {...control}
        {...rest}
        className={clsx(controlLooks, 'min-h-10 appearance-none pr-9 pointer-coarse:min-h-11')}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-soft"
      />
    </span>
  );
}
