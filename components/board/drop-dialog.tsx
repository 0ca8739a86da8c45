import { useLive } from '#components/canvas/live-map.ts';
import { DropTask } from '#components/tasks/drop-task.tsx';
import { useBoardTools } from './board-tools.tsx';

interface Props {
  actionId: string;
  onClose: () => void;
}

/** Drops the task of an action, with the reason; its cards follow by themselves. */
export function DropDialog({ actionId, onClose }: Props) {
  const { live } = useBoardTools();
  const task = useLive(live.tasks, actionId);
  if (!task) return null;
  const { taskId: id, title, revision } = task;
  return <DropTask task={{ id, title, revision }} onClose={onClose} />;
}
