'use client';

import { useTranslations } from 'next-intl';
import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { templates } from '#board/api/boards.ts';
import type { Template } from '#board/api/boards.ts';
import { TemplatePicture } from './template-picture.tsx';

interface Props {
  value: Template;
  onChange: (template: Template) => void;
}

export function TemplateChoice({ value, onChange }: Props) {
  const t = useTranslations('boards.new');
  const name = useTranslations('words.template');
  const hint = useTranslations('words.templateHint');
  const labelId = useId();
  return (
    <div className="flex flex-col gap-2">
      <span id={labelId} className="font-medium">
        {t('template')}
      </span>
      <RadioGroup.Root
        aria-labelledby={labelId}
        value={value}
        onValueChange={(chosen) => onChange(templates.find((one) => one === chosen) ?? value)}
        className="grid grid-cols-1 gap-3 sm:grid-cols-3"
      >
        {templates.map((template) => (
          <RadioGroup.Item
            key={template}
            value={template}
            className="flex overflow-hidden rounded-card border border-line text-left transition-colors duration-150 hover:border-control data-[state=checked]:border-accent data-[state=checked]:ring-1 data-[state=checked]:ring-accent sm:flex-col"
          >
            <TemplatePicture
              template={template}
              className="shrink-0 border-line max-sm:w-28 max-sm:border-r sm:h-28 sm:w-full sm:border-b"
            />
            <span className="flex flex-col px-3 py-2">
              <span className="font-semibold">{name(template)}</span>
              <span className="text-12 text-soft">{hint(template)}</span>
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
