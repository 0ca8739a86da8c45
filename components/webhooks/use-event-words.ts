import { useTranslations } from 'next-intl';

const keys = {
  'task.confirmed': 'task_confirmed',
  'task.changed': 'task_changed',
  'task.declined': 'task_declined',
  'task.effect_checked': 'task_effect_checked',
  'task.commented': 'task_commented',
  'measure.added': 'measure_added',
  'measure.changed': 'measure_changed',
  'reading.added': 'reading_added',
  'snapshot.taken': 'snapshot_taken',
  'snapshot.reviewed': 'snapshot_reviewed',
  'webhook.test': 'webhook_test',
} as const;

/** What a message tells of, in words; a type of another version is called by its own name. */
export function useEventWords(): (type: string) => string {
  const t = useTranslations('webhooks.event');
  return (type) => (type in keys ? t(keys[type as keyof typeof keys]) : type);
}
