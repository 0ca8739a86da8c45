import { BookOpenCheck, GraduationCap, Sprout } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { KnowledgeLevel } from '#board/knowledge.ts';

/** A sign for each level of knowing; the word stands beside it. */
export const levelLooks: Record<KnowledgeLevel, { readonly icon: LucideIcon }> = {
  knows: { icon: BookOpenCheck },
  'can-teach': { icon: GraduationCap },
  'wants-to-learn': { icon: Sprout },
};
