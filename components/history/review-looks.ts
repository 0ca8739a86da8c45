import { CircleHelp, HandHeart, LifeBuoy } from 'lucide-react';
import type { ReviewKind } from '#board/api/reviews.ts';
import type { Tone } from '#components/ui/badge.tsx';

export const reviewLooks: Record<ReviewKind, { tone: Tone; Icon: typeof HandHeart }> = {
  thanks: { tone: 'check', Icon: HandHeart },
  question: { tone: 'plan', Icon: CircleHelp },
  help: { tone: 'do', Icon: LifeBuoy },
};
