import type { LucideIcon } from 'lucide-react';

interface Props {
  icon: LucideIcon;
  children: string;
}

/** A word of warning at the corner of a card. */
export function CardMark({ icon: Icon, children }: Props) {
  return (
    <span className="absolute -top-3 left-2 flex h-6 max-w-[90%] items-center gap-1 rounded-full border border-do bg-do-pale px-2 text-12 text-do-ink">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{children}</span>
    </span>
  );
}
