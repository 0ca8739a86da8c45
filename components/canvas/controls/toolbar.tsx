import {
  Brain,
  Hand,
  ImagePlus,
  ListChecks,
  MousePointer2,
  MoveUpRight,
  Pencil,
  Shapes,
  StickyNote,
  Type,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useWorld } from '../canvas-world.tsx';
import type { ToolId } from './board-tools.ts';
import { MoreTools } from './more-tools.tsx';
import { StyleChoice } from './style-choice.tsx';
import { ToolButton } from './tool-button.tsx';

interface Place {
  readonly id: ToolId;
  readonly icon: LucideIcon;
  /** Off on a phone, where it is in the panel behind the last button. */
  readonly roomy?: boolean;
}

const looking: readonly Place[] = [
  { id: 'select', icon: MousePointer2 },
  { id: 'hand', icon: Hand, roomy: true },
];
const cards: readonly Place[] = [
  { id: 'note-card', icon: StickyNote },
  { id: 'action-card', icon: ListChecks },
  { id: 'knowledge-card', icon: Brain, roomy: true },
];
const free: readonly Place[] = [
  { id: 'text', icon: Type },
  { id: 'draw', icon: Pencil },
  { id: 'arrow', icon: MoveUpRight, roomy: true },
  { id: 'picture', icon: ImagePlus, roomy: true },
];

/** What one can put on a board, in the middle at the bottom. */
export function Toolbar() {
  const t = useTranslations('canvas.tools');
  const { writable } = useWorld();
  if (!writable) return null;
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="pointer-events-auto mb-2 flex items-center gap-0.5 rounded-card border border-line bg-surface p-1 font-sans shadow-float"
    >
      <Group places={looking} />
      <Line />
      <Group places={cards} />
      <Line />
      <Group places={free} />
      <MoreTools icon={<Shapes aria-hidden className="size-5" />} />
      <StyleChoice />
    </div>
  );
}

function Group({ places }: { places: readonly Place[] }) {
  return places.map(({ id, icon: Icon, roomy = false }) => (
    <ToolButton
      key={id}
      id={id}
      className={roomy ? '@max-lg:hidden' : ''}
      icon={<Icon aria-hidden className="size-5" />}
    />
  ));
}

function Line() {
  return <span aria-hidden className="mx-1 h-6 w-px bg-line @max-lg:hidden" />;
}
