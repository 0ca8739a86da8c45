'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface Props {
  href: string;
  icon?: ReactNode;
  children: ReactNode;
}

export function HeaderLink({ href, icon, children }: Props) {
  const here = usePathname() === href;
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="inline-flex min-h-10 items-center gap-2 rounded-card px-3 font-medium whitespace-nowrap text-soft transition-colors duration-150 hover:bg-hover hover:text-ink aria-[current=page]:text-ink pointer-coarse:min-h-11"
    >
      {icon}
      {children}
    </Link>
  );
}
