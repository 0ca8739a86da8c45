import { minutesSections } from '#board/minutes-sections.ts';
import type { MinutesItem } from '#board/minutes-sections.ts';
import type { Minutes } from '#board/minutes.ts';
import { minutesHead, minutesWords } from './minutes-words.ts';
import type { MinutesForm } from './minutes-form.ts';

/** The minutes as Markdown (CommonMark); what people wrote is text in it and lays nothing out. [MEET-11] */
export function writeMinutesMarkdown(minutes: Minutes, form: MinutesForm): string {
  const words = minutesWords(form.locale);
  const { title, lines, foot } = minutesHead(minutes, words, form);
  const sections = minutesSections(minutes, words);
  const parts = [
    `# ${plain(title)}`,
    lines.map(labelled).join('\n'),
    ...(sections.length === 0 ? [plain(words.say('nothing'))] : []),
    ...sections.flatMap(({ heading, items }) => [
      `## ${plain(heading)}`,
      items.map(listed).join('\n'),
    ]),
    '---',
    foot.map(labelled).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function labelled({ label, text }: { label: string; text: string }): string {
  return `- **${plain(label)}:** ${plain(text)}`;
}

function listed({ text, details }: MinutesItem): string {
  return [`- **${plain(text)}**`, ...details.map((line) => `  - ${plain(line)}`)].join('\n');
}

/** One line, in which no sign means anything. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~!&]/gu, '\\$&')
    .replaceAll(/^(?<sign>[-+])|^(?<number>\d+)(?=[.)])/gu, '\\$&')
    .replaceAll(/^\\(?<digits>\d+)(?<dot>[.)])/gu, '$<digits>\\$<dot>');
}
