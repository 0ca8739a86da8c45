import { Archive, CircleCheck, CircleDashed, CircleDot, CircleSlash, Ruler } from 'lucide-react';
import type { TaskState } from '#board/facts.ts';
import type { Tone } from '#components/ui/badge.tsx';

/** A sign and a hue for each step of the ladder; the word always goes with them. */
export const stateLooks: Record<TaskState, { tone: Tone; Icon: typeof CircleDot }> = {
  agreed: { tone: 'plan', Icon: CircleDashed },
  doing: { tone: 'do', Icon: CircleDot },
  done: { tone: 'check', Icon: CircleCheck },
  effect_checked: { tone: 'check', Icon: Ruler },
  standard: { tone: 'act', Icon: Archive },
  dropped: { tone: 'neutral', Icon: CircleSlash },
};
