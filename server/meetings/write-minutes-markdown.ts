import { minutesFoot, minutesHead, minutesSections } from '#board/minutes-sections.ts';
import type { Labelled, MinutesItem } from '#board/minutes-sections.ts';
import type { Minutes } from '#board/minutes.ts';
import { minutesWords } from './minutes-words.ts';
import type { MinutesForm } from './minutes-words.ts';

/** The minutes as Markdown (CommonMark); what people wrote is text in it and lays nothing out. [MEET-11] */
export function writeMinutesMarkdown(minutes: Minutes, form: MinutesForm): string {
  const words = minutesWords(form);
  const sections = minutesSections(minutes, words);
  const parts = [
    `# ${plain(words.say('title', { board: minutes.board }))}`,
    minutesHead(minutes, words).map(labelled).join('\n'),
    ...(sections.length === 0 ? [plain(words.say('nothing'))] : []),
    ...sections.flatMap(({ heading, items }) => [
      `## ${plain(heading)}`,
      items.map(listed).join('\n'),
    ]),
    '---',
    minutesFoot(minutes, words).map(labelled).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function labelled({ label, text }: Labelled): string {
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
