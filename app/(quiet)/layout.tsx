import type { ReactNode } from 'react';
import { QuietFrame } from '#components/frame/quiet-frame.tsx';

export default function QuietLayout({ children }: { children: ReactNode }) {
  return <QuietFrame>{children}</QuietFrame>;
}
