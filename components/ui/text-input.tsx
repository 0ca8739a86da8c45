'use client';

import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlLooks, useFieldControl } from './field.tsx';

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  const control = useFieldControl();
  return (
    <input
      {...control}
      {...rest}
      className={clsx(controlLooks, 'min-h-10 pointer-coarse:min-h-11', className)}
    />
  );
}
