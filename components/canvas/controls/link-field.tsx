import { Check, Unlink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TiptapEditor } from 'tldraw';
import { IconButton } from '#components/ui/icon-button.tsx';

interface Props {
  words: TiptapEditor;
  onDone: () => void;
}

/** Where the marked words lead. An address without a scheme is taken for one on the web. */
export function LinkField({ words, onDone }: Props) {
  const t = useTranslations('canvas.text');
  const { href } = words.getAttributes('link') as { href?: string };
  const [address, setAddress] = useState(href ?? '');
  const bad = address.trim() !== '' && !webAddress(address);

  function take(): void {
    const url = webAddress(address);
    if (bad) return;
    const chain = words.chain().focus();
    if (url) chain.extendMarkRange('link').setMark('link', { href: url }).run();
    else chain.extendMarkRange('link').unsetMark('link').run();
    onDone();
  }

  return (
    <form
      className="flex items-center gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <input
        ref={(input) => input?.focus()}
        value={address}
        aria-label={t('address')}
        aria-invalid={bad}
        placeholder="https://"
        className="h-8 w-56 rounded-chip border border-control bg-surface px-2 text-14 text-ink aria-invalid:border-danger"
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onDone();
        }}
      />
      <IconButton
        type="submit"
        size="sm"
        side="top"
        label={t('takeLink')}
        disabled={bad}
        icon={<Check aria-hidden className="size-4" />}
      />
      {href && (
        <IconButton
          size="sm"
          side="top"
          label={t('unlink')}
          icon={<Unlink aria-hidden className="size-4" />}
          onClick={() => {
            words.chain().focus().extendMarkRange('link').unsetMark('link').run();
            onDone();
          }}
        />
      )}
    </form>
  );
}

/** The address as the web knows it; undefined for what is none. */
function webAddress(typed: string): string | undefined {
  const text = typed.trim();
  const full = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.parse(full);
  const known = url && ['http:', 'https:', 'mailto:'].includes(url.protocol);
  return text !== '' && known ? url.href : undefined;
}
