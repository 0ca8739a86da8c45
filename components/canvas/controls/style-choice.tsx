import { Palette } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { useContainer, useEditor, useRelevantStyles } from 'tldraw';
import { IconButton } from '#components/ui/icon-button.tsx';
import { StylePanel } from './style-panel.tsx';

/** Opens the panel for colour, line and letter; nothing where neither the tool nor the selection has a style. */
export function StyleChoice() {
  const t = useTranslations('canvas.tools');
  const editor = useEditor();
  const container = useContainer();
  const styles = useRelevantStyles();
  if (!styles) return null;
  return (
    <Popover.Root
      onOpenChange={(open) => !open && editor.updateInstanceState({ isChangingStyle: false })}
    >
      <Popover.Trigger asChild>
        <IconButton
          label={t('style')}
          icon={<Palette aria-hidden className="size-5" />}
          side="top"
        />
      </Popover.Trigger>
      {/* Inside tldraw, whose colours and fonts the panel uses. */}
      <Popover.Portal container={container}>
        <Popover.Content
          side="top"
          sideOffset={8}
          collisionPadding={8}
          // The next key belongs to the canvas.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            editor.focus();
          }}
          className="z-(--z-menu) animate-float overflow-hidden rounded-card border border-line bg-surface shadow-float"
        >
          <StylePanel styles={styles} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
