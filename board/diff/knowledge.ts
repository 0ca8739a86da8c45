import type { Projection } from '../projection.ts';
import type { MeaningDiff } from '../diff.ts';
import { pair } from './pair.ts';

type Topic = Projection['knowledge'][number];

export function diffKnowledge(from: Projection, to: Projection) {
  const { added, removed, kept } = pair(from.knowledge, to.knowledge);
  const item = ({ id, topic }: Topic) => ({ id, text: topic });
  return {
    knowledgeAdded: added.map(item),
    knowledgeRemoved: removed.map(item),
    knowledgeChanged: kept.flatMap(([before, after]) => topicChange(before, after) ?? []),
  };
}

function topicChange(
  before: Topic,
  after: Topic,
): MeaningDiff['knowledgeChanged'][number] | undefined {
  const evidence = before.evidence.trim() !== after.evidence.trim();
  const holders = holderChanges(before, after);
  const renamed = before.topic.trim() !== after.topic.trim();
  if (!renamed && !evidence && holders.length === 0) return undefined;
  return { id: after.id, text: after.topic, before: before.topic, evidence, holders };
}

function holderChanges(before: Topic, after: Topic) {
  const { added, removed, kept } = pair(before.holders, after.holders);
  return [
    ...added.map(({ name, level }) => ({ name, from: null, to: level })),
    ...kept
      .filter(([old, now]) => old.level !== now.level)
      .map(([old, now]) => ({ name: now.name, from: old.level, to: now.level })),
    ...removed.map(({ name, level }) => ({ name, from: level, to: null })),
  ];
}
