import {
  Brain,
  Circle,
  Diamond,
  Eraser,
  Frame,
  Hand,
  Highlighter,
  ImagePlus,
  MoveUpRight,
  Slash,
  Sparkle,
  Square,
  Star,
  Triangle,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useContainer } from 'tldraw';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { ToolId } from './board-tools.ts';
import { ToolButton } from './tool-button.tsx';

const tools: readonly (readonly [id: ToolId, icon: LucideIcon, onPhoneOnly?: true])[] = [
  ['hand', Hand, true],
  ['knowledge-card', Brain, true],
  ['arrow', MoveUpRight, true],
  ['picture', ImagePlus, true],
  ['rectangle', Square],
  ['ellipse', Circle],
  ['diamond', Diamond],
  ['triangle', Triangle],
  ['star', Star],
  ['line', Slash],
  ['frame', Frame],
  ['highlight', Highlighter],
  ['eraser', Eraser],
  ['laser', Sparkle],
];

/** Shapes and the rarer tools, one press further away. */
export function MoreTools({ icon }: { icon: ReactNode }) {
  const t = useTranslations('canvas.tools');
  const [open, setOpen] = useState(false);
  const container = useContainer();
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton label={t('more')} icon={icon} side="top" />
      </Popover.Trigger>
      {/* Inside the canvas, whose width decides which tools are here. */}
      <Popover.Portal container={container}>
        <Popover.Content
          side="top"
          sideOffset={8}
          collisionPadding={8}
          className="z-(--z-menu) grid animate-float grid-cols-5 gap-1 rounded-card border border-line bg-surface p-2 shadow-float"
        >
          <All onChosen={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function All({ onChosen }: { onChosen: () => void }) {
  return tools.map(([id, Icon, onPhoneOnly]) => (
    <ToolButton
      key={id}
      id={id}
      className={onPhoneOnly ? '@lg:hidden' : ''}
      icon={<Icon aria-hidden className="size-5" />}
      onChosen={onChosen}
    />
  ));
}
