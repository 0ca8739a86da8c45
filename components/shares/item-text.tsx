import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ItemWords } from '#board/board-words.ts';

/** One thing on a board in words, with what belongs to it below. */
export function ItemText({ item }: { item: ItemWords }) {
  const card = useTranslations('card');
  switch (item.is) {
    case 'note':
      return (
        <>
          {item.text}
          {item.by && <Aside>{item.by}</Aside>}
        </>
      );
    case 'words':
      return item.text;
    case 'action':
      return (
        <>
          {item.title}
          <Aside>{[item.owner, item.due, item.state].join(' · ')}</Aside>
        </>
      );
    case 'topic': {
      const holders = item.holders.map(({ name, level }) => `${name} (${level})`);
      return (
        <>
          {item.topic}
          <Aside>{holders.join(', ') || card('knowledge.nobody')}</Aside>
        </>
      );
    }
    case 'measure': {
      const { name, target, readings } = item;
      return (
        <>
          {name}
          {target && <Aside>{card('measure.target', { value: target })}</Aside>}
          <Aside>{readings.map(({ day, value }) => `${day}: ${value}`).join(' · ')}</Aside>
        </>
      );
    }
    case 'cycle':
      return (
        <>
          {item.title}
          {item.parts.map(({ label, text }) => (
            <Aside key={label}>
              {label} {text}
            </Aside>
          ))}
        </>
      );
  }
}

function Aside({ children }: { children: ReactNode }) {
  return <span className="block text-12 text-soft">{children}</span>;
}
