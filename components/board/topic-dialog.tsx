import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import * as Y from 'yjs';
import { changeTopic, knowledgeLevels, MAX_TOPIC, setHolder } from '#board/knowledge.ts';
import type { KnowledgeItem, KnowledgeLevel } from '#board/knowledge.ts';
import { mergeText } from '#board/merge-text.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import type { AvatarPerson } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { PersonPicker } from '#components/ui/person-picker.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useBoardTools } from './board-tools.tsx';

interface Props {
  itemId: string;
  onClose: () => void;
}

/** One topic of the knowledge map: who knows it how well, and what that shows from. */
export function TopicDialog({ itemId, onClose }: Props) {
  const t = useTranslations('board.topic');
  const { live } = useBoardTools();
  const item = useLive(live.knowledge, itemId);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('intro')}
    >
      {item && (
        <div className="flex flex-col gap-6">
          <Holders item={item} />
          <Texts item={item} onDone={onClose} />
        </div>
      )}
    </Dialog>
  );
}

function Holders({ item }: { item: KnowledgeItem }) {
  const t = useTranslations('board.topic');
  const level = useTranslations('card.knowledge.levels');
  const { live, may } = useBoardTools();
  const { board } = live;
  const people = useLive(live.people, '');
  const known = new Set(item.holders.map(({ id }) => id));
  const put = (person: AvatarPerson, next: KnowledgeLevel | null) => {
    board.doc.transact(() => setHolder(board, item.id, person, next));
  };
  return (
    <div className="flex flex-col gap-2">
      {item.holders.length === 0 && <p className="text-soft">{t('nobody')}</p>}
      {item.holders.map((holder) => (
        <div key={holder.id} className="flex items-center gap-2">
          <Avatar person={holder} size="sm" named={false} />
          <span className="min-w-0 grow truncate">{holder.name}</span>
          <Select
            aria-label={t('levelOf', { name: holder.name })}
            className="w-44!"
            disabled={!may.write}
            value={holder.level}
            onChange={(event) => {
              const next = knowledgeLevels.find((one) => one === event.currentTarget.value);
              if (next) put(holder, next);
            }}
          >
            {knowledgeLevels.map((one) => (
              <option key={one} value={one}>
                {level(one)}
              </option>
            ))}
          </Select>
          {may.write && (
            <IconButton
              size="sm"
              label={t('takeOff', { name: holder.name })}
              icon={<X aria-hidden className="size-4" />}
              onClick={() => put(holder, null)}
            />
          )}
        </div>
      ))}
      {may.write && (
        <Field label={t('add')}>
          <PersonPicker
            people={people.filter(({ id }) => !known.has(id))}
            value={null}
            onChange={(person) => person && put(person, 'knows')}
            placeholder={t('addPlaceholder')}
          />
        </Field>
      )}
    </div>
  );
}

function Texts({ item, onDone }: { item: KnowledgeItem; onDone: () => void }) {
  const t = useTranslations('board.topic');
  const { live, may } = useBoardTools();
  const { board } = live;
  function save(typed: FormData) {
    const text = (name: string): string => {
      const value = typed.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    board.doc.transact(() => {
      changeTopic(board, item.id, text('topic'), item.topic);
      const evidence = board.knowledge.get(item.id)?.get('evidence');
      if (evidence instanceof Y.Text) mergeText(evidence, item.evidence, text('evidence'));
    });
    onDone();
  }
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
    >
      <Field label={t('topic')}>
        <TextInput
          name="topic"
          autoComplete="off"
          maxLength={MAX_TOPIC}
          defaultValue={item.topic}
          disabled={!may.write}
        />
      </Field>
      <Field label={t('evidence')} hint={t('evidenceHint')} optional>
        <TextArea
          name="evidence"
          rows={2}
          maxLength={2000}
          defaultValue={item.evidence}
          disabled={!may.write}
        />
      </Field>
      {may.write && (
        <Button type="submit" variant="primary" className="self-end max-sm:self-stretch">
          {t('save')}
        </Button>
      )}
    </form>
  );
}
